"""The window as a whole, driven like a person would: menus, keys, drops, closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from core import places
from desktop.collection.new import NewCollectionDialog
from desktop.start import recent
from desktop.widgets import FocusRing, Question
from tests.desktop.conftest import LONG_MS, dialog_of, make_job, press


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
    menus = {a.text().replace("&", ""): a.menu() for a in window.menuBar().actions() if a.isVisible()}
    assert list(menus) == ["File", "Edit", "View", "Collection", "Window", "Help"]
    said = [a.text().replace("&", "") for a in menus["File"].actions() if not a.isSeparator()]
    assert said == [
        "New collection…",
        "Open collection…",
        "Open the demo collection",
        "Recent",
        "Close collection",
        "Quit",
    ]


def test_what_was_offered_together_stands_together(opened):
    """Thirty entries in one row are a wall."""
    groups = [[]]
    for action in opened.menus.menus["tracks"].actions():
        groups.append([]) if action.isSeparator() else groups[-1].append(action)
    assert len(groups) >= 4
    assert all(groups)
    assert max(map(len, groups)) <= 12


def every_menu(window) -> list[QMenu]:
    return [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]


def test_every_entry_has_a_letter_of_its_own(window):
    groups = [
        [a for a in window.menuBar().actions() if a.isVisible()],
        *(menu.actions() for menu in every_menu(window)),
    ]
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
        and not isinstance(widget, QLabel) and widget.focusProxy() is None
    ]  # fmt: skip


def test_tab_reaches_everything_and_everything_has_a_name(opened, qtbot):
    opened.jobs_door.toggle()
    opened.jobs.set_jobs([make_job(1, done=1, total=2), make_job(2, "waiting")])
    opened.activateWindow()
    reached: list[QWidget] = []
    for _ in range(200):
        opened.focusNextPrevChild(True)
        widget = QApplication.focusWidget() or opened.focusWidget()
        if widget in reached:
            break
        reached.append(widget)
    missed = [widget for widget in interactive(opened) if widget not in reached]
    assert not missed
    said = [QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) for widget in reached]
    nameless = [widget for widget, name in zip(reached, said, strict=True) if not name]
    assert nameless == []


def test_the_keyboard_can_be_seen(window, qtbot):
    card = window.start.demo_card
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
    assert opened.desk.overview.empty.isVisible()
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
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    assert window.desk.overview.heading.text() == "Label reels"
    assert (tmp_path / "reels" / "collection.sqlite").exists()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda p: str(p / "coast"), "already holds a collection"),
        (lambda p: "reels", "whole path"),
        (lambda p: "~nosuchuser/reels", "names the home of somebody who is not known here"),
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
    opened.jobs_door.toggle()
    opened.jobs.set_jobs([make_job(1, done=1212, total=2000, seconds_left=370.0), make_job(2, "waiting")])
    for size in ((800, 500), (1280, 720)):
        opened.resize(*size)
        qtbot.waitUntil(lambda size=size: (opened.width(), opened.height()) == size)
        strip = opened.strip
        for button in (strip.pause, strip.cancel):
            assert strip.rect().contains(button.geometry())
