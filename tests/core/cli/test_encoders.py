"""The commands `encoders` and `encode`, as scripts meet them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from core.embedding import EncodeRequest, encode, find_set, track_vectors
from core.progress import Context
from core.store import open_collection
from tests.core import heard
from tests.core.cli.conftest import Say
from tests.core.cli.test_commands import COMMAND, soundings


@pytest.fixture(scope="session")
def coast_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy it."""
    return heard.make(tmp_path_factory.mktemp("coast"), (1, 2, 3, 4, 5))


@pytest.fixture
def coast(home: Path, coast_once: Path, tmp_path: Path) -> str:
    heard.copy(coast_once, tmp_path).close()
    return str(tmp_path / "coast")


def test_encoders_are_listed_with_what_scripts_rely_on(home: Path, say: Say) -> None:
    found = json.loads(soundings("encoders", "--json").stdout)
    needed = {"name", "family", "dimension", "rate_hz", "ready", "reason", "licence"}
    assert all(needed <= item.keys() for item in found)
    by_name = {item["name"]: item for item in found}
    assert by_name["descriptors"]["ready"]
    assert not by_name["mert-95m"]["ready"]
    _, plain, _ = say("encoders")
    assert all(name in plain for name in by_name)


def test_one_is_shown_and_checked(home: Path, say: Say) -> None:
    status, shown, told = say("encoders", "show", "descriptors", "--check")
    assert status == 0, shown + told
    assert "tempo" in shown.lower()
    assert "!" not in shown


def test_encode_from_nothing_to_a_blend(coast: str, say: Say) -> None:
    assert say("encode", coast)[1].startswith("Nothing has been encoded yet.")
    answer = json.loads(say("encode", coast, "--encoder", "descriptors", "--device", "cpu", "--json")[1])
    assert {name: answer[name] for name in ("tracks", "new", "skipped", "failed")} == {
        "tracks": 5,
        "new": 5,
        "skipped": 0,
        "failed": {},
    }
    encode.run(EncodeRequest("mel-cnn"), Context(Path(coast), 99))
    parts = ("--parts", "descriptors,mel-cnn:0", "--pca", "3")
    blend = say("encoders", "blend", "both", "--of", coast, *parts)
    assert blend == (0, "both is added: 3 values of descriptors,mel-cnn:0.\n", "")
    again = encode.run(EncodeRequest("both", precision="fp32"), Context(Path(coast), 100))
    assert (again.new, again.tracks) == (5, 5)
    with open_collection(Path(coast)) as collection:
        values = track_vectors(collection, find_set(collection, "both")).values
    assert values.shape == (5, 3)
    assert (np.abs(values.mean(0)) < 0.5 * values.std(0)).all()
    listed = json.loads(say("encode", coast, "--json")[1])
    assert [(item["encoder"], item["tracks"]) for item in listed] == [
        ("both", 5),
        ("mel-cnn", 5),
        ("descriptors", 5),
    ]
    gone = say("encoders", "remove", "both")
    assert gone == (0, "both is removed. Its weights stay where they are.\n", "")


WRONG = (
    (["encode", "DIR", "--encoder", "mert-95m"], 1, "Fetch them with soundings encoders fetch mert-95m"),
    (["encode", "DIR", "--encoder", "descriptors", "--layer", "4"], 1, "has no layer 4"),
    (["encode", "DIR", "--encoder", "descriptors", "--of", "genre:("], 1, ""),
    (["encoders", "show"], 2, "wants an encoder"),
    (["encoders", "add", "nowhere"], 1, "nowhere"),
    (["encoders", "remove", "descriptors"], 1, "comes with the program and cannot be removed"),
    (["encoders", "fetch", "descriptors"], 1, "has no weights to fetch"),
    (["encoders", "blend", "x"], 2, "--of DIR and --parts"),
    (
        ["encoders", "blend", "x", "--of", "DIR", "--parts", "descriptors"],
        1,
        "Nothing in this collection",
    ),
    (["encode", "DIR", "--encoder", "descriptors", "--device", "cuda:99"], 1, "no device “cuda:99” here"),
    (["encode", "DIR", "--encoder", "descriptors", "--device", "a/b"], 1, "no device “a/b” here"),
    (
        ["encoders", "blend", "x", "--of", "DIR", "--parts", "descriptors:--1"],
        1,
        "“descriptors:--1” names no layer",
    ),
    (["encoders", "blend", "x", "--of", "DIR", "--parts", ",descriptors"], 1, "“” names no layer"),
    (["encoders", "add", "a" * 5000], 1, "cannot be used: file name too long"),
)


@pytest.mark.may_log("told")
def test_what_cannot_be_done_is_said_in_a_sentence(coast: str, say: Say) -> None:
    for arguments, expected, words in WRONG:
        status, out, told = say(*(coast if item == "DIR" else item for item in arguments))
        assert (status, out) == (expected, ""), arguments
        assert words in told
        assert "Traceback" not in told
        assert "Something went wrong" not in told


def test_what_cannot_be_done_leaves_a_process_with_its_status(home: Path) -> None:
    wrong = soundings("encoders", "show", "descriptor")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr == "There is no encoder called descriptor. Did you mean descriptors?\n"


@pytest.fixture
def lock() -> Iterator[Callable[[Path], None]]:
    """Makes a folder read-only, for everybody; only root may."""
    locked: list[Path] = []

    def lock(folder: Path) -> None:
        for options in (["--bind", str(folder)], ["-o", "remount,ro,bind"]):
            command = ["mount", *options, str(folder)]
            if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
                pytest.skip("a folder cannot be mounted here")
            locked.append(folder)

    yield lock
    for folder in dict.fromkeys(locked):
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.may_log("told")
@pytest.mark.skipif(os.name == "nt", reason="needs mount")
@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("", "cannot be written: the folder is read-only. Copy the folder to a place that you may write to"),
        ("vectors", "cannot be used: read-only file system. Check the disk and the permissions."),
    ],
)
def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(
    part: str, words: str, coast: str, say: Say, lock: Callable[[Path], None]
) -> None:
    lock(Path(coast) / part)
    status, out, told = say("encode", coast, "--encoder", "descriptors", "--device", "cpu")
    assert (status, out) == (1, "")
    assert words in told.splitlines()[-1]
    assert "Something went wrong" not in told


def test_fetching_asks_first(home: Path) -> None:
    command = [*COMMAND, "encoders", "fetch", "musicnn-msd"]
    run = subprocess.run(command, input="n\n", capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "MusiCNN (MSD) is 3 MB from its authors' repository, licence ISC" in run.stderr
    assert not list(home.rglob("*.h5*"))
