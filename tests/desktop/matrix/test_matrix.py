"""The matrix by mouse and by keys: what it says, what it marks, what it never does: overlap."""

from __future__ import annotations

import csv
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.matrix.data import Confusion, confusion_of
from desktop.matrix.drawing import SINE, ink_on, measure, share_text
from desktop.matrix.matrix import Matrix
from desktop.theme import look
from tests.desktop.stage import Stage

Key = Qt.Key
NAMES = ("Ballad", "Lament", "Lullaby")
COUNTS = ((30, 0, 1), (2, 20, 9), (0, 0, 0))


def many(count: int) -> Confusion:
    rows = [[(3 if a == b else (a * b) % 3) for b in range(count)] for a in range(count)]
    return confusion_of([f"class number {place}" for place in range(count)], rows, field="genre")


@pytest.fixture
def matrix(stage: Stage) -> Matrix:
    matrix = Matrix(stage.kit)
    stage.put(matrix, 560, 560)
    matrix.show_counts(Confusion(NAMES, COUNTS, "test", field="style"), "Run 7")
    matrix.log = []  # type: ignore[attr-defined]
    for name in ("chosen", "played", "picked"):
        getattr(matrix, name).connect(lambda *cell, name=name: matrix.log.append((name, cell)))
    return matrix


def centre(matrix: Matrix, true: str, said: str) -> Any:
    return matrix.grid.rect_of((true, said)).center().toPoint()


def test_a_click_looks_and_plays_and_with_shift_selects(matrix: Matrix, qtbot) -> None:
    view, cell = matrix.grid.viewport(), ("Lament", "Lullaby")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(matrix, *cell))
    assert matrix.log == [("chosen", cell), ("played", cell)]
    qtbot.mouseClick(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, centre(matrix, *cell)
    )
    assert matrix.log[2:] == [("picked", cell)]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(matrix, "Lullaby", "Ballad"))
    assert matrix.log[3:] == [("chosen", ("Lullaby", "Ballad"))]  # nothing to play there
    assert matrix.cell == ("Lullaby", "Ballad")


def test_keys_walk_play_and_select(matrix: Matrix, qtbot) -> None:
    grid = matrix.grid
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert matrix.cell == ("Ballad", "Ballad")
    for key in (Key.Key_Up, Key.Key_Left, Key.Key_Down, Key.Key_End):
        qtbot.keyClick(grid, key)
    assert matrix.cell == ("Lament", "Lullaby")
    qtbot.keyClick(grid, Key.Key_Return)
    qtbot.keyClick(grid, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert matrix.log[-2:] == [("played", ("Lament", "Lullaby")), ("picked", ("Lament", "Lullaby"))]
    assert [name for name, _ in matrix.log[:-2]] == ["chosen"] * 3
    qtbot.keyClick(grid, Key.Key_Home)
    assert matrix.cell == ("Lament", "Ballad")


def test_a_cell_says_itself_in_words(matrix: Matrix, qtbot) -> None:
    grid = matrix.grid
    assert grid.said(1, 2) == "Lament taken for Lullaby: 9 of 31 tracks (29 %)"
    assert grid.said(0, 0) == "Ballad known as such: 30 of 31 tracks (97 %)"
    assert grid.said(2, 0) == "Lullaby: none of these tracks"
    assert grid.accessibleName() == "Confusion matrix, 3 classes, 62 tracks: 50 are right"
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre(matrix, "Lament", "Lullaby"))
    assert grid.accessibleDescription() == grid.said(1, 2)
    assert matrix.note.text() == "test, 62 tracks"
    assert grid.drawing().found(0) == "97"
    assert grid.drawing().found(2) == "–"


def test_counts_and_shares(matrix: Matrix, qtbot) -> None:
    drawing = matrix.grid.drawing()
    assert [drawing.text_of(1, column) for column in range(3)] == ["2", "20", "9"]
    qtbot.mouseClick(matrix.figures.buttons["share"], Qt.MouseButton.LeftButton)
    drawing = matrix.grid.drawing()
    assert [drawing.text_of(1, column) for column in range(3)] == ["6", "65", "29"]
    assert drawing.text_of(2, 2) == ""


def test_gold_is_where_it_is_heard(matrix: Matrix) -> None:
    hear = look().colour("hear")

    def golden() -> int:
        image = matrix.grid.viewport().grab().toImage()
        rect = matrix.grid.rect_of(("Lament", "Lullaby")).toRect()
        return sum(
            QColor(image.pixel(x, y)) == hear
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        )

    assert golden() == 0
    matrix.mark_heard(("Lament", "Lullaby"))
    assert golden() > 3
    matrix.mark_heard(None)
    assert golden() == 0


def test_the_cell_that_is_looked_at_stays_from_epoch_to_epoch(matrix: Matrix) -> None:
    matrix.choose(("Lament", "Lullaby"))
    matrix.show_counts(Confusion(NAMES, ((31, 0, 0), (0, 31, 0), (0, 0, 0)), epoch=3), "Run 7")
    assert matrix.cell == ("Lament", "Lullaby")
    matrix.show_counts(many(2))
    assert matrix.cell is None
    matrix.show_counts(None, why_none="Nothing yet.")
    assert not matrix.grid.isVisible()
    assert matrix.empty.text() == "Nothing yet."
    assert matrix.log == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(count=st.integers(2, 60), width=st.integers(220, 1600), height=st.integers(160, 1000),
       widest=st.sampled_from(["9", "100", "12,345"]))  # fmt: skip
def test_nothing_overlaps(qapp, count: int, width: int, height: int, widest: str) -> None:
    names = tuple(f"class number {place}" for place in range(count))
    sizes = measure(names, widest, QSizeF(width, height))
    metrics = QFontMetricsF(look().font(12))
    assert sizes.cell >= metrics.horizontalAdvance(widest)
    between = sizes.cell * (SINE if sizes.slanted else 1)
    assert between >= metrics.ascent()
    longest = min(max(metrics.horizontalAdvance(name) for name in names), sizes.head)
    assert longest >= min(look().px(44), metrics.horizontalAdvance(names[0]))
    assert sizes.top > longest * (SINE if sizes.slanted else 1)
    assert sizes.right >= (longest * SINE - sizes.cell / 2 if sizes.slanted else 0)


def test_sixty_classes_scroll_to_where_the_keys_go(matrix: Matrix, qtbot) -> None:
    matrix.show_counts(many(60))
    grid = matrix.grid
    grid.setFocus()
    for _ in range(59):
        qtbot.keyClick(grid, Key.Key_Down)
        qtbot.keyClick(grid, Key.Key_Right)
    assert matrix.cell == ("class number 59", "class number 59")
    last = grid.rect_of(("class number 59", "class number 59"))
    assert grid.at(last.center()) == (59, 59)
    assert grid.viewport().rect().contains(last.center().toPoint())
    assert grid.at(QPointF(2, 2)) is None
    qtbot.keyClick(grid, Key.Key_Home)
    assert grid.at(grid.rect_of(("class number 59", "class number 0")).center()) == (59, 0)


def test_classes_are_drawn_as_the_field_is_coloured(matrix: Matrix, stage: Stage, qtbot) -> None:
    assert matrix.grid.codes() == (0, 1, 2)
    with qtbot.waitSignal(stage.kit.colouring.changed, timeout=20_000):
        stage.kit.colouring.choose("genre")
    matrix.show_counts(confusion_of(["reel", "polka", "fado"], [[1, 0, 0]] * 3, field="genre"))
    known = stage.kit.colouring.colours.names
    assert matrix.grid.codes() == (known.index("reel"), None, known.index("fado"))


@pytest.mark.parametrize("ending", [".png", ".svg", ".csv"])
def test_it_can_be_taken_away(
    matrix: Matrix, stage: Stage, qtbot, tmp_path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = tmp_path / f"taken{ending}"
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), (str(path), ""))[1]
    )
    qtbot.mouseClick(matrix.export, Qt.MouseButton.LeftButton)
    menu = matrix.export.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if ending[1:].upper() in action.text()).trigger()
    menu.close()
    stage.calm()
    qtbot.waitUntil(path.exists)
    assert asked[0].endswith(f"Confusion matrix of Run 7{ending}")
    if ending == ".csv":
        lines = path.read_text("utf-8-sig").splitlines()
        assert lines[0].strip('"').startswith("# Confusion matrix of Run 7, test, 62 tracks [tracks].")
        assert list(csv.reader(lines[1:])) == [
            ["true label", *NAMES, "tracks", "found [%]"],
            ["Ballad", "30", "0", "1", "31", "96.8"],
            ["Lament", "2", "20", "9", "31", "64.5"],
            ["Lullaby", "0", "0", "0", "0", ""],
        ]
    elif ending == ".svg":
        text = path.read_text("utf-8")
        assert all(name in text for name in (*NAMES, "Run 7", "found %"))
    else:
        image = QImage(str(path))
        assert image.width() > 800
        assert QColor(image.pixel(2, 2)) == QColor("#FFFFFF")


def test_what_is_neither_none_nor_all_does_not_look_so() -> None:
    assert [share_text(share) for share in (0.0, 0.001, 0.5, 0.999, 1.0)] == ["0", "1", "50", "99", "100"]
    assert ink_on(QColor("#F3F1E4")) != ink_on(QColor("#15283F"))
