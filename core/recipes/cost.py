"""What a run would take: steps, time, memory and disk, from what earlier ones took on this computer.

Nothing is guessed. What has never been timed here is not known, and says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import psutil
from sqlalchemy import func, select

from core.encoders import Card, find_card
from core.errors import KnownError
from core.library.labels import each
from core.recipes.material import Material, find_usable
from core.recipes.recipe import Recipe as RecipeText
from core.recipes.recipe import Task, read_recipe
from core.store.collection import Collection
from core.store.schema import Checkpoint, EmbeddingSet, Epoch, JobRow, Recipe, Run, Shard, ShardTrack, Track

ROOM = 4
"""One part in so many of the memory that is free may hold decoded sound."""
HEARD_ONLY = 3
"""Hearing takes about a third of learning, which goes forth and back twice."""
LOOKED_AT = 200
"""The newest jobs among which an earlier one is looked for."""
HALF_BYTES, WHOLE_BYTES = 2, 4
RANDOM, DESCRIPTORS = "mel-cnn", "descriptors"


@dataclass(frozen=True)
class Cost:
    epoch_steps: int = 0
    """0: it is solved, not learnt step by step."""
    epochs: int = 0
    """At most."""
    missing: int = 0
    """Tracks that the frozen encoder has not heard yet."""
    missing_s: float = 0.0
    """Of sound."""
    encode_s: float | None = None
    """To hear them; None: not known."""
    learn_s: float | None = None
    """All epochs; None: not known."""
    rests_on: str = ""
    """What `learn_s` was measured on: run 3."""
    memory_bytes: int = 0
    """Of decoded sound or of vectors."""
    disk_bytes: int | None = None
    """What it leaves behind; None: not known."""
    controls: tuple[tuple[str, int, float | None], ...] = ()
    """Controls with an encoder of their own: their name, tracks that it has not heard, seconds."""

    @property
    def steps(self) -> int:
        return self.epoch_steps * self.epochs


def reckon(collection: Collection, recipe: RecipeText, material: Material, device: str) -> Cost | None:
    """None where there is no such encoder."""
    try:
        card = find_card(recipe.encoder.name)
    except KnownError:
        return None
    frozen = recipe.encoder.tune == "frozen"
    lengths = _lengths(collection, find_usable(collection, recipe.data.query))
    steps = epoch_steps(recipe, len(material.parts["train"]))
    window_s = recipe.encoder.window_s or card.window_s
    missing = _missing(collection, card, window_s, lengths) if frozen else {}
    encode_s = _encode_s(collection, card.name, device, sum(missing.values())) if frozen else 0.0
    learn_s, rests_on = _learn_s(collection, recipe, material, device, steps)
    memory, disk = _bytes(collection, recipe, card, lengths, missing)
    return Cost(
        steps,
        recipe.training.epochs if steps else 0,
        len(missing),
        sum(missing.values()),
        encode_s,
        learn_s,
        rests_on,
        memory,
        disk,
        _controls(collection, recipe, lengths, device),
    )


def epoch_steps(recipe: RecipeText, train: int) -> int:
    """As the loop counts: a last batch of one track joins the one before."""
    if recipe.task is not Task.CAPTION and recipe.head.kind in ("logistic", "svm"):
        return 0
    plan = recipe.training
    batches = -(-train // plan.batch)
    if batches > 1 and train % plan.batch == 1:
        batches -= 1
    return -(-batches // plan.accumulate)


def _lengths(collection: Collection, tracks: set[int]) -> dict[int, float]:
    """Seconds of each."""
    chosen = select(Track.id, Track.duration_s).where(Track.id.in_(each(sorted(tracks))))
    with collection.database.reading() as session:
        return {id_: seconds or 0.0 for id_, seconds in session.execute(chosen)}


def _missing(
    collection: Collection, card: Card, window_s: float, lengths: dict[int, float]
) -> dict[int, float]:
    """Of these, what no set of the encoder and this window holds."""
    chosen = (
        select(ShardTrack.track_id)
        .join(Shard, Shard.id == ShardTrack.shard_id)
        .join(EmbeddingSet, EmbeddingSet.id == Shard.embedding_set_id)
        .where(
            EmbeddingSet.encoder == card.name,
            EmbeddingSet.layers == len(card.layers),
            func.abs(EmbeddingSet.window_s - window_s) < 1e-6,
            func.abs(EmbeddingSet.hop_s - window_s) < 1e-6,
            Shard.part == "track",
        )
    )
    with collection.database.reading() as session:
        there = set(session.scalars(chosen))
    return {id_: seconds for id_, seconds in lengths.items() if id_ not in there}


def _encode_s(collection: Collection, encoder: str, device: str, sound_s: float) -> float | None:
    """As fast as its newest job on that device was."""
    if not sound_s:
        return 0.0
    chosen = (
        select(JobRow.result)
        .where(JobRow.kind == "encode", JobRow.state == "done", JobRow.result.is_not(None))
        .order_by(JobRow.id.desc())
        .limit(LOOKED_AT)
    )
    with collection.database.reading() as session:
        results = [json.loads(text) for text in session.scalars(chosen) if text]
    for found in results:
        alike = found.get("encoder") == encoder and found.get("device") == device
        if alike and found.get("audio_s", 0) > 0 and found.get("seconds", 0) > 0:
            return float(sound_s * found["seconds"] / found["audio_s"])
    return None


def _learn_s(
    collection: Collection, recipe: RecipeText, material: Material, device: str, steps: int
) -> tuple[float | None, str]:
    """From the newest run that learnt alike: by the work of an epoch, whatever its batches were."""
    if not steps:
        return None, ""
    chosen = (
        select(Run.id, Recipe.text, func.sum(Epoch.seconds), func.max(Epoch.step))
        .join(Recipe, Recipe.id == Run.recipe_id)
        .join(Epoch, Epoch.run_id == Run.id)
        .where(Run.device == device, Recipe.task == recipe.task)
        .group_by(Run.id)
        .order_by(Run.id.desc())
        .limit(LOOKED_AT)
    )
    with collection.database.reading() as session:
        rows = session.execute(chosen).all()
    for run_id, text, seconds, last in rows:
        try:
            other = read_recipe(text)
        except KnownError:
            continue
        if _alike(recipe, other) and last and seconds:
            each_s = seconds / last / _step_work(other)
            return each_s * _step_work(recipe) * steps * recipe.training.epochs, f"run {run_id}"
    return None, ""


def _alike(one: RecipeText, other: RecipeText) -> bool:
    """Whether the time of one tells that of the other."""
    if one.encoder.tune != other.encoder.tune:
        return False
    if one.encoder.tune == "frozen":
        return one.task is Task.CAPTION or one.head.kind == other.head.kind
    return one.encoder.name == other.encoder.name


def _step_work(recipe: RecipeText) -> float:
    """In seconds of sound that a step hears; on vectors a step is a step."""
    if recipe.encoder.tune == "frozen":
        return 1.0
    window_s = recipe.encoder.window_s or find_card(recipe.encoder.name).window_s
    plan = recipe.training
    _, valid, _ = recipe.data.shares
    judged = recipe.encoder.excerpts * valid / max(recipe.data.shares[0], 1e-6) / HEARD_ONLY
    return window_s * plan.batch * plan.accumulate * (1 + judged)


def _bytes(
    collection: Collection,
    recipe: RecipeText,
    card: Card,
    lengths: dict[int, float],
    missing: dict[int, float],
) -> tuple[int, int | None]:
    """In memory and on the disk."""
    wide = len(card.layers) * card.dimension
    if recipe.encoder.tune == "frozen":
        window_s = recipe.encoder.window_s or card.window_s
        windows = sum(-(-seconds // window_s) for seconds in missing.values())
        spread = 2 * len(missing)
        return len(lengths) * wide * WHOLE_BYTES, round((windows + spread) * wide * HALF_BYTES)
    sound = round(sum(lengths.values()) * card.rate_hz * WHOLE_BYTES)
    chosen = (
        select(Run.id, func.sum(Checkpoint.size_bytes))
        .join(Recipe, Recipe.id == Run.recipe_id)
        .join(Checkpoint, Checkpoint.run_id == Run.id)
        .where(Recipe.text.contains(f'name = "{card.name}"'), Run.state.in_(("done", "stopped")))
        .group_by(Run.id)
        .order_by(Run.id.desc())
        .limit(1)
    )
    with collection.database.reading() as session:
        kept = session.execute(chosen).first()
    return min(sound, psutil.virtual_memory().available // ROOM), int(kept[1]) if kept else None


def _controls(
    collection: Collection, recipe: RecipeText, lengths: dict[int, float], device: str
) -> tuple[tuple[str, int, float | None], ...]:
    """What those with ears of their own have to hear first."""
    found = []
    if recipe.task is Task.CAPTION:
        return ()
    for control, name in (("random encoder", RANDOM), ("descriptors", DESCRIPTORS)):
        if control in recipe.controls and name != recipe.encoder.name:
            card = find_card(name)
            missing = _missing(collection, card, card.window_s, lengths)
            sound_s = sum(missing.values())
            found.append((control, len(missing), _encode_s(collection, name, device, sound_s)))
    return tuple(found)
