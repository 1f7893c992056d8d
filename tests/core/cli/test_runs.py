"""The command `runs`, as scripts and people meet it."""

from __future__ import annotations

import csv
import json
import os
import socket
from pathlib import Path

import pytest
from sqlalchemy import update

from core.library.groups import read_values
from core.store import Collection, open_collection
from core.store.schema import JobRow
from tests.core.cli.conftest import Ask, Say
from tests.core.runs.conftest import begun, fill, finished, job

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def coast(collection: Collection) -> str:
    """Two runs that are done, and one that a dead program left running."""
    shelf = fill(collection)
    finished(shelf, right=0.2, seed=1)
    finished(shelf, right=0.95, seed=2)
    begun(shelf, seed=3, job_id=job(shelf))
    with shelf.database.writing() as session:
        dead = {"runner_pid": os.getpid(), "runner_born": 1.0}
        session.execute(update(JobRow).values(host=socket.gethostname(), **dead))
    return str(shelf.folder)


def test_runs_are_listed_as_they_are(coast: str, ask: Ask, say: Say) -> None:
    listed = ask("runs", coast)
    states = [(run["run"], run["state"], run["seed"]) for run in listed]
    assert states == [(3, "interrupted", 3), (2, "done", 2), (1, "done", 1)]
    plain = say("runs", coast)
    assert plain.status == 0
    assert "accuracy 0." in plain.out
    assert "by hand" in plain.out


def test_a_run_is_shown_with_its_controls_in_the_same_table(coast: str, ask: Ask, say: Say) -> None:
    told = ask("runs", coast, "show", "2")
    assert {
        "run",
        "state",
        "seed",
        "split",
        "scores",
        "controls",
        "recipe",
        "device",
        "environment",
    } <= told.keys()
    accuracy = told["scores"]["test"]["accuracy"]
    assert accuracy.keys() == {"value", "low", "high", "n"}
    shown = say("runs", coast, "show", "2").out
    assert shown.startswith(
        "Run 2 of classify: done, seed 2, cpu, on by hand (24 train, 12 valid, 24 test).\n"
    )
    lines = shown.splitlines()
    (own,) = [line for line in lines if line.startswith("run 2")]
    (floor,) = [line for line in lines if line.startswith("majority")]
    assert f"{accuracy['value']:.3f} ({accuracy['low']:.3f}–{accuracy['high']:.3f})" in own
    assert own.rstrip().endswith("24")
    assert lines.index(floor) == lines.index(own) + 1
    assert any(line.startswith("jazz") for line in lines)
    assert "It has no figures of the valid part." in say("runs", coast, "show", "2", "--part", "valid").out


def test_two_runs_are_compared(coast: str, ask: Ask, say: Say) -> None:
    told = ask("runs", coast, "compare", "1", "2")
    difference = told["found"]["differences"]["accuracy"]
    assert difference["score"]["low"] > 0
    assert difference["p"] < 0.05
    shown = say("runs", coast, "compare", "1", "2").out
    assert shown.startswith("24 test tracks of the same split; intervals over ")
    assert f"{difference['score']['value']:+.3f} (" in shown
    assert "only run 2 on" in shown


def test_a_run_is_exported(coast: str, tmp_path: Path, ask: Ask, say: Say) -> None:
    out = tmp_path / "evidence"
    assert len(ask("runs", coast, "export", "2", "--out", str(out))["files"]) == 6
    assert (
        (out / "methods.txt").read_text(encoding="utf-8").startswith("Run\n---\nRun 2 of the recipe classify")
    )
    said = say("runs", coast, "export", "2", "--out", str(tmp_path / "said.csv"))
    assert said.out == f"Written to {tmp_path / 'said.csv'}: said.csv.\n"
    with (tmp_path / "said.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 60


def test_what_a_run_says_is_accepted_and_taken_back(coast: str, ask: Ask, say: Say) -> None:
    said = say("runs", coast, "accept", "2").out
    assert said == "12 tracks are labelled by run 2. soundings labels DIR undo takes it back.\n"
    assert ask("runs", coast, "accept", "2") == {"labelled": 0}
    with open_collection(Path(coast)) as collection:
        assert len(read_values(collection, "genre")) == 60
    assert say("labels", coast, "undo").status == 0
    with open_collection(Path(coast)) as collection:
        assert len(read_values(collection, "genre")) == 48
    assert (
        ask("runs", coast, "accept", "2", "--everywhere", "--field", "guess", "--least", "0.5")["labelled"]
        > 12
    )


def test_notes_tags_the_archive_and_the_end(coast: str, ask: Ask, say: Say) -> None:
    assert say("runs", coast, "note", "2", "good", "enough").out == "Run 2: good enough; no tags.\n"
    assert ask("runs", coast, "tag", "2", "first", "cite") == {
        "run": 2,
        "notes": "good enough",
        "tags": ["first", "cite"],
    }
    assert say("runs", coast, "archive", "1", "2").out == "Runs 1, 2 are archived.\n"
    assert [run["run"] for run in ask("runs", coast)] == [3]
    assert [run["run"] for run in ask("runs", coast, "--archived")] == [3, 2, 1]
    assert "done, archived" in say("runs", coast, "--archived").out
    assert ask("runs", coast, "unarchive", "2") == {"unarchived": [2]}
    assert say("runs", coast, "delete", "1").out == "Run 1 is deleted.\n"
    assert [run["run"] for run in ask("runs", coast, "--archived")] == [3, 2]


def test_there_are_none(collection: Collection, say: Say) -> None:
    done = say("runs", str(collection.folder))
    assert done == (0, "No runs yet. Make one with: soundings train DIR classify\n", "")
    assert json.loads(say("runs", str(collection.folder), "--json").out) == []


WRONG = (
    (["show", "9"], 1, "There is no run 9. soundings runs lists them."),
    (["show"], 2, "show wants the number of one run."),
    (["show", "1", "2"], 2, "show wants the number of one run."),
    (["show", "first"], 2, "first is not the number of a run."),
    (["compare", "1"], 2, "compare wants the numbers of two runs."),
    (["compare", "1", "1"], 1, "Run 1 cannot be compared with itself. Name two runs."),
    (["compare", "1", "3"], 1, "Run 3 has no predictions of test tracks whose truth is known."),
    (["export", "1"], 1, "Export writes to a file or folder. Name it with --out."),
    (["note"], 2, "note wants the number of a run, or of several."),
    (["tag", "1", "x" * 50], 1, "A tag of a run has 1 to 40 readable characters."),
    (["delete"], 2, "delete wants the number of a run, or of several."),
    (["delete", "1", "9"], 1, "There is no run 9."),
    (["accept", "3", "--field", "Ä"], 1, "cannot name a field"),
    (["show", "1", "--part", "exam"], 2, "exam"),
)


@pytest.mark.may_log("told")
def test_what_cannot_be_done_is_said_in_a_sentence(coast: str, ask: Ask, say: Say) -> None:
    for arguments, status, words in WRONG:
        done = say("runs", coast, *arguments)
        assert (done.status, done.out) == (status, ""), arguments
        assert words in done.told
        assert "Traceback" not in done.told
        assert "went wrong inside" not in done.told
    assert len(ask("runs", coast)) == 3
