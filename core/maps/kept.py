"""Maps as a collection keeps them: a row that says how each was drawn, and a file with its points.

A file is never changed. What is found out later, such as where new tracks lie,
goes into a new file, and the row turns to it.
"""

from __future__ import annotations

import hashlib
import io
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.maps.forming import Points
from core.store.collection import Collection
from core.store.files import Draft, draft, inside
from core.store.schema import EmbeddingSet, Map

HIDDEN = frozenset({"key", "job"})
"""Settings that are for us: what a map was drawn from, and by which job."""
FOLDER = "maps"
"""Below the vectors, where backups look."""
FORGOTTEN_S = 3600.0
Columns = Mapping[str, NDArray[Any]]


@dataclass(frozen=True)
class MapInfo:
    """A map without its points."""

    id: int
    encoder: str
    embedding_set: int
    method: str
    seed: int
    settings: dict[str, Any]
    trust: dict[str, Any]
    total: int
    """Tracks that could be on it."""
    shown: int
    created_at: datetime


@dataclass(frozen=True)
class KeptMap:
    info: MapInfo
    columns: Columns
    """By name; `track_ids` and `points` always, and what is known of each point, NaN where it is not."""
    sha256: str = ""
    """Of its file, which is another one as soon as anything is known anew."""

    @property
    def track_ids(self) -> NDArray[np.int64]:
        return self.columns["track_ids"]

    @property
    def points(self) -> Points:
        return self.columns["points"]


def keep_map(
    collection: Collection,
    set_id: int,
    method: str,
    seed: int,
    settings: dict[str, Any],
    trust: dict[str, Any],
    total: int,
    columns: Columns,
) -> int:
    """The new map's number."""
    with draft(_path(collection, f"{method}-{secrets.token_hex(6)}.npz")) as file:
        sha256 = _write(file, columns)
        with collection.database.writing() as session:
            row = Map(
                embedding_set_id=set_id,
                method=method,
                seed=seed,
                settings=settings,
                trust=trust,
                filename=f"{FOLDER}/{file.path.name}",
                sha256=sha256,
                total=total,
                shown=len(columns["track_ids"]),
            )
            session.add(row)
            session.flush()
            file.publish()
            _sweep(collection, session)
            return row.id


def add_to_map(
    collection: Collection, kept: KeptMap, columns: Columns, trust: dict[str, Any], total: int
) -> None:
    """Turn a map to what is known of it now, unless it is no longer the one that was read."""
    with draft(_path(collection, f"{kept.info.method}-{secrets.token_hex(6)}.npz")) as file:
        sha256 = _write(file, columns)
        with collection.database.writing() as session:
            row = _row(session, kept.info.id)
            if row.sha256 != kept.sha256:
                raise RequestProblem(f"Map {row.id} has been added to by somebody else.", "Try again.")
            old, row.filename, row.sha256 = row.filename, f"{FOLDER}/{file.path.name}", sha256
            row.trust, row.shown, row.total = trust, len(columns["track_ids"]), total
            session.flush()
            file.publish()
    inside(collection.vectors.folder, old).unlink(missing_ok=True)


def read_map(collection: Collection, id_: int) -> KeptMap:
    with collection.database.reading() as session:
        row = _row(session, id_)
        info = _info(row, session.get_one(EmbeddingSet, row.embedding_set_id).encoder)
        path, sha256 = inside(collection.vectors.folder, row.filename), row.sha256
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise RequestProblem(f"Map {id_} cannot be read: its file is gone or damaged.", "Draw it again.")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return KeptMap(info, {name: arrays[name] for name in arrays.files}, sha256)


def list_maps(collection: Collection) -> list[MapInfo]:
    """The newest first."""
    with collection.database.reading() as session:
        rows = session.execute(
            select(Map, EmbeddingSet.encoder).join(EmbeddingSet).order_by(Map.id.desc())
        ).all()
        return [_info(row, encoder) for row, encoder in rows]


def find_like(collection: Collection, set_id: int, key: str) -> MapInfo | None:
    """The map that was drawn in just this way of just these vectors, if its file is whole."""
    for info in list_maps(collection):
        if info.embedding_set == set_id and info.settings.get("key") == key:
            try:
                return read_map(collection, info.id).info
            except RequestProblem:
                continue
    return None


def delete_map(collection: Collection, id_: int) -> None:
    with collection.database.writing() as session:
        row = _row(session, id_)
        path = inside(collection.vectors.folder, row.filename)
        session.delete(row)
    path.unlink(missing_ok=True)


def _row(session: Session, id_: int) -> Map:
    row = session.get(Map, id_)
    if row is None:
        raise RequestProblem(f"There is no map {id_}.", "soundings maps lists them.")
    return row


def _info(row: Map, encoder: str) -> MapInfo:
    return MapInfo(
        row.id,
        encoder,
        row.embedding_set_id,
        row.method,
        row.seed,
        row.settings,
        row.trust,
        row.total,
        row.shown,
        row.created_at,
    )


def _path(collection: Collection, name: str) -> Path:
    return inside(collection.vectors.folder, f"{FOLDER}/{name}")


def _write(file: Draft, columns: Columns) -> str:
    memory = io.BytesIO()
    np.savez(memory, **columns)  # type: ignore[arg-type] # its hints know no mapping
    file.file.write(memory.getbuffer())
    file.sync()
    return hashlib.sha256(memory.getbuffer()).hexdigest()


def _sweep(collection: Collection, session: Session) -> None:
    """Delete what a killed program left between file and row. Nobody else writes while we hold the lock."""
    known = {inside(collection.vectors.folder, name) for name in session.scalars(select(Map.filename))}
    for path in (collection.vectors.folder / FOLDER).glob("*.npz"):
        if path not in known and path.stat().st_mtime < time.time() - FORGOTTEN_S:
            path.unlink(missing_ok=True)
