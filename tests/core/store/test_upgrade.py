"""Older collections become current ones, with a backup, or stay exactly as they were."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select

from core.errors import KnownError
from core.store import Collection, open_collection, upgrade
from core.store.schema import Base, Checkpoint, Excerpt, Map
from tests.core.tracks import add_tracks

ASSETS = Path(__file__).parent / "assets"
NEXT = '''
"""A step of the future."""
from alembic import op
import sqlalchemy as sa
revision = "0.4.0"
down_revision = "0.3.0"
def upgrade():
    with op.batch_alter_table("tracks") as table:
        table.add_column(sa.Column("mood", sa.String))
        table.alter_column("state", nullable=True)
    {more}
'''


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


def future(tmp_path: Path, more: str = "") -> Path:
    """The migrations as they are, and one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0_4_0.py").write_text(NEXT.format(more=more))
    return folder


def columns(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        found = {row[1] for row in connection.execute("PRAGMA table_info(tracks)")}
    connection.close()
    return found


def test_head_is_the_newest_step() -> None:
    assert revisions()[0] == upgrade.HEAD


def test_migrations_make_exactly_the_schema(collection: Collection) -> None:
    with collection.database.connection() as connection:
        # The full-text index and the tables that it keeps for itself are no part of the migrations.
        ours = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("search")}
        context = MigrationContext.configure(connection, opts={"compare_type": True, **ours})
        assert compare_metadata(context, Base.metadata) == []


def test_every_release_has_a_stored_collection() -> None:
    stored = {path.stem.removeprefix("collection-") for path in ASSETS.glob("collection-*.sqlite")}
    assert stored == set(revisions())


@pytest.mark.parametrize("asset", sorted(ASSETS.glob("*.sqlite")), ids=lambda path: path.stem)
def test_stored_collections_open_and_still_work(asset: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(asset, folder / "collection.sqlite")
    with open_collection(folder) as opened:
        assert opened.counts()["tracks"] == 2
        add_tracks(opened, tmp_path / "audio", 3)
        assert opened.counts()["tracks"] == 5


def test_an_older_collection_is_backed_up_and_upgraded(collection: Collection, tmp_path: Path) -> None:
    add_tracks(collection, tmp_path / "audio", 5)
    with collection.database.writing() as session:
        session.add_all(Excerpt(track_id=i, start_s=0, end_s=i) for i in range(1, 6))
    collection.close()
    path = collection.folder / "collection.sqlite"
    backup = upgrade.bring_up_to_date(path, migrations=future(tmp_path), head="0.4.0")
    assert backup is not None
    assert backup.parent == collection.folder / "backups"
    assert "mood" in columns(path)
    assert "mood" not in columns(backup)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM tracks").fetchone() == (5,)
        assert connection.execute("SELECT count(*) FROM excerpts").fetchone() == (5,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0.4.0",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    assert upgrade.bring_up_to_date(path, migrations=future(tmp_path / "again"), head="0.4.0") is None


@pytest.mark.parametrize("more", ["1 / 0", "op.execute('UPDATE tracks SET folder_id = 77')"])
def test_a_failed_upgrade_changes_nothing(collection: Collection, tmp_path: Path, more: str) -> None:
    add_tracks(collection, tmp_path / "audio", 5)
    collection.close()
    path = collection.folder / "collection.sqlite"
    with pytest.raises((ZeroDivisionError, KnownError)):
        upgrade.bring_up_to_date(path, migrations=future(tmp_path, more), head="0.4.0")
    assert "mood" not in columns(path)
    with open_collection(collection.folder) as opened:
        assert opened.counts()["tracks"] == 5


def test_only_the_newest_backups_are_kept(collection: Collection, tmp_path: Path) -> None:
    collection.close()
    backups = collection.folder / "backups"
    for i in range(6):
        (backups / f"before-upgrade-from-0.0.{i}-x.sqlite").write_bytes(b"")
    (backups / "backup-by-hand").mkdir()
    upgrade.bring_up_to_date(
        collection.folder / "collection.sqlite", migrations=future(tmp_path), head="0.4.0", keep=3
    )
    assert len(list(backups.glob("before-upgrade-*"))) == 3
    assert (backups / "backup-by-hand").is_dir()


FILLED = """
INSERT INTO embedding_sets VALUES (1, 'x', 'ears', '{}', 1, 4, 'mean', 16000, 5.0, 5.0, '2026-01-01');
INSERT INTO maps VALUES (2, 1, 'pca', 0, '{}', 'maps/a.npz', 'a', 5, 5, '{}', '2026-01-01');
INSERT INTO maps VALUES (7, 1, 'tsne', 0, '{"k": 1}', 'maps/b.npz', 'b', 5, 5, '{}', '2026-01-01');
INSERT INTO jobs (id, kind, title, request, device, priority, state, done, total, unit, note, sentence,
  attempts, created_at)
VALUES (3, 'verify', 'Verify', '{}', 'cpu', 10, 'done', 1, 1, '', '', '', 1, '2026-01-01');
INSERT INTO verifications VALUES (3, 'track', 1, 'unchanged', 'c', '');
INSERT INTO recipes VALUES (1, 'r', 'classify', '', 'd', '2026-01-01');
INSERT INTO runs VALUES (4, 1, NULL, NULL, 3, 'done', 0, 'cpu', '{}', '', '[]', 0, '2026-01-01', NULL, NULL);
INSERT INTO checkpoints VALUES (5, 4, 'best', 1, 2, 'e.safetensors', 6, 'e', '2026-01-01');
"""
REBUILT = ("maps", "verifications", "checkpoints", "runs", "tracks")


def test_0_2_0_keeps_what_is_in_the_tables_that_it_builds_anew(tmp_path: Path) -> None:
    shutil.copy(ASSETS / "collection-0.1.0.sqlite", tmp_path / "collection.sqlite")
    with closing(sqlite3.connect(tmp_path / "collection.sqlite")) as connection, connection:
        connection.executescript(FILLED)
        before = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in REBUILT]
    with open_collection(tmp_path):
        pass
    with closing(sqlite3.connect(tmp_path / "collection.sqlite")) as connection, connection:
        assert [connection.execute(f"SELECT * FROM {table}").fetchall() for table in REBUILT] == before
        assert connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'old_%'").fetchall() == []


def test_the_number_of_a_deleted_map_or_checkpoint_never_comes_back(tmp_path: Path) -> None:
    shutil.copy(ASSETS / "collection-0.1.0.sqlite", tmp_path / "collection.sqlite")
    with closing(sqlite3.connect(tmp_path / "collection.sqlite")) as connection, connection:
        connection.executescript(FILLED)
    with open_collection(tmp_path) as opened:
        for model in (Map, Checkpoint):
            with opened.database.writing() as session:
                newest = session.scalars(select(model).order_by(model.id.desc())).first()
                assert newest is not None
                values = {c.name: getattr(newest, c.name) for c in model.__table__.columns if c.name != "id"}
                number = newest.id
                session.delete(newest)
                session.flush()
                new = model(**values)
                session.add(new)
                session.flush()
                assert new.id == number + 1
