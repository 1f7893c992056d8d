"""The commands `recipes` and `train`: what can be taught, and teaching it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from core.cli.collection import Folder, left_over, opened, run_job
from core.cli.encoders import device_named
from core.cli.output import AsJson, answer, table
from core.cli.runs import show_run
from core.errors import RequestProblem


class RecipeAction(StrEnum):
    LIST = "list"
    SHOW = "show"


def recipes(
    action: Annotated[RecipeAction, typer.Argument(help="What to do.")] = RecipeAction.LIST,
    name: Annotated[str, typer.Argument(help="A preset, or a TOML file.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the recipes, or write one out whole, to change it and train with it."""
    from core.recipes import find_recipe, presets, write_recipe

    if action == RecipeAction.SHOW:
        if not name:
            raise typer.BadParameter("show wants a recipe.", param_hint="NAME")
        recipe = find_recipe(name)
        answer(recipe, write_recipe(recipe).rstrip("\n"), as_json=as_json)
        return
    found = presets()
    if as_json:
        answer(
            [{"name": r.name, "task": r.task, "title": r.title, "about": r.about} for r in found],
            "",
            as_json=True,
        )
        return
    rows = [(r.name, r.task, r.encoder.name, r.encoder.tune, r.head.kind, r.about) for r in found]
    table(("recipe", "task", "encoder", "learns", "head", "what it does"), rows)


def train(
    folder: Folder,
    recipe: Annotated[str, typer.Argument(help="A preset's name, or a TOML file.", metavar="RECIPE")],
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", help="A setting and its value, as training.epochs=20; may be said again."),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same run.")] = 0,
    device: Annotated[str, typer.Option(help="Where: cpu, cuda:0, mps; auto takes the fastest.")] = "auto",
    as_json: AsJson = False,
) -> None:
    """Teach a model, and judge it beside controls on tracks that it has not heard."""
    from core.recipes import TrainRequest, change, find_recipe, write_recipe
    from core.runs import read_run

    wanted = change(find_recipe(recipe), dict(_pair(text) for text in changes or []))
    request = TrainRequest(write_recipe(wanted), seed)
    again = left_over(folder, "train", request)
    submit = None if again else ("train", request)
    job = run_job(folder, submit, again, device_named(device))
    with opened(folder) as collection:
        run = read_run(collection, job["result"]["run"])
    if as_json:
        answer(run, "", as_json=True)
    else:
        answer(None, job["sentence"], as_json=False)
        show_run(run, "test")


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise RequestProblem(f"A setting is written as training.epochs=20, not {text}.")
    return key.strip(), value.strip()
