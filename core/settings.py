"""Preferences, declared once: the form, the check, the file and the help all come from here.

Only values that differ from their default are written. Keys that this version
does not know are kept, so that two versions can share one file.
"""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import tomli_w

from core import places
from core.errors import SettingsProblem
from core.messages import channel

WholeNumber = Annotated[int, msgspec.Meta(ge=0, le=1000)]


def _setting(default: object, label: str, description: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    return dataclasses.field(default=default, metadata={"label": label, "description": description})


@dataclass(frozen=True)
class Preferences:
    theme: Literal["system", "light", "dark"] = _setting(
        "system", "Colours", "Follow the system, or always light or dark."
    )
    language: Literal["system", "english", "german"] = _setting(
        "system", "Language", "Of the window, from its next start. What jobs and logs say is English."
    )
    model_folder: str = _setting(
        "", "Model folder", "Where model weights are kept. Empty: the usual place, shown by soundings doctor."
    )
    worker_idle_min: WholeNumber = _setting(
        10, "Keep workers ready (min)", "How long a worker stays in memory after its last job."
    )
    stop_grace_s: WholeNumber = _setting(
        20,
        "Time to save on stop (s)",
        "How long a job may take to save after Stop or Pause.",
    )
    backups_kept: Annotated[int, msgspec.Meta(ge=1, le=100)] = _setting(
        5, "Backups kept", "How many automatic backups a collection keeps."
    )
    detailed_log: bool = _setting(False, "Detailed log", "Write more into the log; useful for a report.")


@dataclass(frozen=True)
class Declared:
    """One preference as a form or a help page needs it."""

    name: str
    label: str
    description: str
    kind: Literal["choice", "switch", "number", "text"]
    default: Any
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None


def declared() -> list[Declared]:
    hints = get_type_hints(Preferences, include_extras=True)
    return [_declare(field, hints[field.name]) for field in dataclasses.fields(Preferences)]


def _declare(field: dataclasses.Field[Any], hint: Any) -> Declared:  # noqa: ANN401 - a type form
    choices: tuple[str, ...] = ()
    low = high = None
    kind: Literal["choice", "switch", "number", "text"] = "text"
    if get_origin(hint) is Literal:
        kind, choices = "choice", get_args(hint)
    elif hint is bool:
        kind = "switch"
    elif get_origin(hint) is Annotated:
        kind, meta = "number", get_args(hint)[1]
        low, high = meta.ge, meta.le
    return Declared(
        field.name,
        field.metadata["label"],
        field.metadata["description"],
        kind,
        field.default,
        choices,
        low,
        high,
    )


def settings_path() -> Path:
    return places.config_folder() / "settings.toml"


def load() -> Preferences:
    """The preferences in force. What cannot be read, file or value, is told of and counts as default."""
    try:
        values = _read()
    except SettingsProblem as problem:
        channel.warning(str(problem))
        return Preferences()
    good: dict[str, Any] = {}
    for name in _names():
        if name in values:
            try:
                good |= dataclasses.asdict(_checked(good | {name: values[name]}))
            except SettingsProblem as problem:
                channel.warning(str(problem))
    return _checked(good)


def save(preferences: Preferences) -> None:
    defaults = Preferences()
    changes = {
        name: getattr(preferences, name) if getattr(preferences, name) != getattr(defaults, name) else None
        for name in _names()
    }
    _write(changes)


def set_value(name: str, text: str) -> Preferences:
    """Change one preference from what a person typed, and save; the others stay as they are written."""
    if name not in _names():
        near = get_close_matches(name, _names(), n=1)
        raise SettingsProblem(
            f"There is no preference called {name}.", f"Did you mean {near[0]}?" if near else ""
        )
    value = getattr(_checked({name: text}, loose=True), name)
    _write({name: value if value != getattr(Preferences(), name) else None})
    return load()


def _names() -> list[str]:
    return [field.name for field in dataclasses.fields(Preferences)]


def _write(changes: dict[str, Any]) -> None:
    """None takes a value out. A file that cannot be read is put aside, not written over."""
    path = settings_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            values = _read()
        except SettingsProblem:
            values = {}
            path.replace(path.with_suffix(".toml.broken"))
        values = {name: value for name, value in (values | changes).items() if value is not None}
        fresh = path.with_suffix(".toml.new")
        fresh.write_text(tomli_w.dumps(values), encoding="utf-8")
        fresh.replace(path)
    except (OSError, UnicodeEncodeError) as error:
        reason = getattr(error, "strerror", None) or "a value is no text"
        raise SettingsProblem(
            f"Preferences cannot be saved in {path}: {reason}.", "Check that you may write there."
        ) from error


def _read() -> dict[str, Any]:
    path = settings_path()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsProblem(
            f"Preferences in {path} cannot be read: {error}.",
            "Defaults are used; mend or delete the file.",
        ) from error


def _checked(values: dict[str, Any], *, loose: bool = False) -> Preferences:
    try:
        return msgspec.convert(values, Preferences, strict=not loose)
    except msgspec.ValidationError as error:
        text = str(error).replace("`", "")
        name = text.rpartition("$.")[2] if "$." in text else "a preference"
        reason = text.partition(" - at ")[0]
        raise SettingsProblem(
            f"The preference {name} has a value that does not fit: {reason[:1].lower()}{reason[1:]}.",
            "See soundings settings for what each one takes.",
        ) from error
