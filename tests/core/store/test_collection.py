"""Making, opening, refusing: what a person meets when a collection is not as it should be."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import __version__
from core.errors import (
    CollectionBusy,
    CollectionDamaged,
    CollectionExists,
    CollectionMissing,
    CollectionReadOnly,
    CollectionTooNew,
    DiskFull,
    KnownError,
    RequestProblem,
)
from core.store import Collection, create_collection, open_collection
from core.store.database import APPLICATION_ID, PRAGMAS, Database
from core.store.files import TEMPORARY
from core.store.schema import CollectionRow, Folder, Track
from tests.core.tracks import add_tracks


def test_new_and_open_again(tmp_path: Path) -> None:
    with create_collection(tmp_path / "new place", "Küste") as made:
        assert made.name == "Küste"
        assert made.counts() == {"tracks": 0, "runs": 0, "embedding_sets": 0}
    with open_collection(tmp_path / "new place") as opened:
        assert opened.name == "Küste"
    assert {p.name for p in (tmp_path / "new place").iterdir()} == {
        "collection.sqlite",
        "vectors",
        "checkpoints",
        "exports",
        "logs",
        "backups",
    }


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("journal_mode", "wal"),
        ("synchronous", 1),
        ("temp_store", 2),
        ("cache_size", -16000),
        ("application_id", APPLICATION_ID),
    ],
)
def test_pragmas_are_in_force(collection: Collection, pragma: str, value: object) -> None:
    assert set(PRAGMAS) <= {"foreign_keys", "journal_mode", "synchronous", "temp_store", "cache_size"}
    for session in (collection.database.reading, collection.database.writing):
        with session() as opened:
            assert opened.connection().exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_foreign_keys_bite(collection: Collection) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), collection.database.writing() as session:
        session.add(Track(folder_id=99, path="a", shown_path="a", size_bytes=0, mtime_ns=0, state="ok"))


def test_a_failed_write_is_undone(collection: Collection) -> None:
    with pytest.raises(ZeroDivisionError), collection.database.writing() as session:
        session.add(Folder(path="/archive"))
        session.flush()
        raise ZeroDivisionError
    with collection.database.reading() as session:
        assert session.query(Folder).count() == 0


@given(name=st.binary(min_size=1, max_size=60).filter(lambda b: b"\0" not in b))
def test_any_path_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, name: bytes) -> None:
    path = os.fsdecode(name)
    database = Database(tmp_path_factory.mktemp("paths") / "x.sqlite")
    from core.store.schema import Base

    with database.connection() as connection:
        Base.metadata.create_all(connection)
        connection.commit()
    with database.writing() as session:
        session.add(Folder(path=path))
    with database.reading() as session:
        assert session.query(Folder).one().path == path
    database.close()


def test_missing_and_existing(tmp_path: Path, collection: Collection) -> None:
    with pytest.raises(CollectionMissing, match="holds no collection"):
        open_collection(tmp_path / "nowhere")
    with pytest.raises(CollectionExists, match="already holds a collection"):
        create_collection(collection.folder)


@pytest.mark.parametrize("name", ["x" * 201, "a\nb", "\x00"])
def test_names_that_cannot_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(RequestProblem, match="readable characters"):
        create_collection(tmp_path / "c", name)
    assert not (tmp_path / "c" / "collection.sqlite").exists()


def test_a_newer_collection_is_refused_and_left_alone(collection: Collection) -> None:
    collection.close()
    path = collection.folder / "collection.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9.0.0'")
        connection.execute("UPDATE collection SET saved_by = '9.1.2'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CollectionTooNew) as told:
        open_collection(collection.folder)
    assert str(told.value) == (
        f"The collection in {collection.folder} was saved by Soundings 9.1.2;"
        f" this is Soundings {__version__}. Update Soundings to open it. Nothing was changed."
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "was not made by Soundings"),
        (b"SQLite format 3\0" + b"\xff" * 4000, "is not a database|is damaged"),
        (b"RIFF" + bytes(5000), "is not a database"),
    ],
)
def test_a_file_that_is_no_collection(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "collection.sqlite").write_bytes(content)
    with pytest.raises(CollectionDamaged, match=reason):
        open_collection(tmp_path)
    assert (tmp_path / "collection.sqlite").read_bytes() == content


def test_a_damaged_collection_names_its_backup(collection: Collection) -> None:
    collection.close()
    backup = collection.folder / "backups" / "before-upgrade.sqlite"
    backup.write_bytes(b"")
    (collection.folder / "backups" / f"{TEMPORARY}backup-000007").mkdir()
    path = collection.folder / "collection.sqlite"
    content = bytearray(path.read_bytes())
    content[100:] = os.urandom(len(content) - 100)
    path.write_bytes(content)
    with pytest.raises(CollectionDamaged) as told:
        open_collection(collection.folder)
    assert told.value.backup == backup
    assert f"The newest backup is {backup}." in str(told.value)


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "collection.sqlite") as connection:
        connection.execute("CREATE TABLE stamps (id)")
    connection.close()
    with pytest.raises(CollectionDamaged, match="was not made by Soundings"):
        open_collection(tmp_path)


LOCKER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_locked_collection_is_told_of(collection: Collection) -> None:
    collection.close()
    command = [sys.executable, "-c", LOCKER, str(collection.folder / "collection.sqlite")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as locker:
        assert locker.stdout is not None
        assert locker.stdout.readline() == b"locked\n"
        with pytest.raises(CollectionBusy, match="another program has kept it locked"):
            open_collection(collection.folder, busy_s=0.1)
        locker.communicate()
    open_collection(collection.folder).close()


@pytest.fixture
def read_only(small_disk: Path, empty_collection: Path) -> Path:
    folder = small_disk / "coast"
    subprocess.run(["cp", "-r", str(empty_collection), str(folder)], check=True)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    return folder


def test_a_read_only_disk_is_told_of(read_only: Path) -> None:
    with pytest.raises(CollectionReadOnly) as told:
        open_collection(read_only)
    assert str(told.value) == (
        f"The collection in {read_only} cannot be written: the folder is read-only."
        " Copy the folder to a place that you may write to and open the copy."
    )
    with pytest.raises(KnownError, match="cannot be used: read-only file system"):
        create_collection(read_only.parent / "another")


def fill(collection: Collection) -> None:
    for i in range(10_000):
        with collection.database.writing() as session:
            session.add(Folder(path=f"/archive/{i}/" + "x" * 500))


def test_a_full_disk_is_told_of_and_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    with create_collection(small_disk / "coast") as made:
        add_tracks(made, tmp_path / "audio", 3)
        with pytest.raises(DiskFull, match="the disk is full"):
            fill(made)
        assert made.counts()["tracks"] == 3
    with sqlite3.connect(small_disk / "coast" / "collection.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_opening_sweeps_what_was_left_half_written(collection: Collection) -> None:
    collection.close()
    stray = collection.folder / "checkpoints" / f"{TEMPORARY}abc-latest.pt"
    stray.write_bytes(b"half")
    garbage = collection.folder / "vectors" / "0123456789abcdef" / "track-0123456789abcdef.npy"
    garbage.parent.mkdir()
    garbage.write_bytes(b"a shard without a row")
    foreign = [garbage.with_name("my-embeddings.npy"), collection.folder / "vectors" / "clap" / garbage.name]
    for path in foreign:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"somebody's work")
    open_collection(collection.folder).close()
    assert not stray.exists()
    assert not garbage.exists()
    aside = collection.folder / "vectors" / ".strays" / garbage.name
    assert aside.read_bytes() == b"a shard without a row"
    assert all(path.exists() for path in foreign)
    os.utime(aside, (0, 0))
    open_collection(collection.folder).close()
    assert not aside.exists()


def test_nothing_behind_a_link_is_swept(collection: Collection, tmp_path: Path) -> None:
    collection.close()
    elsewhere = tmp_path / "elsewhere" / "0123456789abcdef"
    elsewhere.mkdir(parents=True)
    precious = elsewhere / "track-0123456789abcdef.npy"
    precious.write_bytes(b"precious")
    (collection.folder / "vectors" / "0123456789abcdef").symlink_to(elsewhere)
    open_collection(collection.folder).close()
    (collection.folder / "vectors" / "0123456789abcdef").unlink()
    (collection.folder / "vectors").rmdir()
    (collection.folder / "vectors").symlink_to(tmp_path / "elsewhere")
    open_collection(collection.folder).close()
    assert precious.exists()


def test_a_new_collection_is_empty_whatever_was_there(collection: Collection, tmp_path: Path) -> None:
    """The journal of a deleted database must not be played into the next."""
    killed = (
        "import os, sys; from pathlib import Path; from core.store import open_collection\n"
        "from core.store.schema import Folder\n"
        "collection = open_collection(Path(sys.argv[1]))\n"
        "with collection.database.writing() as session: session.add(Folder(path='/old'))\n"
        "os.kill(os.getpid(), 9)"
    )
    collection.close()
    subprocess.run([sys.executable, "-c", killed, str(collection.folder)], check=False)
    assert (collection.folder / "collection.sqlite-wal").exists()
    (collection.folder / "collection.sqlite").unlink()
    with create_collection(collection.folder) as made, made.database.reading() as session:
        assert session.query(Folder).count() == 0


def test_of_several_makers_one_succeeds(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from core.store import create_collection\n"
        "from core.errors import CollectionExists\n"
        "try: create_collection(Path(sys.argv[1])).close(); print('made')\n"
        "except CollectionExists: print('exists')"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "coast")]
    makers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert sorted(maker.communicate()[0].strip() for maker in makers) == ["exists"] * 3 + ["made"]
    open_collection(tmp_path / "coast").close()


@pytest.mark.parametrize("name", ["what?", "50 % #1", "quote'\"s", "Küste 🎻", "new\nline", "x" * 200])
def test_folders_of_any_name(tmp_path: Path, name: str) -> None:
    with create_collection(tmp_path / name, "Coast") as made:
        add_tracks(made, tmp_path / "audio", 2)
    with open_collection(tmp_path / name) as opened:
        assert opened.counts()["tracks"] == 2
    assert {path.name for path in tmp_path.iterdir()} <= {name, "audio", "home"}


def test_opening_notes_the_version(collection: Collection) -> None:
    with collection.database.writing() as session:
        session.query(CollectionRow).update({"saved_by": "0.0.1"})
    collection.close()
    with open_collection(collection.folder) as opened, opened.database.reading() as session:
        assert session.query(CollectionRow).one().saved_by == __version__


def test_two_programs_write_at_once(collection: Collection) -> None:
    other = open_collection(collection.folder)
    with collection.database.writing() as session:
        session.add(Folder(path="/a"))
        with other.database.reading() as reader:
            assert reader.query(Folder).count() == 0
    with other.database.writing() as session:
        session.add(Folder(path="/b"))
    with collection.database.reading() as session:
        assert session.query(Folder).count() == 2
    other.close()
