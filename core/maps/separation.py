"""How far labels lie apart: in the full space, and on a map of it for comparison.

A style can look pure because its neighbours are by the same artist. So neighbours
that share something may be left out (`apart`), or only those that share something
be asked (`within`): the artists within a style. Beside every share stands what
chance would give.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.evaluation import Score, bootstrap_mean
from core.maps.pairs import FEW, Doubles, Values, best, check, panels, where
from core.neighbours import Metric, Space
from core.neighbours.search import Mask, Rows
from core.progress import ShouldStop, never

AT_MOST = 12_000
"""Rows up to which every one is asked."""
SAMPLE = 4000
"""Rows of a larger space that are asked; their neighbours are looked for among all."""
SAME = 1e-12
"""Mean distances by cosine below this are rounding."""
PART_ROWS = 512


@dataclass(frozen=True)
class Share:
    """Of the neighbours of `score.n` rows, those that carry the same label."""

    score: Score
    by_chance: float
    at_best: float
    """What could be reached: a label on three tracks has two neighbours to offer, not k."""


@dataclass(frozen=True)
class Purity:
    k: int
    overall: Share | None
    """None where no row has a neighbour that counts."""
    classes: dict[int, Share]
    """Of each label, or of each value of `within`."""


@dataclass(frozen=True)
class Silhouette:
    """From -1, all among others, over 0 to 1, all among their own."""

    values: Doubles
    """NaN where a row has no label or was not asked."""
    overall: Score
    classes: dict[int, Score]


def purity(
    space: Space,
    labels: Rows,
    k: int = 15,
    *,
    apart: Rows | None = None,
    within: Rows | None = None,
    groups: Rows | None = None,
    at_most: int = AT_MOST,
    seed: int,
    should_stop: ShouldStop = never,
) -> Purity:
    """The share of the k nearest that carry the same label; below zero stands for none.

    Rows without a label, or without a value of `within`, neither ask nor answer. The intervals are for
    other `groups` of the same kind, the artists, say.
    """
    counted = (labels >= 0) if within is None else (labels >= 0) & (within >= 0)
    pool, alike = _offered(labels, counted, apart, within)
    asked = _some(np.flatnonzero(counted & (pool > 0)), at_most, seed)
    pure = np.zeros(len(labels))
    for some, scores in panels(space, asked, should_stop):
        _leave_out(scores, some, counted, apart, within)
        row, other = where(best(scores, k))
        pure[some] = np.bincount(row, labels[some][row] == labels[other], len(some))
    found = np.maximum(np.minimum(pool, k), 1)
    figures = pure / found, alike / np.maximum(pool, 1), np.minimum(alike, found) / found

    def share(rows: Rows) -> Share:
        score, chance, most = (figure[rows] for figure in figures)
        mine = None if groups is None else groups[rows]
        interval = bootstrap_mean(score, groups=mine, seed=seed, should_stop=should_stop)
        return Share(interval, float(chance.mean()), float(most.mean()))

    by = labels if within is None else within
    classes = {int(one): share(asked[by[asked] == one]) for one in np.unique(by[asked])}
    return Purity(k, share(asked) if len(asked) else None, classes)


def silhouette(
    space: Space,
    labels: Rows,
    *,
    groups: Rows | None = None,
    at_most: int = AT_MOST,
    seed: int,
    should_stop: ShouldStop = never,
) -> Silhouette | None:
    """How much nearer each row is to its own label than to the next. None below two labels.

    Cosines need no pairs, so that every row is asked however many there are.
    """
    asked = np.flatnonzero(labels >= 0)
    names, number = np.unique(labels[asked], return_inverse=True)
    if len(names) < 2:
        return None
    own = np.full(len(labels), -1)
    own[asked] = number
    if space.metric == Metric.EUCLIDEAN:
        asked = _some(asked, at_most, seed)
    values = np.full(len(labels), np.nan)
    for some, totals in _totals(space, own, asked, should_stop):
        values[some] = _silhouettes(totals, own[some], np.bincount(number))

    def score(rows: Rows) -> Score:
        mine = None if groups is None else groups[rows]
        return bootstrap_mean(values[rows], groups=mine, seed=seed, should_stop=should_stop)

    classes = {int(one): score(asked[labels[asked] == one]) for one in np.unique(labels[asked])}
    return Silhouette(values, score(asked), classes)


def _silhouettes(totals: Doubles, own: Rows, sizes: Rows) -> Doubles:
    """From the sums of distances to each class; alone in its class a row has 0."""
    each = np.arange(len(own))
    inside = totals[each, own] / np.maximum(sizes[own] - 1, 1)
    means = totals / sizes
    means[each, own] = np.inf
    outside = means.min(1)
    larger = np.maximum(inside, outside)
    found = np.divide(outside - inside, larger, out=np.zeros(len(own)), where=larger > 0)
    return np.where(sizes[own] > 1, found, 0.0)


def _totals(space: Space, own: Rows, asked: Rows, should_stop: ShouldStop) -> Iterator[tuple[Rows, Doubles]]:
    """Some of the rows asked and the sums of their distances to each class; to itself there is none."""
    members = [np.flatnonzero(own == one) for one in range(own.max() + 1)]
    sizes = np.array([len(rows) for rows in members])
    sums = np.zeros((len(members), space.vectors.shape[1]))
    if space.metric == Metric.COSINE:
        for one, rows in enumerate(members):
            for part in _parts(rows, should_stop):
                sums[one] += _precise(space, part).sum(0)
    for some in _parts(asked, should_stop):
        mine = _precise(space, some)
        totals = np.zeros((len(some), len(members)))
        if space.metric == Metric.COSINE:
            totals = sizes - mine @ sums.T
            totals[np.arange(len(some)), own[some]] -= 1 - np.einsum("ij,ij->i", mine, mine)
            totals[totals < SAME * sizes] = 0
        else:
            for one, rows in enumerate(members):
                for part in _parts(rows, should_stop):
                    distances = _distances(mine, _precise(space, part))
                    distances[some[:, None] == part] = 0
                    totals[:, one] += distances.sum(1)
        yield some, totals


def _parts(rows: Rows, should_stop: ShouldStop) -> Iterator[Rows]:
    for start in range(0, len(rows), PART_ROWS):
        check(should_stop)
        yield rows[start : start + PART_ROWS]


def _precise(space: Space, rows: Rows) -> Doubles:
    """In double precision: of length 1 for cosines, else from the first row on, where rounding is least."""
    values = space.vectors[rows].astype(np.float64)
    if space.metric == Metric.EUCLIDEAN:
        values -= space.vectors[0]
        return values
    lengths = np.sqrt(np.einsum("ij,ij->i", values, values))
    scaled: Doubles = values / np.where(lengths > 0, lengths, 1)[:, None]
    return scaled


def _distances(mine: Doubles, theirs: Doubles) -> Doubles:
    from scipy.spatial.distance import cdist

    if mine.shape[1] <= FEW:
        exact: Doubles = cdist(mine, theirs)
        return exact
    squares = (np.einsum("ij,ij->i", values, values) for values in (mine, theirs))
    rounded: Doubles = np.sqrt(np.maximum(np.add.outer(*squares) - 2 * (mine @ theirs.T), 0))
    return rounded


def _leave_out(scores: Values, some: Rows, counted: Mask, apart: Rows | None, within: Rows | None) -> None:
    """Who is no neighbour of these rows."""
    scores[:, ~counted] = -np.inf
    if apart is not None:
        scores[(apart[some, None] == apart) & (apart[some, None] >= 0)] = -np.inf
    if within is not None:
        scores[within[some, None] != within] = -np.inf


def _offered(labels: Rows, counted: Mask, apart: Rows | None, within: Rows | None) -> tuple[Rows, Rows]:
    """How many rows may be a row's neighbours, and how many of these carry its label."""
    pool, alike = np.zeros(len(labels), np.int64), np.zeros(len(labels), np.int64)
    rows = np.flatnonzero(counted)
    itself = rows if apart is None else np.where(apart[rows] < 0, -1 - rows, apart[rows])
    fence = np.zeros(len(rows), np.int64) if within is None else within[rows]
    pool[rows] = _sharing(fence) - _sharing(fence, itself)
    alike[rows] = _sharing(fence, labels[rows]) - _sharing(fence, labels[rows], itself)
    return pool, alike


def _sharing(*properties: Rows) -> Rows:
    """How many rows have all these in common with each row; itself is one of them."""
    together = np.zeros(len(properties[0]), np.int64)
    for one in properties:
        kinds = np.unique(one, return_inverse=True)[1]
        together = np.unique(together * (kinds.max(initial=0) + 1) + kinds, return_inverse=True)[1]
    return np.bincount(together)[together]


def _some(rows: Rows, at_most: int, seed: int) -> Rows:
    if len(rows) <= at_most:
        return rows
    return np.sort(np.random.default_rng(seed).choice(rows, min(SAMPLE, at_most), replace=False))
