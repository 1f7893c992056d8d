"""Labels written in bulk by programs, and labels read.

What a person does, with undo, lies in `edits`. Of a track's labels in one
field those of the best source count: person, import, tag, folder, newest run.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.fields import FieldInfo, ensure_field
from core.store.rows import insert_rows
from core.store.schema import Excerpt, Field, FieldValue, Label, Standing, fold, now
from core.store.schema import search as derived

Source = Literal["person", "import", "tag", "folder", "run"]
Value = str | float
AT_ONCE = 4
"""Fewer labels than this are left to the triggers."""


class NewLabel(NamedTuple):
    """A label on its way in. A field that is not there yet is made: of numbers if `value` is one."""

    track_id: int
    field: str
    value: Value
    source: Source
    excerpt_id: int | None = None
    run_id: int | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class LabelInfo:
    """A label as shown. `counts`: no better source speaks. `value` None: a person says there is none."""

    id: int
    field: str
    value: Value | None
    source: Source
    run_id: int | None
    confidence: float | None
    created_at: datetime
    start_s: float | None
    end_s: float | None
    counts: bool


class Place(NamedTuple):
    """What a label sticks to: a track, or an excerpt of it."""

    track_id: int
    excerpt_id: int | None = None


def write_labels(session: Session, labels: Iterable[NewLabel], *, replace: bool = True) -> int:
    """Write many labels quickly, without undo; returns how many are new.

    With `replace` they stand for all that their source (and run) says of that place and field, so that
    a rescan never touches what a person said. Labels that are there already are left as they are.
    """
    groups: dict[tuple[str, str], list[NewLabel]] = defaultdict(list)
    for label in labels:
        groups[label.field.lower(), label.source].append(label)
    rows: list[dict[str, Any]] = []
    gone: list[int] = []
    tracks: set[int] = set()
    fields: set[int] = set()
    for (name, source), group in groups.items():
        field = ensure_field(session, name, "number" if isinstance(group[0].value, float | int) else None)
        new, old = _differences(session, field, source, group)
        rows += new
        gone += old if replace else []
        tracks.update(label.track_id for label in group)
        fields.add(field.id)
    with all_at_once(session, tracks, fields, bulk=len(rows) + len(gone) >= AT_ONCE):
        if gone:
            session.execute(delete(Label).where(Label.id.in_(each(gone))))
        if rows:
            insert_rows(session, Label, rows)
    return len(rows)


def drop_labels(session: Session, track_ids: Iterable[int], source: Source) -> None:
    """Forget all that `source` said of these tracks, as before a file is read anew. Without undo."""
    ids = list(track_ids)
    fields = session.scalars(select(Field.id)).all()
    with all_at_once(session, ids, fields, bulk=len(ids) >= AT_ONCE):
        session.execute(delete(Label).where(Label.track_id.in_(each(ids)), Label.source == source))


def _differences(
    session: Session, field: FieldInfo, source: str, group: list[NewLabel]
) -> tuple[list[dict[str, Any]], list[int]]:
    """Rows to insert, and ids of labels that are no longer said."""
    wanted: dict[tuple[Any, ...], NewLabel] = {}
    stored = store_values(session, field, (label.value for label in group))
    for label in group:
        value = stored.get(label.value)
        if value is not None:
            wanted.setdefault((label.track_id, label.excerpt_id, label.run_id, *value), label)
    columns = (Label.track_id, Label.excerpt_id, Label.run_id, Label.value_id, Label.number, Label.id)
    there = select(*columns).where(
        Label.track_id.in_(each({label.track_id for label in group})),
        Label.field_id == field.id,
        Label.source == source,
    )
    known = {tuple(row[:5]): row[5] for row in session.execute(there)}
    spoken = {(label.track_id, label.excerpt_id, label.run_id) for label in group}
    gone = [id_ for key, id_ in known.items() if key not in wanted and key[:3] in spoken]
    created_at = now()
    rows = [
        {
            "field_id": field.id,
            "track_id": label.track_id,
            "excerpt_id": label.excerpt_id,
            "value_id": key[3],
            "number": key[4],
            "source": source,
            "run_id": label.run_id,
            "confidence": label.confidence,
            "created_at": created_at,
        }
        for key, label in wanted.items()
        if key not in known
    ]
    return rows, gone


def store_values(
    session: Session, field: FieldInfo, values: Iterable[Value]
) -> dict[Value, tuple[int | None, float | None]]:
    """What goes into `value_id` and `number` for each value. Empty text is left out, it says nothing."""
    if field.kind == "number":
        return {value: (None, as_number(field, value)) for value in set(values)}
    texts = {value: clean(field, value) for value in set(values)}
    wanted = {text for text in texts.values() if text}
    there = select(FieldValue.text, FieldValue.id).where(
        FieldValue.field_id == field.id, FieldValue.text.in_(each(wanted))
    )
    ids = {row.text: row.id for row in session.execute(there)}
    new = [{"field_id": field.id, "text": text, "key": fold(text)} for text in sorted(wanted - ids.keys())]
    if new:
        insert_rows(session, FieldValue, new)
        ids = {row.text: row.id for row in session.execute(there)}
    return {value: (ids[text], None) for value, text in texts.items() if text}


def as_number(field: FieldInfo, value: Value) -> float:
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise RequestProblem(f"{field.name} holds numbers; {value} is none.")
    return number + 0.0


def clean(field: FieldInfo, value: Value) -> str:
    """Text as it is kept: composed, without stray spaces; a category on one line."""
    text = unicodedata.normalize("NFC", str(value)).replace("\0", " ")
    return text.strip() if field.kind == "text" else " ".join(text.split())


@dataclass
class _Held:
    """What has to be brought up to date once the triggers wake."""

    tracks: set[int]
    fields: set[int]
    words: bool


@contextmanager
def all_at_once(
    session: Session,
    track_ids: Iterable[int],
    field_ids: Iterable[int] = (),
    *,
    bulk: bool = True,
    words: bool = False,
) -> Iterator[None]:
    """Inside, triggers rest; what is derived from these labels is brought up to date at the end.

    Inside another one this only adds to what that one will do. With `words` the tracks' words are
    taken anew whatever the fields, as for new tracks.
    """
    outer: _Held | None = session.info.get(_Held)
    if not bulk and outer is None:
        yield
        return
    connection = session.connection()
    new = _Held(set(track_ids), set(field_ids), words)
    new.words = words or derived.has_words(connection, new.fields)
    if outer is None:
        session.info[_Held] = new
        connection.exec_driver_sql("INSERT INTO held_back (id) VALUES (1)")
    held = outer or new
    try:
        yield
        held.tracks |= new.tracks
        held.fields |= new.fields
        held.words = held.words or new.words or derived.has_words(connection, new.fields)
        if outer is None:
            derived.refresh(connection, held.tracks, held.fields, words=held.words)
            connection.exec_driver_sql("DELETE FROM held_back")
    finally:
        if outer is None:
            del session.info[_Held]


def each(values: Iterable[int | str]) -> Select[Any]:
    """Any number of values as one bound parameter."""
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(listed.c.value)


def labels_of(session: Session, track_ids: Sequence[int]) -> dict[int, list[LabelInfo]]:
    """All labels of each track and its excerpts, from all sources, in order of field, time and writing."""
    these = list(track_ids)
    counted = set(session.scalars(select(Standing.label_id).where(Standing.track_id.in_(each(these)))))
    columns = (
        *(Label.track_id, Label.id, Field.name, Label.number, FieldValue.text, Label.source, Label.run_id),
        *(Label.confidence, Label.created_at, Excerpt.start_s, Excerpt.end_s),
    )
    rows = session.execute(
        select(*columns)
        .join(Field, Field.id == Label.field_id)
        .outerjoin(FieldValue, FieldValue.id == Label.value_id)
        .outerjoin(Excerpt, Excerpt.id == Label.excerpt_id)
        .where(Label.track_id.in_(each(these)))
        .order_by(Label.track_id, Field.id, Excerpt.start_s, Excerpt.end_s, Label.id)
    )
    found: dict[int, list[LabelInfo]] = {track_id: [] for track_id in these}
    for row in rows:
        value = row.text if row.number is None else row.number
        rest = (row.source, row.run_id, row.confidence, row.created_at, row.start_s, row.end_s)
        found[row.track_id].append(LabelInfo(row.id, row.name, value, *rest, row.id in counted))
    return found


def values_of(
    session: Session, track_ids: Sequence[int], fields: Sequence[str] | None = None
) -> dict[int, dict[str, list[Value]]]:
    """What counts for whole tracks, by track and field, in order of writing. For pages of a table."""
    chosen = (
        select(Standing.track_id, Field.name, Field.kind, Standing.number, FieldValue.text)
        .join(Field, Field.id == Standing.field_id)
        .outerjoin(FieldValue, FieldValue.id == Standing.value_id)
        .where(Standing.track_id.in_(each(track_ids)), Standing.excerpt_id == 0)
        .order_by(Standing.track_id, Field.id, Standing.label_id)
    )
    if fields is not None:
        chosen = chosen.where(Field.name.in_(fields))
    values: dict[int, dict[str, list[Value]]] = {track_id: {} for track_id in track_ids}
    for track_id, name, kind, number, text in session.execute(chosen):
        values[track_id].setdefault(name, []).append(number if kind == "number" else text)
    return values
