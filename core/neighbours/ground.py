"""What is searched: the vectors of an embedding set, ready, with the tracks they belong to.

What has been read stays in memory until the embedding set changes, and so does
all that is worked out from it: no answer ever comes from an older state.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select

from core.embedding import Matrix, SetInfo, excerpt_vectors, find_set, layer_of, track_vectors
from core.embedding.scaling import Scaling, scaling_of
from core.embedding.spans import window_starts
from core.errors import RequestProblem
from core.library.labels import each
from core.library.query import find
from core.library.states import State
from core.neighbours.cells import Cells, build
from core.neighbours.chance import random_level
from core.neighbours.hubs import Mutual
from core.neighbours.search import Floats, Mask, Metric, Nearest, Rows, Space
from core.progress import ShouldStop, never
from core.store.collection import Collection
from core.store.schema import EmbeddingSet, Shard, ShardTrack, Track

REMEMBERED = 3
INDEX_FROM = 250_000_000
"""Values: half a million vectors of 512. Below, the exact answer takes no longer than a tenth of a second."""
INDEX_AFTER = 64
"""Questions. An index costs as much as so many exact answers, at whatever size."""
INDEX_MOST = 100
"""Neighbours; for more of them the index has not been tried."""
INDEX_ALLOWED = 0.9
"""Where a filter lets fewer through, what it leaves may lie in cells that stay shut."""

GREATEST = 2**63 - 1
"""Number that a database knows."""

Seconds = tuple[float, float]


@dataclass
class Ground:
    """Rows of tracks, or of windows of tracks. `scaling` goes before every question."""

    space: Space
    track_ids: Rows
    windows: Rows
    scaling: Scaling
    mean: Floats
    """Of the scaled values."""
    cells: Cells | None = None
    asked: int = 0
    tried: bool = False
    """Whether an index has been built, for good or in vain."""
    levels: dict[tuple[int, int], float | None] = field(default_factory=dict)

    @cached_property
    def mutual(self) -> Mutual:
        return Mutual(self.space)

    def chance(self, plus: int = 1, minus: int = 0) -> float | None:
        """What 95 of 100 random questions with so many tracks stay below, worked out once."""
        if (plus, minus) not in self.levels:
            self.levels[plus, minus] = random_level(self.space, self.track_ids, plus, minus)
        return self.levels[plus, minus]

    def row_of(self, track_id: int, window: int = 0) -> int | None:
        rows = np.flatnonzero((self.track_ids == track_id) & (self.windows == window))
        return int(rows[0]) if len(rows) else None

    def prepare(self, should_stop: ShouldStop = never) -> None:
        """To be said before a question: this may build an index, and then every row has a new place."""
        self.asked += 1
        if self.tried or self.asked < INDEX_AFTER or self.space.vectors.size < INDEX_FROM:
            return
        built = build(self.space, should_stop=should_stop)
        self.tried = True
        if built is not None:
            self.cells, order = built
            self.track_ids, self.windows = self.track_ids[order], self.windows[order]
            self.__dict__.pop("mutual", None)

    def nearest(
        self,
        query: NDArray[np.floating],
        k: int,
        allowed: Mask,
        *,
        exact: bool = False,
        should_stop: ShouldStop = never,
    ) -> tuple[Rows, Cells | None]:
        """The rows nearest to a query, and the index if it was that which found them."""
        if self.cells and not exact and k <= INDEX_MOST and allowed.mean() >= INDEX_ALLOWED:
            found = self.cells.nearest(query, k, allowed)
            if found.rows.shape[1] == k:
                return found.rows[0], self.cells
        nearest: Nearest = self.space.nearest(query[None], k, allowed=allowed, should_stop=should_stop)
        return nearest.rows[0][nearest.rows[0] >= 0], None


_grounds: dict[tuple[object, ...], Ground] = {}
_reading = threading.Lock()
"""A window asks in more than one thread."""


def open_set(collection: Collection, encoder: str, layer: int | None) -> tuple[SetInfo, int]:
    info = find_set(collection, encoder)
    return info, layer_of(info, layer)


def read_ground(
    collection: Collection, info: SetInfo, layer: int, metric: str, *, excerpts: bool = False
) -> Ground:
    key = (str(collection.folder), info.id, _version(collection, info), layer, metric, excerpts)
    with _reading:
        if key not in _grounds:
            while len(_grounds) >= REMEMBERED:
                _grounds.pop(next(iter(_grounds)))
            _grounds[key] = _read(collection, info, layer, metric, excerpts=excerpts)
        return _grounds[key]


def _read(collection: Collection, info: SetInfo, layer: int, metric: str, *, excerpts: bool) -> Ground:
    read = excerpt_vectors if excerpts else track_vectors
    found = read(collection, info, layer)
    scaling = scaling_of(info, found.values)
    values = scaling(found.values)
    mean = values.mean(0, dtype=np.float64).astype(np.float32)
    _need_numbers(collection, info, found)
    return Ground(Space(values, Metric(metric)), found.track_ids, found.windows, scaling, mean)


def _need_numbers(collection: Collection, info: SetInfo, found: Matrix) -> None:
    """Also what is finite in itself but not when it is squared."""
    with np.errstate(over="ignore"):
        bad = ~np.isfinite(np.einsum("ij,ij->i", found.values, found.values))
    if bad.any():
        name = name_tracks(collection, found.track_ids[bad][:1].tolist()).popitem()[1]
        raise RequestProblem(
            f"The vectors of {name} hold values that are no numbers or too great for one.",
            f"Encode with another encoder than {info.encoder}, or leave this track out.",
        )


def _version(collection: Collection, info: SetInfo) -> tuple[tuple[str, ...], int]:
    """Changes with every shard that comes or goes, and every track whose vectors go."""
    with collection.database.reading() as session:
        of_set = select(Shard.filename).where(Shard.embedding_set_id == info.id).order_by(Shard.filename)
        tracks = select(func.count()).select_from(ShardTrack).join(Shard, Shard.id == ShardTrack.shard_id)
        number = session.scalar(tracks.where(Shard.embedding_set_id == info.id))
        return tuple(session.scalars(of_set)), number or 0


def windows_of(collection: Collection, info: SetInfo, layer: int, track_ids: list[int]) -> dict[int, Floats]:
    """The excerpts of a few tracks, as they are stored, without reading those of all others."""
    with collection.database.reading() as session:
        identity = session.get_one(EmbeddingSet, info.id).identity
        of_tracks = (
            select(Shard, ShardTrack)
            .join(ShardTrack, ShardTrack.shard_id == Shard.id)
            .where(Shard.embedding_set_id == info.id, Shard.part == "excerpt")
            .where(ShardTrack.track_id.in_(track_ids))
        )
        return {
            place.track_id: collection.vectors.read(shard, identity)[
                place.first_row : place.first_row + place.rows, layer
            ].astype(np.float32)
            for shard, place in session.execute(of_tracks)
        }


def name_tracks(collection: Collection, ids: list[int]) -> dict[int, str]:
    """The file name of each; a request problem when one is not there."""
    paths = shown_paths(collection, [id_ for id_ in ids if id_ <= GREATEST])
    for id_ in ids:
        if id_ not in paths:
            raise RequestProblem(f"There is no track {id_}.", "soundings find lists the tracks.")
    return {id_: Path(paths[id_]).name for id_ in ids}


def shown_paths(collection: Collection, ids: list[int]) -> dict[int, str]:
    """As answers name tracks: below their folder. Tables to take away have whole paths."""
    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, Track.shown_path).where(Track.id.in_(each(ids)))).all()
    return {row[0]: row[1] for row in rows}


def not_encoded(name: str, info: SetInfo) -> RequestProblem:
    return RequestProblem(f"{name} has not been encoded with {info.encoder}.", "Encode the collection again.")


def spans_of(collection: Collection, info: SetInfo, ids: list[int]) -> dict[int, list[Seconds]]:
    """When each window of a track sounds."""
    rate_hz = info.card.rate_hz
    window, hop = round(info.window_s * rate_hz), max(round(info.hop_s * rate_hz), 1)
    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, Track.duration_s).where(Track.id.in_(ids))).all()
    found = {}
    for id_, seconds in rows:
        total = max(int((seconds or 0.0) * rate_hz), 1)
        starts = window_starts(total, window, hop)
        found[id_] = [(start / rate_hz, min(start + window, total) / rate_hz) for start in starts]
    return found


def allowed_rows(
    collection: Collection, ground: Ground, query: str, asked: list[int], *, duplicates: bool
) -> Mask:
    """Rows that may be found: in the query, and no repeats of a recording unless they are wanted."""
    allowed = np.ones(len(ground.track_ids), bool)
    if query.strip():
        allowed &= np.isin(ground.track_ids, find(collection, query).ids)
    if not duplicates:
        allowed &= ~np.isin(ground.track_ids, sorted(_repeats(collection, asked)))
    return allowed


def _repeats(collection: Collection, asked: list[int]) -> set[int]:
    """Tracks that repeat another one, and all recordings of what was asked with."""
    first = func.coalesce(Track.duplicate_of_id, Track.id)
    with collection.database.reading() as session:
        found = set(session.scalars(select(Track.id).where(Track.state == State.DUPLICATE)))
        mine = set(session.scalars(select(first).where(Track.id.in_(each(asked)))))
        return found | set(session.scalars(select(Track.id).where(first.in_(mine))))
