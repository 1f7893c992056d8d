"""Recipes: what to train, and the job that trains it. Imports no torch."""

from core.recipes.recipe import Data, EncoderPart, Head, Recipe, Task, change, read_recipe, write_recipe
from core.recipes.request import TrainRequest, TrainResult
from core.recipes.shelf import find_recipe, presets

__all__ = [
    "Data",
    "EncoderPart",
    "Head",
    "Recipe",
    "Task",
    "TrainRequest",
    "TrainResult",
    "change",
    "find_recipe",
    "presets",
    "read_recipe",
    "write_recipe",
]
