"""A comparison that is drawn, as it is opened again: two maps of the same tracks, and who kept whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from core.embedding import list_sets
from core.errors import RequestProblem
from core.library.splits import PARTS
from core.maps.alignment import procrustes
from core.maps.forming import Points
from core.maps.kept import KeptMap, MapInfo, list_maps, read_map
from core.moved.near import Shares, biggest_first
from core.moved.pair import Pair, Side
from core.moved.request import NAME, Stayed
from core.neighbours import NONE
from core.neighbours.search import Rows
from core.store.collection import Collection
from core.store.schema import Prediction, Run, SplitItem

Ids = NDArray[np.int64]
Parts = NDArray[np.int8]
OUTSIDE = -1
"""Of a track that the split does not know."""


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """Row by row the same tracks in both maps."""

    pair: Pair
    apart: str
    first: KeptMap
    second: KeptMap
    track_ids: Ids
    """In order."""
    before: Points
    after: Points
    """Turned to fit `before`."""
    was_near: Ids
    """(n, k) tracks, the nearest first; `NONE` where there are no more."""
    is_near: Ids
    share: Shares
    """Of its k neighbours that each track kept."""
    part: Parts
    """The place of its part in `PARTS`, or `OUTSIDE`."""
    stayed: Stayed
    order: Rows
    """Rows, those that moved most first."""

    @property
    def info(self) -> MapInfo:
        return self.second.info

    @property
    def k(self) -> int:
        k: int = self.was_near.shape[1]
        return k

    def row_of(self, track_id: int) -> int | None:
        row = int(np.searchsorted(self.track_ids, track_id))
        there = row < len(self.track_ids) and int(self.track_ids[row]) == track_id
        return row if there else None

    def kept(self, row: int) -> int:
        """So many of its neighbours."""
        return round(float(self.share[row]) * int((self.was_near[row] != NONE).sum()))

    def lost_and_gained(self, row: int) -> tuple[int | None, int | None]:
        """The nearest before that is a neighbour no more, and the nearest after that was none.

        Where it kept all, the nearest of either side; None where it has no neighbours.
        """
        was = [id_ for id_ in self.was_near[row].tolist() if id_ != NONE]
        is_ = [id_ for id_ in self.is_near[row].tolist() if id_ != NONE]
        lost = [id_ for id_ in was if id_ not in is_] or was
        gained = [id_ for id_ in is_ if id_ not in was] or is_
        return (lost[0], gained[0]) if lost and gained else (None, None)

    def movers(self, most: int, *, test_only: bool = False) -> list[int]:
        """Rows, the biggest mover first."""
        order = self.order[self.part[self.order] == PARTS.index("test")] if test_only else self.order
        return [int(row) for row in order[:most]]

    def kept_in(self, part: str) -> tuple[float, int]:
        """How many neighbours a track of the part kept on average, and how many tracks these are."""
        there = (self.part == PARTS.index(part)) & np.isfinite(self.share)
        n = int(np.count_nonzero(there))
        return (float(self.share[there].mean(dtype=np.float64)) * self.k if n else 0.0), n


def most_of(near: Sequence[int], value_of: Mapping[int, str]) -> tuple[str, int]:
    """The value that most of these tracks have, and how many; of equals that of the nearest."""
    values = [value_of[id_] for id_ in near if id_ in value_of]
    return Counter(values).most_common(1)[0] if values else ("", 0)


def find_drawn(collection: Collection, pair: Pair, method: str, apart: str = "") -> MapInfo | None:
    """The newest second map of these two encoders whose neighbours have been compared so."""
    sets = {
        info.id: side.encoder
        for info in list_sets(collection)
        for side in (pair.before, pair.after)
        if info.encoder == side.encoder and _is_heard_so(side, info.window_s, info.card.window_s)
    }
    known = {info.id: info for info in list_maps(collection)}
    for info in known.values():
        first = known.get(info.settings.get("like", 0))
        if (
            first is not None
            and info.method == method
            and apart in info.trust.get(NAME, {})
            and info.settings.get("query", "") == pair.query
            and sets.get(info.embedding_set) == pair.after.encoder
            and sets.get(first.embedding_set) == pair.before.encoder
        ):
            return info
    return None


def _is_heard_so(side: Side, window_s: float, usual_s: float) -> bool:
    return abs((side.window_s or usual_s) - window_s) < 1e-6


def read_drawn(collection: Collection, pair: Pair, info: MapInfo, apart: str = "") -> BeforeAfter:
    second = read_map(collection, info.id)
    first = read_map(collection, int(info.settings["like"]))
    figures: dict[str, Any] = dict(second.info.trust[NAME][apart])
    if f"stayed{apart}" not in second.columns:
        raise RequestProblem(f"Map {info.id} has lost who its neighbours were.", "Draw it again.")
    known = np.isfinite(second.columns[f"stayed{apart}"])
    ids, ours, theirs = np.intersect1d(
        second.track_ids[known], first.track_ids, assume_unique=True, return_indices=True
    )
    rows = np.flatnonzero(known)[ours]
    share = second.columns[f"stayed{apart}"][rows]
    before = first.points[theirs]
    return BeforeAfter(
        pair,
        apart,
        first,
        second,
        ids,
        before,
        procrustes(second.points[rows], before).points,
        second.columns[f"was_near{apart}"][rows],
        second.columns[f"is_near{apart}"][rows],
        share,
        _parts(collection, pair, ids),
        Stayed(**{name: figures[name] for name in Stayed.__dataclass_fields__}),
        biggest_first(share, second.columns[f"stayed_wide{apart}"][rows]),
    )


def _parts(collection: Collection, pair: Pair, ids: Ids) -> Parts:
    """As the run that has taught its encoder used them."""
    side = pair.after if pair.after.is_taught or not pair.before.run else pair.before
    told = select(Prediction.track_id, Prediction.part).where(Prediction.run_id == side.run)
    with collection.database.reading() as session:
        found = dict(session.execute(told).all())
        if not found:
            split = session.scalar(select(Run.split_id).where(Run.id == side.run))
            whole = select(SplitItem.track_id, SplitItem.part).where(SplitItem.split_id == split)
            found = dict(session.execute(whole).all())
    places: dict[str, int] = {part: place for place, part in enumerate(PARTS)}
    return np.fromiter((places.get(found.get(id_, ""), OUTSIDE) for id_ in ids.tolist()), np.int8, len(ids))
