"""Who is near whom in two spaces of the same tracks, and how many of them each track kept.

Neighbours are those of the full space, never of a map.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.maps.pairs import best, panels, where
from core.neighbours import NONE, Space
from core.neighbours.search import Rows
from core.progress import Progress, ShouldStop, Step, ignore, never, shares

WIDER = 5
"""Of tracks that kept equally many, those moved more that kept fewer of so many times as many."""
AT_ONCE = 2048
Shares = NDArray[np.float32]


@dataclass(frozen=True)
class Kept:
    """Row by row; neighbours are rows, the nearest first, `NONE` where there are no more."""

    k: int
    was: Rows
    is_: Rows
    share: Shares
    """Of the k neighbours before, those that are among the k after; NaN where a track has none."""
    wide_share: Shares
    """The same of more neighbours, to put tracks in order that kept equally many."""


def compare(
    before: Space,
    after: Space,
    k: int,
    groups: Rows | None = None,
    *,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> Kept:
    """`groups`: rows of the same one are no neighbours; below zero, a row is in none."""
    n = len(before)
    if len(after) != n:
        raise ValueError(f"{n} rows before, {len(after)} after")
    k = min(k, max(n - 1, 0))
    wide = max(min(WIDER * k, (n - 1) // 3), k)
    first, second = shares(progress, 1, 1)
    was = nearest_of_each(before, wide, groups, first, should_stop)
    is_ = nearest_of_each(after, wide, groups, second, should_stop)
    share, wide_share = share_kept(was[:, :k], is_[:, :k]), share_kept(was, is_)
    return Kept(k, was[:, :k], is_[:, :k], share, wide_share)


def nearest_of_each(
    space: Space,
    k: int,
    groups: Rows | None = None,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> Rows:
    """(n, k): of equals the lower row comes first."""
    if groups is None:
        return space.own_nearest(k, progress=progress, should_stop=should_stop).rows
    found = np.full((len(space), k), NONE, np.int64)
    for rows, scores in panels(space, np.arange(len(space)), should_stop):
        same = (groups[rows, None] == groups[None]) & (groups[rows, None] >= 0)
        scores[same] = -np.inf
        line, column = where(best(scores, k))
        order = np.lexsort((column, -scores[line, column], line))
        line, column = line[order], column[order]
        begins = np.searchsorted(line, np.arange(len(rows)))
        found[rows[line], np.arange(len(line)) - begins[line]] = column
        progress(Step(int(rows[-1]) + 1, len(space)))
    return found


def share_kept(was: Rows, is_: Rows) -> Shares:
    """Of each row's neighbours before, the share that is there after, wherever among them."""
    kept = np.zeros(len(was), np.int64)
    for start in range(0, len(was), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        same = (was[some, :, None] == is_[some, None, :]) & (was[some, :, None] != NONE)
        kept[some] = same.any(2).sum(1)
    of = (was != NONE).sum(1)
    return np.where(of > 0, kept / np.maximum(of, 1), np.nan).astype(np.float32)


def biggest_first(share: Shares, wide_share: Shares) -> Rows:
    """Rows by how few neighbours they kept; those without neighbours are left out."""
    rows = np.flatnonzero(np.isfinite(share))
    order: Rows = rows[np.lexsort((rows, wide_share[rows], share[rows]))]
    return order
