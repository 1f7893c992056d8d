"""What a recipe is taught with: tracks, what is true of them, and which of them judge.

All that makes the teaching void is refused here, in a sentence, before anything
is computed. What a run has said is no truth: labels of runs do not count.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from core.errors import RequestProblem
from core.library.fields import FieldInfo, find_field
from core.library.groups import read_groups, read_values, tie
from core.library.query import find
from core.library.splits import (
    PARTS,
    Part,
    assign,
    find_leaks,
    find_split,
    leak_sentence,
    list_splits,
    read_split,
    store_split,
)
from core.recipes.described import kept_even, read_texts
from core.recipes.recipe import Data, Recipe, Task
from core.runs import artists_of
from core.store.collection import Collection
from core.store.schema import Field, Label, Standing

KIND = {Task.CLASSIFY: "category", Task.TAG: "category", Task.REGRESS: "number"}
HOLDS = {"number": "numbers", "category": "categories", "text": "free text"}
COVERED = (Task.CLASSIFY, Task.CAPTION)
"""Each label comes to every part first, as far as it can."""
FEWEST = 2
"""Tracks of a class: one to learn from, one to judge by."""


@dataclass(frozen=True)
class Material:
    """Rows are tracks, in order of their number."""

    task: Task
    field: str
    names: tuple[str, ...]
    """Of classes or tags; of a number the field's unit alone."""
    tracks: NDArray[np.int64]
    truth: NDArray[Any]
    """(n,) the class; (n, tags) whether it carries them; (n,) the number."""
    parts: Mapping[str, NDArray[np.int64]]
    """The rows of each."""
    groups: NDArray[np.int64] | None
    """The artist of each, by number, below zero where unknown; None where none is known."""
    rest: NDArray[np.int64]
    """Tracks without a label: they are told, too, and judged by nobody."""
    split_id: int
    split: str
    said: tuple[str, ...] = ()
    """What a person should know of it."""

    def of(self, part: str) -> NDArray[Any]:
        return self.truth[self.parts[part]]

    def groups_of(self, part: str) -> NDArray[np.int64] | None:
        return None if self.groups is None else self.groups[self.parts[part]]

    def only(self, rows: NDArray[np.int64]) -> Material:
        """Without the tracks that could not be heard."""
        place = np.full(len(self.tracks), -1)
        place[rows] = np.arange(len(rows))
        parts = {part: place[each][place[each] >= 0] for part, each in self.parts.items()}
        groups = None if self.groups is None else self.groups[rows]
        return Material(
            self.task, self.field, self.names, self.tracks[rows], self.truth[rows], parts, groups, self.rest,
            self.split_id, self.split, self.said,
        )  # fmt: skip


@dataclass(frozen=True)
class _Labels:
    names: tuple[str, ...]
    even: dict[int, str]
    """What a split keeps in proportion, of every track that has a label."""
    truth: Callable[[list[int]], NDArray[Any]]
    what: str
    """A track has one: a genre, a caption."""


def gather(collection: Collection, recipe: Recipe) -> Material:
    """Makes the split where there is none; raises RequestProblem for what cannot be taught."""
    material = draft(collection, recipe, keep=True)
    check(material)
    return material


def draft(collection: Collection, recipe: Recipe, *, keep: bool = False) -> Material:
    """What would be gathered, unchecked. Unless it is to `keep` the split, nothing is written down."""
    data, said = recipe.data, list[str]()
    field = data.field.lower() if recipe.task is Task.CAPTION else _field(collection, data, recipe.task).name
    usable = find_usable(collection, data.query)
    labels = _labels(collection, recipe, field, usable, said)
    split = _split(collection, data, field, labels.even, cover=recipe.task in COVERED, keep=keep)
    parts_of = split.parts
    chosen = sorted(id_ for id_ in labels.even if id_ in parts_of)
    if len(chosen) < len(labels.even):
        left = len(labels.even) - len(chosen)
        said.append(f"{left:,} tracks with a {labels.what} are not in the split and are left out.")
    leaks = find_leaks(collection, {id_: parts_of[id_] for id_ in chosen})
    said += [leak_sentence(leaks)] if leaks else []
    return Material(
        task=recipe.task,
        field=labels.what,
        names=labels.names,
        tracks=np.array(chosen, np.int64),
        truth=labels.truth(chosen),
        parts={str(part): np.flatnonzero([parts_of[id_] == part for id_ in chosen]) for part in PARTS},
        groups=artists_of(collection, np.array(chosen, np.int64)),
        rest=np.array(sorted(usable.difference(chosen)), np.int64),
        split_id=split.id,
        split=split.name,
        said=tuple(said),
    )


def find_usable(collection: Collection, query: str) -> set[int]:
    """The tracks that can be heard, among those that it finds."""
    return set(find(collection, f"({query}) state:ok" if query.strip() else "state:ok").ids)


def _labels(collection: Collection, recipe: Recipe, name: str, usable: set[int], said: list[str]) -> _Labels:
    data = recipe.data
    if recipe.task is Task.CAPTION:
        texts = read_texts(collection, recipe, usable)
        even = kept_even(collection, name, texts)
        return _Labels((), even, lambda chosen: np.array([texts[id_] for id_ in chosen], object), "caption")
    if recipe.task is Task.REGRESS:
        numbers = {id_: number for id_, number in _numbers(collection, name).items() if id_ in usable}
        _need_some(numbers, name, data.query)
        unit = _field(collection, data, recipe.task).unit
        return _Labels(
            (unit,), _fifths(numbers), lambda chosen: np.array([numbers[id_] for id_ in chosen]), name
        )
    words = {id_: texts for id_, texts in _words(collection, name).items() if id_ in usable}
    _need_some(words, name, data.query)
    words, names = _choose(words, data, recipe.task, name, said)
    return _Labels(names, _rarest(words), partial(_truth_of_words, recipe.task, words, names), name)


def _need_some(values: Mapping[int, object], name: str, query: str) -> None:
    if not values:
        among = f" among those that {query} finds" if query.strip() else ""
        raise RequestProblem(
            f"No track that can be heard has a {name}{among}.", "Label some first, or choose another field."
        )


def check(material: Material) -> None:
    """Whether each part can do its work."""
    sizes = {part: len(rows) for part, rows in material.parts.items()}
    if not sizes["train"] or not sizes["test"]:
        empty = "train" if not sizes["train"] else "test"
        raise RequestProblem(
            f"The {empty} part of {material.split} has no track with a {material.field}.",
            "Choose another split, or label tracks of that part.",
        )
    if sizes["test"] > sizes["train"]:
        raise RequestProblem(
            f"The test part of {material.split} has {sizes['test']:,} tracks and the train part "
            f"{sizes['train']:,}: they seem to have changed places.",
            "Choose a split whose train part is the larger one.",
        )
    if material.task is Task.CLASSIFY:
        _check_classes(material)
    elif material.task is Task.REGRESS and np.ptp(material.of("train")) == 0:
        raise RequestProblem(f"All tracks to learn from have the same {material.field}.")


def digest(material: Material) -> str:
    """Of all that decides what is learnt from it."""
    texts = material.truth.dtype == object
    truth = "\0".join(material.truth).encode() if texts else material.truth.tobytes()
    whole = hashlib.sha256(material.tracks.tobytes() + truth)
    for part, rows in material.parts.items():
        whole.update(part.encode() + rows.tobytes())
    return whole.hexdigest()


def _check_classes(material: Material) -> None:
    for part in ("train", "test"):
        there = set(material.of(part).tolist())
        lacking = [name for i, name in enumerate(material.names) if i not in there]
        if lacking:
            raise RequestProblem(
                f"No {part} track has the {material.field} {_some(lacking)}: it has too few tracks, or they "
                "are of one artist, album or recording.",
                "Label more of it by others, leave it out with a query, or take another split seed.",
            )


def _words(collection: Collection, field: str) -> dict[int, tuple[str, ...]]:
    return {id_: tuple(texts) for id_, texts in read_values(collection, field, runs=False).items()}


def _numbers(collection: Collection, field: str) -> dict[int, float]:
    """Those that a run has said do not count."""
    chosen = (
        select(Standing.track_id, Standing.number)
        .join(Label, Label.id == Standing.label_id)
        .join(Field, Field.id == Standing.field_id)
        .where(Field.name == field, Standing.excerpt_id == 0, Label.source != "run")
    )
    with collection.database.reading() as session:
        return {id_: float(number) for id_, number in session.execute(chosen)}


def _field(collection: Collection, data: Data, task: Task) -> FieldInfo:
    with collection.database.reading() as session:
        field = find_field(session, data.field)
    if field.kind != KIND[task]:
        raise RequestProblem(
            f"The field {field.name} holds {HOLDS[field.kind]}, and {task} learns {HOLDS[KIND[task]]}.",
            "Choose another field or another task.",
        )
    return field


def _choose(
    given: dict[int, tuple[str, ...]], data: Data, task: Task, name: str, said: list[str]
) -> tuple[dict[int, tuple[str, ...]], tuple[str, ...]]:
    """Which classes or tags are learnt, and the tracks that are left."""
    if task is Task.CLASSIFY:
        several = sum(len(texts) > 1 for texts in given.values())
        if several:
            said.append(f"{several:,} tracks with more than one {name} are left out.")
        given = {id_: texts for id_, texts in given.items() if len(texts) == 1}
    counted = Counter(text for texts in given.values() for text in texts)
    kept = [text for text, n in counted.items() if n >= data.least]
    if task is Task.TAG and data.most:
        kept = sorted(kept, key=lambda text: (-counted[text], text))[: data.most]
    names = tuple(sorted(kept))
    lone = [text for text in names if counted[text] < FEWEST]
    if lone:
        raise RequestProblem(
            f"Only one track has the {name} {_some(lone)}: it cannot be both learnt and judged.",
            "Label more of it, or leave out what is rare: --set data.least=3.",
        )
    if len(names) < (2 if task is Task.CLASSIFY else 1):
        only = f"There is only the {name} {names[0]}" if names else f"There is no {name}"
        raise RequestProblem(f"{only} to learn.", "Label tracks of at least two.")
    if len(names) < len(counted):
        said.append(
            f"{len(counted) - len(names):,} of {len(counted):,} values of {name} are left out as rare."
        )
    chosen = {id_: tuple(text for text in texts if text in set(names)) for id_, texts in given.items()}
    return {id_: texts for id_, texts in chosen.items() if texts or task is Task.TAG}, names


def _truth_of_words(
    task: Task, values: Mapping[int, tuple[str, ...]], names: tuple[str, ...], tracks: list[int]
) -> NDArray[Any]:
    place = {text: i for i, text in enumerate(names)}
    if task is Task.CLASSIFY:
        return np.array([place[values[id_][0]] for id_ in tracks], np.int64)
    carried = np.zeros((len(tracks), len(names)), bool)
    for row, id_ in enumerate(tracks):
        for text in values[id_]:
            carried[row, place[text]] = True
    return carried


@dataclass(frozen=True)
class _Split:
    id: int
    """0 as long as it is not written down."""
    name: str
    parts: dict[int, Part]


def _split(
    collection: Collection, data: Data, name: str, kept_even: dict[int, str], *, cover: bool, keep: bool
) -> _Split:
    """The one that is asked for, or one made of these tracks; the same tracks have the same split again."""
    if data.split:
        split_id = find_split(collection, data.split)
        return _Split(split_id, data.split, read_split(collection, split_id))
    groups = {group: read_groups(collection, group) for group in data.together}
    units = tie(sorted(kept_even), groups.values())
    parts = assign(units, kept_even, data.shares, data.split_seed, cover=cover)
    apart = ", ".join(data.together) or "nothing"
    digest = hashlib.sha256(f"{name} {sorted(parts.items())}".encode()).hexdigest()
    called = f"{name}, {apart} apart, seed {data.split_seed}, {digest[:6]}"
    for split in list_splits(collection):
        if split.name == called:
            return _Split(split.id, called, parts)
    if not keep:
        return _Split(0, called, parts)
    settings: dict[str, object] = {
        "label": name,
        "shares": list(data.shares),
        "together": list(data.together),
    }
    split_id = store_split(collection, called, "stratified", parts, data.split_seed, settings)
    return _Split(split_id, called, parts)


def _rarest(values: Mapping[int, tuple[str, ...]]) -> dict[int, str]:
    """What a split keeps in proportion, of classes or tags."""
    counted = Counter(text for texts in values.values() for text in texts)
    return {
        id_: min(texts, key=lambda text: (counted[text], text), default="") for id_, texts in values.items()
    }


def _fifths(values: Mapping[int, float]) -> dict[int, str]:
    """The same of numbers."""
    numbers = np.array(list(values.values()))
    edges = np.quantile(numbers, [0.2, 0.4, 0.6, 0.8])
    fifths = np.searchsorted(edges, numbers, side="right")
    return {id_: str(fifth) for id_, fifth in zip(values, fifths.tolist(), strict=True)}


def _some(names: list[str]) -> str:
    more = f" (nor {len(names) - 1} others)" if len(names) > 1 else ""
    return f"{names[0]}{more}"
