"""The recipes that come with the program, and those in files of one's own."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from core.errors import RequestProblem
from core.recipes.recipe import Recipe, read_recipe
from core.store.files import explain_os_errors

LONGEST_BYTES = 1 << 20


@cache
def presets() -> tuple[Recipe, ...]:
    """The sound defaults first, then published ones by name."""
    folder = files("resources") / "recipes"
    found = [
        read_recipe(item.read_text(encoding="utf-8"), f"The preset {item.name}")
        for item in folder.iterdir()
        if item.name.endswith(".toml")
    ]
    first = ["classify", "tag", "regress", "caption"]
    place = {name: i for i, name in enumerate(first)}
    return tuple(sorted(found, key=lambda recipe: (place.get(recipe.name, len(first)), recipe.name)))


def find_recipe(name: str) -> Recipe:
    """A preset by its name, or the recipe in a file."""
    known = {recipe.name: recipe for recipe in presets()}
    if name in known:
        return known[name]
    path = Path(name).expanduser()
    if name.endswith(".toml") or path.is_file():
        return _read(path)
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"Choose among {', '.join(known)}, or name a file."
    raise RequestProblem(f"There is no recipe called {name}.", hint)


def _read(path: Path) -> Recipe:
    with explain_os_errors(path):
        data = path.read_bytes()[:LONGEST_BYTES]
    try:
        return read_recipe(data.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise RequestProblem(f"{path} is no text.", "A recipe is a TOML file.") from error
