"""The map under hand: real clicks, drags, wheels and keys on a widget that is shown."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture

from desktop.theme import look
from tests.desktop.map_canvas.conftest import (
    EAST,
    LEFT,
    MIDDLE,
    NONE,
    NORTH,
    SOUTH,
    WEST,
    at,
    colour_at,
    drag,
    heard,
    is_near,
)

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


# Pan and zoom


def test_pull_moves_the_map(canvas, qtbot):
    before = canvas.point_of(WEST)
    drag(qtbot, canvas, QPoint(300, 100), QPoint(320, 110), QPoint(350, 130))
    assert is_near(canvas.point_of(WEST), before + QPointF(50, 30))


def test_the_middle_button_pulls_with_every_tool(canvas, qtbot):
    canvas.set_tool("lasso")
    before, told = canvas.point_of(WEST), heard(canvas.outlined)
    drag(qtbot, canvas, QPoint(300, 100), QPoint(330, 100), button=Qt.MouseButton.MiddleButton)
    assert is_near(canvas.point_of(WEST), before + QPointF(30, 0))
    assert told == []


def turn(canvas, place, steps):
    event = QWheelEvent(
        QPointF(place), canvas.mapToGlobal(QPointF(place)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_at_the_pointer(canvas):
    place, scale = at(canvas, NORTH), canvas.view.scale
    turn(canvas, place, 3)
    assert canvas.view.scale == pytest.approx(scale * 1.25**3)
    assert is_near(canvas.point_of(NORTH), QPointF(place), 2)
    turn(canvas, place, -3)
    assert canvas.view.scale == pytest.approx(scale)


def test_fingers_on_a_touch_pad_zoom_at_the_pointer(canvas):
    place, scale = QPointF(at(canvas, EAST)), canvas.view.scale
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, place, place,
        canvas.mapToGlobal(place), 0.5, QPointF(),
    )  # fmt: skip
    assert QApplication.sendEvent(canvas, event)
    assert canvas.view.scale == pytest.approx(scale * 1.5)
    assert is_near(canvas.point_of(EAST), place, 2)


def test_two_fingers_zoom_and_pull(canvas):
    scale, place = canvas.view.scale, canvas.point_of(EAST)
    pinch = QPinchGesture()
    pinch.setScaleFactor(1.5)
    centre = QPointF(canvas.mapToGlobal(place.toPoint()))
    pinch.setLastCenterPoint(centre)
    pinch.setCenterPoint(centre)
    event = QGestureEvent([pinch])
    assert QApplication.sendEvent(canvas, event)
    assert canvas.view.scale == pytest.approx(scale * 1.5)
    assert is_near(canvas.point_of(EAST), place, 2)


def test_zoom_by_keys_and_its_ends(canvas, qtbot):
    scale = canvas.view.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.scale > scale
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.scale == pytest.approx(scale)
    canvas.zoom(1e-9)
    assert canvas.view.scale == pytest.approx(scale / 4)


def test_a_double_click_on_nothing_shows_all_again(canvas, qtbot):
    fitted = canvas.view
    canvas.zoom(3)
    qtbot.mouseDClick(canvas, LEFT, pos=at(canvas, MIDDLE))
    assert canvas.view != fitted
    qtbot.mouseDClick(canvas, LEFT, pos=QPoint(10, 10))
    assert canvas.view == fitted


def test_every_look_elsewhere_is_told(canvas):
    told = heard(canvas.view_changed)
    canvas.zoom(2)
    canvas.pan(5, 5)
    canvas.fit()
    canvas.fit()
    assert len(told) == 3
    left, bottom, right, top = canvas.visible_range()
    assert left < -4 < 4 < right
    assert bottom < -3 < 3 < top


def test_a_fitted_map_stays_fitted_and_another_keeps_its_middle(canvas):
    canvas.resize(300, 400)
    assert all(canvas.rect().contains(at(canvas, track_id)) for track_id in range(11, 16))
    canvas.zoom(2)
    middle = (canvas.view.x, canvas.view.y, canvas.view.scale)
    canvas.resize(500, 300)
    assert (canvas.view.x, canvas.view.y, canvas.view.scale) == middle


# Clicks and hovering


def test_a_click_says_which_track(canvas, qtbot):
    with qtbot.waitSignal(canvas.clicked) as sent:
        qtbot.mouseClick(canvas, LEFT, pos=at(canvas, EAST) + QPoint(6, 6))
    assert sent.args == [EAST]


def test_a_click_on_nothing_and_a_pull_say_nothing(canvas, qtbot):
    told = heard(canvas.clicked)
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, EAST) + QPoint(0, 14))
    drag(qtbot, canvas, at(canvas, EAST), at(canvas, EAST) + QPoint(30, 0))
    assert told == []


def test_a_trembling_click_is_a_click(canvas, qtbot):
    told = heard(canvas.clicked)
    drag(qtbot, canvas, at(canvas, EAST), at(canvas, EAST) + QPoint(2, 1))
    assert told == [(EAST,)]


def test_a_double_click_on_a_point_is_one_click(canvas, qtbot):
    told = heard(canvas.clicked)
    place = at(canvas, EAST)
    qtbot.mouseClick(canvas, LEFT, pos=place)
    qtbot.mouseDClick(canvas, LEFT, pos=place)
    assert told == [(EAST,)]


def test_hovering_tells_when_it_changes(canvas, qtbot):
    told = heard(canvas.hovered)
    for place in (at(canvas, EAST), at(canvas, EAST) + QPoint(3, 0), at(canvas, WEST), QPoint(5, 5)):
        qtbot.mouseMove(canvas, pos=place)
    assert [track_id for track_id, _ in told] == [EAST, WEST, None]
    assert is_near(told[0][1], canvas.point_of(EAST))
    qtbot.mouseMove(canvas, pos=at(canvas, NORTH))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert told[-1][0] is None


def test_resting_on_a_point_is_told_once(canvas, qtbot):
    told = heard(canvas.dwelled)
    with qtbot.waitSignal(canvas.dwelled):
        qtbot.mouseMove(canvas, pos=at(canvas, EAST))
    qtbot.mouseMove(canvas, pos=QPoint(5, 5))
    assert told == [(EAST,)]


def test_passing_over_a_point_is_not_resting(canvas, qtbot):
    told = heard(canvas.dwelled)
    qtbot.mouseMove(canvas, pos=at(canvas, EAST))
    qtbot.mouseMove(canvas, pos=QPoint(5, 5))
    qtbot.wait(400)
    assert told == []


# Keyboard


@pytest.mark.parametrize(
    ("key", "track_id"),
    [(Qt.Key.Key_Left, WEST), (Qt.Key.Key_Right, EAST), (Qt.Key.Key_Up, NORTH), (Qt.Key.Key_Down, SOUTH)],
)
def test_arrows_walk(canvas, qtbot, key, track_id):
    told = heard(canvas.walked)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    qtbot.keyClick(canvas, key, SHIFT)
    assert told == [(MIDDLE, False), (track_id, True)]
    assert canvas.current == track_id


def test_the_first_arrow_begins_in_the_middle(canvas, qtbot):
    told = heard(canvas.walked)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert told == [(MIDDLE, False)]


def test_a_walk_passes_by_what_is_hidden_or_lost(canvas, qtbot):
    canvas.set_found(np.array([True, False, True, True, True]))
    canvas.set_current(MIDDLE)
    told = heard(canvas.walked)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert told == []
    assert canvas.accessibleDescription() == "No track lies farther left."


def test_enter_is_told_for_the_current_track(canvas, qtbot):
    told = heard(canvas.activated)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    canvas.set_current(WEST)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClick(canvas, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert told == [(WEST,), (WEST,)]


def test_other_keys_are_left_to_others(canvas, qtbot):
    canvas.set_current(MIDDLE)
    told = heard(canvas.walked)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert told == []


def test_a_walk_pulls_the_map_along(canvas, qtbot):
    canvas.set_current(MIDDLE)
    canvas.zoom(4)
    assert not canvas.rect().contains(at(canvas, EAST))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.waitUntil(canvas.is_complete)
    assert canvas.rect().contains(at(canvas, EAST))


def test_focus_by_keyboard_is_seen(canvas, qtbot):
    accent = look().theme.colours["accent"]
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert colour_at(canvas, QPointF(1, 200)) == accent
    qtbot.mouseClick(canvas, LEFT, pos=QPoint(5, 5))
    assert colour_at(canvas, QPointF(1, 200)) != accent


def test_what_is_said_is_heard(canvas, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    assert canvas.accessibleName() == "Map"
    canvas.say("Field take 14, Ensemble A")
    assert canvas.accessibleDescription() == "Field take 14, Ensemble A"
    assert [event.message() for event in told] == ["Field take 14, Ensemble A"]
