"""Jobs as a person meets them in the window: started, watched, cancelled, paused by leaving."""

from __future__ import annotations

import socket

import psutil
import pytest
from PySide6.QtCore import Qt

from core.jobs import Queue
from core.progress import Stop
from core.store import open_collection
from core.store.schema import JobRow
from desktop.widgets import Question
from tests.core.jobs.strange import Strange
from tests.desktop.conftest import LONG_MS, dialog_of, make_job, press


def test_verify_from_the_page_to_its_sentence(opened, qtbot):
    qtbot.mouseClick(opened.desk.overview.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "checked" in opened.strip.title.accessibleName(), timeout=LONG_MS)


def test_backing_up_asks_where(opened, qtbot, folder):
    qtbot.mouseClick(opened.desk.overview.back_up, Qt.MouseButton.LeftButton)
    press(qtbot, dialog_of(opened, Question), "Into the collection")
    qtbot.waitUntil(lambda: "Backup of" in opened.strip.title.accessibleName(), timeout=LONG_MS)
    assert len(list((folder / "backups").iterdir())) == 1


@pytest.fixture
def counting(opened, qtbot, tmp_path, monkeypatch):
    """The window with a job that runs until it is stopped."""
    monkeypatch.setenv("SOUNDINGS_EXTRA_KINDS", "tests.core.jobs.strange")
    engine = opened.workspace._held.engine
    engine.submit("strange", Strange("count", 100_000, str(tmp_path / "place")))
    opened.workspace.list_jobs()
    qtbot.waitUntil(lambda: bool(opened.strip.progress.text()), timeout=LONG_MS)
    return opened


def test_cancel_answers_in_the_same_event(counting, qtbot):
    qtbot.mouseClick(counting.strip.cancel, Qt.MouseButton.LeftButton)
    assert counting.strip.title.accessibleName() == "Do something strange · Cancelling…"
    assert not counting.strip.cancel.isVisible()
    qtbot.waitUntil(lambda: counting.jobs.rows[0].state == "cancelled", timeout=LONG_MS)


def test_closing_while_a_job_runs_asks_and_staying_changes_nothing(counting, qtbot):
    counting.close()
    press(qtbot, dialog_of(counting, Question), "Keep open")
    assert counting.isVisible()
    assert counting.jobs.rows[0].state == "running"
    counting.close()
    assert dialog_of(counting, Question)
    press(qtbot, dialog_of(counting, Question), "Keep open")


def test_closing_while_a_job_runs_pauses_it(counting, qtbot, make_window, folder):
    counting.close()
    press(qtbot, dialog_of(counting, Question), "Close and pause")
    qtbot.waitUntil(lambda: not counting.isVisible(), timeout=LONG_MS)
    again = make_window()
    again.open_collection(folder)
    qtbot.waitUntil(lambda: "is paused at" in again.strip.title.accessibleName(), timeout=LONG_MS)
    qtbot.waitUntil(again.strip.resume.isVisible, timeout=LONG_MS)


def test_the_list_of_jobs_comes_and_goes(opened, qtbot):
    opened.menus.actions["jobs"].trigger()
    assert opened.jobs_door.pane.isVisible()
    assert opened.strip.jobs.isChecked()
    qtbot.mouseClick(opened.strip.jobs, Qt.MouseButton.LeftButton)
    assert not opened.jobs_door.pane.isVisible()
    assert not opened.menus.actions["jobs"].isChecked()


def test_asking_a_waiting_job_does_not_pretend(opened, monkeypatch):
    asked: list[tuple[int, Stop]] = []
    monkeypatch.setattr(opened.workspace, "ask", lambda job_id, stop: asked.append((job_id, stop)))
    opened.jobs.set_jobs([make_job(2, "waiting")])
    opened.jobs_door.ask(2, Stop.CANCEL)
    assert opened.jobs.rows[0].asked is None
    assert asked == [(2, Stop.CANCEL)]


def test_a_folder_of_recordings_is_added_by_clicking(opened, tmp_path, qtbot, monkeypatch):
    import numpy as np
    import soundfile
    from PySide6.QtWidgets import QFileDialog

    folder = tmp_path / "reels"
    folder.mkdir()
    for i in range(3):
        soundfile.write(folder / f"take {i}.wav", 0.1 * np.random.default_rng(i).standard_normal(9000), 22050)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *arguments: str(folder))
    assert opened.desk.overview.empty.isVisible()
    assert not opened.desk.overview.scan.isEnabled()
    qtbot.mouseClick(opened.desk.overview.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.desk.overview.numbers["tracks"].text() == "3", timeout=LONG_MS)
    assert not opened.desk.overview.empty.isVisible()
    heard = "3 files heard. 3 tracks, all ok."
    qtbot.waitUntil(lambda: any(row.sentence == heard for row in opened.jobs.rows), timeout=LONG_MS)
    qtbot.mouseClick(opened.desk.overview.scan, Qt.MouseButton.LeftButton)
    again = "3 unchanged. 3 tracks, all ok."
    qtbot.waitUntil(lambda: any(row.sentence == again for row in opened.jobs.rows), timeout=LONG_MS)


def test_leaving_as_the_computer_shuts_down_pauses_without_a_question(counting, qtbot, folder):
    counting.leave()
    counting.leave()  # shells and desktops say it more than once
    assert [dialog for dialog in counting.findChildren(Question) if dialog.isVisible()] == []
    qtbot.waitUntil(lambda: not counting.isVisible(), timeout=LONG_MS)
    with open_collection(folder) as collection:
        assert [job.state for job in Queue(collection).jobs()] == ["paused"]


def test_jobs_of_another_program_are_seen_and_not_asked_about(opened, qtbot, folder):
    """Another program's row, as it stands while that program runs the job, and when it is over."""
    with open_collection(folder) as collection:
        with collection.database.writing() as session:
            other = psutil.Process().parent()
            row = JobRow(kind="verify", title="Verify files", request="{}", device="cpu", priority=10)
            row.state, row.host = "running", socket.gethostname()
            row.runner_pid, row.runner_born = other.pid, other.create_time()
            session.add(row)
        qtbot.waitUntil(lambda: [row.state for row in opened.jobs.rows] == ["running"], timeout=LONG_MS)
        opened.menus.actions["close"].trigger()
        qtbot.waitUntil(opened.start.isVisible, timeout=LONG_MS)
        opened.open_collection(folder)
        qtbot.waitUntil(lambda: [row.state for row in opened.jobs.rows] == ["running"], timeout=LONG_MS)
        with collection.database.writing() as session:
            session.query(JobRow).update({"state": "cancelled", "runner_pid": None})
        qtbot.waitUntil(lambda: [row.state for row in opened.jobs.rows] == ["cancelled"], timeout=LONG_MS)
