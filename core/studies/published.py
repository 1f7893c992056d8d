"""Published tables: what others have reported, on which split, and which errors of it are known.

They come with the program, to stand beside the figures of a study. A figure is
kept as it was printed; what is wrong with it is said in a note, never mended.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from core.errors import RequestProblem
from core.evaluation import Score, wilson


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    title: str
    data: str
    """The tracks: a data set."""
    split: str = ""
    """As it is called where a collection has it; empty where it is not stated."""
    part: Literal["train", "valid", "test"] = "test"
    metric: str
    """As in the scores of a run, where they have it."""
    unit: Literal["%", ""] = "%"
    n: int = 0
    """Tracks that were judged; 0 where that is not stated."""


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    """As printed."""
    encoder: str = ""
    """Ours that is the same or the nearest; empty where none is."""
    tune: Literal["", "frozen", "whole", "lora"] = ""
    head: str = ""
    source: str = ""
    """Where the table is a collection of several."""
    note: str = ""
    values: Mapping[str, float]
    """By the names of columns; what was not reported is missing."""


class Published(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    title: str
    source: str
    """The document, by its title."""
    notes: tuple[str, ...] = ()
    """Errors that are known, and what it must not be compared with."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for kind, named in (("column", self.columns), ("row", self.rows)):
            names = [each.name for each in named]
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice is not None:
                raise ValueError(f"there are two {kind}s called {twice}")
        known = {column.name for column in self.columns}
        for row in self.rows:
            unknown = sorted(row.values.keys() - known)
            if unknown:
                raise ValueError(f"{row.name} has a value of {unknown[0]}, which is no column")

    def score(self, row: Row, column: Column) -> Score | None:
        """As a run's own are told: a share, with Wilson's interval where so many of so many were right."""
        if column.name not in row.values:
            return None
        value = round(row.values[column.name] / (100 if column.unit == "%" else 1), 6)
        if column.metric != "accuracy" or not column.n:
            return Score(value, None, None, column.n)
        counted = wilson(round(value * column.n), column.n)
        return Score(value, counted.low, counted.high, column.n)


def read_published(text: str, whence: str = "The table") -> Published:
    """`whence` names the text in what is said of its faults."""
    try:
        return msgspec.convert(tomllib.loads(text), Published)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        said = str(error).rstrip(".").replace("`", "").replace(" - at $.", " at ")
        raise RequestProblem(f"{whence} cannot be read: {said}.") from error


@cache
def list_published() -> tuple[Published, ...]:
    """In the order of their names."""
    found = [
        read_published(item.read_text(encoding="utf-8"), f"The published table {item.name}")
        for item in (files("resources") / "published").iterdir()
        if item.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda table: table.name))


def find_published(name: str) -> Published:
    known = {table.name: table for table in list_published()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"Choose among {', '.join(known)}."
    raise RequestProblem(f"There is no published table called {name}.", hint)
