"""What makes the library quick to search, all of it derived from other tables.

`standing` holds the labels that count, `label_sources` who has labelled what,
`search` every word. Triggers keep them current whoever writes. Views,
triggers and `search` are no part of a migration: each upgrade takes them down
first and puts today's up afterwards, since rebuilding a table would break
them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.store.schema.base import Base, Key

KEY_LENGTH = 200
WORDS_OF = {"title", "artist", "album"}
"""The fields whose words free text looks into; `search.sql` names them, too."""
_SQL = Path(__file__).with_suffix(".sql")
_LATIN_MARKS = dict.fromkeys(range(0x0300, 0x0370))


class Standing(Base):
    """One value that counts, in the order in which values sort: numbers, then folded text.

    Of a track's labels in a field, those of the best source count: person, import, tag, folder, then
    the newest run. A field of numbers leaves `key` empty and `value_id` 0; others leave `number` 0.
    `excerpt_id` is 0 for the whole track.
    """

    __tablename__ = "standing"
    __table_args__ = (Index(None, "track_id", "field_id"), {"sqlite_with_rowid": False})
    field_id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[float] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value_id: Mapped[int] = mapped_column(primary_key=True)
    track_id: Mapped[int] = mapped_column(primary_key=True)
    excerpt_id: Mapped[int] = mapped_column(primary_key=True)
    label_id: Mapped[int]


class LabelSource(Base):
    """Some label of the track comes from this source."""

    __tablename__ = "label_sources"
    __table_args__ = ({"sqlite_with_rowid": False},)
    source: Mapped[str] = mapped_column(primary_key=True)
    track_id: Mapped[int] = mapped_column(primary_key=True)


class HeldBack(Base):
    """While a row is here, triggers leave the work to a writer of many labels, who does it at once."""

    __tablename__ = "held_back"
    id: Mapped[Key]


def fold(text: str) -> str:
    """The form in which texts are compared: no case, no accents, at most `KEY_LENGTH` characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_LATIN_MARKS).casefold()
        text = unicodedata.normalize("NFKD", text).translate(_LATIN_MARKS)
    return " ".join(text.lower().split())[:KEY_LENGTH]


def take_down(connection: Connection) -> None:
    found = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') OR name = 'search'"
    ).all()
    for kind, name in found:
        connection.exec_driver_sql(f"DROP {kind} {name}")


def put_up(connection: Connection) -> None:
    for statement in _SQL.read_text(encoding="utf-8").split(";\n\n"):  # a trigger has plain line ends inside
        connection.exec_driver_sql(statement)
    fill_search(connection)


def fill_search(connection: Connection) -> None:
    """Every word anew."""
    connection.exec_driver_sql("DELETE FROM search")
    connection.exec_driver_sql(f"{_TAKE_WORDS} FROM search_texts")


def fill_standing(connection: Connection) -> None:
    """All that is derived from labels anew, words included."""
    connection.exec_driver_sql("INSERT INTO held_back (id) VALUES (1)")
    for statement in (*_REFRESH_VALUES, *_REFRESH_SOURCES):
        connection.exec_driver_sql(statement.format(these="1"))
    fill_search(connection)
    connection.exec_driver_sql("DELETE FROM held_back")


def has_words(connection: Connection, field_ids: Iterable[int]) -> bool:
    """Does free text look into one of these fields?"""
    names = connection.exec_driver_sql(
        "SELECT name FROM fields WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(field_ids))),),
    )
    return bool(WORDS_OF & set(names.scalars()))


def refresh(
    connection: Connection, track_ids: Iterable[int], field_ids: Iterable[int], *, words: bool
) -> None:
    """All that is derived from labels of these fields of these tracks; the caller holds the triggers back."""
    tracks, fields = json.dumps(sorted(set(track_ids))), json.dumps(sorted(set(field_ids)))
    for statement in _REFRESH_VALUES:
        connection.exec_driver_sql(statement.format(these=_TRACKS_AND_FIELDS), (tracks, fields))
    for statement in (*_REFRESH_SOURCES, *(_REFRESH_WORDS if words else ())):
        connection.exec_driver_sql(statement.format(these=_TRACKS), (tracks,))


_TRACKS = "track_id IN (SELECT value FROM json_each(?))"
_TRACKS_AND_FIELDS = f"{_TRACKS} AND {_TRACKS.replace('track_id', 'field_id')}"
_TAKE_WORDS = "INSERT INTO search (rowid, title, artist, album, caption, path) SELECT *"
_REFRESH_VALUES = (
    "DELETE FROM standing WHERE {these}",
    "INSERT OR IGNORE INTO standing SELECT * FROM counted_labels WHERE {these} ORDER BY label_id",
)
_REFRESH_SOURCES = (
    "DELETE FROM label_sources WHERE {these}",
    "INSERT OR IGNORE INTO label_sources SELECT source, track_id FROM labels WHERE {these}",
)
_REFRESH_WORDS = (
    "DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))",
    f"{_TAKE_WORDS} FROM search_texts WHERE {{these}}",
)
