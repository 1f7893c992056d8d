"""What the teach dialog asks for in the background: recipes of runs and files, and the outlook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from core.recipes.recipe import Recipe
from desktop.teach.draft import preset

if TYPE_CHECKING:
    from pathlib import Path

    from core.recipes.preview import Preview
    from core.store import Collection
    from desktop.teach.facts import Facts


def first_recipe(facts: Facts, coloured_by: str) -> Recipe:
    """To tell apart what the collection is coloured by, or what most tracks have."""
    usual = preset("classify")
    names = [fact.name for fact in facts.teachable("classify")]
    field = next((name for name in (coloured_by, usual.data.field, *names) if name in names), "")
    if not field:
        return usual
    return msgspec.structs.replace(usual, data=msgspec.structs.replace(usual.data, field=field))


def recipe_of(run: int, collection: Collection) -> tuple[str, int]:
    """Its text and its seed."""
    from core.runs.shown import read_run

    found = read_run(collection, run)
    return found.recipe.text, found.seed


def recipe_in(path: Path, _collection: Collection) -> Recipe:
    from core.recipes.shelf import find_recipe

    return find_recipe(str(path) if path.suffix == ".toml" else str(path.absolute()))


def outlook(recipe: Recipe, device: str, collection: Collection) -> tuple[Preview, str]:
    """What would become of it, and what others have reported."""
    from core.recipes.preview import preview
    from desktop.teach.published import read_published

    return preview(collection, recipe, device), read_published(recipe)


def save(path: Path, text: str, _collection: Collection) -> None:
    from core.store.files import explain_os_errors, write_text

    with explain_os_errors(path):
        write_text(path, text)


def name_for(path: Path, usual: str) -> str:
    """As a recipe may be called, after its file."""
    found = re.sub(r"[^a-z0-9.-]+", "-", path.stem.lower()).strip("-.")[:64]
    return found or usual
