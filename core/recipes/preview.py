"""What would become of a recipe here, before anything is done: counts, split, leaks, precision.

It asks the same code that a run asks, so that a preview and the run cannot differ.
Nothing is written down, not even the split. Imports no torch.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from sqlalchemy import func, select

from core.errors import KnownError, RequestProblem
from core.evaluation import wilson
from core.library.groups import GROUPS, read_groups
from core.library.splits import PARTS
from core.recipes.cost import Cost, reckon
from core.recipes.material import Material, check, draft
from core.recipes.recipe import Recipe, Task
from core.store.collection import Collection
from core.store.schema import Track

EXAMPLE = 0.7
"""The share of hits at which precision is told."""


@dataclass(frozen=True)
class ClassRow:
    """A class, a tag or a range of numbers, and how many tracks of each part have it."""

    name: str
    train: int
    valid: int
    test: int

    @property
    def tracks(self) -> int:
        return self.train + self.valid + self.test


@dataclass(frozen=True)
class Leak:
    """Of a kind of group, such as albums: what lies on two sides."""

    group: str
    names: int
    """So many artists, albums, recordings."""
    tests: int
    """Test tracks that share one with a track to learn or to choose from."""
    known: int
    """So many groups are known at all."""


@dataclass(frozen=True)
class Precision:
    """How well a share of hits is known from the test part alone."""

    tracks: int
    half: float
    """Half the interval around EXAMPLE."""
    artists: int
    """The test part is of so many; 0: nobody knows of any."""
    floor: float | None
    """What is reached by always saying the same: of classes the share of the most frequent."""
    constant: str
    """What that is."""


@dataclass(frozen=True)
class Preview:
    task: str
    field: str
    """A track has one: a genre, a caption."""
    classes: tuple[ClassRow, ...] = ()
    parts: tuple[int, int, int] = (0, 0, 0)
    split: str = ""
    is_new: bool = True
    """The split is made when the run begins."""
    leaks: tuple[Leak, ...] = ()
    """One for each kind of group, also where nothing leaks."""
    rest: int = 0
    """Tracks without a label: they are told, too."""
    duplicates: int = 0
    """Repeats of other tracks, which are left out."""
    said: tuple[str, ...] = ()
    precision: Precision | None = None
    cost: Cost | None = None
    problem: str = ""
    """Why it cannot be taught so; empty where it can."""
    hint: str = ""

    @property
    def tracks(self) -> int:
        return sum(self.parts)


def preview(collection: Collection, recipe: Recipe, device: str = "cpu") -> Preview:
    """What cannot be taught is said in `problem`; what is known all the same is there."""
    try:
        material = draft(collection, recipe)
    except KnownError as error:
        hint = getattr(error, "hint", "")
        return Preview(recipe.task, recipe.data.field, problem=_sentence(error), hint=hint)
    problem = hint = ""
    try:
        check(material)
    except RequestProblem as error:
        problem, hint = _sentence(error), error.hint
    sizes = [len(material.parts[part]) for part in PARTS]
    return Preview(
        recipe.task,
        material.field,
        _classes(material),
        (sizes[0], sizes[1], sizes[2]),
        material.split,
        material.split_id == 0,
        _leaks(collection, material),
        len(material.rest),
        _duplicates(collection),
        material.said,
        _precision(material),
        reckon(collection, recipe, material, device),
        problem,
        hint,
    )


def _sentence(error: KnownError) -> str:
    """Without the hint."""
    hint = getattr(error, "hint", "")
    return str(error).removesuffix(hint).strip()


def _classes(material: Material) -> tuple[ClassRow, ...]:
    if material.task is Task.CAPTION:
        return ()
    if material.task is Task.REGRESS:
        return _ranges(material)
    counted = []
    for part in PARTS:
        truth = material.of(part)
        tags = material.task is Task.TAG
        counted.append(truth.sum(0) if tags else np.bincount(truth, minlength=len(material.names)))
    columns = np.stack(counted, 1)
    return tuple(
        ClassRow(name, *(int(n) for n in row)) for name, row in zip(material.names, columns, strict=True)
    )


def _ranges(material: Material, most: int = 6) -> tuple[ClassRow, ...]:
    """Numbers in ranges of the same width."""
    if not len(material.truth):
        return ()
    low, high = float(material.truth.min()), float(material.truth.max())
    edges = np.linspace(low, high, most + 1) if high > low else np.array([low, low + 1])
    counts = [np.histogram(material.of(part), edges)[0] for part in PARTS]
    unit = f" {material.names[0]}" if material.names[0] else ""
    return tuple(
        ClassRow(f"{edges[i]:.4g} to {edges[i + 1]:.4g}{unit}", *(int(n[i]) for n in counts))
        for i in range(len(edges) - 1)
    )


def _leaks(collection: Collection, material: Material) -> tuple[Leak, ...]:
    parts = {int(material.tracks[row]): part for part in PARTS for row in material.parts[part].tolist()}
    found = []
    for group in GROUPS:
        sides: dict[str, Counter[str]] = defaultdict(Counter)
        of = {id_: names for id_, names in read_groups(collection, group).items() if id_ in parts}
        for id_, names in of.items():
            for name in names:
                sides[name][parts[id_]] += 1
        torn = {name for name, counted in sides.items() if len(counted) > 1}
        shared = {name for name in torn if sides[name].keys() - {"test"}}
        tests = sum(parts[id_] == "test" and not shared.isdisjoint(names) for id_, names in of.items())
        found.append(Leak(group, len(torn), tests, len(sides)))
    return tuple(found)


def _duplicates(collection: Collection) -> int:
    chosen = select(func.count()).where(Track.state == "duplicate")
    with collection.database.reading() as session:
        return session.scalar(chosen) or 0


def _precision(material: Material) -> Precision | None:
    n = len(material.parts["test"])
    if not n or material.task is Task.CAPTION:
        return None
    around = wilson(round(EXAMPLE * n), n)
    assert around.low is not None
    assert around.high is not None
    groups = material.groups_of("test")
    artists = 0
    if groups is not None:
        artists = len(set(groups[groups >= 0].tolist())) + int((groups < 0).sum())
    floor, constant = _floor(material)
    return Precision(n, (around.high - around.low) / 2, artists, floor, constant)


def _floor(material: Material) -> tuple[float | None, str]:
    """As the run's own floor is: what is most frequent in the train part, judged on the test part."""
    train, test = material.of("train"), material.of("test")
    if material.task is Task.CLASSIFY and len(train):
        most = int(np.bincount(train, minlength=len(material.names)).argmax())
        return float((test == most).mean()), material.names[most]
    if material.task is Task.TAG:
        return float(test.mean()), ""
    return None, ""
