"""The list of shortcuts says what is true, can be searched, and leaves the window in three forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.modeltest import ModelTester

from desktop.palette import plain
from desktop.shortcuts import KeysModel, ShortcutsDialog
from tests.desktop.conftest import dialog_of


@pytest.fixture
def dialog(window, qtbot) -> ShortcutsDialog:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Question)
    return dialog_of(window, ShortcutsDialog)


def test_every_shortcut_of_every_command_is_listed(window, dialog):
    listed = {key.words: key.keys for key in dialog.model.shown}
    actions = [action for action in window.commands.actions.values() if not action.shortcut().isEmpty()]
    assert len(actions) > 15
    for action in actions:
        keys = listed[plain(action.text()).rstrip("…")].split("  ")
        form = QKeySequence.SequenceFormat.NativeText
        assert keys == [sequence.toString(form) for sequence in action.shortcuts()]
    assert listed["Keyboard shortcuts"] == "?  Ctrl+/"


def test_they_are_grouped_by_menu_in_its_order(dialog):
    groups = list(dict.fromkeys(key.group for key in dialog.model.shown))
    assert groups == ["File", "Edit", "Collection", "Window", "Help"]


def test_searching(dialog, qtbot):
    qtbot.keyClicks(dialog.typed, "undo")
    assert [key.words for key in dialog.model.shown] == ["Undo"]
    dialog.typed.clear()
    qtbot.keyClicks(dialog.typed, "zzzz")
    assert dialog.none.isVisible()
    assert not dialog.table.isVisible()


@pytest.mark.parametrize("ending", ["html", "txt", "pdf"])
def test_writing_it(dialog, tmp_path, messages, ending):
    path = tmp_path / f"keys.{ending}"
    dialog.write(path)
    content = path.read_bytes()
    if ending == "pdf":
        assert content.startswith(b"%PDF")
    else:
        text = content.decode()
        assert all(
            key.words in text and key.keys in text for key in dialog.model.shown if "&" not in key.words
        )
    assert str(path) in messages[-1].text


@pytest.mark.may_log("told")
@pytest.mark.parametrize("ending", ["html", "txt", "pdf"])
def test_where_nothing_can_be_written_it_says_so(dialog, tmp_path, messages, ending):
    dialog.write(tmp_path / "no such folder" / f"keys.{ending}")
    assert "cannot be written" in messages[-1].text


def test_a_pane_tells_its_own_keys(opened, monkeypatch, qtbot):
    pane = opened.desk.library
    monkeypatch.setattr(type(pane), "keys", lambda self: [("Q", "Do something odd")])
    opened.commands.actions["shortcuts"].trigger()
    dialog = dialog_of(opened, ShortcutsDialog)
    (key,) = [key for key in dialog.model.shown if key.words == "Do something odd"]
    assert key.group == f"While {pane.title()} has the keyboard"
    opened.desk.library.setFocus()


def test_the_model_keeps_qts_rules(dialog, qtmodeltester):
    tester: ModelTester = qtmodeltester
    tester.check(KeysModel(dialog.model.shown, dialog))
