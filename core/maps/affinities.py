"""Who belongs to whom on a t-SNE map: the pull between neighbours, from their distances in the full space."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from core.maps.forming import Floats, Points
from core.neighbours.search import NONE, Rows

HALVINGS = 50
CHUNK = 1 << 16
"""Pairs that are worked on at once, so that they stay in the processor's cache."""


class Pull:
    """The probabilities p_ij of t-SNE in rows, and the forces they make."""

    def __init__(self, rows: Rows, distances: Floats, perplexity: float, workers: int = 1) -> None:
        joint = _joint(rows, np.asarray(distances, np.float64), perplexity)
        self.p = joint.data.astype(np.float32)
        self.others = joint.indices
        self._begins = joint.indptr.astype(np.int64)
        self._counts = np.diff(self._begins)
        cuts = np.searchsorted(self._begins, np.arange(CHUNK, len(self.p), CHUNK))
        cuts = np.unique([0, *cuts.tolist(), len(self._counts)])
        self._chunks = list(zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True))
        self._threads = ThreadPoolExecutor(workers) if workers > 1 and len(self._chunks) > 1 else None
        self._surprise = float((self.p.astype(np.float64) * np.log(np.maximum(self.p, 1e-30))).sum())

    def forces(self, points: Points) -> Floats:
        """For each point the sum of p_ij (y_i - y_j) / (1 + d²)."""
        plane = _plane(points)
        found = np.zeros(len(plane), np.complex64)

        def work(chunk: tuple[int, int]) -> None:
            first, last = chunk
            apart, squares = self._apart(plane, first, last)
            squares += 1
            apart *= self.p[self._pairs(first, last)] / squares
            found[first:last] = self._sums(apart, first, last)

        list(self._threads.map(work, self._chunks) if self._threads else map(work, self._chunks))
        return found.view(np.float32).reshape(-1, 2)

    def divergence(self, points: Points, whole: float) -> float:
        """Kullback-Leibler, the sum of p log(p / q); `whole` is the sum of 1 / (1 + d²) over all pairs."""
        plane = _plane(points)
        total = 0.0
        for first, last in self._chunks:
            squares = self._apart(plane, first, last)[1]
            total += float((self.p[self._pairs(first, last)] * np.log1p(squares)).sum(dtype=np.float64))
        return self._surprise + total + float(np.log(max(whole, 1e-30)))

    def close(self) -> None:
        if self._threads:
            self._threads.shutdown()

    def _pairs(self, first: int, last: int) -> slice:
        return slice(int(self._begins[first]), int(self._begins[last]))

    def _apart(
        self, plane: NDArray[np.complex64], first: int, last: int
    ) -> tuple[NDArray[np.complex64], Floats]:
        apart = np.repeat(plane[first:last], self._counts[first:last])
        apart -= plane.take(self.others[self._pairs(first, last)])
        squares: Floats = apart.real**2
        squares += apart.imag**2
        return apart, squares

    def _sums(self, values: NDArray[np.complex64], first: int, last: int) -> NDArray[np.complex64]:
        """Of each row; one without pairs has the sum 0, which `reduceat` does not know."""
        begins, counts = self._begins[first:last] - self._begins[first], self._counts[first:last]
        sums = np.zeros(last - first, np.complex64)
        some = counts > 0
        if some.any():
            sums[some] = np.add.reduceat(values, begins[some])
        return sums


def _plane(points: Points) -> NDArray[np.complex64]:
    """Points as complex numbers: one read instead of two for each neighbour."""
    return np.ascontiguousarray(points, np.float32).view(np.complex64)[:, 0]


def _joint(rows: Rows, distances: NDArray[np.float64], perplexity: float) -> sparse.csr_matrix:
    """Symmetric, and 1 in sum."""
    n = len(rows)
    p = conditional(distances, perplexity)
    there = rows != NONE
    begins = np.concatenate([[0], np.cumsum(there.sum(1))])
    one_sided = sparse.csr_matrix((p[there], rows[there], begins), shape=(n, n))
    joint = (one_sided + one_sided.T).tocsr()
    joint.data /= max(joint.data.sum(), 1e-300)
    return joint


def conditional(distances: NDArray[np.float64], perplexity: float) -> NDArray[np.float64]:
    """p(j | i) with a Gaussian of its own about each row, as wide as gives it the perplexity asked for.

    Missing neighbours are infinitely far away.
    """
    if not distances.size:
        return np.zeros(distances.shape)
    finite = np.isfinite(distances)
    squares = np.where(finite, distances, 0) ** 2
    squares = np.where(finite, squares - squares[:, :1], 0)
    low, high = np.zeros(len(squares)), np.full(len(squares), np.inf)
    sharpness = 1 / np.maximum(squares.sum(1) / np.maximum(finite.sum(1), 1), 1e-12)
    p = np.zeros_like(squares)
    for _ in range(HALVINGS):
        p = np.exp(-squares * sharpness[:, None]) * finite
        whole = p.sum(1)
        p /= np.maximum(whole, 1e-300)[:, None]
        entropy = np.log(np.maximum(whole, 1e-300)) + sharpness * (squares * p).sum(1)
        wide = entropy > np.log(perplexity)
        low, high = np.where(wide, sharpness, low), np.where(wide, high, sharpness)
        sharpness = np.where(np.isinf(high), sharpness * 2, (low + high) / 2)
    return p
