"""The window as a whole, driven like a person would: menus, keys, drops, closing."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget

from core import places
from core.jobs import Queue
from core.progress import Stop
from core.store import open_collection
from core.store.schema import JobRow
from desktop.collection.new import NewCollectionDialog
from desktop.start import recent
from desktop.widgets import FocusRing, Question
from tests.core.jobs.strange import Strange
from tests.desktop.conftest import make_job

LONG_MS = 60_000


@pytest.fixture
def folder(empty_collection, tmp_path) -> Path:
    folder = tmp_path / "coast"
    shutil.copytree(empty_collection, folder)
    return folder


@pytest.fixture
def opened(window, folder, qtbot):
    window.open_collection(folder)
    qtbot.waitUntil(lambda: window.page is not None and window.page.isVisible(), timeout=LONG_MS)
    return window


def dialog_of(window, kind=QDialog):
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def press(qtbot, dialog, words: str) -> None:
    button = next(b for b in dialog.findChildren(QAbstractButton) if b.text().replace("&", "") == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drop(window, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys, action = (
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.DropAction.CopyAction,
    )
    enter = QDragEnterEvent(QPoint(9, 9), action, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), action, data, buttons, keys))
    return enter.isAccepted()


# Menus and keyboard


def test_the_menus_are_these(window):
    menus = {a.text().replace("&", ""): a.menu() for a in window.menuBar().actions()}
    assert list(menus) == ["File", "Edit", "Collection", "View", "Window", "Help"]
    said = [a.text().replace("&", "") for a in menus["File"].actions() if not a.isSeparator()]
    assert said == ["New collection…", "Open collection…", "Recent", "Close collection", "Quit"]


def every_menu(window) -> list[QMenu]:
    return [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]


def test_every_entry_has_a_letter_of_its_own(window):
    groups = [window.menuBar().actions(), *(menu.actions() for menu in every_menu(window))]
    for actions in groups:
        letters = [
            a.text()[a.text().index("&") + 1].lower()
            for a in actions
            if not a.isSeparator() and a.isEnabled()
        ]
        assert len(letters) == len(set(letters)), letters


def test_every_shortcut_is_unique_and_every_command_has_a_tip(window):
    shortcuts = [a.shortcut().toString() for a in window.findChildren(QAction) if not a.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts)) >= 8
    assert all(action.toolTip() for action in window.menus.actions.values())


def test_menus_open_from_the_keyboard(window, qtbot, qapp):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: qapp.activePopupWidget() is not None)
    assert qapp.activePopupWidget().title() == "&File"
    qapp.activePopupWidget().close()


def test_what_needs_a_collection_says_so(window):
    for name in ("close", "verify", "back_up", "jobs"):
        action = window.menus.actions[name]
        assert not action.isEnabled()
        assert action.toolTip() == "Open a collection first"


def interactive(window) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QLabel)
    ]  # fmt: skip


def test_tab_reaches_everything_and_everything_has_a_name(opened, qtbot):
    opened.toggle_jobs()
    opened.jobs.set_jobs([make_job(1, done=1, total=2), make_job(2, "waiting")])
    opened.activateWindow()
    reached: list[QWidget] = []
    for _ in range(60):
        opened.focusNextPrevChild(True)
        widget = QApplication.focusWidget() or opened.focusWidget()
        if widget in reached:
            break
        reached.append(widget)
    missed = [widget for widget in interactive(opened) if widget not in reached]
    assert not missed
    assert all(widget.accessibleName() for widget in reached)


def test_the_keyboard_can_be_seen(window, qtbot):
    card = window.start.new_card
    card.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.geometry().contains(card.geometry())
    card.clearFocus()
    assert window.findChild(FocusRing) is None or not window.findChild(FocusRing).isVisible()


def test_a_click_shows_no_ring(window, qtbot):
    window.start.findings.again.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


# Opening, making, dropping


def test_opening_shows_the_collection_and_remembers_it(opened, folder):
    assert opened.windowTitle() == "Coastal archive — Soundings"
    assert opened.statusBar().isVisible()
    assert opened.menus.actions["verify"].isEnabled()
    assert opened.page.empty.isVisible()
    assert [entry.folder for entry in recent.load()] == [folder]


def test_making_a_collection(window, qtbot, tmp_path):
    window.menus.actions["new"].trigger()
    dialog = dialog_of(window, NewCollectionDialog)
    assert not dialog.create_button.isEnabled()
    qtbot.keyClicks(dialog.name, "Label reels")
    assert dialog.folder.text().endswith("Label reels")
    dialog.folder.clear()
    qtbot.keyClicks(dialog.folder, str(tmp_path / "reels"))
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not None and window.page.isVisible(), timeout=LONG_MS)
    assert window.page.name.text() == "Label reels"
    assert (tmp_path / "reels" / "collection.sqlite").exists()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda p: str(p / "coast"), "already holds a collection"),
        (lambda p: "reels", "whole path"),
        (lambda p: str(p / "file"), "This is a file"),
    ],
)
def test_what_would_not_work_is_said_in_place(window, folder, tmp_path, make, said):
    (tmp_path / "file").touch()
    window.offer_new()
    dialog = dialog_of(window, NewCollectionDialog)
    dialog.name.setText("Coast")
    dialog.folder.setText(make(tmp_path))
    dialog._folder_typed()
    assert said in dialog.says.text()
    assert not dialog.create_button.isEnabled()
    dialog.reject()


def test_dropping_a_collection_opens_it(window, qtbot, folder):
    assert drop(window, folder)
    qtbot.waitUntil(lambda: window.workspace.folder == folder, timeout=LONG_MS)


def test_dropping_the_file_of_a_collection_opens_it(window, qtbot, folder):
    assert drop(window, folder / "collection.sqlite")
    qtbot.waitUntil(lambda: window.workspace.folder == folder, timeout=LONG_MS)


def test_dropping_another_folder_offers_a_new_collection(window, qtbot, tmp_path):
    (tmp_path / "reels").mkdir()
    assert drop(window, tmp_path / "reels")
    qtbot.waitUntil(lambda: bool(window.findChildren(Question)))
    question = dialog_of(window, Question)
    press(qtbot, question, "New collection…")
    dialog = dialog_of(window, NewCollectionDialog)
    assert (dialog.name.text(), dialog.folder.text()) == ("reels", str(tmp_path / "reels"))
    dialog.reject()
    assert not list((tmp_path / "reels").iterdir())


def test_dropping_anything_else_is_refused(window, tmp_path):
    (tmp_path / "reel.wav").touch()
    assert not drop(window, tmp_path / "reel.wav")
    assert not drop(window, tmp_path, tmp_path)


@pytest.mark.may_log("told: ")
def test_a_collection_that_cannot_be_opened_leads_back_to_the_start(window, qtbot, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "collection.sqlite").write_bytes(b"not a database" * 100)
    window.open_folder(tmp_path / "broken")
    qtbot.waitUntil(window.messages.isVisible, timeout=LONG_MS)
    assert window.start.isVisible()
    assert "cannot be read" in window.messages.text.text()


def test_closing_the_collection_leads_back_to_the_start(opened, qtbot, folder):
    opened.menus.actions["close"].trigger()
    qtbot.waitUntil(opened.start.isVisible, timeout=LONG_MS)
    assert not opened.statusBar().isVisible()
    assert opened.windowTitle() == "Soundings"
    assert opened.start.rows[0].entry.folder == folder
    qtbot.waitUntil(opened.start.shows_chart)


def test_the_recent_menu_opens(window, qtbot, folder):
    recent.remember(folder, "Coast & isles", {})
    window.menus.fill_recent()
    (action,) = window.menus.recent.actions()
    assert action.text() == "Coast && isles"
    action.trigger()
    qtbot.waitUntil(lambda: window.workspace.folder == folder, timeout=LONG_MS)


# Jobs


def test_verify_from_the_page_to_its_sentence(opened, qtbot):
    qtbot.mouseClick(opened.page.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "checked" in opened.strip.title.accessibleName(), timeout=LONG_MS)


def test_backing_up_asks_where(opened, qtbot, folder):
    qtbot.mouseClick(opened.page.back_up, Qt.MouseButton.LeftButton)
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
    assert again.strip.resume.isVisible()


def test_the_list_of_jobs_comes_and_goes(opened, qtbot):
    opened.menus.actions["jobs"].trigger()
    assert opened.pane.isVisible()
    assert opened.strip.jobs.isChecked()
    qtbot.mouseClick(opened.strip.jobs, Qt.MouseButton.LeftButton)
    assert not opened.pane.isVisible()
    assert not opened.menus.actions["jobs"].isChecked()


def test_asking_a_waiting_job_does_not_pretend(opened, monkeypatch):
    asked: list[tuple[int, Stop]] = []
    monkeypatch.setattr(opened.workspace, "ask", lambda job_id, stop: asked.append((job_id, stop)))
    opened.jobs.set_jobs([make_job(2, "waiting")])
    opened.ask_job(2, Stop.CANCEL)
    assert opened.jobs.rows[0].asked is None
    assert asked == [(2, Stop.CANCEL)]


# The window itself


def test_size_and_place_are_remembered(make_window, qtbot):
    first = make_window()
    first.resize(800, 601)  # the offscreen screen has no room for more
    qtbot.waitUntil(first.start.shows_chart)
    first.close()
    qtbot.waitUntil(lambda: not first.isVisible())
    assert (places.state_folder() / "window.json").exists()
    second = make_window()
    assert (second.width(), second.height()) == (800, 601)


@pytest.mark.may_log("counts as empty")
@pytest.mark.parametrize("content", ["{", "[]", '{"geometry": 7}', '{"geometry": "eA=="}'])
def test_a_damaged_geometry_is_no_harm(home, make_window, content):
    path = places.state_folder() / "window.json"
    path.parent.mkdir(parents=True)
    path.write_text(content)
    assert make_window().width() == 1280


def test_usable_at_its_smallest_and_at_1280_by_720(opened, qtbot):
    opened.toggle_jobs()
    opened.jobs.set_jobs([make_job(1, done=1212, total=2000, seconds_left=370.0), make_job(2, "waiting")])
    for size in ((800, 500), (1280, 720)):
        opened.resize(*size)
        qtbot.waitUntil(lambda size=size: (opened.width(), opened.height()) == size)
        strip = opened.strip
        for button in (strip.pause, strip.cancel):
            assert strip.rect().contains(button.geometry())


def test_a_folder_of_recordings_is_added_by_clicking(opened, tmp_path, qtbot, monkeypatch):
    import numpy as np
    import soundfile
    from PySide6.QtWidgets import QFileDialog

    folder = tmp_path / "reels"
    folder.mkdir()
    for i in range(3):
        soundfile.write(folder / f"take {i}.wav", 0.1 * np.random.default_rng(i).standard_normal(9000), 22050)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *arguments: str(folder))
    assert opened.page.empty.isVisible()
    assert not opened.page.scan.isEnabled()
    qtbot.mouseClick(opened.page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.page.numbers["tracks"].text() == "3", timeout=LONG_MS)
    assert not opened.page.empty.isVisible()
    heard = "3 files heard. 3 tracks, all ok."
    qtbot.waitUntil(lambda: any(row.sentence == heard for row in opened.jobs.rows), timeout=LONG_MS)
    qtbot.mouseClick(opened.page.scan, Qt.MouseButton.LeftButton)
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
