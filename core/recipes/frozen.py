"""Learning on cached vectors: the encoder is frozen and was asked once, so a run takes seconds."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.errors import RequestProblem
from core.progress import Progress, ShouldStop, shares
from core.recipes.bench import Bench, Learnt, facts_of, judge_with, plan_of, recipe_digest
from core.recipes.contract import Family, Said, family_of
from core.recipes.heads import make_head, standard
from core.recipes.material import check, digest
from core.recipes.quick import choose_layer, solve
from core.recipes.vectors import Vectors, encode_missing, read_vectors
from core.training.batches import VectorBatches
from core.training.learner import Learner
from core.training.loop import Lesson, Trained, deterministic, train

AT_ONCE = 4096
"""Vectors that are judged together."""


def learn(bench: Bench, progress: Progress) -> Learnt:
    """Encodes what is missing first."""
    encoding, teaching = shares(progress, 3, 1)
    part = bench.recipe.encoder
    set_id = encode_missing(bench, part.name, part.window_s, encoding, bench.should_stop)
    vectors = read_vectors(bench.collection, set_id, part, bench.material.tracks)
    rest = read_vectors(bench.collection, set_id, part, bench.material.rest)
    if not len(vectors.rows):
        raise RequestProblem(f"{part.name} could hear none of the tracks.", "Encode to see why.")
    material = bench.material.only(vectors.rows)
    check(material)
    family = family_of(material, balance=bench.recipe.head.balance)
    facts = _facts(vectors)
    values, unlabelled = np.concatenate([vectors.values, rest.values]), bench.material.rest[rest.rows]
    if part.layer == "best":
        best, told = choose_layer(family, values, bench.should_stop)
        values = values[:, best : best + 1]
        facts |= {"layer": vectors.info.layers[vectors.layers[best]], "layers tried": told}
    if bench.recipe.head.kind in ("logistic", "svm"):
        solved = solve(bench.recipe.head, family, values.reshape(len(values), -1), bench.should_stop)
        return Learnt(family, *_parted(family, solved.said), unlabelled, facts | solved.facts)
    learner, trained = _train(bench, family, values, teaching)
    said = family.said(outputs_of(learner, values, bench.context.device))
    facts |= facts_of(trained) | _mix(learner.head, facts)
    return Learnt(family, *_parted(family, said), unlabelled, facts, trained, learner)


def _parted(family: Family, said: Said) -> tuple[Said, Said]:
    """Of tracks with a label, which come first, and of the rest."""
    n = len(family.material.tracks)
    return said[:n], said[n:]


def _facts(vectors: Vectors) -> dict[str, Any]:
    info = vectors.info
    return {
        "embedding set": info.id,
        "layer": ", ".join(info.layers[layer] for layer in vectors.layers),
        "window_s": info.window_s,
        "precision": info.made.get("precision", ""),
    }


def _train(
    bench: Bench, family: Family, values: NDArray[np.float32], progress: Progress
) -> tuple[Learner, Trained]:
    recipe, parts, plan = bench.recipe, family.material.parts, plan_of(bench)
    _, layers, dimension = values.shape
    with deterministic(bench.seed):
        layer = recipe.encoder.layer if recipe.encoder.layer in ("mix", "all") else 0
        head = make_head(recipe.head, layer, layers, dimension, family.outputs)
    if recipe.head.standardise:
        head = nn.Sequential(standard(values[parts["train"]]), head)
    learner = Learner(head).to(bench.context.device)
    given, targets = values[parts["train"]], family.targets()[parts["train"]]

    def hear(learner: Learner, should_stop: ShouldStop) -> tuple[NDArray[np.int64], Said]:
        rows = parts["valid"]
        return np.arange(len(rows)), family.said(outputs_of(learner, values[rows], bench.context.device))

    lesson = Lesson(
        learner,
        family.loss(bench.context.device),
        family.tally,
        VectorBatches(given, targets, plan.batch, bench.seed, shuffle=plan.shuffle),
        judge_with(family, hear),
        plan,
        bench.seed,
        bench.context.device,
        threads=1,
        about={
            "vectors": hashlib.sha256(given.tobytes()).hexdigest(),
            "recipe": recipe_digest(bench),
            "tracks": digest(family.material),
        },
    )
    return learner, train(lesson, bench.ties(progress), bench.checkpoint)


def outputs_of(learner: Learner, values: NDArray[np.float32], device: str) -> NDArray[np.float32]:
    learner.eval()
    with torch.no_grad():
        parts = [
            learner(torch.from_numpy(values[start : start + AT_ONCE]).to(device)).float().cpu().numpy()
            for start in range(0, len(values), AT_ONCE)
        ]
    return np.concatenate(parts)


def _mix(head: nn.Module, facts: dict[str, Any]) -> dict[str, Any]:
    """What each layer has come to weigh, where they are mixed."""
    from core.training.learner import Mix

    for module in head.modules():
        if isinstance(module, Mix):
            weights = module.share.detach().softmax(0).tolist()
            names = facts["layer"].split(", ")
            return {"layers weigh": {name: round(w, 4) for name, w in zip(names, weights, strict=True)}}
    return {}
