"""Figures that follow from sums over tracks: accuracy, F1, the mean error, a correlation.

Each track gives its share of every sum once. A resample then is a product of how
often each group was drawn with the sums of that group, and two runs that change
places on some tracks are another; nothing is judged again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.draws import Draws, Floats, Rows, ends
from core.evaluation.intervals import Score, wilson

Totals = dict[str, Floats]
"""(sums of that name, resamples) each; the first column is the part as it is."""


@dataclass(frozen=True)
class Part:
    """Sums of one name: a track adds `value` to the sum at `place`, or to none below zero."""

    value: Floats
    place: Rows
    width: int = 1


def one(value: NDArray[np.floating] | NDArray[np.bool_]) -> Part:
    """A single sum over all tracks."""
    return Part(np.asarray(value, np.float64), np.zeros(len(value), np.int64))


def count(place: Rows, width: int) -> Part:
    """How many tracks there are at each place."""
    return Part(np.ones(len(place)), place, width)


@dataclass(frozen=True)
class Sums:
    """Every sum that the figures of a task are made of."""

    parts: dict[str, Part]

    def weigh(self, group: Rows) -> Callable[[Floats], Floats]:
        """From weights (groups, some) to the sums (sums, some). A track adds to few of them."""
        from scipy.sparse import coo_array

        rows, columns, values, start = [], [], [], 0
        for part in self.parts.values():
            kept = part.place >= 0
            rows.append(start + part.place[kept])
            columns.append(group[kept])
            values.append(part.value[kept])
            start += part.width
        entries = np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))
        matrix = coo_array(entries, shape=(start, int(group.max()) + 1)).tocsr()

        def weighed(weights: Floats) -> Floats:
            found: Floats = matrix @ weights
            return found

        return weighed

    def named(self, totals: Floats) -> Totals:
        """From one row a sum, in the order of the parts."""
        cuts = np.cumsum([part.width for part in self.parts.values()])[:-1]
        return dict(zip(self.parts, np.split(totals, cuts), strict=True))

    def drawn(self, draws: Draws) -> Totals:
        weighed = self.weigh(draws.group)
        return self.named(np.concatenate([weighed(counts) for counts in draws.counts()], axis=1))


def ratio(above: Floats, below: Floats) -> Floats:
    """NaN where there is nothing below."""
    found = np.full(np.broadcast(above, below).shape, np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found


def mean_of_known(values: Floats) -> Floats:
    """Down each column; NaN where nothing is known."""
    known = np.isfinite(values)
    return ratio(np.where(known, values, 0.0).sum(0), known.sum(0))


def scored(found: Floats, n: int, level: float) -> Score:
    """`found` on the part first, then on each resample."""
    low, high = ends(found[1:], level)
    return Score(float(found[0]), low, high, n)


def share(hits: Floats, tries: Floats, groups: int | None, level: float) -> Score:
    """Wilson's interval where `groups` is None, else by resampling: so many groups hold a try.

    All or none of the tries hit says the same on every resample. There Wilson's interval serves again,
    for as many tries as there are groups.
    """
    hit, n = round(hits[0]), round(tries[0])
    if groups is None:
        return wilson(hit, n, level=level)
    if groups > 1 and hit in (0, n):
        edge = wilson(groups if hit else 0, groups, level=level)
        return Score(edge.value, edge.low, edge.high, n)
    return scored(ratio(hits, tries)[: None if groups > 1 else 1], n, level)
