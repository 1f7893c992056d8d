"""Checkpoints are whole or not there, whenever the program dies and whatever the disk does."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

from core.errors import DiskFull, FileProblem, RequestProblem
from core.runs import (
    EpochRow,
    find_checkpoint,
    keep_checkpoint,
    list_checkpoints,
    read_curves,
    write_epochs,
)
from core.store import Collection, open_collection
from core.store.files import hash_file
from core.store.schema import Checkpoint
from core.store.vectors import KEEP_STRAYS_S
from tests.core.runs.conftest import begun
from tests.core.runs.kill_keep import FIRST, MOMENTS, SECOND, row

ROOT = Path(__file__).parents[3]


def keep(collection: Collection, run: int, content: bytes, epoch: int, reason: str = "latest") -> Path:
    def write(file) -> None:
        file.write(content)

    step = 10 * (epoch + 1)
    return keep_checkpoint(collection, run, reason, epoch, step, write, [row(epoch)])  # type: ignore[arg-type]


def files(collection: Collection) -> list[str]:
    return sorted(path.name for path in (collection.folder / "checkpoints").iterdir())


def test_of_each_reason_the_newest_stays(shelf: Collection) -> None:
    run, other = begun(shelf), begun(shelf)
    keep(shelf, other, b"another run", 0)
    paths = [keep(shelf, run, f"{epoch}".encode(), epoch) for epoch in range(3)]
    best = keep(shelf, run, b"best", 1, "best")
    assert [path.exists() for path in paths] == [False, False, True]
    assert paths[2].name.startswith("run-000001-latest-")
    assert paths[2].suffix == ".safetensors"
    latest = find_checkpoint(shelf, run, "latest")
    assert latest is not None
    assert (latest.epoch, latest.step, latest.path, latest.size_bytes) == (2, 30, paths[2], 1)
    assert latest.sha256 == hash_file(paths[2])
    assert [info.path for info in list_checkpoints(shelf, run)] == [paths[2], best]
    assert find_checkpoint(shelf, run, "kept") is None
    assert read_curves(shelf, run) == [row(epoch) for epoch in range(3)]
    assert len(files(shelf)) == 3


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_at_any_moment_one_of_the_two_is_whole(shelf: Collection, tmp_path: Path) -> None:
    keep(shelf, begun(shelf), FIRST, 0)
    shelf.close()
    processes = {}
    for i, moment in enumerate(MOMENTS):
        folder = tmp_path / f"killed {i}"
        shutil.copytree(shelf.folder, folder)
        command = [sys.executable, "-P", "-m", "tests.core.runs.kill_keep", str(folder), moment]
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
        processes[moment] = folder, process
    for moment, (folder, process) in processes.items():
        assert process.wait() == -9, moment
        with open_collection(folder) as opened:
            found = find_checkpoint(opened, 1, "latest")
            assert found is not None, moment
            second = MOMENTS[moment]
            assert found.path.read_bytes() == (SECOND if second else FIRST), moment
            assert read_curves(opened, 1) == [row(0), row(1)][: 2 if second else 1], moment
            assert [name for name in files(opened) if name != ".strays"] == [found.path.name], moment


def test_what_no_row_knows_is_put_aside_and_deleted_later(shelf: Collection) -> None:
    path = keep(shelf, begun(shelf), b"known", 0)
    folder = path.parent
    stray = folder / "run-000001-latest-0123456789ab.safetensors"
    foreign = [folder / "run-000001-latest.safetensors", folder / "mine.safetensors", folder / "run.txt"]
    for each in (stray, *foreign):
        each.write_bytes(b"x")
    with open_collection(shelf.folder):
        assert path.exists()
        assert all(each.exists() for each in foreign)
        assert not stray.exists()
    aside = folder / ".strays" / stray.name
    assert aside.exists()
    old = time.time() - KEEP_STRAYS_S - 60
    os.utime(aside, (old, old))
    with open_collection(shelf.folder):
        assert not aside.exists()


def test_nothing_behind_a_link_is_swept(shelf: Collection, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "run-000001-latest-0123456789ab.safetensors").write_bytes(b"x")
    (shelf.folder / "checkpoints").rmdir()
    (shelf.folder / "checkpoints").symlink_to(elsewhere)
    with open_collection(shelf.folder):
        assert len(list(elsewhere.iterdir())) == 1


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("gone", "is gone: it was the latest checkpoint of run 1"),
        ("a folder", "is gone: it was the latest checkpoint of run 1"),
        ("cut", "is damaged: it is no longer the latest checkpoint of run 1 as it was written"),
        ("one bit", "is damaged: it is no longer the latest checkpoint of run 1 as it was written"),
    ],
)
def test_a_file_that_is_not_the_one_written_is_told(shelf: Collection, how: str, said: str) -> None:
    path = keep(shelf, begun(shelf), FIRST, 0)
    if how in ("gone", "a folder"):
        path.unlink()
    if how == "a folder":
        path.mkdir()
    if how == "cut":
        path.write_bytes(FIRST[:-1])
    if how == "one bit":
        path.write_bytes(b"\0" + FIRST[1:])
    with pytest.raises(FileProblem) as raised:
        find_checkpoint(shelf, 1, "latest")
    assert str(raised.value) == f"{path} {said}. Put it back from a backup, or start the run anew."


def test_a_path_out_of_the_collection_is_refused(shelf: Collection) -> None:
    keep(shelf, begun(shelf), b"x", 0)
    with shelf.database.writing() as session:
        session.query(Checkpoint).one().filename = "../collection.sqlite"
    with pytest.raises(FileProblem, match="lies outside its collection"):
        find_checkpoint(shelf, 1, "latest")


@pytest.mark.parametrize("place", ["write", "rows"])
def test_what_fails_changes_nothing(shelf: Collection, place: str) -> None:
    path = keep(shelf, begun(shelf), b"old", 0)

    def fail(file) -> None:
        file.write(b"new")
        if place == "write":
            raise ArithmeticError

    wrong = replace(row(1), confusion=[[2j]])  # type: ignore[list-item] # no JSON
    with pytest.raises(ArithmeticError if place == "write" else StatementError):
        keep_checkpoint(shelf, 1, "latest", 1, 20, fail, [row(1) if place == "write" else wrong])
    assert files(shelf) == [path.name]
    assert find_checkpoint(shelf, 1, "latest") is not None
    assert read_curves(shelf, 1) == [row(0)]
    with pytest.raises(RequestProblem, match=r"There is no run 9\."):
        keep_checkpoint(shelf, 9, "latest", 1, 20, lambda file: file.write(b"x"))
    assert files(shelf) == [path.name]


def test_a_full_disk_is_said_and_the_older_one_stays(shelf: Collection, tmp_path: Path) -> None:
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    path = keep(shelf, begun(shelf), b"old", 0)
    small = shelf.folder / "checkpoints"
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        path.write_bytes(b"old")
        with pytest.raises(DiskFull, match="the disk is full"):
            keep(shelf, 1, bytes(2_000_000), 1)
        assert files(shelf) == [path.name]
        found = find_checkpoint(shelf, 1, "latest")
        assert found is not None
        assert found.epoch == 0
        assert read_curves(shelf, 1) == [row(0)]
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def test_the_older_file_goes_only_when_the_database_itself_knows_the_newer(
    shelf: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the write-ahead log alone holds may be lost with the power."""
    keep(shelf, begun(shelf), b"old", 0)
    known: list[str] = []
    unlink = Path.unlink

    def look(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".safetensors":
            shutil.copy(shelf.folder / "collection.sqlite", tmp_path / "without its log.sqlite")
            with closing(sqlite3.connect(tmp_path / "without its log.sqlite")) as connection:
                known.extend(name for (name,) in connection.execute("SELECT filename FROM checkpoints"))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", look)
    new = keep(shelf, 1, b"new", 1)
    assert known == [new.name]


def test_epochs_may_be_told_without_a_checkpoint(shelf: Collection) -> None:
    run = begun(shelf)
    told = [EpochRow(i, i + 1, 0.5, {}, None) for i in range(2)]
    with shelf.database.writing() as session:
        write_epochs(session, run, told)
    assert read_curves(shelf, run) == told
