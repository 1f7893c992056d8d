"""Orders in which tracks are named to be listened to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

OF_ONE = 2
"""So many tracks of one artist are named at most."""
LOOKED_AT = 8
"""Times as many tracks as are wanted, so that not only the oddest are named."""

Rows = NDArray[np.int64]
Shares = NDArray[np.float64]


def uncertain(rows: Rows, shares: Shares) -> Iterator[int]:
    """Those first whose two likeliest classes are closest."""
    best = np.sort(shares[rows], 1)
    margin = best[:, -1] - best[:, -2]
    return iter(rows[np.lexsort((rows, margin))].tolist())


def surest_of_each(rows: Rows, shares: Shares) -> Iterator[int]:
    """The class of which a row is said takes its turn; of each the surest first."""
    said, sure = shares[rows].argmax(1), shares[rows].max(1)
    order = np.lexsort((rows, -sure))
    of_class = [rows[order[said[order] == kind]].tolist() for kind in range(shares.shape[1])]
    return (row for turn in zip_longest(*of_class) for row in turn if row is not None)


def surprising(of: Rows, apart: Shares | None) -> Iterator[int]:
    """Places among the labelled rows, those first whose label all others speak against most."""
    if apart is None:
        return iter(())
    given = apart[np.arange(len(apart)), of]
    against = apart.max(1) - given
    return (int(place) for place in np.argsort(-against, kind="stable") if against[place] > 0)


def unlike(values: NDArray[np.float32], rows: Rows, most: int) -> Rows:
    """To begin with: each as far as can be from all before it, among rows that are drawn."""
    drawn = np.random.default_rng(0).permutation(len(values))
    some = drawn[np.isin(drawn, rows)][: LOOKED_AT * most]
    if not len(some):
        return some
    seen = values[some].astype(np.float64)
    seen /= np.maximum(np.linalg.norm(seen - seen.mean(0), axis=1).mean(), 1e-12)
    first = int(np.linalg.norm(seen - seen.mean(0), axis=1).argmin())
    order, away = [first], np.linalg.norm(seen - seen[first], axis=1)
    while len(order) < len(some) and away.max() > 0:
        order.append(int(away.argmax()))
        away = np.minimum(away, np.linalg.norm(seen - seen[order[-1]], axis=1))
    rest = np.setdiff1d(np.arange(len(some)), order)
    return some[[*order, *rest.tolist()]]


def few_of_one(rows: Iterator[int], groups: Rows, most: int) -> list[int]:
    """The first ones, but few of one group."""
    counted, found = Counter[int](), list[int]()
    for row in rows:
        if counted[int(groups[row])] < OF_ONE:
            counted[int(groups[row])] += 1
            found.append(row)
            if len(found) == most:
                break
    return found
