"""What several tracks have in common is counted alike, whether they are few or many."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.library.edits import Span, set_values
from core.library.labels import values_of
from core.store import Collection
from desktop.track import facts
from tests.core.library.shelf import add, tag

TRACKS = 30


@pytest.fixture
def shelf(collection: Collection) -> Collection:
    chance = random.Random(3)
    for id_ in add(collection, *(f"{n}.wav" for n in range(TRACKS)), duration_s=2.0):
        tag(collection, id_, genre=chance.sample(["air", "reel", "lament"], chance.randrange(1, 3)))
        if id_ % 3:
            tag(collection, id_, year=float(1950 + id_ % 4), title=f"Piece {id_}")
    set_values(collection, [Span(1, 0.0, 1.0)], "mood", ["calm"])  # of an excerpt, not of the track
    return collection


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.sets(st.integers(1, TRACKS), min_size=2))
def test_few_and_many_are_counted_alike(shelf: Collection, chosen: set[int]) -> None:
    ids = sorted(chosen)
    few = facts.read_several(ids, shelf)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "FEW", 0)
        many = facts.read_several(ids, shelf)
    assert [(c.field, c.tracks, c.different) for c in few.common] == [
        (c.field, c.tracks, c.different) for c in many.common
    ]
    for one, other in zip(few.common, many.common, strict=True):
        assert [n for _, n in one.counts] == [n for _, n in other.counts]
        assert len(one.counts) == min(one.different, facts.MOST_NAMED)
    with shelf.database.reading() as session:
        values = values_of(session, ids)
    for common in many.common:
        have = [values[id_][common.field.name] for id_ in ids if common.field.name in values[id_]]
        assert common.tracks == len(have)
        flat = [value for each in have for value in each]
        assert common.different == len(set(flat))
        assert all(flat.count(value) == n for value, n in common.counts)
    assert few.duration_s == many.duration_s == 2.0 * len(ids)
    assert few.states == {"ok": len(ids)}
