"""How the last run of each collection was set up, so that the next one begins there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from core import places
from core.errors import KnownError
from core.recipes.recipe import Recipe, read_recipe
from desktop.state import read_json, write_json
from desktop.teach.controls import read_seeds
from desktop.teach.draft import preset
from desktop.teach.facts import Facts

MOST = 30
"""Collections that are remembered."""


@dataclass(frozen=True)
class Kept:
    recipe: Recipe
    base: Recipe
    whence: str
    seeds: str


def keep(folder: Path, recipe: str, base: str, whence: str, seeds: str) -> None:
    kept = _all()
    kept.pop(str(folder), None)
    kept[str(folder)] = {"recipe": recipe, "base": base, "whence": whence, "seeds": seeds}
    write_json(_path(), dict(list(kept.items())[-MOST:]))


def kept_of(folder: Path, facts: Facts) -> Kept | None:
    """None where there is nothing, or nothing that makes sense here any more."""
    found = _all().get(str(folder))
    if not isinstance(found, dict):
        return None
    try:
        recipe, base = (read_recipe(str(found.get(name, ""))) for name in ("recipe", "base"))
    except KnownError:
        return None
    seeds = str(found.get("seeds", "0"))
    return Kept(
        _fitting(recipe, facts), base, str(found.get("whence", "")), "0" if read_seeds(seeds)[1] else seeds
    )


def _fitting(recipe: Recipe, facts: Facts) -> Recipe:
    """Fields and splits that are gone are not asked for again."""
    data, usual = recipe.data, preset(recipe.task.value).data
    fields = [fact.name for fact in facts.teachable(recipe.task)]
    if fields and recipe.task != "caption" and data.field not in fields:
        data = msgspec.structs.replace(data, field=usual.field if usual.field in fields else fields[0])
    if data.split and data.split not in [fact.name for fact in facts.splits]:
        data = msgspec.structs.replace(data, split="")
    return msgspec.structs.replace(recipe, data=data)


def _all() -> dict[str, Any]:
    found = read_json(_path())
    return found if isinstance(found, dict) else {}


def _path() -> Path:
    return places.state_folder() / "teach.json"
