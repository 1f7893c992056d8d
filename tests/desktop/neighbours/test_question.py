"""Questions and the way back to earlier ones; how moments are said."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.neighbours.chips import MOST_SHOWN, parts_of
from desktop.neighbours.question import KEPT, Question, Trail
from desktop.times import clock, span_words

IDS = st.lists(st.integers(1, 30), min_size=1, max_size=4, unique=True).map(tuple)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(IDS, st.booleans()), max_size=12))
def test_a_track_is_on_one_side_only(steps: list[tuple[tuple[int, ...], bool]]) -> None:
    question = Question("track", (31,))
    for ids, minus in steps:
        question = question.with_track(ids, minus=minus)
        assert set(ids) <= set(question.minus if minus else question.plus)
    assert not set(question.plus) & set(question.minus)
    assert len(set(question.plus)) == len(question.plus)
    for ids, _ in steps:
        question = question.without(ids)
    assert (question.plus, question.minus) == ((31,), ())


@given(st.integers(0, 40), st.integers(0, 40))
def test_chips_show_every_track_once(plus: int, minus: int) -> None:
    question = Question("selection", tuple(range(plus)), tuple(range(100, 100 + minus)))
    parts = parts_of(question)
    assert tuple(id_ for part in parts if not part.minus for id_ in part.track_ids) == question.plus
    assert tuple(id_ for part in parts if part.minus for id_ in part.track_ids) == question.minus
    assert len(parts) <= 2 * MOST_SHOWN


def test_the_trail_goes_back_and_on() -> None:
    trail = Trail()
    first, second, third = (Question("track", (i,)) for i in (1, 2, 3))
    assert trail.go(-1) is None
    for question in (first, second, second, Question()):
        trail.add(question)
    assert not trail.can_go_on
    assert trail.go(-1) == first
    assert trail.go(-1) is None
    assert trail.go(1) == second
    trail.go(-1)
    trail.add(third)
    assert not trail.can_go_on
    assert trail.go(-1) == first


def test_the_trail_does_not_grow_for_ever() -> None:
    trail = Trail()
    for number in range(KEPT + 20):
        trail.add(Question("track", (number,)))
    steps = 0
    while trail.can_go_back:
        trail.go(-1)
        steps += 1
    assert steps == KEPT - 1


@pytest.mark.parametrize(
    ("seconds", "digits", "said"),
    [(0, 0, "0:00"), (59.96, 1, "1:00.0"), (188, 0, "3:08"), (3723.4, 1, "1:02:03.4"), (-1, 0, "0:00")],
)
def test_clock(seconds: float, digits: int, said: str) -> None:
    assert clock(seconds, digits) == said


def test_spans_say_tenths_only_where_they_matter() -> None:
    assert span_words(42, 47) == "0:42–0:47"
    assert span_words(42.5, 47.5) == "0:42.5–0:47.5"
    assert span_words(42.5, 90.0) == "0:43–1:30"
