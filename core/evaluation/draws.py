"""Draws with replacement, told as how often each group is in each of them.

What a figure becomes on a resample can then be worked out for many resamples at
once, from weights, without ever copying the tracks. The same seed draws the same,
so that two runs can be judged on the very same resamples.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.progress import ShouldStop, never

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

LEVEL = 0.95
RESAMPLES = 2000
BLOCK = 1 << 20
"""So many items are drawn at once."""


@dataclass(frozen=True)
class Draws:
    """Groups drawn with replacement, as many as there are, `resamples` times over."""

    group: Rows
    """Of each item, as `numbered` gives them."""
    seed: int
    resamples: int = RESAMPLES
    should_stop: ShouldStop = never

    @property
    def groups(self) -> int:
        return int(self.group.max()) + 1

    def counts(self, at_once: int = BLOCK) -> Iterator[Floats]:
        """(groups, some): how often each group is in each resample. The first is the part as it is.

        There is no other where there is one group only. `at_once` is how many numbers the caller
        can hold for the items of a block; the draws do not depend on it.
        """
        yield np.ones((self.groups, 1))
        if self.groups < 2:
            return
        step = max(at_once // len(self.group), 1)
        for drawn in draw(self.groups, self.resamples, self.seed, self.should_stop, step):
            place = drawn * len(drawn) + np.arange(len(drawn))[:, None]
            found = np.bincount(place.ravel(), minlength=self.groups * len(drawn))
            yield found.reshape(self.groups, len(drawn)).astype(np.float64)

    def swaps(self) -> Iterator[Floats]:
        """(groups, some): 1 where a fair coin says that two runs change places on this group."""
        rng = np.random.default_rng(self.seed)
        step = max(BLOCK // self.groups, 1)
        for start in range(0, self.resamples, step):
            if self.should_stop():
                raise Interrupted
            some = min(step, self.resamples - start)
            yield rng.integers(0, 2, (some, self.groups)).T.astype(np.float64)


def numbered(groups: Rows | None, n: int) -> Rows:
    """Numbered from 0 without a gap. A group below zero stands for an item by itself."""
    if not n:
        raise ValueError("no items")
    if groups is None:
        return np.arange(n)
    if len(groups) != n:
        raise ValueError(f"{len(groups)} groups for {n} items")
    kinds = np.asarray(groups, np.int64)
    alone: Rows = np.where(kinds < 0, -1 - np.arange(n), kinds)
    return np.unique(alone, return_inverse=True)[1]


def draw(
    n: int, resamples: int, seed: int, should_stop: ShouldStop, step: int | None = None
) -> Iterator[Rows]:
    """(some, n): each row is n of n with replacement."""
    rng = np.random.default_rng(seed)
    step = step or max(BLOCK // n, 1)
    for start in range(0, resamples, step):
        if should_stop():
            raise Interrupted
        yield rng.integers(0, n, (min(step, resamples - start), n))


def ends(found: Floats, level: float) -> tuple[float | None, float | None]:
    """Between them lie `level` of the resamples on which the figure exists.

    None where there are none, and where no two differ: then they have nothing to tell.
    """
    known = found[np.isfinite(found)]
    if not len(known) or np.ptp(known) <= 1e-12 * np.abs(known).max():
        return None, None
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
