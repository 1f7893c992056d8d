"""The commands `recipes` and `train`: what can be taught, and teaching it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from core.cli.collection import Folder, left_over, run_job
from core.cli.encoders import device_named
from core.cli.output import AsJson, answer, table
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

    wanted = change(find_recipe(recipe), dict(_pair(text) for text in changes or []))
    request = TrainRequest(write_recipe(wanted), seed)
    again = left_over(folder, "train", request)
    submit = None if again else ("train", request)
    job = run_job(folder, submit, again, device_named(device))
    result = job["result"]
    if as_json:
        answer(result, "", as_json=True)
        return
    answer(None, job["sentence"], as_json=False)
    show_scores(result)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise RequestProblem(f"A setting is written as training.epochs=20, not {text}.")
    return key.strip(), value.strip()


def show_scores(result: dict[str, Any]) -> None:
    """The parts of a run, then its controls on the test part, in one table."""
    parts = [(part, figures) for part, figures in result["scores"].items()]
    parts += [(f"control: {name}", figures) for name, figures in result["controls"].items()]
    names = list(dict.fromkeys(name for _, figures in parts for name in figures))
    shown = [name for name in FIRST if name in names] or names[:3]
    rows = [(part, *(_figure(figures.get(name)) for name in shown), _n(figures)) for part, figures in parts]
    table(("", *shown, "tracks"), rows, right=(*shown, "tracks"))


FIRST = ("accuracy", "macro_f1", "macro_roc_auc", "macro_average_precision", "r2", "mae", "concordance")
"""Figures that a table has room for; all of them are in the run."""


def _figure(figure: dict[str, Any] | None) -> str:
    if figure is None:
        return ""
    interval = "" if figure["low"] is None else f" ({figure['low']:.3g}–{figure['high']:.3g})"
    return f"{figure['value']:.3g}{interval}"


def _n(figures: dict[str, Any]) -> str:
    return next((f"{figure['n']:,}" for figure in figures.values()), "")
