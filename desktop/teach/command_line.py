"""The same run from a terminal: the preset it started from, and every setting that is not as there."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path

import msgspec

from core.recipes.recipe import Recipe
from core.recipes.shelf import presets


def command_lines(folder: Path, recipe: Recipe, seeds: Sequence[int], device: str) -> str:
    """A line for each seed."""
    base = nearest(recipe)
    start = ["soundings", "train", str(folder), base.name]
    for key, value in changes(base, recipe).items():
        start += ["--set", f"{key}={_text(value)}"]
    start += ["--device", device]
    return "\n".join(shlex.join([*start, "--seed", str(seed)]) for seed in seeds)


def nearest(recipe: Recipe) -> Recipe:
    """The preset of that name, or the first of its task."""
    alike = [one for one in presets() if one.task is recipe.task]
    return next((one for one in alike if one.name == recipe.name), alike[0])


def changes(base: Recipe, recipe: Recipe) -> dict[str, object]:
    """By dotted name, what `recipe` has and `base` has not."""
    before, after = msgspec.to_builtins(base), msgspec.to_builtins(recipe)
    found: dict[str, object] = {}
    for name, value in after.items():
        if isinstance(value, dict):
            found |= {f"{name}.{key}": each for key, each in value.items() if each != before[name][key]}
        elif value != before[name]:
            found[name] = value
    return found


def _text(value: object) -> str:
    """As TOML has it, which of such values is as JSON has it."""
    return json.dumps(value, ensure_ascii=False)
