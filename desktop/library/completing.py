"""What could stand where the cursor is in a query: fields, properties, their values, operators."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.library.fields import STANDARD, Kind
from core.library.query import quote
from core.library.query.properties import EXAMPLES, PROPERTIES
from core.library.states import State
from core.store.schema import fold

MOST = 40
_NAME = re.compile(r"[^\W\d_][\w-]*")
_FIELD = re.compile(r"([^\W\d_][\w-]*):")


@dataclass(frozen=True)
class Place:
    """`typed` stands from `start` to the cursor: a value of `name`, or a word where that is empty."""

    start: int
    end: int
    typed: str
    name: str = ""


@dataclass(frozen=True)
class Offer:
    """`text` takes the place of what is typed; `about` is said beside it."""

    text: str
    about: str = ""
    goes_on: bool = False
    """A value follows, so no space does."""


def place_at(text: str, cursor: int) -> Place:
    """What is being written at the cursor."""
    start = _word_start(text, cursor)
    end = cursor
    while end < len(text) and not text[end].isspace() and text[end] not in "(),":
        end += 1
    while start < cursor and text[start] in "(-":
        start += 1
    found = _FIELD.match(text, start, cursor)
    if found is None:
        return Place(start, end, text[start:cursor])
    at = _value_start(text, found.end(), cursor)
    return Place(at, end, text[at:cursor], found[1].lower())


def offers(place: Place, kinds: Mapping[str, Kind], values: Sequence[str] = ()) -> list[Offer]:
    """The best that fit what is typed; `values` are those of the field that the cursor stands in."""
    if not place.name:
        return _words(place.typed, kinds)
    if place.name == "sort":
        return _orders(place.typed, kinds)
    typed = fold(place.typed.strip('"'))
    known = [Offer(quote(value)) for value in values if typed in fold(value)]
    known.sort(key=lambda offer: not fold(offer.text.strip('"')).startswith(typed))
    return ([] if typed else _operators(place.name, kinds)) + known[:MOST]


def values_of_property(name: str) -> list[str]:
    if name == "state":
        return [state.value for state in State]
    item = PROPERTIES.get(name)
    return list(item.choices) if item is not None else []


def put(text: str, place: Place, offer: Offer) -> tuple[str, int]:
    """The text with the offer in it, and where the cursor stands then."""
    after = text[place.end :]
    gap = "" if offer.goes_on or after.startswith((" ", ",", ")")) else " "
    start = text[: place.start] + offer.text + gap
    return start + after, len(start)


def _word_start(text: str, cursor: int) -> int:
    """Behind the last space outside quotes."""
    start, quoted = 0, False
    for at, character in enumerate(text[:cursor]):
        if character == '"' and (at == 0 or text[at - 1] != "\\"):
            quoted = not quoted
        elif character.isspace() and not quoted:
            start = at + 1
    return start


def _value_start(text: str, start: int, cursor: int) -> int:
    """Behind the last comma outside quotes."""
    quoted = False
    for at in range(start, cursor):
        if text[at] == '"':
            quoted = not quoted
        elif text[at] == "," and not quoted:
            start = at + 1
    return start


def _words(typed: str, kinds: Mapping[str, Kind]) -> list[Offer]:
    """Names of fields and properties, once a letter is there."""
    if not typed or not _NAME.fullmatch(typed):
        return []
    low = typed.lower()
    fields = [
        Offer(f"{name}:", STANDARD[name].description if name in STANDARD else _held(kind), goes_on=True)
        for name, kind in kinds.items()
    ]
    properties = [Offer(f"{item.name}:", item.example, goes_on=True) for item in PROPERTIES.values()]
    sort = Offer("sort:", _tr("In which order: sort:title, sort:-year"), goes_on=True)
    return [offer for offer in (*fields, *properties, sort) if offer.text.startswith(low)]


def _held(kind: Kind) -> str:
    return {"category": _tr("Words"), "number": _tr("Numbers"), "text": _tr("Text")}[kind]


def _orders(typed: str, kinds: Mapping[str, Kind]) -> list[Offer]:
    sign, name = typed[: typed.startswith("-")], typed.removeprefix("-").lower()
    sortable = [*kinds, *(item.name for item in PROPERTIES.values() if item.column)]
    fitting = [Offer(sign + one) for one in sortable if one.startswith(name)]
    return fitting if typed else [Offer("-", _tr("The largest first"), goes_on=True), *fitting]


def _operators(name: str, kinds: Mapping[str, Kind]) -> list[Offer]:
    """Only what needs explaining."""
    item = PROPERTIES.get(name)
    if item is not None and item.compared == "choice":
        return []
    any_ = Offer("*", _tr("Any value"))
    amount = kinds.get(name) == "number" or (item is not None and item.compared in ("amount", "day"))
    if not amount:
        return [any_]
    example = item.example.partition(":")[2] if item is not None else EXAMPLES["number"]
    return [
        any_,
        Offer(">", _tr("More than, as {}").format(example), goes_on=True),
        Offer("<", _tr("Less than"), goes_on=True),
        Offer("..", _tr("Up to; between, as {}").format(EXAMPLES["number"]), goes_on=True),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Completing", text)
