"""HDBSCAN that can be stopped: we grow the tree of nearest points, scikit-learn cuts it into clusters.

Of 10,000 tracks scikit-learn grows the tree for the better part of a minute
and hears nothing meanwhile. The tree is all that HDBSCAN takes from the
distances: handed over as the only distances there are, it gives the same
clusters.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.neighbours.search import QUERY_BLOCK, Floats, Metric, Rows, Space
from core.progress import Progress, ShouldStop, Step, shares

SAMPLES = 5
"""A point is as dense as its neighbourhood of so many points, with itself, is small."""
THIN_OUT = 0.8
"""Rows in the tree are dropped when no more than this share is outside."""

Weights = NDArray[np.float64]


def usual_smallest(n: int) -> int:
    return max(3, round(math.sqrt(n) / 2))


def condense(values: Floats, smallest: int, *, progress: Progress, should_stop: ShouldStop) -> Rows:
    """The cluster of each row, counted from 0; -1 for none. The distances are Euclidean."""
    from scipy.sparse import csr_array
    from sklearn.cluster import HDBSCAN

    near, grow = shares(progress, 1, 2)
    reach = _reach(values, min(SAMPLES, smallest), near, should_stop)
    ends, weights = _tree(values, reach, grow, should_stop)
    both = np.concatenate([ends, ends[:, ::-1]])
    graph = csr_array((np.tile(weights, 2), (both[:, 0], both[:, 1])), shape=(len(values), len(values)))
    cut = HDBSCAN(min_cluster_size=smallest, min_samples=1, metric="precomputed", copy=True)
    labels: Rows = cut.fit(graph).labels_.astype(np.int64)
    return labels


def _reach(values: Floats, samples: int, progress: Progress, should_stop: ShouldStop) -> Floats:
    """The squared distance of each row to its `samples`-th nearest, itself being the first."""
    space = Space(values, Metric.EUCLIDEAN)
    found = [np.zeros(0, np.float32)]
    for start in range(0, len(values), QUERY_BLOCK):
        if should_stop():
            raise Interrupted
        progress(Step(start, len(values), note="Measuring how dense it is"))
        rows = np.arange(start, min(start + QUERY_BLOCK, len(values)))
        found.append(space.nearest(values[rows], samples - 1, without=rows).nearness[:, -1] ** 2)
    return np.concatenate(found)


def _tree(values: Floats, reach: Floats, progress: Progress, should_stop: ShouldStop) -> tuple[Rows, Weights]:
    """The n - 1 edges of least sum that join all rows (Prim), two points being at least their reach apart.

    `far` and `link` say how near each row outside is to the tree, and to which row of it.
    """
    n = len(values)
    rows, squares = np.arange(n), np.einsum("ij,ij->i", values, values)
    far, link = np.full(n, np.inf, np.float32), np.zeros(n, np.int64)
    ends, weights, at, outside = np.zeros((n - 1, 2), np.int64), np.zeros(n - 1), 0, n
    reach = reach.copy()
    for step in range(n - 1):
        if not step % 50:
            if should_stop():
                raise Interrupted
            progress(Step(n * n - outside * outside, n * n, note="Joining what is near"))
        # Not a product of BLAS, whose threads would spend each of so many steps on waiting for each other.
        distance = squares[at] + squares - 2 * np.einsum("ij,j->i", values, values[at])
        own, reach[at], far[at] = reach[at], np.inf, np.inf  # in the tree, and never the nearest again
        np.maximum(distance, np.maximum(reach, own), out=distance)
        nearer = distance < far
        far[nearer], link[nearer] = distance[nearer], rows[at]
        at, outside = int(far.argmin()), outside - 1
        ends[step], weights[step] = (link[at], rows[at]), far[at]
        if outside < THIN_OUT * len(rows):
            kept = np.flatnonzero(np.isfinite(reach))
            at = int(np.searchsorted(kept, at))
            values, squares, reach, rows = values[kept], squares[kept], reach[kept], rows[kept]
            far, link = far[kept], link[kept]
    weights = np.sqrt(np.maximum(weights, 0))
    least = weights[weights > 0].min(initial=1.0)
    return ends, np.maximum(weights, least * 1e-3)  # in a sparse matrix 0 would be no edge
