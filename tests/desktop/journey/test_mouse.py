"""From nothing to an exported map with the mouse alone; only names and a query are typed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from core.library.labels import values_of
from core.store import open_collection
from desktop.collection.new import NewCollectionDialog
from desktop.labels.dialog import LabelDialog
from desktop.labels.names import NamesDialog
from desktop.neighbours.model import HIT_ROLE
from tests.desktop.journey.hands import Mouse


@pytest.fixture
def mouse(ready, qtbot):
    return Mouse(ready, qtbot, "mouse")


def create(mouse, answers, place):
    window = mouse.window
    mouse.picture("start")
    mouse.click(window.start.new_card)
    dialog = mouse.dialog(NewCollectionDialog)
    mouse.click(dialog.name)
    mouse.qtbot.keyClicks(dialog.name, "One shots")
    answers.folder = place
    mouse.press(dialog, "Choose…")
    assert dialog.folder.text() == str(place)
    mouse.picture("new")
    mouse.press(dialog, "Create collection")
    mouse.wait(lambda: window.desk is not None and window.desk.isVisible(), "the collection is open")
    mouse.picture("created")


def add(mouse, answers, reels):
    desk = mouse.window.desk
    answers.folder = reels
    mouse.press(desk.overview, "Add folder…")
    mouse.wait(lambda: desk.overview.numbers["tracks"].text() == "64", "the tracks are there")
    mouse.picture("added")


def encode_and_map(mouse):
    desk = mouse.window.desk
    mouse.tab(desk.bar.tabs, "Map")
    mouse.wait(desk.map.empty.button.isVisible, "the map page says what can be done")
    mouse.picture("nothing-heard")
    mouse.press(desk.map.empty, "Encode with descriptors")
    mouse.picture("being-heard")
    canvas = desk.map.stage.canvas
    mouse.wait(lambda: desk.map.gallery.shown and len(canvas.scene) == 64, "a first map is drawn")
    mouse.wait(canvas.is_complete, "it is painted")
    mouse.picture("mapped")


def label_by_prefix(mouse):
    mouse.choose("Tracks", "Labels from names…")
    dialog = mouse.dialog(NamesDialog)
    mouse.wait(dialog.agree.isEnabled, "what would be set is counted")
    assert dialog.says.text() == "Sets prefix of 64 tracks to 8 values. prefix is a new field."
    mouse.picture("from-names")
    mouse.press(dialog, "Set labels")
    mouse.wait(mouse.window.done.isVisible, "the strip says what was done")
    assert mouse.window.done.words.accessibleName() == "Set prefix of 64 tracks from their names."


def colour(mouse):
    desk = mouse.window.desk
    box = desk.map.controls.tools.colour
    mouse.wait(lambda: box.findText("Prefix") >= 0, "the map can be coloured by it")
    mouse.pick(box, "Prefix")
    legend = desk.map.stage.legend
    mouse.wait(lambda: len(legend.rows) == 8, "the legend names the eight")
    assert {(row.row.name, row.row.count) for row in legend.rows} == {
        (name, 8) for name in ("ambi", "bass", "bd", "drum", "elec", "hat", "perc", "tabla")
    }
    mouse.picture("coloured")


def lasso(mouse):
    """Around the seven points nearest to one that lies apart from the legend."""
    desk = mouse.window.desk
    canvas, legend = desk.map.stage.canvas, desk.map.stage.legend
    mouse.press(desk.map.controls.tools, "Choose with a lasso; Shift adds, Alt takes away")
    ids = [int(id_) for id_ in canvas.scene.ids]
    points = np.array([[canvas.point_of(id_).x(), canvas.point_of(id_).y()] for id_ in ids])
    free = [i for i, (x, y) in enumerate(points) if not legend.geometry().contains(int(x), int(y))]
    far = np.hypot(*(points[free] - points[free].mean(0)).T)
    start = points[free[int(far.argmax())]]
    group = points[np.hypot(*(points - start).T).argsort()[:7]]
    (left, top), (right, bottom) = group.min(0) - 7, group.max(0) + 7
    inside = ((points > (left, top)) & (points < (right, bottom))).all(1)
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top + 2)]
    mouse.draw(canvas, [QPoint(round(x), round(y)) for x, y in corners])
    wanted = {id_ for id_, there in zip(ids, inside, strict=True) if there}
    mouse.wait(lambda: mouse.window.kit.selection.chosen == wanted, "those within are selected")
    assert desk.map.chosen.count.text() == f"{len(wanted)} selected"
    mouse.picture("lassoed")
    return wanted


def label_them(mouse, wanted):
    mouse.press(mouse.window.desk.map.chosen, "Set label…")
    dialog = mouse.dialog(LabelDialog)
    mouse.wait(lambda: dialog.field.count() > 0, "the fields are known")
    line = dialog.field.lineEdit()
    mouse.qtbot.mouseDClick(line, mouse.left, pos=QPoint(10, line.height() // 2))
    mouse.qtbot.keyClicks(line, "mood")
    mouse.click(dialog.value)
    mouse.qtbot.keyClicks(dialog.value, "odd")
    mouse.wait(dialog.agree.isEnabled, "what would be set is counted")
    assert dialog.says.text() == f"Sets mood to odd on {len(wanted)} tracks. mood is a new field."
    mouse.picture("label")
    mouse.press(dialog, "Set label")
    mouse.wait(lambda: labelled(mouse) == wanted, "they are labelled")


def labelled(mouse):
    """As another program would read it."""
    folder = mouse.window.workspace.folder
    with open_collection(folder) as collection, collection.database.reading() as session:
        values = values_of(session, range(1, 65), ["mood"])
    return {id_ for id_, fields in values.items() if fields.get("mood") == ["odd"]}


def undo(mouse):
    mouse.choose("Edit", "Undo: Set mood")
    mouse.wait(lambda: not labelled(mouse), "the labels are gone")
    mouse.picture("undone")


def listen(mouse):
    """To a point, then to the first three of its neighbours."""
    desk, player = mouse.window.desk, mouse.window.kit.player
    canvas, pane = desk.map.stage.canvas, desk.neighbours
    mouse.press(desk.map.chosen, "Select nothing")
    mouse.wait(lambda: not desk.map.chosen.isVisible(), "nothing is selected")
    mouse.rest()
    asked = next(
        int(id_) for id_ in canvas.scene.ids
        if canvas.nearest(canvas.point_of(int(id_))) == int(id_)
        and not desk.map.stage.legend.geometry().contains(canvas.point_of(int(id_)).toPoint())
    )  # fmt: skip
    mouse.click(canvas, canvas.point_of(asked).toPoint())
    mouse.wait(lambda: player.passage and player.passage.track_id == asked, "the point is heard")
    mouse.wait(lambda: pane.answer and pane.answer.question.plus == (asked,), "its neighbours are known")
    mouse.wait(lambda: pane.list.isVisible() and pane.model.rowCount() >= 3, "they are listed")
    mouse.picture("neighbours")
    for row in range(3):
        hit = pane.model.index(row, 0).data(HIT_ROLE)
        assert hit.rank == row + 1
        assert hit.track_id != asked
        mouse.click_row(pane.list, row, x=80)
        mouse.wait(lambda hit=hit: player.passage and player.passage.track_id == hit.track_id, "it is heard")
    mouse.wait(lambda: player.is_playing or player.position_s > 0, "it plays")
    mouse.picture("listening")


def search(mouse):
    desk = mouse.window.desk
    line = desk.library.bar.line
    mouse.click(line)
    mouse.qtbot.keyClicks(line, "prefix:tabla")
    mouse.wait(lambda: len(desk.library.tracks.ids) == 8, "the library shows what is found")
    assert len(mouse.window.kit.filter.ids) == 8
    mouse.picture("searched")
    return line


def export(mouse, answers, place: Path):
    desk = mouse.window.desk
    for words, name in (("Picture (PNG)…", "map.png"), ("Table of all points (CSV)…", "map.csv")):
        answers.file = place / name
        mouse.press(desk.map.controls.tools, "Export the map…")
        mouse.take(words)
        mouse.wait(answers.file.exists, f"{name} is there")
    mouse.wait(lambda: not QImage(str(place / "map.png")).isNull(), "the picture is whole")
    assert QImage(str(place / "map.png")).width() == 1600
    mouse.wait(lambda: len((place / "map.csv").read_text().splitlines()) == 65, "every point has a line")
    head = (place / "map.csv").read_text().splitlines()[0]
    assert "prefix" in head
    mouse.picture("exported")


@pytest.mark.timeout(240)
def test_with_the_mouse_only(mouse, answers, reels, tmp_path):
    create(mouse, answers, tmp_path / "shots")
    add(mouse, answers, reels)
    encode_and_map(mouse)
    label_by_prefix(mouse)
    colour(mouse)
    wanted = lasso(mouse)
    label_them(mouse, wanted)
    undo(mouse)
    listen(mouse)
    search(mouse)
    export(mouse, answers, tmp_path)
    assert QApplication.activePopupWidget() is None
