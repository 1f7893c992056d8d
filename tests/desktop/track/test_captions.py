"""Captions in the inspector: heard, judged, corrected, written, and all of it undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from core.library.caption_edits import add_caption, delete_captions
from core.library.captions import read_captions
from desktop.player.passage import Passage
from tests.desktop.stage import LONG_MS
from tests.desktop.track.conftest import words


def captions(stage) -> list[tuple[str, str, bool]]:
    with stage.collection() as collection:
        return [(c.text, c.source, c.accepted) for c in read_captions(collection, [1])]


def test_captions_of_humans_and_machines(shore, stage, qtbot):
    person, machine = shore.captions.boxes()
    assert person.text.text() == "a woman sings"
    said = words(machine)
    assert "Machine, run 1" in said
    assert "0:20.0–0:30.0 · heard with mert-95m · " in said
    assert "beams 4" in said
    qtbot.mouseClick(machine.play, Qt.MouseButton.LeftButton)
    assert stage.player.queue == [Passage(1, 20.0, 30.0, "Caption of 0:20.0–0:30.0")]
    qtbot.mouseClick(person.play, Qt.MouseButton.LeftButton)
    assert stage.player.queue == [Passage(1)]


def test_a_caption_is_accepted_edited_deleted_and_all_of_it_undone(shore, stage, qtbot):
    before = captions(stage)
    qtbot.mouseClick(shore.captions.boxes()[1].accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Machine, run 1, accepted" in words(shore.captions), timeout=LONG_MS)
    qtbot.mouseClick(shore.captions.boxes()[1].edit, Qt.MouseButton.LeftButton)
    text = shore.captions.findChild(QPlainTextEdit)
    qtbot.waitUntil(text.hasFocus)
    qtbot.keyClicks(text, "two flutes")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "two flutes" in words(shore.captions), timeout=LONG_MS)
    assert captions(stage) == [("a woman sings", "person", False), ("two flutes", "run", True)]
    qtbot.mouseClick(shore.captions.boxes()[0].delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shore.captions.boxes()) == 1, timeout=LONG_MS)
    for _ in range(3):
        with qtbot.waitSignal(stage.workspace.changed, timeout=LONG_MS):
            stage.kit.history.undo()
    qtbot.waitUntil(lambda: len(shore.captions.boxes()) == 2, timeout=LONG_MS)
    assert captions(stage) == before


def test_a_caption_is_added(shore, stage, qtbot):
    qtbot.mouseClick(shore.captions.add, Qt.MouseButton.LeftButton)
    (text,) = shore.captions.findChildren(QPlainTextEdit)
    keep = next(b for b in shore.captions.findChildren(QPushButton) if b.text() == "Save caption")
    assert not keep.isEnabled()
    qtbot.keyClicks(text, "slow and low")
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shore.captions.boxes()) == 3, timeout=LONG_MS)
    assert ("slow and low", "person", False) in captions(stage)
    qtbot.mouseClick(shore.captions.add, Qt.MouseButton.LeftButton)
    text = next(t for t in shore.captions.findChildren(QPlainTextEdit) if t.isVisible())
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert len(captions(stage)) == 3


def test_the_command_brings_the_inspector_and_begins(pane, stage, qtbot, messages):
    stage.commands.actions["add_caption"].trigger()
    assert [m.text for m in messages] == ["Choose the track that should be described first."]
    stage.kit.selection.make_current(4)
    stage.kit.selection.choose([1, 3])
    qtbot.waitUntil(lambda: pane.facts is not None, timeout=LONG_MS)
    with qtbot.waitSignal(pane.wanted):
        stage.commands.actions["add_caption"].trigger()
    qtbot.waitUntil(lambda: bool(pane.captions.findChildren(QPlainTextEdit)), timeout=LONG_MS)
    (text,) = pane.captions.findChildren(QPlainTextEdit)
    assert pane.facts.id == 4
    assert text.hasFocus()


def test_a_caption_that_is_gone_says_so(shore, stage, qtbot):
    with stage.collection() as collection:
        delete_captions(collection, [c.id for c in read_captions(collection, [1])])
    qtbot.mouseClick(shore.captions.boxes()[0].delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(shore.captions.says.isVisible, timeout=LONG_MS)
    assert "There is no caption" in shore.captions.says.text()


def test_many_captions_come_when_asked_for(pane, stage, qtbot):
    with stage.collection() as collection:
        for number in range(15):
            add_caption(collection, 4, f"caption {number}")
    stage.kit.selection.make_current(4)
    qtbot.waitUntil(lambda: len(pane.captions.boxes()) == 12, timeout=LONG_MS)
    assert pane.captions.more.text() == "3 more…"
    pane.captions.more.click()
    assert len(pane.captions.boxes()) == 15
    assert not pane.captions.more.isVisible()
