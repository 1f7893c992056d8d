"""One SQLite file, opened the same way everywhere.

`reading()` and `writing()` are the only ways to a session. A writer takes its
lock at once (BEGIN IMMEDIATE), so it waits for another writer instead of
failing half-way. Whatever SQLite says is translated into our own errors.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from core.errors import (
    CollectionBusy,
    CollectionDamaged,
    CollectionProblem,
    CollectionReadOnly,
    DiskFull,
    FileProblem,
    KnownError,
)
from core.store.files import TEMPORARY

FILE_NAME = "collection.sqlite"
APPLICATION_ID = 0x536E6467
"""`Sndg`: lets `file` and other tools tell what the file is."""
BUSY_S = 10.0

PRAGMAS = {
    "foreign_keys": "ON",
    "journal_mode": "WAL",
    "synchronous": "NORMAL",
    "temp_store": "MEMORY",
    "cache_size": "-16000",
}


class Database:
    """Threads may share it: every session takes its own connection."""

    def __init__(self, path: Path, busy_s: float = BUSY_S, journal: str = "WAL") -> None:
        self.path = path
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)),
            connect_args={"timeout": busy_s, "check_same_thread": False},
        )
        event.listen(self._engine, "connect", partial(_prepare, PRAGMAS | {"journal_mode": journal}))
        event.listen(self._engine, "begin", _begin)
        self._writer = self._engine.execution_options(soundings_begin="IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with explain_database_errors(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Commits when the block ends well, undoes everything otherwise."""
        with explain_database_errors(self.path), Session(self._writer) as session, session.begin():
            yield session

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Below the level of sessions: for migrations, backups and checks."""
        with explain_database_errors(self.path), self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()


def _prepare(pragmas: dict[str, str], connection: sqlite3.Connection, record: object) -> None:
    # SQLAlchemy's own BEGIN comes too late for IMMEDIATE, so the driver must begin nothing by itself.
    connection.isolation_level = None
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("soundings_begin", "")
    connection.exec_driver_sql(f"BEGIN {kind}")


@contextmanager
def explain_database_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except KnownError:
        raise
    except DBAPIError as error:
        known = _explain(path, error.orig)
        if known is None:
            raise
        raise known from error
    except sqlite3.Error as error:
        known = _explain(path, error)
        if known is None:
            raise
        raise known from error


def _explain(path: Path, error: BaseException | None) -> KnownError | None:
    """SQLite's extended codes carry the plain code in their lowest byte."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    folder = path.parent
    explanations: dict[int, Any] = {
        sqlite3.SQLITE_BUSY: lambda: CollectionBusy(folder),
        sqlite3.SQLITE_LOCKED: lambda: CollectionBusy(folder),
        sqlite3.SQLITE_READONLY: lambda: CollectionReadOnly(folder),
        sqlite3.SQLITE_FULL: lambda: DiskFull(folder),
        sqlite3.SQLITE_CORRUPT: lambda: damaged(path, "the database file is damaged"),
        sqlite3.SQLITE_NOTADB: lambda: damaged(path, "collection.sqlite is not a database"),
        sqlite3.SQLITE_CANTOPEN: lambda: _cannot_open(folder),
        sqlite3.SQLITE_IOERR: lambda: FileProblem(
            folder, "cannot be read or written: the disk reports an error", "Check the disk, then try again."
        ),
    }
    return explanations[code]() if code in explanations else None


def _cannot_open(folder: Path) -> CollectionProblem:
    if os.access(folder, os.R_OK) and not os.access(folder, os.W_OK):
        return CollectionReadOnly(folder)
    return CollectionProblem(
        folder, f"The collection in {folder} cannot be opened.", "Check that you may read and write there."
    )


def damaged(path: Path, reason: str) -> CollectionDamaged:
    """Names the newest backup, since that is what a person needs now."""
    found = [*(path.parent / "backups").glob("*.sqlite"), *(path.parent / "backups").glob("*/backup.json")]
    backups = [backup for backup in found if not any(part.startswith(TEMPORARY) for part in backup.parts)]
    newest = max(backups, key=lambda backup: backup.stat().st_mtime, default=None)
    if newest is not None and newest.name == "backup.json":
        newest = newest.parent
    return CollectionDamaged(path.parent, reason, newest)
