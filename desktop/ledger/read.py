"""The ledger from the database: counts, which files in which order, and pages of them. In the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from core.library.labels import each
from core.library.ledger import Ledger, read_ledger
from core.store.schema import Folder, Track

if TYPE_CHECKING:
    from core.store import Collection

SORTS = {
    "state": (Track.state, Folder.path, Track.shown_path),
    "file": (Folder.path, Track.shown_path),
    "reason": (Track.reason, Folder.path, Track.shown_path),
    "length": (Track.duration_s, Folder.path, Track.shown_path),
    "size": (Track.size_bytes, Folder.path, Track.shown_path),
}


@dataclass(frozen=True)
class Asked:
    """`state` empty: all of them."""

    state: str = ""
    sort: str = "file"
    descending: bool = False


@dataclass(frozen=True)
class Row:
    id: int
    path: Path
    shown_path: str
    state: str
    reason: str
    duration_s: float | None
    size_bytes: int


def read_order(asked: Asked, collection: Collection) -> tuple[Ledger, list[int]]:
    first, *rest = SORTS[asked.sort]
    by = [first.desc() if asked.descending else first, *rest, Track.id]
    chosen = select(Track.id).join(Folder, Folder.id == Track.folder_id)
    if asked.state:
        chosen = chosen.where(Track.state == asked.state)
    if asked.sort == "length":
        chosen = chosen.order_by(Track.duration_s.is_(None))  # what is not known comes last
    inner = chosen.order_by(*by).subquery()
    with collection.database.reading() as session:
        # As one string: a hundred thousand rows one by one would cost more than the sorting.
        joined = session.scalar(select(func.group_concat(inner.c.id)))
    ids = [int(id_) for id_ in joined.split(",")] if joined else []
    return read_ledger(collection), ids


def read_rows(track_ids: Sequence[int], collection: Collection) -> list[Row]:
    columns = (
        *(Track.id, Folder.path.label("folder"), Track.path, Track.shown_path),
        *(Track.state, Track.reason, Track.duration_s, Track.size_bytes),
    )
    chosen = select(*columns).join(Folder, Folder.id == Track.folder_id).where(Track.id.in_(each(track_ids)))
    with collection.database.reading() as session:
        rows = session.execute(chosen).all()
    return [
        Row(
            *(row.id, Path(row.folder) / row.path, row.shown_path),
            *(row.state, row.reason, row.duration_s, row.size_bytes),
        )
        for row in rows
    ]
