"""Two maps of the same rows laid over each other, so that what moved is seen and not how each map lay.

A map has no up, no left and no size of its own: it may be turned, mirrored,
scaled as a whole and shifted without saying anything else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.maps.forming import Points

TINY = 1e-6
"""Of the greatest coordinate: what points of single precision must differ by to lie apart at all."""


@dataclass(frozen=True)
class Aligned:
    points: Points
    disparity: float
    """The squared distances that remain, as a share of those of the map that stood still from its centre:
    0 is the same map, 1 nothing in common."""


def procrustes(moving: Points, still: Points) -> Aligned:
    """`moving` turned or mirrored, scaled and shifted to lie as near to `still` as it can.

    Where either map is a single place there is nothing to turn or scale by: it is shifted only.
    """
    if moving.shape != still.shape:
        raise ValueError(f"points of shapes {moving.shape} and {still.shape}")
    if not len(still):
        return Aligned(moving.copy(), 0.0)
    theirs, centre = _centred(still)
    ours, _ = _centred(moving)
    if not (ours.any() and theirs.any()):
        disparity = float(ours.any() or theirs.any())
        return Aligned((ours + centre).astype(np.float32), disparity)
    left, strengths, right = np.linalg.svd(ours.T @ theirs)
    size, target = float((ours**2).sum()), float((theirs**2).sum())
    points = ours @ left @ right * (strengths.sum() / size) + centre
    disparity = max(1 - float(strengths.sum()) ** 2 / (size * target), 0.0)
    return Aligned(points.astype(np.float32), disparity)


def radius(points: Points) -> float:
    """The root of the mean squared distance from the centre; 0 where all points are one place."""
    return float(np.sqrt((_centred(points)[0] ** 2).sum(1).mean())) if len(points) else 0.0


def _centred(points: Points) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Around their centre, all zero where they do not lie apart; and the centre."""
    values = points.astype(np.float64)
    centre: NDArray[np.float64] = values.mean(0)
    apart = np.ptp(values, axis=0).max() > TINY * np.abs(values).max()
    return (values - centre) * apart, centre
