"""How the numbers of a field are spread over the tracks found, in bins whose edges a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np

from core.library.fields import find_field
from core.library.query.algebra import Query
from core.library.query.finder import Finder
from core.store.collection import Collection

MOST_BINS = 24


@dataclass(frozen=True)
class Histogram:
    """`counts[i]` of the tracks found lie from `edges[i]` to below `edges[i + 1]`.

    The edges are those of the whole collection, so that they stay when the query changes.
    With `whole` all its numbers are whole.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    whole: bool
    low: float
    high: float

    def span(self, first: int, last: int) -> tuple[float, float]:
        """The lowest and highest number that the bins from `first` to `last` may hold."""
        high = self.edges[last + 1] - 1 if self.whole else self.edges[last + 1]
        return max(self.edges[first], self.low), min(high, self.high)


def read_histogram(collection: Collection, field: str, query: str | Query = "") -> Histogram | None:
    """None where no track has a number in the field."""
    with collection.database.reading() as session:
        finder = Finder(session)
        ids, numbers = finder.numbers(find_field(session, field))
        if not len(ids):
            return None
        kept = finder.select(finder.parse(query).where).has(ids)
    whole = bool(np.all(numbers == np.floor(numbers)))
    low, high = float(numbers.min()), float(numbers.max())
    edges = bin_edges(low, high, whole=whole)
    counts, _ = np.histogram(numbers[kept], np.array(edges))
    return Histogram(tuple(edges), tuple(counts.tolist()), whole, low, high)


def bin_edges(low: float, high: float, *, whole: bool, most: int = MOST_BINS) -> list[float]:
    """Round numbers, equally far apart, around all from `low` to `high`; at most `most` bins."""
    step = _step((high - low + whole) / most, whole=whole)
    first = floor(low / step)
    last = floor(high / step) + 1
    while last - first > most:  # the round edges may need one bin more
        step = _step(step * 1.01, whole=whole)
        first, last = floor(low / step), floor(high / step) + 1
    return [round(place * step, 12) for place in range(first, last + 1)]


def _step(least: float, *, whole: bool) -> float:
    """1, 2 or 5 times a power of ten."""
    if least <= 0.0:
        return 1.0
    power = 10.0 ** floor(log10(least))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
    return float(ceil(max(step, 1.0))) if whole else float(step)
