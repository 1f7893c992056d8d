"""The plot of curves: drawn by time and only while it is seen, read off, switched, exported."""

from __future__ import annotations

import csv
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from desktop.curves.data import MOST_DRAWN, Curves, Level, Line
from desktop.curves.plot import EVERY_MS, CurvesPlot
from desktop.theme import look
from tests.desktop.stage import LONG_MS

TRAIN = tuple((float(e), 2.0 / e) for e in range(1, 15))
VALID = tuple((float(e), 1.0 + 1.0 / e) for e in range(1, 15))
LINES = (Line("training", TRAIN, "train", raw=((0.5, 2.2), (1.5, 1.9))), Line("validation", VALID))
LOSS = Curves("Loss", "cross-entropy", "", LINES, (), 11.0, 40.0, may_be_log=True)
BAND = ((30.0, 50.0), (50.0, 70.0))
SCORE = Curves(
    "Accuracy",
    "%",
    "%",
    (Line("validation", ((1.0, 40.0), (2.0, 60.0)), band=BAND),),
    (Level("majority label", 13.0),),
    2.0,
    9.0,
    whole=(0.0, 100.0),
    digits=1,
)


@pytest.fixture
def plot(stage, qtbot):
    plot = CurvesPlot(stage.kit, "Loss")
    plot.show_curves(LOSS)
    stage.put(plot, 600, 320)
    qtbot.waitUntil(lambda: plot.drawn > 0, timeout=LONG_MS)
    yield plot
    plot.hide()


def test_it_says_what_it_shows(plot):
    assert plot.title.text() == "Loss"
    assert plot.accessibleName() == "Loss. training 0.14, validation 1.07"
    assert not plot.empty.isVisible()
    assert plot.canvas.points_drawn == 30


def test_news_are_drawn_by_time_and_not_while_it_is_hidden(plot, qtbot):
    before, begun = plot.drawn, time.monotonic()
    for place in range(120):
        plot.show_curves(replace(LOSS, lines=(Line("training", TRAIN[: place % 14 + 1]),)))
        qtbot.wait(1)
    qtbot.waitUntil(lambda: plot.drawn > before and plot.accessibleName().count("training") == 1)
    allowed = (time.monotonic() - begun) * 1000 / EVERY_MS + 2
    assert 1 <= plot.drawn - before <= allowed
    plot.hide()
    before = plot.drawn
    plot.show_curves(LOSS)
    qtbot.wait(EVERY_MS + 100)
    assert plot.drawn == before
    plot.show()
    qtbot.waitUntil(lambda: plot.drawn > before and plot.canvas.curves.lines[1].points == VALID)


def test_however_long_a_run_is_few_points_are_drawn(plot, qtbot):
    many = tuple((e / 10, 1.0 + 1.0 / (e + 1)) for e in range(50_000))
    before = plot.drawn
    plot.show_curves(replace(LOSS, lines=(Line("training", many, raw=many), Line("validation", many))))
    qtbot.waitUntil(lambda: plot.drawn > before)
    assert 0 < plot.canvas.points_drawn <= MOST_DRAWN


def test_the_axis_can_be_logarithmic(plot, qtbot):
    def marks() -> list[float]:
        return [at for at, _ in plot.canvas.getPlotItem().getAxis("left")._tickLevels[0]]

    plain = marks()
    qtbot.mouseClick(plot.log, Qt.MouseButton.LeftButton, pos=QPoint(8, plot.log.height() // 2))
    assert plot.canvas.as_log
    assert marks() != plain
    assert plot.remembered() == {"log": True, "span": "all"}


def test_only_the_last_five(plot, qtbot):
    qtbot.mouseClick(plot.span.buttons["last"], Qt.MouseButton.LeftButton)
    assert [e for e, _ in plot.canvas.curves.lines[1].points] == [10, 11, 12, 13, 14]
    qtbot.mouseClick(plot.span.buttons["all"], Qt.MouseButton.LeftButton)
    assert len(plot.canvas.curves.lines[1].points) == 14


def test_a_value_is_read_off_with_the_mouse_and_the_keyboard(plot, qtbot):
    view = plot.canvas.viewport()
    area = plot.canvas.area
    (left, right), _ = plot.canvas._view.viewRange()
    x = area.left() + (3.2 - left) / (right - left) * area.width()
    qtbot.mouseMove(view, QPoint(5, 5))
    qtbot.mouseMove(view, QPoint(round(x), round(area.center().y())))
    qtbot.waitUntil(lambda: plot.read_words() == "Epoch 3: training 0.67, validation 1.33")
    assert plot.note._whole == plot.read_words()
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.read_words().startswith("Epoch 4: ")
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.read_words().startswith("Epoch 2: ")
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.note._whole == "cross-entropy"


def test_it_follows_the_theme(plot, qtbot):
    def corner() -> str:
        image = plot.canvas.grab().toImage()
        return image.pixelColor(image.width() - 20, image.height() // 2).name()

    light = corner()
    look().choose("dark")
    assert light != corner()
    look().choose("light")
    assert corner() == light


def test_an_empty_one_says_so_and_cannot_be_exported(plot, qtbot):
    plot.show_curves(Curves("Loss"), "The first epoch is not over yet.")
    qtbot.waitUntil(plot.empty.isVisible)
    assert not plot.export.isEnabled()
    assert not plot.canvas.isVisible()


@pytest.mark.parametrize("ending", [".png", ".svg", ".csv"])
def test_exported_with_names_and_units(plot, qtbot, tmp_path, ending, stage):
    plot.show_curves(SCORE)
    plot.of = "Run 7"
    path = tmp_path / f"curves{ending}"
    plot.exporting.write(path)
    qtbot.waitUntil(path.exists)
    if ending == ".png":
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1800, 1040)
        assert len({image.pixel(x, y) for x in range(0, 1800, 7) for y in range(0, 1040, 7)}) > 5
    elif ending == ".svg":
        assert QSvgRenderer(str(path)).isValid()
        assert "Accuracy of Run 7" in path.read_text()
    else:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        assert rows[0][0].startswith("# Accuracy of Run 7. Soundings ")
        assert rows[1] == ["# majority label [%]: 13"]
        assert rows[2] == ["epoch", "validation [%]", "validation, 95 % low [%]", "validation, 95 % high [%]"]
        assert rows[3:] == [["1", "40", "30", "50"], ["2", "60", "50", "70"]]
    stage.calm()
