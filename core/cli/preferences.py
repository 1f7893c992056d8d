"""The command `settings`: read and change preferences without a window."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer

from core import settings
from core.cli.output import AsJson, answer, table


def preferences(
    name: Annotated[str | None, typer.Argument(help="A preference; all of them if left out.")] = None,
    value: Annotated[str | None, typer.Argument(help="Its new value.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show the preferences, or change one."""
    current = settings.set_value(name, value) if name and value is not None else settings.load()
    values = dataclasses.asdict(current)
    if name:
        if name not in values:
            settings.set_value(name, "")
        answer({name: values[name]}, f"{name} = {values[name]}", as_json=as_json)
        return
    if as_json:
        answer(values, "", as_json=True)
        return
    rows = [(d.name, values[d.name], _takes(d), d.description) for d in settings.declared()]
    table(("preference", "value", "takes", ""), rows)


def _takes(declared: settings.Declared) -> str:
    if declared.kind == "choice":
        return ", ".join(declared.choices)
    if declared.kind == "switch":
        return "true, false"
    return f"{declared.low} to {declared.high}" if declared.kind == "number" else "text"
