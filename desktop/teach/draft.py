"""The recipe that is being put together: what it started from, what is set, and what is wrong with it.

Widgets show what the draft holds and put into it only what a person has changed,
so that a recipe that is copied stays the same text as long as nobody touches it.
"""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from core.recipes.recipe import Recipe, Task
from core.recipes.shelf import presets

STEPWISE = ("linear", "mlp")
DEFAULTS = {task: task.value for task in Task}
"""The preset that each task begins with."""


class Draft(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.base = preset("classify")
        """What was chosen to start from: a preset, a file, a run."""
        self.whence = ""
        """How that is called, where it is no preset."""
        self.recipe = self.base
        """The last one that made sense."""
        self.problems: dict[str, str] = {}
        """By the dotted name of a setting, in a sentence; empty where all is well."""
        self._values = plain(self.base)

    def start(self, recipe: Recipe, whence: str = "", *, base: Recipe | None = None) -> None:
        self.base, self.whence, self.recipe = base or recipe, whence, recipe
        self._values = plain(recipe)
        self.problems = {}
        self.changed.emit()

    def get(self, name: str) -> Any:  # noqa: ANN401 - whatever a recipe holds
        return _get(self._values, name)

    def of_base(self, name: str) -> Any:  # noqa: ANN401 - whatever a recipe holds
        return _get(plain(self.base), name)

    def put(self, name: str, value: object) -> None:
        """What does not go together with it gives way."""
        self.put_all({name: value})

    def put_all(self, values: dict[str, object]) -> None:
        for name, value in values.items():
            _put(self._values, name, list(value) if isinstance(value, tuple) else value)
            self.problems.pop(name, None)
        self._give_way()
        self._check()
        self.changed.emit()

    def refuse(self, name: str, why: str) -> None:
        """What stands in a field is no value of it."""
        if self.problems.get(name) != why:
            self.problems[name] = why
            self.changed.emit()

    def choose_task(self, task: Task, field: str) -> None:
        """As that task usually begins, with the same ear and the same tracks."""
        usual = preset(DEFAULTS[task])
        before = self.recipe
        if before.task is task:
            return
        data = msgspec.structs.replace(usual.data, field=field or usual.data.field, query=before.data.query)
        changed: dict[str, Any] = {"data": data}
        if task is not Task.CAPTION and before.task is not Task.CAPTION:
            changed |= {"encoder": before.encoder, "head": before.head, "training": before.training}
        self.start(msgspec.structs.replace(usual, **changed), base=usual)

    def of_task(self, task: Task) -> str:
        """The field that it usually learns."""
        return preset(DEFAULTS[task]).data.field

    def differs(self) -> list[str]:
        """Settings that are not as in what was started from; data and words are a person's own."""
        return [
            name for name in dotted(self.base) if _is_setting(name) and self.get(name) != self.of_base(name)
        ]

    def use_base(self) -> None:
        """As it was started from, for the same tracks and labels."""
        usual = self.base.data
        data = msgspec.structs.replace(self.recipe.data, shares=usual.shares, together=usual.together)
        self.start(msgspec.structs.replace(self.base, data=data), self.whence, base=self.base)

    def _give_way(self) -> None:
        get = self.get
        if get("task") == Task.CAPTION:
            if get("encoder.layer") in ("best", "all"):
                _put(self._values, "encoder.layer", "usual")
            return
        if get("encoder.tune") != "frozen":
            if get("head.kind") not in STEPWISE:
                _put(self._values, "head.kind", "linear")
            if get("encoder.layer") == "best":
                _put(self._values, "encoder.layer", "usual")
        elif get("head.kind") not in STEPWISE and get("encoder.layer") == "mix":
            _put(self._values, "encoder.layer", "usual")

    def _check(self) -> None:
        self.problems.pop("", None)
        try:
            self.recipe = msgspec.convert(self._values, Recipe)
        except msgspec.ValidationError as error:
            said = " ".join(str(error).replace("`", "").split())
            self.problems[""] = said.partition(" - at ")[0].rstrip(".")


def preset(name: str) -> Recipe:
    return next(recipe for recipe in presets() if recipe.name == name)


def plain(recipe: Recipe) -> dict[str, Any]:
    """As it would stand in a file: lists, no tuples."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(recipe))
    return found


def dotted(recipe: Recipe) -> list[str]:
    """Every setting by its dotted name."""
    found = []
    for name, value in plain(recipe).items():
        found += [f"{name}.{key}" for key in value] if isinstance(value, dict) else [name]
    return found


def _is_setting(name: str) -> bool:
    return name.partition(".")[0] in ("encoder", "head", "writer", "training") or name in (
        "data.shares",
        "data.together",
    )


def _get(values: dict[str, Any], name: str) -> Any:  # noqa: ANN401 - whatever a recipe holds
    for part in name.split("."):
        values = values[part]
    return values


def _put(values: dict[str, Any], name: str, value: object) -> None:
    *path, last = name.split(".")
    for part in path:
        values = values[part]
    values[last] = value
