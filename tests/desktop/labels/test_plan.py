"""What setting a label would do is what it does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import RequestProblem
from core.library.journal import undo
from core.library.labels import values_of
from core.store import Collection
from desktop.labels.plan import Asked, ValueProblem, do, make_plan
from desktop.labels.said import consequence
from tests.core.library.shelf import add, tag


@pytest.fixture
def tracks(collection: Collection) -> list[int]:
    ids = add(collection, "a.wav", "b.wav", "c.wav", "d.wav")
    tag(collection, ids[0], genre=["air", "lament"], year=1950.0)
    tag(collection, ids[1], genre="Lament")
    tag(collection, ids[2], genre="lament")
    tag(collection, ids[0], mood="calm", source="person")
    return ids


REPLACED = "have another value, which is replaced"
NEAR = "“lament” is there already; “láment” becomes another value."
IN_WORDS = [
    ("set", "genre", "lament", f"Sets genre to lament on 3 tracks; 2 {REPLACED}; 1 has it already."),
    ("set", "GENRE", " lament ; slow ", f"Sets genre to lament, slow on 4 tracks; 2 {REPLACED}."),
    (
        *("set", "genre", "láment"),
        f"Sets genre to láment on 4 tracks; 3 {REPLACED}. {NEAR}",
    ),
    ("set", "year", "1950", "Sets year to 1950 on 3 tracks; 1 has it already."),
    ("set", "tempo", "slow", "Sets tempo to slow on 4 tracks. tempo is a new field."),
    ("add", "genre", "lament", "Adds lament to genre of 2 tracks; 2 have it already."),
    ("add", "year", "1951", "Adds 1951 to year of 4 tracks; 1 has another value, which is replaced."),
    ("remove", "genre", "lament", "Removes lament from genre of 2 tracks; 2 do not have it."),
    ("clear", "genre", "", "Leaves 3 tracks without genre, whatever their tags say; 1 does not have it."),
    ("remove", "genre", "waltz", "Nothing changes: none of 4 tracks has it."),
]


@pytest.mark.parametrize(("mode", "field", "text", "said"), IN_WORDS)
def test_in_words(
    collection: Collection, tracks: list[int], mode: Any, field: str, text: str, said: str
) -> None:
    asked = Asked(tuple(tracks), mode, field, text)
    assert consequence(make_plan(asked, collection)) == said


@pytest.mark.parametrize(
    ("mode", "field", "text", "problem", "said"),
    [
        ("set", "", "x", RequestProblem, "Name a field"),
        ("set", "1st", "x", RequestProblem, "1st cannot name a field"),
        ("set", "path", "x", RequestProblem, "it means something else in a search"),
        ("remove", "tempo", "x", RequestProblem, "No track has a field tempo"),
        ("clear", "title", "", RequestProblem, "No track has a field title"),
        ("set", "year", "1 951", ValueProblem, "year holds numbers; 1 951 is none"),
        ("set", "genre", " ; ", ValueProblem, "Say which genre"),
        ("set", "year", "long ago", ValueProblem, "year holds numbers; long ago is none"),
    ],
)
def test_refused(
    collection: Collection, tracks: list[int], mode: Any, field: str, text: str, problem: type, said: str
) -> None:
    with pytest.raises(problem, match=said):
        make_plan(Asked(tuple(tracks), mode, field, text), collection)


ASKED = st.builds(
    Asked,
    st.lists(st.integers(1, 4), min_size=1, unique=True).map(tuple),
    st.sampled_from(["set", "add", "remove", "clear"]),
    st.sampled_from(["genre", "year", "mood", "fresh"]),
    st.sampled_from(["lament", "air;lament", "1950", "calm", "new"]),
    st.sampled_from(["category", "text"]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ASKED)
def test_as_many_tracks_change_as_was_said(collection: Collection, asked: Asked) -> None:
    with collection.database.reading() as session:
        if not values_of(session, [1])[1]:
            session.close()
            ids = add(collection, "a.wav", "b.wav", "c.wav", "d.wav")
            tag(collection, ids[0], genre=["air", "lament"], year=1950.0, mood="calm")
            tag(collection, ids[1], genre="Lament")
            tag(collection, ids[2], genre="lament")
    try:
        plan = make_plan(asked, collection)
    except RequestProblem:
        return
    before = everything(collection)
    try:
        edit = do(plan, collection)
    except RequestProblem:
        assert len(plan.values) > 1  # of a field that takes only one
        assert everything(collection) == before
        return
    after = everything(collection)
    changed = [
        id_ for id_ in asked.track_ids if sort(before, id_, asked.field) != sort(after, id_, asked.field)
    ]
    assert len(changed) == plan.changed
    if plan.changed:
        assert edit is not None
        undo(collection)
    assert everything(collection) == before


def everything(collection: Collection) -> dict[int, dict[str, list[Any]]]:
    with collection.database.reading() as session:
        return values_of(session, [1, 2, 3, 4])


def sort(values: dict[int, dict[str, list[Any]]], track_id: int, field: str) -> list[Any]:
    return sorted(values[track_id].get(field, []), key=str)
