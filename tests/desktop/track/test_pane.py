"""The inspector as a person meets it: it follows the current track, says who says what, edits in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from core.library.edits import Span
from core.library.journal import history
from core.library.labels import labels_of
from desktop.changes import Changes
from desktop.player.passage import Passage
from desktop.track.facts import SeveralFacts
from tests.core.library.shelf import add
from tests.desktop.stage import LONG_MS
from tests.desktop.track.conftest import choose, editor, lines, values, words


def test_empty_until_a_track_is_current(pane, stage, qtbot):
    assert pane.empty.isVisible()
    assert not pane.area.isVisible()
    stage.kit.selection.make_current(4)
    qtbot.waitUntil(pane.area.isVisible, timeout=LONG_MS)
    assert pane.head.title.accessibleName() == "gulls"
    assert not pane.empty.isVisible()
    stage.kit.selection.make_current(None)
    qtbot.waitUntil(pane.empty.isVisible, timeout=LONG_MS)


def test_only_the_last_of_many_tracks_is_shown(pane, stage, qtbot):
    for track_id in (1, 2, 3, 4, 1, 3):
        stage.kit.selection.make_current(track_id)
    qtbot.waitUntil(lambda: pane.facts is not None, timeout=LONG_MS)
    stage.calm()
    assert pane.facts.id == 3


def test_the_file_in_words_and_units(shore):
    said = words(shore)
    assert shore.head.title.accessibleName() == "Shore"
    assert shore.head.artist.accessibleName() == "Ann"
    assert shore.head.album.accessibleName() == "1962"
    for part in ("1:00.0", "flac · 16 bit", "44,100 Hz", "2, stereo", "−1.2 dBFS", "−14.3 LUFS", "1.0 kB"):
        assert part in said
    shore.file.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "Length\t1:00.0\n" in copied
    assert f"SHA-256\t{'ab' * 32}\n" in copied


def test_every_label_with_its_source(shore):
    assert lines(shore) == [
        ("title", "Shore", "tag"),
        ("artist", "Ann", "tag"),
        ("artist", "Bo", "tag"),
        ("genre", "lament", "person"),
        ("genre", "air", "tag, overruled"),
        ("genre", "reel", "run 1, 82 %, overruled"),
        ("year", "1962", "tag"),
        ("comment", "one two", "tag"),
        ("mood", "calm", "0:10.0–0:15.5 · tag"),
        ("place", "reels", "folder"),
    ]
    model = shore.labels.model
    tips = {
        line.text: model.index(place).data(Qt.ItemDataRole.ToolTipRole)
        for place, line in enumerate(model.lines)
    }
    assert tips["reel"] == "reel\nSaid by run 1 (describe), 82 % sure; overruled by person"
    assert tips["lament"].startswith("lament\nSaid by a person, ")
    assert tips["lament"].endswith("; it counts")
    assert tips["calm"] == "calm\nIn the excerpt 0:10.0–0:15.5. From the tags of the file; it counts"
    assert tips["one two"].startswith("one\ntwo\n")
    said = model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "genre, air, air\nFrom the tags of the file; overruled by person"


def test_the_model_keeps_qts_rules(shore, qtmodeltester):
    qtmodeltester.check(shore.labels.model)


@pytest.mark.parametrize("size", [(300, 500), (300, 300), (520, 700)])
def test_everything_can_be_reached_by_scrolling_and_nothing_sticks_out(shore, stage, size):
    stage.resize(*size)
    QApplication.processEvents()
    area = shore.area
    assert area.widget().width() <= area.viewport().width()
    assert area.widget().height() >= shore.file.geometry().bottom()
    assert shore.labels.list.verticalScrollBar().maximum() == 0
    assert not shore.grab().isNull()


def test_a_value_is_changed_in_place(shore, stage, qtbot):
    choose(shore, "Bo")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_F2)
    line = editor(shore)
    assert line.text() == "Bo"
    qtbot.keyClicks(line, "Cy")
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["Set artist of 1 track to Ann, Cy"]
    qtbot.waitUntil(lambda: ("artist", "Cy", "person") in lines(shore), timeout=LONG_MS)
    assert ("artist", "Bo", "tag, overruled") in lines(shore)
    assert shore.labels.list.current.field.name == "artist"
    stage.kit.history.undo()
    qtbot.waitUntil(lambda: ("artist", "Bo", "tag") in lines(shore), timeout=LONG_MS)
    assert values(stage, "artist") == [["Ann", "Bo"]]


def test_escape_changes_nothing(shore, stage, qtbot):
    choose(shore, "Bo")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_Return)
    qtbot.keyClicks(editor(shore), "Cy")
    qtbot.keyClick(editor(shore), Qt.Key.Key_Escape)
    stage.calm()
    assert values(stage, "artist") == [["Ann", "Bo"]]


def test_a_value_is_added_below_the_others(shore, stage, qtbot):
    choose(shore, "Ann")
    qtbot.mouseClick(shore.labels.add, Qt.MouseButton.LeftButton)
    assert lines(shore)[3] == ("artist", "", "")
    qtbot.keyClicks(editor(shore), "Cy")
    qtbot.keyClick(editor(shore), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("artist", "Cy", "person") in lines(shore), timeout=LONG_MS)
    assert values(stage, "artist") == [["Ann", "Bo", "Cy"]]
    assert ("artist", "", "") not in lines(shore)
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_Insert)
    qtbot.keyClick(editor(shore), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: ("artist", "", "") not in lines(shore), timeout=LONG_MS)


def test_known_values_are_offered(shore, qtbot):
    choose(shore, "lament")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_F2)
    completer = editor(shore).completer()
    qtbot.waitUntil(lambda: completer.model().rowCount() > 0, timeout=LONG_MS)
    assert completer.model().stringList() == ["lament"]
    qtbot.keyClick(editor(shore), Qt.Key.Key_Escape)


def test_removed_and_reverted(shore, stage, qtbot):
    choose(shore, "lament")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: ("genre", "none", "person") in lines(shore), timeout=LONG_MS)
    assert values(stage, "genre") == [[]]
    assert shore.labels.list.current.text == "none"
    assert not shore.labels.take_away.isEnabled()
    assert shore.labels.back.isEnabled()
    qtbot.mouseClick(shore.labels.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ("genre", "air", "tag") in lines(shore), timeout=LONG_MS)
    assert values(stage, "genre") == [["air"]]
    assert not shore.labels.back.isEnabled()
    assert shore.labels.back.toolTip() == "No person has said anything here"


def test_what_is_overruled_can_count(shore, stage, qtbot):
    choose(shore, "reel")
    assert not shore.labels.change.isEnabled()
    assert shore.labels.change.toolTip() == "It is overruled; revert, or let it count"
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_F2)
    assert not shore.labels.list.is_typed_in
    shore.labels._show_menu(shore.mapToGlobal(QPoint(50, 50)))
    menu = QApplication.activePopupWidget()
    (act,) = [action for action in menu.actions() if action.text() == "Let this count"]
    act.trigger()
    menu.close()
    qtbot.waitUntil(lambda: ("genre", "reel", "person") in lines(shore), timeout=LONG_MS)
    assert values(stage, "genre") == [["reel"]]


def test_what_cannot_be_is_said_below_the_labels(shore, stage, qtbot):
    choose(shore, "1962")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(shore), "long ago")
    qtbot.keyClick(editor(shore), Qt.Key.Key_Return)
    qtbot.waitUntil(shore.labels.says.isVisible, timeout=LONG_MS)
    assert shore.labels.says.text() == "year holds numbers; long ago is none."
    choose(shore, "Shore")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_Insert)
    qtbot.keyClicks(editor(shore), "North shore")
    qtbot.keyClick(editor(shore), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("title", "North shore", "person") in lines(shore), timeout=LONG_MS)
    assert not shore.labels.says.isVisible()
    stage.kit.selection.make_current(4)
    qtbot.waitUntil(lambda: shore.facts.id == 4, timeout=LONG_MS)
    assert ("year", "1962", "tag") not in lines(shore)
    assert values(stage, "year") == [[1962.0]]


def test_long_text_keeps_its_lines(shore, stage, qtbot):
    choose(shore, "one two")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_F2)
    text = editor(shore, QPlainTextEdit)
    assert text.toPlainText() == "one\ntwo"
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "three")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ("comment", "one two three", "person") in lines(shore), timeout=LONG_MS)
    assert values(stage, "comment") == [["one\ntwo\nthree"]]


def test_what_is_typed_outlives_news(shore, stage, qtbot):
    choose(shore, "Bo")
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(shore), "Cy")
    with stage.collection() as collection:
        from core.library.edits import set_values

        set_values(collection, [1], "genre", ["waltz"])
    stage.workspace.changed.emit(Changes(labels=True))
    qtbot.wait(100)
    stage.calm()
    assert editor(shore).text() == "Cy"
    qtbot.keyClick(editor(shore), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("artist", "Cy", "person") in lines(shore), timeout=LONG_MS)
    assert ("genre", "waltz", "person") in lines(shore)


def test_labels_of_excerpts_are_played_and_edited(shore, stage, qtbot):
    choose(shore, "calm")
    place = shore.labels.list.visualRect(shore.labels.list.currentIndex()).center()
    qtbot.mouseClick(shore.labels.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.player.queue == [Passage(1, 10.0, 15.5, "mood: calm, 0:10.0–0:15.5")]
    stage.player.queue = []
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_Return)
    assert len(stage.player.queue) == 1
    qtbot.keyClick(shore.labels.list, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(shore), "dark")
    qtbot.keyClick(editor(shore), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("mood", "dark", "0:10.0–0:15.5 · person") in lines(shore), timeout=LONG_MS)
    with stage.collection() as collection, collection.database.reading() as session:
        (new,) = [x for x in labels_of(session, [1])[1] if x.value == "dark"]
    assert Span(1, new.start_s, new.end_s) == Span(1, 10.0, 15.5)


def test_space_is_left_to_the_player(shore, qtbot):
    choose(shore, "Ann")
    event_was_taken = shore.labels.list.event(_key(Qt.Key.Key_Space))
    assert not event_was_taken or not shore.labels.list.is_typed_in


def _key(key: Qt.Key):
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, " ")


def test_a_value_is_copied_and_searched_for(shore, stage, qtbot):
    choose(shore, "Ann")
    shore.labels.copy()
    assert QGuiApplication.clipboard().text() == "Ann"
    with qtbot.waitSignal(stage.kit.filter.found_changed, timeout=LONG_MS):
        shore.labels.find_alike()
    assert stage.kit.filter.asked.text == "artist:Ann"
    assert stage.kit.filter.ids == [1, 4]


def test_a_file_that_cannot_be_read_says_what_to_do(pane, stage, qtbot):
    stage.kit.selection.make_current(3)
    qtbot.waitUntil(lambda: pane.facts is not None, timeout=LONG_MS)
    assert pane.head.state.accessibleName() == "Cannot be read"
    assert pane.head.remedy.text() == "The file ends early. Copy it again from where it came, then scan."
    assert pane.head.remedy.isVisible()


def test_copies_lead_to_each_other(shore, stage, qtbot):
    (link,) = [
        b for b in shore.head.findChildren(QPushButton) if b.accessibleName() == "reels/shore copy.mp3"
    ]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shore.facts.id == 2, timeout=LONG_MS)
    assert stage.kit.selection.current == 2
    assert "Same recording as" in words(shore.head)
    (back,) = [b for b in shore.head.findChildren(QPushButton) if b.accessibleName() == "reels/shore.flac"]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shore.facts.id == 1, timeout=LONG_MS)


def test_where_the_file_is(shore, stage, qtbot, monkeypatch, messages):
    qtbot.mouseClick(shore.head.copy_path, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "/music/reels/shore.flac"
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or False)
    qtbot.mouseClick(shore.head.show_folder, Qt.MouseButton.LeftButton)
    assert opened == ["/music/reels"]
    assert [m.text for m in messages] == ["The folder /music/reels cannot be shown. The file is shore.flac."]


def test_several_tracks_in_common_and_edited_at_once(pane, stage, qtbot):
    stage.kit.selection.make_current(1)
    stage.kit.selection.choose([1, 3, 4])
    qtbot.waitUntil(lambda: isinstance(pane.facts, SeveralFacts), timeout=LONG_MS)
    assert pane.several.count.text() == "3 tracks chosen"
    assert pane.several.length.text() == "1:30 in all"
    assert "Cannot be read: 1 track" in words(pane.several)
    assert ("genre", "lament", "on 2 of 3") in lines(pane)
    assert ("artist", "2 different values", "on 2 of 3") in lines(pane)
    choose(pane, "2 different values")
    tip = pane.labels.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Ann: 2 tracks\nBo: 1 track"
    qtbot.keyClick(pane.labels.list, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(pane), "Dee")
    qtbot.keyClick(editor(pane), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("artist", "Dee", "on all") in lines(pane), timeout=LONG_MS)
    assert values(stage, "artist", 1, 2, 3, 4) == [["Dee"], [], ["Dee"], ["Dee"]]
    with stage.collection() as collection:
        assert history(collection)[0].title == "Set artist of 3 tracks to Dee"
    pane.one.click()
    qtbot.waitUntil(lambda: not isinstance(pane.facts, SeveralFacts), timeout=LONG_MS)
    assert pane.facts.id == 1
    stage.kit.selection.choose([])
    qtbot.waitUntil(lambda: not pane.which.isVisible(), timeout=LONG_MS)


def test_tracks_that_go_are_not_shown(pane, stage, qtbot):
    stage.kit.selection.make_current(99)
    qtbot.wait(100)
    stage.calm()
    assert pane.empty.isVisible()


def test_another_file_of_the_collection(pane, stage, qtbot):
    with stage.collection() as collection:
        (new,) = add(collection, "new.wav")
    stage.kit.selection.make_current(new)
    qtbot.waitUntil(lambda: pane.facts is not None and pane.facts.id == new, timeout=LONG_MS)
    assert "Nothing is said of it yet." in words(pane.labels)
    assert "Nobody has described it yet." in words(pane.captions)


def test_everything_has_a_name(shore):
    for button in shore.findChildren(QPushButton):
        assert button.accessibleName(), button.text()
        assert button.toolTip() or button.text()
