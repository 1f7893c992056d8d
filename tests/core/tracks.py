"""Puts small files into a collection as tracks, as a scan will do."""

from __future__ import annotations

from pathlib import Path

from core.store import Collection
from core.store.files import hash_file
from core.store.schema import Folder, Track


def add_tracks(collection: Collection, folder: Path, number: int, size: int = 1000) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"track {i:04d}.wav" for i in range(number)]
    with collection.database.writing() as session:
        row = Folder(path=str(folder))
        session.add(row)
        session.flush()
        for i, path in enumerate(paths):
            path.write_bytes((i % 251).to_bytes(1, "big") * size)
            session.add(
                Track(
                    folder_id=row.id,
                    path=path.name,
                    shown_path=path.name,
                    size_bytes=size,
                    mtime_ns=path.stat().st_mtime_ns,
                    sha256=hash_file(path),
                    state="ok",
                )
            )
    return paths
