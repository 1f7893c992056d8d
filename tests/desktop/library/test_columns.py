"""Values as they are shown, typed and exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.fields import FieldInfo
from desktop.cards import TrackCard
from desktop.library.columns import Column, clock, columns_for, exact, figure

GENRE = FieldInfo(1, "genre", "category", many=True, unit="")
TITLE = FieldInfo(2, "title", "text", many=False, unit="")
YEAR = FieldInfo(3, "year", "number", many=False, unit="")
COLUMNS = columns_for([GENRE, TITLE, YEAR])


def card(**values: tuple[str | float, ...]) -> TrackCard:
    return TrackCard(1, Path("/tapes/reel 1.wav"), "reel 1.wav", "ok", "", None, None, values)


def test_without_a_title_the_file_stands_for_it_but_is_not_typed():
    title = COLUMNS["title"]
    assert (title.text(card()), title.typed(card()), title.is_guessed(card())) == ("reel 1", "", True)
    assert not title.is_guessed(card(title=("Shore",)))


def test_a_number_is_read_or_refused_by_name():
    year: Column = COLUMNS["year"]
    assert year.read(" 1962 ") == [1962.0]
    assert year.read("") == []
    with pytest.raises(ValueError, match="Year holds numbers; about 1962 is none"):
        year.read("about 1962")


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1), max_size=4, unique=True))
def test_several_values_are_typed_as_they_are_read(values):
    genre = COLUMNS["genre"]
    assert genre.read(genre.typed(card(genre=tuple(values)))) == values


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_an_edited_number_is_exact(number):
    year = COLUMNS["year"]
    assert year.read(year.typed(card(year=(number,)))) == [number]
    assert float(exact(number)) == number


@pytest.mark.parametrize(
    ("number", "said"), [(1962.0, "1962"), (0.34567, "0.3457"), (12345.678, "12345.7"), (-3.0, "−3")]
)
def test_a_figure_has_as_many_places_as_help(number, said):
    assert figure(number) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (155.4, "2:35"), (59.7, "1:00"), (3755, "1:02:35")]
)
def test_lengths(seconds, said):
    assert clock(seconds) == said


def test_exported_values_have_no_words_of_the_window():
    full = TrackCard(1, Path("/t/a.wav"), "a.wav", "too short", "It lasts 3 ms.", 0.0031, -70.25,
                     {"genre": ("A;b", "C"), "year": (1962.0,)}, rate_hz=48000)  # fmt: skip
    out = {column.exported_heading: column.exported(full) for column in COLUMNS.values()}
    assert out == {
        "genre": "A\\;b;C", "title": "", "year": "1962", "duration [s]": "0.003", "state": "too short",
        "reason": "It lasts 3 ms.", "path": "a.wav", "rate [Hz]": "48000", "loudness [LUFS]": "-70.25",
    }  # fmt: skip


def test_there_are_titles_even_where_no_file_has_one():
    title = columns_for([GENRE])["title"]
    assert columns_for([])["title"] == title
    assert columns_for([TITLE])["title"].field == TITLE
    assert (title.text(card()), title.read("Shore")) == ("reel 1", ["Shore"])
