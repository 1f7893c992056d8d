"""What random tracks reach: a similarity below it says nothing."""

from __future__ import annotations

import numpy as np

from core.neighbours.search import Rows, Space

SHARE = 0.95
DRAWS = 5000
FEWEST = 100
VALUES = 1 << 24
"""So many are added up at most: of questions with many tracks, fewer are drawn."""


def random_level(space: Space, track_ids: Rows, plus: int = 1, minus: int = 0) -> float | None:
    """The nearness that `SHARE` of random questions stay below, to one other track drawn at random.

    A question is the mean of `plus` rows less the mean of `minus` rows; with one row they are random pairs.
    None: there are not so many rows. The same rows always give the same answer.
    """
    asked = plus + minus
    if len(space) <= asked:
        return None
    rng = np.random.default_rng(0)
    found = list[float]()
    for _ in range(int(np.clip(VALUES // (asked * space.vectors.shape[1]), FEWEST, DRAWS))):
        drawn = rng.choice(len(space), asked + 1, replace=False)
        if track_ids[drawn[0]] in track_ids[drawn[1:]]:
            continue  # excerpts of one track are no random pair
        vectors = space.vectors[drawn[1:]]
        query = vectors[:plus].mean(0)
        if minus:
            query = query - vectors[plus:].mean(0)
        found.append(float(space.nearness(query, drawn[:1])[0]))
    return float(np.quantile(found, SHARE)) if found else None
