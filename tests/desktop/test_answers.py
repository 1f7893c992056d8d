"""Questions that jobs answer: in time, at once, never, refused, after the collection was closed."""

from __future__ import annotations

import json
import threading

import pytest

from core.errors import CollectionBusy
from core.jobs import JobState, Queue
from core.jobs.events import Changed
from tests.core.jobs.strange import Strange
from tests.desktop.conftest import LONG_MS


class Heard:
    def __init__(self) -> None:
        self.answers: list[str] = []
        self.problems: list[str] = []

    def ask(self, spine, request, **more) -> None:
        spine.workspace.answer(
            "question", request, self.answers.append, lambda error: self.problems.append(str(error)), **more
        )

    @property
    def anything(self) -> bool:
        return bool(self.answers or self.problems)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_the_answer_comes_as_json(spine, qtbot, heard):
    numbers = []
    heard.ask(spine, Strange("answer", 42), submitted=numbers.append)
    qtbot.waitUntil(lambda: heard.anything, timeout=LONG_MS)
    assert [json.loads(answer)["number"] for answer in heard.answers] == [42]
    assert numbers == [spine.workspace._held.engine.jobs()[0].id]


def test_a_job_that_ends_before_its_number_is_known_is_heard(spine, qtbot, heard):
    """The event comes while the number is still on its way."""
    go = threading.Event()
    engine = spine.workspace._held.engine
    numbers = []

    def submit(_engine) -> int:
        job_id = engine.submit("question", Strange("answer", 7))
        numbers.append(job_id)
        go.wait(30)
        return job_id

    spine.workspace._answers.expect(
        engine, submit, heard.answers.append, lambda e: heard.problems.append(str(e))
    )
    qtbot.waitUntil(lambda: bool(spine.workspace._answers._ended), timeout=LONG_MS)
    assert spine.workspace._answers._ended == set(numbers)
    assert not heard.anything
    go.set()
    qtbot.waitUntil(lambda: heard.anything, timeout=LONG_MS)
    assert len(heard.answers) == 1
    assert not spine.workspace._answers._ended


def test_what_is_refused_is_heard_and_nothing_is_awaited(spine, qtbot, heard):
    spine.workspace.answer(
        "no such kind", Strange("answer"), heard.answers.append, lambda e: heard.problems.append(str(e))
    )
    qtbot.waitUntil(lambda: heard.anything, timeout=LONG_MS)
    assert heard.problems
    assert spine.workspace._answers._asking == 0


def test_a_job_that_fails_says_why(spine, qtbot, heard):
    heard.ask(spine, Strange("known"))
    qtbot.waitUntil(lambda: heard.anything, timeout=LONG_MS)
    assert heard.problems
    assert not heard.answers


@pytest.mark.may_log("ended unexpectedly")
def test_a_worker_that_dies_is_no_endless_wait(spine, qtbot, heard):
    heard.ask(spine, Strange("die"))
    qtbot.waitUntil(lambda: heard.anything, timeout=LONG_MS)
    assert "its worker ended unexpectedly" in heard.problems[0]


@pytest.mark.may_log("told|interrupted|no heartbeat|left behind")
def test_an_answer_that_cannot_be_written_down_is_no_endless_wait(spine, qtbot, heard, monkeypatch):
    """Another program keeps the collection locked."""

    def locked(*_arguments) -> None:
        raise CollectionBusy(spine.folder)

    monkeypatch.setattr(Queue, "leave", locked)
    heard.ask(spine, Strange("answer", 1))
    qtbot.waitUntil(lambda: heard.anything, timeout=LONG_MS)
    assert "locked" in heard.problems[0]


def test_after_closing_nobody_hears_anything(spine, qtbot, heard):
    heard.ask(spine, Strange("count", 100_000, str(spine.folder.parent / "place")))
    with qtbot.waitSignal(spine.workspace.closed, timeout=LONG_MS):
        spine.workspace.close()
    answers = spine.workspace._answers
    assert (answers._awaited, answers._ended, answers._asking) == ({}, set(), 0)
    answers._changed(Changed(1, JobState.DONE))
    assert not heard.anything
    assert not answers._ended
