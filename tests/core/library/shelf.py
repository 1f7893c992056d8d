"""Puts tracks and labels into a collection without any files, and asks what they are."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, text

from core.library.captions import NewCaption, Written, write_captions
from core.library.labels import NewLabel, Value, write_labels
from core.runs import begin_run
from core.store import Collection
from core.store.schema import Folder, Track


def add(collection: Collection, *paths: str, **properties: Any) -> list[int]:
    """Tracks at these paths of one folder; returns their ids."""
    with collection.database.writing() as session:
        folder = session.scalar(select(Folder)) or Folder(path="/music")
        session.add(folder)
        session.flush()
        values: dict[str, Any] = {"size_bytes": 1000, "mtime_ns": 0, "state": "ok"} | properties
        tracks = [Track(folder_id=folder.id, path=path, shown_path=path, **values) for path in paths]
        session.add_all(tracks)
        session.flush()
        return [track.id for track in tracks]


def tag(collection: Collection, track_id: int, source: str = "tag", **values: Value | list[Value]) -> None:
    """`genre="jazz"` or `genre=["jazz", "blues"]`."""
    with collection.database.writing() as session:
        write_labels(
            session,
            [
                NewLabel(track_id, field, value, source)  # type: ignore[arg-type]
                for field, given in values.items()
                for value in (given if isinstance(given, list) else [given])
            ],
        )


def begun(collection: Collection, encoder: str = "ears") -> int:
    """A run whose recipe names an encoder."""
    return begin_run(
        collection,
        name="describe",
        task="caption",
        text=f'name = "describe"\n[encoder]\nname = "{encoder}"\n',
        seed=0,
        device="cpu",
        environment={},
        split_id=None,
        job_id=None,
    )


def hear(
    collection: Collection, run_id: int, *said: tuple[int, float | None, str], **settings: Any
) -> Written:
    """What a run says of tracks: of ten seconds from some second on, or of the whole."""
    new = [
        NewCaption(track, text, "run", start, None if start is None else start + 10, run_id, settings)
        for track, start, text in said
    ]
    with collection.database.writing() as session:
        return write_captions(session, new)


def captions(collection: Collection) -> list[tuple[Any, ...]]:
    """Every caption in words, without ids and times."""
    return rows(
        collection,
        "SELECT c.track_id, e.start_s, e.end_s, c.text, c.origin, c.source, c.run_id, c.accepted, c.settings,"
        " c.edited_at IS NULL FROM captions c LEFT JOIN excerpts e ON e.id = c.excerpt_id"
        " ORDER BY 1, 2, 3, 6, 7, 4, 5, 8",
    )


def rows(collection: Collection, statement: str) -> list[tuple[Any, ...]]:
    with collection.database.reading() as session:
        return [tuple(row) for row in session.execute(text(statement))]


def labels(collection: Collection) -> list[tuple[Any, ...]]:
    """Every label in words, without ids, for comparing one moment with another."""
    return rows(
        collection,
        "SELECT f.name, l.track_id, e.start_s, e.end_s, v.text, l.number, l.source, l.run_id FROM labels l"
        " JOIN fields f ON f.id = l.field_id LEFT JOIN field_values v ON v.id = l.value_id"
        " LEFT JOIN excerpts e ON e.id = l.excerpt_id ORDER BY 1, 2, 3, 4, 7, 5, 6, 8",
    )


def derived(collection: Collection) -> list[list[tuple[Any, ...]]]:
    """All that triggers keep current."""
    return [
        rows(collection, "SELECT * FROM standing ORDER BY 1, 2, 3, 4, 5, 6"),
        rows(collection, "SELECT * FROM label_sources ORDER BY 1, 2"),
        rows(collection, "SELECT rowid, * FROM search ORDER BY 1"),
    ]
