"""What fine-tuning moved: whose neighbours in the full space are other ones now.

Never by distance on a screen: two maps of one space differ by their seed alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation import Score, bootstrap_mean
from core.maps.pairs import shared
from core.neighbours import Space
from core.neighbours.search import Rows
from core.progress import Progress, ShouldStop, ignore, never, shares

MOST = 100


@dataclass(frozen=True)
class Mover:
    """A row, and who its neighbours were and are, the nearest first."""

    row: int
    overlap: float
    lost: list[int]
    gained: list[int]


@dataclass(frozen=True)
class Movers:
    k: int
    overlap: NDArray[np.float64]
    """Of each row, the share of its k nearest that stayed."""
    order: Rows
    """All rows, those that moved most first; of equals the first row."""
    biggest: list[Mover]
    mean: Score | None
    """None where there is no neighbour to keep: below two rows."""
    by_chance: float
    """The mean overlap of two spaces that have nothing to do with each other."""


def movers(
    before: Space,
    after: Space,
    k: int = 15,
    *,
    most: int = MOST,
    groups: Rows | None = None,
    seed: int,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> Movers:
    """Between two embeddings of the same rows; they may differ in dimension and metric."""
    n = len(before)
    if len(after) != n:
        raise ValueError(f"{n} rows before, {len(after)} after")
    k = min(k, max(n - 1, 0))
    if not k:
        return Movers(0, np.ones(n), np.arange(n), [], None, 1.0)
    were, are = (
        space.own_nearest(k, progress=part, should_stop=should_stop).rows
        for space, part in zip((before, after), shares(progress, 1, 1), strict=True)
    )
    overlap = shared(were, are)
    order = np.argsort(overlap, kind="stable")
    biggest = [
        Mover(row, float(overlap[row]), _without(were[row], are[row]), _without(are[row], were[row]))
        for row in order[:most].tolist()
    ]
    mean = bootstrap_mean(overlap, groups=groups, seed=seed, should_stop=should_stop)
    return Movers(k, overlap, order, biggest, mean, k / (n - 1))


def _without(some: Rows, others: Rows) -> list[int]:
    return [int(row) for row in some[~np.isin(some, others)]]
