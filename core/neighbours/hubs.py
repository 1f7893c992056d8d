"""Hubs: tracks that are near everything because of the space, not because of the music.

In many dimensions some points turn up among the neighbours of a large part of
a collection and others among nobody's. `report` says how bad it is; `Mutual`
corrects it: two tracks are near when each is near *for the other*.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.neighbours.search import NONE, Floats, Mask, Metric, Nearest, Rows, Space

SAMPLE = 2000
"""Rows whose distances stand for all where they cannot be summed up exactly."""
BLOCK_ROWS = 256


@dataclass(frozen=True)
class HubReport:
    """How often tracks are among the `k` nearest of others; on average that is `k` times."""

    n: int
    k: int
    skewness: float
    """0: even. Above 1.4 or so, hubs decide what is found."""
    most: int
    """How often the greatest hub is named."""
    hubs: list[int]
    """Rows named at least five times as often as the average, the greatest first."""
    orphans: int
    """Rows that nobody names."""


def report(nearest: Nearest) -> HubReport:
    """From the neighbours of every row."""
    n, k = nearest.rows.shape
    named = np.bincount(nearest.rows[nearest.rows != NONE], minlength=n) if n else np.zeros(0, np.int64)
    deviation = named.std() if n else 0.0
    skewness = float(((named - named.mean()) ** 3).mean() / deviation**3) if deviation > 0 else 0.0
    order = np.argsort(-named, kind="stable")
    hubs = [int(row) for row in order if named[row] >= 5 * k] if k else []
    return HubReport(n, k, skewness, int(named.max(initial=0)), hubs, int((named == 0).sum()))


class Mutual:
    """Mutual proximity: how sure both are that they are nearer to each other than to chance.

    The distances from each point are taken as normal. The published form multiplies the two
    probabilities as if they were independent; so does this one, in logarithms.
    """

    def __init__(self, space: Space) -> None:
        self.space = space
        self._mean, self._deviation = _moments(space)

    def nearness(self, query: NDArray[np.floating]) -> Floats:
        """Of every row to one query: the logarithm of both probabilities, 0 at the most."""
        found: Floats = self._both(self.space.nearness(query)[None])[0]
        return found

    def own_nearest(self, k: int) -> Nearest:
        """Of every row, without itself."""
        n = len(self.space)
        k = min(k, max(n - 1, 0))
        rows, scores = np.full((n, k), NONE, np.int64), np.full((n, k), -np.inf, np.float32)
        for start in range(0, n, BLOCK_ROWS):
            stop = min(start + BLOCK_ROWS, n)
            raw = np.stack([self.space.nearness(vector) for vector in self.space.vectors[start:stop]])
            block = self._both(raw)
            block[np.arange(stop - start), np.arange(start, stop)] = -np.inf
            order = np.argsort(-block, axis=1, kind="stable")[:, :k]
            rows[start:stop], scores[start:stop] = order, np.take_along_axis(block, order, 1)
        return Nearest(rows, scores)

    def _both(self, nearness: Floats) -> Floats:
        from scipy.special import log_ndtr

        mean, deviation = nearness.mean(1, keepdims=True), nearness.std(1, keepdims=True)
        mine = log_ndtr((nearness - mean) / np.maximum(deviation, 1e-9))
        theirs = log_ndtr((nearness - self._mean) / np.maximum(self._deviation, 1e-9))
        both: Floats = (mine + theirs).astype(np.float32)
        return both


def choose(nearness: Floats, k: int, *, allowed: Mask | None = None, groups: Rows | None = None) -> Rows:
    """The best rows of one query, at most one of each group (an artist, say); -1 stands for no group."""
    order = np.argsort(-nearness, kind="stable")
    if allowed is not None:
        order = order[allowed[order]]
    order = order[~np.isneginf(nearness[order])]
    if groups is not None:
        _, first = np.unique(np.where(groups[order] < 0, -1 - order, groups[order]), return_index=True)
        order = order[np.sort(first)]
    return order[:k]


def _moments(space: Space) -> tuple[Floats, Floats]:
    """Mean and deviation of the nearness of each row to all. For cosines this needs no pairs."""
    values = space.vectors.astype(np.float64)
    if not len(values):
        return np.zeros(0, np.float32), np.zeros(0, np.float32)
    if space.metric == Metric.COSINE:
        mean = values @ values.mean(0)
        squares = np.einsum("ij,jk,ik->i", values, values.T @ values / len(values), values, optimize=True)
        deviation = np.sqrt(np.maximum(squares - mean**2, 0))
        return mean.astype(np.float32), deviation.astype(np.float32)
    step = max(len(values) // SAMPLE, 1)
    sample = np.stack([space.nearness(vector) for vector in space.vectors[::step]])
    return sample.mean(0), sample.std(0)
