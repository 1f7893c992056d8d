"""What a person does to labels, and takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, update

from core.errors import RequestProblem
from core.library import journal
from core.library.edits import (
    NewField,
    Span,
    add_value,
    clear,
    delete_field,
    merge_values,
    remove_value,
    rename_field,
    rename_value,
    revert,
    set_values,
)
from core.library.fields import list_fields
from core.library.journal import forget_history, history, redo, undo
from core.library.labels import values_of
from core.library.query import find
from core.store import Collection, open_collection
from core.store.schema import EditRow, Label, Track
from tests.core.library.shelf import add, derived, labels, tag


@pytest.fixture
def tracks(collection: Collection) -> list[int]:
    """Two tracks with tags, one without."""
    ids = add(collection, "a.wav", "b.wav", "c.wav")
    tag(collection, ids[0], genre=["jazz", "bop"], title="Blue", year=1959.0)
    tag(collection, ids[1], genre="Jazz", title="Green")
    return ids


def genres(collection: Collection) -> list[list[Any]]:
    with collection.database.reading() as session:
        values = values_of(session, [1, 2, 3], ["genre"])
    return [values[i].get("genre", []) for i in (1, 2, 3)]


EDITS: list[tuple[Callable[[Collection], Any], str, list[list[str]]]] = [
    (
        lambda c: set_values(c, [1, 2, 3], "genre", ["lament"]),
        "Set genre of 3 tracks to lament",
        [["lament"], ["lament"], ["lament"]],
    ),
    (
        lambda c: set_values(c, [1], "genre", ["bop", "jazz"]),
        "Set genre of 1 track to bop, jazz",
        [["bop", "jazz"], ["Jazz"], []],
    ),
    (lambda c: set_values(c, [1], "genre", []), "Clear genre of 1 track", [[], ["Jazz"], []]),
    (
        lambda c: add_value(c, [1, 2, 3], "genre", "jazz"),
        "Add jazz to genre of 3 tracks",
        [["jazz", "bop"], ["Jazz", "jazz"], ["jazz"]],
    ),
    (
        lambda c: remove_value(c, [1, 3], "genre", "jazz"),
        "Remove jazz from genre of 2 tracks",
        [["bop"], ["Jazz"], []],
    ),
    (
        lambda c: remove_value(c, [2], "genre", "Jazz"),
        "Remove Jazz from genre of 1 track",
        [["jazz", "bop"], [], []],
    ),
    (lambda c: clear(c, [1, 2, 3], "genre"), "Clear genre of 3 tracks", [[], [], []]),
    (
        lambda c: rename_value(c, "genre", "bop", "bebop"),
        "Rename genre bop to bebop",
        [["jazz", "bebop"], ["Jazz"], []],
    ),
    (
        lambda c: rename_value(c, "genre", "Jazz", "jazz"),
        "Rename genre Jazz to jazz",
        [["jazz", "bop"], ["jazz"], []],
    ),
    (
        lambda c: merge_values(c, "genre", ["jazz", "bop"], "Jazz"),
        "Merge 3 values of genre into Jazz",
        [["Jazz"], ["Jazz"], []],
    ),
    (
        lambda c: merge_values(c, "genre", ["jazz", "bop"], "hard bop"),
        "Merge 3 values of genre into hard bop",
        [["hard bop"], ["Jazz"], []],
    ),
    (lambda c: delete_field(c, "genre"), "Delete field genre with 3 labels", [[], [], []]),
]


@pytest.mark.parametrize(("edit", "title", "expected"), EDITS, ids=[title for _, title, _ in EDITS])
def test_an_edit_is_done_undone_and_redone(
    collection: Collection,
    tracks: list[int],
    edit: Callable[[Collection], Any],
    title: str,
    expected: list[list[str]],
) -> None:
    before = (genres(collection), labels(collection), derived(collection))
    done = edit(collection)
    assert done.title == title
    assert genres(collection) == expected
    after = (labels(collection), derived(collection))
    undone = undo(collection)
    assert undone is not None
    assert (undone.title, undone.undone) == (title, True)
    assert (genres(collection), labels(collection), derived(collection)) == before
    redone = redo(collection)
    assert redone == done
    assert (labels(collection), derived(collection)) == after


def test_saying_nothing_lets_the_tags_speak(collection: Collection, tracks: list[int]) -> None:
    set_values(collection, tracks, "genre", ["lament"])
    assert revert(collection, [1, 3], "genre") is not None
    assert genres(collection) == [["jazz", "bop"], ["lament"], []]


def test_an_edit_that_changes_nothing_is_none(collection: Collection, tracks: list[int]) -> None:
    assert set_values(collection, [1], "genre", ["lament"]) is not None
    assert set_values(collection, [1], "genre", ["lament"]) is None
    assert remove_value(collection, [1], "genre", "jazz") is None
    assert add_value(collection, [1], "genre", "lament") is None
    assert revert(collection, [2], "genre") is None
    assert clear(collection, [3], "genre") is None
    assert rename_value(collection, "genre", "lament", "lament") is None
    assert rename_field(collection, "genre", "genre") is None
    assert len(history(collection)) == 1


def test_labels_stick_to_excerpts(collection: Collection, tracks: list[int]) -> None:
    spans = [Span(1, 0, 1.5), Span(1, 1.5, 3), Span(2, 0, 1.5)]
    edit = set_values(collection, spans, "mood", ["calm"])
    assert edit is not None
    assert edit.title == "Set mood of 3 excerpts to calm"
    set_values(collection, [spans[0]], "mood", ["wild"])
    assert find(collection, "mood:calm").ids == [1, 2]
    assert find(collection, "mood:wild").ids == [1]
    with collection.database.reading() as session:
        assert "mood" not in values_of(session, [1])[1]
    undo(collection)
    undo(collection)
    with pytest.raises(RequestProblem, match="Unknown field mood"):
        find(collection, "mood:*")
    with pytest.raises(RequestProblem, match="An excerpt ends after it begins; 2 s to 1 s does not"):
        set_values(collection, [Span(1, 2, 1)], "mood", ["calm"])


def test_fields_of_numbers(collection: Collection, tracks: list[int]) -> None:
    edit = set_values(collection, [1, 2], "tempo", [120.5])
    assert edit is not None
    assert edit.title == "Set tempo of 2 tracks to 120.5"
    assert find(collection, "tempo:>120").ids == [1, 2]
    assert find(collection, "year:1959").ids == [1]
    add_value(collection, [1], "year", 1960.0)
    assert (find(collection, "year:1959").ids, find(collection, "year:1960").ids) == ([], [1])
    with pytest.raises(RequestProblem, match="year holds numbers; only words can be renamed"):
        rename_value(collection, "year", "1959", "1960")
    with pytest.raises(RequestProblem, match="year holds numbers; soon is none"):
        set_values(collection, [1], "year", ["soon"])


def test_a_field_is_renamed(collection: Collection, tracks: list[int]) -> None:
    set_values(collection, [1], "mood", ["calm"])
    edit = rename_field(collection, "mood", "Feeling")
    assert edit is not None
    assert edit.title == "Rename field mood to feeling"
    assert find(collection, "feeling:calm").ids == [1]
    undo(collection)
    assert find(collection, "mood:calm").ids == [1]
    set_values(collection, [1], "feeling", ["calm"])
    with pytest.raises(RequestProblem, match="There is a field feeling already"):
        rename_field(collection, "mood", "feeling")
    for old, new in (("genre", "style"), ("mood", "title")):
        with pytest.raises(RequestProblem, match="is a standard field"):
            rename_field(collection, old, new)


def test_what_cannot_be_done_is_said(collection: Collection, tracks: list[int]) -> None:
    for edit, sentence in [
        (lambda: set_values(collection, [1, 77], "genre", ["x"]), "There is no track 77"),
        (lambda: set_values(collection, [1], "title", ["x", "y"]), "A track has one title, not 2."),
        (lambda: set_values(collection, [1], "genre", [" "]), "A value of genre cannot be empty."),
        (lambda: rename_value(collection, "genre", "jazz", " "), "A value of genre cannot be empty."),
        (lambda: rename_value(collection, "genre", "rock", "x"), "No track has the genre rock."),
        (lambda: clear(collection, [1], "gnre"), "Unknown field gnre. Did you mean genre?"),
        (lambda: set_values(collection, [1], "sort", ["x"]), "sort cannot name a field"),
    ]:
        before = labels(collection)
        with pytest.raises(RequestProblem) as problem:
            edit()
        assert sentence in str(problem.value)
        assert labels(collection) == before
    assert history(collection) == []


def test_undo_survives_a_restart(collection: Collection, tracks: list[int]) -> None:
    before = labels(collection)
    set_values(collection, [1], "genre", ["lament"])
    set_values(collection, [2], "genre", ["aria"])
    collection.close()
    with open_collection(collection.folder) as again:
        assert [edit.title for edit in history(again)] == [
            "Set genre of 1 track to aria",
            "Set genre of 1 track to lament",
        ]
        undo(again)
        undo(again)
        assert undo(again) is None
        assert labels(again) == before
    with open_collection(collection.folder) as again:
        assert redo(again) is not None
        assert genres(again) == [["lament"], ["Jazz"], []]


def test_a_new_edit_drops_what_was_undone(collection: Collection, tracks: list[int]) -> None:
    for value in ("x", "y"):
        set_values(collection, [1], "genre", [value])
    undo(collection)
    set_values(collection, [1], "genre", ["z"])
    assert redo(collection) is None
    assert [edit.title[-1] for edit in history(collection)] == ["z", "x"]


def test_only_the_newest_edits_are_kept(
    collection: Collection, tracks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "KEPT", 3)
    for i in range(5):
        set_values(collection, [1], "genre", [str(i)])
    assert [edit.id for edit in history(collection)] == [5, 4, 3]


def test_an_undo_after_other_changes_says_so(collection: Collection, tracks: list[int]) -> None:
    """Tracks and values go, labels change, by other means than the journal's."""
    set_values(collection, [1, 2], "genre", ["lament"])
    with collection.database.writing() as session:
        session.execute(
            update(Label).where(Label.source == "person", Label.track_id == 2).values(confidence=1)
        )
    before = labels(collection)
    with pytest.raises(RequestProblem, match="“Set genre of 2 tracks to lament” cannot be undone: "):
        undo(collection)
    assert labels(collection) == before
    forget_history(collection)
    assert history(collection) == []


def test_an_undo_of_a_track_that_left_says_so(collection: Collection, tracks: list[int]) -> None:
    clear(collection, [2], "genre")
    revert(collection, [2], "genre")
    delete_field(collection, "title")
    with collection.database.writing() as session:
        session.execute(delete(Track).where(Track.id == 2))
    with pytest.raises(RequestProblem, match="cannot be undone"):
        undo(collection)
    assert len(history(collection)) == 3


def test_labels_that_the_journal_does_not_know_are_never_lost(
    collection: Collection, tracks: list[int]
) -> None:
    """A redone deletion of a field would take along what a scan wrote meanwhile."""
    delete_field(collection, "genre")
    undo(collection)
    tag(collection, 3, genre="new")
    with pytest.raises(RequestProblem, match="cannot be redone"):
        redo(collection)
    assert genres(collection)[2] == ["new"]


def test_a_field_that_others_use_by_now_outlives_the_undo(collection: Collection, tracks: list[int]) -> None:
    set_values(collection, [1], "mood", ["calm"])
    tag(collection, 2, "run", mood=["calm", "wild"])
    undo(collection)
    assert find(collection, "mood:calm").ids == [2]
    redo(collection)
    assert find(collection, "mood:calm").ids == [1, 2]


def test_a_value_that_is_there_again_stops_the_undo_of_its_renaming(
    collection: Collection, tracks: list[int]
) -> None:
    rename_value(collection, "genre", "bop", "bebop")
    tag(collection, 3, genre="bop")
    with pytest.raises(RequestProblem, match="“Rename genre bop to bebop” cannot be undone"):
        undo(collection)
    assert genres(collection) == [["jazz", "bebop"], ["Jazz"], ["bop"]]


def test_the_journal_is_packed(collection: Collection, tracks: list[int]) -> None:
    ids = add(collection, *(f"more/{i}.wav" for i in range(2000)))
    set_values(collection, ids, "genre", ["lament"])
    with collection.database.reading() as session:
        assert len(session.get_one(EditRow, 1).changes) < 20 * len(ids)
    undo(collection)
    assert find(collection, "genre:lament").ids == []


def test_several_values_come_and_go_in_one_edit(collection: Collection, tracks: list[int]) -> None:
    edit = add_value(collection, [1, 2], "genre", "slow", "bop", "slow")
    assert edit is not None
    assert edit.title == "Add slow, bop, slow to genre of 2 tracks"
    assert genres(collection) == [["jazz", "bop", "slow"], ["Jazz", "slow", "bop"], []]
    remove_value(collection, [1, 2], "genre", "bop", "Jazz")
    assert genres(collection) == [["jazz", "slow"], ["slow"], []]
    undo(collection)
    undo(collection)
    assert genres(collection) == [["jazz", "bop"], ["Jazz"], []]


def test_a_new_field_is_what_was_asked_for_and_goes_with_the_undo(collection: Collection) -> None:
    add(collection, "a.wav")
    set_values(collection, [1], "mood", ["calm", "dark"], NewField("category", many=True))
    add_value(collection, [1], "remark", "12", new=NewField("text", many=False))
    with collection.database.reading() as session:
        known = {field.name: (field.kind, field.many) for field in list_fields(session)}
        assert values_of(session, [1])[1]["remark"] == ["12"]
    assert known["mood"] == ("category", True)
    assert known["remark"] == ("text", False)
    with pytest.raises(RequestProblem, match="holds categories, not numbers"):
        set_values(collection, [1], "mood", ["1"], NewField("number"))
    undo(collection)
    undo(collection)
    with collection.database.reading() as session:
        assert not {"mood", "remark"} & {field.name for field in list_fields(session)}
