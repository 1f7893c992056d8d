"""Bins that cover everything, with edges that a person would choose."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.labels import NewLabel, write_labels
from core.library.query.histogram import MOST_BINS, bin_edges, read_histogram
from tests.core.tracks import add_tracks


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=2), st.booleans())
def test_the_bins_hold_every_number(ends, whole):
    low, high = sorted(float(round(end)) if whole else end for end in ends)
    if not whole and 0 < high - low < 1e-6:
        return
    edges = bin_edges(low, high, whole=whole)
    assert edges == sorted(set(edges))
    assert 1 <= len(edges) - 1 <= MOST_BINS
    assert edges[0] <= low + 1e-9
    assert high < edges[-1] + 1e-9
    assert not whole or all(edge.is_integer() for edge in edges)


def test_years_are_counted_where_the_query_finds_them(collection, tmp_path: Path):
    add_tracks(collection, tmp_path / "audio", 6)
    with collection.database.writing() as session:
        years = enumerate((1930, 1931, 1931, 1994, 1994, 1975), 1)
        write_labels(session, [NewLabel(i, "year", float(year), "tag") for i, year in years])
        write_labels(session, [NewLabel(1, "genre", "Lament", "tag"), NewLabel(4, "genre", "Lament", "tag")])
    everything = read_histogram(collection, "year")
    assert sum(everything.counts) == 6
    assert everything.edges[0] == 1930
    lament = read_histogram(collection, "year", "genre:Lament")
    assert lament.edges == everything.edges
    assert (lament.counts[0], sum(lament.counts)) == (1, 2)
    last = len(lament.counts) - 1
    assert lament.span(0, last) == (1930, 1994)
    assert lament.span(0, 0) == (1930, lament.edges[1] - 1)


def test_no_numbers_no_histogram(collection, tmp_path: Path):
    add_tracks(collection, tmp_path / "audio", 1)
    with collection.database.writing() as session:
        write_labels(session, [NewLabel(1, "year", 1930.0, "tag")])
        write_labels(session, [NewLabel(1, "genre", "Lament", "tag")])
    assert read_histogram(collection, "year", "genre:Choir").counts == (0,)
    with pytest.raises(Exception, match="Unknown field tempo"):
        read_histogram(collection, "tempo")
