"""A run watched while it learns, by clicking: its curves and its matrix move, and it obeys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from core.runs import read_curves
from core.store import open_collection
from desktop.monitor import state
from desktop.widgets import Question
from tests.desktop.conftest import LONG_MS, dialog_of, press
from tests.desktop.monitor.conftest import ENDLESS, epochs, monitor, submit


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pill(window):
    place = next(
        p for p in range(window.desk.bar.tabs.count()) if window.desk.bar.tabs.tabData(p) == "monitor"
    )
    return window.desk.bar.tabs.tabButton(place, QTabBar.ButtonPosition.RightSide)


def state_of(window, run: int) -> str:
    line = window.kit.runs.line(run)
    return line.state if line else ""


def test_nothing_has_been_taught(watching, qtbot, monkeypatch):
    page, asked = monitor(watching), []
    assert page.empty.isVisible()
    assert pill(watching) is None
    monkeypatch.setattr(watching.desk.teach, "show", lambda *_: asked.append(True))
    click(qtbot, page.empty.teach)
    assert asked == [True]


def test_from_the_first_epoch_to_what_is_kept(watching, qtbot):
    page = monitor(watching)
    submit(watching, **ENDLESS)
    submit(watching, 1, **(ENDLESS | {"training__epochs": "3"}))
    qtbot.waitUntil(lambda: epochs(watching) > 30, timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.loss.drawn > 1 and page.score.drawn > 1, timeout=LONG_MS)
    matrix, before = page.middle.matrix, page.loss.drawn
    assert matrix.confusion.names == ("fado", "raga", "reel")
    assert (matrix.confusion.n, matrix.of) == (30, "Run 1")
    first = matrix.confusion.epoch
    qtbot.waitUntil(lambda: matrix.confusion.epoch > first and page.loss.drawn > before + 1, timeout=LONG_MS)
    assert page.loss.canvas.points_drawn <= 2000
    assert page.head.run.text() == "Run 1"
    assert page.head.what._whole == "Genre, Descriptors frozen, seed 0"
    assert page.head.epoch.text().endswith("of at most 100,000")
    assert "left" in page.head.time._whole
    assert (pill(watching).text(), page.queue.count.text()) == ("1", "1 waiting")
    assert page.queue.order._whole == "next Teach genre, seed 1"
    best = page.watching.story.best + 1
    assert page.head.keep.text().startswith("Stop and keep epoch")
    click(qtbot, page.head.keep)
    assert page.head.sentence.text().startswith("Stopping") or state_of(watching, 1) == "stopped"
    qtbot.waitUntil(lambda: state_of(watching, 1) == "stopped", timeout=LONG_MS)
    assert watching.kit.runs.line(1).scores["accuracy"].value > 0
    with open_collection(watching.workspace.folder) as collection:
        kept = read_curves(collection, 1)
    assert len(kept) > 30
    assert max(row.epoch for row in kept) + 1 >= best
    qtbot.waitUntil(lambda: state_of(watching, 2) == "done", timeout=LONG_MS)
    qtbot.waitUntil(lambda: pill(watching) is None and page.watching.run == 2, timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.head.sentence.text().startswith("Run 2 is done, after 3"), timeout=LONG_MS)
    page.head.chosen.emit(1)
    qtbot.waitUntil(lambda: matrix.of == "Run 1" and epochs(watching) == len(kept), timeout=LONG_MS)
    assert watching.kit.runs.run == 1
    click(qtbot, page.head.results)
    assert watching.desk.pages.current == "results"


def test_pause_resume_and_cancel(watching, qtbot):
    page = monitor(watching)
    submit(watching, **ENDLESS)
    qtbot.waitUntil(lambda: epochs(watching) > 5 and page.head.pause.isVisible(), timeout=LONG_MS)
    click(qtbot, page.head.pause)
    qtbot.waitUntil(page.head.resume.isVisible, timeout=LONG_MS)

    def seen():
        paused = epochs(watching)
        said = page.head.sentence.text() == f"Run 1 is paused after epoch {paused:,} of 100,000."
        return said and page.loss.curves.lines[1].points[-1][0] == paused

    qtbot.waitUntil(seen, timeout=LONG_MS)
    paused = epochs(watching)
    click(qtbot, page.head.resume)
    qtbot.waitUntil(lambda: epochs(watching) > paused + 5, timeout=LONG_MS)
    rows = page.watching.story.rows
    assert [row.epoch for row in rows] == list(range(len(rows))), "an epoch is missing"
    click(qtbot, page.head.cancel)
    question = dialog_of(watching, Question)
    assert question.accessibleName() == "Cancel Run 1?"
    press(qtbot, question, "Let it go on")
    assert page.head.cancel.text() == "Cancel run…"
    click(qtbot, page.head.cancel)
    press(qtbot, dialog_of(watching, Question), "Cancel the run")
    assert page.head.cancel.text() == "Cancelling…"
    qtbot.waitUntil(lambda: not watching.kit.runs.lines, timeout=LONG_MS)
    qtbot.waitUntil(page.empty.isVisible, timeout=LONG_MS)


def test_a_page_that_is_opened_in_the_middle_lacks_nothing_and_draws_nothing_before(watching, qtbot):
    page = monitor(watching)
    watching.desk.turn_to("map")
    submit(watching, **ENDLESS)
    qtbot.waitUntil(lambda: epochs(watching) > 20, timeout=LONG_MS)
    assert (page.loss.drawn, page.score.drawn) == (0, 0)
    watching.desk.turn_to("monitor")
    qtbot.waitUntil(lambda: page.loss.drawn > 0, timeout=LONG_MS)
    points = page.loss.curves.lines[0].points
    assert [point[0] for point in points] == [float(e + 1) for e in range(len(points))]


def test_an_epoch_that_is_chosen_stays(watching, qtbot):
    page = monitor(watching)
    submit(watching, **ENDLESS)
    matrix, spin = page.middle.matrix, page.middle.epoch
    qtbot.waitUntil(lambda: (matrix.confusion.epoch or 0) > 5, timeout=LONG_MS)
    spin.setValue(3)
    assert not page.middle.follow.isChecked()
    before = epochs(watching)
    qtbot.waitUntil(lambda: epochs(watching) > before + 50, timeout=LONG_MS)
    qtbot.wait(600)
    assert (matrix.confusion.epoch, spin.value()) == (2, 3)
    click(qtbot, page.middle.follow)
    qtbot.waitUntil(lambda: matrix.confusion.epoch > before, timeout=LONG_MS)


def test_a_task_without_classes_shows_its_figures(watching, qtbot):
    page = monitor(watching)
    submit(watching, 0, "regress", data__field="tempo", training__epochs="4", head__kind="mlp", controls="")
    qtbot.waitUntil(lambda: state_of(watching, 1) == "done", timeout=LONG_MS)
    table = page.middle.figures.table
    qtbot.waitUntil(lambda: table.isVisible() and table.model().rowCount() == 4, timeout=LONG_MS)
    assert not page.side_part.isVisible()
    heads = [
        table.model().headerData(c, Qt.Orientation.Horizontal) for c in range(table.model().columnCount())
    ]
    assert heads[0] == "Epoch"
    assert "Mean error, validation" in heads
    qtbot.waitUntil(lambda: page.head.sentence.text() == "Run 1 is done, after 4 of at most 4 epochs.")
    assert state.title_words(page.watching.story).startswith("Tempo, ")
