"""Folders as people have them: links in circles, notes of the system, names that are no text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.library.walk import Walk, is_audio
from core.progress import Stop


def names(root: Path) -> list[str]:
    return [found.path for found in Walk(root).files()]


def make(root: Path, *paths: str) -> None:
    for name in paths:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * len(name))


def test_audio_is_found_in_order_and_the_rest_counted(tmp_path: Path) -> None:
    make(tmp_path, "b.mp3", "a.FLAC", "sub/c.Wav", "cover.jpg", "notes.txt", "more/cover.JPG", "noending")
    walk = Walk(tmp_path)
    found = {file.path: file for file in walk.files()}
    assert list(found) == ["a.FLAC", "b.mp3", str(Path("sub", "c.Wav"))]
    assert found["b.mp3"].size_bytes == 5
    assert found["b.mp3"].mtime_ns == (tmp_path / "b.mp3").stat().st_mtime_ns
    assert walk.others == {"jpg": 2, "txt": 1, "": 1}
    assert walk.problems == []


@pytest.mark.parametrize(
    ("name", "head", "audio"),
    [
        ("song", b"fLaC....", True),
        ("song.bak", b"RIFF1234WAVEfmt ", True),
        ("picture.bak", b"RIFF1234WEBP", False),
        ("song.data", b"ID3\x03", True),
        ("song.bin", b"OggS", True),
        ("text.doc", b"Dear Sir,", False),
        ("empty", b"", False),
    ],
)
def test_where_the_ending_says_nothing_the_first_bytes_do(
    tmp_path: Path, name: str, head: bytes, audio: bool
) -> None:
    (tmp_path / name).write_bytes(head)
    assert is_audio(str(tmp_path / name)) == audio


def test_notes_of_the_system_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "._a.mp3", ".hidden.wav", ".git/b.mp3", "c.mp3", ".Trash/d.mp3")
    assert names(tmp_path) == ["c.mp3"]


def test_links_are_followed_and_circles_are_not(tmp_path: Path) -> None:
    make(tmp_path, "a/one.mp3", "elsewhere/two.mp3")
    root = tmp_path / "a"
    (root / "linked").symlink_to(tmp_path / "elsewhere")
    (root / "self").symlink_to(root)
    (tmp_path / "elsewhere" / "back").symlink_to(root)
    (root / "broken.mp3").symlink_to(tmp_path / "nowhere")
    (root / "ring1.mp3").symlink_to(root / "ring2.mp3")
    (root / "ring2.mp3").symlink_to(root / "ring1.mp3")
    walk = Walk(root)
    found = [file.path for file in walk.files()]
    assert found == [str(Path("linked", "two.mp3")), "one.mp3"]


def test_pipes_and_devices_are_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp3")
    (tmp_path / "endless.wav").symlink_to("/dev/zero")
    make(tmp_path, "a.mp3")
    assert names(tmp_path) == ["a.mp3"]


def test_another_collection_inside_is_left_alone(tmp_path: Path) -> None:
    make(tmp_path, "a.mp3", "project/collection.sqlite", "project/audio/b.mp3")
    assert names(tmp_path) == ["a.mp3"]
    assert names(tmp_path / "project" / "audio") == ["b.mp3"]
    assert names(tmp_path / "project") == [str(Path("audio", "b.mp3"))]


def test_a_folder_may_ask_to_be_left_alone(tmp_path: Path) -> None:
    make(tmp_path, "a.mp3", "stems/.nomedia", "stems/b.mp3")
    assert names(tmp_path) == ["a.mp3"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    odd = [b"new\nline.mp3", b"\xff\xfe.mp3", "emoji 🎻.mp3".encode(), b" .mp3", b"a" * 250 + b".mp3"]
    for name in odd:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_bytes(b"x")
    assert sorted(os.fsencode(name) for name in names(tmp_path)) == sorted(odd)


def test_folders_that_cannot_be_looked_into(tmp_path: Path) -> None:
    walk = Walk(tmp_path / "nowhere")
    assert list(walk.files()) == []
    assert walk.unreadable == [""]
    assert walk.problems == [f"{tmp_path / 'nowhere'}/ cannot be looked into: no such file or directory."]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look everywhere")
def test_a_shut_folder_is_told_of(tmp_path: Path) -> None:
    make(tmp_path, "shut/a.mp3", "b.mp3")
    (tmp_path / "shut").chmod(0)
    walk = Walk(tmp_path)
    assert [file.path for file in walk.files()] == ["b.mp3"]
    (tmp_path / "shut").chmod(0o755)
    assert walk.unreadable == ["shut"]


def test_a_walk_can_be_stopped(tmp_path: Path) -> None:
    make(tmp_path, *(f"{i:03}.mp3" for i in range(50)))
    calls = iter([None] * 10 + [Stop.CANCEL] * 100)
    assert len(list(Walk(tmp_path).files(lambda: next(calls)))) == 10
