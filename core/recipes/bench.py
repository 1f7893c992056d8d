"""What the ways of learning have in common: what a run works with, and what comes out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem
from core.progress import Context, Progress, ShouldStop
from core.recipes.contract import Family, Said
from core.recipes.material import Material
from core.recipes.recipe import Recipe, write_recipe
from core.runs.told import pack
from core.store.collection import Collection
from core.training.learner import Learner
from core.training.loop import Judged, Ties, Trained
from core.training.plan import Plan

Hear = Callable[[Learner, ShouldStop], tuple[NDArray[np.int64], Said]]
"""Rows of the valid part that can be heard, and what a learner says of them."""


@dataclass(frozen=True)
class Bench:
    collection: Collection
    recipe: Recipe
    material: Material
    seed: int
    context: Context
    should_stop: ShouldStop
    ties: Callable[[Progress], Ties]
    """To the run's store and its watchers."""
    keep_encoder: Callable[[Learner], str]
    """Saves what the encoder has become, and says its name."""
    checkpoint: Path | None = None
    """Where to go on from."""


@dataclass(frozen=True)
class Learnt:
    """What a run says of every track that it could hear."""

    family: Family
    """Its material has these tracks and no others."""
    said: Said
    """In the order of the material's tracks."""
    rest_said: Said
    rest: NDArray[np.int64]
    """Tracks of which nobody knows what is true, and before it what is said of them."""
    facts: dict[str, Any] = field(default_factory=dict)
    """For the methods sheet: the layer that was chosen, strengths, epochs."""
    trained: Trained | None = None
    learner: Learner | None = None
    lost: Mapping[int, str] = field(default_factory=dict)
    """Why tracks could not be heard."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """What else is needed to use it, kept beside its weights: the words of a writer."""
    encoder: str = ""
    """Where it has been saved already, since all that is said was heard with it."""


def plan_of(bench: Bench) -> Plan:
    """Where no part can choose an epoch, all are made and the last one is kept."""
    plan = bench.recipe.training
    if len(bench.material.parts["valid"]):
        return plan
    return msgspec.structs.replace(plan, keep="last", patience=0)


def judge_with(family: Family, hear: Hear) -> Callable[[Learner, ShouldStop], Judged]:
    material = family.material
    truth, tracks = material.of("valid"), material.tracks[material.parts["valid"]]

    def judge(learner: Learner, should_stop: ShouldStop) -> Judged:
        if not len(truth):
            return Judged({}, 0.0)
        rows, said = hear(learner, should_stop)
        if not len(rows):
            raise RequestProblem("None of the tracks that judge can be heard.", "Scan the collection again.")
        told = pack(material.names, tracks[rows], truth[rows], said)
        return replace(family.quick(truth[rows], said), told=told)

    return judge


def facts_of(trained: Trained) -> dict[str, Any]:
    state = trained.state
    return {
        "epochs": state.epoch,
        "steps": state.step,
        "best_epoch": state.best_epoch + 1,
        "seconds": round(state.seconds, 2),
        "stopped": trained.stopped,
    }


def recipe_digest(bench: Bench) -> str:
    """With the seed: another one would be another run."""
    return hashlib.sha256(f"{bench.seed} {write_recipe(bench.recipe)}".encode()).hexdigest()
