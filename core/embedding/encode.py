"""The job `encode`: what is missing in an embedding set is decoded, embedded and written, track by track.

A crew decodes ahead while the encoder works. Shards are written every few
seconds; a killed job goes on behind the last one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from core.crew import Crew, Died
from core.embedding.ahead import Ahead
from core.embedding.book import HEARD_STATES, Book, Vectors
from core.embedding.request import EncodeRequest, EncodeResult
from core.embedding.sets import find_set_id, identity, list_sets, make_set
from core.embedding.spans import Chunk, Heard, Seen, Unheard, chunks
from core.embedding.stream import embedded, finished
from core.embedding.tuning import tune
from core.encoders import Card, Encoder, find_card, open_encoder
from core.errors import Interrupted, RequestProblem
from core.library.query import find
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never
from core.store.collection import Collection, open_collection
from core.store.schema import Folder, Shard, ShardTrack, Track

NOT_HEARD = Unheard("How long it lasts is not known yet; encode again when listening is done.")
AHEAD = 4
"""Chunks of up to two minutes that wait decoded, apart from those that the crew has in hand."""


@dataclass(frozen=True)
class _Missing:
    """A track that has no vectors yet."""

    id: int
    path: Path
    seconds: float | None
    seen: Seen


@dataclass(frozen=True)
class _Plan:
    """What an encode job works with. `layers` are those that are kept, `there` counts the tracks done."""

    set_id: int
    encoder: Encoder
    batch: int
    layers: tuple[int, ...]
    window_s: float
    hop_s: float
    waiting: list[_Missing]
    there: int

    @property
    def window(self) -> int:
        return round(self.window_s * self.encoder.card.rate_hz)

    def embed(self, batch: Vectors) -> Vectors:
        return self.encoder.embed(batch)[:, self.layers]


def run(
    request: EncodeRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> EncodeResult:
    with open_collection(context.folder) as collection:
        progress(Step(0, 1, note=f"Loading {request.encoder}"))
        plan = _plan(collection, request, context)
        begun_s, audio_s, tracks = time.monotonic(), 0.0, {track.id: track for track in plan.waiting}
        readable = bool(plan.encoder.card.dimensions)
        files = {track.id: (track.path, track.seen) for track in plan.waiting}
        book = Book(collection, plan.set_id, context.job_id, readable, files)
        book.lost = {track.id: NOT_HEARD for track in plan.waiting if track.seconds is None}

        def embed(batch: Vectors) -> Vectors:
            if should_stop():  # a long track has many batches
                raise Interrupted
            return plan.embed(batch)

        with _hearing(plan, should_stop) as heard, suppress(Interrupted):
            ready = embedded(heard, embed, plan.window, plan.batch)
            for done, (track_id, vectors) in enumerate(finished(ready), plan.there + 1):
                track = tracks[track_id]
                audio_s += track.seconds or 0.0
                progress(Step(done, plan.there + len(tracks), "tracks", track.path.name))
                book.enter(track_id, vectors)
                if should_stop():
                    break
        if should_stop() != Stop.CANCEL:
            book.write()
        return _result(collection, plan, book, tracks, audio_s, time.monotonic() - begun_s, heard.waited_s)


def discard(request: EncodeRequest, context: Context) -> None:
    """A cancelled job leaves none of its vectors; what other jobs have made stays."""
    with open_collection(context.folder) as collection:
        for info in list_sets(collection, request.encoder):
            collection.vectors.discard(info.id, context.job_id)


def _plan(collection: Collection, request: EncodeRequest, context: Context) -> _Plan:
    device = context.device
    card = find_card(request.encoder)
    wanted = set(find(collection, request.query).ids) if request.query.strip() else None
    if request.tracks:
        named = set(request.tracks)
        wanted = named if wanted is None else wanted & named
    layers = _layers(card, request.layer)
    window_s = request.window_s or card.window_s
    hop_s = request.hop_s or window_s
    encoder, tuning = tune(card.name, device, request.precision, partial(open_encoder, card, device))
    name = identity(card, encoder.weights, layers, window_s, hop_s)
    known = find_set_id(collection, name)
    made: dict[str, Any] = {"device": device, "precision": tuning.precision, "batch": tuning.batch}
    before = next((info.made for info in list_sets(collection) if info.id == known), made)
    if _kind(before["device"]) == _kind(device):  # what goes on, goes on in the same way
        made = before
        if made["precision"] != encoder.precision:
            encoder = open_encoder(card, device, made["precision"])
    set_id = make_set(collection, name, card, layers, window_s, hop_s, made)
    lost = collection.vectors.forget_damaged(set_id)
    waiting, there = _missing(collection, set_id, wanted)
    if lost:
        context.say("warning", _say_lost(len(lost), sum(track.id in lost for track in waiting)))
    batch = max(round(made["batch"] * min(card.window_s / window_s, 1.0)), 1)  # tuned for the card's window
    return _Plan(set_id, encoder, batch, layers, window_s, hop_s, waiting, there)


def _say_lost(lost: int, again: int) -> str:
    tracks = "1 track" if lost == 1 else f"{lost:,} tracks"
    what = "they are made again" if again == lost else f"{again:,} of them are made again now"
    return f"The vectors of {tracks} were missing or damaged; {what}."


def _kind(device: str) -> str:
    return device.partition(":")[0]


def _layers(card: Card, layer: int | None) -> tuple[int, ...]:
    if layer is None:
        return tuple(range(len(card.layers)))
    if not -len(card.layers) <= layer < len(card.layers):
        raise RequestProblem(
            f"{card.title} has no layer {layer}: it has {len(card.layers)}, counted from 0.",
            f"soundings encoders show {card.name} names them.",
        )
    return (layer % len(card.layers),)


def _missing(collection: Collection, set_id: int, wanted: set[int] | None) -> tuple[list[_Missing], int]:
    """Tracks that can be heard and have no vectors yet, and how many have."""
    columns = select(
        Track.id, Folder.path, Track.path, Track.duration_s, Track.size_bytes, Track.mtime_ns
    ).join(Folder)
    encoded = (
        select(ShardTrack.track_id)
        .join(Shard, Shard.id == ShardTrack.shard_id)
        .where(Shard.embedding_set_id == set_id, Shard.part == "track")
    )
    with collection.database.reading() as session:
        rows = session.execute(columns.where(Track.state.in_(HEARD_STATES)).order_by(Track.id)).all()
        known = set(session.scalars(encoded))
    asked = [row for row in rows if wanted is None or row[0] in wanted]
    missing = [
        _Missing(id_, Path(folder) / path, seconds, (size, mtime_ns))
        for id_, folder, path, seconds, size, mtime_ns in asked
        if id_ not in known
    ]
    return missing, len(asked) - len(missing)


@contextmanager
def _hearing(plan: _Plan, should_stop: ShouldStop) -> Iterator[Ahead[tuple[Chunk, Heard | Died]]]:
    """A crew that decodes ahead; on the processor one core is left to the encoder."""
    size = max((os.cpu_count() or 1) - (plan.encoder.device == "cpu"), 1)

    def draw(over: Callable[[], bool]) -> Iterator[tuple[Chunk, Heard | Died]]:
        return crew.run(_chunks(plan), lambda: should_stop() or (Stop.KEEP if over() else None))

    with (
        Crew("core.embedding.spans:hear", size, patience_s=300.0) as crew,
        Ahead(draw, AHEAD) as heard,
    ):
        yield heard


def _chunks(plan: _Plan) -> Iterator[Chunk]:
    rate_hz = plan.encoder.card.rate_hz
    for track in plan.waiting:
        if track.seconds is not None:
            where = (plan.window_s, plan.hop_s, track.seen)
            yield from chunks(track.id, track.path, track.seconds, rate_hz, *where)


def _result(
    collection: Collection,
    plan: _Plan,
    book: Book,
    tracks: dict[int, _Missing],
    audio_s: float,
    seconds: float,
    waited_s: float,
) -> EncodeResult:
    info = next(item for item in list_sets(collection) if item.id == plan.set_id)
    return EncodeResult(
        embedding_set=plan.set_id,
        encoder=plan.encoder.card.name,
        tracks=info.tracks,
        new=book.new,
        skipped=plan.there,
        failed={str(tracks[track_id].path): unheard.why for track_id, unheard in book.lost.items()},
        audio_s=round(audio_s, 1),
        seconds=round(seconds, 2),
        idle_share=round(waited_s / seconds, 3) if seconds else 0.0,
        storage_error=book.storage_error,
        precision=plan.encoder.precision,
        device=plan.encoder.device,
    )
