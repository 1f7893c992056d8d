"""Numbers, sizes and times as a person would say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import words

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "0 tracks"),
        ({"tracks": 1, "runs": 1}, "1 track, 1 run"),
        ({"tracks": 2046, "runs": 9, "embedding_sets": 3}, "2,046 tracks, 9 runs"),
    ],
)
def test_contents(counts, said):
    assert words.contents(counts) == said


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (61_200, "61 kB"),
        (999_400_000, "999 MB"),
        (5e12, "5.0 TB"),
    ],
)
def test_size(size, said):
    assert words.size(int(size)) == said


@given(st.integers(0, 10**17))
def test_a_size_is_short_and_has_a_unit(size):
    said = words.size(size)
    assert said[-1] == "B"
    assert len(said) <= 14


@pytest.mark.parametrize(
    ("ago", "said"),
    [(timedelta(days=1), "yesterday"), (timedelta(days=8), "2 Mar"), (timedelta(days=365), "10 Mar 2025")],
)
def test_when(ago, said):
    assert words.when(NOW - ago, NOW) == said


def test_today_says_the_hour():
    moment = NOW.astimezone().replace(hour=14, minute=2)
    assert words.when(moment, moment + timedelta(minutes=1)) == "today 14:02"


def test_a_moment_without_a_zone_counts_as_universal_time():
    assert words.when(NOW.replace(tzinfo=None), NOW) == words.when(NOW, NOW)
