"""The table of jobs follows lists and events, and obeys Qt's rules for models."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from core.jobs import Changed, JobState, Progressed
from core.progress import Stop
from desktop.jobs.model import SHARE_ROLE, Column, JobsModel
from tests.desktop.conftest import make_job


@pytest.fixture
def model(qapp) -> JobsModel:
    model = JobsModel()
    model.set_jobs(
        [
            make_job(1, "done", sentence="All read."),
            make_job(2, "waiting"),
            make_job(3, "running", done=5, total=10),
            make_job(4, "interrupted"),
            make_job(5, "failed"),
        ]
    )
    return model


def texts(model: JobsModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_obeys_qt(qtmodeltester: ModelTester, model):
    qtmodeltester.check(model, force_py=True)
    model.set_jobs([make_job(9, "running", done=1, total=2)])
    model.apply_progress(Progressed(9, 2, 2, "files"))
    model.clear()


def test_obeys_qt_by_qts_own_tester(qtmodeltester: ModelTester, model):
    qtmodeltester.check(model)
    model.apply_change(Changed(3, JobState.DONE))


def test_what_runs_comes_first_and_the_past_last_newest_first(model):
    assert [row.id for row in model.rows] == [3, 4, 2, 5, 1]


def test_progress_shows_at_once(model, qtbot):
    with qtbot.waitSignal(model.dataChanged):
        model.apply_progress(Progressed(3, 812, 2000, "files", "Reel 12.wav", 90.0))
    assert texts(model, Column.PROGRESS)[0] == "812 of 2,000 files"
    assert texts(model, Column.LEFT)[0] == "2 min"
    assert texts(model, Column.DETAILS)[0] == "Reel 12.wav"
    assert model.index(0, Column.PROGRESS).data(SHARE_ROLE) == 0.406


def test_asking_shows_before_the_engine_has_answered(model):
    model.ask(3, Stop.CANCEL)
    assert texts(model, Column.STATE)[0] == "Cancelling…"
    model.apply_change(Changed(3, JobState.CANCELLED, sentence="Nothing was kept."))
    assert texts(model, Column.STATE)[0] == "cancelled"
    assert texts(model, Column.DETAILS)[0] == "Nothing was kept."


def test_an_older_list_does_not_take_back_what_was_asked(model):
    model.ask(3, Stop.CANCEL)
    model.set_jobs([make_job(3, "running", done=6, total=10)])
    assert texts(model, Column.STATE) == ["Cancelling…"]


def test_events_of_unknown_jobs_are_no_harm(model):
    model.apply_progress(Progressed(99, 1, 2))
    model.apply_change(Changed(99, JobState.DONE))
    model.ask(99, Stop.PAUSE)
    assert model.rowCount() == 5


def test_the_same_jobs_again_only_refresh(model, qtbot):
    jobs = [make_job(row.id, row.state) for row in model.rows]
    model.set_jobs(jobs)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_jobs([replace(job, note="x") for job in jobs])


def test_every_cell_can_be_read_aloud(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.STATE).data(role) == "State: running"
