"""All of a colour selected: from the legend by hand and key, and like the track that the keyboard is at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.map.tints import NOTHING, ColourKey
from tests.desktop.conftest import LONG_MS
from tests.desktop.map.conftest import TRACKS, click

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def of_colour(page):
    def of_colour(code: int) -> set[int]:
        ids = page.stage.canvas.scene.ids
        return set(ids[page.tints.codes(ids) == code].tolist())

    return of_colour


def test_shift_and_a_click_on_the_legend(page, window, qtbot, of_colour):
    row = page.stage.legend.rows[1]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, SHIFT)
    assert window.kit.selection.chosen == of_colour(row.row.code)
    assert row.isChecked()
    assert len(window.kit.selection.chosen) == row.row.count


def test_shift_and_enter_on_the_legend(page, window, qtbot, of_colour):
    row = page.stage.legend.rows[2]
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Return, SHIFT)
    assert window.kit.selection.chosen == of_colour(row.row.code)


def test_the_menu_of_a_row_names_what_can_be_done(page, window, qtbot, of_colour):
    row = page.stage.legend.rows[0]
    place = row.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.mapToGlobal(place))
    QApplication.sendEvent(row, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text().split("\t")[0] for action in menu.actions()]
    assert said == [f"Select {row.row.count} tracks", "Show alone", "Hide"]
    click(qtbot, menu, menu.actionGeometry(menu.actions()[0]).center())
    assert window.kit.selection.chosen == of_colour(row.row.code)


def test_like_the_current_track(page, window, qtbot, of_colour, messages):
    qtbot.keyClick(page.stage.canvas, Key.Key_A)
    assert [message.text for message in messages] == ["Go to a track on the map first."]
    window.kit.selection.make_current(5)
    qtbot.keyClick(page.stage.canvas, Key.Key_A)
    assert 5 in window.kit.selection.chosen
    assert window.kit.selection.chosen == of_colour(page.tints.colours.codes[5])
    assert len(window.kit.selection.chosen) < TRACKS
    window.kit.history.undo()
    assert not window.kit.selection.chosen


@pytest.mark.parametrize("key", [NOTHING, ColourKey("field", "year")])
def test_numbers_and_nothing_are_no_colours_to_select_by(page, window, qtbot, messages, key):
    window.kit.selection.make_current(5)
    page.tints.choose(key)
    qtbot.waitUntil(lambda: page.tints.colours.field == key.name, timeout=LONG_MS)
    qtbot.keyClick(page.stage.canvas, Key.Key_A)
    assert [message.text for message in messages] == ["Colour the map by a field of categories first."]
    assert not window.kit.selection.chosen
