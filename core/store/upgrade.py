"""Brings a collection's file to the schema this program knows, or says why it cannot.

Missing: created. Older: backed up, then upgraded in one transaction. Newer:
refused, untouched.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from core import __version__
from core.errors import CollectionTooNew
from core.store.database import APPLICATION_ID, BUSY_S, Database, damaged, explain_database_errors
from core.store.files import write_whole

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0.3.0"
"""The newest step in `MIGRATIONS`; a test keeps them equal, so that opening needs no Alembic."""

_log = logging.getLogger(__name__)


def read_version(path: Path, busy_s: float = BUSY_S) -> tuple[str, str]:
    """The file's schema revision and the version of Soundings that saved it last."""
    with explain_database_errors(path), closing(sqlite3.connect(path, timeout=busy_s)) as connection:
        try:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            (saved_by,) = connection.execute("SELECT saved_by FROM collection").fetchone()
        except (sqlite3.OperationalError, TypeError) as error:
            if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            raise damaged(path, "collection.sqlite was not made by Soundings") from error
    return revision, saved_by


def create_schema(database: Database, migrations: Path = MIGRATIONS) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    _migrate(database, migrations)


def bring_up_to_date(
    path: Path, *, migrations: Path = MIGRATIONS, head: str = HEAD, keep: int = 5, busy_s: float = BUSY_S
) -> Path | None:
    """Upgrade if needed; returns the backup that was made before, if any."""
    revision, saved_by = read_version(path, busy_s)
    if revision == head:
        return None
    if revision not in _known_revisions(migrations):
        raise CollectionTooNew(path.parent, saved_by, __version__)
    backup = back_up_file(path, path.parent / "backups" / f"before-upgrade-from-{revision}-{stamp()}.sqlite")
    _log.info("upgrading %s from %s to %s; backup in %s", path, revision, head, backup)
    database = Database(path, busy_s)
    try:
        _migrate(database, migrations)
    finally:
        database.close()
    _keep_newest(backup.parent, keep)
    return backup


def stamp() -> str:
    """A time that is safe in a file name and sorts as it should."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%fZ")


def back_up_file(path: Path, target: Path) -> Path:
    """A consistent copy of a database that may be in use, through SQLite's own means."""
    with write_whole(target) as file:
        copy_database(path, Path(file.name))
    return target


def copy_database(path: Path, target: Path) -> None:
    """The copy is one plain file: its journal is folded in, so that it can be moved about."""
    with (
        explain_database_errors(path),
        closing(sqlite3.connect(path, timeout=BUSY_S)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy, pages=256, sleep=0.001)
        copy.execute("PRAGMA journal_mode = DELETE")


def _migrate(database: Database, migrations: Path) -> None:
    """All steps in one transaction, with foreign keys checked at its end instead of on the way."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with database.connection() as connection:
        # Below SQLAlchemy, since this pragma does nothing inside a transaction; left on, rebuilding a
        # table would delete every row that refers to it.
        driver = connection.connection.cursor()
        driver.execute("PRAGMA foreign_keys = OFF")
        connection.execution_options(soundings_begin="EXCLUSIVE")
        config.attributes["connection"] = connection
        with connection.begin():
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise damaged(database.path, "rows refer to rows that are not there")
        driver.execute("PRAGMA foreign_keys = ON")


def _known_revisions(migrations: Path) -> set[str]:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def _keep_newest(folder: Path, keep: int) -> None:
    old = sorted(folder.glob("before-upgrade-*.sqlite"), key=lambda path: path.stat().st_mtime)[:-keep]
    for path in old:
        path.unlink(missing_ok=True)
