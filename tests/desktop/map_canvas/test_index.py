"""Finding points by place, held against looking at every one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as of_numpy
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop.map.index import AHEAD, Index

COORDINATES = st.one_of(st.integers(-6, 6).map(float), st.floats(-50, 50, width=32))
POINTS = st.integers(1, 40).flatmap(
    lambda count: of_numpy.arrays(np.float32, (count, 2), elements=COORDINATES)
)
DIRECTIONS = st.sampled_from(sorted(AHEAD))


def whole(points):
    return Index(points, np.arange(len(points)))


def away_from(points, place):
    """In doubles before the difference: rounded to single floats, a point may slip into the quarter."""
    return points.astype(np.float64) - points[place].astype(np.float64)


def ahead(points, place, direction):
    """Places that lie that way at all."""
    right, up = AHEAD[direction]
    away = away_from(points, place)
    return set(np.flatnonzero(away @ np.array([right, up]) > 0).tolist())


@settings(max_examples=60, deadline=None)
@given(POINTS, COORDINATES, COORDINATES, st.floats(0.01, 100))
def test_the_nearest_is_as_near_as_any(points, x, y, within):
    away = np.hypot(points[:, 0].astype(float) - x, points[:, 1].astype(float) - y)
    found = whole(points).nearest(x, y, within)
    if found is None:
        assert away.min() > within * (1 - 1e-9)
    else:
        assert away[found] == pytest.approx(away.min())
        assert away[found] <= within * (1 + 1e-9)


@settings(max_examples=60, deadline=None)
@given(POINTS, st.data(), DIRECTIONS)
def test_a_walk_never_stops_while_a_point_lies_that_way(points, data, direction):
    index, place = whole(points), data.draw(st.integers(0, len(points) - 1))
    seen = {place}
    while True:
        lies_ahead = ahead(points, place, direction)
        found = index.next(place, *points[place].tolist(), direction)
        if found is None:
            assert not lies_ahead
            return
        same_spot = bool((points[found] == points[place]).all())
        assert found in lies_ahead or same_spot
        assert found not in seen
        seen.add(found)
        place = found


def test_a_point_a_hair_outside_the_quarter_is_not_straight_ahead():
    points = np.array([[0, 5], [1, 0], [4, 0.99999994]], np.float32)
    assert whole(points).next(0, 0.0, 5.0, "right") == 1


@settings(max_examples=60, deadline=None)
@given(POINTS, st.data(), DIRECTIONS)
def test_what_lies_straight_ahead_comes_before_what_lies_aside(points, data, direction):
    place = data.draw(st.integers(0, len(points) - 1))
    away = away_from(points, place)
    right, up = AHEAD[direction]
    along, aside = away @ np.array([right, up]), np.abs(away @ np.array([up, right]))
    quarter = (along > 0) & (aside <= along)
    found = whole(points).next(place, *points[place].tolist(), direction)
    if quarter.any() and found is not None and (points[found] != points[place]).any():
        assert quarter[found]
        assert np.hypot(*away[found]) == pytest.approx(np.hypot(*away[quarter].T).min())


def test_points_in_one_spot_are_walked_one_by_one():
    points = np.array([[0, 0], [1, 0], [1, 0], [1, 0], [2, 0]], np.float32)
    index, place, right = whole(points), 0, []
    while (place := index.next(place, *points[place].tolist(), "right")) is not None:
        right.append(place)
    assert right == [1, 2, 3, 4]
    place, left = 4, []
    while (place := index.next(place, *points[place].tolist(), "left")) is not None:
        left.append(place)
    assert left == [3, 2, 1, 0]


CORNERS = st.lists(st.tuples(st.integers(-8, 8), st.integers(-8, 8)), min_size=3, max_size=12)


@settings(max_examples=60, deadline=None)
@given(POINTS, CORNERS)
def test_an_outline_catches_what_qt_says_is_within(points, corners):
    """Away from its edges, where both may round."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    points = points + np.float32(0.123)
    caught = set(whole(points).inside(np.array(corners, float)).tolist())
    edges = list(zip(corners, corners[1:] + corners[:1], strict=True))
    for place, (x, y) in enumerate(points.astype(float).tolist()):
        if min(distance(x, y, *edge) for edge in edges) > 1e-3:
            assert (place in caught) == path.contains(QPointF(x, y))


def distance(x, y, start, end):
    (x0, y0), (x1, y1) = start, end
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    share = 0.0 if length == 0 else min(max(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0), 1)
    return float(np.hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0)))


@settings(max_examples=60, deadline=None)
@given(POINTS, *[COORDINATES] * 4)
def test_a_rectangle_catches_what_is_within(points, a, b, c, d):
    left, right, bottom, top = min(a, b), max(a, b), min(c, d), max(c, d)
    x, y = points[:, 0], points[:, 1]
    inside = np.flatnonzero((x >= left) & (x <= right) & (y >= bottom) & (y <= top))
    assert sorted(whole(points).within(left, bottom, right, top).tolist()) == inside.tolist()


def test_only_given_places_are_found():
    points = np.array([[0, 0], [1, 0], [2, 0]], np.float32)
    index = Index(points, np.array([0, 2]))
    assert index.nearest(1.1, 0) == 2
    assert index.next(0, 0.0, 0.0, "right") == 2
    assert sorted(index.within(-5, -5, 5, 5).tolist()) == [0, 2]


def test_without_points_nothing_is_found():
    index = whole(np.empty((0, 2), np.float32))
    assert index.nearest(0, 0) is None
    assert index.next(0, 0.0, 0.0, "up") is None
    assert len(index.inside(np.array([[0, 0], [1, 0], [0, 1.0]]))) == 0
