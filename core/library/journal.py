"""Edits that can be undone, also after a restart.

An edit is the rows before it and the rows after it, of four tables. Doing,
undoing and redoing are one operation with the sides swapped, and it looks
first whether the rows still are what the journal says.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
import sqlalchemy
from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    TableClause,
    bindparam,
    column,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.labels import all_at_once, each
from core.store.collection import Collection
from core.store.rows import put_rows
from core.store.schema import Base, Caption, EditRow, Field, FieldValue, Label

KEPT = 500

Row = tuple[Any, ...]
Rows = dict[int, Row]
"""Rows as SQLite holds them, by id."""


def _plain(model: type[Base]) -> TableClause:
    """The table without types, so that what is read is what is written back."""
    return sqlalchemy.table(model.__tablename__, *[column(c.name) for c in model.__table__.columns])


TABLES = {table.name: table for table in map(_plain, (Field, FieldValue, Label, Caption))}
"""Parents first."""
LEAVES = ("labels", "captions")
"""Nothing hangs on their rows, which only an edit or a program changes."""


@dataclass(frozen=True)
class Edit:
    """One edit of the history, as a person sees it."""

    id: int
    title: str
    made_at: datetime
    undone: bool


class Changes(msgspec.Struct):
    """The rows of each table that an edit takes away, and those it puts there."""

    before: dict[str, Rows]
    after: dict[str, Rows]

    def any(self) -> bool:
        return any(self.before.get(name) != self.after.get(name) for name in TABLES)


class Mark(NamedTuple):
    """The highest ids before an edit."""

    field_id: int
    value_id: int


class Changed(Exception):
    """The rows are not what the journal says."""


def mark(session: Session) -> Mark:
    """Taken before an edit: fields and values with higher ids are its own."""
    highest = [session.scalar(select(func.max(model.id))) or 0 for model in (Field, FieldValue)]
    return Mark(*highest)


def record(session: Session, title: str, changes: Changes, begun: Mark) -> Edit | None:
    """Do the edit and remember it; what was undone before can no longer be redone. None: nothing changes."""
    if not changes.any():
        session.execute(delete(FieldValue).where(FieldValue.id > begun.value_id))
        session.execute(delete(Field).where(Field.id > begun.field_id))
        return None
    made = {
        "fields": read_rows(session, Field, Field.id > begun.field_id),
        "field_values": read_rows(session, FieldValue, FieldValue.id > begun.value_id),
    }
    changes.after = changes.after | {name: changes.after.get(name, {}) | made[name] for name in made}
    _swap(session, changes.before, changes.after)
    session.execute(delete(EditRow).where(EditRow.undone))
    row = EditRow(title=title, changes=_pack(changes))
    session.add(row)
    session.flush()
    session.execute(
        delete(EditRow).where(EditRow.id.not_in(select(EditRow.id).order_by(EditRow.id.desc()).limit(KEPT)))
    )
    return _edit(row)


def undo(collection: Collection) -> Edit | None:
    """Take back the last edit; None when there is none."""
    with collection.database.writing() as session:
        row = session.scalar(
            select(EditRow).where(EditRow.undone.is_(False)).order_by(EditRow.id.desc()).limit(1)
        )
        if row is None:
            return None
        changes = _unpack(row.changes)
        _swap_or_explain(session, row.title, "undone", changes.after, changes.before, keep_used=True)
        row.undone = True
        return _edit(row)


def redo(collection: Collection) -> Edit | None:
    """Do again what was undone last; None when there is nothing."""
    with collection.database.writing() as session:
        row = session.scalar(select(EditRow).where(EditRow.undone).order_by(EditRow.id).limit(1))
        if row is None:
            return None
        changes = _unpack(row.changes)
        _swap_or_explain(session, row.title, "redone", changes.before, changes.after)
        row.undone = False
        return _edit(row)


def history(collection: Collection) -> list[Edit]:
    """Newest first; those undone stand at the top."""
    columns = (EditRow.id, EditRow.title, EditRow.made_at, EditRow.undone)
    with collection.database.reading() as session:
        return [Edit(*row) for row in session.execute(select(*columns).order_by(EditRow.id.desc()))]


def forget_history(collection: Collection) -> None:
    """Nothing done until now can be undone any more; labels and captions stay as they are."""
    with collection.database.writing() as session:
        session.execute(delete(EditRow))


def read_rows(
    session: Session,
    model: type[Field] | type[FieldValue] | type[Label] | type[Caption],
    *where: ColumnElement[bool],
) -> Rows:
    """Rows as the journal keeps them. Conditions speak of the model's columns."""
    table = TABLES[model.__tablename__]
    chosen = select(*table.c).select_from(table)
    if where:
        chosen = chosen.where(table.c.id.in_(select(model.id).where(*where)))
    return {row[0]: tuple(row) for row in session.connection().execute(chosen)}


def _swap_or_explain(
    session: Session,
    title: str,
    done: str,
    away: dict[str, Rows],
    back: dict[str, Rows],
    *,
    keep_used: bool = False,
) -> None:
    try:
        _swap(session, away, back, keep_used=keep_used)
    except (Changed, IntegrityError) as error:
        raise RequestProblem(
            f"“{title}” cannot be {done}: what it changed has been changed since by something else.",
            "Nothing was changed now. Clear the history to go on without it.",
        ) from error


def _swap(session: Session, away: dict[str, Rows], back: dict[str, Rows], *, keep_used: bool = False) -> None:
    """Rows of `away` become those of `back`, with derived tables brought up to date once at the end.

    With `keep_used`, fields and values that labels of others hold on to by now stay where they are.
    """
    there = {
        name: _check(session, table, away.get(name, {}), back.get(name, {})) for name, table in TABLES.items()
    }
    labels = [*away.get("labels", {}).values(), *back.get("labels", {}).values()]
    place = [c.name for c in TABLES["labels"].c].index
    tracks = {row[place("track_id")] for row in labels}
    fields = {row[place("field_id")] for row in labels}
    with all_at_once(session, tracks, fields, bulk=bool(labels)):
        for name, table in TABLES.items():
            old, new = there[name], back.get(name, {})
            _insert(session, table, [row for id_, row in new.items() if id_ not in old])
            _update(session, table, [row for id_, row in new.items() if id_ in old and old[id_] != row])
        for name, table in reversed(TABLES.items()):
            gone = away.get(name, {}).keys() - back.get(name, {}).keys()
            if used := _used(session, table, gone):
                if not keep_used:
                    raise Changed
                gone -= used
            _delete(session, table, gone)


def _check(session: Session, table: TableClause, away: Rows, back: Rows) -> Rows:
    """What is there of both. Labels and captions must be as journalled; a field or value may have come or
    gone."""
    ids = {*away, *back}
    found = session.connection().execute(select(*table.c).where(table.c.id.in_(each(ids)))) if ids else ()
    there = {row[0]: tuple(row) for row in found}
    missing = away.keys() - there.keys()
    if table.name in LEAVES:
        same = there == away
    else:
        same = not missing & back.keys() and all(row == (away.get(i) or back[i]) for i, row in there.items())
    if not same:
        raise Changed
    return there


def _insert(session: Session, table: TableClause, rows: Sequence[Row]) -> None:
    put_rows(session, table.name, [c.name for c in table.c], rows)


def _update(session: Session, table: TableClause, rows: Sequence[Row]) -> None:
    if rows:
        names = [f"new_{c.name}" for c in table.c]
        changed = update(table).where(table.c.id == bindparam("new_id"))
        changed = changed.values({c.name: bindparam(f"new_{c.name}") for c in table.c if c.name != "id"})
        session.connection().execute(changed, [dict(zip(names, row, strict=True)) for row in rows])


def _used(session: Session, table: TableClause, ids: set[int]) -> set[int]:
    """Fields and values that have labels, which would go along by cascade."""
    if not ids or table.name in LEAVES:
        return set()
    parent: ColumnClause[int] = column("field_id" if table.name == "fields" else "value_id")
    labels = select(parent).select_from(TABLES["labels"]).where(parent.in_(each(ids)))
    return set(session.scalars(labels.distinct()))


def _delete(session: Session, table: TableClause, ids: set[int]) -> None:
    if ids:
        session.connection().execute(delete(table).where(table.c.id.in_(each(ids))))


def _edit(row: EditRow) -> Edit:
    return Edit(row.id, row.title, row.made_at, row.undone)


def _pack(changes: Changes) -> bytes:
    return zlib.compress(msgspec.json.encode(changes), 1)


def _unpack(packed: bytes) -> Changes:
    return msgspec.json.decode(zlib.decompress(packed), type=Changes)
