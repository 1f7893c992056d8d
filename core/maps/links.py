"""Who is truly near a track, and whether the map shows it: links from one point, and the share of all.

A true neighbour is near in the full space. It is shown where it is among the
nearest points on the map, of which three times as many are looked at.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.embedding import find_set
from core.errors import Interrupted, RequestProblem
from core.maps.forming import Points
from core.maps.kept import KeptMap
from core.maps.placing import layer_named
from core.neighbours import Metric, Space
from core.neighbours.ground import read_ground
from core.neighbours.search import Rows
from core.progress import ShouldStop, never
from core.store.collection import Collection

Floats = NDArray[np.float32]

WIDER = 3
"""So many times as many points are looked at on the map as in the full space."""
JUDGED = 1000
"""Of larger maps so many points are drawn, by chance, for the share."""
ALL_UP_TO = 5000
BLOCK = 256


@dataclass(frozen=True)
class Link:
    track_id: int
    is_far: bool
    """It is not among the nearest points on the map."""


@dataclass(frozen=True)
class Share:
    """What part of the `k` true neighbours is among the `wider` nearest points, from 0 to 1."""

    k: int
    wider: int
    mean: float
    by_chance: float
    judged: int
    of_each: Floats
    """By row of `Sight.track_ids`; NaN where it was not looked at."""


@dataclass(frozen=True)
class Sight:
    """The points of a map that still have vectors; row by row the same in both spaces."""

    track_ids: NDArray[np.int64]
    """In order."""
    space: Space
    points: Points

    def row_of(self, track_id: int) -> int | None:
        row = int(np.searchsorted(self.track_ids, track_id))
        there = row < len(self.track_ids) and int(self.track_ids[row]) == track_id
        return row if there else None

    def links(self, track_id: int, k: int) -> list[Link]:
        """Its true neighbours, the nearest first; none where the track has no vector."""
        row = self.row_of(track_id)
        k = min(k, len(self.track_ids) - 1)
        if row is None or k < 1:
            return []
        found = self.space.nearest(self.space.vectors[row][None], k, without=np.array([row]))
        rows = found.rows[0][found.rows[0] >= 0]
        far = self._far(np.array([row]), rows[None], k)[0]
        return [
            Link(int(self.track_ids[other]), bool(is_far)) for other, is_far in zip(rows, far, strict=True)
        ]

    def share(self, k: int, should_stop: ShouldStop = never) -> Share | None:
        """None where there are too few points for the question to mean anything."""
        n = len(self.track_ids)
        wider = WIDER * k
        if k < 1 or wider >= n - 1:
            return None
        rows = np.arange(n)
        if n > ALL_UP_TO:
            rows = np.sort(np.random.default_rng(0).choice(n, JUDGED, replace=False))
        of_each = np.full(n, np.nan, np.float32)
        for start in range(0, len(rows), BLOCK):
            if should_stop():
                raise Interrupted
            some = rows[start : start + BLOCK]
            near = self._true(some, k)
            of_each[some] = 1 - self._far(some, near, k).mean(1)
        mean = float(np.nanmean(of_each, dtype=np.float64))
        return Share(k, wider, mean, wider / (n - 1), len(rows), of_each)

    def _true(self, rows: Rows, k: int) -> Rows:
        """(rows, k): in no order."""
        near = self.space.nearness_of(self.space.vectors[rows])
        near[np.arange(len(rows)), rows] = -np.inf
        found: Rows = np.argpartition(-near, k - 1, axis=1)[:, :k]
        return found

    def _far(self, rows: Rows, others: Rows, k: int) -> NDArray[np.bool_]:
        """(rows, others): whether they lie beyond the nearest points of each row; points as far count."""
        apart = np.zeros((len(rows), len(self.points)), np.float32)
        for axis in range(2):
            apart += np.subtract.outer(self.points[rows, axis], self.points[:, axis]) ** 2
        mine = np.take_along_axis(apart, others, 1)
        apart[np.arange(len(rows)), rows] = np.inf
        wider = min(WIDER * k, len(self.points) - 1)
        reach = np.partition(apart, wider - 1, axis=1)[:, wider - 1]
        far: NDArray[np.bool_] = mine > reach[:, None]
        return far


def read_sight(collection: Collection, kept: KeptMap) -> Sight:
    """Of what the embedding set holds now; what has been read before is not read again."""
    info = find_set(collection, str(kept.info.embedding_set))
    metric = str(kept.info.settings.get("metric", Metric.COSINE))
    ground = read_ground(collection, info, layer_named(collection, kept), metric)
    space, ids = copy.copy(ground.space), ground.track_ids  # an index may give its rows other places later
    order = np.argsort(ids, kind="stable")
    common, ours, theirs = np.intersect1d(kept.track_ids, ids[order], assume_unique=True, return_indices=True)
    if not len(common):
        raise RequestProblem(f"No track on map {kept.info.id} has vectors any more.", "Encode again.")
    rows = order[theirs]
    if len(rows) != len(ids) or (np.diff(rows) != 1).any():
        space.reorder(rows)
    return Sight(common, space, kept.points[ours])
