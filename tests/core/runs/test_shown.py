"""Runs as scripts and people read them: figures, controls, comparisons, exports."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.errors import FileProblem, RequestProblem
from core.evaluation import Task, class_scores, compare
from core.library.splits import delete_split, store_split
from core.runs import (
    PredictionRow,
    artists_of,
    compare_runs,
    export_run,
    list_runs,
    methods_sheet,
    outcome,
    read_run,
    tag_run,
    write_predictions,
)
from core.runs.shown import SplitSizes
from core.store import Collection
from tests.core.library.shelf import tag
from tests.core.runs.conftest import GENRES, begun, finished, predictions


def test_the_shape_that_scripts_rely_on(shelf: Collection) -> None:
    run = finished(shelf, seed=5)
    told = msgspec.json.decode(msgspec.json.encode(read_run(shelf, run)))
    assert told["run"] == run
    assert (told["state"], told["seed"]) == ("done", 5)
    assert told["split"] == {"name": "by hand", "train": 24, "valid": 12, "test": 24}
    found = outcome(shelf, run, "test")
    groups = artists_of(shelf, found.tracks)
    expected = class_scores(found.truth, found.said, groups=groups, seed=0, resamples=50).figures
    assert told["scores"]["test"].keys() == {name for name, figure in expected.items() if figure is not None}
    accuracy = expected["accuracy"]
    assert accuracy is not None
    assert told["scores"]["test"]["accuracy"] == {
        "value": accuracy.value,
        "low": accuracy.low,
        "high": accuracy.high,
        "n": 24,
    }
    assert told["controls"].keys() == {"majority"}
    # What is impossible by a floor's word, such as its log loss, has no figure.
    assert told["controls"]["majority"].keys() == told["scores"]["test"].keys() - {"log_loss"}
    assert told["controls"]["majority"]["accuracy"]["n"] == 24
    assert told["classes"]["test"].keys() == set(GENRES)
    assert told["classes"]["test"]["jazz"].keys() >= {"recall"}
    assert told["recipe"].keys() == {"name", "task", "text"}
    assert (told["epochs"], told["seconds"]) == (2, 2.5)
    assert told["environment"]["versions"] == {"torch": "2.11"}


def test_a_list_tells_the_figures_of_the_test_part(shelf: Collection) -> None:
    runs = [finished(shelf, seed=i) for i in range(2)]
    young = begun(shelf, split_id=None)
    tag_run(shelf, runs[0], ["first"])
    lines = list_runs(shelf)
    assert [line.run for line in lines] == [young, *reversed(runs)]
    assert (lines[0].scores, lines[0].split, lines[0].state) == ({}, None, "running")
    assert lines[2].tags == ("first",)
    for line in lines[1:]:
        assert line.scores == read_run(shelf, line.run).scores["test"]
        assert (line.recipe, line.task, line.split, line.device) == ("classify", "classify", "by hand", "cpu")


def test_the_parts_are_counted_as_the_run_has_used_them(shelf: Collection) -> None:
    run = begun(shelf)
    assert read_run(shelf, run).split == SplitSizes("by hand", 24, 12, 24)
    write_predictions(shelf, run, [row for row in predictions(0.5) if row.truth])
    assert read_run(shelf, run).split == SplitSizes("by hand", 12, 12, 24)
    assert "Used: 12 train, 12 valid, 24 test tracks." in methods_sheet(shelf, run)


def test_a_run_outlives_its_split(shelf: Collection, tmp_path: Path) -> None:
    run = finished(shelf)
    delete_split(shelf, 1)
    assert read_run(shelf, run).split is None
    assert "The split is deleted; predictions.csv tells the part of each track." in methods_sheet(shelf, run)
    assert "split.csv" not in {path.name for path in export_run(shelf, run, tmp_path / "out")}


def test_two_runs_are_compared_on_the_same_tracks(shelf: Collection) -> None:
    weak, strong = finished(shelf, right=0.2, seed=1), finished(shelf, right=0.95, seed=2)
    rows = predictions(0.95, 2)
    write_predictions(shelf, strong, rows[::-1])
    found = compare_runs(shelf, weak, strong)
    first, second = (outcome(shelf, run, "test") for run in (weak, strong))
    assert found.found == compare(Task.CLASSES, first, second, groups=artists_of(shelf, first.tracks), seed=0)
    difference = found.found.differences["accuracy"]
    assert difference is not None
    right = [(o.said.argmax(1) == o.truth).mean() for o in (first, second)]
    assert difference.score.value == pytest.approx(right[1] - right[0])
    assert difference.p is not None
    assert difference.p < 0.05
    assert found.found.groups == len(
        {(row.track_id - 1) // 2 for row in rows if row.part == "test" and row.truth}
    )
    assert found.scores[0]["accuracy"].value == pytest.approx(right[0])
    turned = compare_runs(shelf, strong, weak).found.differences["accuracy"]
    assert turned is not None
    assert turned.score.value == pytest.approx(-difference.score.value)
    assert compare_runs(shelf, weak, strong, "train").found.n == 12
    assert msgspec.json.decode(msgspec.json.encode(found))["found"]["discordance"]["both"] >= 0


def test_without_artists_each_track_stands_alone(collection: Collection, shelf: Collection) -> None:
    assert artists_of(shelf, np.array([1, 2, 3, 4])).tolist() == [0, 0, 1, 1]  # type: ignore[union-attr]
    with shelf.database.writing() as session:
        session.connection().exec_driver_sql(
            "DELETE FROM labels WHERE field_id = (SELECT id FROM fields WHERE name = 'artist')"
        )
    assert artists_of(shelf, np.array([1, 2, 3, 4])) is None
    tag(shelf, 3, artist=["Bo", "Al"])
    assert artists_of(shelf, np.array([1, 3])).tolist() == [-1, 0]  # type: ignore[union-attr]
    runs = [finished(shelf, seed=i) for i in range(2)]
    assert compare_runs(shelf, *runs, "valid").found.groups is not None


def test_what_cannot_be_compared_is_said(shelf: Collection) -> None:
    run = finished(shelf)
    tags = begun(shelf, task="tag", text="tags")
    store_split(shelf, "another", "by hand", dict.fromkeys(range(1, 61), "test"))
    elsewhere, nowhere = finished(shelf, split_id=2), finished(shelf, split_id=None)
    fewer, young, other = begun(shelf), begun(shelf), begun(shelf)
    write_predictions(shelf, fewer, [row for row in predictions(0.5) if row.track_id > 10])
    changed = [
        PredictionRow(r.track_id, r.part, r.truth and "folk", r.said, None, r.probability, r.probabilities)
        for r in predictions(0.5)
    ]
    write_predictions(shelf, other, changed)
    for second, said in (
        (run, "Run 1 cannot be compared with itself. Name two runs."),
        (tags, "Runs 1 and 2 cannot be compared: one is to classify, the other to tag."),
        (
            elsewhere,
            (
                "Runs 1 and 3 cannot be compared: their splits are “by hand” and “another”."
                " Train both on the same split."
            ),
        ),
        (
            nowhere,
            (
                "Runs 1 and 4 cannot be compared: their splits are “by hand” and none that is still there."
                " Train both on the same split."
            ),
        ),
        (
            fewer,
            (
                "Runs 1 and 5 cannot be compared: the runs were judged on different tracks:"
                " 4 are only in the first, 0 only in the second."
            ),
        ),
        (young, "Run 6 has no predictions of test tracks whose truth is known."),
        (
            other,
            "Runs 1 and 7 cannot be compared: the runs were judged by different truths on 16 of 24 tracks.",
        ),
        (9, "There is no run 9. soundings runs lists them."),
    ):
        with pytest.raises(RequestProblem) as raised:
            compare_runs(shelf, run, second)
        assert str(raised.value) == said


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def test_a_folder_says_all_of_a_run(shelf: Collection, tmp_path: Path) -> None:
    run = finished(shelf, seed=5)
    written = export_run(shelf, run, tmp_path / "deep" / "run.v2")
    names = {path.name for path in written}
    assert names == {"scores.csv", "predictions.csv", "curves.csv", "recipe.toml", "methods.txt", "split.csv"}
    assert {path.name for path in (tmp_path / "deep" / "run.v2").iterdir()} == names
    by_name = {path.name: path for path in written}
    said = table(by_name["predictions.csv"])
    assert len(said) == 60
    rows = predictions(0.8, 5)
    assert said[1]["path"] == "/music/reel 0/song 01.wav"
    assert (said[0]["truth"], said[0]["part"], said[0]["number"]) == ("", "train", "")
    assert [float(line["probability of jazz"]) for line in said] == [
        row.probabilities["jazz"] for row in rows
    ]
    scores = table(by_name["scores.csv"])
    assert {line["control"] for line in scores} == {"", "majority"}
    assert all(line["method"] for line in scores)
    curves = table(by_name["curves.csv"])
    assert [(line["epoch"], line["part"], line["figure"], line["value"]) for line in curves[:2]] == [
        ("0", "train", "loss", "0.5"),
        ("0", "valid", "macro_f1", "0.25"),
    ]
    text = by_name["recipe.toml"].read_text(encoding="utf-8")
    assert tomllib.loads(text)["data"]["field"] == "genre"
    assert text == read_run(shelf, run).recipe.text
    assert len(table(by_name["split.csv"])) == 60


def test_the_methods_sheet_says_what_one_must_know(shelf: Collection) -> None:
    run = finished(shelf, seed=5)
    sheet = methods_sheet(shelf, run)
    info = read_run(shelf, run)
    for needed in (
        "Run 1 of the recipe classify, in the collection Coastal archive.",
        "State: done.",
        "Seed: 5.",
        "Device: cpu.",
        "Wall clock: 1 s from begin to end.",
        "Epochs: 2, in 2 s.",
        "by hand (by hand, seed 4), made ",
        "24 train, 12 valid, 24 test tracks.",
        f"SHA-256: {hashlib.sha256(info.recipe.text.encode()).hexdigest()}",
        f"SHA-256 {hashlib.sha256(b'best').hexdigest()}",
        "best: epoch 0, step 7, run-000001-best-",
        "python: 3.11",
        "versions torch: 2.11",
        "cores: 1, 2",
        "Intervals are of 95 %.",
        "percentiles of 50 resamples of whole groups",
        "majority: 0.",
    ):
        assert needed in sheet
    young = methods_sheet(shelf, begun(shelf))
    assert "Nothing was judged on the test part." in young
    assert "None are kept." in young
    assert "ended: not known." in young


@pytest.mark.parametrize("ending", [".tsv", ".csv", ".TAB"])
def test_a_table_is_named_by_its_ending(shelf: Collection, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"said{ending}"
    assert export_run(shelf, finished(shelf), out) == [out]
    assert len(table(out, "," if ending == ".csv" else "\t")) == 60


def test_what_cannot_be_written_is_said(shelf: Collection, tmp_path: Path) -> None:
    run = finished(shelf)
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file", tmp_path / "file" / "x.csv", tmp_path / "file" / "deep"):
        with pytest.raises(FileProblem, match="cannot be used"):
            export_run(shelf, run, out)
    assert (tmp_path / "file").read_text() == "mine"
    with pytest.raises(RequestProblem, match="no run 8"):
        export_run(shelf, 8, tmp_path / "new")
    assert not (tmp_path / "new").exists()
