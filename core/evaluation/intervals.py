"""Intervals: how far a figure could be another one had chance dealt other tracks.

A share of hits has Wilson's interval. Anything else is worked out again from
items drawn with replacement; where items come in groups, as the tracks of an
artist do, whole groups are drawn, because their members are no news to each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.evaluation.draws import LEVEL, RESAMPLES, Floats, Rows, draw, numbered
from core.progress import ShouldStop, never


@dataclass(frozen=True)
class Score:
    """A figure worked out from `n` items, and where it would lie 95 times in 100."""

    value: float
    low: float | None
    """None where it cannot be known: from a single item, or a single group."""
    high: float | None
    n: int


def wilson(hits: int, n: int, *, level: float = LEVEL) -> Score:
    """The share of hits among `n` tries, at least one."""
    if not 0 <= hits <= n or not n:
        raise ValueError(f"{hits} hits of {n}")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    low, high = max(middle - half, 0.0), min(middle + half, 1.0)
    # At the ends the rounding of the root would show.
    return Score(share, low if hits else 0.0, high if hits < n else 1.0, n)


def bootstrap_mean(
    values: NDArray[np.floating],
    *,
    groups: Rows | None = None,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> Score:
    """The mean of one score an item, at least one. A group below zero stands for an item by itself."""
    kinds = numbered(groups, len(values))
    sums = np.bincount(kinds, np.asarray(values, np.float64))
    sizes = np.bincount(kinds)
    even = bool((sizes == sizes[0]).all())

    def means() -> Iterator[Floats]:
        for drawn in draw(len(sums), resamples, seed, should_stop):
            total = sums[drawn].sum(1)
            yield total / (sizes[0] * len(sums)) if even else total / sizes[drawn].sum(1)

    low, high = _ends(means(), level) if len(sums) > 1 else (None, None)
    return Score(float(sums.sum() / len(values)), low, high, len(values))


def bootstrap(
    statistic: Callable[[Rows], float],
    n: int,
    *,
    groups: Rows | None = None,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> Score:
    """Any figure that can be worked out from rows of `n`, the same row more than once among them."""
    kinds = numbered(groups, n)
    members = np.split(np.argsort(kinds, kind="stable"), np.cumsum(np.bincount(kinds))[:-1])

    def again() -> Iterator[Floats]:
        for drawn in draw(len(members), resamples, seed, should_stop):
            for groups_drawn in drawn:
                if should_stop():
                    raise Interrupted
                yield np.array([statistic(np.concatenate([members[group] for group in groups_drawn]))])

    low, high = _ends(again(), level) if len(members) > 1 else (None, None)
    return Score(float(statistic(np.arange(n))), low, high, n)


def _ends(found: Iterator[Floats], level: float) -> tuple[float, float]:
    low, high = np.quantile(np.concatenate(list(found)), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
