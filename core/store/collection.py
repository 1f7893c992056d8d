"""A collection on disk: a folder with `collection.sqlite`, vectors, checkpoints, exports, logs, backups."""

from __future__ import annotations

import contextlib
import logging
import uuid
from pathlib import Path

from sqlalchemy import func, select, update

from core import __version__, places
from core.errors import CollectionExists, CollectionMissing, RequestProblem
from core.store import upgrade
from core.store.checkpoints import sweep_checkpoints
from core.store.database import BUSY_S, FILE_NAME, Database, explain_database_errors
from core.store.files import draft, explain_os_errors, sweep
from core.store.schema import CollectionRow, EmbeddingSet, Run, Track
from core.store.vectors import VectorStore

SUBFOLDERS = ("vectors", "checkpoints", "exports", "logs", "backups")
LONGEST_NAME = 200

_log = logging.getLogger(__name__)


class Collection:
    """An open collection. Close it, or use it as a context manager."""

    def __init__(self, folder: Path, database: Database, name: str) -> None:
        self.folder = folder
        self.database = database
        self.name = name
        self.vectors = VectorStore(folder, database)

    def counts(self) -> dict[str, int]:
        with self.database.reading() as session:
            return {
                "tracks": session.scalar(select(func.count()).select_from(Track)) or 0,
                "runs": session.scalar(select(func.count()).select_from(Run)) or 0,
                "embedding_sets": session.scalar(select(func.count()).select_from(EmbeddingSet)) or 0,
            }

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Collection:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def create_collection(folder: Path, name: str = "") -> Collection:
    """Make an empty collection in `folder`, which may exist and hold other things."""
    if not str(folder).strip() or folder == Path():
        raise RequestProblem("A collection needs a folder.", "Name one.")
    folder = places.whole(folder)
    name = (name or folder.name).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise RequestProblem(f"A collection's name has 1 to {LONGEST_NAME} readable characters.")
    path = folder / FILE_NAME
    if path.exists():
        raise CollectionExists(folder)
    made = [folder / subfolder for subfolder in SUBFOLDERS if not (folder / subfolder).exists()]
    try:
        with explain_os_errors(folder):
            for subfolder in SUBFOLDERS:
                (folder / subfolder).mkdir(parents=True, exist_ok=True)
        _make(folder, path, name)
    except BaseException:
        for place in made:
            with contextlib.suppress(OSError):
                place.rmdir()
        raise
    return open_collection(folder)


def _make(folder: Path, path: Path, name: str) -> None:
    sweep(folder)
    with draft(path) as file:
        _fill(file.temporary, name)
        file.sync()
        try:
            file.publish(only_new=True)
        except FileExistsError:
            raise CollectionExists(folder) from None
        for ending in ("-wal", "-shm", "-journal"):  # of a collection that was deleted here
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _fill(path: Path, name: str) -> None:
    """Leaves one plain file: there is no journal beside it that could be lost on the way."""
    with contextlib.closing(Database(path, journal="MEMORY")) as database:
        upgrade.create_schema(database)
        with database.writing() as session:
            session.add(CollectionRow(id=1, name=name, uuid=str(uuid.uuid4()), saved_by=__version__))


def open_collection(folder: Path, *, busy_s: float = BUSY_S, backups_kept: int = 5) -> Collection:
    """Open, upgrading an older file and clearing away what a killed program left half-written."""
    folder = places.whole(folder)
    path = folder / FILE_NAME
    if not path.is_file():
        raise CollectionMissing(folder)
    upgrade.bring_up_to_date(path, keep=backups_kept, busy_s=busy_s)
    database = Database(path, busy_s)
    try:
        with database.writing() as session:
            name = session.scalar(
                update(CollectionRow).values(saved_by=__version__).returning(CollectionRow.name)
            )
        collection = Collection(folder, database, name or folder.name)
        _tidy(collection)
    except BaseException:
        database.close()
        raise
    return collection


def _tidy(collection: Collection) -> None:
    with contextlib.suppress(OSError), explain_database_errors(collection.database.path):
        swept = sweep(collection.folder) + collection.vectors.sweep()
        swept += sweep_checkpoints(collection.folder, collection.database)
        if swept:
            _log.info("swept %d files that were left half-written", len(swept))
