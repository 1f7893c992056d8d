"""The commands `encoders` and `encode`, as scripts meet them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.embedding import find_set, track_vectors
from core.store import open_collection
from tests.core.cli.test_commands import COMMAND, soundings


@pytest.fixture
def coast(home: Path, tmp_path: Path) -> str:
    audio = tmp_path / "audio"
    audio.mkdir()
    for i in range(5):
        sound = (
            0.1
            * np.random.default_rng(i).standard_normal(22_050 * (i + 1))
            * np.sin(np.arange(22_050 * (i + 1)) / 9)
        )
        soundfile.write(audio / f"{i}.wav", sound, 22_050)
    made = soundings("new", str(tmp_path / "coast"), "--from", str(audio))
    assert made.returncode == 0, made.stderr
    return str(tmp_path / "coast")


def test_encoders_are_listed_with_what_scripts_rely_on(home: Path) -> None:
    found = json.loads(soundings("encoders", "--json").stdout)
    needed = {"name", "family", "dimension", "rate_hz", "ready", "reason", "licence"}
    assert all(needed <= item.keys() for item in found)
    by_name = {item["name"]: item for item in found}
    assert by_name["descriptors"]["ready"]
    assert not by_name["mert-95m"]["ready"]
    plain = soundings("encoders").stdout
    assert all(name in plain for name in by_name)


def test_one_is_shown_and_checked(home: Path) -> None:
    shown = soundings("encoders", "show", "descriptors", "--check")
    assert shown.returncode == 0, shown.stdout + shown.stderr
    assert "tempo" in shown.stdout.lower()
    assert "!" not in shown.stdout
    wrong = soundings("encoders", "show", "descriptor")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr == "There is no encoder called descriptor. Did you mean descriptors?\n"


def test_encode_from_nothing_to_a_blend(coast: str) -> None:
    assert soundings("encode", coast).stdout.startswith("Nothing has been encoded yet.")
    answer = json.loads(soundings("encode", coast, "--encoder", "descriptors", "--json").stdout)
    assert {name: answer[name] for name in ("tracks", "new", "skipped", "failed")} == {
        "tracks": 5,
        "new": 5,
        "skipped": 0,
        "failed": {},
    }
    assert soundings("encode", coast, "--encoder", "mel-cnn", "--device", "cpu").returncode == 0
    blend = soundings(
        "encoders", "blend", "both", "--of", coast, "--parts", "descriptors,mel-cnn:0", "--pca", "3"
    )
    assert blend.stdout == "both is added: 3 values of descriptors,mel-cnn:0.\n", blend.stderr
    again = json.loads(soundings("encode", coast, "--encoder", "both", "--device", "cpu", "--json").stdout)
    assert (again["new"], again["tracks"]) == (5, 5)
    with open_collection(Path(coast)) as collection:
        values = track_vectors(collection, find_set(collection, "both")).values
    assert values.shape == (5, 3)
    assert (np.abs(values.mean(0)) < 0.5 * values.std(0)).all()
    listed = json.loads(soundings("encode", coast, "--json").stdout)
    assert [(item["encoder"], item["tracks"]) for item in listed] == [
        ("both", 5),
        ("mel-cnn", 5),
        ("descriptors", 5),
    ]
    gone = soundings("encoders", "remove", "both")
    assert gone.stdout == "both is removed. Its weights stay where they are.\n"
    assert soundings("encoders", "remove", "descriptors").returncode == 1


WRONG = (
    (["encode", "DIR", "--encoder", "mert-95m"], 1, "Fetch them with soundings encoders fetch mert-95m"),
    (["encode", "DIR", "--encoder", "descriptors", "--layer", "4"], 1, "has no layer 4"),
    (["encode", "DIR", "--encoder", "descriptors", "--of", "genre:("], 1, ""),
    (["encoders", "show"], 2, "wants an encoder"),
    (["encoders", "add", "nowhere"], 1, "nowhere"),
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


def test_what_cannot_be_done_is_said_in_a_sentence(coast: str) -> None:
    for arguments, status, said in WRONG:
        run = soundings(*(coast if item == "DIR" else item for item in arguments))
        assert (run.returncode, run.stdout) == (status, ""), arguments
        assert said in run.stderr
        assert "Traceback" not in run.stderr


def test_fetching_asks_first(home: Path) -> None:
    command = [*COMMAND, "encoders", "fetch", "musicnn-msd"]
    run = subprocess.run(command, input="n\n", capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "MusiCNN (MSD) is 3 MB from its authors' repository, licence ISC" in run.stderr
    assert not list(home.rglob("*.h5*"))
