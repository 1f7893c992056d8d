"""Where two tracks match, second by second, and how one track is built.

Excerpts are compared pairwise; a stretch that matches is a diagonal along
which they stay more alike than the rest. Vectors are centred on the
collection's mean first: most encoders put everything near everything.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.neighbours.search import Floats, unit
from core.progress import ShouldStop, never

MOST_SEGMENTS = 10
SHORTEST = 2
"""Windows; a single pair that happens to be alike is no stretch."""


@dataclass(frozen=True)
class Segment:
    """Windows [a, a + length) of one track match windows [b, b + length) of the other."""

    a: int
    b: int
    length: int
    similarity: float
    """Mean cosine along the stretch, of centred vectors."""


def similarity(a: NDArray[np.floating], b: NDArray[np.floating], mean: NDArray[np.floating]) -> Floats:
    """(windows of a, windows of b): the cosine of what sets each apart from the mean."""
    alike: Floats = unit(_centred(a, mean)) @ unit(_centred(b, mean)).T
    return np.clip(alike, -1, 1)


def segments(
    alike: Floats, *, above: float | None = None, same: bool = False, should_stop: ShouldStop = never
) -> list[Segment]:
    """The stretches that match best, the best first; no window pair is in two of them.

    `above` is the similarity that counts for nothing; None: the `default_level`.
    With `same` the two tracks are one, and what is above the main diagonal is all there is to find.
    """
    level = default_level(alike) if above is None else above
    gain = alike.astype(np.float64) - level
    if same:
        gain[np.tril_indices(len(gain), SHORTEST - 1)] = -np.inf
    found = list[Segment]()
    while len(found) < MOST_SEGMENTS:
        if should_stop():
            raise Interrupted
        total, first, last, diagonal = _best_stretch(gain)
        if total <= 0:
            break
        rows = np.arange(first, last)
        columns = rows + diagonal
        if len(rows) >= SHORTEST:
            mean = float(alike[rows, columns].mean())
            found.append(Segment(int(rows[0]), int(columns[0]), len(rows), mean))
        gain[rows, columns] = -np.inf
    return found


def novelty(alike: Floats, size: int = 4) -> Floats:
    """How much each window begins something new: what lies before and after it is alike, across it is not.

    The self-similarity of a track seen through a checkerboard of 2 × `size` windows; 0 at its edges.
    """
    windows = len(alike)
    found = np.zeros(windows, np.float32)
    for i in range(1, windows):
        n = min(size, i, windows - i)
        before, after = alike[i - n : i, i - n : i], alike[i : i + n, i : i + n]
        across = alike[i - n : i, i : i + n]
        found[i] = max(float(before.mean() + after.mean()) / 2 - float(across.mean()), 0.0)
    return found


def boundaries(new: Floats, *, least: float | None = None) -> list[int]:
    """Windows at which a part begins: peaks of the novelty that stand out."""
    if len(new) < 3:
        return []
    level = float(new.mean() + new.std()) if least is None else least
    inner = (new[1:-1] > new[:-2]) & (new[1:-1] >= new[2:]) & (new[1:-1] > level)
    return [int(i) + 1 for i in np.flatnonzero(inner)]


def default_level(alike: Floats) -> float:
    """Two deviations above the mean of all pairs, or half-way from it to the greatest if that is less."""
    mean = float(alike.mean())
    return min(mean + 2 * float(alike.std()), (mean + float(alike.max())) / 2)


def _centred(vectors: NDArray[np.floating], mean: NDArray[np.floating]) -> Floats:
    return (np.asarray(vectors, np.float64) - mean).astype(np.float32)


def _best_stretch(gain: NDArray[np.float64]) -> tuple[float, int, int, int]:
    """The stretch of any diagonal with the greatest sum: (sum, first row, row after the last, diagonal).

    Row by row, for all columns at once: a stretch that ends here goes on with the one that ended a row
    and a column before, or begins anew where that one is no gain.
    """
    columns = gain.shape[1]
    sums, begun = np.full(columns, -np.inf), np.zeros(columns, np.int64)
    best = (-np.inf, 0, 0, 0)
    for row, values in enumerate(gain):
        before = np.concatenate([[-np.inf], sums[:-1]])
        fresh = before <= 0
        sums = np.where(fresh, 0.0, before) + values
        begun = np.where(fresh, row, np.concatenate([[0], begun[:-1]]))
        column = int(sums.argmax())
        if sums[column] > best[0]:
            best = (float(sums[column]), int(begun[column]), row + 1, column - row)
    return best
