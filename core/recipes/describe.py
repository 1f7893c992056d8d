"""The job `caption`: a run that has learnt to write describes tracks; its texts are kept with their origin.

Captions are kept some at a time; one that is asked for again is written again, and
what a person has edited or accepted stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import select

from core.captions.shelf import reopen
from core.captions.words import Words
from core.captions.writer import Writer
from core.embedding import EncodeRequest, encode
from core.embedding.sets import find_set
from core.errors import Interrupted, RequestProblem
from core.library.captions import NewCaption, write_captions
from core.library.labels import each
from core.library.query import find
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.recipes.describing import CaptionRequest, CaptionResult, Described
from core.recipes.hearing import Heard, read_excerpts, write_all
from core.recipes.recipe import Recipe, Task, read_recipe
from core.recipes.vectors import which
from core.runs import find_checkpoint, read_run
from core.runs.encoder import encoder_name
from core.store.collection import Collection, open_collection
from core.store.schema import Track
from core.training.checkpoint import Tensors, read, under


@dataclass(frozen=True)
class _Desk:
    """A writer with all that it needs."""

    run: int
    recipe: Recipe
    encoder: str
    writer: Writer
    words: Words


def run(
    request: CaptionRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> CaptionResult:
    with open_collection(context.folder) as collection:
        desk = _open(collection, request, context.device)
        asked = _asked(collection, request)
        hearing, writing = shares(progress, 1, 1)
        set_id = _encode(desk, asked, context, hearing, should_stop)
        part = desk.recipe.encoder
        heard = read_excerpts(
            collection, set_id, part, np.array(asked, np.int64), desk.recipe.writer.excerpts
        )
        return _write(
            collection, desk, asked, heard, _settings(collection, desk, set_id, request), writing, should_stop
        )


def _open(collection: Collection, request: CaptionRequest, device: str) -> _Desk:
    info = read_run(collection, request.run)
    if info.recipe.task != Task.CAPTION:
        raise RequestProblem(
            f"Run {request.run} has not learnt to write: its task is {info.recipe.task}.",
            "Train one with soundings train DIR caption.",
        )
    kept = find_checkpoint(collection, request.run, "best")
    if kept is None:
        raise RequestProblem(
            f"Run {request.run} has kept no weights yet.", "Let it end, or stop it to keep it."
        )
    recipe = read_recipe(info.recipe.text)
    changes: dict[str, Any] = {"beams": request.beams} if request.beams else {}
    changes |= {} if request.temperature is None else {"temperature": request.temperature}
    recipe = msgspec.structs.replace(recipe, writer=msgspec.structs.replace(recipe.writer, **changes))
    tensors, _, about = read(kept.path)
    writer = reopen(about["t5"], recipe.writer, _head(tensors), about["layers"]).to(device)
    tuned = recipe.encoder.tune != "frozen"
    encoder = encoder_name(collection, request.run) if tuned else recipe.encoder.name
    return _Desk(request.run, recipe, encoder, writer, Words.read(about["words"]))


def _head(tensors: Tensors) -> Tensors:
    """An encoder that has learnt along is kept beside it, and used as one of this machine's."""
    start = "head."
    return {
        name.removeprefix(start): tensor
        for name, tensor in under("learner", tensors).items()
        if name.startswith(start)
    }


def _asked(collection: Collection, request: CaptionRequest) -> list[int]:
    query = f"({request.query}) state:ok" if request.query.strip() else "state:ok"
    usable = set(find(collection, query).ids)
    if request.tracks:
        unknown = [id_ for id_ in request.tracks if id_ not in usable]
        if unknown:
            raise RequestProblem(f"Track {unknown[0]} cannot be heard.", "soundings ledger says why.")
        usable &= set(request.tracks)
    if not usable:
        raise RequestProblem("No track that can be heard was asked for.", "Ask for others.")
    return sorted(usable)


def _encode(
    desk: _Desk, asked: list[int], context: Context, progress: Progress, should_stop: ShouldStop
) -> int:
    """Only what lacks vectors is heard."""
    window_s = desk.recipe.encoder.window_s or None
    request = EncodeRequest(desk.encoder, tracks=tuple(asked), window_s=window_s)
    done = encode.run(request, context, progress=progress, should_stop=should_stop)
    if should_stop():
        raise Interrupted
    return done.embedding_set


def _settings(collection: Collection, desk: _Desk, set_id: int, request: CaptionRequest) -> dict[str, Any]:
    """What is needed to write the same again."""
    info, writer = find_set(collection, str(set_id)), desk.recipe.writer
    return {
        "encoder": info.encoder,
        "embedding_set": set_id,
        "layer": ", ".join(info.layers[layer] for layer in which(info, desk.recipe.encoder)),
        "window_s": info.window_s,
        "writer": writer.name,
        "beams": 1 if writer.temperature else writer.beams,
        "temperature": writer.temperature,
        "seed": request.seed,
    }


def _write(
    collection: Collection,
    desk: _Desk,
    asked: list[int],
    heard: Heard,
    settings: dict[str, Any],
    progress: Progress,
    should_stop: ShouldStop,
) -> CaptionResult:
    tracks = [asked[row] for row in heard.rows]
    ends = _ends(collection, tracks)
    found, new, kept = list[Described](), 0, 0
    progress(Step(0, len(tracks), "tracks", note="Writing captions"))
    for texts in write_all(desk.writer, desk.words, heard.values, desk.recipe.writer, settings["seed"]):
        if should_stop() == Stop.CANCEL:
            raise Interrupted
        some = []
        for text in texts:
            track_id, (start_s, end_s) = tracks[len(found)], heard.spans[len(found)].tolist()
            some.append(Described(track_id, start_s, min(end_s, ends[track_id]), text, desk.run))
            found.append(some[-1])
        with collection.database.writing() as session:
            written = write_captions(session, [_row(each, settings) for each in some if each.text])
        new, kept = new + written.new, kept + written.kept
        progress(Step(len(found), len(tracks), "tracks", note="Writing captions"))
        if should_stop():
            break
    return CaptionResult(desk.run, tuple(found), new, kept, len(asked) - len(tracks))


def _row(said: Described, settings: dict[str, Any]) -> NewCaption:
    return NewCaption(said.track_id, said.text, "run", said.start_s, said.end_s, said.run, settings)


def _ends(collection: Collection, tracks: list[int]) -> dict[int, float]:
    chosen = select(Track.id, Track.duration_s).where(Track.id.in_(each(tracks)))
    with collection.database.reading() as session:
        return {id_: float(seconds or 0.0) for id_, seconds in session.execute(chosen)}
