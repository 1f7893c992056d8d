"""Runs are begun, end, tell the truth about themselves, and go without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from core.errors import RequestProblem
from core.jobs.events import ENDED, JobState
from core.library import edits
from core.library.journal import history, undo
from core.runs import (
    accept_predictions,
    archive_run,
    delete_run,
    list_runs,
    note_run,
    read_run,
    run_of_job,
    set_state,
    tag_run,
)
from core.runs import book as module
from core.store import Collection
from core.store.schema import JobRow, now
from tests.core.library.shelf import derived, labels, rows
from tests.core.runs.conftest import begun, finished, job

TABLES = ("runs", "epochs", "metrics", "scores", "predictions", "checkpoints")


def counts(collection: Collection) -> dict[str, int]:
    return {table: rows(collection, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


def files(collection: Collection) -> list[Path]:
    return sorted(path for path in (collection.folder / "checkpoints").rglob("*") if path.is_file())


def test_states_are_those_of_jobs() -> None:
    assert set(module.STATES) == {state.value for state in JobState}
    assert set(module.ENDED) == {state.value for state in ENDED}


def test_the_same_text_is_the_same_recipe(shelf: Collection) -> None:
    first, second, other = begun(shelf), begun(shelf, seed=9), begun(shelf, text="another")
    assert (first, second, other) == (1, 2, 3)
    assert rows(shelf, "SELECT id, recipe_id FROM runs ORDER BY id") == [(1, 1), (2, 1), (3, 2)]
    info = read_run(shelf, second)
    assert (info.state, info.seed, info.recipe.name, info.environment["cores"]) == (
        "running",
        9,
        "classify",
        [1, 2],
    )
    assert info.started is not None
    assert info.ended is None


def test_the_newest_run_of_a_job_is_found(shelf: Collection) -> None:
    one, other = job(shelf), job(shelf)
    assert run_of_job(shelf, one) is None
    begun(shelf, job_id=one)
    newest = begun(shelf, job_id=one)
    begun(shelf, job_id=other)
    assert run_of_job(shelf, one) == newest


def test_runs_of_one_job_are_told_apart_by_recipe_and_seed(shelf: Collection) -> None:
    one = job(shelf)
    first, second = begun(shelf, job_id=one, text="a", seed=1), begun(shelf, job_id=one, text="a", seed=2)
    third = begun(shelf, job_id=one, text="b", seed=2)
    begun(shelf, job_id=job(shelf), text="a", seed=1)
    asked = [("a", 1), ("a", 2), ("b", 2), ("b", 1), ("c", 1)]
    found = [run_of_job(shelf, one, text=text, seed=seed) for text, seed in asked]
    assert found == [first, second, third, None, None]
    assert run_of_job(shelf, one) == third


@pytest.mark.parametrize("state", [state.value for state in JobState])
def test_a_killed_worker_need_not_say_what_became_of_its_run(shelf: Collection, state: str) -> None:
    """Only the job's row changes, as the queue changes it."""
    run = begun(shelf, job_id=job(shelf))
    ended = now() if state in module.ENDED else None
    with shelf.database.writing() as session:
        session.execute(update(JobRow).values(state=state, ended_at=ended))
    assert read_run(shelf, run).state == list_runs(shelf)[0].state == state
    assert read_run(shelf, run).ended == ended


def test_a_run_that_has_ended_stays_so_whatever_its_job_does_then(shelf: Collection) -> None:
    run = begun(shelf, job_id=job(shelf))
    set_state(shelf, run, "done")
    with shelf.database.writing() as session:
        session.execute(update(JobRow).values(state="interrupted"))
    assert read_run(shelf, run).state == "done"
    set_state(shelf, run, "running")
    again = read_run(shelf, run)
    assert (again.state, again.ended) == ("interrupted", None)
    with pytest.raises(ValueError, match="a run cannot be over"):
        set_state(shelf, run, "over")


def test_notes_tags_and_the_archive(shelf: Collection) -> None:
    run = begun(shelf)
    note_run(shelf, run, "  too loud \n")
    tag_run(shelf, run, ["good", " first ", "good"])
    archive_run(shelf, run)
    info = read_run(shelf, run)
    assert (info.notes, info.tags, info.archived) == ("too loud", ("good", "first"), True)
    assert list_runs(shelf) == []
    assert [line.run for line in list_runs(shelf, archived=True)] == [run]
    archive_run(shelf, run, archived=False)
    tag_run(shelf, run, [])
    assert [line.tags for line in list_runs(shelf)] == [()]
    for tag in ("", "x" * 41, "a\nb"):
        with pytest.raises(RequestProblem, match="1 to 40 readable characters"):
            tag_run(shelf, run, [tag])


def test_a_deleted_run_leaves_nothing_and_its_number_never_comes_back(shelf: Collection) -> None:
    kept = finished(shelf, seed=1)
    before, there, said, drawn = counts(shelf), files(shelf), labels(shelf), derived(shelf)
    run = finished(shelf, seed=2)
    assert accept_predictions(shelf, run) == 12
    assert len(files(shelf)) == 4
    delete_run(shelf, run)
    assert (counts(shelf), files(shelf), labels(shelf), derived(shelf)) == (before, there, said, drawn)
    assert read_run(shelf, kept).state == "done"
    assert begun(shelf) == run + 1
    with pytest.raises(RequestProblem, match=rf"^There is no run {run}\. soundings runs lists them\.$"):
        delete_run(shelf, run)


def test_edits_after_the_labels_of_a_deleted_run_can_still_be_undone(shelf: Collection) -> None:
    run = finished(shelf)
    accept_predictions(shelf, run)
    edits.set_values(shelf, [2], "genre", ["polka"])
    delete_run(shelf, run)
    assert undo(shelf) is not None
    with pytest.raises(RequestProblem, match=f"“Accept genre of 12 tracks from run {run}” cannot be undone"):
        undo(shelf)
    assert len(history(shelf)) == 2


@pytest.mark.parametrize(
    ("state", "own", "refused"),
    [
        ("running", "running", True),
        ("waiting", "running", True),
        ("running", "done", False),
        ("interrupted", "running", False),
        ("paused", "running", False),
        ("failed", "running", False),
    ],
)
def test_what_is_being_made_is_not_deleted_but_by_its_job(
    shelf: Collection, state: str, own: str, refused: bool
) -> None:
    number = job(shelf, state)
    run = begun(shelf, job_id=number)
    set_state(shelf, run, own)
    if refused:
        said = rf"^Run 1 is being made by job {number}\. Cancel that job, or wait for its end\.$"
        with pytest.raises(RequestProblem, match=said):
            delete_run(shelf, run)
        with pytest.raises(RequestProblem, match=said):
            delete_run(shelf, run, by_job=number + 1)
        delete_run(shelf, run, by_job=number)
    else:
        delete_run(shelf, run)
    assert list_runs(shelf, archived=True) == []


def test_no_such_run(shelf: Collection) -> None:
    for action in (
        lambda: set_state(shelf, 5, "done"),
        lambda: note_run(shelf, 5, "x"),
        lambda: tag_run(shelf, 5, ["x"]),
        lambda: archive_run(shelf, 5),
        lambda: read_run(shelf, 5),
        lambda: accept_predictions(shelf, 5),
    ):
        with pytest.raises(RequestProblem, match=r"^There is no run 5\. soundings runs lists them\.$"):
            action()
