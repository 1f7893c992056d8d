"""Panes, pages and their commands: shown, hidden, put back; Edit and the strip beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.desktop.conftest import LONG_MS
from tests.desktop.desk.conftest import close

KEY, CTRL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(desk_window):
    desk_window.activateWindow()
    return desk_window


def test_the_menus_stand_in_this_order(window):
    said = [a.text().replace("&", "") for a in window.menuBar().actions() if a.isVisible()]
    order = [
        "File",
        "Edit",
        "View",
        "Collection",
        "Tracks",
        "Map",
        "Play",
        "Teach",
        "Studies",
        "Window",
        "Help",
    ]
    assert said == [name for name in order if name in said]
    assert {"File", "Edit", "View", "Collection", "Window", "Help"} <= set(said)


def test_a_pane_comes_and_goes_by_its_key(window, qtbot):
    dock, action = window.desk.docks["library"], window.commands.actions["pane_library"]
    assert action.isChecked()
    qtbot.keyClick(window, KEY.Key_L, CTRL)
    assert dock.isHidden()
    assert not action.isChecked()
    qtbot.keyClick(window, KEY.Key_L, CTRL)
    assert not dock.isHidden()
    assert action.isChecked()


def test_a_pane_behind_another_comes_to_the_front(window, qtbot):
    desk = window.desk
    qtbot.keyClick(window, KEY.Key_I, CTRL)
    assert desk.docks["answers"].front is desk.track
    assert window.commands.actions["pane_track"].isChecked()
    assert not window.commands.actions["pane_neighbours"].isChecked()
    qtbot.keyClick(window, KEY.Key_N, CTRL | SHIFT)
    assert desk.docks["answers"].front is desk.neighbours
    qtbot.keyClick(window, KEY.Key_N, CTRL | SHIFT)
    assert desk.docks["answers"].isHidden()


def test_pages_turn_by_number_and_stand_side_by_side(window, qtbot):
    pages = window.desk.pages
    names = list(pages.pages)
    qtbot.keyClick(window, getattr(KEY, f"Key_{names.index('collection') + 1}"), ALT)
    assert pages.shown == ["collection"]
    qtbot.keyClick(window, KEY.Key_Backslash, CTRL)
    assert len(pages.shown) == 2
    assert window.commands.actions["side_by_side"].isChecked()
    assert window.desk.bar.double.isChecked()
    qtbot.mouseClick(window.desk.bar.double, Qt.MouseButton.LeftButton)
    assert len(pages.shown) == 1
    qtbot.keyClick(window, KEY.Key_1, ALT)
    assert pages.current == "map"
    assert window.desk.bar.tabs.tabText(window.desk.bar.tabs.currentIndex()) == "Map"


def test_usual_places_bring_everything_back(window, qtbot):
    desk = window.desk
    places = {name: desk.dockWidgetArea(dock) for name, dock in desk.docks.items()}
    desk.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, desk.docks["library"])
    desk.docks["player"].close()
    desk.docks["answers"].setFloating(True)
    window.commands.actions["usual_places"].trigger()
    assert {name: desk.dockWidgetArea(dock) for name, dock in desk.docks.items()} == places
    assert not any(dock.isHidden() or dock.isFloating() for dock in desk.docks.values())


def test_a_dock_that_left_the_screen_comes_back(window):
    dock = window.desk.docks["answers"]
    dock.setFloating(True)
    dock.setGeometry(QRect(90_000, 90_000, 300, 400))
    window.desk.repair()
    assert not dock.isFloating()


def test_docks_too_wide_for_the_window_leave_the_page_in_sight(window, qtbot):
    desk = window.desk
    window.resize(800, 500)
    desk.resizeDocks([desk.docks["library"], desk.docks["answers"]], [600, 600], Qt.Orientation.Horizontal)
    desk.repair()
    qtbot.waitUntil(lambda: desk.pages.width() > 100, timeout=LONG_MS)


def test_f6_goes_from_pane_to_pane(window, qtbot):
    def holder() -> str:
        has = QApplication.focusWidget()
        return next((p.name for p in window.desk.panes if has and (p is has or p.isAncestorOf(has))), "")

    visited = []
    for _ in range(6):
        qtbot.keyClick(window, KEY.Key_F6)
        visited.append(holder())
    assert len(set(filter(None, visited))) >= 2


def test_the_name_opens_a_menu_of_others(window, qtbot):
    qtbot.mouseClick(window.desk.bar.collection, Qt.MouseButton.LeftButton)
    (menu,) = window.desk.bar.collection.findChildren(QMenu)
    said = [a.text().replace("&", "") for a in menu.actions() if not a.isSeparator()]
    assert said == ["Start page", "New collection…", "Open collection…", "Open the demo collection"]
    menu.close()


# Edit and the strip


def test_select_all_invert_and_nothing(window, qtbot):
    kit, actions = window.kit, window.commands.actions
    qtbot.waitUntil(actions["select_all"].isEnabled, timeout=LONG_MS)
    actions["select_all"].trigger()
    assert len(kit.selection.chosen) == 12
    assert actions["undo"].text() == "&Undo: Select 12 tracks"
    actions["select_rest"].trigger()
    assert kit.selection.chosen == frozenset()
    assert not actions["select_none"].isEnabled()
    kit.selection.choose([3])
    window.setFocus()
    qtbot.keyClick(window, KEY.Key_Escape)
    assert kit.selection.chosen == frozenset()
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    assert kit.selection.chosen == {3}
    qtbot.keyClick(window, KEY.Key_Z, CTRL | SHIFT)
    assert kit.selection.chosen == frozenset()


def test_an_edit_is_said_with_its_way_back(window, qtbot):
    from core.library.edits import set_values

    kit, done = window.kit, window.done
    kit.history.edit(lambda collection: set_values(collection, [1, 2], "genre", ["dirge"]))
    qtbot.waitUntil(done.isVisible, timeout=LONG_MS)
    assert done.words.accessibleName() == "Set genre of 2 tracks to dirge."
    qtbot.mouseClick(done.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kit.history.redo_words == "Set genre of 2 tracks to dirge", timeout=LONG_MS)
    assert not done.isVisible()


def test_the_line_goes_when_something_else_was_done(window, qtbot):
    from core.library.edits import set_values

    window.kit.history.edit(lambda collection: set_values(collection, [1], "genre", ["dirge"]))
    qtbot.waitUntil(window.done.isVisible, timeout=LONG_MS)
    window.kit.selection.choose([5])
    assert not window.done.isVisible()


def test_the_line_goes_after_a_while(window, qtbot):
    window.done._while.setInterval(50)
    window.kit.history._push(type("Done", (), {"words": "Label it", "undo": None})())
    window.done.tell("Label it")
    assert window.done.isVisible()
    qtbot.waitUntil(lambda: not window.done.isVisible(), timeout=LONG_MS)
    window.kit.history.forget()


# Colours while it runs


def test_another_theme_repaints_the_bar_and_the_strip(window, qtbot):
    from desktop.theme import look

    light = window.desk.bar.grab().toImage()
    look().choose("dark")
    QApplication.processEvents()
    dark = window.desk.bar.grab().toImage()
    at = 6, light.height() // 2  # left of the first button
    assert light.pixelColor(*at) == look_colour("light", "pane")
    assert dark.pixelColor(*at) == look_colour("dark", "pane")
    close(window, qtbot)


def look_colour(theme: str, token: str):
    from PySide6.QtGui import QColor

    from desktop.theme import load_theme

    return QColor(load_theme(theme).colours[token])
