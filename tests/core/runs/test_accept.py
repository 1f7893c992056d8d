"""What a run says becomes labels of the weakest source, by an edit that can be undone."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import RequestProblem
from core.library import edits
from core.library.groups import read_values
from core.library.journal import history, redo, undo
from core.library.sheets import join_cell
from core.runs import PredictionRow, accept_predictions, read_predictions, write_predictions
from core.store import Collection
from tests.core.library.shelf import derived, labels, rows, tag
from tests.core.runs.conftest import GENRES, begun, finished, predictions

BARE = [i for i in range(1, 61) if i % 5 == 1]


def given(collection: Collection) -> list[tuple[Any, ...]]:
    return rows(
        collection,
        "SELECT f.name, l.track_id, v.text, l.number, l.run_id, l.confidence FROM labels l"
        " JOIN fields f ON f.id = l.field_id LEFT JOIN field_values v ON v.id = l.value_id"
        " WHERE l.source = 'run' ORDER BY l.id",
    )


def test_tracks_without_a_label_get_what_the_run_says(shelf: Collection) -> None:
    run = finished(shelf)
    before, drawn = labels(shelf), derived(shelf)
    assert accept_predictions(shelf, run) == len(BARE)
    said = {row.track_id: row for row in read_predictions(shelf, run)}
    assert given(shelf) == [("genre", id_, said[id_].said, None, run, said[id_].probability) for id_ in BARE]
    values = read_values(shelf, "genre")
    assert all(values[id_] == [said[id_].said] for id_ in BARE)
    after, told = labels(shelf), derived(shelf)
    edit = undo(shelf)
    assert edit is not None
    assert edit.title == f"Accept genre of 12 tracks from run {run}"
    assert (labels(shelf), derived(shelf)) == (before, drawn)
    redo(shelf)
    assert (labels(shelf), derived(shelf)) == (after, told)
    assert accept_predictions(shelf, run) == 0
    assert len(history(shelf)) == 1


def test_only_what_is_sure_enough(shelf: Collection) -> None:
    run = finished(shelf)
    sure = [row for row in read_predictions(shelf, run) if (row.probability or 0) >= 0.8]
    assert 0 < len([row for row in sure if row.track_id in BARE]) < len(BARE)
    assert accept_predictions(shelf, run, least=0.8) == len([row for row in sure if row.track_id in BARE])
    assert accept_predictions(shelf, run, least=1.1) == 0


def test_other_sources_count_for_more(shelf: Collection) -> None:
    run = finished(shelf, right=0.0)
    before = read_values(shelf, "genre")
    edits.clear(shelf, [1], "genre")
    edits.set_values(shelf, [2], "genre", ["polka"])
    assert accept_predictions(shelf, run, only_unlabelled=False) == 60
    after = read_values(shelf, "genre")
    assert after.keys() == set(range(1, 61))
    assert {id_: after[id_] for id_ in before if id_ != 2} == {
        id_: v for id_, v in before.items() if id_ != 2
    }
    assert after[2] == ["polka"]


def test_a_person_who_says_there_is_none_is_not_overruled(shelf: Collection) -> None:
    run = finished(shelf)
    tag(shelf, 1, genre="x")
    edits.clear(shelf, [1], "genre")
    assert accept_predictions(shelf, run) == len(BARE) - 1
    assert 1 not in read_values(shelf, "genre")


def test_the_newest_run_counts_and_each_replaces_only_itself(shelf: Collection) -> None:
    first, second = finished(shelf, seed=1), finished(shelf, seed=2)
    for run in (second, first):
        assert accept_predictions(shelf, run) == len(BARE)
    said = {row.track_id: [row.said] for row in read_predictions(shelf, second)}
    values = read_values(shelf, "genre")
    assert all(values[id_] == said[id_] for id_ in BARE)
    write_predictions(shelf, second, predictions(1.0, seed=7))
    assert accept_predictions(shelf, second) == len(BARE)
    assert len([row for row in given(shelf) if row[4] == second]) == len(BARE)
    assert len([row for row in given(shelf) if row[4] == first]) == len(BARE)
    undo(shelf)
    assert all(read_values(shelf, "genre")[id_] == said[id_] for id_ in BARE)


def test_another_field_may_be_named(shelf: Collection) -> None:
    run = finished(shelf)
    assert accept_predictions(shelf, run, "guess") == 60
    assert read_values(shelf, "guess")[2] == [read_predictions(shelf, run)[1].said]
    undo(shelf)
    assert rows(shelf, "SELECT count(*) FROM fields WHERE name = 'guess'") == [(0,)]


def test_tags_are_accepted_each_by_its_own_probability(shelf: Collection) -> None:
    run = begun(shelf, task="tag", text='[data]\nfield = "mood"\n')
    scores = {"calm": 0.55, "a;b": 0.9, "sad": 0.2}
    said = join_cell(["calm", "a;b"])
    write_predictions(
        shelf,
        run,
        [
            PredictionRow(1, "test", "sad", said, None, None, scores),
            PredictionRow(2, "test", "", "", None, None, scores),
        ],
    )
    assert accept_predictions(shelf, run, least=0.6) == 1
    assert given(shelf) == [("mood", 1, "a;b", None, run, 0.9)]
    assert accept_predictions(shelf, run) == 1
    assert read_values(shelf, "mood") == {1: ["a;b", "calm"]}
    tag(shelf, 3, album="one")
    with pytest.raises(RequestProblem, match=f"A track has one album, and run {run} says several of some"):
        accept_predictions(shelf, run, "album")


def test_numbers(shelf: Collection) -> None:
    run = begun(shelf, task="regress", text='[data]\nfield = "tempo"\n')
    write_predictions(
        shelf,
        run,
        [PredictionRow(1, "test", "120.0", None, 118.25), PredictionRow(2, "test", None, None, None)],
    )
    with pytest.raises(RequestProblem, match="tells numbers, and how sure it is of each it does not tell"):
        accept_predictions(shelf, run, least=0.5)
    assert accept_predictions(shelf, run) == 1
    assert given(shelf) == [("tempo", 1, None, 118.25, run, None)]
    with pytest.raises(RequestProblem, match="The field genre holds categories, not numbers"):
        accept_predictions(shelf, run, "genre")


@pytest.mark.parametrize("text", ["", "no table at all", "data = 3", "[data]\nfield = 4"])
def test_a_recipe_that_names_no_field(shelf: Collection, text: str) -> None:
    run = begun(shelf, text=text)
    write_predictions(shelf, run, predictions(1.0))
    with pytest.raises(RequestProblem) as raised:
        accept_predictions(shelf, run)
    assert str(raised.value) == f"Which field has run {run} learnt? Its recipe does not say. Name it."
    assert set(GENRES) >= {row[2] for row in given(shelf)}
    assert accept_predictions(shelf, run, "genre") == len(BARE)
