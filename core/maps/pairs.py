"""Rows of a space against all its rows, a panel at a time: nothing grows with the square of a collection.

Where points lie in two dimensions, as on a map, distances are taken from
differences: products would round away what lies close together.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.maps.forming import Points
from core.neighbours import NONE, Metric, Space
from core.neighbours.search import Mask, Rows
from core.progress import ShouldStop, never

Values = NDArray[np.floating]
Doubles = NDArray[np.float64]

PANEL_ROWS = 256
WORK = 1 << 28
"""So many multiplications go by before somebody may stop."""
LEAST = 256
"""Multiplications that writing down one score costs as much as."""
BLOCK = 1 << 18
"""So many scores are handed out at once."""
FEW = 3
"""Dimensions, up to which differences cost no more than products."""
QUERIES = 1024


def check(should_stop: ShouldStop) -> None:
    if should_stop():
        raise Interrupted


def panels(space: Space, rows: Rows, should_stop: ShouldStop = never) -> Iterator[tuple[Rows, Values]]:
    """Some of the rows and, for each, how near all rows of the space are; itself never is.

    The parts depend on the sizes alone, so that two spaces over the same rows can be gone through side by
    side. The scores are handed over: whoever takes them may write into them.
    """
    for start in range(0, len(rows), PANEL_ROWS):
        mine = rows[start : start + PANEL_ROWS]
        panel = np.empty((len(mine), len(space)), np.float32)
        step = max(WORK // (len(mine) * max(space.vectors.shape[1], LEAST)), 1)
        for first in range(0, len(space), step):
            check(should_stop)
            part = slice(first, first + step)
            panel[:, part] = nearness(space, mine, part)
        panel[np.arange(len(mine)), mine] = -np.inf
        size = max(BLOCK // max(len(space), 1), 1)
        for first in range(0, len(mine), size):
            check(should_stop)
            yield mine[first : first + size], panel[first : first + size]


def nearness(space: Space, rows: Rows, others: Rows | slice) -> Values:
    """(rows, others): the cosine, or the squared distance below zero."""
    mine, theirs = space.vectors[rows], space.vectors[others]
    if space.metric == Metric.COSINE:
        near: Values = mine @ theirs.T
    elif _few(space):
        near = np.zeros((len(mine), len(theirs)), np.float32)
        for axis in range(mine.shape[1]):
            apart = np.subtract.outer(mine[:, axis], theirs[:, axis])
            near -= np.square(apart, out=apart)
    else:
        near = 2 * (mine @ theirs.T) - np.add.outer(space.squares[rows], space.squares[others])
    return near


def _few(space: Space) -> bool:
    return space.metric == Metric.EUCLIDEAN and space.vectors.shape[1] <= FEW


def best(scores: Values, k: int) -> Mask:
    """The k best of each row; of equals the first. What is minus infinity is never among them."""
    if not k:
        return np.zeros(scores.shape, bool)
    worst = np.full((len(scores), 1), -np.inf, scores.dtype)
    if k < scores.shape[1]:
        worst = np.partition(scores, -k, axis=1)[:, -k, None]
    chosen: Mask = scores >= np.maximum(worst, np.finfo(scores.dtype).min)
    for row in np.flatnonzero(np.bincount(where(chosen)[0], minlength=len(scores)) > k):
        equal = np.flatnonzero(scores[row] == worst[row])
        chosen[row, equal[k - int((scores[row] > worst[row]).sum()) :]] = False
    return chosen


def where(chosen: Mask) -> tuple[Rows, Rows]:
    """Rows and columns of what is true, which is little: `np.nonzero` takes fifty times as long."""
    rows, columns = np.divmod(np.flatnonzero(chosen), max(chosen.shape[1], 1))
    return rows, columns


def shared(some: Rows, others: Rows) -> Doubles:
    """The share of each row's entries that is in the same row of the others; no entry is there twice."""
    both = np.sort(np.concatenate([some, others], axis=1), axis=1)
    return np.asarray((both[:, 1:] == both[:, :-1]).sum(1) / some.shape[1])


def nearest_drawn(points: Points, k: int, should_stop: ShouldStop = never) -> Rows:
    """(n, k): of every place on a map the nearest others, in no order; of equals the lower rows.

    A tree finds them. Where it may have chosen among equals, it is not asked but counted.
    """
    from scipy.spatial import cKDTree

    n = len(points)
    k = min(k, max(n - 1, 0))
    found = np.full((n, k), NONE, np.int64)
    if not k:
        return found
    unsure = np.zeros(n, bool)
    tree = cKDTree(points, balanced_tree=False)
    for start in range(0, n, QUERIES):
        check(should_stop)
        rows = np.arange(start, min(start + QUERIES, n))
        distances, others = tree.query(points[rows], min(k + 2, n))
        found[rows], unsure[rows] = _without_itself(distances, others, rows, k)
    for some, scores in panels(Space(points, Metric.EUCLIDEAN), np.flatnonzero(unsure), should_stop):
        found[some] = where(best(scores, k))[1].reshape(len(some), k)
    return found


def _without_itself(distances: Values, others: Rows, rows: Rows, k: int) -> tuple[Rows, Mask]:
    """Of those found the k nearest others, and whether the k-th is as far as the next."""
    itself = others == rows[:, None]
    # A row that is not even among its own nearest has many equals; it is unsure whatever is taken for it.
    itself[~itself.any(1), -1] = True
    shape = len(rows), others.shape[1] - 1
    others, distances = others[~itself].reshape(shape), distances[~itself].reshape(shape)
    unsure = distances[:, -1] <= distances[:, k - 1] if shape[1] > k else np.zeros(len(rows), bool)
    return others[:, :k], unsure
