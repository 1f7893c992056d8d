"""The job `near`: what in a collection is nearest to tracks, an excerpt, a file or a text.

A question, so it goes before long work. What it has read stays in memory until
the embedding set changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select

from core.embedding import SetInfo, excerpt_vectors, find_set, layer_of, track_vectors
from core.embedding.scaling import Scaling, scaling_of
from core.embedding.spans import window_starts
from core.errors import RequestProblem
from core.library.groups import read_groups
from core.library.query import find
from core.library.states import State
from core.neighbours import outside
from core.neighbours.hubs import Mutual, choose
from core.neighbours.request import Hit, NearRequest, NearResult
from core.neighbours.search import Floats, Mask, Metric, Rows, Space, unit
from core.progress import Context, Progress, ShouldStop, Step, ignore, never
from core.store.collection import Collection, open_collection
from core.store.schema import Shard, Track

REMEMBERED = 3


@dataclass(frozen=True)
class _Ground:
    """What is searched: rows of tracks, or of windows of tracks. `scaling` goes before every question."""

    space: Space
    track_ids: Rows
    windows: Rows
    scaling: Scaling


_grounds: dict[tuple[object, ...], _Ground] = {}


def run(
    request: NearRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> NearResult:
    with open_collection(context.folder) as collection:
        info = find_set(collection, request.encoder)
        layer = layer_of(info, request.layer)
        progress(Step(0, 2, note="Reading vectors"))
        ground = _ground(collection, info, layer, request)
        progress(Step(1, 2, note="Searching"))
        asked, query = _query(collection, info, layer, request, ground, context.device)
        own = np.isin(ground.track_ids, [*request.like, *request.unlike])
        allowed = _allowed(collection, request, ground) & ~own
        space = Mutual(ground.space) if request.corrected else ground.space
        order = choose(space.nearness(query), len(ground.track_ids), allowed=allowed)
        order = _one_each(collection, request, ground, order)
        similarity = ground.space.nearness(query)
        hits = _hits(collection, info, request, ground, order, similarity)
        searched = len(np.unique(ground.track_ids[allowed]))
        return NearResult(
            asked,
            info.encoder,
            info.id,
            info.layers[layer],
            request.metric,
            searched,
            request.corrected,
            hits,
        )


def _ground(collection: Collection, info: SetInfo, layer: int, request: NearRequest) -> _Ground:
    excerpts = request.at_s is not None
    key = (str(collection.folder), info.id, _version(collection, info), layer, request.metric, excerpts)
    if key not in _grounds:
        read = excerpt_vectors if excerpts else track_vectors
        found = read(collection, info, layer)
        while len(_grounds) >= REMEMBERED:
            _grounds.pop(next(iter(_grounds)))
        scaling = scaling_of(info, found.values)
        space = Space(scaling(found.values), Metric(request.metric))
        _grounds[key] = _Ground(space, found.track_ids, found.windows, scaling)
    return _grounds[key]


def _version(collection: Collection, info: SetInfo) -> tuple[int, int]:
    """Changes with every shard that comes, and every track whose vectors go."""
    with collection.database.reading() as session:
        last = session.scalar(select(func.max(Shard.id)).where(Shard.embedding_set_id == info.id))
    return last or 0, info.tracks


def _query(
    collection: Collection,
    info: SetInfo,
    layer: int,
    request: NearRequest,
    ground: _Ground,
    device: str,
) -> tuple[str, NDArray[np.floating]]:
    """What was asked with, in words and as a vector."""
    if request.text:
        return f"“{request.text}”", ground.scaling(outside.read(info, request.text, device))
    if request.file:
        heard = outside.hear(info, layer, Path(request.file), device)
        return Path(request.file).name, ground.scaling(heard)
    names = _paths(collection, [*request.like, *request.unlike])
    if request.at_s is not None:
        row, start_s, end_s = _window_at(collection, info, request, ground)
        said = f"{names[request.like[0]]} from {start_s:.1f} to {end_s:.1f} s"
        return said, ground.space.vectors[row]
    missing = [id_ for id_ in names if id_ not in set(ground.track_ids.tolist())]
    if missing:
        raise RequestProblem(
            f"{names[missing[0]]} has not been encoded with {info.encoder}.", "Encode the collection again."
        )
    minus = "".join(f" − {names[id_]}" for id_ in request.unlike)
    return " + ".join(names[id_] for id_ in request.like) + minus, _sum(request, ground)


def _sum(request: NearRequest, ground: _Ground) -> Floats:
    """The mean of what is wanted less the mean of what is not; for cosines each track counts the same."""
    vectors = unit(ground.space.vectors) if request.metric == "cosine" else ground.space.vectors
    row_of = {int(id_): row for row, id_ in enumerate(ground.track_ids)}
    query: Floats = vectors[[row_of[id_] for id_ in request.like]].mean(0)
    if request.unlike:
        query = query - vectors[[row_of[id_] for id_ in request.unlike]].mean(0)
    return query


def _paths(collection: Collection, ids: list[int]) -> dict[int, str]:
    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, Track.shown_path).where(Track.id.in_(ids))).all()
    names = {id_: Path(path).name for id_, path in rows}
    for id_ in ids:
        if id_ not in names:
            raise RequestProblem(f"There is no track {id_}.", "soundings find lists the tracks.")
    return {id_: names[id_] for id_ in ids}


def _window_at(
    collection: Collection, info: SetInfo, request: NearRequest, ground: _Ground
) -> tuple[int, float, float]:
    """The row of the window whose middle is nearest to the second, and when it sounds."""
    rows = np.flatnonzero(ground.track_ids == request.like[0])
    if not len(rows):
        raise RequestProblem(
            f"Track {request.like[0]} has not been encoded with {info.encoder}.",
            "Encode the collection again.",
        )
    spans = _spans(collection, info, [request.like[0]])[request.like[0]]
    assert request.at_s is not None
    window = min(range(len(spans)), key=lambda i: abs(sum(spans[i]) / 2 - (request.at_s or 0.0)))
    return int(rows[min(window, len(rows) - 1)]), *spans[window]


def _spans(collection: Collection, info: SetInfo, ids: list[int]) -> dict[int, list[tuple[float, float]]]:
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


def _allowed(collection: Collection, request: NearRequest, ground: _Ground) -> Mask:
    """Rows that may be found: in the query, and no repeats of a recording unless they are wanted."""
    allowed = np.ones(len(ground.track_ids), bool)
    if request.query.strip():
        allowed &= np.isin(ground.track_ids, find(collection, request.query).ids)
    if not request.duplicates:
        allowed &= ~np.isin(ground.track_ids, sorted(_repeats(collection, [*request.like, *request.unlike])))
    return allowed


def _repeats(collection: Collection, asked: list[int]) -> set[int]:
    """Tracks that repeat another one, and all recordings of what was asked with."""
    first = func.coalesce(Track.duplicate_of_id, Track.id)
    with collection.database.reading() as session:
        found = set(session.scalars(select(Track.id).where(Track.state == State.DUPLICATE)))
        mine = set(session.scalars(select(first).where(Track.id.in_(asked))))
        return found | set(session.scalars(select(Track.id).where(first.in_(mine))))


def _one_each(collection: Collection, request: NearRequest, ground: _Ground, order: Rows) -> Rows:
    """In this order the first row of each track, and of each artist or album if asked; `k` at most."""
    groups = read_groups(collection, request.distinct) if request.distinct else {}
    taken: set[object] = {name for id_ in (*request.like, *request.unlike) for name in groups.get(id_, ())}
    kept = list[int]()
    for row in order.tolist():
        track_id = int(ground.track_ids[row])
        names = {track_id, *groups.get(track_id, ())}
        if not names & taken:
            kept.append(row)
            taken |= names
            if len(kept) == request.k:
                break
    return np.array(kept, np.int64)


def _hits(
    collection: Collection,
    info: SetInfo,
    request: NearRequest,
    ground: _Ground,
    order: Rows,
    similarity: Floats,
) -> list[Hit]:
    ids = [int(ground.track_ids[row]) for row in order]
    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, Track.shown_path).where(Track.id.in_(ids))).all()
    path_of = {row[0]: row[1] for row in rows}
    spans = _spans(collection, info, ids) if request.at_s is not None else {}
    found = list[Hit]()
    for rank, (row, id_) in enumerate(zip(order, ids, strict=True), 1):
        span: tuple[float | None, float | None] = (None, None)
        if id_ in spans:
            span = spans[id_][min(int(ground.windows[row]), len(spans[id_]) - 1)]
        found.append(Hit(rank, id_, path_of[id_], float(similarity[row]), *span))
    return found
