"""What is to be said of clusters: their middles, their medoids, how compact and how far apart they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.neighbours.search import Floats, Metric, Rows, Space
from core.progress import ShouldStop, never

BLOCK = 1 << 20
"""So many distances are worked out at once."""
MEDOIDS = 1000
"""Of larger clusters only so many tracks next to the middle may be the medoid."""
EXAMPLES = 3


@dataclass(frozen=True)
class Portrait:
    """One cluster, in rows."""

    rows: Rows
    """The nearest to the middle first."""
    distances: Floats
    medoid: int
    typical: Rows
    edge: Rows
    spread: float
    """The mean distance to the middle."""


def distances(space: Space, some: Rows, others: Rows) -> Floats:
    """(some, others): 1 - cosine, or Euclidean."""
    mine, theirs = space.vectors[some], space.vectors[others]
    products = mine @ theirs.T
    if space.metric == Metric.COSINE:
        found: Floats = 1 - products
    else:
        lengths = np.einsum("ij,ij->i", mine, mine)[:, None] + np.einsum("ij,ij->i", theirs, theirs)
        found = np.sqrt(np.maximum(lengths - 2 * products, 0))
    found[some[:, None] == others] = 0
    return np.maximum(found, 0)


def to_middle(space: Space, rows: Rows) -> Floats:
    """How far each of the rows is from their mean."""
    vectors = space.vectors[rows]
    nearness = Space(vectors, space.metric).nearness(vectors.mean(0, dtype=np.float64))
    found: Floats = 1 - nearness if space.metric == Metric.COSINE else -nearness
    return np.maximum(found, 0)


def portray(space: Space, rows: Rows, should_stop: ShouldStop = never) -> Portrait:
    far = to_middle(space, rows)
    order = np.argsort(far, kind="stable")
    rows, far = rows[order], far[order]
    medoid = _medoid(space, rows, should_stop)
    rest = rows[rows != medoid]
    typical = rest[:EXAMPLES]
    return Portrait(rows, far, medoid, typical, rest[len(typical) :][::-1][:EXAMPLES], float(far.mean()))


def silhouette(between: Floats, labels: NDArray[np.int64]) -> float | None:
    """From the distances between rows; None where there are not two clusters, or no two rows in one."""
    from sklearn.metrics import silhouette_score

    if not 2 <= len(np.unique(labels)) < len(labels):
        return None
    return float(silhouette_score(between, labels, metric="precomputed"))


def _medoid(space: Space, rows: Rows, should_stop: ShouldStop) -> int:
    """The row with the least mean distance to the others. The nearest to the middle come first."""
    candidates = np.sort(rows[:MEDOIDS])
    size = max(BLOCK // len(rows), 1)
    sums = list[float]()
    for start in range(0, len(candidates), size):
        if should_stop():
            raise Interrupted
        block = distances(space, candidates[start : start + size], rows)
        sums += block.sum(1, dtype=np.float64).tolist()
    return int(candidates[int(np.argmin(sums))])
