"""What was asked for, in four sentences, one after the other in one window, from the first start on.

Browse a library by clicking; listen to nearest neighbours in the embedding map;
launch a fine-tune job from the dialog and watch its curve and matrix move; read
generated captions with playback. `bench_journey` goes the same way with the demo and
the presets as they are.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from core.demo.request import DemoRequest
from core.recipes import find_recipe
from core.recipes.recipe import change, write_recipe
from core.recipes.request import TrainRequest
from desktop.captions.write_dialog import WriteDialog
from desktop.neighbours.model import HIT_ROLE
from desktop.teach.dialog import TeachDialog
from tests.desktop.journey.hands import Mouse

TIMES = os.environ.get("SOUNDINGS_JOURNEY_TIMES", "")
"""A file for what each sentence takes of the usual demo, with what is taught by default."""
DEMO = DemoRequest() if TIMES else DemoRequest(tracks=36, seconds=3.0)
PATIENCE_MS = 900_000 if TIMES else 90_000
"""For a run of a network on a machine that does something else, too."""
TRACKS = DEMO.tracks


@pytest.fixture
def mouse(ready, qtbot):
    ready.demo = DEMO
    return Mouse(ready, qtbot, "four")


def browse(mouse):
    window = mouse.window
    mouse.click(window.start.demo_card)
    mouse.wait(
        lambda: window.desk is not None and window.workspace.tracks == TRACKS,
        "the demo is made",
        PATIENCE_MS,
    )
    desk, player = window.desk, window.kit.player
    mouse.wait(lambda: desk.pages.current == "map", "its map comes next")
    mouse.wait(lambda: len(desk.library.tracks.ids) == TRACKS, "the library lists its tracks")
    mouse.wait(lambda: all(row.ended for row in window.jobs.rows), "nothing is running", PATIENCE_MS)
    mouse.rest()
    for row in (2, 5):
        mouse.click_row(desk.library.table, row)
        wanted = desk.library.tracks.ids[row]
        mouse.wait(lambda wanted=wanted: window.kit.selection.current == wanted, "it is current")
    mouse.qtbot.keyClick(desk.library.table, Qt.Key.Key_Space)
    mouse.wait(lambda: player.passage and player.passage.track_id == wanted, "it is heard")
    mouse.picture("browsed")


def listen(mouse):
    window = mouse.window
    desk, player = window.desk, window.kit.player
    mouse.press(desk.map.empty, "Encode with descriptors")
    canvas, pane = desk.map.stage.canvas, desk.neighbours
    mouse.wait(lambda: desk.map.gallery.shown and len(canvas.scene) == TRACKS, "a map is drawn", PATIENCE_MS)
    mouse.wait(canvas.is_complete, "it is painted")
    mouse.rest()
    free = [
        int(id_) for id_ in canvas.scene.ids
        if canvas.nearest(canvas.point_of(int(id_))) == int(id_)
        and not desk.map.stage.legend.geometry().contains(canvas.point_of(int(id_)).toPoint())
    ]  # fmt: skip
    mouse.click(canvas, canvas.point_of(free[0]).toPoint())
    mouse.wait(lambda: player.passage and player.passage.track_id == free[0], "the point is heard")
    mouse.wait(lambda: pane.answer and pane.answer.question.plus == (free[0],), "its neighbours are known")
    hit = pane.model.index(0, 0).data(HIT_ROLE)
    mouse.click_row(pane.list, 0, x=80)
    mouse.wait(lambda: player.passage and player.passage.track_id == hit.track_id, "the nearest is heard")
    mouse.picture("neighbours")


def teach(mouse):
    """A network of ours learns along; the page follows it."""
    window = mouse.window
    desk = window.desk
    mouse.click(desk.bar.teach)
    dialog = mouse.dialog(TeachDialog)
    form = dialog.form
    mouse.wait(lambda: form.encoder.encoder.count() > 3, "the encoders are listed")
    mouse.pick(form.start.preset, "Teach an encoder along")
    mouse.pick(form.encoder.encoder, next_name(form.encoder.encoder, "Mel CNN"))
    if not TIMES:
        epochs = next(cell.editor for cell in form.training.cells if cell.setting.name == "training.epochs")
        mouse.qtbot.mouseClick(epochs.lineEdit(), mouse.left)
        mouse.qtbot.keyClick(epochs, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        mouse.qtbot.keyClicks(epochs, "4")
    assert dialog.draft.recipe.encoder.name == "mel-cnn"
    mouse.wait(dialog.foot.start.isEnabled, f"it can start; {dialog.foot.said.text()}", PATIENCE_MS)
    mouse.picture("teach")
    mouse.click(dialog.foot.start)  # and what was typed last counts
    mouse.wait(lambda: desk.pages.current == "monitor", "the page that watches it is shown")
    seen = watch(mouse)
    assert max(seen) > min(seen), "the curve moves while it runs"
    mouse.wait(lambda: job_of(window, "train") == "done", "it is done", PATIENCE_MS)
    monitor = desk.monitor
    mouse.wait(lambda: monitor.middle.matrix.confusion is not None, "the matrix has come")
    confusion = monitor.middle.matrix.confusion
    assert np.array(confusion.counts).sum() == confusion.n == (24 if TIMES else 12)
    mouse.picture("taught")


def watch(mouse):
    """How many epochs the curve has, each time somebody looks, from the first to the last."""
    window, seen = mouse.window, []

    def looks():
        moment = window.desk.monitor.watching.moment()
        seen.append(len(moment.story.rows) if moment is not None else 0)
        return seen[-1] >= 2

    mouse.wait(looks, "two epochs are on the curve", PATIENCE_MS)
    mouse.picture("watching")
    return seen


def job_of(window, kind):
    return next((row.state for row in window.jobs.rows if row.kind == kind), "")


def read_captions(mouse):
    """What a writer of two epochs writes is nonsense, but of the right seconds of the right tracks."""
    window = mouse.window
    desk, player = window.desk, window.kit.player
    quick = {"training.epochs": "2", "writer.width": "32", "writer.layers": "1", "writer.longest": "16"}
    recipe = write_recipe(change(find_recipe("caption"), {} if TIMES else quick | {"controls": "[]"}))
    window.workspace.submit("train", TrainRequest(recipe))
    mouse.wait(lambda: len(window.kit.runs.lines) == 2, "a second run has begun", PATIENCE_MS)
    mouse.wait(lambda: window.kit.runs.lines[0].state == "done", "it has learnt to write", PATIENCE_MS)
    mouse.tab(desk.bar.tabs, "Captions")
    page = desk.captions
    mouse.wait(page.head.write.isVisible, "the page is there")
    mouse.wait(page.head.write.isEnabled, "a run can write")
    mouse.click(page.head.write)
    dialog = mouse.dialog(WriteDialog)
    mouse.pick(dialog.which, "Without a text of this run")
    mouse.wait(
        lambda: dialog.says.text().startswith(f"{TRACKS} tracks"), "it is counted what would be written"
    )
    mouse.click(dialog.go)
    mouse.wait(lambda: job_of(window, "caption") == "done", "all is written", PATIENCE_MS)
    mouse.wait(lambda: page.model.rowCount() == TRACKS, "every track has a text")
    mouse.rest()
    line = page.table.row
    mouse.click(page.table.viewport(), page.table.play_point(1))
    mouse.wait(lambda: page.table.row == 1 != line or page.table.row == 1, "the row is current")
    mouse.wait(lambda: player.passage and player.passage.track_id == page.table.line.track_id, "it is heard")
    start_s, end_s = page.table.excerpt(page.table.line)
    assert (player.passage.start_s, player.passage.end_s) == (start_s, end_s)
    mouse.picture("captions")


def next_name(box, start):
    return next(box.itemText(place) for place in range(box.count()) if box.itemText(place).startswith(start))


@pytest.mark.timeout(3600 if TIMES else 400)
def test_the_four_sentences(mouse):
    for sentence in (browse, listen, teach, read_captions):
        begun = time.monotonic()
        sentence(mouse)
        if TIMES:
            with Path(TIMES).open("a") as file:
                file.write(f"{sentence.__name__} {time.monotonic() - begun:.1f}\n")
