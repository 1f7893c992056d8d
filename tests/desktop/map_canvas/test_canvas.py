"""The map under hand: real clicks, drags, wheels and keys on a shown widget."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.map.canvas import MapCanvas
from desktop.map.layer import AT_ONCE
from desktop.map.motion import Glide
from desktop.theme import look
from tests.desktop.map_canvas.conftest import CROSS, colour_at, is_near

LEFT = Qt.MouseButton.LeftButton
MIDDLE, WEST, EAST, NORTH, SOUTH = 11, 12, 13, 14, 15
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def at(canvas: MapCanvas, track_id: int) -> QPoint:
    return canvas.point_of(track_id).toPoint()


def drag(qtbot, canvas, *places, button=LEFT, modifier=NONE):
    qtbot.mousePress(canvas, button, modifier, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(canvas, pos=place)
    qtbot.mouseRelease(canvas, button, modifier, pos=places[-1])


def heard(signal):
    told = []
    signal.connect(lambda *arguments: told.append(arguments))
    return told


# What is seen


def test_points_lie_where_they_should(canvas):
    assert is_near(canvas.point_of(MIDDLE), QPointF(300, 200))
    assert canvas.point_of(WEST).x() < 300 < canvas.point_of(EAST).x()
    assert canvas.point_of(NORTH).y() < 200 < canvas.point_of(SOUTH).y()
    assert colour_at(canvas, canvas.point_of(WEST)) == look().theme.classes[0].colour


def test_the_map_follows_the_theme(canvas):
    before = colour_at(canvas, canvas.point_of(WEST))
    look().choose("dark")
    after = colour_at(canvas, canvas.point_of(WEST))
    assert before != after == look().theme.classes[0].colour
    assert colour_at(canvas, QPointF(5, 5)) == look().theme.colours["plot"]


def test_an_empty_map_can_be_shown_and_left(make_canvas, qtbot):
    canvas = make_canvas([])
    assert colour_at(canvas, QPointF(300, 200)) == look().theme.colours["plot"]
    assert canvas.nearest(QPointF(300, 200)) is None
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Return):
        qtbot.keyClick(canvas, key)
    assert canvas.current is None


@pytest.mark.parametrize("count", [3000, AT_ONCE + 5000])
def test_every_number_of_points_is_painted(make_canvas, count):
    rng = np.random.default_rng(0)
    canvas = make_canvas(np.concatenate([rng.normal(0, 0.02, (count, 2)), [(-1, 0), (1, 0)]]))
    assert colour_at(canvas, QPointF(300, 200)) == look().theme.classes[0].colour
    assert canvas.nearest(QPointF(300, 200)) is not None


def test_unlike_lengths_are_refused(canvas):
    with pytest.raises(ValueError, match="3 numbers for 5 points"):
        canvas.set_numbers(np.zeros(3), "depth", 0, 1)
    with pytest.raises(ValueError, match="2 places for 5 points"):
        canvas.move_points(np.zeros((2, 2), np.float32))


def test_a_hidden_point_is_neither_seen_nor_found(canvas):
    canvas.set_shown(np.array([True, False, True, True, True]))
    assert colour_at(canvas, canvas.point_of(WEST)) == look().theme.colours["plot"]
    assert canvas.nearest(canvas.point_of(WEST)) is None


def test_what_the_query_leaves_out_fades(canvas):
    full = colour_at(canvas, canvas.point_of(WEST))
    canvas.set_found(np.array([True, False, True, True, True]))
    assert colour_at(canvas, canvas.point_of(WEST)) not in (full, look().theme.colours["plot"])
    assert colour_at(canvas, canvas.point_of(EAST)) == full
    canvas.set_found(None)
    assert colour_at(canvas, canvas.point_of(WEST)) == full


def test_the_chosen_stay_in_full_and_the_others_stand_back(canvas):
    full = colour_at(canvas, canvas.point_of(WEST))
    canvas.set_chosen(np.array([False, True, False, False, False]))
    assert colour_at(canvas, canvas.point_of(WEST)) == full
    assert colour_at(canvas, canvas.point_of(EAST)) != full
    canvas.set_chosen(np.zeros(5, bool))
    assert colour_at(canvas, canvas.point_of(EAST)) == full


def shows(image, x, y, token):
    """Whether a pixel there or next to it is nearly of that colour."""
    wanted = QColor(look().theme.colours[token])
    near = [image.pixelColor(x + right, y + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    return any(
        abs(pixel.red() - wanted.red())
        + abs(pixel.green() - wanted.green())
        + abs(pixel.blue() - wanted.blue())
        < 230
        for pixel in near
    )


def test_gold_is_what_plays_and_blue_what_is_current(canvas):
    def ring(track_id):
        image, place = canvas.grab().toImage(), at(canvas, track_id)
        return {token for token in ("hear", "accent") if shows(image, place.x() - 8, place.y(), token)}

    assert ring(WEST) == ring(EAST) == set()
    canvas.set_playing(WEST)
    canvas.set_current(EAST)
    assert ring(WEST) == {"hear"}
    assert ring(EAST) == {"accent"}
    canvas.set_playing(None)
    canvas.set_current(None)
    assert ring(WEST) == ring(EAST) == set()


def test_links_are_gold_and_dashed_when_far(canvas):
    canvas.set_density(False)
    canvas.set_links(MIDDLE, [(EAST, False), (WEST, True), (999, False)])
    image = canvas.grab().toImage()
    row = range(12, round(canvas.point_of(EAST).x()) - 300 - 12)

    def golden(way: int) -> float:
        return sum(shows(image, 300 + way * x, 200, "hear") for x in row) / len(row)

    assert golden(+1) > 0.95
    assert 0.3 < golden(-1) < 0.9


def test_a_mark_comes_and_goes(canvas):
    plain = canvas.grab().toImage()
    canvas.set_mark(2.0, 2.0, "Shore lament.wav")
    assert canvas.grab().toImage() != plain
    canvas.set_mark(0.0, 0.0, None)
    assert canvas.grab().toImage() == plain


def test_depth_lines_can_be_left_out(make_canvas, qtbot):
    rng = np.random.default_rng(1)
    canvas = make_canvas(rng.normal(size=(300, 2)))
    with_lines = canvas.grab().toImage()
    canvas.set_density(False)
    assert canvas.grab().toImage() != with_lines
    canvas.set_density(True)
    assert canvas.grab().toImage() == with_lines


def test_another_map_forgets_what_was_said_of_the_first(canvas):
    canvas.set_current(WEST)
    canvas.set_chosen(np.array([True] * 5))
    canvas.set_points(np.array([3, 2]), np.zeros((2, 2), np.float32))
    assert canvas.current is None
    assert canvas.scene.chosen is None
    assert canvas.nearest(canvas.point_of(2)) in (2, 3)


def test_tracks_are_found_in_any_order(canvas):
    canvas.set_points(np.array([30, 10, 20]), np.array([(0, 0), (1, 0), (2, 0)], np.float32))
    assert [canvas.nearest(canvas.point_of(track_id)) for track_id in (10, 20, 30)] == [10, 20, 30]


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


# Lasso and rectangle


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


# Motion


def test_points_move_and_the_view_follows(canvas, qtbot):
    wide = np.array(CROSS, np.float32) * 10
    canvas.move_points(wide, 60)
    assert not np.array_equal(canvas.scene.points, wide)
    qtbot.waitUntil(canvas.is_complete)
    assert np.array_equal(canvas.scene.points, wide)
    assert canvas.rect().contains(at(canvas, EAST))
    assert canvas.nearest(canvas.point_of(EAST)) == EAST


def test_the_view_stays_where_a_hand_has_put_it(canvas, qtbot):
    canvas.zoom(2)
    view = canvas.view
    canvas.move_points(np.array(CROSS, np.float32) * 10, 30)
    qtbot.waitUntil(canvas.is_complete)
    assert canvas.view == view


def test_moves_that_overtake_each_other_end_at_the_last(canvas, qtbot):
    for factor in (2, 5, 3):
        canvas.move_points(np.array(CROSS, np.float32) * factor, 80)
    qtbot.waitUntil(canvas.is_complete)
    assert np.array_equal(canvas.scene.points, np.array(CROSS, np.float32) * 3)


def test_nothing_glides_when_motion_is_reduced(canvas, monkeypatch):
    monkeypatch.setattr("desktop.map.surface.is_reduced", lambda widget: True)
    canvas.move_points(np.array(CROSS, np.float32) * 2, 5000)
    assert np.array_equal(canvas.scene.points, np.array(CROSS, np.float32) * 2)


def test_a_hidden_map_is_at_the_end_at_once(canvas):
    canvas.move_points(np.array(CROSS, np.float32) * 2, 60_000)
    canvas.hide()
    assert np.array_equal(canvas.scene.points, np.array(CROSS, np.float32) * 2)
    assert canvas._point_glide.state() == Glide.State.Stopped


def test_points_out_of_bounds_wait_in_the_middle(canvas):
    canvas.move_points(np.array([(np.nan, 1), (np.inf, 0), (4, 0), (0, 3), (0, -3)], np.float32), 0)
    assert np.isfinite(canvas.scene.points).all()
    assert canvas.nearest(canvas.point_of(EAST)) == EAST
