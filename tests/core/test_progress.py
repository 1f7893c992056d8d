"""Shares of one scale, time left, durations in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.progress import SCALE, Step, Stop, TimeLeft, ignore, never, say_seconds, shares


@given(
    weights=st.lists(st.floats(0.1, 10), min_size=1, max_size=5),
    totals=st.lists(st.integers(0, 20), min_size=5, max_size=5),
)
def test_phases_fill_the_scale_in_order(weights: list[float], totals: list[int]) -> None:
    steps: list[Step] = []
    for phase, total in zip(shares(steps.append, *weights), totals, strict=False):
        for done in range(total + 1):
            phase(Step(done, total))
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert done[-1] == SCALE
    assert {step.total for step in steps} == {SCALE}


def test_time_left_follows_the_speed() -> None:
    clock = iter([0.0] + [i * 0.5 for i in range(100)])
    left = TimeLeft(lambda: next(clock))
    said = [left.update(Step(i, 100)) for i in range(40)]
    assert said[:2] == [None, None]
    assert said[20] == pytest.approx(40.0)
    assert said[39] == pytest.approx(30.5)


def test_time_left_is_silent_when_nothing_moves() -> None:
    clock = iter(range(100))
    left = TimeLeft(lambda: float(next(clock)))
    assert {left.update(Step(0, 100)) for _ in range(20)} == {None}


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "1 s"),
        (0.4, "1 s"),
        (40.4, "40 s"),
        (89, "89 s"),
        (100, "2 min"),
        (360, "6 min"),
        (7200, "2 h"),
        (7800, "2 h 10 min"),
    ],
)
def test_durations_as_a_person_says_them(seconds: float, said: str) -> None:
    assert say_seconds(seconds) == said


def test_nobody_watches_and_nobody_stops() -> None:
    assert ignore(Step(1, 2)) is None
    assert never() is None
    assert all(Stop)
