"""Hubs: tracks that are near everything because of the space, not because of the music.

In many dimensions some points turn up among the neighbours of a large part of
a collection and others among nobody's. `report` says how bad it is; `Mutual`
corrects it: two tracks are near when each is near *for the other*.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.neighbours.best import ranks
from core.neighbours.search import NONE, Floats, Metric, Nearest, Rows, Space
from core.progress import Progress, ShouldStop, Step, ignore, never

SAMPLE = 1000
"""Rows whose distances stand for all where they cannot be summed up exactly."""
BLOCK = 1 << 22
"""So many pairs are weighed at once."""
TINY = 1e-9


@dataclass(frozen=True)
class HubReport:
    """How often tracks are among the `k` nearest of others; on average that is `k` times."""

    n: int
    k: int
    skewness: float
    """0: even. Above 1.4 or so, hubs decide what is found."""
    named: Rows
    """How often each row is named."""
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
    hubs = [row for row in greatest(named, n) if named[row] >= 5 * k] if k else []
    return HubReport(n, k, skewness, named, hubs, int((named == 0).sum()))


def greatest(named: Rows, number: int) -> list[int]:
    """The rows that are named most often, the greatest first."""
    found: list[int] = np.argsort(-named, kind="stable")[:number].tolist()
    return found


class Mutual:
    """Mutual proximity: how sure both are that they are nearer to each other than to chance.

    The distances from each point are taken as normal. The published form multiplies the two
    probabilities as if they were independent; so does this one, in logarithms.
    """

    def __init__(self, space: Space, *, should_stop: ShouldStop = never) -> None:
        self.space = space
        self._mean, self._deviation = _moments(space, should_stop)

    def nearness(self, query: NDArray[np.floating]) -> Floats:
        """Of every row to one query: the logarithm of both probabilities, 0 at the most."""
        mine, theirs = self._sure(self.space.nearness(query)[None])
        return _both(mine[0], theirs[0])

    def own_nearest(self, k: int, *, progress: Progress = ignore, should_stop: ShouldStop = never) -> Nearest:
        """Of every row, without itself."""
        n = len(self.space)
        k = min(k, max(n - 1, 0))
        found = Nearest(np.full((n, k), NONE), np.full((n, k), -np.inf, np.float32))
        size = max(BLOCK // max(n, 1), 1)
        for start in range(0, n if k else 0, size):
            if should_stop():
                raise Interrupted
            stop = min(start + size, n)
            mine, theirs = self._sure(self.space.nearness_of(self.space.vectors[start:stop]))
            mine[np.arange(stop - start), np.arange(start, stop)] = -np.inf
            part = _nearest(mine, theirs, k)
            found.rows[start:stop], found.nearness[start:stop] = part.rows, part.nearness
            progress(Step(stop, n, "tracks"))
        return found

    def _sure(self, nearness: Floats) -> tuple[Floats, Floats]:
        """By how many deviations a pair is nearer than chance: for the one who asks, and for the other."""
        mean, deviation = nearness.mean(1, keepdims=True), nearness.std(1, keepdims=True)
        mine: Floats = np.divide(nearness - mean, np.maximum(deviation, TINY), dtype=np.float32)
        theirs: Floats = np.divide(nearness - self._mean, np.maximum(self._deviation, TINY), dtype=np.float32)
        return mine, theirs


def _both(mine: Floats, theirs: Floats) -> Floats:
    from scipy.special import log_ndtr

    both: Floats = (log_ndtr(mine) + log_ndtr(theirs)).astype(np.float32)
    return both


def _nearest(mine: Floats, theirs: Floats, k: int) -> Nearest:
    """The k best of each row. Logarithms are taken of a few only.

    The less sure of the two decides: both together are no more than its logarithm, and no less than twice
    that. So whoever is less sure than that of the k-th best, doubled, cannot be among them.
    """
    from scipy.special import log_ndtr, ndtri_exp

    least = np.minimum(mine, theirs)
    level = np.partition(least, -k, axis=1)[:, -k].astype(np.float64)
    level = np.minimum(ndtri_exp(2 * log_ndtr(level)), level) - 1e-3
    asked, row = np.nonzero(least >= level[:, None])
    both = _both(mine[asked, row], theirs[asked, row])
    order = np.lexsort((row, -both, asked))
    place = ranks(asked[order])
    kept, place = order[place < k], place[place < k]
    found = Nearest(np.full((len(mine), k), NONE), np.full((len(mine), k), -np.inf, np.float32))
    found.rows[asked[kept], place], found.nearness[asked[kept], place] = row[kept], both[kept]
    return found


def _moments(space: Space, should_stop: ShouldStop) -> tuple[Floats, Floats]:
    """Mean and deviation of the nearness of each row to all. For cosines this needs no pairs."""
    n = len(space)
    if not n:
        return np.zeros(0, np.float32), np.zeros(0, np.float32)
    if space.metric == Metric.COSINE:
        return _of_cosines(space.vectors, should_stop)
    every = max(n // SAMPLE, 1)
    others = Space(space.vectors[::every], space.metric)
    found = list[tuple[Floats, Floats]]()
    size = max(BLOCK // len(others), 1)
    for start in range(0, n, size):
        if should_stop():
            raise Interrupted
        near = others.nearness_of(space.vectors[start : start + size])
        found.append((near.mean(1), near.std(1)))
    return np.concatenate([mean for mean, _ in found]), np.concatenate([dev for _, dev in found])


def _of_cosines(vectors: Floats, should_stop: ShouldStop) -> tuple[Floats, Floats]:
    """From the mean and the covariance of all: the deviation along each vector."""
    n, dimension = vectors.shape
    middle: Floats = vectors.mean(0, dtype=np.float64).astype(np.float32)
    covariance = np.zeros((dimension, dimension))
    parts = [slice(start, start + BLOCK // 1024) for start in range(0, n, BLOCK // 1024)]
    for part in parts:
        centred = vectors[part] - middle
        covariance += centred.T @ centred
        if should_stop():
            raise Interrupted
    spread = (covariance / n).astype(np.float32)
    squares = [np.einsum("ij,ij->i", vectors[part] @ spread, vectors[part]) for part in parts]
    deviation: Floats = np.sqrt(np.maximum(np.concatenate(squares), 0)).astype(np.float32)
    return vectors @ middle, deviation
