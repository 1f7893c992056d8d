"""What the map shows, and how it moves: pictures of a widget that is shown."""

from __future__ import annotations

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from desktop.map.canvas import MapCanvas
from desktop.map.layer import AT_ONCE
from desktop.map.motion import Glide
from desktop.theme import look
from tests.desktop.map_canvas.conftest import (
    CROSS,
    EAST,
    MIDDLE,
    NORTH,
    SOUTH,
    WEST,
    at,
    colour_at,
    is_near,
)

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
    canvas.set_chosen(np.array([True, True, False, False, False]))
    assert colour_at(canvas, canvas.point_of(WEST)) == full
    assert colour_at(canvas, canvas.point_of(EAST)) != full
    canvas.set_chosen(np.zeros(5, bool))
    assert colour_at(canvas, canvas.point_of(EAST)) == full


def test_one_alone_is_ringed_and_the_map_stays_as_it_is(canvas):
    full = colour_at(canvas, canvas.point_of(EAST))
    canvas.set_chosen(np.array([False, True, False, False, False]))
    image, place = canvas.grab().toImage(), at(canvas, WEST)
    assert shows(image, place.x() - 7, place.y(), "accent")
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


# Motion and the end


def test_a_map_may_go_while_it_is_drawn(qtbot):
    """Nobody said that it is over; its threads end all the same, which every test makes sure of."""
    canvas = MapCanvas()
    canvas.resize(400, 300)
    count = AT_ONCE * 3
    canvas.set_points(np.arange(count), np.random.default_rng(0).normal(size=(count, 2)))
    canvas.show()
    canvas.repaint()
    assert not canvas.is_complete()
    canvas.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(canvas))


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
