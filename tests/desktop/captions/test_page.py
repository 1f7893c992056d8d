"""The page of captions: both texts beside each other, judged, corrected and undone against the database."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit

from core.library.caption_edits import add_caption
from core.library.captions import read_captions
from desktop.captions.model import Column
from desktop.captions.texts import common_marks
from desktop.player.passage import Passage
from tests.core.library.shelf import hear
from tests.desktop.captions.conftest import SETTINGS, texts
from tests.desktop.stage import LONG_MS

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def verdicts(stage) -> dict[str, str | None]:
    """As they are in the database, of run 2."""
    with stage.collection() as collection:
        return {one.text: one.verdict for one in read_captions(collection, run_id=2)}


def open_line(page, qtbot, row: int) -> None:
    page.table.go_to(row)
    qtbot.waitUntil(lambda: page.table.says is not None, timeout=LONG_MS)
    page.kit.workspace.look(lambda _: None, lambda _: None)


def undo(stage, qtbot) -> None:
    with qtbot.waitSignal(stage.workspace.changed, timeout=LONG_MS):
        stage.kit.history.undo()


def test_machine_text_stands_beside_human_text(page, stage, qtbot):
    assert [page.head.by.itemText(i) for i in range(page.head.by.count())] == [
        "Everybody", "Run 2 · Descriptors + own writer", "Run 1 · Descriptors + own writer",
    ]  # fmt: skip
    assert page.head.run == 2
    qtbot.waitUntil(lambda: texts(page)[3] == "Two fiddles play a reel.", timeout=LONG_MS)
    says = page.model.says(0)
    assert [one.text for one in says.human] == ["Unaccompanied flute, low drone and tape hiss"]
    assert page.model.says(1).same == 1
    assert page.head.which.buttons["all"].text() == "All 4"
    assert page.head.which.buttons["to check"].text() == "To check 4"
    assert page.head.which.buttons["rejected"].isHidden()
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [page.model.data(page.model.index(2, column), role) for column in Column]
    assert spoken[1:] == ["Human text: No human text.", "Machine text: A slow song.", "State: To check"]


def test_everybody_has_tracks_that_only_people_described(page, stage, qtbot):
    page.head.by.setCurrentIndex(0)
    page.head.by.activated.emit(0)
    qtbot.waitUntil(lambda: len(page.model.lines) == 6, timeout=LONG_MS)
    assert [line.track_id for line in page.model.lines] == [1, 1, 2, 3, 4, 5]
    open_line(page, qtbot, 5)
    assert page.table.text.isHidden()
    assert page.head.which.buttons["all"].text() == "All 6"


def test_the_open_line_says_where_its_text_comes_from(page, qtbot):
    open_line(page, qtbot, 0)
    text = page.table.text
    qtbot.waitUntil(lambda: "alike" in text.alike.text(), timeout=LONG_MS)
    assert text.text.toPlainText() == "A slow flute over a low drone."
    behind = text.behind.text()
    assert behind.startswith(
        "Run 2, epoch 9 · Descriptors (frozen) + own writer · beam 4, no prompt · excerpt "
    )
    assert "excerpt 0:10.0–0:20.0, file " in behind
    assert "by chance" in text.alike.text()
    shown = text.text.extraSelections()
    assert [one.cursor.selectedText() for one in shown] == ["flute", "low drone"]


def test_a_file_that_has_changed_since_is_said(page, stage, qtbot):
    with stage.collection() as collection:
        hear(collection, 2, (6, 0.0, "A jig."), **SETTINGS, file="0123456789ab")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.model.lines) == 5, timeout=LONG_MS)
    open_line(page, qtbot, 4)
    qtbot.waitUntil(lambda: "which has changed since" in page.table.text.behind.text(), timeout=LONG_MS)


def test_a_text_is_accepted_by_key_and_the_next_is_opened(page, stage, qtbot):
    open_line(page, qtbot, 0)
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS):
        qtbot.keyClick(page.table, Qt.Key.Key_Return, CONTROL)
    assert verdicts(stage)["A slow flute over a low drone."] == "accepted"
    assert page.table.row == 1
    qtbot.waitUntil(lambda: page.head.which.buttons["accepted"].text() == "Accepted 1", timeout=LONG_MS)
    undo(stage, qtbot)
    assert set(verdicts(stage).values()) == {"to check"}
    qtbot.waitUntil(lambda: page.head.which.buttons["accepted"].text() == "Accepted 0", timeout=LONG_MS)


def test_a_text_is_edited_and_keeps_what_it_said_first(page, stage, qtbot):
    open_line(page, qtbot, 3)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    field = page.table.text.text
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, " Feet stamp.")
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert edited.args == ["Accept 1 caption"]
    with stage.collection() as collection:
        (one,) = read_captions(collection, [4], run_id=2)
    assert (one.text, one.origin) == ("Two fiddles play a reel. Feet stamp.", "Two fiddles play a reel.")
    assert (one.verdict, one.accepted, one.source) == ("edited", True, "run")
    qtbot.waitUntil(lambda: page.model.lines[3].verdict == "edited", timeout=LONG_MS)
    qtbot.waitUntil(lambda: "Two fiddles play a reel." in page.table.text.origin.text(), timeout=LONG_MS)
    assert page.table.text.source.accessibleName() == "Machine, edited by a person"
    undo(stage, qtbot)
    assert verdicts(stage)["Two fiddles play a reel."] == "to check"
    qtbot.waitUntil(lambda: field.toPlainText() == "Two fiddles play a reel.", timeout=LONG_MS)


def test_escape_leaves_the_text_as_it_was_and_a_draft_is_kept_while_walking(page, stage, qtbot):
    open_line(page, qtbot, 0)
    field = page.table.text.text
    page.table.text.edit()
    qtbot.keyClicks(field, " And")
    page.table.go_to(1)
    qtbot.waitUntil(lambda: field.toPlainText() == "A slow song.", timeout=LONG_MS)
    page.table.go_to(0)
    qtbot.waitUntil(lambda: field.toPlainText().endswith(" And"), timeout=LONG_MS)
    page.table.text.edit()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "A slow flute over a low drone."
    assert page.table.hasFocus()
    assert set(verdicts(stage).values()) == {"to check"}


def test_what_is_typed_outlives_texts_that_come_meanwhile(page, stage, qtbot):
    open_line(page, qtbot, 1)
    page.table.text.edit()
    qtbot.keyClicks(page.table.text.text, " Sung")
    with stage.collection() as collection:
        hear(collection, 2, (6, 0.0, "A jig."), **SETTINGS)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.model.lines) == 5, timeout=LONG_MS)
    stage.calm()
    assert page.table.text.text.toPlainText() == "A slow song. Sung"
    assert page.model.lines[page.table.row].track_id == 2


def test_a_text_is_rejected_and_taken_back(page, stage, qtbot):
    open_line(page, qtbot, 1)
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS):
        qtbot.mouseClick(page.table.text.reject, LEFT)
    with stage.collection() as collection:
        assert [one.rejected for one in read_captions(collection, [2], run_id=2)] == [True]
    button = page.head.which.buttons["rejected"]
    qtbot.waitUntil(lambda: button.text() == "Rejected 1", timeout=LONG_MS)
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: [line.track_id for line in page.model.lines] == [2], timeout=LONG_MS)
    open_line(page, qtbot, 0)
    qtbot.waitUntil(lambda: page.table.text.reject.text() == "Not rejected", timeout=LONG_MS)
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS):
        qtbot.mouseClick(page.table.text.reject, LEFT)
    assert set(verdicts(stage).values()) == {"to check"}


def test_several_are_judged_at_once(page, stage, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    assert page.chosen.isVisible()
    assert page.chosen.said.text() == "4 lines chosen"
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS) as edited:
        qtbot.mouseClick(page.chosen.accept, LEFT)
    assert edited.args == ["Accept 4 captions"]
    assert set(verdicts(stage).values()) == {"accepted"}
    assert stage.kit.selection.chosen == frozenset()
    undo(stage, qtbot)
    assert set(verdicts(stage).values()) == {"to check"}


def test_the_excerpt_that_was_described_is_played(page, stage, qtbot):
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=page.table.play_point(3))
    assert stage.player.queue == [Passage(4, 20.0, 30.0, "Caption of 0:20.0–0:30.0")]
    card = stage.kit.cards.get(4)
    assert card is not None
    assert card.path.name == "reel.wav"
    assert page.table.is_heard(page.model.lines[3])
    assert not page.table.is_heard(page.model.lines[2])
    page.table.go_to(3)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert not stage.player.is_playing
    page.table.go_to(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert stage.player.queue == [Passage(1, 10.0, 20.0, "Caption of 0:10.0–0:20.0")]
    page.acts.loop()
    assert stage.player.looped == 1
    page.table.go_to(1)
    page.acts.play_in_order()
    assert [(one.track_id, one.start_s) for one in stage.player.queue] == [(2, 5.0), (3, 0.0), (4, 20.0)]


def gold(page, qtbot) -> int:
    """Dots in the colour of what is heard."""
    from desktop.theme import look

    image = page.table.viewport().grab().toImage()
    wanted = {look().colour("hear").rgb(), look().colour("hearfill").rgb()}
    return sum(image.pixel(x, y) in wanted for y in range(image.height()) for x in range(190))


def test_gold_is_only_what_is_heard(page, stage, qtbot):
    qtbot.waitUntil(lambda: page.waves.get(4) is not None, timeout=LONG_MS)
    assert gold(page, qtbot) == 0
    page.acts.play(3)
    assert gold(page, qtbot) > 20
    stage.player.toggle()
    assert gold(page, qtbot) == 0


def test_a_missing_human_text_is_written(page, stage, qtbot):
    qtbot.waitUntil(lambda: page.model.says(2) is not None, timeout=LONG_MS)
    place = page.table.cell.write_place(page.table.place_of(2, Column.HUMAN), 2)
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=place.center())
    field = page.table.human.findChild(QPlainTextEdit)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "A bell, far away")
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS):
        qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    with stage.collection() as collection:
        (one,) = read_captions(collection, [3], writer="human")
    assert (one.text, one.start_s, one.end_s, one.source) == ("A bell, far away", 0.0, 10.0, "person")
    qtbot.waitUntil(lambda: bool(page.model.says(2).human), timeout=LONG_MS)
    assert page.table.human is None
    undo(stage, qtbot)
    qtbot.waitUntil(lambda: page.model.says(2) and not page.model.says(2).human, timeout=LONG_MS)


def test_both_texts_are_searched(page, stage, qtbot):
    qtbot.keyClicks(page.head.search, "tape")
    qtbot.waitUntil(lambda: [line.track_id for line in page.model.lines] == [1], timeout=LONG_MS)
    page.head.search.clear()
    qtbot.keyClicks(page.head.search, "title:reel or fiddles")
    qtbot.waitUntil(lambda: [line.track_id for line in page.model.lines] == [4], timeout=LONG_MS)
    page.head.search.clear()
    qtbot.keyClicks(page.head.search, "gnere:air")
    qtbot.waitUntil(page.head.says.isVisible, timeout=LONG_MS)
    assert "gnere" in page.head.says.text()
    assert [line.track_id for line in page.model.lines] == [4]
    page.head.search.clear()
    qtbot.keyClicks(page.head.search, "walrus")
    qtbot.waitUntil(lambda: page.body.currentWidget() is page.empty, timeout=LONG_MS)
    assert page.empty.title.text() == "No text is found"
    qtbot.mouseClick(page.empty.button, LEFT)
    qtbot.waitUntil(lambda: len(page.model.lines) == 4, timeout=LONG_MS)


def test_what_is_shown_is_exported_with_its_origin(page, stage, qtbot, tmp_path):
    qtbot.waitUntil(page.head.export.isEnabled)
    for name in ("out.csv", "out.json"):
        path = tmp_path / name
        page.acts.export(path)
        qtbot.waitUntil(path.is_file, timeout=LONG_MS)
        text = path.read_text(encoding="utf-8")
        rows = json.loads(text) if path.suffix == ".json" else list(csv.DictReader(text.splitlines()))
        machine = [row for row in rows if row["source"] == "run"]
        assert [row["text"] for row in machine] == [
            "A slow flute over a low drone.", "A slow song.", "A slow song.", "Two fiddles play a reel.",
        ]  # fmt: skip
        assert {str(row["run"]) for row in machine} == {"2"}
        settings = machine[0]["settings"]
        settings = json.loads(settings) if isinstance(settings, str) else settings
        assert settings == SETTINGS
        assert [row["text"] for row in rows if row["source"] == "person"] == [
            "Unaccompanied flute, low drone and tape hiss", "A woman sings her child to sleep",
        ]  # fmt: skip
        assert Path(machine[3]["path"]).name == "reel.wav"
        assert float(machine[3]["start_s"]) == 20.0


def test_words_that_both_have_are_marked_and_small_ones_are_not():
    text = "A slow flute over the low drone"
    marks = common_marks(text, "Flute, low DRONE; over a wall")
    assert [text[at : at + count] for at, count in marks] == ["flute", "low drone"]
    assert common_marks(text, "") == ()
    assert common_marks("", text) == ()


def test_scores_stand_beside_floors(page, qtbot):
    sheet = page.scores.sheet
    assert [line.name for line in sheet.lines] == ["cider_d", "recall_at_10", "bleu_4", "attribute_accuracy"]
    said = " ".join(one.text() for one in page.scores.findChildren(QLabel))
    assert "run 2 · 4 test tracks with human text" in said
    assert "3 of 4 texts are different; one text was written for 2 tracks. Human texts: 4 of 4." in said
    assert "above all floors" in said
    assert "not above floors" in said
    assert "METEOR is not shown" in said
    assert "Whether the mood is named is not shown" in said
    assert "not to be compared" in said
    assert sheet.lines[0].lost_to == ()
    assert sheet.lines[1].lost_to == ("nearest caption",)
    qtbot.mouseClick(page.scores.repeated, LEFT)
    qtbot.waitUntil(lambda: [line.track_id for line in page.model.lines] == [2, 3], timeout=LONG_MS)
    assert page.head.only.isVisible()
    qtbot.mouseClick(page.head.only, LEFT)
    qtbot.waitUntil(lambda: len(page.model.lines) == 4, timeout=LONG_MS)


def test_runs_are_compared_and_the_methods_sheet_is_asked_for_elsewhere(page, stage, qtbot):
    stage.kit.runs.refresh()
    qtbot.waitUntil(lambda: len(stage.kit.runs.lines) == 2, timeout=LONG_MS)
    qtbot.mouseClick(page.scores.compare, LEFT)
    qtbot.mouseClick(page.scores.methods, LEFT)
    assert stage.asked == ["page_results", "methods"]
    assert stage.kit.runs.run == 2


def test_scores_give_way_where_there_is_little_room(page, stage, qtbot):
    assert page.scores.isVisible()
    stage.resize(1280, 470)
    qtbot.waitUntil(page.scores.isHidden)
    qtbot.mouseClick(page.head.scores, LEFT)
    assert page.scores.isVisible()
    assert page.table.columnWidth(Column.MACHINE) > 200
    open_line(page, qtbot, 0)
    field = page.table.text
    assert field.geometry().bottom() <= page.table.rowViewportPosition(0) + page.table.rowHeight(0)
    assert field.again.geometry().right() <= field.width()


def test_it_is_as_it_was(page, stage, qtbot):
    page.head.which.show_chosen("to check")
    page.head.sort = "newest"
    page.look_at(1)
    qtbot.waitUntil(lambda: len(page.model.lines) == 1, timeout=LONG_MS)
    kept = json.loads(json.dumps(page.remembered()))
    stage.takeCentralWidget()
    page.forget()
    page.restore(kept)
    stage.setCentralWidget(page)
    page.show_collection(stage.workspace.summary)
    qtbot.waitUntil(lambda: len(page.model.lines) == 1, timeout=LONG_MS)
    assert (page.head.run, page.head.sort, page.head.which.current) == (1, "newest", "to check")
    page.restore({"run": "x", "sort": 3, "which": [], "scores_px": "wide", "scores": 7})
    assert page.head.sort == "track"


def test_the_list_moves_on_with_edits_of_others(page, stage, qtbot):
    with stage.collection() as collection:
        add_caption(collection, 4, "A reel")
    from desktop.changes import Changes

    stage.workspace.changed.emit(Changes(captions=True))
    qtbot.waitUntil(lambda: bool(page.model.says(3) and page.model.says(3).human), timeout=LONG_MS)


@pytest.mark.parametrize("size", [(1500, 640), (1280, 470)])
def test_every_control_has_a_name(page, stage, qtbot, size):
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    stage.resize(*size)
    open_line(page, qtbot, 0)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in page.findChildren(kind):
            if widget.isVisible() and not (widget.parent() and widget.parent().inherits("QLineEdit")):
                assert widget.accessibleName(), widget
