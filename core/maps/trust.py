"""How far a map can be believed, point by point and as a whole.

Trustworthiness: what lies near on the map is near in the full space. Continuity:
what is near in the full space lies near on the map. Both after Venna and Kaski:
1 is a perfect map, about 0.5 is chance. What looks clear can be wrong, and then
this says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.maps.forming import Points
from core.maps.pairs import Values, best, check, nearest_drawn, nearness, panels, where
from core.neighbours import Metric, Space
from core.neighbours.search import Mask, Rows
from core.progress import ShouldStop, never

Floats = NDArray[np.float32]

AT_MOST = 12_000
"""Rows up to which every rank is counted."""
SAMPLE = 2000
"""Rows of a larger space that stand for all."""
ASKED = 256
"""Rows whose ranks are estimated at once."""


@dataclass(frozen=True)
class Trust:
    """Figures of each point and, in `mean_…`, of the map, from 0 to 1."""

    k: int
    """Neighbours looked at; fewer than asked for where there are less than twice as many points."""
    sampled: int | None
    """None: every rank was counted. Else the points whose ranks were; the others' trust is estimated
    from these, and their continuity and what they kept is not known: NaN."""
    trustworthiness: Floats
    continuity: Floats
    kept: Floats
    """The share of the k nearest in the full space that are among the k nearest on the map."""
    mean_trustworthiness: float
    mean_continuity: float
    mean_kept: float
    kept_by_chance: float


def judge(
    space: Space,
    points: Points,
    k: int = 15,
    *,
    at_most: int = AT_MOST,
    seed: int,
    should_stop: ShouldStop = never,
) -> Trust | None:
    """Of a map of the space's rows. None below four points: there is nothing to get wrong."""
    n = len(space)
    if len(points) != n:
        raise ValueError(f"{len(points)} points for {n} rows")
    if n < 4:
        return None
    k = max(min(k, (n - 1) // 2), 1)
    rows = np.arange(n)
    if n > at_most:
        rows = np.sort(np.random.default_rng(seed).choice(n, min(SAMPLE, at_most), replace=False))
    trust, continuity, kept = _count(space, points, rows, k, should_stop)
    if n > at_most:
        others = np.setdiff1d(np.arange(n), rows)
        trust[others] = _estimate(space, nearest_drawn(points, k, should_stop), others, rows, should_stop)
    return Trust(
        k,
        len(rows) if n > at_most else None,
        trust,
        continuity,
        kept,
        float(trust.mean(dtype=np.float64)),
        float(np.nanmean(continuity, dtype=np.float64)),
        float(np.nanmean(kept, dtype=np.float64)),
        k / (n - 1),
    )


def _count(space: Space, points: Points, rows: Rows, k: int, should_stop: ShouldStop) -> Floats:
    """(3, n): trustworthiness, continuity and what was kept; NaN but for the rows."""
    n, flat = len(space), Space(points, Metric.EUCLIDEAN)
    found = np.full((3, n), np.nan, np.float32)
    sides = zip(panels(space, rows, should_stop), panels(flat, rows, should_stop), strict=True)
    for (some, there), (_, here) in sides:
        near, drawn = best(there, k), best(here, k)
        found[0, some] = 1 - _worst_is_one(_ranks(there, drawn, k), n, k)
        found[1, some] = 1 - _worst_is_one(_ranks(here, near, k), n, k)
        found[2, some] = np.count_nonzero(near & drawn, axis=1) / k
    return found


def _ranks(scores: Values, chosen: Mask, k: int) -> Values:
    """(rows, k): the rank of each that was chosen, from 1 for the nearest; of equals the first row leads."""
    columns = where(chosen)[1].reshape(len(scores), k)
    values = np.take_along_axis(scores, columns, 1)
    lines = np.sort(scores, axis=1)
    behind, reached = _passed(lines, values, "left"), _passed(lines, values, "right")
    ranks: Values = 1.0 + scores.shape[1] - reached
    for i, j in zip(*np.nonzero(reached - behind > 1), strict=True):
        ranks[i, j] += np.count_nonzero(scores[i, : columns[i, j]] == values[i, j])
    return ranks


def _worst_is_one(ranks: Values, n: int, k: int) -> Values:
    """How far the ranks lie beyond the k-th, as a share of what is possible."""
    found: Values = np.maximum(ranks - k, 0).sum(1) * (2 / (k * (2 * n - 3 * k - 1)))
    return found


def _estimate(space: Space, drawn: Rows, rows: Rows, sample: Rows, should_stop: ShouldStop) -> Floats:
    """The trustworthiness of rows from how many of the sample are nearer than what is drawn beside them."""
    n, k = drawn.shape
    found = np.empty(len(rows), np.float32)
    for start in range(0, len(rows), ASKED):
        check(should_stop)
        some = rows[start : start + ASKED]
        lines = np.sort(nearness(space, some, sample), axis=1)
        nearer = len(sample) - _passed(lines, _nearness_of_each(space, some, drawn[some]), "right")
        ranks = 1 + nearer * ((n - 2) / len(sample))
        found[start : start + ASKED] = 1 - _worst_is_one(ranks, n, k)
    return found


def _passed(lines: Values, values: Values, side: Literal["left", "right"]) -> Rows:
    """How many places of each sorted line lie before each of its values, or up to it."""
    return np.stack([line.searchsorted(own, side) for line, own in zip(lines, values, strict=True)])


def _nearness_of_each(space: Space, rows: Rows, others: Rows) -> Values:
    """Of each row to its own few."""
    mine, theirs = space.vectors[rows], space.vectors[others]
    if space.metric == Metric.COSINE:
        near: Values = np.einsum("id,ikd->ik", mine, theirs)
    else:
        near = -((mine[:, None] - theirs) ** 2).sum(2)
    return near
