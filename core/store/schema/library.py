"""Tables of the library: the collection itself, tracks, excerpts, labels, captions, playlists, splits."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column

from core.store.schema.base import (
    NEVER_REUSED,
    Base,
    Json,
    Key,
    MaybeWhen,
    Path,
    Sha256,
    When,
    mentions,
    now,
    part_of,
)
from core.store.schema.search import fold


class CollectionRow(Base):
    """Exactly one row: what this file is and which version saved it last."""

    __tablename__ = "collection"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: Mapped[Key]
    name: Mapped[str]
    uuid: Mapped[str]
    created_at: Mapped[When]
    saved_by: Mapped[str]
    """The newest version of Soundings that opened it for writing."""


class Folder(Base):
    """A folder of audio that the collection was told to look into."""

    __tablename__ = "folders"
    id: Mapped[Key]
    path: Mapped[Path] = mapped_column(unique=True)
    added_at: Mapped[When]
    seen_at: Mapped[MaybeWhen]


SORTED_PROPERTIES = (
    "added_at", "bits", "channels", "codec", "container", "duration_s",
    "loudness_db", "rate_hz", "sha256", "shown_path", "size_bytes", "state",
)  # fmt: skip
"""An index holds each of them apart, so that no search has to read whole tracks."""


class Track(Base):
    """One audio file. `path` is relative to its folder, so a disk may be mounted elsewhere."""

    __tablename__ = "tracks"
    __table_args__ = (
        UniqueConstraint("folder_id", "path"),
        *(Index(None, name) for name in SORTED_PROPERTIES),
        NEVER_REUSED,
    )
    id: Mapped[Key]
    folder_id: Mapped[int] = mapped_column(part_of("folders.id"))
    path: Mapped[Path]
    shown_path: Mapped[str]
    """`path` as readable text, for people and for search."""
    size_bytes: Mapped[int]
    mtime_ns: Mapped[int]
    sha256: Mapped[Sha256 | None]
    state: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    here_state: Mapped[str | None]
    """The state that a vanished track gets back when its file does."""
    duplicate_of_id: Mapped[int | None] = mapped_column(mentions("tracks.id"), index=True)
    fingerprint: Mapped[bytes | None]
    container: Mapped[str | None]
    codec: Mapped[str | None]
    duration_s: Mapped[float | None]
    rate_hz: Mapped[int | None]
    channels: Mapped[int | None]
    bits: Mapped[int | None]
    peak_db: Mapped[float | None]
    loudness_db: Mapped[float | None]
    added_at: Mapped[When]
    listened_at: Mapped[MaybeWhen]
    """When the whole file was last decoded, for its hash, fingerprint and loudness."""


class Excerpt(Base):
    """A span that something refers to: a label, a caption, a playlist. Encoders' windows need no row."""

    __tablename__ = "excerpts"
    __table_args__ = (
        UniqueConstraint("track_id", "start_s", "end_s"),
        CheckConstraint("0 <= start_s AND start_s < end_s", name="forward"),
    )
    id: Mapped[Key]
    track_id: Mapped[int] = mapped_column(part_of("tracks.id"))
    start_s: Mapped[float]
    end_s: Mapped[float]


class Field(Base):
    """A kind of label, such as genre. `kind` is category, number or text."""

    __tablename__ = "fields"
    __table_args__ = (CheckConstraint("kind IN ('category', 'number', 'text')", name="kind"), NEVER_REUSED)
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    many: Mapped[bool] = mapped_column(default=False)
    unit: Mapped[str] = mapped_column(default="")
    created_at: Mapped[When]


def _folded(context: DefaultExecutionContext) -> str:
    return fold(context.get_current_parameters()["text"])  # type: ignore[no-untyped-call]


class FieldValue(Base):
    """One value of a field of categories or text, stored once, so that renaming is one write.

    `key` is `text` folded: what search compares.
    """

    __tablename__ = "field_values"
    __table_args__ = (UniqueConstraint("field_id", "text"), NEVER_REUSED)
    id: Mapped[Key]
    field_id: Mapped[int] = mapped_column(part_of("fields.id"))
    text: Mapped[str]
    key: Mapped[str] = mapped_column(default=_folded)


class Label(Base):
    """One value on a track, or on an excerpt of it, and where it came from.

    Without value and number a person says: none, whatever the tags say.
    """

    __tablename__ = "labels"
    __table_args__ = (
        CheckConstraint("value_id IS NULL OR number IS NULL", name="one_value"),
        CheckConstraint("value_id IS NOT NULL OR number IS NOT NULL OR source = 'person'", name="none"),
        CheckConstraint("source IN ('tag', 'folder', 'import', 'person', 'run')", name="source"),
        Index(None, "track_id", "field_id"),
        Index(None, "excerpt_id", sqlite_where=text("excerpt_id IS NOT NULL")),
        Index(None, "run_id", sqlite_where=text("run_id IS NOT NULL")),
        NEVER_REUSED,
    )
    id: Mapped[Key]
    field_id: Mapped[int] = mapped_column(part_of("fields.id"))
    track_id: Mapped[int] = mapped_column(part_of("tracks.id"))
    excerpt_id: Mapped[int | None] = mapped_column(part_of("excerpts.id"))
    value_id: Mapped[int | None] = mapped_column(part_of("field_values.id"), index=True)
    number: Mapped[float | None]
    source: Mapped[str]
    run_id: Mapped[int | None] = mapped_column(part_of("runs.id"))
    confidence: Mapped[float | None]
    created_at: Mapped[When]


class Caption(Base):
    """A description in words. `origin` keeps the text as first written when a person edits it."""

    __tablename__ = "captions"
    __table_args__ = (CheckConstraint("source IN ('import', 'person', 'run')", name="source"),)
    id: Mapped[Key]
    track_id: Mapped[int] = mapped_column(part_of("tracks.id"), index=True)
    excerpt_id: Mapped[int | None] = mapped_column(part_of("excerpts.id"), index=True)
    text: Mapped[str]
    origin: Mapped[str | None]
    source: Mapped[str]
    run_id: Mapped[int | None] = mapped_column(part_of("runs.id"), index=True)
    accepted: Mapped[bool] = mapped_column(default=False)
    settings: Mapped[Json] = mapped_column(default=dict)
    created_at: Mapped[When]
    edited_at: Mapped[MaybeWhen]


class Playlist(Base):
    __tablename__ = "playlists"
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    notes: Mapped[str] = mapped_column(default="")
    created_at: Mapped[When]
    changed_at: Mapped[When] = mapped_column(onupdate=now)


class PlaylistItem(Base):
    __tablename__ = "playlist_items"
    playlist_id: Mapped[int] = mapped_column(part_of("playlists.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    track_id: Mapped[int] = mapped_column(part_of("tracks.id"), index=True)
    excerpt_id: Mapped[int | None] = mapped_column(part_of("excerpts.id"), index=True)


class Split(Base):
    """Which tracks train, which choose, which judge. Rows, so that it can be cited and reused."""

    __tablename__ = "splits"
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    method: Mapped[str]
    seed: Mapped[int | None]
    settings: Mapped[Json] = mapped_column(default=dict)
    created_at: Mapped[When]


class SplitItem(Base):
    __tablename__ = "split_items"
    __table_args__ = (CheckConstraint("part IN ('train', 'valid', 'test')", name="part"),)
    split_id: Mapped[int] = mapped_column(part_of("splits.id"), primary_key=True)
    track_id: Mapped[int] = mapped_column(part_of("tracks.id"), primary_key=True, index=True)
    part: Mapped[str]
