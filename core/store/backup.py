"""The job `backup`: a copy of the collection that opens like any other, without the audio.

The database is copied first, through SQLite's own means; then every file that
the copy speaks of. The copy gets its name when it is whole; a killed job goes
on with the files that are not there yet.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from core import __version__, places
from core.errors import DiskFull, Interrupted
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.store.collection import Collection, open_collection
from core.store.database import FILE_NAME
from core.store.files import TEMPORARY, copy_file, explain_os_errors, hash_file, inside, write_text
from core.store.upgrade import copy_database, stamp

MANIFEST = "backup.json"
SPARE_BYTES = 50_000_000
END_JOBS = """
    UPDATE jobs
    SET state = 'cancelled', asked = NULL, runner_pid = NULL, worker_pid = NULL, ended_at = created_at
    WHERE state NOT IN ('done', 'stopped', 'cancelled', 'failed')
"""
FILES = """
    SELECT 'vectors/' || substr(identity, 1, 16) || '/' || filename, sha256
    FROM shards JOIN embedding_sets ON embedding_sets.id = embedding_set_id
    UNION ALL SELECT 'vectors/' || filename, sha256 FROM maps
    UNION ALL SELECT 'checkpoints/' || filename, sha256 FROM checkpoints
"""


@dataclass(frozen=True)
class BackupRequest:
    folder: str = ""
    """Where the backup's own folder is made; empty: `backups` in the collection."""


@dataclass(frozen=True)
class BackupResult:
    folder: str
    files: int
    size_bytes: int
    lost: list[str]
    """Files that the collection speaks of and that were not there, or not what was written."""

    def sentence(self) -> str:
        lost = (
            f" {len(self.lost):,} files were missing or damaged; {MANIFEST} names them." if self.lost else ""
        )
        files = f"{self.files:,} {'file' if self.files == 1 else 'files'}"
        return f"Backup of {files} ({self.size_bytes / 1e6:,.1f} MB) in {self.folder}.{lost}"


def run(
    request: BackupRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> BackupResult | None:
    """None when it was stopped: half a backup is not a backup."""
    parent = places.whole(request.folder) if request.folder else context.folder / "backups"
    unfinished = _unfinished(parent, context.job_id)
    with open_collection(context.folder) as collection, explain_os_errors(parent):
        unfinished.mkdir(parents=True, exist_ok=True)
        _check_space(collection, parent)
        try:
            return _copy_all(collection, parent, unfinished, progress, should_stop)
        except Interrupted:
            if should_stop() == Stop.CANCEL:
                shutil.rmtree(unfinished, ignore_errors=True)
            return None


def _copy_all(
    collection: Collection, parent: Path, unfinished: Path, progress: Progress, should_stop: ShouldStop
) -> BackupResult:
    on_database, on_files = shares(progress, 1, 9)
    on_database(Step(0, 1, note=FILE_NAME))
    copy = unfinished / FILE_NAME
    copy.unlink(missing_ok=True)
    copy_database(collection.database.path, copy)
    _end_jobs(copy)
    on_database(Step(1, 1))
    hashes, lost, size = {FILE_NAME: hash_file(copy)}, list[str](), copy.stat().st_size
    files = _files(copy)
    for done, (name, sha256) in enumerate(files):
        on_files(Step(done, len(files), note=name))
        if should_stop():
            raise Interrupted
        copied = _copy(collection.folder, unfinished, name, sha256, should_stop)
        if copied:
            hashes[name] = copied
            size += (unfinished / name).stat().st_size
        if copied != sha256:
            lost.append(name)
    final = parent / f"backup-{stamp()}"
    manifest = {"soundings": __version__, "collection": collection.name, "sha256": hashes, "lost": lost}
    write_text(unfinished / MANIFEST, json.dumps(manifest, indent=1))
    unfinished.rename(final)
    on_files(Step(1, 1))
    return BackupResult(str(final), len(hashes), size, lost)


def _end_jobs(database_path: Path) -> None:
    """Jobs belong to the original; in the copy they are over."""
    with closing(sqlite3.connect(database_path)) as connection, connection:
        connection.execute(END_JOBS)


def _copy(folder: Path, unfinished: Path, name: str, sha256: str, should_stop: ShouldStop) -> str | None:
    """The hash of what is in the backup now; None when there was nothing to copy."""
    source, target = inside(folder, name), inside(unfinished, name)
    if target.exists() and hash_file(target, should_stop) == sha256:
        return sha256
    try:
        return copy_file(source, target, should_stop)
    except FileNotFoundError:
        return None


def _files(database_path: Path) -> list[tuple[str, str]]:
    """Name (relative to the collection) and hash of every file the database speaks of."""
    with closing(sqlite3.connect(f"{database_path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(FILES).fetchall()


def _check_space(collection: Collection, parent: Path) -> None:
    sources = [collection.folder / "vectors", collection.folder / "checkpoints"]
    needed = collection.database.path.stat().st_size + sum(
        path.stat().st_size for source in sources for path in source.rglob("*") if path.is_file()
    )
    if shutil.disk_usage(parent).free < needed + SPARE_BYTES:
        raise DiskFull(parent)


def _unfinished(parent: Path, job_id: int) -> Path:
    return parent / f"{TEMPORARY}backup-{job_id:06d}"


def discard(request: BackupRequest, context: Context) -> None:
    """Clear away what a backup that will never be finished has left."""
    parent = places.whole(request.folder) if request.folder else context.folder / "backups"
    with suppress(OSError):
        shutil.rmtree(_unfinished(parent, context.job_id), ignore_errors=True)
