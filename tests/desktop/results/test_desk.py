"""The page on its desk: all its views one after the other, and as it was after the collection was closed."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt

from desktop.results import views
from tests.desktop.conftest import LONG_MS
from tests.desktop.results.conftest import EVERY_VIEW, FIRST, SECOND_SEED

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(taught_once, tmp_path):
    shutil.copytree(taught_once, tmp_path / "coast")
    return tmp_path / "coast"


def seen(window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    page = window.desk.results
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=LONG_MS)
    return page


def test_every_view_shows_two_runs_and_all_is_there_again(opened, folder, qtbot, monkeypatch, messages):
    monkeypatch.setattr(views, "PLACES", EVERY_VIEW)
    page = seen(opened, qtbot)
    opened.desk.turn_to("results")
    runs = opened.kit.runs
    runs.look_at(FIRST, SECOND_SEED)
    qtbot.waitUntil(lambda: "test tracks" in page.strip.words, timeout=LONG_MS)
    fitting = [name for name, button in page.views.buttons.items() if button.isVisible()]
    assert len(fitting) >= 5
    assert fitting[-1] == "settings"
    for name in fitting:
        qtbot.mouseClick(page.views.buttons[name], LEFT)
        assert page.views.current.name == name
        qtbot.wait(50)
    opened.close_collection()
    qtbot.waitUntil(lambda: not opened.desk.isVisible(), timeout=LONG_MS)
    assert page.model.rowCount() == 0
    opened.open_collection(folder)
    page = seen(opened, qtbot)
    qtbot.waitUntil(lambda: (runs.run, runs.beside) == (FIRST, SECOND_SEED), timeout=LONG_MS)
    assert page.isVisible()
    qtbot.waitUntil(lambda: "test tracks" in page.strip.words, timeout=LONG_MS)
    assert page.views.current.name == "settings"
    assert [message.text for message in messages if message.level == "error"] == []


def test_commands_reach_the_page_from_anywhere(opened, qtbot):
    page = seen(opened, qtbot)
    opened.kit.runs.look_at(FIRST)
    opened.desk.turn_to("map")
    opened.commands.actions["run_note"].trigger()
    assert opened.desk.pages.current == "results"
    assert page.table.state() == page.table.State.EditingState
    qtbot.keyClick(page.table.viewport().focusWidget() or page.table, Qt.Key.Key_Escape)
