"""What is told before a run is what the run then does, and telling it writes nothing."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from core.evaluation import wilson
from core.library.labels import NewLabel, write_labels
from core.library.query import find
from core.library.splits import find_leaks, list_splits, read_split
from core.recipes import Recipe, change, find_recipe
from core.recipes.cost import epoch_steps
from core.recipes.preview import Preview, preview
from core.runs import read_predictions, read_run
from core.store import Collection
from tests.core.library.shelf import rows
from tests.core.recipes.conftest import N, recipe, taught

SUMMED = ("splits", "split_items", "runs", "recipes", "labels", "jobs", "embedding_sets")


def contents(collection: Collection) -> str:
    found = [rows(collection, f"SELECT * FROM {table}") for table in SUMMED]
    return hashlib.sha256(repr(found).encode()).hexdigest()


def counts(collection: Collection, run: int) -> dict[tuple[str | None, str], int]:
    found: dict[tuple[str | None, str], int] = {}
    for one in read_predictions(collection, run):
        key = (one.truth, one.part)
        found[key] = found.get(key, 0) + 1
    return found


def test_classes_and_parts_are_those_of_the_run(shelf: Collection) -> None:
    wanted = recipe(controls="majority")
    before = contents(shelf)
    told = preview(shelf, wanted)
    assert contents(shelf) == before
    assert told.is_new
    done = taught(shelf, wanted)
    assert told.parts == (done.split["train"], done.split["valid"], done.split["test"])
    assert told.split == done.split["name"]
    heard = counts(shelf, done.run)
    assert told.rest == heard[None, "rest"]
    for row in told.classes:
        assert (row.train, row.valid, row.test) == tuple(
            heard[row.name, part] for part in ("train", "valid", "test")
        )
    assert told.precision is not None
    assert told.precision.floor == pytest.approx(done.controls["majority"]["accuracy"]["value"])
    assert preview(shelf, wanted) == replace(told, is_new=False, cost=preview(shelf, wanted).cost)


def test_steps_are_those_of_the_run(shelf: Collection) -> None:
    wanted = recipe(controls="majority", training__epochs="3", training__batch="7", training__patience="0")
    told = preview(shelf, wanted)
    done = taught(shelf, wanted)
    learnt = read_run(shelf, done.run).environment["learnt"]
    assert told.cost is not None
    assert (told.cost.steps, told.cost.epochs) == (learnt["steps"], learnt["epochs"])
    assert preview(shelf, change(wanted, {"head.kind": "logistic"})).cost.steps == 0  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("train", "batch", "accumulate", "steps"), [(33, 32, 1, 1), (34, 32, 1, 2), (64, 32, 2, 1), (1, 8, 1, 1)]
)
def test_a_last_batch_of_one_joins_the_one_before(
    train: int, batch: int, accumulate: int, steps: int
) -> None:
    wanted = recipe(training__batch=str(batch), training__accumulate=str(accumulate))
    assert epoch_steps(wanted, train) == steps


def test_time_rests_on_an_earlier_run_of_this_computer(shelf: Collection) -> None:
    wanted = recipe(controls="majority", training__epochs="4", training__patience="0")
    assert preview(shelf, wanted).cost.learn_s is None  # type: ignore[union-attr]
    done = taught(shelf, wanted)
    cost = preview(shelf, change(wanted, {"training.epochs": "8"})).cost
    assert cost is not None
    assert cost.rests_on == f"run {done.run}"
    assert cost.learn_s == pytest.approx(2 * read_run(shelf, done.run).seconds)
    assert preview(shelf, wanted, "cuda:0").cost.learn_s is None  # type: ignore[union-attr]


def test_a_frozen_encoder_has_heard_what_is_in_its_set(shelf: Collection) -> None:
    there = preview(shelf, recipe()).cost
    assert there is not None
    assert (there.missing, there.encode_s) == (0, 0.0)
    other = preview(shelf, recipe(encoder__window_s="2.0", controls="random encoder")).cost
    assert other is not None
    assert (other.missing, other.missing_s, other.encode_s) == (N, 10.0 * N, None)
    assert other.controls == (("random encoder", N, None),)
    assert other.disk_bytes
    assert other.memory_bytes


def test_leaks_are_those_of_the_split_and_keeping_together_mends_them(shelf: Collection) -> None:
    torn = preview(shelf, recipe(data__together="[]"))
    artists = next(leak for leak in torn.leaks if leak.group == "artist")
    assert artists.names > 0
    assert 0 < artists.tests <= torn.parts[2]
    assert "artists lie on two sides" in " ".join(torn.said)
    kept = preview(shelf, recipe())
    assert [leak.names for leak in kept.leaks] == [0, 0, 0]
    assert next(leak for leak in kept.leaks if leak.group == "album").known == 0
    taught(shelf, recipe(data__together="[]", controls="majority"))
    (split,) = list_splits(shelf)
    found = find_leaks(shelf, read_split(shelf, split.id))
    assert sum(leak.group == "artist" for leak in found) == artists.names


def test_precision_is_that_of_the_test_part(shelf: Collection) -> None:
    told = preview(shelf, recipe())
    n = told.parts[2]
    around = wilson(round(0.7 * n), n)
    assert told.precision is not None
    assert told.precision.half == pytest.approx((around.high - around.low) / 2)  # type: ignore[operator]
    assert 0 < told.precision.artists < n


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"data.field": "mood"}, "Unknown field mood."),
        ({"data.field": "tempo"}, "The field tempo holds numbers, and classify learns categories."),
        ({"data.split": "gone"}, "There is no split called gone."),
        ({"data.query": "genre:("}, "A value is not put into parentheses."),
        ({"data.query": "track_id:2"}, "Only one track has the genre raga"),
    ],
)
def test_what_cannot_be_taught_is_said(shelf: Collection, changes: dict[str, str], problem: str) -> None:
    told = preview(shelf, change(find_recipe("classify"), changes))
    assert told.problem.startswith(problem)
    assert told.hint not in told.problem or not told.hint


def test_what_is_known_is_told_also_of_a_split_that_will_not_do(shelf: Collection) -> None:
    told = preview(shelf, change(recipe(), {"data.shares": "0.9,0.1,0"}))
    assert "has no track with a genre" in told.problem
    assert sum(told.parts) == sum(row.tracks for row in told.classes) > 0


def test_rare_labels_are_left_out(shelf: Collection) -> None:
    with shelf.database.writing() as session:
        write_labels(session, [NewLabel(1, "genre", "once", "person")])
    assert preview(shelf, recipe()).problem.startswith("Only one track has the genre once")
    told = preview(shelf, recipe(data__least="2"))
    assert told.problem == ""
    assert "once" not in [row.name for row in told.classes]


@pytest.mark.parametrize(("name", "field"), [("tag", "instrument"), ("regress", "tempo")])
def test_tags_and_numbers(shelf: Collection, name: str, field: str) -> None:
    told: Preview = preview(shelf, recipe(name, data__field=field))
    assert told.problem == ""
    if name == "regress":
        assert sum(row.tracks for row in told.classes) == told.tracks
    else:
        assert told.precision is not None
        assert 0 < (told.precision.floor or 0) < 1


def test_an_encoder_that_is_not_known_has_no_cost(shelf: Collection) -> None:
    wanted: Recipe = change(find_recipe("classify"), {"encoder.name": "nobody"})
    assert preview(shelf, wanted).cost is None


def test_tracks_are_asked_for_by_their_numbers(shelf: Collection) -> None:
    assert find(shelf, "track_id:3,5 or track_id:10..12").ids == [3, 5, 10, 11, 12]
    told = preview(shelf, recipe(data__query="track_id:1..60"))
    assert told.tracks + told.rest == 60
