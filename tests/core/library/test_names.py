"""Labels from names: which part is read, what is counted beforehand, and that it is one edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RequestProblem
from core.library.journal import history, undo
from core.library.labels import values_of
from core.library.names import NamedPlan, NameRule, label_by_names, plan_names, read_path
from core.store import Collection
from tests.core.library.shelf import add, tag

FOLDER, AFTER = NameRule("folder"), NameRule("after")


@pytest.mark.parametrize(
    ("path", "rule", "said"),
    [
        ("ambi_choir.flac", NameRule(), "ambi"),
        ("drums/drum_bass-hard.flac", NameRule(), "drum"),
        ("drums/drum_bass-hard.flac", AFTER, "hard"),
        ("drums/drum_bass-hard.flac", FOLDER, "drums"),
        ("drums/deep/kick.flac", FOLDER, "deep"),
        ("kick.flac", FOLDER, ""),
        ("kick.flac", NameRule(), ""),
        ("_kick.flac", NameRule(), ""),
        ("kick_.flac", AFTER, ""),
        ("my_folder/kick.flac", NameRule(), ""),
        ("Bill Evans - Peri's Scope.mp3", NameRule(separators="-"), "Bill Evans"),
        ("a.b_c.tar.wav", NameRule(), "a.b"),
        ("left right.wav", NameRule("before", " "), "left"),
        ("no_sign.wav", NameRule("before", ""), ""),
    ],
)
def test_what_a_path_says(path, rule, said):
    assert read_path(path, rule) == said


@given(st.text(max_size=60), st.sampled_from(["before", "after", "folder"]), st.text(max_size=3))
def test_whatever_a_path_is_what_it_says_stands_in_it(path, part, separators):
    said = read_path(path, NameRule(part, separators))
    assert said in path
    if part != "folder":
        assert not set(said) & set(separators)


@pytest.fixture
def tracks(collection: Collection) -> list[int]:
    ids = add(collection, "ambi_choir.wav", "ambi_drone.wav", "bd_808.wav", "bd_fat.wav", "loose.wav")
    tag(collection, ids[0], family="ambi")
    tag(collection, ids[2], family="kick")
    tag(collection, ids[3], year=1980.0)
    return ids


def families(collection: Collection, ids: list[int]) -> list[list[object]]:
    with collection.database.reading() as session:
        values = values_of(session, ids, ["family"])
    return [values.get(id_, {}).get("family", []) for id_ in ids]


def test_it_is_counted_before_it_is_done(collection, tracks):
    plan = plan_names(collection, tracks, "Family", NameRule())
    assert plan == NamedPlan("family", False, {"ambi": 2, "bd": 2}, without=1, same=1, replaced=1)
    assert plan.changed == 3
    assert plan_names(collection, tracks, "prefix", NameRule()).is_new
    assert history(collection) == []


def test_it_is_one_edit_and_leaves_the_others_alone(collection, tracks):
    edit = label_by_names(collection, tracks, "family", NameRule())
    assert edit.title == "Set family of 3 tracks from their names"
    assert families(collection, tracks) == [["ambi"], ["ambi"], ["bd"], ["bd"], []]
    assert label_by_names(collection, tracks, "family", NameRule()) is None
    undo(collection)
    assert families(collection, tracks) == [["ambi"], [], ["kick"], [], []]


def test_a_new_field_comes_and_goes_with_it(collection, tracks):
    from core.library.fields import list_fields

    label_by_names(collection, tracks, "prefix", NameRule())
    undo(collection)
    with collection.database.reading() as session:
        assert "prefix" not in [info.name for info in list_fields(session)]


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("", "Name a field"),
        ("year", "year holds numbers; names give words"),
        ("path", "path cannot name a field"),
        ("two words", "cannot name a field"),
    ],
)
def test_what_cannot_be_is_refused_before_and_after(collection, tracks, field, why):
    for work in (plan_names, label_by_names):
        with pytest.raises(RequestProblem, match=why):
            work(collection, tracks, field, NameRule())
