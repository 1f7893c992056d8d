"""The job `study`: each cell is made once, whatever comes between, and it tells what its runs say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from core.embedding.sets import list_sets
from core.encoders import cards
from core.errors import Interrupted
from core.jobs.kinds import find_kind
from core.maps import list_maps
from core.progress import Context, Step, Stop
from core.runs import list_runs, read_curves, read_run
from core.store import Collection, open_collection
from core.studies import Study, StudyRequest, list_begun, read_study, write_study
from core.studies.book import find_done
from core.studies.cells import lay_out
from core.studies.job import discard
from tests.core.library.shelf import rows
from tests.core.studies.conftest import SMALL, Done, do, end, job, small


def runs_of(collection: Collection) -> list[tuple[Any, ...]]:
    return rows(collection, "SELECT id, recipe_id, seed, state, study_id FROM runs ORDER BY id")


def test_every_cell_has_a_run_for_each_seed_or_a_reason(done_once: Done) -> None:
    found = done_once.result.findings
    told = {(cell.encoder, cell.way): (cell.why, [run.seed for run in cell.runs]) for cell in found.cells}
    assert told == {
        ("descriptors", "frozen"): ("", [0, 1]),
        ("descriptors", "fine-tuned"): ("cannot learn along: it is used as it is", []),
        ("mel-cnn", "frozen"): ("", [0, 1]),
        ("mel-cnn", "fine-tuned"): ("", [0, 1]),
        ("mert-95m", "frozen"): ("not here: not fetched yet", []),
        ("mert-95m", "fine-tuned"): ("not here: not fetched yet", []),
        ("blend", "frozen"): ("not here: none was made", []),
        ("blend", "fine-tuned"): ("not here: none was made", []),
    }
    assert (found.done, found.wanted, done_once.result.state) == (6, 6, "done")
    assert done_once.result.sentence().startswith("Study 1, small: 6 of 6 runs. The report is ")
    with open_collection(done_once.folder) as collection:
        assert [(state, study) for _, _, _, state, study in runs_of(collection)] == [("done", 1)] * 6
        (begun,) = list_begun(collection)
    assert (begun.name, begun.field, begun.runs) == ("small", "genre", 6)
    assert Path(begun.folder).name == "study-small"


def test_figures_are_those_of_the_runs(done_once: Done) -> None:
    found = done_once.result.findings
    with open_collection(done_once.folder) as collection:
        for cell in found.cells:
            infos = [read_run(collection, run.run) for run in cell.runs]
            for part, means in cell.means.items():
                for name, mean in means.items():
                    values = [info.scores[part][name].value for info in infos]
                    assert mean.value == pytest.approx(np.mean(values))
                    assert (mean.least, mean.most) == (min(values), max(values))
                    assert mean.n == getattr(found.split, part)
                    if mean.low is not None and mean.high is not None:
                        assert mean.low <= mean.value <= mean.high
        assert {control.name for control in found.controls} == {"majority", "descriptors"}
        for control in found.controls:
            assert control.scores == read_run(collection, control.run).controls[control.name]
    (pair,) = found.paired
    assert (pair.encoder, pair.first, pair.second) == ("mel-cnn", "frozen", "fine-tuned")
    assert pair.figures["accuracy"].value == pytest.approx(np.mean([one.value for one in pair.seeds]))
    assert pair.p is not None
    assert 0 < pair.p <= 1


def test_what_it_tells_while_it_goes(done_once: Done) -> None:
    """Each cell begins and ends; a warning that every run would give is given once."""
    assert [cell["state"] for cell in done_once.cells] == ["running", "done"] * 6
    assert [cell["run"] for cell in done_once.cells if cell["run"]] == [1, 2, 3, 4, 5, 6]
    assert [cell["seed"] for cell in done_once.cells[::2]] == [0, 0, 0, 1, 1, 1]
    assert len(set(done_once.said)) == len(done_once.said)


def test_vectors_are_looked_at_before_and_after(done_once: Done) -> None:
    looks = {look.encoder: look for look in done_once.result.findings.looks}
    assert [stage.way for stage in looks["descriptors"].stages] == ["as it came"]
    assert looks["descriptors"].moved is None
    before, after = looks["mel-cnn"].stages
    tuned = next(cell for cell in done_once.result.findings.cells if cell.way == "fine-tuned" and cell.runs)
    assert (before.encoder, after.run) == ("mel-cnn", tuned.runs[0].run)
    assert before.embedding_set != after.embedding_set
    with open_collection(done_once.folder) as collection:
        known = {info.id: info for info in list_maps(collection)}
        windows = {info.id: info.window_s for info in list_sets(collection)}
    assert windows[before.embedding_set] == windows[after.embedding_set] == 3.0
    assert [one.method for one in after.maps] == ["pca", "tsne"]
    for one, other in zip(before.maps, after.maps, strict=True):
        assert known[other.map].settings["like"] == one.map
    for stage in (before, after):
        assert [apart.part for apart in stage.apart] == ["all", "test"]
        for apart in stage.apart:
            assert apart.purity
            assert apart.purity.by_chance is not None
            assert 0 <= apart.purity.value <= 1
    moved = looks["mel-cnn"].moved
    assert moved
    assert moved.tracks == 24
    assert len(moved.movers) == 10
    assert {mover.value for mover in moved.movers} <= {"low", "middle", "high"}


def test_what_is_done_is_not_done_again(studied: Collection, done_once: Done) -> None:
    tables = [f"SELECT id FROM {table}" for table in ("runs", "maps", "shards", "checkpoints")]
    before = [rows(studied, table) for table in tables]
    again = do(studied, small(maps=("pca",)))
    assert [rows(studied, table) for table in tables] == before
    keys = ("cells", "controls", "paired", "split")
    ours, theirs = msgspec.to_builtins(again.findings), msgspec.to_builtins(done_once.result.findings)
    assert {key: ours[key] for key in keys} == {key: theirs[key] for key in keys}
    for look, other in zip(again.findings.looks, done_once.result.findings.looks, strict=True):
        assert look.moved == other.moved
        for stage, same in zip(look.stages, other.stages, strict=True):
            assert (stage.apart, stage.maps) == (same.apart, same.maps[:1])


def test_another_seed_is_added_and_cancelled(studied: Collection) -> None:
    """What a job has made goes with it; what others have made stays."""
    ours, study = job(studied), small(encoders=small().encoders[:2], maps=())
    request = {"seeds": (0, 1, 2), "encoders": ("mel-cnn",)}
    found = do(studied, study, ours, request).findings
    assert [run.seed for run in found.cells[1].runs] == [0, 1, 2]
    assert [number for number, *_ in runs_of(studied)] == [1, 2, 3, 4, 5, 6, 7, 8]
    discard(StudyRequest(write_study(study), **request), Context(studied.folder, ours))
    assert [number for number, *_ in runs_of(studied)] == [1, 2, 3, 4, 5, 6]
    assert len(list_begun(studied)) == 1
    first = rows(studied, "SELECT DISTINCT job_id FROM runs")[0][0]
    discard(StudyRequest(SMALL), Context(studied.folder, first))
    assert runs_of(studied) == []
    assert list_begun(studied) == []
    assert list_maps(studied) == []
    assert [card.name for card in cards() if "run" in card.name] == []


class Stopper:
    """Asks to stop when so many epochs of the run that learns along are over."""

    def __init__(self, how: Stop, epochs: int) -> None:
        self.how, self.epochs, self.asked, self.way = how, epochs, False, ""
        self.told = list[tuple[int, int]]()

    def show(self, name: str, data: dict[str, Any]) -> None:
        self.way = data["way"] if name == "cell" else self.way
        if name == "epoch" and self.way == "fine-tuned":
            self.told.append((data["run"], data["epoch"]))
            self.asked |= len(self.told) >= self.epochs

    def __call__(self) -> Stop | None:
        return self.how if self.asked else None


def longer() -> Study:
    """One encoder, one seed: a frozen run and one that learns along for five epochs."""
    frozen, tuned = small().ways
    changes = {
        "frozen": {"training.epochs": "20", "encoder.window_s": "3", "controls": ""},
        "fine-tuned": dict(tuned.changes) | {"training.epochs": "5", "training.patience": "0"},
    }
    ways = tuple(msgspec.structs.replace(way, changes=changes[way.name]) for way in (frozen, tuned))
    return small(seeds=(0,), maps=(), encoders=small().encoders[1:2], ways=ways)


def test_put_down_and_gone_on_with_nothing_is_taught_twice(taped: Collection) -> None:
    """Kept by one job, paused in another, which goes on in the end."""
    stopper, first = Stopper(Stop.KEEP, 2), job(taped)
    kept = do(taped, longer(), first, show=stopper.show, should_stop=stopper)
    assert kept.state == "stopped"
    assert (kept.findings.done, kept.findings.wanted) == (1, 2)
    assert "1 of 2 runs; asked for again, it goes on" in kept.sentence()
    assert [cell.why for cell in kept.findings.cells] == ["", "not done yet"]
    assert "1 of 2 runs are done" in (Path(kept.folder) / "report.html").read_text(encoding="utf-8")
    end(taped, first, "stopped")
    stopper, second = Stopper(Stop.PAUSE, 2), job(taped)
    with pytest.raises(Interrupted):
        do(taped, longer(), second, show=stopper.show, should_stop=stopper)
    assert stopper.told == [(2, 2), (2, 3)]
    ear = Stopper(Stop.PAUSE, 99)
    done = do(taped, longer(), second, show=ear.show)
    assert ear.told == [(2, 4)]
    assert (done.state, done.findings.done) == ("done", 2)
    assert [(number, state) for number, _, _, state, _ in runs_of(taped)] == [(1, "done"), (2, "done")]
    assert [row.epoch for row in read_curves(taped, 2)] == [0, 1, 2, 3, 4]


def frozen_only(**changes: Any) -> Study:
    """Two ways of hearing with descriptors; the first asks for a layer that is not there."""
    way = small().ways[0]
    wrong = msgspec.structs.replace(way, name="wrong", changes=dict(way.changes) | {"encoder.layer": "7"})
    return small(**{"maps": (), "encoders": small().encoders[:1], "ways": (wrong, way)} | changes)


def test_one_cell_that_fails_is_told_in_its_place(taped: Collection) -> None:
    said, steps = list[str](), list[Step]()
    found = do(taped, frozen_only(), say=lambda _, text: said.append(text), progress=steps.append).findings
    assert found.cells[0].why == "failed with seed 0: descriptors has no layer 7 here."
    assert [run.seed for run in found.cells[1].runs] == [0, 1]
    assert (found.done, found.wanted, found.paired) == (2, 4, ())
    assert [run.state for run in list_runs(taped)] == ["done", "done"]
    assert [text.startswith("descriptors, wrong: descriptors has no layer 7") for text in said].count(
        True
    ) == 1
    told = [step.done for step in steps if step.total > 1]
    assert told == sorted(told)
    assert any(step.note.startswith("descriptors, frozen, seed 0: ") for step in steps)
    assert any(step.note.startswith("Maps of descriptors: ") for step in steps)


def test_its_request_can_be_queued() -> None:
    kind = find_kind("study")
    request = StudyRequest(SMALL, (3, 4), ("descriptors",), "year:1950..1960", "genre", "/somewhere")
    assert kind.read(kind.write(request)) == request
    assert kind.resumable
    assert kind.discard() is discard


def test_a_run_on_another_split_or_of_other_labels_is_another_one(studied: Collection) -> None:
    material = lay_out(studied, read_study(SMALL), StudyRequest(SMALL)).material
    cell = lay_out(studied, read_study(SMALL), StudyRequest(SMALL)).possible[0]
    elsewhere = replace(material, split_id=material.split_id + 1)
    other = replace(material, truth=np.roll(material.truth, 1))
    asked = [(0, material), (1, material), (2, material), (0, elsewhere), (0, other)]
    assert [find_done(studied, 1, cell, seed, of) for seed, of in asked] == [1, 4, None, None, None]


def test_cancelled_at_once_there_was_no_study(taped: Collection) -> None:
    ours = job(taped)
    with pytest.raises(Interrupted):
        do(taped, small(), ours, should_stop=lambda: Stop.CANCEL)
    assert len(list_begun(taped)) == 1
    discard(StudyRequest(SMALL), Context(taped.folder, ours))
    assert list_begun(taped) == []
