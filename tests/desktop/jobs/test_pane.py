"""The list of jobs: what the keyboard and the buttons ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from core.jobs import Changed, JobState
from core.progress import Stop
from desktop.jobs.log import TAIL_BYTES, LogDialog, read_tail
from desktop.jobs.model import JobsModel
from desktop.jobs.pane import JobsPane
from tests.desktop.conftest import make_job


@pytest.fixture
def pane(qtbot) -> JobsPane:
    model = JobsModel()
    pane = JobsPane(model)
    model.setParent(pane)
    pane.model = model
    qtbot.addWidget(pane)
    pane.resize(1000, 240)
    pane.show()
    model.set_jobs([make_job(1, "running", done=1, total=2), make_job(2, "interrupted"), make_job(3, "done")])
    return pane


def choose(pane: JobsPane, job_id: int) -> None:
    pane.table.selectRow(pane.model.place_of(job_id))


def buttons(pane: JobsPane) -> set[str]:
    return {
        name
        for name in ("pause", "resume", "keep", "cancel", "dismiss", "log")
        if getattr(pane, name).isVisible()
    }


def test_counts_in_the_title(pane):
    assert pane.counts.text() == "1 running, 1 interrupted"
    pane.model.set_jobs([make_job(3, "done")])
    assert pane.counts.text() == "nothing is running"
    pane.model.clear()
    assert pane.counts.text() == "none yet in this collection"


@pytest.mark.parametrize(
    ("job_id", "offered"),
    [(1, {"pause", "keep", "cancel", "log"}), (2, {"resume", "dismiss", "log"}), (3, {"log"})],
)
def test_buttons_fit_the_job(pane, job_id, offered):
    choose(pane, job_id)
    assert buttons(pane) == offered


@pytest.mark.parametrize(
    ("job_id", "key", "signal", "arguments"),
    [
        (1, Qt.Key.Key_Space, "asked", [1, Stop.PAUSE]),
        (1, Qt.Key.Key_Delete, "asked", [1, Stop.CANCEL]),
        (2, Qt.Key.Key_Space, "resumed", [2]),
        (2, Qt.Key.Key_Delete, "dismissed", [2]),
    ],
)
def test_keys(pane, qtbot, job_id, key, signal, arguments):
    choose(pane, job_id)
    with qtbot.waitSignal(getattr(pane, signal)) as sent:
        qtbot.keyClick(pane.table, key)
    assert sent.args == arguments


def test_stop_and_keep_is_not_cancel(pane, qtbot):
    choose(pane, 1)
    with qtbot.waitSignal(pane.asked) as sent:
        qtbot.mouseClick(pane.keep, Qt.MouseButton.LeftButton)
    assert sent.args == [1, Stop.KEEP]


def test_the_current_job_stays_current_when_the_order_changes(pane):
    choose(pane, 2)
    pane.model.set_jobs([make_job(9, "running"), make_job(1, "paused"), make_job(2, "interrupted")])
    assert pane.current().id == 2


def test_buttons_follow_the_job(pane):
    choose(pane, 1)
    pane.model.apply_change(Changed(1, JobState.RUNNING, Stop.CANCEL))
    assert buttons(pane) == {"log"}


def test_a_menu_offers_the_same(pane, qapp):
    choose(pane, 2)
    pane._show_menu(pane.mapToGlobal(pane.rect().center()))
    menu = qapp.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["Resume", "Dismiss", "Show log"]
    menu.close()


def test_rows_can_be_painted_in_every_state(pane):
    pane.model.set_jobs([make_job(n, state, done=n, total=9) for n, state in enumerate(JobState)])
    for place in range(len(JobState)):
        pane.table.selectRow(place)
        assert not pane.grab().isNull()


def test_the_log_is_shown_and_copied(pane, qtbot, tmp_path):
    path = tmp_path / "job.log"
    path.write_text("first\nlast\n")
    pane.model.set_jobs([make_job(1, log_path=path)])
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    dialog = pane.findChild(LogDialog)
    assert dialog.text.toPlainText() == "first\nlast\n"
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "first\nlast\n"
    dialog.close()


def test_only_the_end_of_a_long_log_is_read(tmp_path):
    path = tmp_path / "job.log"
    path.write_text("".join(f"line {n}\n" for n in range(100_000)))
    tail = read_tail(path)
    assert len(tail) <= TAIL_BYTES
    assert tail.startswith("line ")
    assert tail.endswith("line 99999\n")
    assert read_tail(Path("nowhere.log")) == ""
