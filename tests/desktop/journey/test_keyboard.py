"""From nothing to an exported map with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from core.library.labels import values_of
from core.store import open_collection
from desktop.collection.new import NewCollectionDialog
from desktop.labels.dialog import LabelDialog
from desktop.labels.names import NamesDialog
from desktop.map.canvas import MapCanvas
from desktop.neighbours.model import HIT_ROLE
from desktop.neighbours.view import HitsView
from tests.desktop.journey.hands import Keys

Key = Qt.Key


@pytest.fixture
def keys(ready, qtbot):
    return Keys(ready, qtbot, "keys")


def create(keys, answers, place):
    window = keys.window
    keys.press("Ctrl+N")
    dialog = keys.dialog(NewCollectionDialog)
    keys.type("One shots")
    answers.folder = place
    keys.press("Alt+C")
    keys.wait(lambda: dialog.folder.text() == str(place), "the folder is chosen")
    keys.picture("new")
    keys.press(Key.Key_Return)
    keys.wait(lambda: window.desk is not None and window.desk.isVisible(), "the collection is open")


def add(keys, answers, reels):
    desk = keys.window.desk
    answers.folder = reels
    keys.press("Ctrl+Shift+O")
    keys.wait(lambda: desk.overview.numbers["tracks"].text() == "64", "the tracks are there")
    keys.picture("added")


def encode_and_map(keys):
    desk = keys.window.desk
    keys.press("Alt+1")
    keys.wait(desk.map.empty.button.isVisible, "the map page says what can be done")
    assert QApplication.focusWidget() is desk.map.empty.button
    keys.picture("nothing-heard")
    keys.press(Key.Key_Return)
    canvas = desk.map.stage.canvas
    keys.wait(lambda: desk.map.gallery.shown and len(canvas.scene) == 64, "a first map is drawn")
    keys.wait(canvas.is_complete, "it is painted")
    keys.picture("mapped")


def label_by_prefix(keys):
    keys.command("labels from", "Labels from names")
    dialog = keys.dialog(NamesDialog)
    keys.wait(dialog.agree.isEnabled, "what would be set is counted")
    keys.press(Key.Key_Return)
    keys.no_dialog()
    keys.wait(keys.window.done.isVisible, "the strip says what was done")


def colour(keys):
    desk = keys.window.desk
    keys.press("Alt+1")
    keys.tab_to_named("Colour by")
    box, legend = desk.map.controls.tools.colour, desk.map.stage.legend
    keys.wait(lambda: box.findText("Prefix") >= 0, "the map can be coloured by it")
    keys.press(Key.Key_Home)
    keys.wait(lambda: box.currentText() == "Nothing" and not legend.isVisible(), "it has no colours")
    keys.press("P")
    keys.wait(lambda: len(legend.rows) == 8 and legend.isVisible(), "the legend names the eight")
    keys.picture("coloured")


def select(keys):
    """A walk to a point, then all of its colour."""
    desk, selection = keys.window.desk, keys.window.kit.selection
    canvas = desk.map.stage.canvas
    keys.press("Alt+1")
    assert isinstance(QApplication.focusWidget(), MapCanvas)
    keys.press(Key.Key_Home, Key.Key_Right, Key.Key_Down)
    keys.wait(lambda: selection.current is not None, "the keyboard is at a track")
    keys.qtbot.keyClick(canvas, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    keys.wait(lambda: selection.chosen == {selection.current}, "Shift and an arrow select one")
    keys.press("A")
    prefix = of(keys, "prefix")
    wanted = {id_ for id_, value in prefix.items() if value == prefix[selection.current]}
    keys.wait(lambda: selection.chosen == wanted, "all of its colour are selected")
    assert len(wanted) == 8
    keys.picture("selected")
    return wanted


def of(keys, field):
    """As another program would read it."""
    folder = keys.window.workspace.folder
    with open_collection(folder) as collection, collection.database.reading() as session:
        values = values_of(session, range(1, 65), [field])
    return {id_: fields[field][0] for id_, fields in values.items() if field in fields}


def label_them(keys, wanted):
    keys.press("Ctrl+T")
    dialog = keys.dialog(LabelDialog)
    keys.wait(lambda: dialog.field.count() > 0, "the fields are known")
    keys.press("Ctrl+A")
    keys.type("mood")
    keys.press("Alt+V")
    keys.type("odd")
    keys.wait(dialog.agree.isEnabled, "what would be set is counted")
    keys.picture("label")
    keys.press(Key.Key_Return)
    keys.wait(lambda: of(keys, "mood") == dict.fromkeys(wanted, "odd"), "they are labelled")
    keys.no_dialog()
    keys.press("Ctrl+Z")
    keys.wait(lambda: not of(keys, "mood"), "the labels are gone")
    keys.picture("undone")


def listen(keys):
    desk, kit = keys.window.desk, keys.window.kit
    player, pane = kit.player, desk.neighbours
    assert isinstance(QApplication.focusWidget(), MapCanvas)
    keys.press(Key.Key_Escape)
    assert not kit.selection.chosen
    asked = kit.selection.current
    keys.press(Key.Key_Return)
    keys.wait(lambda: player.passage and player.passage.track_id == asked, "the point is heard")
    keys.wait(lambda: pane.answer and pane.answer.question.plus == (asked,), "its neighbours are known")
    keys.wait(lambda: pane.model.rowCount() >= 3, "they are listed")
    reach(keys, HitsView)
    for row in range(3):
        keys.press(Key.Key_Down)
        hit = pane.model.index(row, 0).data(HIT_ROLE)
        keys.wait(lambda row=row: pane.list.row == row, "the keyboard is at it")
        keys.press(Key.Key_Space)
        keys.wait(lambda hit=hit: player.passage and player.passage.track_id == hit.track_id, "it is heard")
    keys.picture("listening")


def reach(keys, kind):
    for _ in range(6):
        if isinstance(QApplication.focusWidget(), kind):
            return
        keys.press("F6")
    raise AssertionError(f"F6 does not lead to {kind.__name__}: {keys.said()}")


def search(keys):
    desk = keys.window.desk
    keys.press("Ctrl+F")
    keys.type("prefix:tabla")
    assert desk.library.bar.line.text() == "prefix:tabla"
    keys.press(Key.Key_Return)
    keys.wait(lambda: len(desk.library.tracks.ids) == 8, f"found {desk.library.bar.line.text()}")
    keys.picture("searched")


def export(keys, answers, place: Path):
    answers.file = place / "map.png"
    keys.press("Alt+1")
    keys.press("Ctrl+Shift+E")
    keys.menu()
    keys.picture("exporting")
    keys.press(Key.Key_Down, Key.Key_Return)
    keys.wait(lambda: answers.file.exists() and not QImage(str(answers.file)).isNull(), "it is there")
    keys.picture("exported")


@pytest.mark.timeout(240)
def test_with_the_keyboard_only(keys, answers, reels, tmp_path):
    create(keys, answers, tmp_path / "shots")
    add(keys, answers, reels)
    encode_and_map(keys)
    label_by_prefix(keys)
    colour(keys)
    wanted = select(keys)
    label_them(keys, wanted)
    listen(keys)
    search(keys)
    export(keys, answers, tmp_path)
