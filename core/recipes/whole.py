"""Learning end to end: the encoder learns along, on excerpts that are decoded while it does."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial

import numpy as np
import psutil
import torch
from numpy.typing import NDArray
from sqlalchemy import select
from torch import nn

from core.encoders import Card, find_card
from core.encoders.net import hash_weights
from core.progress import Progress, ShouldStop, Step, Stop, shares
from core.recipes.bench import Bench, Learnt, facts_of, judge_with, plan_of, recipe_digest
from core.recipes.contract import Family, Said, family_of
from core.recipes.heads import make_head
from core.recipes.material import check, digest
from core.recipes.recipe import Recipe
from core.recipes.tuned import hear, wake
from core.store.schema import Folder, Track
from core.training.excerpts import ExcerptBatches
from core.training.learner import Learner, Pooled
from core.training.loop import Lesson, deterministic, train
from core.training.sounds import Sound, Sounds

ROOM = 4
"""One part in so many of the memory that is free may hold decoded sound."""
MEMBERS = 8


def learn(bench: Bench, progress: Progress) -> Learnt:
    teaching, saying = shares(progress, 9, 1)
    recipe, device = bench.recipe, bench.context.device
    card = find_card(recipe.encoder.name)
    sounds = open_sounds(bench, card, files_of(bench), window_of(bench, card))
    material = bench.material.only(np.flatnonzero(np.isin(bench.material.tracks, list(sounds.sounds))))
    check(material)
    family = family_of(material, balance=recipe.head.balance)
    with sounds:
        with deterministic(bench.seed, device):
            learner = _learner(recipe, card, family, device)
        lesson = _lesson(bench, family, learner, sounds, card)
        trained = train(lesson, bench.ties(teaching), bench.checkpoint)
        rows, said = _say_all(bench, family, learner, sounds, material.tracks, saying)
        rest = material.rest[np.isin(material.rest, list(sounds.sounds))]
        rest_rows, rest_said = _say_all(bench, family, learner, sounds, rest, saying)
    heard = family_of(material.only(rows), balance=recipe.head.balance)
    check(heard.material)
    facts = facts_of(trained) | {"window_s": sounds.length / sounds.rate_hz, "precision": lesson.precision}
    facts["waited_s"] = round(sounds.waited_s, 2)
    lost = {id_: unheard.why for id_, unheard in sounds.lost.items()}
    return Learnt(heard, said, rest_said, rest[rest_rows], facts, trained, learner, lost)


def _learner(recipe: Recipe, card: Card, family: Family, device: str) -> Learner:
    encoder = wake(card, device, recipe.encoder)
    layer = recipe.encoder.layer
    if layer == "usual":
        layer = card.usual_layer % len(card.layers)
    head = make_head(recipe.head, layer, len(card.layers), card.dimension, family.outputs)
    if recipe.head.standardise:
        head = nn.Sequential(nn.BatchNorm1d(len(card.layers) * card.dimension, affine=False), head)
        head.insert(0, nn.Flatten(1))
        head.insert(2, nn.Unflatten(1, (len(card.layers), card.dimension)))
    return Learner(head, encoder).to(device)


def _lesson(bench: Bench, family: Family, learner: Learner, sounds: Sounds, card: Card) -> Lesson:
    recipe, plan, material = bench.recipe, plan_of(bench), family.material
    valid = material.tracks[material.parts["valid"]]
    rows = material.parts["train"]
    batches = ExcerptBatches(
        sounds,
        material.tracks[rows].tolist(),
        family.targets()[rows],
        plan.batch,
        bench.seed,
        shuffle=plan.shuffle,
        crop=recipe.encoder.crop,
        changed=recipe.encoder.augment,
    )
    assert isinstance(learner.encoder, Pooled)
    return Lesson(
        learner,
        family.loss(bench.context.device),
        family.tally,
        batches,
        judge_with(family, partial(_hear, bench, family, sounds, valid)),
        plan,
        bench.seed,
        bench.context.device,
        precision_on(plan.precision, bench.context.device),
        about={
            "encoder": hash_weights(learner.encoder.net),
            "recipe": recipe_digest(bench),
            "tracks": digest(material),
            "threads": torch.get_num_threads(),
        },
    )


def _hear(
    bench: Bench,
    family: Family,
    sounds: Sounds,
    tracks: NDArray[np.int64],
    learner: Learner,
    should_stop: ShouldStop,
) -> tuple[NDArray[np.int64], Said]:
    return hear(
        learner,
        sounds,
        tracks,
        family,
        excerpts=bench.recipe.encoder.excerpts,
        first=bench.recipe.encoder.crop == "first",
        batch=bench.recipe.training.batch,
        device=bench.context.device,
        should_stop=should_stop,
    )


def _say_all(
    bench: Bench,
    family: Family,
    learner: Learner,
    sounds: Sounds,
    tracks: NDArray[np.int64],
    progress: Progress,
) -> tuple[NDArray[np.int64], Said]:
    """A run that is stopped to be kept says what it has learnt all the same."""

    def stop() -> Stop | None:
        asked = bench.should_stop()
        return None if asked == Stop.KEEP else asked

    progress(Step(0, 1, note="Hearing all tracks"))
    learner.eval()
    with torch.no_grad():
        return _hear(bench, family, sounds, tracks, learner, stop)


def window_of(bench: Bench, card: Card) -> int:
    """Samples of an excerpt."""
    return round((bench.recipe.encoder.window_s or card.window_s) * card.rate_hz)


def open_sounds(bench: Bench, card: Card, files: Sequence[Sound], length: int) -> Sounds:
    cores = os.cpu_count() or 1

    def cancelled() -> Stop | None:
        """All else waits for the end of a step."""
        return Stop.CANCEL if bench.should_stop() == Stop.CANCEL else None

    return Sounds(
        files,
        card.rate_hz,
        length,
        room_bytes=psutil.virtual_memory().available // ROOM,
        members=max(min(cores - 1, MEMBERS), 1),
        should_stop=cancelled,
    )


def files_of(bench: Bench) -> list[Sound]:
    """Of all tracks, as far as it is known how long they last."""
    from pathlib import Path

    material = bench.material
    columns = (Track.id, Folder.path, Track.path, Track.duration_s, Track.size_bytes, Track.mtime_ns)
    wanted = {*material.tracks.tolist(), *material.rest.tolist()}
    with bench.collection.database.reading() as session:
        rows = session.execute(select(*columns).join(Folder).where(Track.duration_s > 0)).all()
    return [
        Sound(id_, Path(folder) / path, seconds, (size, mtime_ns))
        for id_, folder, path, seconds, size, mtime_ns in rows
        if id_ in wanted and seconds
    ]


def precision_on(wanted: str, device: str) -> str:
    """Half precision where the hardware reckons in it; the choice is the same each time."""
    if wanted != "auto":
        return wanted
    if device.startswith("cuda"):
        return "bf16" if torch.cuda.is_bf16_supported(including_emulation=False) else "fp32"
    if device == "cpu":
        has = torch.cpu.get_capabilities()
        return "bf16" if has.get("avx512_bf16") or has.get("amx_bf16") else "fp32"
    return "fp32"
