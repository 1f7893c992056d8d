"""The desk of a collection of twelve tracks, opened in a real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.window import MainWindow
from tests.desktop.conftest import LONG_MS


def open_in(window: MainWindow, folder: Path, qtbot: QtBot) -> MainWindow:
    window.open_collection(folder)
    qtbot.waitUntil(
        lambda: window.desk is not None and window.desk.isVisible() and bool(window.kit.filter.ids),
        timeout=LONG_MS,
    )
    return window


@pytest.fixture
def desk_window(make_window: Callable[[], MainWindow], stocked: Path, qtbot: QtBot) -> MainWindow:
    return open_in(make_window(), stocked, qtbot)


def close(window: MainWindow, qtbot: QtBot) -> None:
    window.jobs.clear()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
