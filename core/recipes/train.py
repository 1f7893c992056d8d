"""The job `train`: a recipe becomes a run, with curves, scores beside controls, and predictions.

A job that goes on finds its run and the last checkpoint of it. What is quick, such
as judging, is done again; what is taught is not.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable
from functools import partial
from importlib.metadata import version
from typing import Any, BinaryIO

import msgspec

from core import __version__
from core.encoders import add_card, find_card
from core.library.splits import PARTS
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.recipes.bench import Bench, Learnt
from core.recipes.contract import Verdict
from core.recipes.controls import judge_controls
from core.recipes.material import Material, gather
from core.recipes.recipe import Recipe, Task, read_recipe, write_recipe
from core.recipes.request import TrainRequest, TrainResult
from core.runs import (
    EpochRow,
    PredictionRow,
    ScoreRow,
    begin_run,
    delete_run,
    find_checkpoint,
    forget_told,
    keep_checkpoint,
    keep_told,
    run_of_job,
    set_state,
    write_predictions,
    write_scores,
)
from core.runs.encoder import encoder_folder, encoder_name, forget_card
from core.store.collection import Collection, open_collection
from core.store.schema import Run
from core.training.checkpoint import State, Write, prefixed, write
from core.training.learner import Learner, Pooled
from core.training.loop import Ties

PACKAGES = (
    "torch",
    "torchaudio",
    "transformers",
    "numpy",
    "scipy",
    "scikit-learn",
    "peft",
    "soxr",
    "av",
    "soundfile",
)


def run(
    request: TrainRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> TrainResult:
    recipe = read_recipe(request.recipe)
    with open_collection(context.folder) as collection:
        progress(Step(0, 1, note="Looking at the labels"))
        material = gather(collection, recipe)
        for sentence in material.said:
            context.say("warning", sentence)
        run_id = _begin(collection, request, recipe, material, context)
        learning, judging = shares(progress, 9, 1)
        bench = _bench(collection, request, recipe, material, context, run_id, should_stop)
        learnt = _learn(bench, learning)
        return _finish(bench, learnt, run_id, request, judging)


def discard(request: TrainRequest, context: Context) -> None:
    """A cancelled run leaves nothing."""
    with open_collection(context.folder) as collection:
        run_id = run_of_job(collection, context.job_id)
        if run_id is not None:
            delete_run(collection, run_id, by_job=context.job_id)


def _learn(bench: Bench, progress: Progress) -> Learnt:
    frozen = bench.recipe.encoder.tune == "frozen"
    if bench.recipe.task is Task.CAPTION:
        if frozen:
            from core.recipes.writing import learn
        else:
            from core.recipes.writing_along import learn
    elif frozen:
        from core.recipes.frozen import learn
    else:
        from core.recipes.whole import learn
    return learn(bench, progress)


def _begin(
    collection: Collection, request: TrainRequest, recipe: Recipe, material: Material, context: Context
) -> int:
    text = write_recipe(recipe)
    told = {"names": list(material.names), "task": recipe.task}
    known = run_of_job(collection, context.job_id, text=text, seed=request.seed)
    if known is not None:
        set_state(collection, known, "running")
        context.show("run", {"run": known} | told)
        return known
    card = find_card(recipe.encoder.name)
    run_id = begin_run(
        collection,
        name=recipe.name,
        task=recipe.task,
        text=text,
        seed=request.seed,
        device=context.device,
        environment=environment(context.device)
        | {"encoder": msgspec.to_builtins(card), "labels": list(material.names)},
        split_id=material.split_id,
        job_id=context.job_id,
        study_id=request.study or None,
    )
    context.show("run", {"run": run_id} | told)
    return run_id


def environment(device: str) -> dict[str, Any]:
    """Versions and hardware, for the methods sheet."""
    import torch

    named = torch.cuda.get_device_name(device) if device.startswith("cuda") else platform.processor()
    return {
        "soundings": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "device": named or platform.machine(),
        "threads": torch.get_num_threads(),
        "packages": {name: version(name) for name in PACKAGES},
    }


def _bench(
    collection: Collection,
    request: TrainRequest,
    recipe: Recipe,
    material: Material,
    context: Context,
    run_id: int,
    should_stop: ShouldStop,
) -> Bench:
    def keep(state: State, write: Write, rows: list[EpochRow]) -> None:
        keep_checkpoint(collection, run_id, "latest", state.epoch, state.step, write, rows)

    def show(name: str, data: dict[str, Any]) -> None:
        context.show(name, {"run": run_id} | data)

    kept = find_checkpoint(collection, run_id, "latest")
    forget_told(collection, run_id, kept.epoch if kept else 0)
    return Bench(
        collection,
        recipe,
        material,
        request.seed,
        context,
        should_stop,
        lambda progress: Ties(keep, show, progress, should_stop, partial(keep_told, collection, run_id)),
        partial(_save_encoder, collection, recipe, material.field, run_id),
        kept.path if kept else None,
    )


def _finish(
    bench: Bench, learnt: Learnt, run_id: int, request: TrainRequest, progress: Progress
) -> TrainResult:
    """Scores, predictions and the trained weights; also of a run that was stopped to be kept."""

    def unless_kept() -> Stop | None:
        asked = bench.should_stop()
        return None if asked == Stop.KEEP else asked

    collection = bench.collection
    for track_id, why in learnt.lost.items():
        bench.context.say("warning", f"Track {track_id} was left out: {why}")
    rows = _judge(learnt, bench.seed, unless_kept)
    rows += judge_controls(bench, learnt, progress, unless_kept)
    if learnt.trained:
        _keep_best(bench, learnt, run_id)
    encoder = learnt.encoder
    if learnt.learner and learnt.learner.encoder and not encoder:
        encoder = bench.keep_encoder(learnt.learner)
    write_scores(collection, run_id, rows)
    write_predictions(collection, run_id, _predictions(learnt))
    _write_facts(collection, run_id, learnt.facts)
    stopped = learnt.trained is not None and learnt.trained.stopped
    state = "stopped" if stopped else "done"
    set_state(collection, run_id, state)
    return TrainResult(
        run=run_id,
        state=state,
        seed=request.seed,
        task=bench.recipe.task,
        recipe=bench.recipe.name,
        split=_split(learnt.family.material),
        scores=_by_part(row for row in rows if not row.control),
        controls=_by_part(row for row in rows if row.control),
        encoder=encoder,
        epochs=learnt.facts.get("epochs", 0),
    )


def _judge(learnt: Learnt, seed: int, should_stop: ShouldStop) -> list[ScoreRow]:
    material, rows = learnt.family.material, list[ScoreRow]()
    for part in ("test", "valid", "train"):
        of = material.parts[part]
        if len(of):
            truth, said = material.truth[of], learnt.said[of]
            rows += learnt.family.scores(Verdict(part), truth, said, seed, should_stop)
    return rows


def _predictions(learnt: Learnt) -> list[PredictionRow]:
    family, rows = learnt.family, list[PredictionRow]()
    for part in PARTS:
        of = family.material.parts[part]
        rows += family.predictions(part, of, learnt.said[of])
    return rows + family.guesses(learnt.rest, learnt.rest_said)


def _keep_best(bench: Bench, learnt: Learnt, run_id: int) -> None:
    """The weights that were judged, with the epochs that no checkpoint has told yet."""
    trained, learner = learnt.trained, learnt.learner
    assert trained
    assert learner
    tensors = prefixed("learner", learner.state_dict())

    def put(file: BinaryIO) -> None:
        write(
            file,
            tensors,
            trained.state,
            {"recipe": bench.recipe.name, "seed": bench.seed} | dict(learnt.about),
        )

    state = trained.state
    keep_checkpoint(bench.collection, run_id, "best", max(state.best_epoch, 0), state.step, put, trained.rows)


def _save_encoder(collection: Collection, recipe: Recipe, field: str, run_id: int, learner: Learner) -> str:
    """What the encoder has become can be used like any other: to encode, to map, to compare."""
    from core.recipes.tuned import save

    card = find_card(recipe.encoder.name)
    assert isinstance(learner.encoder, Pooled)
    was, what = card.title.removesuffix(", untrained"), "captions" if recipe.task is Task.CAPTION else field
    saved = save(
        encoder_folder(collection, run_id),
        card,
        learner.encoder.net,
        recipe.encoder.tune,
        name=encoder_name(collection, run_id),
        title=f"{was}, run {run_id} of {collection.name}",
        hears=f"What {was} heard, and then learnt of {what} in {collection.name}.",
    )
    forget_card(saved.name)
    add_card(saved)
    return saved.name


def _write_facts(collection: Collection, run_id: int, facts: dict[str, Any]) -> None:
    with collection.database.writing() as session:
        row = session.get_one(Run, run_id)
        row.environment = row.environment | {"learnt": facts}


def _split(material: Material) -> dict[str, Any]:
    return {"name": material.split} | {part: len(material.parts[part]) for part in PARTS}


def _by_part(rows: Iterable[ScoreRow]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        if not row.about:
            found.setdefault(row.control or row.part, {})[row.name] = {
                "value": row.value, "low": row.low, "high": row.high, "n": row.n,
            }  # fmt: skip
    return found
