"""A study as text: which encoders, taught in which ways, from which seeds, and what stands beside it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec
import tomli_w

from core.errors import RequestProblem
from core.store.files import explain_os_errors

LONGEST_BYTES = 1 << 20


class Way(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How an encoder is used. Every later way is compared with the first."""

    name: str
    title: str
    recipe: str
    """A preset, whose encoder is put in place. The first way's data are those of all."""
    changes: Mapping[str, str] = {}
    """Settings of it by their dotted names, as they would stand in its text."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An encoder that takes part, or all that there are of a family."""

    name: str = ""
    family: str = ""
    lacking: str = ""
    """What is said where there is none of the family."""
    recipes: Mapping[str, str] = {}
    """Other presets for it, by way."""
    note: str = ""

    def __post_init__(self) -> None:
        if bool(self.name) == bool(self.family):
            raise ValueError("an encoder has either a name or a family")


class Study(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    title: str
    question: str
    about: str = ""
    source: str = ""
    published: tuple[str, ...] = ()
    """Tables that stand beside it, the nearest first."""
    seeds: tuple[int, ...] = (0, 1, 2, 3, 4)
    maps: tuple[Literal["pca", "tsne", "umap"], ...] = ("pca", "tsne")
    ways: tuple[Way, ...]
    encoders: tuple[Entry, ...]

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,63}", self.name):
            raise ValueError("name has small letters, digits, hyphens and dots")
        if not self.ways or not self.encoders or not self.seeds:
            raise ValueError("there is at least one way, one encoder and one seed")
        named = [way.name for way in self.ways]
        if len(set(named)) < len(named):
            raise ValueError("two ways have the same name")
        strange = next((way for entry in self.encoders for way in entry.recipes if way not in named), None)
        if strange is not None:
            raise ValueError(f"there is no way called {strange}")

    def way(self, name: str) -> Way:
        return next(way for way in self.ways if way.name == name)


def read_study(text: str, whence: str = "The study") -> Study:
    """`whence` names the text in what is said of its faults."""
    try:
        return msgspec.convert(tomllib.loads(text), Study)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        said = " ".join(str(error).split()).rstrip(".").replace("`", "").replace(" - at $.", " at ")
        raise RequestProblem(f"{whence} cannot be read: {said}.") from error


def write_study(study: Study) -> str:
    return tomli_w.dumps(msgspec.to_builtins(study))


@cache
def list_studies() -> tuple[Study, ...]:
    """Those that come with the program, in the order of their names."""
    found = [
        read_study(item.read_text(encoding="utf-8"), f"The study {item.name}")
        for item in (files("resources") / "studies").iterdir()
        if item.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda study: study.name))


def find_study(name: str) -> Study:
    """One of them by its name, or the study in a file."""
    known = {study.name: study for study in list_studies()}
    if name in known:
        return known[name]
    path = Path(name).expanduser()
    if name.endswith(".toml") or path.is_file():
        return _read(path)
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"Choose among {', '.join(known)}, or name a file."
    raise RequestProblem(f"There is no study called {name}.", hint)


def _read(path: Path) -> Study:
    with explain_os_errors(path):
        data = path.read_bytes()[:LONGEST_BYTES]
    try:
        return read_study(data.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise RequestProblem(f"{path} is no text.", "A study is a TOML file.") from error
