"""The way between map and screen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from desktop.map.view import View, bounds, fitted

PLACES = st.floats(-1e3, 1e3)
VIEWS = st.builds(
    View,
    x=PLACES,
    y=PLACES,
    scale=st.floats(0.01, 1e3),
    width=st.floats(50, 4000),
    height=st.floats(50, 4000),
)
SCREEN = st.builds(QPointF, st.floats(0, 4000), st.floats(0, 4000))


@settings(max_examples=60, deadline=None)
@given(VIEWS, SCREEN)
def test_there_and_back(view, at):
    back = view.to_screen(*view.to_map(at))
    assert (back.x(), back.y()) == pytest.approx((at.x(), at.y()), abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(VIEWS, SCREEN, st.floats(0.1, 10))
def test_zoom_leaves_the_place_under_the_pointer(view, at, factor):
    place = view.to_map(at)
    after = view.zoomed(factor, at, 1e-9, 1e9)
    assert after.to_map(at) == pytest.approx(place, abs=1e-3 / view.scale + 1e-6)
    assert after.scale == pytest.approx(view.scale * factor)


def test_zoom_has_ends():
    view = View(scale=2.0)
    assert view.zoomed(1e9, QPointF(), 1, 5).scale == 5
    assert view.zoomed(1e-9, QPointF(), 1, 5).scale == 1


@settings(max_examples=60, deadline=None)
@given(VIEWS, st.floats(-500, 500), st.floats(-500, 500))
def test_what_is_pulled_goes_along(view, right, down):
    before = view.to_screen(1.0, 2.0)
    after = view.panned(right, down).to_screen(1.0, 2.0)
    assert after.x() - before.x() == pytest.approx(right, abs=1e-3)
    assert after.y() - before.y() == pytest.approx(down, abs=1e-3)


@pytest.mark.parametrize("points", [[], [(3, 4)], [(0, 0), (0, 5)], [(0, 0), (5, 0)], [(-1, 2), (7, 3)]])
def test_all_points_fit(points):
    points = np.array(points, np.float32).reshape(-1, 2)
    view = fitted(bounds(points), 300, 200)
    assert np.isfinite(view.scale)
    for x, y in points.tolist():
        at = view.to_screen(x, y)
        assert 0 < at.x() < 300
        assert 0 < at.y() < 200


def test_up_is_up_and_distances_are_the_same_both_ways():
    view = View(0, 0, 10, 100, 100)
    assert view.to_screen(1, 0) == QPointF(60, 50)
    assert view.to_screen(0, 1) == QPointF(50, 40)
    assert view.visible == (-5, -5, 5, 5)
