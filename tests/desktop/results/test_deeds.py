"""What is done with a run: noted, tagged, queued again, accepted, exported, deleted."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from core.library.groups import read_values
from core.runs import list_runs, read_run
from desktop.results.asking import AcceptDialog, SeedsDialog
from desktop.results.page import ResultsPage
from desktop.results.rows import COLUMNS
from desktop.widgets import Question
from tests.desktop.conftest import press
from tests.desktop.results.conftest import FIRST, SECOND_SEED, SOLVED
from tests.desktop.results.test_page import cells, look_at, order
from tests.desktop.stage import LONG_MS, Stage

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def write_in_place(page: ResultsPage, stage: Stage, qtbot: QtBot, key: Qt.Key, text: str) -> None:
    look_at(qtbot, page, stage, FIRST)
    page.table.setFocus()
    page.table.go_to(FIRST)
    qtbot.keyClick(page.table, key)
    editor = page.table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_note_is_written_in_place_and_undone(page, stage, qtbot):
    write_in_place(page, stage, qtbot, Qt.Key.Key_N, "first baseline")
    qtbot.waitUntil(lambda: cells(page, FIRST)["note"] == "first baseline", timeout=LONG_MS)
    with stage.collection() as collection:
        assert read_run(collection, FIRST).notes == "first baseline"
    assert stage.kit.history.undo_words == "Note of run 1"
    stage.kit.history.undo()
    qtbot.waitUntil(lambda: cells(page, FIRST)["note"] == "", timeout=LONG_MS)
    stage.kit.history.redo()
    qtbot.waitUntil(lambda: cells(page, FIRST)["note"] == "first baseline", timeout=LONG_MS)


def test_tags_are_written_in_place(page, stage, qtbot):
    write_in_place(page, stage, qtbot, Qt.Key.Key_T, "thesis, chapter 2,, thesis")
    qtbot.waitUntil(lambda: cells(page, FIRST)["tags"] == "thesis, chapter 2", timeout=LONG_MS)
    assert not page.table.isColumnHidden(COLUMNS.index("tags"))


def question(page: ResultsPage, qtbot) -> Question:
    qtbot.waitUntil(lambda: bool(page.window().findChildren(Question)), timeout=LONG_MS)
    return page.window().findChildren(Question)[-1]


def test_delete_asks_once_and_says_what_goes(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST, SECOND_SEED)
    page.table.setFocus()
    page.table.go_to(SECOND_SEED)
    for _ in range(3):  # a key that is held
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    asked = question(page, qtbot)
    stage.calm()
    assert len(page.window().findChildren(Question)) == 1
    with stage.collection() as collection:
        files = list((collection.folder / "checkpoints").glob("run-000002-*"))
    size = sum(path.stat().st_size for path in files)
    assert f"{len(files)} checkpoint" in asked.accessibleDescription()
    assert f"({size / 1000:.1f} kB)" in asked.accessibleDescription() or size > 9950
    assert "150 predictions" in asked.accessibleDescription()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    stage.calm()
    with stage.collection() as collection:
        assert len(list_runs(collection)) == 5
    assert all(path.exists() for path in files)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: question(page, qtbot).isVisible(), timeout=LONG_MS)
    press(qtbot, question(page, qtbot), "Delete run 2")
    qtbot.waitUntil(lambda: page.model.place_of(SECOND_SEED) is None, timeout=LONG_MS)
    assert not any(path.exists() for path in files)
    assert (stage.kit.runs.run, stage.kit.runs.beside) == (FIRST, None)
    assert page.strip.isHidden()


def test_a_run_leaves_as_a_folder_and_the_table_as_a_sheet(
    page, stage, qtbot, tmp_path, monkeypatch, messages
):
    look_at(qtbot, page, stage, FIRST)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    stage.commands.actions["run_export"].trigger()
    qtbot.waitUntil((tmp_path / "out/run-1/split.csv").exists, timeout=LONG_MS)
    sheet = tmp_path / "runs"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    qtbot.mouseClick(page.tools.export, LEFT)
    qtbot.waitUntil(lambda: any("lines written" in message.text for message in messages), timeout=LONG_MS)
    with Path(f"{sheet}.csv").open(newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["control"] or line["run"] for line in lines] == order(page)
    first = next(line for line in lines if line["run"] == "1" and not line["control"])
    with stage.collection() as collection:
        accuracy = read_run(collection, FIRST).scores["test"]["accuracy"]
    assert float(first["accuracy (0 to 1)"]) == accuracy.value
    assert float(first["accuracy, 95 % from"]) == accuracy.low
    assert int(first["accuracy, test tracks"]) == accuracy.n
    assert first["field"] == "genre"


def test_more_seeds_are_queued(page, stage, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        stage.workspace, "submit", lambda kind, request, **more: asked.append((kind, request, more))
    )
    look_at(qtbot, page, stage, FIRST)
    stage.commands.actions["run_seeds"].trigger()
    dialog = page.window().findChildren(SeedsDialog)[-1]
    assert dialog.count.value() == 1
    qtbot.keyClick(dialog.count, Qt.Key.Key_Up)
    assert "seeds 2, 3" in dialog.says.text()
    qtbot.keyClick(dialog.count, Qt.Key.Key_Return)
    assert [(kind, request.seed) for kind, request, _ in asked] == [("train", 2), ("train", 3)]
    with stage.collection() as collection:
        assert {request.recipe for _, request, _ in asked} == {read_run(collection, FIRST).recipe.text}
    look_at(qtbot, page, stage, FIRST, SOLVED)
    assert page.strip.queue.text() == "Queue 2 more seeds"
    qtbot.mouseClick(page.strip.queue, LEFT)
    assert [request.seed for _, request, _ in asked[2:]] == [1, 2]
    assert page.strip.queue.isHidden()


def test_predictions_become_labels_and_undo_takes_them_back(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    with stage.collection() as collection:
        before = read_values(collection, "genre")
    stage.commands.actions["run_accept"].trigger()
    dialog = page.window().findChildren(AcceptDialog)[-1]
    assert dialog.field.text() == "genre"
    dialog.least.setValue(0.1)
    press(qtbot, dialog, "Accept as labels")
    qtbot.waitUntil(lambda: "from run 1" in stage.kit.history.undo_words, timeout=LONG_MS)
    with stage.collection() as collection:
        after = read_values(collection, "genre")
    assert len(after) == 150 > len(before)
    stage.kit.history.undo()
    stage.calm()
    with stage.collection() as collection:
        assert read_values(collection, "genre") == before


def test_settings_are_copied_into_the_teach_dialog(page, stage, qtbot):
    look_at(qtbot, page, stage, SECOND_SEED)
    with stage.collection() as collection:
        text = read_run(collection, SECOND_SEED).recipe.text
    with qtbot.waitSignal(page.recipe_wanted) as wanted:
        stage.commands.actions["run_copy"].trigger()
    assert wanted.args == [text, 1]


def test_the_menu_offers_what_can_be_done_and_says_what_cannot(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    qtbot.mouseClick(page.tools.more, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert offered["Delete this run…"].isEnabled()
    assert not offered["Encode with its encoder"].isEnabled()
    assert offered["Encode with its encoder"].toolTip() == "This run has not trained an encoder"
    assert offered["Compare with this run"].toolTip() == "Look at another run first"
    assert "Bring back from the archive" not in offered
    menu.close()
