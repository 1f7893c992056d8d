"""The fields that labels belong to: the standard ones, declared once, and a person's own."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.store.schema import Field

Kind = Literal["category", "number", "text"]

RESERVED = frozenset(
    (
        *("and", "or", "not", "sort"),
        *("path", "folder", "state", "duration", "rate", "channels", "bits", "size", "format", "codec"),
        *("loudness", "added", "duplicate", "source", "caption", "captioned", "playlist"),
        "track_id",
        *("start_s", "end_s", "field", "value", "created_at"),
    )
)
"""Words of the query language and of our tables; no field may be called so."""
LONGEST_NAME = 40
_NAME = re.compile(rf"[a-z][a-z0-9_-]{{0,{LONGEST_NAME - 1}}}")
_PLURAL = {"category": "categories", "number": "numbers", "text": "text"}


@dataclass(frozen=True)
class StandardField:
    name: str
    kind: Kind
    many: bool
    unit: str
    description: str


STANDARD = {
    field.name: field
    for field in (
        StandardField("title", "text", False, "", "What the piece is called"),
        StandardField("artist", "category", True, "", "Who performs"),
        StandardField("albumartist", "category", True, "", "Whom the album is filed under"),
        StandardField("composer", "category", True, "", "Who wrote the music"),
        StandardField("album", "category", False, "", "What it was published on"),
        StandardField("genre", "category", True, "", "The kind of music"),
        StandardField("year", "number", False, "", "When it was recorded or published"),
        StandardField("track", "number", False, "", "Its place on the album"),
        StandardField("comment", "text", False, "", "Remarks"),
        StandardField("lyrics", "text", False, "", "The words that are sung"),
    )
}


@dataclass(frozen=True)
class FieldInfo:
    """A field of one collection. `many`: a track may have several values of it."""

    id: int
    name: str
    kind: Kind
    many: bool
    unit: str

    @property
    def description(self) -> str:
        return STANDARD[self.name].description if self.name in STANDARD else ""


def list_fields(session: Session) -> list[FieldInfo]:
    """Standard ones first, in the order of their declaration, then a person's own by name."""
    order = {name: place for place, name in enumerate(STANDARD)}
    found = [_info(field) for field in session.scalars(select(Field))]
    return sorted(found, key=lambda field: (order.get(field.name, len(order)), field.name))


def find_field(session: Session, name: str) -> FieldInfo:
    field = session.scalar(select(Field).where(Field.name == name.lower()))
    if field is None:
        known = [field.name for field in list_fields(session)]
        raise RequestProblem(f"Unknown field {name}.", did_you_mean(name, known))
    return _info(field)


def ensure_field(
    session: Session, name: str, kind: Kind | None = None, *, many: bool | None = None, unit: str = ""
) -> FieldInfo:
    """The field of that name, made if it is new. Standard fields are as declared, whatever is asked."""
    name = name.lower()
    field = session.scalar(select(Field).where(Field.name == name))
    if kind not in (None, *get_args(Kind)):
        raise RequestProblem(f"A field holds categories, numbers or text, not {kind}.")
    if field is not None:
        if kind is not None and _plain(kind) != _plain(field.kind):
            raise RequestProblem(f"The field {name} holds {_PLURAL[field.kind]}, not {_PLURAL[kind]}.")
        return _info(field)
    standard = STANDARD.get(name)
    if standard is None:
        check_name(name)
        standard = StandardField(name, kind or "category", bool(many), unit.strip(), "")
    elif kind is not None and _plain(kind) != _plain(standard.kind):
        raise RequestProblem(f"The field {name} holds {_PLURAL[standard.kind]}, not {_PLURAL[kind]}.")
    values = {key: getattr(standard, key) for key in ("name", "kind", "many", "unit")}
    field_id = session.execute(insert(Field).values(values).returning(Field.id)).scalar_one()
    return FieldInfo(field_id, standard.name, standard.kind, standard.many, standard.unit)


def check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise RequestProblem(
            f"{name or 'Nothing'} cannot name a field.",
            f"Use 1 to {LONGEST_NAME} lower-case letters, digits, - and _, beginning with a letter.",
        )
    if name in RESERVED:
        raise RequestProblem(f"{name} cannot name a field: it means something else in a search.")


def did_you_mean(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else ""


def _plain(kind: str) -> bool:
    """Categories and text are written alike; numbers are not."""
    return kind == "number"


def _info(field: Field) -> FieldInfo:
    kind: Kind = field.kind  # type: ignore[assignment]  # the table checks it
    return FieldInfo(field.id, field.name, kind, field.many, field.unit)
