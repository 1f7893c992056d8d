"""Labels as tables, out and in, for spreadsheets and scripts.

Wide: a row a track, a column a field, several values between semicolons.
Long: a row a label, with its span, source and time. What comes in, captions
too, is one edit that can be undone; every row, column and cell that was not
used is told.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.captions import NewCaption, plan_captions
from core.library.edits import Span, Stored, Target, next_label_id, place_all, rewrite
from core.library.fields import STANDARD, FieldInfo, Kind, ensure_field, find_field, list_fields
from core.library.journal import Changes, Edit, Rows, mark, record
from core.library.labels import Place, Value, labels_of, store_values, values_of
from core.library.query import find
from core.library.sheets import (
    CAPTION,
    IGNORED,
    PLACE,
    Sheet,
    guess_columns,
    is_caption,
    join_cell,
    read_number,
    read_sheet,
    split_cell,
    unit_of,
)
from core.store.collection import Collection
from core.store.files import write_whole
from core.store.schema import Folder, Track

PAGE = 2000
LONG = ("path", "start_s", "end_s", "field", "value", "source", "created_at")


@dataclass(frozen=True)
class UnusedCell:
    """A cell that said nothing we could use. `row` counts as a spreadsheet does, the header being 1."""

    row: int
    column: str
    text: str
    reason: str


@dataclass(frozen=True)
class ImportReport:
    """What became of a table. `columns`: what each header was taken for, or "" where it was left out."""

    edit: Edit | None
    rows: int
    tracks: int
    columns: dict[str, str]
    encoding: str
    unknown: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)
    unused: list[UnusedCell] = field(default_factory=list)
    captions: int = 0
    """How many the table holds, those included that were there already."""

    def sentence(self) -> str:
        left_out = sum(use == IGNORED for use in self.columns.values())
        counts = (
            (len(self.unknown), "row names", "rows name", "no track of the collection"),
            (len(self.ambiguous), "row", "rows", "may mean several tracks"),
            (len(self.unused), "cell", "cells", "could not be used"),
            (left_out, "column was", "columns were", "left out"),
        )
        told = ", ".join(f"{n:,} {one if n == 1 else more} {what}" for n, one, more, what in counts if n)
        rows, tracks = ("row" if self.rows == 1 else "rows"), ("track" if self.tracks == 1 else "tracks")
        captions = f" and {self.captions:,} {'caption' if self.captions == 1 else 'captions'}"
        what = f"labels{captions}" if self.captions else "labels"
        said = f"{self.rows:,} {rows} read, {what} of {self.tracks:,} {tracks}"
        read_as = "" if self.encoding == "UTF-8" else f" The text was read as {self.encoding}."
        return f"{said}; {told}.{read_as}" if told else f"{said}.{read_as}"


def export_labels(
    collection: Collection,
    path: Path,
    *,
    query: str = "",
    fields: Sequence[str] | None = None,
    long: bool = False,
) -> int:
    """Write the labels of the tracks found; returns the number of rows. `.tsv` is separated by tabs."""
    ids = find(collection, query).ids
    with collection.database.reading() as session, write_whole(path) as file:
        chosen = list_fields(session) if fields is None else [find_field(session, name) for name in fields]
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(text, delimiter="\t" if path.suffix.lower() in (".tsv", ".tab") else ",")
        places = _Paths(session)
        folder = ["folder"] * places.several
        if long:
            writer.writerow([*folder, *LONG])
            rows = _long_rows(session, places, ids, {item.name for item in chosen})
        else:
            writer.writerow([*folder, "path", *map(_heading, chosen)])
            rows = _wide_rows(session, places, ids, chosen)
        number = 0
        for row in rows:
            writer.writerow(row)
            number += 1
        text.flush()
        text.detach()
    return number


def import_labels(
    collection: Collection, path: Path, mapping: Mapping[str, str] | None = None
) -> ImportReport:
    """Take the labels and captions of a table in, wide or long, as one edit with the source "import".

    `mapping` says what a column is where its header does not. An empty cell changes nothing.
    """
    sheet = read_sheet(path)
    columns = guess_columns(sheet.header, mapping)
    if "path" not in columns:
        raise RequestProblem(
            f"{path.name} has no column with the paths of tracks.",
            f"Name one of its columns path: {', '.join(sheet.header)}.",
        )
    with collection.database.writing() as session:
        begun = mark(session)
        reading = _Reading(session, sheet, columns)
        reading.read()
        what = "labels and captions" if reading.captions else "labels"
        title = f"Import {what} of {len(reading.tracks):,} tracks from {path.name}"
        return ImportReport(
            record(session, title, reading.changes(), begun),
            len(sheet.rows),
            len(reading.tracks),
            dict(zip(sheet.header, columns, strict=True)),
            sheet.encoding,
            reading.unknown,
            reading.ambiguous,
            reading.unused,
            len(reading.captions),
        )


class _Paths:
    """Tracks by path, however a table writes it: as shown, in full, or the bare name where it is unique."""

    def __init__(self, session: Session) -> None:
        self.shown: dict[int, tuple[str, str]] = {}
        self._ids: dict[str, set[int]] = defaultdict(set)
        self._names: dict[str, set[int]] = defaultdict(set)
        rows = session.execute(select(Track.id, Folder.path, Track.shown_path).join(Folder))
        for id_, path, shown in rows:
            folder = path.encode("utf-8", "replace").decode()
            self.shown[id_] = (folder, shown)
            self._ids[_plain(shown)].add(id_)
            self._ids[_plain(f"{folder}/{shown}")].add(id_)
            self._names[_plain(shown).rpartition("/")[2]].add(id_)
        self.several = len({folder for folder, _ in self.shown.values()}) > 1

    def find(self, path: str, folder: str = "") -> set[int]:
        wanted = _plain(f"{folder}/{path}" if folder else path)
        return self._ids.get(wanted) or self._names.get(wanted) or set()

    def cells(self, id_: int) -> list[str]:
        folder, shown = self.shown[id_]
        return [folder, shown] if self.several else [shown]


class _Reading:
    """The values that a sheet wants, by field and place, and all that it says in vain."""

    def __init__(self, session: Session, sheet: Sheet, columns: list[str]) -> None:
        self._session = session
        self._sheet = sheet
        self._at = {use: place for place, use in enumerate(columns) if use != IGNORED}
        self._names = {use: sheet.header[place] for use, place in self._at.items()}
        self._fields: dict[str, FieldInfo] = {}
        self._wanted: dict[str, dict[Target, list[Value]]] = defaultdict(lambda: defaultdict(list))
        self.captions: list[NewCaption] = []
        self.tracks: set[int] = set()
        self.unknown: list[str] = []
        self.ambiguous: list[str] = []
        self.unused: list[UnusedCell] = []

    def read(self) -> None:
        long = "field" in self._at and "value" in self._at
        captions = [use for use in self._at if is_caption(use)]
        uses = [] if long else [use for use in self._at if use not in (*PLACE, *captions)]
        for use in uses:
            cells = (row[self._at[use]] for row in self._sheet.rows if len(row) > self._at[use])
            self._fields[use] = self._field(use, cells, unit_of(self._names[use]))
        paths = _Paths(self._session)
        for number, row in enumerate(self._sheet.rows, 2):
            target = self._target(paths, number, row)
            if target is None:
                continue
            if long:
                self._long(number, row, target)
            for use in captions:
                self._say(target, self._cell(row, use))
            for use in uses:
                values = self._values(number, use, self._fields[use], self._cell(row, use))
                if values:
                    self._want(use, target, values)

    def changes(self) -> Changes:
        before: Rows = {}
        after: Rows = {}
        first_id = next_label_id(self._session)
        for name, wanted in self._wanted.items():
            info = self._fields[name]
            places = dict(zip(wanted, place_all(self._session, wanted), strict=True))
            stored = store_values(
                self._session, info, {value for values in wanted.values() for value in values}
            )
            asked: dict[Place, list[Stored]] = {
                places[target]: list(dict.fromkeys(stored[value] for value in values if value in stored))
                for target, values in wanted.items()
            }
            part = rewrite(self._session, info, asked, "import", first_id=first_id + len(after))
            before |= part.before["labels"]
            after |= part.after["labels"]
        said = plan_captions(self._session, self.captions).changes
        return Changes({"labels": before} | said.before, {"labels": after} | said.after)

    def _long(self, number: int, row: list[str], target: Target) -> None:
        """Several rows may give one place several values."""
        name = self._cell(row, "field").lower()
        if name == CAPTION:
            self._say(target, self._cell(row, "value"))
            return
        if name and name not in self._fields:
            kind_of = (
                self._cell(r, "value") for r in self._sheet.rows if self._cell(r, "field").lower() == name
            )
            self._fields[name] = self._field(name, kind_of, "", many=True)
        text = self._cell(row, "value")
        if not name or not text:
            self._unused(number, "value", text, "The field or the value is missing.")
            return
        info = self._fields[name]
        values = self._values(number, "value", info, text, whole=True)
        if values:
            self._want(name, target, [*self._wanted[name][target], *values] if info.many else values)

    def _say(self, target: Target, text: str) -> None:
        """Several rows or columns may say something of one place."""
        if text:
            track_id = target if isinstance(target, int) else target.track_id
            start_s, end_s = (None, None) if isinstance(target, int) else (target.start_s, target.end_s)
            settings = {"from": self._sheet.path.name}
            self.captions.append(NewCaption(track_id, text, "import", start_s, end_s, None, settings))
            self.tracks.add(track_id)

    def _want(self, name: str, target: Target, values: list[Value]) -> None:
        self._wanted[name][target] = values
        self.tracks.add(target if isinstance(target, int) else target.track_id)

    def _field(self, name: str, cells: Iterable[str], unit: str, *, many: bool = False) -> FieldInfo:
        """A new field holds numbers if every cell does, and many values if any cell does."""
        if name in STANDARD or name in {known.name for known in list_fields(self._session)}:
            return ensure_field(self._session, name)
        filled = [cell.strip() for cell in cells if cell.strip()]
        numbers = bool(filled) and all(read_number(cell) is not None for cell in filled)
        kind: Kind = "number" if numbers else "category"
        many = not numbers and (many or any(len(split_cell(cell)) > 1 for cell in filled))
        return ensure_field(self._session, name, kind, many=many, unit=unit)

    def _target(self, paths: _Paths, number: int, row: list[str]) -> Target | None:
        path = self._cell(row, "path")
        found = paths.find(path, self._cell(row, "folder"))
        if len(found) != 1:
            (self.ambiguous if found else self.unknown).append(path or f"row {number}")
            return None
        (track_id,) = found
        start, end = self._cell(row, "start_s"), self._cell(row, "end_s")
        if not start and not end:
            return track_id
        span = read_number(start or "0"), read_number(end)
        if span[0] is None or span[1] is None or not 0 <= span[0] < span[1]:
            self._unused(number, "end_s", f"{start}–{end}", "This is no span of time.")
            return None
        return Span(track_id, span[0], span[1])

    def _values(
        self, number: int, column: str, info: FieldInfo, text: str, *, whole: bool = False
    ) -> list[Value]:
        texts = split_cell(text) if info.many and not whole else [text] * bool(text)
        if info.kind != "number":
            return list(texts)
        values: list[Value] = []
        for written in texts:
            value = read_number(written)
            if value is None:
                self._unused(number, column, written, f"{info.name} holds numbers.")
            else:
                values.append(value)
        return values

    def _cell(self, row: list[str], use: str) -> str:
        place = self._at.get(use)
        return row[place].strip() if place is not None and place < len(row) else ""

    def _unused(self, number: int, use: str, text: str, reason: str) -> None:
        self.unused.append(UnusedCell(number, self._names.get(use, use), text, reason))


def _heading(info: FieldInfo) -> str:
    return f"{info.name} [{info.unit}]" if info.unit else info.name


def _wide_rows(
    session: Session, places: _Paths, ids: list[int], fields: list[FieldInfo]
) -> Iterator[list[str]]:
    for start in range(0, len(ids), PAGE):
        page = ids[start : start + PAGE]
        values = values_of(session, page, [item.name for item in fields])
        for id_ in page:
            cells = (values[id_].get(item.name, []) for item in fields)
            yield places.cells(id_) + [_cell(item, cell) for item, cell in zip(fields, cells, strict=True)]


def _long_rows(session: Session, places: _Paths, ids: list[int], fields: set[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), PAGE):
        page = ids[start : start + PAGE]
        labels = labels_of(session, page)
        for id_ in page:
            for label in labels[id_]:
                if label.field in fields and label.value is not None:
                    span = ["" if s is None else repr(s) for s in (label.start_s, label.end_s)]
                    value = _show(label.value)
                    rest = [*span, label.field, value, label.source, label.created_at.isoformat()]
                    yield places.cells(id_) + rest


def _cell(info: FieldInfo, values: list[Value]) -> str:
    shown = [_show(value) for value in values]
    return join_cell(shown) if info.many or len(shown) > 1 else "".join(shown)


def _show(value: Value) -> str:
    if isinstance(value, str):
        return value
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _plain(path: str) -> str:
    return unicodedata.normalize("NFC", path.strip().replace("\\", "/"))
