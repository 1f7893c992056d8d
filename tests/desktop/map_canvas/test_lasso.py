"""Catching points with lasso and rectangle, by real drags."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.map.layer import AT_ONCE
from tests.desktop.map_canvas.conftest import (
    EAST,
    LEFT,
    MIDDLE,
    NONE,
    NORTH,
    SOUTH,
    at,
    drag,
    heard,
)

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def around(canvas, *track_ids, by=20):
    """Corners of a box around points."""
    places = [at(canvas, track_id) for track_id in track_ids]
    left, right = min(p.x() for p in places) - by, max(p.x() for p in places) + by
    top, bottom = min(p.y() for p in places) - by, max(p.y() for p in places) + by
    return [
        QPoint(left, top),
        QPoint(right, top),
        QPoint(right, bottom),
        QPoint(left, bottom),
        QPoint(left, top),
    ]


@pytest.mark.parametrize(
    ("modifier", "as_"), [(NONE, "replace"), (SHIFT, "add"), (CONTROL, "remove"), (ALT, "remove")]
)
def test_a_lasso_catches_what_is_within(canvas, qtbot, modifier, as_):
    canvas.set_tool("lasso")
    with qtbot.waitSignal(canvas.outlined) as sent:
        drag(qtbot, canvas, *around(canvas, MIDDLE, EAST), modifier=modifier)
    ids, said = sent.args
    assert (ids.tolist(), said) == ([MIDDLE, EAST], as_)
    assert ids.dtype == np.int64


def test_a_rectangle_catches_what_is_within(canvas, qtbot):
    canvas.set_tool("rectangle")
    corners = around(canvas, NORTH, SOUTH)
    with qtbot.waitSignal(canvas.outlined) as sent:
        drag(qtbot, canvas, corners[2], corners[0])
    assert sent.args[0].tolist() == [MIDDLE, NORTH, SOUTH]


def test_an_outline_around_nothing_catches_nothing(canvas, qtbot):
    canvas.set_tool("rectangle")
    with qtbot.waitSignal(canvas.outlined) as sent:
        drag(qtbot, canvas, QPoint(2, 2), QPoint(30, 30))
    assert sent.args[0].tolist() == []


def test_hidden_and_lost_points_are_not_caught(canvas, qtbot):
    canvas.set_shown(np.array([True, False, True, True, True]))
    canvas.set_found(np.array([True, True, False, True, True]))
    canvas.set_tool("rectangle")
    with qtbot.waitSignal(canvas.outlined) as sent:
        drag(qtbot, canvas, QPoint(1, 1), QPoint(598, 398))
    assert sent.args[0].tolist() == [MIDDLE, NORTH, SOUTH]


def test_a_click_with_the_lasso_is_a_click(canvas, qtbot):
    canvas.set_tool("lasso")
    clicked, outlined = heard(canvas.clicked), heard(canvas.outlined)
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, EAST))
    assert (clicked, outlined) == ([(EAST,)], [])


def test_escape_gives_a_lasso_up(canvas, qtbot):
    canvas.set_tool("lasso")
    told = heard(canvas.outlined)
    corners = around(canvas, EAST)
    qtbot.mousePress(canvas, LEFT, pos=corners[0])
    for place in corners[1:]:
        qtbot.mouseMove(canvas, pos=place)
    assert canvas.over().outline
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.over().outline
    qtbot.mouseRelease(canvas, LEFT, pos=corners[-1])
    assert told == []


def test_many_points_are_caught_in_a_thread(make_canvas, qtbot):
    rng = np.random.default_rng(0)
    count = AT_ONCE + 1
    canvas = make_canvas(rng.uniform(-1, 1, (count, 2)))
    canvas.outlined.connect(lambda ids, _: canvas.set_chosen(np.isin(canvas.scene.ids, ids)))
    canvas.set_tool("lasso")
    corners = [canvas.view.to_screen(x, y).toPoint() for x, y in ((-2, -2), (-2, 2), (0, 2), (0, -2))]
    with qtbot.waitSignal(canvas.outlined) as sent:
        drag(qtbot, canvas, *corners)
    left = canvas.scene.points[:, 0] < canvas.view.to_map(QPointF(corners[2]))[0]
    assert sent.args[0].tolist() == canvas.scene.ids[left].tolist()
    assert canvas.over().outline
    qtbot.waitUntil(canvas.is_complete)
    assert canvas.scene.chosen.sum() == left.sum()


def test_what_was_caught_on_another_map_is_not_told(make_canvas, qtbot):
    canvas = make_canvas(np.random.default_rng(0).uniform(-1, 1, (AT_ONCE + 1, 2)))
    told = heard(canvas.outlined)
    canvas.set_tool("rectangle")
    drag(qtbot, canvas, QPoint(10, 10), QPoint(500, 300))
    canvas.set_points(np.array([1, 2]), np.zeros((2, 2), np.float32))
    canvas.finish()
    qtbot.wait(50)
    assert told == []


def test_an_outline_holds_until_something_else_is_chosen(canvas, qtbot):
    canvas.outlined.connect(lambda ids, _: canvas.set_chosen(np.isin(canvas.scene.ids, ids)))
    canvas.set_tool("rectangle")
    corners = around(canvas, MIDDLE, EAST)
    drag(qtbot, canvas, corners[0], corners[2])
    assert len(canvas.over().outline) == 4
    canvas.set_chosen(canvas.scene.chosen.copy())
    assert canvas.over().outline
    canvas.set_chosen(np.array([True, False, False, False, False]))
    assert not canvas.over().outline


def test_an_outline_that_adds_holds_too(canvas, qtbot):
    canvas.set_chosen(np.array([False, True, False, False, False]))
    canvas.outlined.connect(
        lambda ids, _: canvas.set_chosen(canvas.scene.chosen | np.isin(canvas.scene.ids, ids))
    )
    canvas.set_tool("rectangle")
    corners = around(canvas, EAST)
    drag(qtbot, canvas, corners[0], corners[2], modifier=SHIFT)
    assert canvas.over().outline
    assert canvas.scene.chosen.tolist() == [False, True, True, False, False]
