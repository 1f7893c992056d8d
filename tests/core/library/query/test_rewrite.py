"""A facet changes one condition: the rest of the query means what it meant, and reads as it was written."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.query import And, Match, Node, Not, Or, Text, parse
from core.library.query.rewrite import (
    range_asked,
    sort_keys,
    unsorted,
    values_asked,
    with_range,
    with_value,
    without,
    without_value,
)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "genre:Fiddle"),
        ("lam", "genre:Fiddle lam"),
        ("genre:Brass", "genre:Brass,Fiddle"),
        ('river genre:"Work song" year:1950..', 'river genre:"Work song",Fiddle year:1950..'),
        ("-genre:Brass", "genre:Fiddle -genre:Brass"),
        ("genre:Br*", "genre:Fiddle,Br*"),
        ("genre:*", "genre:Fiddle genre:*"),
        ("genre:Brass,Fl*", "genre:Brass,Fiddle,Fl*"),
        ("genre:Brass or lullaby sort:title", "genre:Fiddle (genre:Brass or lullaby) sort:title"),
        ("(genre:Brass or lullaby)", "genre:Fiddle (genre:Brass or lullaby)"),
        ("sort:-year", "genre:Fiddle sort:-year"),
        ("a- b", "genre:Fiddle a- b"),
        ("genre:Fiddle", "genre:Fiddle"),
    ],
)
def test_one_value_more(text, after):
    assert with_value(text, "genre", "Fiddle") == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("genre:Fiddle", ""),
        ("genre:Brass,Fiddle river", "genre:Brass river"),
        ("river and genre:Fiddle and blue", "river and blue"),
        ("genre:Fiddle and blue", "blue"),
        ("blue and genre:Fiddle sort:title", "blue sort:title"),
        ("genre:Fiddle,Fl* x", "genre:Fl* x"),
        ("-genre:Fiddle", "-genre:Fiddle"),
        ("genre:Fiddle or x", "genre:Fiddle or x"),
        ("-(genre:Fiddle or x) genre:Fiddle", "-(genre:Fiddle or x)"),
        ("not genre:Fiddle x", "not genre:Fiddle x"),
    ],
)
def test_one_value_less(text, after):
    assert without_value(text, "genre", "Fiddle") == after


def test_what_is_asked_is_read_where_it_counts():
    assert values_asked("genre:Brass,Fiddle -genre:Choir (genre:Flute or x)", "genre") == ("Brass", "Fiddle")
    assert values_asked("genre:Brass or x", "genre") == ()
    assert range_asked("river year:1950..1965", "year") == (1950.0, 1965.0)
    assert range_asked("year:..1965", "year") == (None, 1965.0)
    assert range_asked("-year:1950..1965", "year") is None


def test_a_range_takes_the_place_of_what_was_asked():
    assert with_range("river year:1950", "year", 1960, 1969) == "year:1960..1969 river"
    assert with_range("a or b", "year", None, 1969.5) == "year:..1969.5 (a or b)"


def test_the_order_is_taken_out_alone():
    text = "river sort:-year blue sort:title"
    assert [key.name for key in sort_keys(text)] == ["year", "title"]
    assert unsorted(text) == "river blue"


ATOMS = [Text("river"), Match("genre", "is", ("Brass",)), Match("genre", "is", ("Choir", "Brass")),
         Match("year", "..", (1950.0, None)), Match("artist", "is", ("Duo W",))]  # fmt: skip
NODES = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: (
        st.builds(Not, inner)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts)))
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))
    ),
    max_leaves=6,
)
TRACKS = list(
    itertools.product((False, True), ("Brass", "Choir", "Fiddle"), (1940.0, 1960.0), ("Duo W", "X"))
)


def holds(node: Node | None, track: tuple[bool, str, float, str]) -> bool:
    """What a query says of a track, spelled out."""
    says_river, genre, year, artist = track
    if node is None:
        return True
    if isinstance(node, Not):
        return not holds(node.part, track)
    if isinstance(node, And | Or):
        return (all if isinstance(node, And) else any)(holds(part, track) for part in node.parts)
    if isinstance(node, Text):
        return says_river
    if node.field == "year":
        low, high = (float(value) if value is not None else None for value in node.values)
        return (low is None or year >= low) and (high is None or year <= high)
    return {"genre": genre, "artist": artist}[node.field] in node.values


def found(text: str) -> list[tuple[bool, str, float, str]]:
    return [track for track in TRACKS if holds(parse(text).where, track)]


@given(NODES)
def test_without_and_with_again_narrow_what_is_left(node):
    text = str(node)
    rest = without(text, "genre")
    assert set(found(text)) <= set(found(rest))
    assert values_asked(rest, "genre") == ()
    assert found(with_value(rest, "genre", "Fiddle")) == [t for t in found(rest) if t[1] == "Fiddle"]


@given(NODES)
def test_a_value_that_comes_and_goes_leaves_no_trace(node):
    text = str(node)
    if "Fiddle" not in values_asked(text, "genre"):
        there = with_value(text, "genre", "Fiddle")
        assert "Fiddle" in values_asked(there, "genre")
        assert found(without_value(there, "genre", "Fiddle")) == found(text)


@given(NODES)
def test_a_range_narrows_everything_else(node):
    text = str(node)
    rest = without(text, "year")
    after = with_range(text, "year", 1950, 1969)
    assert range_asked(after, "year") == (1950.0, 1969.0)
    assert found(after) == [track for track in found(rest) if track[2] == 1960.0]
