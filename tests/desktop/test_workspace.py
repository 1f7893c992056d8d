"""The open collection: everything that blocks happens elsewhere, with the real engine."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from core.jobs import JobState
from core.messages import Message
from core.progress import Stop
from core.store import open_collection
from desktop.holding import disk_use
from desktop.jobs.model import JobsModel
from desktop.workspace import Workspace
from tests.core.jobs.strange import Strange

LONG_MS = 60_000


@pytest.fixture
def folder(empty_collection, tmp_path) -> Path:
    folder = tmp_path / "coast"
    shutil.copytree(empty_collection, folder)
    return folder


@pytest.fixture
def workspace(qtbot, monkeypatch):
    monkeypatch.setenv("SOUNDINGS_EXTRA_KINDS", "tests.core.jobs.strange")
    workspace = Workspace()
    workspace.model = JobsModel(workspace)
    workspace.jobs_listed.connect(workspace.model.set_jobs)
    workspace.bridge.changed.connect(workspace.model.apply_change)
    workspace.bridge.progressed.connect(workspace.model.apply_progress)
    yield workspace
    with qtbot.waitSignal(workspace.closed, timeout=LONG_MS):
        workspace.close()
    workspace.finish()


@pytest.fixture
def opened(workspace, folder, qtbot) -> Workspace:
    with qtbot.waitSignal(workspace.opened, timeout=LONG_MS):
        workspace.open(folder)
    return workspace


def count(workspace: Workspace, tmp_path: Path, qtbot) -> int:
    """Start a job that counts until it is stopped."""
    engine = workspace._held.engine
    job_id = engine.submit("strange", Strange("count", 100_000, str(tmp_path / "place")))
    workspace.list_jobs()
    qtbot.waitUntil(lambda: is_under_way(workspace, job_id), timeout=LONG_MS)
    return job_id


def is_under_way(workspace: Workspace, job_id: int) -> bool:
    row = workspace.model.row_of(job_id)
    return row is not None and row.state == "running" and row.done > 0


def until(workspace: Workspace, qtbot, job_id: int, state: JobState) -> None:
    qtbot.waitUntil(lambda: workspace.model.row_of(job_id).state == state, timeout=LONG_MS)


def test_opening_tells_what_the_collection_holds(workspace, folder, qtbot):
    with qtbot.waitSignals([workspace.opening, workspace.opened, workspace.jobs_listed], timeout=LONG_MS):
        workspace.open(folder)
    assert (workspace.folder, workspace.name) == (folder, "Coastal archive")


def test_creating_opens_it(workspace, qtbot, tmp_path):
    with qtbot.waitSignal(workspace.opened, timeout=LONG_MS) as opened:
        workspace.create(tmp_path / "new", "Label reels")
    summary = opened.args[0]
    assert (summary.name, summary.counts["tracks"]) == ("Label reels", 0)
    assert summary.disk_bytes == disk_use(tmp_path / "new") > 0


@pytest.mark.may_log("told: ")
def test_a_folder_without_a_collection_is_refused_in_plain_words(
    workspace, qtbot, tmp_path, messages: list[Message]
):
    with qtbot.waitSignal(workspace.refused, timeout=LONG_MS):
        workspace.open(tmp_path / "nothing")
    assert "holds no collection" in messages[0].text
    assert workspace.folder is None


def test_opening_another_closes_the_first(opened, qtbot, tmp_path):
    with qtbot.waitSignal(opened.opened, timeout=LONG_MS):
        opened.create(tmp_path / "other", "Other")
    assert opened.name == "Other"
    with open_collection(tmp_path / "coast") as free:
        assert free.name == "Coastal archive"


def test_changing_ones_mind_while_opening_leaves_only_the_last(workspace, folder, qtbot, tmp_path):
    names: list[str] = []
    workspace.opened.connect(lambda summary: names.append(summary.name))
    workspace.open(folder)
    with qtbot.waitSignal(workspace.opened, timeout=LONG_MS):
        workspace.create(tmp_path / "other", "Other")
    assert names == ["Other"]


def test_verify_runs_to_its_end(opened, qtbot):
    with qtbot.waitSignal(opened.summary_changed, timeout=LONG_MS):
        opened.verify()
    qtbot.waitUntil(lambda: [row.state for row in opened.model.rows] == ["done"], timeout=LONG_MS)
    assert "checked" in opened.model.rows[0].sentence


def test_a_backup_is_a_collection(opened, qtbot, tmp_path):
    (tmp_path / "stick").mkdir()
    with qtbot.waitSignal(opened.summary_changed, timeout=LONG_MS):
        opened.back_up(str(tmp_path / "stick"))
    (backup,) = (tmp_path / "stick").iterdir()
    with open_collection(backup) as copy:
        assert copy.name == "Coastal archive"


def test_a_list_asked_for_while_another_is_on_its_way_is_not_lost(opened, qtbot):
    qtbot.waitUntil(lambda: not opened._list_is_asked)
    engine = opened._held.engine
    lists = iter([[], ["new"]])
    opened._held = replace(opened._held, engine=Lists(lists))
    seen: list[list] = []
    opened.jobs_listed.disconnect(opened.model.set_jobs)
    opened.jobs_listed.connect(seen.append)
    opened.list_jobs()
    opened.list_jobs()
    opened.list_jobs()
    qtbot.waitUntil(lambda: seen == [[], ["new"]])
    opened._held = replace(opened._held, engine=engine)


class Lists:
    """An engine that only lists."""

    def __init__(self, lists) -> None:
        self._lists = lists

    def jobs(self) -> list:
        return next(self._lists)


@pytest.mark.parametrize(
    ("stop", "state"),
    [(Stop.CANCEL, JobState.CANCELLED), (Stop.KEEP, JobState.STOPPED), (Stop.PAUSE, JobState.PAUSED)],
)
def test_asking_a_running_job(opened, qtbot, tmp_path, stop, state):
    job_id = count(opened, tmp_path, qtbot)
    opened.ask(job_id, stop)
    until(opened, qtbot, job_id, state)


def test_a_paused_job_goes_on(opened, qtbot, tmp_path):
    job_id = count(opened, tmp_path, qtbot)
    opened.ask(job_id, Stop.PAUSE)
    until(opened, qtbot, job_id, JobState.PAUSED)
    opened.resume(job_id)
    qtbot.waitUntil(lambda: is_under_way(opened, job_id), timeout=LONG_MS)


def test_closing_pauses_what_runs_and_it_is_offered_again(opened, qtbot, tmp_path, folder):
    job_id = count(opened, tmp_path, qtbot)
    with qtbot.waitSignal(opened.closed, timeout=LONG_MS):
        opened.close()
    with qtbot.waitSignal(opened.jobs_listed, timeout=LONG_MS):
        opened.open(folder)
    assert opened.model.row_of(job_id).state == "paused"
    opened.dismiss(job_id)
    until(opened, qtbot, job_id, JobState.CANCELLED)


def test_the_database_is_never_touched_on_this_thread(opened, qtbot, monkeypatch):
    from core.store.database import Database

    here = threading.get_ident()
    touched: list[bool] = []
    for name in ("reading", "writing"):
        original = getattr(Database, name)

        def noted(self, original=original):
            touched.append(threading.get_ident() == here)
            return original(self)

        monkeypatch.setattr(Database, name, noted)
    with qtbot.waitSignal(opened.summary_changed, timeout=LONG_MS):
        opened.verify()
    opened.ask(1, Stop.PAUSE)
    opened.list_jobs()
    with qtbot.waitSignal(opened.jobs_listed):
        pass
    assert touched
    assert not any(touched)
