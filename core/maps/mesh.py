"""How all points of a t-SNE map push each other away, in one convolution on a mesh.

Points push with 1 / (1 + d²)², which is half the slope of the potential
1 / (1 + d²). So one charge a point is spread on a mesh with cubic B-splines, the
potential is worked out there by FFT, and its value and slope are read off at
the points with the same splines, as in particle-mesh methods of physics. Exact
sums take n² steps; this takes n plus the mesh.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from core.maps.forming import Floats, Points

SPACING = 0.5
"""Of the mesh, in units of the map. At this one the forces are within a few hundredths of the exact ones."""
WIDEST = 2048
"""Mesh points a side at most; a wider map gets a coarser mesh."""
FEW = 256
"""Points up to which every pair is counted: that is quicker, and on a wide map of few the mesh's own errors
would be all there is."""
SPLINES = np.arange(4)


class Mesh:
    def __init__(self, workers: int = 1) -> None:
        self._workers = workers
        self._side = 0
        self._spacing = 0.0
        self._kernel: NDArray[np.complex64] = np.zeros((0, 0), np.complex64)

    def push(self, points: Points) -> tuple[Floats, float]:
        """For each point the sum of (y_i - y_j) / (1 + d²)², and the sum of 1 / (1 + d²) over all pairs."""
        if len(points) <= FEW:
            return _exact(points)
        low = points.min(0)
        span = float((points.max(0) - low).max())
        self._fit(span)
        first, value, slope = _splines((points - low) / self._spacing)
        flat = (first[:, 0, None, None] + SPLINES[:, None]) * self._side + first[:, 1, None, None] + SPLINES
        weights = value[:, 0, :, None] * value[:, 1, None, :]
        spread = np.bincount(flat.ravel(), weights.ravel(), self._side**2).astype(np.float32)
        around = self._potential(spread.reshape(self._side, self._side)).ravel()[flat]
        down = np.matmul(around, value[:, 1, :, None])[:, :, 0]
        aside = np.matmul(around, slope[:, 1, :, None])[:, :, 0]
        potential = np.einsum("ij,ij->i", down, value[:, 0])
        slopes = np.stack(
            [np.einsum("ij,ij->i", down, slope[:, 0]), np.einsum("ij,ij->i", aside, value[:, 0])], 1
        )
        whole = float(potential.sum(dtype=np.float64)) - len(points)
        # No pair is farther apart than the map is wide, whatever is lost in the blur of a coarse mesh.
        least = len(points) * (len(points) - 1) / (1 + 2 * span**2)
        return slopes * np.float32(-0.5 / self._spacing), max(whole, least)

    def _fit(self, span: float) -> None:
        """A mesh on which the map fits; it is kept while the map grows a little."""
        needed = int(span / SPACING) + 5
        if min(self._side, WIDEST) >= min(needed, WIDEST) > 0.7 * self._side and needed <= WIDEST:
            return
        self._side = min(fft.next_fast_len(int(needed * 1.1) + 8, real=True), WIDEST)
        self._spacing = max(SPACING, span / (self._side - 5))
        whole = 2 * self._side
        steps = np.minimum(np.arange(whole), whole - np.arange(whole)) * self._spacing
        potential = 1 / (1 + steps[:, None] ** 2 + steps[None] ** 2)
        # Spreading and reading each blur by the spline; in frequencies that is a division.
        blur = (4 + 2 * np.cos(2 * np.pi * np.arange(whole) / whole)) / 6
        sharp = 1 / (blur[:, None] * blur[None, : self._side + 1]) ** 2
        self._kernel = (fft.rfft2(potential, workers=self._workers) * sharp).astype(np.complex64)

    def _potential(self, charges: Floats) -> Floats:
        whole = (2 * self._side, 2 * self._side)
        waves = fft.rfft2(charges, whole, workers=self._workers)
        waves *= self._kernel
        potential: Floats = fft.irfft2(waves, whole, workers=self._workers, overwrite_x=True)
        return potential[: self._side, : self._side]


def _exact(points: Points) -> tuple[Floats, float]:
    apart = points[:, None] - points[None]
    near = 1 / (1 + np.einsum("ijk,ijk->ij", apart, apart))
    push: Floats = np.einsum("ijk,ij->ik", apart, near**2)
    return push, float(near.sum(dtype=np.float64)) - len(points)


def _splines(places: Floats) -> tuple[NDArray[np.int64], Floats, Floats]:
    """The first of the four mesh points around each place, the spline's weights there and their slopes."""
    floor = np.floor(places)
    t = (places - floor)[:, :, None]
    rest = 1 - t
    value = np.concatenate(
        [rest**3, (3 * t - 6) * t * t + 4, (3 * rest - 6) * rest * rest + 4, t**3], 2, dtype=np.float32
    ) / np.float32(6)
    slope = np.concatenate(
        [-rest * rest, (3 * t - 4) * t, (4 - 3 * rest) * rest, t * t], 2, dtype=np.float32
    ) / np.float32(2)
    return floor.astype(np.int64), value, slope
