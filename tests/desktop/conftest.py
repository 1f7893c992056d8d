"""Habits of every window test: no screen, no stray Qt message, no widget or timer left behind."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6")

import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core import __version__, places
from core.demo.request import DemoRequest
from core.jobs import Job, JobState
from desktop.theme import look
from desktop.window import MainWindow

LONG_MS = 60_000
DialogT = TypeVar("DialogT", bound=QDialog)
HARMLESS = ("This plugin does not support",)
"""What the offscreen platform says of windows it does not have."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def _no_qt_messages(qtlog: Any) -> Iterator[None]:
    yield
    said = [record.message for record in qtlog.records if not record.message.startswith(HARMLESS)]
    assert not said, f"Qt said: {said}"


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    yield
    settle(qapp)
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    timers = [thing for thing in shiboken6.getAllValidWrappers() if isinstance(thing, QTimer)]
    running = [timer for timer in timers if timer.isActive()]
    for widget in shown:
        widget.hide()
        widget.deleteLater()
    settle(qapp)
    assert not shown, f"windows left open: {shown}"
    assert not running, f"timers left running: {running}"


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    look().choose("light")


def settle(app: QApplication) -> None:
    for _ in range(3):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()


@pytest.fixture
def known_computer(home: Path) -> None:
    """The doctor has been here an hour ago, so no child process is started."""
    path = places.cache_folder() / "doctor.json"
    path.parent.mkdir(parents=True)
    checks = [
        {"name": "Sound output", "ok": True, "found": "Built-in output, 48 kHz"},
        {"name": "Devices", "ok": True, "found": "cpu"},
        {"name": "Audio files", "ok": True, "found": "WAV, FLAC"},
        {
            "name": "CLAP",
            "ok": False,
            "found": "not here",
            "mend": "Fetch it.",
            "without": "No search by text.",
        },
    ]
    found = {
        "version": __version__,
        "python": sys.executable,
        "looked_at": (datetime.now(UTC) - timedelta(hours=1)).isoformat(),
        "checks": checks,
    }
    path.write_text(json.dumps(found))


@pytest.fixture
def make_window(qtbot: QtBot, known_computer: None) -> Iterator[Callable[..., MainWindow]]:
    """Windows that are shown and painted; each is closed at the end."""
    windows: list[MainWindow] = []

    def make(demo: DemoRequest | None = None) -> MainWindow:
        window = MainWindow(demo)
        windows.append(window)
        with qtbot.waitSignal(window.painted):
            window.show()
        qtbot.waitUntil(window.start.shows_chart)
        return window

    yield make
    for window in windows:
        if shiboken6.isValid(window) and window.isVisible():
            window.jobs.clear()  # so that it does not ask
            window.close()
            qtbot.waitUntil(lambda window=window: not window.isVisible(), timeout=30_000)
        window.deleteLater()


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    return make_window()


def make_job(number: int, state: str = "running", **differing: Any) -> Job:
    usual = {
        "kind": "verify",
        "title": "Verify files",
        "request": "{}",
        "device": "cpu",
        "priority": 10,
        "asked": None,
        "done": 0,
        "total": 0,
        "unit": "files",
        "note": "",
        "seconds_left": None,
        "sentence": "",
        "result": None,
        "attempts": 1,
        "here": True,
        "created_at": datetime(2026, 1, 2, 14, number, tzinfo=UTC),
        "started_at": None,
        "ended_at": None,
        "log_path": Path("job.log"),
    }
    return Job(id=number, state=JobState(state), **(usual | differing))


@pytest.fixture
def folder(empty_collection: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "coast"
    shutil.copytree(empty_collection, folder)
    return folder


@pytest.fixture
def opened(window: MainWindow, folder: Path, qtbot: QtBot) -> MainWindow:
    window.open_collection(folder)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    return window


def dialog_of(window: MainWindow, kind: type[QDialog] = QDialog) -> QDialog:
    return by_main_only(next(dialog for dialog in window.findChildren(kind) if dialog.isVisible()))


def by_main_only(dialog: DialogT) -> DialogT:
    """The dialog, whose main button is the only one that Enter presses from elsewhere."""
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    mains = [button for button in buttons if button.property("kind") == "main"]
    assert [button for button in buttons if button.isDefault() or button.autoDefault()] == mains
    assert len(mains) <= 1
    return dialog


def press(qtbot: QtBot, dialog: QWidget, words: str) -> None:
    button = next(b for b in dialog.findChildren(QAbstractButton) if b.text().replace("&", "") == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# The spine of the desk, on a collection of twelve tracks


@pytest.fixture(scope="session")
def stocked_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; copy it. The genres of its twelve tracks: lament, ballad, lament, dance, and again."""
    from core.library.edits import set_values
    from core.library.journal import forget_history
    from core.store import create_collection
    from tests.core.tracks import add_tracks
    from tests.desktop.spine import GENRES

    place = tmp_path_factory.mktemp("stocked")
    with create_collection(place / "coast", "Coastal archive") as collection:
        add_tracks(collection, place / "reels", 12)
        for track_id in range(1, 13):
            set_values(collection, [track_id], "genre", [GENRES[(track_id - 1) % 4]])
            set_values(collection, [track_id], "year", [1950 + track_id])
        forget_history(collection)
    return place / "coast"


@pytest.fixture
def stocked(stocked_template: Path, tmp_path: Path) -> Path:
    """The folder of a collection of twelve tracks, which may be changed."""
    shutil.copytree(stocked_template, tmp_path / "stocked")
    return tmp_path / "stocked"


@pytest.fixture
def spine(stocked: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from desktop.cards import Cards
    from desktop.colouring import Colouring
    from desktop.filter import Asked, Filter
    from desktop.history import History
    from desktop.selection import Selection
    from desktop.workspace import Workspace
    from tests.desktop.spine import Spine

    monkeypatch.setenv("SOUNDINGS_EXTRA_KINDS", "tests.core.jobs.strange")
    workspace = Workspace()
    history = History(workspace)
    parts = Selection(history), Filter(workspace, history), Cards(workspace), Colouring(workspace)
    made = Spine(workspace, history, *parts, stocked)
    with qtbot.waitSignal(workspace.opened, timeout=LONG_MS):
        workspace.open(stocked)
    with qtbot.waitSignal(made.filter.found_changed, timeout=LONG_MS):
        made.filter.start_with(Asked())
    yield made
    with qtbot.waitSignal(workspace.closed, timeout=LONG_MS):
        workspace.close()
    workspace.finish()
