"""A job in words."""

from __future__ import annotations

import pytest

from core.jobs import JobState
from core.progress import Stop
from desktop.jobs.row import ICONS, JobRow
from tests.desktop.conftest import make_job


def row(state: str = "running", **differing) -> JobRow:
    return JobRow.of(make_job(1, state, **differing))


@pytest.mark.parametrize(
    ("differing", "said"),
    [
        ({"done": 1212, "total": 2000, "seconds_left": 370.0}, "1,212 of 2,000 files · 6 min left"),
        ({"done": 1212, "total": 2000}, "1,212 of 2,000 files"),
        ({"done": 6100, "total": 10_000, "unit": ""}, "61 %"),
        ({}, ""),
        ({"done": 1, "total": 2, "seconds_left": 9.0, "asked": Stop.CANCEL}, "1 of 2 files"),
    ],
)
def test_where_and_left(differing, said):
    assert row(**differing).where_and_left() == said


@pytest.mark.parametrize(
    ("state", "differing", "said"),
    [
        ("interrupted", {"done": 812, "total": 2000},
         "Verify files was interrupted at 812 of 2,000 files. Nothing is lost."),
        ("interrupted", {}, "Verify files was interrupted. Nothing is lost."),
        ("paused", {"done": 812, "total": 2000}, "Verify files is paused at 812 of 2,000 files."),
        ("paused", {}, "Verify files is paused."),
        ("waiting", {}, "Verify files is waiting."),
        ("done", {"sentence": "2 files checked."}, "Verify files: 2 files checked."),
        ("failed", {}, "Verify files: failed."),
    ],
)  # fmt: skip
def test_headline(state, differing, said):
    assert row(state, **differing).headline() == said


@pytest.mark.parametrize("state", JobState)
def test_every_state_has_an_icon_and_words(state):
    assert state in ICONS
    assert row(state).state_words()
    assert row(state, asked=Stop.CANCEL).state_words()


def offers(job: JobRow) -> set[str]:
    return {name for name in ("pause", "resume", "stop", "cancel", "dismiss") if getattr(job, f"can_{name}")}


@pytest.mark.parametrize(
    ("state", "differing", "offered"),
    [
        ("running", {}, {"pause", "stop", "cancel"}),
        ("running", {"asked": Stop.PAUSE}, {"cancel"}),
        ("running", {"asked": Stop.CANCEL}, set()),
        ("waiting", {}, {"pause", "cancel"}),
        ("paused", {}, {"resume", "cancel"}),
        ("interrupted", {}, {"resume", "dismiss"}),
        ("failed", {}, {"resume"}),
        ("done", {}, set()),
        ("cancelled", {}, set()),
    ],
)
def test_only_what_can_be_done_is_offered(state, differing, offered):
    assert offers(row(state, **differing)) == offered
