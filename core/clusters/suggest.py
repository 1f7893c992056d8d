"""What a cluster may be called: a value that many of its tracks have, and more than chance would give it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.clusters.request import Reason
from core.errors import Interrupted
from core.progress import ShouldStop, never

Values = Mapping[int, Sequence[str]]
"""Of one field, by track."""

MISTAKEN = 0.05
"""How often a field may give a name to a cluster that was drawn at random."""
LEAST_TRACKS = 2
LEAST_SHARE = 1 / 3
REASONS = 3
LABELLED = ""
"""No label is empty, so this key counts the tracks that have any."""


def suggest(
    fields: Mapping[str, Values],
    track_ids: Sequence[int],
    cluster_of: NDArray[np.int64],
    clusters: int,
    should_stop: ShouldStop = never,
) -> list[list[Reason]]:
    """The reasons of each cluster 1, 2, …, the best first; none where nothing stands out.

    Only tracks with a value of the field are counted: of the others nobody knows. A value must be on
    a third of them. The best is the one whose share here is most above its share elsewhere.
    """
    found: list[list[Reason]] = [[] for _ in range(clusters)]
    for field, values in fields.items():
        counted = _count(values, track_ids, cluster_of)
        totals = sum(counted.values(), Counter[str]())
        for number in range(1, clusters + 1):
            if should_stop():
                raise Interrupted
            found[number - 1] += _reasons(field, counted.get(number, Counter()), totals)
    return [_best(reasons) for reasons in found]


def log_odds(here: int, of_here: int, elsewhere: int, of_elsewhere: int) -> float:
    """How much likelier a value is here; half a track goes to each count."""
    odds = math.log((here + 0.5) / (of_here - here + 0.5))
    return odds - math.log((elsewhere + 0.5) / (of_elsewhere - elsewhere + 0.5))


def _count(
    values: Values, track_ids: Sequence[int], cluster_of: NDArray[np.int64]
) -> dict[int, Counter[str]]:
    """Tracks by cluster and value."""
    counted: dict[int, Counter[str]] = {}
    for track_id, number in zip(track_ids, cluster_of.tolist(), strict=True):
        if track_id in values:
            counted.setdefault(number, Counter()).update({LABELLED, *values[track_id]})
    return counted


def _reasons(field: str, mine: Counter[str], totals: Counter[str]) -> Iterator[Reason]:
    """Values that pass Fisher's exact test, made stricter by the number that could be drawn twice."""
    from scipy.stats import hypergeom

    n, everybody = mine[LABELLED], totals[LABELLED]
    looked_at = sum(total >= LEAST_TRACKS for total in totals.values()) - 1
    if n == everybody:
        return  # there is nobody to compare with
    for value, here in sorted(mine.items()):
        if value == LABELLED or here < LEAST_TRACKS or here < LEAST_SHARE * n:
            continue
        total = totals[value]
        by_chance = hypergeom.sf(here - 1, everybody, total, n)
        if by_chance * looked_at <= MISTAKEN:
            counts = (here, n, total - here, everybody - n)
            yield Reason(field, value, *counts, round(log_odds(*counts), 3))


def _best(reasons: list[Reason]) -> list[Reason]:
    """A value that several fields give, as artist and composer may, is a reason once."""
    ordered = sorted(reasons, key=_ahead, reverse=True)
    return list({reason.value: reason for reason in reversed(ordered)}.values())[::-1][:REASONS]


def _ahead(reason: Reason) -> float:
    return reason.here / reason.of_here - reason.elsewhere / reason.of_elsewhere
