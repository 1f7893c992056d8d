"""What of curves is drawn: never too much, always the end, and nothing that was not told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.curves.data import MOST_DRAWN, Curves, Line, drawn, last, smooth, thin

values = st.floats(-1e3, 1e3)


def points_of(some: list[float], n: int) -> tuple[tuple[float, float], ...]:
    return tuple((i + 1.0, some[i % len(some)] + i) for i in range(n))


told = st.builds(points_of, st.lists(values, min_size=1, max_size=5), st.integers(0, 3000))


def count(curves: Curves) -> int:
    return sum(len(line.points) + len(line.raw) for line in curves.lines)


@given(st.lists(st.tuples(told, told), max_size=6))
def test_never_more_points_than_the_window_can_draw(lines):
    curves = Curves(
        "Loss", lines=tuple(Line(str(i), points, raw=raw) for i, (points, raw) in enumerate(lines))
    )
    shown = drawn(curves)
    assert MOST_DRAWN <= 2000
    assert count(shown) <= MOST_DRAWN
    for before, after in zip(curves.lines, shown.lines, strict=True):
        assert set(after.points) <= set(before.points)
        assert after.points[-1:] == before.points[-1:]
        assert set(after.raw) <= set(before.raw)


@given(told, st.integers(0, 50))
def test_thinned_evenly_with_first_and_last(points, most):
    found = thin(points, most)
    assert len(found) == min(len(points), most)
    if points and most >= 2:
        assert (found[0], found[-1]) == (points[0], points[-1])


@given(told)
def test_a_smooth_line_has_the_same_epochs_and_stays_within_its_values(points):
    found = smooth(points)
    assert [epoch for epoch, _ in found] == [epoch for epoch, _ in points]
    if points:
        low, high = min(v for _, v in points), max(v for _, v in points)
        assert all(low - 1e-6 <= v <= high + 1e-6 for _, v in found)
        assert (found[0], found[-1]) == (points[0], points[-1])


def test_a_band_is_thinned_with_its_line():
    points = tuple((float(i), float(i)) for i in range(5000))
    curves = drawn(Curves("x", lines=(Line("a", points, band=tuple((v - 1, v + 1) for _, v in points)),)))
    line = curves.lines[0]
    assert all(band == (v - 1, v + 1) for (_, v), band in zip(line.points, line.band, strict=True))


def test_the_last_five_epochs():
    points = tuple((float(i), float(i)) for i in range(1, 13))
    line = Line("a", points, band=points, raw=((3.5, 1.0), (9.5, 2.0)))
    found = last(Curves("x", lines=(line,), best=3.0, end=40), 5)
    assert [epoch for epoch, _ in found.lines[0].points] == [8, 9, 10, 11, 12]
    assert found.lines[0].raw == ((9.5, 2.0),)
    assert len(found.lines[0].band) == 5
    assert (found.best, found.end) == (None, 12)
    few = Curves("x", lines=(Line("a", points[:3]),), best=2.0, end=40)
    assert last(few, 5) is few
