"""The strip shows the job that matters and answers at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from core.jobs import Changed, JobState, Progressed
from core.progress import Stop
from desktop.jobs.model import JobsModel
from desktop.jobs.strip import BAR_STEPS, JobStrip
from tests.desktop.conftest import make_job


@pytest.fixture
def strip(qtbot) -> JobStrip:
    model = JobsModel()
    strip = JobStrip(model)
    strip.model = model
    model.setParent(strip)
    qtbot.addWidget(strip)
    strip.resize(1280, 36)
    strip.show()
    return strip


def shown(strip: JobStrip) -> set[str]:
    return {
        name
        for name in ("bar", "pause", "resume", "cancel", "dismiss", "waiting")
        if getattr(strip, name).isVisible()
    }


def said(strip: JobStrip) -> str:
    return strip.title.accessibleName()


def test_nothing_runs(strip):
    assert said(strip) == "Nothing is running"
    assert shown(strip) == set()


def test_a_running_job_with_others_behind_it(strip):
    job = make_job(1, done=1212, total=2000, seconds_left=370.0)
    strip.model.set_jobs([job, make_job(2, "waiting"), make_job(3, "waiting")])
    assert said(strip) == "Verify files"
    assert strip.progress.text() == "1,212 of 2,000 files · 6 min left"
    assert strip.bar.value() == round(0.606 * BAR_STEPS)
    assert strip.waiting.text() == "2 waiting"
    assert shown(strip) == {"bar", "pause", "cancel", "waiting"}


def test_a_job_that_has_said_nothing_yet_shows_a_busy_bar(strip):
    strip.model.set_jobs([make_job(1)])
    assert (strip.bar.minimum(), strip.bar.maximum()) == (0, 0)


@pytest.mark.parametrize(("button", "stop"), [("pause", Stop.PAUSE), ("cancel", Stop.CANCEL)])
def test_asking(strip, qtbot, button, stop):
    strip.model.set_jobs([make_job(7, done=1, total=2)])
    with qtbot.waitSignal(strip.asked) as asked:
        qtbot.mouseClick(getattr(strip, button), Qt.MouseButton.LeftButton)
    assert asked.args == [7, stop]


def test_an_interrupted_job_is_offered(strip, qtbot):
    strip.model.set_jobs([make_job(4, "interrupted", done=812, total=2000)])
    assert said(strip) == "Verify files was interrupted at 812 of 2,000 files. Nothing is lost."
    assert shown(strip) == {"resume", "dismiss"}
    with qtbot.waitSignal(strip.resumed):
        qtbot.keyClick(strip.resume, Qt.Key.Key_Return)
    with qtbot.waitSignal(strip.dismissed) as dismissed:
        qtbot.keyClick(strip.dismiss, Qt.Key.Key_Space)
    assert dismissed.args == [4]


def test_what_ended_while_it_was_watched_stays_in_sight(strip):
    strip.model.set_jobs([make_job(1, done=1, total=2)])
    strip.model.apply_progress(Progressed(1, 2, 2, "files"))
    strip.model.apply_change(Changed(1, JobState.DONE, sentence="2 files checked."))
    assert said(strip) == "Verify files: 2 files checked."
    assert shown(strip) == set()


def test_what_ended_long_ago_is_no_news(strip):
    strip.model.set_jobs([make_job(1, "done", sentence="2 files checked.")])
    assert said(strip) == "Nothing is running"


def test_a_long_sentence_gives_way_and_says_the_rest_in_its_tip(strip):
    sentence = "The folder is full of trouble. " * 20
    strip.model.set_jobs([make_job(1)])
    strip.model.apply_change(Changed(1, JobState.FAILED, sentence=sentence.strip()))
    strip.grab()
    assert strip.title.toolTip().endswith(sentence.strip())
    assert strip.minimumSizeHint().width() < 900


# Questions that somebody waits for elsewhere


def question(number: int, state: str = "running"):
    return make_job(number, state, kind="near", title="Find neighbours", priority=0)


def test_a_question_that_is_answered_soon_never_shows(strip):
    strip.model.set_jobs([question(1)])
    assert strip.current is None
    strip.model.set_jobs([question(1, "done")])
    assert strip.current is None
    assert strip.model.rows == []
    strip.forget()


def test_a_question_that_takes_long_shows_until_it_is_answered(strip, qtbot, monkeypatch):
    monkeypatch.setattr("desktop.jobs.strip.PATIENCE_MS", 60)
    strip._later.setInterval(60)
    strip.model.set_jobs([question(1)])
    assert strip.current is None
    qtbot.waitUntil(lambda: strip.current is not None)
    assert strip.title.accessibleName() == "Find neighbours"
    strip.model.set_jobs([])
    assert strip.current is None
    strip.forget()


def test_a_question_hides_no_other_job_and_counts_as_none(strip):
    strip.model.set_jobs([question(3), question(4, "waiting"), make_job(1), make_job(2, "waiting")])
    assert strip.current.id == 1
    assert strip.waiting.text() == "1 waiting"
    strip.forget()
