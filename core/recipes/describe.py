"""The job `caption`: a run that has learnt to write describes tracks; its texts are kept with their origin.

Captions are kept some at a time; one that is asked for again is written again, and
what a person has edited or accepted stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import select

from core.captions.shelf import reopen
from core.captions.words import Words
from core.captions.writer import Writer
from core.embedding import EncodeRequest, encode
from core.embedding.sets import find_set
from core.errors import Interrupted, KnownError, RequestProblem, WeightsProblem
from core.library.captions import NewCaption, write_captions
from core.library.labels import each
from core.library.query import find
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.recipes.describing import SHOWN, CaptionRequest, CaptionResult, Described
from core.recipes.hearing import Heard, read_excerpts, write_all
from core.recipes.recipe import Recipe, Task, read_recipe
from core.recipes.vectors import which
from core.runs import find_checkpoint, read_run
from core.runs.checkpoints import CheckpointInfo
from core.runs.encoder import encoder_name
from core.store.collection import Collection, open_collection
from core.store.schema import Track
from core.training.checkpoint import Tensors, read, under

HASH = 12
"""So many signs of a file's SHA-256 tell it from every other."""
AGAIN = "Teach it again."


@dataclass(frozen=True)
class _Desk:
    """A writer with all that it needs."""

    run: int
    recipe: Recipe
    encoder: str
    writer: Writer
    words: Words
    checkpoint: CheckpointInfo


@dataclass(frozen=True)
class _Sitting:
    """What is written of which tracks, with what, and who watches."""

    collection: Collection
    desk: _Desk
    asked: list[int]
    settings: dict[str, Any]
    show: Callable[[str, dict[str, Any]], None]


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
            _Sitting(collection, desk, asked, _settings(collection, desk, set_id, request), context.show),
            heard,
            writing,
            should_stop,
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
    with _opening(request.run):
        writer = reopen(about["t5"], recipe.writer, _head(tensors), about["layers"]).to(device)
        words = Words.read(about["words"])
    tuned = recipe.encoder.tune != "frozen"
    encoder = encoder_name(collection, request.run) if tuned else recipe.encoder.name
    return _Desk(request.run, recipe, encoder, writer, words, kept)


@contextmanager
def _opening(run: int) -> Iterator[None]:
    """A checkpoint may come from another version, or from anybody: what it lacks is said in a sentence."""
    from huggingface_hub.errors import StrictDataclassError

    failed = f"What run {run} has learnt cannot be opened"
    try:
        yield
    except KnownError as error:
        raise WeightsProblem(f"{failed}: {error.sentence}", AGAIN) from error
    except LookupError as error:
        lacking = error.args[0] if isinstance(error, KeyError) and error.args else "a part"
        raise WeightsProblem(f"{failed}: its checkpoint lacks {lacking}.", AGAIN) from error
    except (
        StrictDataclassError, ArithmeticError, AttributeError, RuntimeError, TypeError, ValueError,
    ) as error:  # fmt: skip
        raise WeightsProblem(f"{failed}: the parts of its checkpoint do not fit together.", AGAIN) from error


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
        "epoch": desk.checkpoint.epoch + 1,
        "checkpoint": desk.checkpoint.sha256[:HASH],
    }


def _write(sitting: _Sitting, heard: Heard, progress: Progress, should_stop: ShouldStop) -> CaptionResult:
    desk, asked, settings = sitting.desk, sitting.asked, sitting.settings
    tracks = [asked[row] for row in heard.rows]
    files = _files(sitting.collection, tracks)
    found, new, kept = list[Described](), 0, 0
    progress(Step(0, len(tracks), "tracks", note="Writing captions"))
    for texts in write_all(desk.writer, desk.words, heard.values, desk.recipe.writer, settings["seed"]):
        if should_stop() == Stop.CANCEL:
            raise Interrupted
        some = []
        for text in texts:
            track_id, (start_s, end_s) = tracks[len(found)], heard.spans[len(found)].tolist()
            some.append(Described(track_id, start_s, min(end_s, files[track_id][0]), text, desk.run))
            found.append(some[-1])
        with sitting.collection.database.writing() as session:
            said = [_row(one, settings, files[one.track_id][1]) for one in some if one.text]
            written = write_captions(session, said)
        sitting.show(SHOWN, {"run": desk.run, "texts": [asdict(one) for one in some]})
        new, kept = new + written.new, kept + written.kept
        progress(Step(len(found), len(tracks), "tracks", note="Writing captions"))
        if should_stop():
            break
    return CaptionResult(desk.run, tuple(found), new, kept, len(asked) - len(tracks))


def _row(said: Described, settings: dict[str, Any], file: str) -> NewCaption:
    settings = settings | ({"file": file} if file else {})
    return NewCaption(said.track_id, said.text, "run", said.start_s, said.end_s, said.run, settings)


def _files(collection: Collection, tracks: list[int]) -> dict[int, tuple[float, str]]:
    """Of each track how long it lasts, and the beginning of its file's hash."""
    chosen = select(Track.id, Track.duration_s, Track.sha256).where(Track.id.in_(each(tracks)))
    with collection.database.reading() as session:
        return {
            id_: (float(seconds or 0.0), (sha256 or "")[:HASH])
            for id_, seconds, sha256 in session.execute(chosen)
        }
