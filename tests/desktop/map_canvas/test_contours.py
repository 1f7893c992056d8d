"""Depth lines: where they run, and that they close."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as of_numpy

from desktop.map.contours import contours, level_lines

FIELDS = of_numpy.arrays(np.float64, (7, 9), elements=st.integers(0, 5).map(float))


def hill(size=60, top=100.0):
    y, x = np.mgrid[0:size, 0:size]
    return top - np.hypot(x - 30, y - 25)


def test_a_hill_has_a_round_line():
    (line,) = level_lines(hill(), 90.0)
    assert np.hypot(line[:, 0] - 30, line[:, 1] - 25) == pytest.approx(10, abs=0.1)
    assert line[0] == pytest.approx(line[-1])


@settings(max_examples=60, deadline=None)
@given(FIELDS, st.sampled_from([0.5, 1.5, 2.5, 4.5]))
def test_lines_end_only_at_the_rim_and_part_high_from_low(field, level):
    for line in level_lines(field, level):
        ends = line[[0, -1]]
        closed = (ends[0] == ends[1]).all()
        rim = (ends[:, 0] == 0) | (ends[:, 0] == 8) | (ends[:, 1] == 0) | (ends[:, 1] == 6)
        assert closed or rim.all()
        for x, y in line:
            low, high = field[int(np.floor(y)), int(np.floor(x))], field[int(np.ceil(y)), int(np.ceil(x))]
            assert (low > level) != (high > level)


@settings(max_examples=60, deadline=None)
@given(FIELDS, st.sampled_from([0.5, 2.5]))
def test_every_crossing_is_on_one_line(field, level):
    above = field > level
    crossings = int((above[:, 1:] != above[:, :-1]).sum() + (above[1:] != above[:-1]).sum())
    points = [tuple(point) for line in level_lines(field, level) for point in line.tolist()]
    assert len(set(points)) == crossings


def test_clusters_have_lines_of_their_own():
    rng = np.random.default_rng(0)
    points = np.concatenate([rng.normal((-10, 0), 1, (400, 2)), rng.normal((10, 0), 1, (400, 2))])
    lines = contours(points.astype(np.float32)).lines
    sides = {float(np.sign(line[:, 0].mean())) for line in lines}
    assert sides == {-1.0, 1.0}
    assert all(np.allclose(line[0], line[-1]) for line in lines)
    inmost = min(lines, key=lambda line: np.ptp(line[:, 0]))
    assert abs(abs(inmost[:, 0].mean()) - 10) < 1


@pytest.mark.parametrize("points", [[], [(1, 1)], [(1, 1)] * 9])
def test_too_little_has_no_lines(points):
    assert contours(np.array(points, np.float32).reshape(-1, 2)).lines == ()


def test_points_on_a_line_have_lines():
    assert contours(np.array([(x, 0) for x in range(50)], np.float32)).lines
