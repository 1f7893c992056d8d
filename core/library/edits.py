"""What a person does to labels. Every function is one edit that can be undone.

What a person says of a field replaces, for that track or excerpt, what all
other sources say; saying nothing again (`revert`) lets them speak.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, insert, select, text
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.fields import STANDARD, FieldInfo, Kind, check_name, ensure_field, find_field
from core.library.journal import TABLES, Changes, Edit, Row, Rows, mark, read_rows, record
from core.library.labels import Place, Source, Value, clean, each, store_values
from core.store.collection import Collection
from core.store.schema import Excerpt, Field, FieldValue, Label, Standing, Track, fold, now

LONGEST_TITLE_VALUE = 60

Stored = tuple[int | None, float | None]
"""A value as a label holds it: `value_id`, `number`. Both None: there is none."""
NONE: Stored = (None, None)
Wanted = Mapping[Place, list[Stored]]
_COLUMNS = [c.name for c in TABLES["labels"].c]
_AT = {name: place for place, name in enumerate(_COLUMNS)}


@dataclass(frozen=True)
class Span:
    """A span of a track that labels can stick to."""

    track_id: int
    start_s: float
    end_s: float


Target = int | Span
"""A track's id, or a span of one."""


@dataclass(frozen=True)
class NewField:
    """What a field is made as, if there is none of that name. Without a kind its values decide."""

    kind: Kind | None = None
    many: bool | None = None


USUAL = NewField()


def set_values(
    collection: Collection,
    targets: Iterable[Target],
    field: str,
    values: Sequence[Value],
    new: NewField = USUAL,
) -> Edit | None:
    """A person says: these values and no others. A new field is made. None: nothing changes."""
    if not values:
        return clear(collection, targets, field)
    with collection.database.writing() as session:
        begun = mark(session)
        info = ensure_field(session, field, new.kind or _kind(values), many=new.many)
        places = place_all(session, targets)
        wanted = _stored(session, info, values)
        title = f"Set {info.name} of {_count(places)} to {_list(info, values)}"
        return record(session, title, rewrite(session, info, dict.fromkeys(places, wanted)), begun)


def add_value(
    collection: Collection,
    targets: Iterable[Target],
    field: str,
    *values: Value,
    new: NewField = USUAL,
) -> Edit | None:
    """One value more, or several; where a field takes only one, it replaces the old."""
    with collection.database.writing() as session:
        begun = mark(session)
        info = ensure_field(session, field, new.kind or _kind(values), many=new.many)
        added = _stored(session, info, values)
        places = place_all(session, targets)

        def more(old: list[Stored]) -> list[Stored]:
            return list(dict.fromkeys([*old, *added])) if info.many else added

        title = f"Add {_list(info, values)} to {info.name} of {_count(places)}"
        return record(session, title, _rewrite_each(session, info, places, more), begun)


def remove_value(
    collection: Collection, targets: Iterable[Target], field: str, *values: Value
) -> Edit | None:
    """One value less, or several. Where it was the last one, a person says: none."""
    with collection.database.writing() as session:
        begun = mark(session)
        info = find_field(session, field)
        gone = {stored for value in values for stored in _stored(session, info, [value])}
        places = place_all(session, targets)

        def less(old: list[Stored]) -> list[Stored]:
            return [stored for stored in old if stored not in gone] or [NONE]

        title = f"Remove {_list(info, values)} from {info.name} of {_count(places)}"
        return record(session, title, _rewrite_each(session, info, places, less), begun)


def clear(
    collection: Collection, targets: Iterable[Target], field: str, *, firmly: bool = False
) -> Edit | None:
    """A person says: none, whatever the tags say. `firmly`: it is kept also where nobody says anything."""
    with collection.database.writing() as session:
        begun = mark(session)
        info = find_field(session, field)
        places = place_all(session, targets)
        title = f"Clear {info.name} of {_count(places)}"
        return record(
            session, title, rewrite(session, info, {place: [NONE] for place in places}, firmly=firmly), begun
        )


def revert(collection: Collection, targets: Iterable[Target], field: str) -> Edit | None:
    """A person says nothing any more, so that imports, tags and runs count again."""
    with collection.database.writing() as session:
        begun = mark(session)
        info = find_field(session, field)
        places = place_all(session, targets)
        title = f"Revert {info.name} of {_count(places)}"
        return record(session, title, rewrite(session, info, {place: [] for place in places}), begun)


def rename_value(collection: Collection, field: str, old: str, new: str) -> Edit | None:
    """The value as spelled `old` becomes `new` on every label, whatever its source."""
    return _merge(collection, field, [old], new, f"Rename {field.lower()} {_short(old)} to {_short(new)}")


def merge_values(collection: Collection, field: str, old: Sequence[str], new: str) -> Edit | None:
    """Several values become one, which may be one of them."""
    title = f"Merge {len({*old, new}):,} values of {field.lower()} into {_short(new)}"
    return _merge(collection, field, old, new, title)


def rename_field(collection: Collection, old: str, new: str) -> Edit | None:
    new = new.lower()
    with collection.database.writing() as session:
        begun = mark(session)
        info = find_field(session, old)
        check_name(new)
        for name in (info.name, new):
            if name in STANDARD and info.name != new:
                raise RequestProblem(f"{name} is a standard field: nothing can be renamed from or to it.")
        if info.name != new and session.scalar(select(Field.id).where(Field.name == new)):
            raise RequestProblem(f"There is a field {new} already.")
        before = read_rows(session, Field, Field.id == info.id)
        (row,) = before.values()
        place = [c.name for c in TABLES["fields"].c].index("name")
        after = {info.id: (*row[:place], new, *row[place + 1 :])}
        title = f"Rename field {info.name} to {new}"
        return record(session, title, Changes({"fields": before}, {"fields": after}), begun)


def delete_field(collection: Collection, field: str) -> Edit | None:
    """The field with all its values and labels, from every source."""
    with collection.database.writing() as session:
        begun = mark(session)
        info = find_field(session, field)
        before = {
            "fields": read_rows(session, Field, Field.id == info.id),
            "field_values": read_rows(session, FieldValue, FieldValue.field_id == info.id),
            "labels": read_rows(session, Label, Label.field_id == info.id),
        }
        number = len(before["labels"])
        title = f"Delete field {info.name} with {number:,} {'label' if number == 1 else 'labels'}"
        return record(session, title, Changes(before, {}), begun)


def place_all(session: Session, targets: Iterable[Target]) -> list[Place]:
    """Checks that the tracks are there, and makes excerpts that are not there yet."""
    targets = list(dict.fromkeys(targets))
    tracks = {target if isinstance(target, int) else target.track_id for target in targets}
    there = set(session.scalars(select(Track.id).where(Track.id.in_(each(tracks)))))
    if missing := sorted(tracks - there):
        raise RequestProblem(f"There is no track {missing[0]} in the collection.")
    spans = {target for target in targets if isinstance(target, Span)}
    excerpts = _excerpts(session, spans) if spans else {}
    return [Place(t) if isinstance(t, int) else Place(t.track_id, excerpts[t]) for t in targets]


def _excerpts(session: Session, spans: set[Span]) -> dict[Span, int]:
    for span in spans:
        if not 0 <= span.start_s < span.end_s:
            raise RequestProblem(
                f"An excerpt ends after it begins; {span.start_s:g} s to {span.end_s:g} s does not."
            )
    columns = (Excerpt.track_id, Excerpt.start_s, Excerpt.end_s, Excerpt.id)
    there = select(*columns).where(Excerpt.track_id.in_(each({span.track_id for span in spans})))
    known = {Span(*row[:3]): row[3] for row in session.execute(there)}
    new = [vars(span) for span in sorted(spans - known.keys(), key=lambda s: (s.track_id, s.start_s))]
    if new:
        session.execute(insert(Excerpt), new)
        known = {Span(*row[:3]): row[3] for row in session.execute(there)}
    return known


def rewrite(
    session: Session,
    field: FieldInfo,
    wanted: Wanted,
    source: Source = "person",
    first_id: int | None = None,
    *,
    firmly: bool = False,
) -> Changes:
    """The changes after which `source` says exactly what is wanted of each place; `[]`: it says nothing.

    A place where it says so already is left as it is. "None" needs a label only where another source speaks,
    unless it is said `firmly`.
    """
    place = (Label.track_id.in_(each({place.track_id for place in wanted})), Label.field_id == field.id)
    said = _by_place(read_rows(session, Label, *place, Label.source == source))
    others: set[Place] = set()
    if [NONE] in wanted.values() and not firmly:
        elsewhere = select(Label.track_id, Label.excerpt_id).where(*place, Label.source != source)
        others = {Place(*row) for row in session.execute(elsewhere)}
    before: Rows = {}
    after: Rows = {}
    next_id = first_id or next_label_id(session)
    created_at = now().strftime("%Y-%m-%d %H:%M:%S.%f")
    for where, asked in wanted.items():
        values = [] if asked == [NONE] and where not in others and not firmly else asked
        old = said.get(where, {})
        if [(row[_AT["value_id"]], row[_AT["number"]]) for row in old.values()] == values:
            continue
        before |= old
        for value_id, number in values:
            row = (next_id, field.id, *where, value_id, number, source, None, None, created_at)
            after[next_id] = row
            next_id += 1
    return Changes({"labels": before}, {"labels": after})


def _rewrite_each(
    session: Session, field: FieldInfo, places: list[Place], change: Callable[[list[Stored]], list[Stored]]
) -> Changes:
    """As `rewrite`, from what counts now."""
    columns = (Standing.track_id, Standing.excerpt_id, Standing.value_id, Standing.number)
    chosen = select(*columns).where(
        Standing.track_id.in_(each({place.track_id for place in places})), Standing.field_id == field.id
    )
    counted: dict[Place, list[Stored]] = defaultdict(list)
    for track_id, excerpt_id, value_id, number in session.execute(chosen.order_by(Standing.label_id)):
        stored = (None, number) if field.kind == "number" else (value_id, None)
        counted[Place(track_id, excerpt_id or None)].append(stored)
    wanted = {place: change(counted[place]) for place in places}
    return rewrite(session, field, {p: values for p, values in wanted.items() if values != counted[p]})


def _merge(collection: Collection, field: str, old: Sequence[str], new: str, title: str) -> Edit | None:
    with collection.database.writing() as session:
        begun = mark(session)
        info = find_field(session, field)
        if info.kind == "number":
            raise RequestProblem(f"{info.name} holds numbers; only words can be renamed.")
        ids = _known_values(session, info, old)
        spelling = clean(info, new)
        if not spelling:
            raise RequestProblem(f"A value of {info.name} cannot be empty.")
        taken = session.scalar(
            select(FieldValue.id).where(FieldValue.field_id == info.id, FieldValue.text == spelling)
        )
        if taken is None and len(ids) == 1:
            return record(session, title, _respell(session, ids[0], spelling), begun)
        ((target, _),) = _stored(session, info, [spelling])
        assert target is not None
        return record(session, title, _move(session, info, ids, target), begun)


def _known_values(session: Session, field: FieldInfo, texts: Sequence[str]) -> list[int]:
    chosen = select(FieldValue.text, FieldValue.id).where(
        FieldValue.field_id == field.id, FieldValue.text.in_(each(texts))
    )
    known = {row.text: row.id for row in session.execute(chosen)}
    for value in texts:
        if value not in known:
            raise RequestProblem(f"No track has the {field.name} {_short(value)}.")
    return list(known.values())


def _respell(session: Session, value_id: int, spelling: str) -> Changes:
    before = read_rows(session, FieldValue, FieldValue.id == value_id)
    ((id_, field_id, *_),) = before.values()
    after = {id_: (id_, field_id, spelling, fold(spelling))}
    return Changes({"field_values": before}, {"field_values": after})


def _move(session: Session, field: FieldInfo, old: list[int], target: int) -> Changes:
    """Labels of the old values become labels of the target, but no place says it twice."""
    values: ColumnElement[bool] = Label.value_id.in_(each([*old, target]))
    before = read_rows(session, Label, Label.field_id == field.id, values)
    after: Rows = {}
    told: set[Row] = set()
    told_by = [_AT[name] for name in ("track_id", "excerpt_id", "source", "run_id")]
    for id_, row in sorted(before.items()):
        told_here = tuple(row[place] for place in told_by)
        if told_here not in told:
            told.add(told_here)
            after[id_] = tuple(target if i == _AT["value_id"] else cell for i, cell in enumerate(row))
    changed = {id_: row for id_, row in before.items() if after.get(id_) != row}
    return Changes({"labels": changed}, {"labels": {i: after[i] for i in changed if i in after}})


def next_label_id(session: Session) -> int:
    """Ids are never used again, so that the journal can rely on them."""
    last = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'labels'"))
    return (last or session.scalar(select(func.max(Label.id))) or 0) + 1


def _by_place(rows: Rows) -> dict[Place, Rows]:
    found: dict[Place, Rows] = defaultdict(dict)
    for id_, row in sorted(rows.items()):
        found[Place(row[_AT["track_id"]], row[_AT["excerpt_id"]])][id_] = row
    return found


def _stored(session: Session, field: FieldInfo, values: Sequence[Value]) -> list[Stored]:
    stored = store_values(session, field, values)
    wanted = list(dict.fromkeys(stored[value] for value in values if value in stored))
    if not wanted:
        raise RequestProblem(f"A value of {field.name} cannot be empty.")
    if len(wanted) > 1 and not field.many:
        raise RequestProblem(f"A track has one {field.name}, not {len(wanted)}.")
    return wanted


def _kind(values: Sequence[Value]) -> Kind | None:
    """Numbers ask for a field of numbers; text goes into whatever the field holds."""
    return "number" if all(isinstance(value, float | int) for value in values) else None


def _count(places: Sequence[Place]) -> str:
    noun = "track" if all(place.excerpt_id is None for place in places) else "excerpt"
    return f"{len(places):,} {noun if len(places) == 1 else noun + 's'}"


def _list(field: FieldInfo, values: Sequence[Value]) -> str:
    return ", ".join(_short(value) for value in values) + (f" {field.unit}" if field.unit else "")


def _short(value: Value) -> str:
    shown = f"{value:g}" if isinstance(value, float) else " ".join(str(value).split())
    return shown if len(shown) <= LONGEST_TITLE_VALUE else shown[: LONGEST_TITLE_VALUE - 1] + "…"
