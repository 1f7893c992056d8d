"""Where new rows lie on a map that is there already: amid their neighbours, and nothing else moves.

The mean of the neighbours' places lies between two groups where a row has
neighbours in both, and where nobody is. Their geometric median stays with the
majority, and those that belong to the row most surely count most.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.maps.forming import Floats, Points
from core.maps.umap_graph import memberships

NEIGHBOURS = 10
ROUNDS = 40
JITTER = 1e-4
"""Of the map's radius: copies that are placed together do not hide each other."""


def place(rows: NDArray[np.int64], distances: Floats, points: Points, seed: int) -> Points:
    """`rows`, `distances`: (new, k), the nearest on the map, nearest first, -1 where there are fewer."""
    if not len(points) or not len(rows):
        return np.zeros((len(rows), 2), np.float32)
    rows, distances = rows[:, :NEIGHBOURS], distances[:, :NEIGHBOURS]
    weights = memberships(rows, distances)
    around = points.astype(np.float64)[np.maximum(rows, 0)]
    radius = float(points.std(dtype=np.float64))
    placed = _median(around, weights, 1e-3 * radius)
    placed[~(rows >= 0).any(1)] = points.mean(0, dtype=np.float64)
    jitter = JITTER * radius * np.random.default_rng(seed).standard_normal(placed.shape)
    return (placed + jitter).astype(np.float32)


def _median(around: NDArray[np.float64], weights: Floats, least: float) -> NDArray[np.float64]:
    """The geometric median of each line of places, by Weiszfeld's rounds; no place is nearer than `least`."""
    median = np.zeros((len(around), 2))
    pulls = weights.astype(np.float64)
    for _ in range(ROUNDS):
        sums = np.maximum(pulls.sum(1), np.finfo(np.float64).tiny)
        median = np.einsum("nk,nkd->nd", pulls, around) / sums[:, None]
        gaps = around - median[:, None]
        pulls = weights / np.maximum(np.sqrt((gaps**2).sum(2)), max(least, 1e-12))
    return median
