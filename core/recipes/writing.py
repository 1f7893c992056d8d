"""Learning to write: what an encoder hears of each track, and the captions that people gave it.

A frozen encoder is asked once, for the excerpts of each track. Of one that learns
along, `writing_along` knows more.
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.captions.choice import learn_choice
from core.captions.shelf import Opened, assemble, open_t5
from core.captions.style import WriterPart
from core.captions.writer import Ears, Writer
from core.embedding.sets import find_set
from core.errors import Interrupted, RequestProblem
from core.library.groups import read_values
from core.progress import Progress, Step, Stop, shares
from core.recipes.bench import Bench, Learnt, facts_of, plan_of, recipe_digest
from core.recipes.caption import Caption, Labels, judge_by_loss
from core.recipes.contract import Said
from core.recipes.heads import LEAST_SCALE
from core.recipes.hearing import Excerpts, Heard, read_excerpts, write_all
from core.recipes.material import Material, check, digest
from core.recipes.vectors import encode_missing, which
from core.training.batches import VectorBatches
from core.training.learner import Learner
from core.training.loop import Lesson, Trained, deterministic, train


def learn(bench: Bench, progress: Progress) -> Learnt:
    encoding, teaching, writing = shares(progress, 2, 6, 2)
    part, everything = bench.recipe.encoder, bench.material
    set_id = encode_missing(bench, part.name, part.window_s, encoding, bench.should_stop)
    most = bench.recipe.writer.excerpts
    heard = read_excerpts(bench.collection, set_id, part, everything.tracks, most)
    rest = read_excerpts(bench.collection, set_id, part, everything.rest, most)
    rows, values = heard.rows, heard.values
    if not len(rows):
        raise RequestProblem(f"{part.name} could hear none of the tracks.", "Encode to see why.")
    material = everything.only(rows)
    check(material)
    with deterministic(bench.seed):
        mean, scale = figures_of(values[material.parts["train"]])
        opened = open_t5(bench.recipe.writer, material.of("train").tolist())
        learner = Learner(_writer(opened, mean, scale, bench.recipe.writer)).to(bench.context.device)
    family = family_of_texts(
        bench, material, opened, nearest_of(values, mean, scale, material.parts["train"])
    )
    trained = train(_lesson(bench, family, learner, values), bench.ties(teaching), bench.checkpoint)
    return say_all(bench, family, learner, opened, trained, set_id, values, rest, writing)


def family_of_texts(bench: Bench, material: Material, opened: Opened, nearest: NDArray[np.int64]) -> Caption:
    return Caption(material, opened.words, bench.recipe.writer.longest, _labels(bench), nearest)


def say_all(
    bench: Bench,
    family: Caption,
    learner: Learner,
    opened: Opened,
    trained: Trained,
    set_id: int,
    values: Excerpts,
    rest: Heard,
    progress: Progress,
) -> Learnt:
    """Writes of all tracks; `values` are of those of the family's material."""
    if bench.recipe.writer.choosing:
        _learn_choice(family, learner, values)
    said = _write_said(bench, learner, opened, values, progress)
    family.written = said
    rest_said = _write_said(bench, learner, opened, rest.values, progress)
    facts = facts_of(trained) | _facts(bench, set_id, opened)
    about = {"words": opened.words.write(), "t5": opened.settings, "layers": values.shape[2]}
    return Learnt(
        family, said, rest_said, bench.material.rest[rest.rows], facts, trained, learner, about=about
    )


def _learn_choice(family: Caption, learner: Learner, values: Excerpts) -> None:
    writer, train = learner.eval().head, family.material.parts["train"]
    assert isinstance(writer, Writer)
    with torch.no_grad():
        heard, _ = writer.ears.heard(torch.from_numpy(values[train]).to(writer.ears.mean.device))
    texts = torch.from_numpy(family.targets()[train]).to(heard.device)
    writer.choice = learn_choice(heard[:, 0], texts)


def figures_of(values: Excerpts) -> tuple[Tensor, Tensor]:
    """(layers, dimension): mean and deviation over the excerpts of the train part."""
    mean = np.nanmean(values, (0, 1), dtype=np.float64)
    scale = np.nanstd(values, (0, 1), dtype=np.float64)
    scale[scale < LEAST_SCALE * np.maximum(np.abs(mean), 1)] = 1.0
    return torch.from_numpy(mean.astype(np.float32)), torch.from_numpy(scale.astype(np.float32))


def _writer(opened: Opened, mean: Tensor, scale: Tensor, part: WriterPart) -> Writer:
    ears = Ears(mean, scale, opened.settings["d_model"], part)
    return assemble(ears, opened.t5, opened.settings, part)


def nearest_of(values: Excerpts, mean: Tensor, scale: Tensor, train: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each track the nearest other one of the train part, by the mean over its excerpts."""
    flat = np.nanmean((values - mean.numpy()) / scale.numpy(), 1).reshape(len(values), -1)
    flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)
    alike = flat @ flat[train].T
    alike[train, np.arange(len(train))] = -np.inf
    found: NDArray[np.int64] = alike.argmax(1)
    return found


def _labels(bench: Bench) -> Labels:
    """What people have said of the fields that captions may name."""
    named = bench.recipe.writer.named
    return {field: read_values(bench.collection, field, runs=False) for field in named}


def _lesson(bench: Bench, family: Caption, learner: Learner, values: Excerpts) -> Lesson:
    parts, plan, device = family.material.parts, plan_of(bench), bench.context.device
    targets, given, valid = family.targets(), values[parts["train"]], parts["valid"]
    judging = VectorBatches(values[valid], targets[valid], plan.batch, bench.seed, shuffle=False)
    return Lesson(
        learner,
        family.loss(device),
        family.tally,
        VectorBatches(given, targets[parts["train"]], plan.batch, bench.seed, shuffle=plan.shuffle),
        judge_by_loss(judging, device),
        plan,
        bench.seed,
        device,
        about={
            "vectors": hashlib.sha256(given.tobytes()).hexdigest(),
            "recipe": recipe_digest(bench),
            "tracks": digest(family.material),
            "threads": torch.get_num_threads(),
        },
    )


def _write_said(bench: Bench, learner: Learner, opened: Opened, values: Excerpts, progress: Progress) -> Said:
    """A run that is stopped to be kept writes what it has learnt all the same."""
    writer = learner.eval().head
    assert isinstance(writer, Writer)

    def stop() -> Stop | None:
        asked = bench.should_stop()
        return None if asked == Stop.KEEP else asked

    texts = list[str]()
    for some in write_all(writer, opened.words, values, bench.recipe.writer, bench.seed):
        if stop():
            raise Interrupted
        texts += some
        progress(Step(len(texts), len(values), "tracks", note="Writing captions"))
    return np.array(texts, object)


def _facts(bench: Bench, set_id: int, opened: Opened) -> dict[str, Any]:
    info = find_set(bench.collection, str(set_id))
    return {
        "embedding set": info.id,
        "layer": ", ".join(info.layers[layer] for layer in which(info, bench.recipe.encoder)),
        "window_s": info.window_s,
        "precision": info.made.get("precision", ""),
        "pieces of words": opened.words.size,
    }
