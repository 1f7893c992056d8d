"""Learning to write while the encoder learns along: it hears a stretch of each track in every epoch.

A stretch is cut into excerpts of the length that the encoder is asked for
afterwards. What it has become is saved before anything is written, and then hears
every track like any other: so a run is judged by what it will write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.captions.shelf import Opened, assemble, open_t5
from core.captions.writer import Ears, Writer
from core.embedding import EncodeRequest, encode
from core.encoders import Card, find_card
from core.encoders.net import hash_weights
from core.errors import Interrupted, RequestProblem
from core.progress import Progress, Step, Stop, shares
from core.recipes.bench import Bench, Learnt, plan_of, recipe_digest
from core.recipes.caption import Caption, judge_by_loss
from core.recipes.heads import LEAST_SCALE
from core.recipes.hearing import Excerpts, read_excerpts
from core.recipes.material import Material, check, digest
from core.recipes.tuned import wake
from core.recipes.vectors import choose
from core.recipes.whole import files_of, open_sounds, precision_on, window_of
from core.recipes.writing import family_of_texts, figures_of, nearest_of, say_all
from core.training.excerpts import Crop, ExcerptBatches
from core.training.learner import Learner, Stretched
from core.training.loop import Lesson, deterministic, train
from core.training.sounds import Sound, Sounds

MOST = 4
"""Excerpts of a stretch; more would only make steps slower."""
FOLLOW = 0.1
"""How far the figures of what comes in go along with a batch."""


def learn(bench: Bench, progress: Progress) -> Learnt:
    hearing, teaching, encoding, writing = shares(progress, 1, 7, 1, 1)
    card, device = find_card(bench.recipe.encoder.name), bench.context.device
    files = files_of(bench)
    known = [sound.track_id for sound in files]
    material = bench.material.only(np.flatnonzero(np.isin(bench.material.tracks, known)))
    check(material)
    times = _times(bench, card, files)
    with open_sounds(bench, card, files, times * window_of(bench, card)) as sounds:
        with deterministic(bench.seed, device):
            learner, opened = _learner(bench, card, material)
        if not bench.checkpoint:  # which holds the figures that were come to
            _hear_first(bench, material, learner, sounds, hearing)
        family = family_of_texts(bench, material, opened, np.zeros(0, np.int64))
        lesson = _lesson(bench, family, learner, sounds)
        trained = train(lesson, bench.ties(teaching), bench.checkpoint)
    encoder = bench.keep_encoder(learner)
    set_id, failed = _encode(bench, encoder, material, files, encoding)
    most, part = bench.recipe.writer.excerpts, bench.recipe.encoder
    heard = read_excerpts(bench.collection, set_id, part, material.tracks, most)
    rest = read_excerpts(bench.collection, set_id, part, bench.material.rest, most)
    family = _family(bench, material.only(heard.rows), opened, heard.values)
    learnt = say_all(bench, family, learner, opened, trained, set_id, heard.values, rest, writing)
    there = {*family.material.tracks.tolist(), *learnt.rest.tolist()}
    lost = {id_: unheard.why for id_, unheard in sounds.lost.items()} | failed
    facts = learnt.facts | {
        "excerpts of a stretch": times,
        "precision": lesson.precision,
        "waited_s": round(sounds.waited_s, 2),
    }
    lost = {id_: why for id_, why in lost.items() if id_ not in there}
    return replace(learnt, encoder=encoder, lost=lost, facts=facts)


def _family(bench: Bench, material: Material, opened: Opened, values: Excerpts) -> Caption:
    """Of the tracks that the encoder has heard in the end."""
    check(material)
    train = material.parts["train"]
    mean, scale = figures_of(values[train])
    return family_of_texts(bench, material, opened, nearest_of(values, mean, scale, train))


def _times(bench: Bench, card: Card, files: Sequence[Sound]) -> int:
    """So many excerpts as half of the tracks have room for."""
    seconds = float(np.median([sound.seconds for sound in files]))
    room = int(seconds * card.rate_hz) // window_of(bench, card)
    return max(min(bench.recipe.writer.excerpts, MOST, room), 1)


class Following(Ears):
    """What comes in changes while the encoder learns, and so do the figures that bring it to one scale."""

    def heard(self, excerpts: Tensor) -> tuple[Tensor, Tensor]:
        if self.training:
            with torch.no_grad():
                flat = excerpts.flatten(0, 1)
                mean, scale = flat.mean(0), flat.std(0, correction=0)
                least = LEAST_SCALE * mean.abs().clamp(min=1)
                self.mean.lerp_(mean, FOLLOW)
                self.scale.lerp_(torch.where(scale < least, 1.0, scale), FOLLOW)
        return super().heard(excerpts)


def _learner(bench: Bench, card: Card, material: Material) -> tuple[Learner, Opened]:
    part, device = bench.recipe.encoder, bench.context.device
    layers = choose(part, card.name, len(card.layers), card.usual_layer)
    encoder = Stretched(wake(card, device, part).net, window_of(bench, card), layers)
    opened = open_t5(bench.recipe.writer, material.of("train").tolist())
    shape = (len(layers), card.dimension)
    ears = Following(torch.zeros(shape), torch.ones(shape), opened.settings["d_model"], bench.recipe.writer)
    writer = assemble(ears, opened.t5, opened.settings, bench.recipe.writer)
    return Learner(writer, encoder).to(device), opened


def _hear_first(
    bench: Bench, material: Material, learner: Learner, sounds: Sounds, progress: Progress
) -> None:
    """What comes in is brought to one scale by what the encoder gives before it learns."""
    rows, writer, encoder = material.parts["train"], learner.eval().head, learner.encoder
    assert isinstance(writer, Writer)
    assert isinstance(encoder, Stretched)
    batches = _batches(bench, material, rows, rows, sounds)
    found = list[NDArray[np.float32]]()
    for batch in batches.epoch(0):
        if _stop(bench):
            raise Interrupted
        if len(batch.targets):
            with torch.no_grad():
                found.append(encoder(batch.inputs.to(bench.context.device)).cpu().numpy())
        progress(Step(len(found), batches.count(), note="Hearing what there is to learn from"))
    if _stop(bench):
        raise Interrupted
    if not found:
        raise RequestProblem(
            f"{bench.recipe.encoder.name} could hear none of the tracks.", "Scan the collection again."
        )
    mean, scale = figures_of(np.concatenate(found))
    writer.ears.mean.copy_(mean)
    writer.ears.scale.copy_(scale)


def _batches(
    bench: Bench, material: Material, rows: NDArray[np.int64], targets: NDArray[np.int64], sounds: Sounds
) -> ExcerptBatches:
    """To listen alone: the same stretch of each track, as it is."""
    crop: Crop = "first" if bench.recipe.encoder.crop == "first" else "middle"
    tracks = material.tracks[rows].tolist()
    size = bench.recipe.training.batch
    return ExcerptBatches(sounds, tracks, targets, size, bench.seed, shuffle=False, crop=crop)


def _lesson(bench: Bench, family: Caption, learner: Learner, sounds: Sounds) -> Lesson:
    part, plan, material = bench.recipe.encoder, plan_of(bench), family.material
    rows, valid, targets = material.parts["train"], material.parts["valid"], family.targets()
    device = bench.context.device
    batches = ExcerptBatches(
        sounds,
        material.tracks[rows].tolist(),
        targets[rows],
        plan.batch,
        bench.seed,
        shuffle=plan.shuffle,
        crop=part.crop,
        changed=part.augment,
    )
    assert isinstance(learner.encoder, Stretched)
    return Lesson(
        learner,
        family.loss(device),
        family.tally,
        batches,
        judge_by_loss(_batches(bench, material, valid, targets[valid], sounds), device),
        plan,
        bench.seed,
        device,
        precision_on(plan.precision, device),
        about={
            "encoder": hash_weights(learner.encoder.net),
            "recipe": recipe_digest(bench),
            "tracks": digest(material),
            "threads": torch.get_num_threads(),
        },
    )


def _encode(
    bench: Bench, encoder: str, material: Material, files: Sequence[Sound], progress: Progress
) -> tuple[int, dict[int, str]]:
    """The embedding set of what the encoder has become, and why tracks are missing in it."""
    tracks = (*material.tracks.tolist(), *bench.material.rest.tolist())
    request = EncodeRequest(encoder, tracks=tracks, window_s=bench.recipe.encoder.window_s or None)
    done = encode.run(request, bench.context, progress=progress, should_stop=lambda: _stop(bench))
    if _stop(bench):
        raise Interrupted
    id_of = {str(sound.path): sound.track_id for sound in files}
    return done.embedding_set, {id_of[path]: why for path, why in done.failed.items() if path in id_of}


def _stop(bench: Bench) -> Stop | None:
    """A run that is stopped to be kept writes what it has learnt all the same."""
    asked = bench.should_stop()
    return None if asked == Stop.KEEP else asked
