"""The grid of a study: which runs it consists of here, and what is left out of it and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from core.encoders import Card, cards, find_card, look
from core.encoders.recognise import OF_RUNS
from core.errors import RequestProblem
from core.library.splits import list_splits
from core.recipes import Data, Recipe, change, find_recipe, write_recipe
from core.recipes.material import Material, gather
from core.store.collection import Collection
from core.studies.request import StudyRequest
from core.studies.study import Entry, Study, Way
from core.studies.tasks import MANNERS


@dataclass(frozen=True)
class Cell:
    """One encoder, used in one way: a run for every seed."""

    encoder: str
    title: str
    way: str
    recipe: Recipe | None
    """None where there can be no run."""
    why: str = ""
    """Of that."""
    note: str = ""

    @property
    def text(self) -> str:
        return write_recipe(self.recipe) if self.recipe else ""


@dataclass(frozen=True)
class Grid:
    study: Study
    cells: tuple[Cell, ...]
    """By encoder, then by way."""
    seeds: tuple[int, ...]
    data: Data
    """Of all cells."""
    material: Material
    asked_split: str
    """Which the study would have, where it is another."""

    @property
    def possible(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.recipe)


def lay_out(collection: Collection, study: Study, request: StudyRequest) -> Grid:
    """Raises RequestProblem where nothing of it can be done."""
    data, asked, cells = sketch(collection, study, request)
    possible = [cell.recipe for cell in cells if cell.recipe]
    if not possible:
        reasons = "; ".join(dict.fromkeys(f"{cell.encoder}: {cell.why}" for cell in cells))
        raise RequestProblem(f"Nothing of {study.name} can be done here ({reasons}).", "Fetch an encoder.")
    check_tasks(possible)
    return Grid(study, cells, request.seeds or study.seeds, data, gather(collection, possible[0]), asked)


def sketch(collection: Collection, study: Study, request: StudyRequest) -> tuple[Data, str, tuple[Cell, ...]]:
    """The data of all cells, the split that the study would have where it is another, and the cells."""
    data, asked = _data(collection, study, request)
    entries = _entries(study, request.encoders)
    return data, asked, tuple(_cell(entry, way, data) for entry in entries for way in study.ways)


def check_tasks(recipes: Sequence[Recipe]) -> None:
    first = recipes[0]
    for recipe in recipes:
        if recipe.task not in MANNERS:
            raise RequestProblem(
                f"A study compares classes or captions, and {recipe.name} is to {recipe.task}."
            )
        if recipe.task is not first.task:
            raise RequestProblem(
                f"A study is of one task: {first.name} is to {first.task}, {recipe.name} to {recipe.task}."
            )


def _data(collection: Collection, study: Study, request: StudyRequest) -> tuple[Data, str]:
    """The first way's, for all: they are judged on the same tracks. Without its split, one is made."""
    first = study.ways[0]
    data = change(find_recipe(first.recipe), dict(first.changes)).data
    data = msgspec.structs.replace(data, query=request.query, field=request.field or data.field)
    if data.split and all(split.name != data.split for split in list_splits(collection)):
        return msgspec.structs.replace(data, split=""), data.split
    return data, ""


def _entries(study: Study, wanted: Sequence[str]) -> list[Entry]:
    """One for each encoder; a family without any stands for itself."""
    found = dict[str, Entry]()
    for entry in study.encoders:
        names = [entry.name] if entry.name else [card.name for card in cards() if card.family == entry.family]
        for name in names or [entry.family]:
            own = entry if entry.name or not names else msgspec.structs.replace(entry, name=name, family="")
            found.setdefault(name, own)
    return [found.get(name) or Entry(name=find_card(name).name) for name in wanted] or list(found.values())


def _cell(entry: Entry, way: Way, data: Data) -> Cell:
    if entry.family:
        why = f"not here: {entry.lacking or 'there is none'}"
        return Cell(entry.family, entry.family, way.name, None, why, entry.note)
    card = find_card(entry.name)
    recipe = change(find_recipe(entry.recipes.get(way.name, way.recipe)), dict(way.changes))
    part = msgspec.structs.replace(recipe.encoder, name=card.name)
    recipe = msgspec.structs.replace(recipe, encoder=part, data=data)
    why = _why_not(card, recipe)
    return Cell(card.name, card.title, way.name, None if why else recipe, why, entry.note)


def _why_not(card: Card, recipe: Recipe) -> str:
    here = look(card)
    if not here.ready:
        return f"not here: {here.reason}"
    if recipe.encoder.tune != "frozen" and card.family not in OF_RUNS:
        return "cannot learn along: it is used as it is"
    return ""
