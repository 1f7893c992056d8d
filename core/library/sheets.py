"""Reads tables that others wrote: CSV or TSV, whatever the delimiter, encoding or header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import FileProblem
from core.library.fields import RESERVED, STANDARD
from core.store.files import explain_os_errors
from core.store.schema import fold

LONGEST_CELL = 10_000_000
PLACE = ("path", "folder", "start_s", "end_s", "field", "value")
"""Columns that say what a row is about; every other column is a field, but for captions."""
CAPTION = "caption"
"""A column of captions; several of them are numbered: caption_1, caption_2."""
IGNORED = ""

_ALIASES = {
    "file": "path",
    "filename": "path",
    "file_name": "path",
    "filepath": "path",
    "location": "path",
    "name": "title",
    "track_title": "title",
    "performer": "artist",
    "album_artist": "albumartist",
    "style": "genre",
    "track_number": "track",
    "tracknumber": "track",
    "start": "start_s",
    "end": "end_s",
}
_CAPTIONS = re.compile(rf"{CAPTION}(_\d+)?")
_UNIT = re.compile(r"\s*[\[(]([^\])]*)[\])]\s*$")


@dataclass(frozen=True)
class Sheet:
    """A table as text. `encoding` says how it was read, since old files do not tell."""

    path: Path
    header: list[str]
    rows: list[list[str]]
    encoding: str
    delimiter: str


def read_sheet(path: Path) -> Sheet:
    with explain_os_errors(path):
        data = path.read_bytes()
    try:
        text, encoding = data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text, encoding = data.decode("utf-16", "replace"), "UTF-16"
        else:
            text, encoding = data.decode("latin-1"), "Latin-1"
    delimiter = _delimiter(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise FileProblem(path, f"is no table: line {reader.line_num}: {error}", "Mend that line.") from error
    if not rows:
        raise FileProblem(path, "holds no table: it is empty")
    header, *rows = rows
    return Sheet(path, [cell.strip() for cell in header], rows, encoding, delimiter)


def _delimiter(text: str) -> str:
    """The mark that the first line has most of, outside quotes."""
    line = re.sub(r'"[^"]*"', "", text.lstrip().split("\n", 1)[0])
    return max(",\t;|", key=line.count)


def guess_columns(header: Iterable[str], mapping: Mapping[str, str] | None = None) -> list[str]:
    """For each column one of `PLACE`, a field, a caption or `IGNORED`; `mapping` overrules the guess."""
    used: list[str] = []
    long = {"field", "value"} <= {_slug(name) for name in header}
    for name in header:
        guess = mapping[name] if mapping and name in mapping else _guess(name, long=long)
        used.append(IGNORED if guess in used else guess)
    return used


def is_caption(use: str) -> bool:
    return _CAPTIONS.fullmatch(use) is not None


def unit_of(header: str) -> str:
    found = _UNIT.search(header)
    return found[1].strip() if found else ""


def split_cell(text: str) -> list[str]:
    r"""Several values in one cell, between semicolons; `\;` is a semicolon inside a value."""
    values, value, at = [], "", 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in ("\\", ";"):
            value += text[at + 1]
            at += 1
        elif text[at] == ";":
            values.append(value)
            value = ""
        else:
            value += text[at]
        at += 1
    return [value.strip() for value in [*values, value] if value.strip()]


def join_cell(values: Iterable[str]) -> str:
    return ";".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def read_number(text: str) -> float | None:
    """With a point or, as much of Europe writes, a comma."""
    for written in (text, text.replace(",", ".") if text.count(",") == 1 else ""):
        try:
            number = float(written)
        except ValueError:
            continue
        return number + 0.0 if abs(number) < float("inf") else None
    return None


def _guess(name: str, *, long: bool) -> str:
    slug = _slug(name)
    slug = _ALIASES.get(slug, slug)
    if slug in ("field", "value") and not long:
        return IGNORED
    if slug in PLACE or slug in STANDARD:
        return slug
    if is_caption(slug) and not long:
        return slug
    return IGNORED if long or slug in RESERVED or not slug else slug


def _slug(name: str) -> str:
    plain = fold(_UNIT.sub("", name)).removeprefix("field:")
    slug = re.sub(r"[^a-z0-9_-]+", "_", plain)
    return slug.strip("_-").lstrip("0123456789_-")[:40]
