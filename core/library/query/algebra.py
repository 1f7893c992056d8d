"""What a query means, as data. `str()` of any part is text that parses to the same part again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Op = Literal["is", "starts", "ends", "contains", "any", "<", "<=", ">", ">=", ".."]
Operand = str | float | None
WORDS = frozenset({"and", "or", "not"})

_BARE = re.compile(r"[^\s\"(),:*<>=.-][^\s\"(),:*]*")


@dataclass(frozen=True)
class Text:
    """Words in title, artist, album, caption or path, one after another; `prefix`: the last may go on."""

    text: str
    prefix: bool = False

    def __str__(self) -> str:
        return quote(self.text, always=not self.prefix) + "*" * self.prefix


@dataclass(frozen=True)
class Match:
    """A field or property compared with values: several for "is", two (or None) for "..", none for "any"."""

    field: str
    op: Op
    values: tuple[Operand, ...] = ()

    def __str__(self) -> str:
        return f"{self.field}:{self._compared()}"

    def _compared(self) -> str:
        if self.op == "any":
            return "*"
        shown = [_show(value) for value in self.values]
        if self.op == "is":
            return ",".join(shown)
        if self.op == "..":
            return "..".join(shown)
        if self.op in ("starts", "ends", "contains"):
            before = "*" if self.op in ("ends", "contains") else ""
            after = "*" if self.op in ("starts", "contains") else ""
            return before + shown[0] + after
        return self.op + shown[0]


@dataclass(frozen=True)
class And:
    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True)
class Or:
    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " or ".join(map(str, self.parts))


@dataclass(frozen=True)
class Not:
    part: Node

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, (And, Or, Not)) else f"-{self.part}"


Node = Text | Match | And | Or | Not


@dataclass(frozen=True)
class SortKey:
    name: str
    descending: bool = False

    def __str__(self) -> str:
        return f"sort:{'-' * self.descending}{self.name}"


@dataclass(frozen=True)
class Query:
    """`where` None: all tracks. Without sort keys they come in the order in which they were added."""

    where: Node | None = None
    sort: tuple[SortKey, ...] = field(default=())

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.where, *self.sort) if part is not None)


def both(parts: list[Node]) -> Node:
    """All of the parts; no And holds another."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,)))
    return flat[0] if len(flat) == 1 else And(flat)


def either(parts: list[Node]) -> Node:
    """Any of the parts; no Or holds another."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,)))
    return flat[0] if len(flat) == 1 else Or(flat)


def quote(text: str, *, always: bool = False) -> str:
    """Text that may stand as one value: bare where that is safe, else in quotes."""
    if not always and _BARE.fullmatch(text) and ".." not in text and text.lower() not in WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _show(value: Operand) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return quote(value)
    return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
