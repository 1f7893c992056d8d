"""Files that are whole or not there, under real kills and full disks."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import DiskFull, FileProblem, Interrupted
from core.progress import Stop
from core.store.files import TEMPORARY, copy_file, draft, hash_file, inside, sweep, write_text, write_whole


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file.bin"
    with write_whole(path) as file:
        file.write(b"half")
        assert not path.exists()
        file.write(b"whole")
    assert path.read_bytes() == b"halfwhole"
    assert [p.name for p in path.parent.iterdir()] == ["file.bin"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    write_text(path, "old")
    with pytest.raises(ZeroDivisionError), write_whole(path) as file:
        file.write(bytes(1 // 0))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_unpublished_draft_vanishes(tmp_path: Path) -> None:
    with draft(tmp_path / "file") as unpublished:
        unpublished.file.write(b"x")
    assert list(tmp_path.iterdir()) == []


WRITER = """
import sys, time
from pathlib import Path
from core.store.files import write_whole
with write_whole(Path(sys.argv[1])) as file:
    file.write(b"x" * 1000)
    file.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


def test_a_sweep_takes_what_the_killed_left_and_spares_the_living(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "vectors.npy"
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        assert sweep(tmp_path) == []
        writer.kill()
        writer.wait()
    assert [p.name.startswith(TEMPORARY) for p in path.parent.iterdir()] == [True]
    assert len(sweep(tmp_path)) == 1
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="needs /dev/full")
def test_a_full_disk_is_told_in_plain_words(tmp_path: Path, small_disk: Path) -> None:
    path = small_disk / "large.bin"
    with pytest.raises(DiskFull) as told, write_whole(path) as file:
        file.write(b"x" * 5_000_000)
    assert str(told.value) == (
        f"{path} cannot be written: the disk is full. Free some space there, then try again."
    )
    assert list(small_disk.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(FileProblem, match="cannot be used: "),
        write_whole(tmp_path / "file" / "below") as file,
    ):
        file.write(b"x")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=3_000_000))
def test_hash_and_copy_agree_with_hashlib(tmp_path: Path, content: bytes) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(content)
    expected = hashlib.sha256(content).hexdigest()
    assert hash_file(source) == copy_file(source, target) == expected
    assert target.read_bytes() == content


def test_hashing_stops_in_the_middle(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(bytes(5_000_000))
    calls = 0

    def after_two() -> Stop | None:
        nonlocal calls
        calls += 1
        return Stop.CANCEL if calls == 2 else None

    with pytest.raises(Interrupted):
        hash_file(path, after_two)
    assert calls == 2
    calls = 0
    with pytest.raises(Interrupted):
        copy_file(path, tmp_path / "copy", after_two)
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/passwd"])
def test_names_never_lead_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem, match="lies outside its collection"):
        inside(tmp_path, name)
    assert inside(tmp_path, "a/b") == tmp_path / "a" / "b"


def test_two_writers_of_one_name_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with write_whole(path) as first:
        first.write(b"first")
        with write_whole(path) as second:
            second.write(b"second")
        assert path.read_bytes() == b"second"
    assert path.read_bytes() == b"first"
