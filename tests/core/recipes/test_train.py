"""Runs on cached vectors: they learn what is there and nothing else, and say how well beside controls."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from core.errors import Interrupted, RequestProblem
from core.library.splits import find_leaks, read_split
from core.progress import Context, Step, Stop
from core.recipes import TrainRequest, TrainResult, write_recipe
from core.recipes.train import discard, run
from core.runs import (
    find_checkpoint,
    list_runs,
    read_curves,
    read_predictions,
    read_run,
    read_scores,
    set_state,
)
from core.store import Collection
from core.store.schema import Run
from tests.core.library.shelf import rows, tag
from tests.core.recipes.conftest import GENRES, N, crowd, job, recipe, taught, teach, write_vectors

HEADS = ("linear", "mlp", "logistic", "svm")


@pytest.mark.parametrize("head", HEADS)
def test_classes_are_learnt_by_every_head(shelf: Collection, head: str) -> None:
    found = teach(shelf, head__kind=head, controls="majority")
    accuracy, floor = found.scores["test"]["accuracy"], found.controls["majority"]["accuracy"]
    assert accuracy["low"] > floor["value"]
    assert accuracy["value"] < 1
    assert accuracy["n"] == found.split["test"]
    assert found.state == "done"
    assert f"accuracy {accuracy['value']:.2f}" in found.sentence()
    assert "majority 0.3" in found.sentence()
    msgspec.json.encode(found)


@pytest.mark.parametrize("head", HEADS)
def test_tags_are_learnt_by_every_head(shelf: Collection, head: str) -> None:
    found = teach(
        shelf, "tag", data__field="instrument", data__least="0", head__kind=head, controls="majority"
    )
    precision, floor = found.scores["test"]["macro_average_precision"], found.controls["prior"]
    assert precision["low"] > floor["macro_average_precision"]["value"]
    assert found.scores["test"]["macro_roc_auc"]["low"] > 0.5
    assert floor["macro_roc_auc"]["value"] == 0.5


@pytest.mark.parametrize("head", HEADS)
def test_numbers_are_learnt_by_every_head(shelf: Collection, head: str) -> None:
    found = teach(shelf, "regress", data__field="tempo", head__kind=head, controls="majority")
    assert found.scores["test"]["r2"]["value"] > 0.5
    assert found.controls["mean"]["r2"]["value"] <= 0
    assert found.scores["test"]["mae"]["value"] < found.controls["mean"]["mae"]["low"]


def test_the_same_seed_gives_the_same_figures_and_another_one_does_not(shelf: Collection) -> None:
    first, again, other = teach(shelf, seed=1), teach(shelf, seed=1), teach(shelf, seed=2)
    assert (first.scores, first.controls, first.split) == (again.scores, again.controls, again.split)
    assert first.split == other.split
    assert first.scores != other.scores
    assert len({first.run, again.run, other.run}) == 3


def test_artists_are_on_one_side_and_every_track_is_told(shelf: Collection) -> None:
    found = teach(shelf)
    (number,) = {split_id for (split_id,) in rows(shelf, "SELECT split_id FROM runs")}
    parts = read_split(shelf, number)
    assert find_leaks(shelf, parts) == []
    told = read_predictions(shelf, found.run)
    assert {one.track_id for one in told} == set(range(1, N + 1))
    assert {one.track_id for one in told if one.part == "rest"} == set(range(1, N + 1, 10))
    assert all((one.truth is None) == (one.part == "rest") for one in told)
    assert all(one.part == parts.get(one.track_id, "rest") for one in told)
    for one in told:
        assert sum(one.probabilities.values()) == pytest.approx(1, abs=1e-5)
        assert one.said == max(one.probabilities, key=one.probabilities.__getitem__)
        assert one.probability == pytest.approx(one.probabilities[one.said or ""], abs=1e-5)
    right = [one.truth == one.said for one in told if one.part == "test"]
    assert np.mean(right) == pytest.approx(found.scores["test"]["accuracy"]["value"])


def test_what_is_stored_is_what_is_answered(shelf: Collection) -> None:
    found = teach(shelf)
    told = read_run(shelf, found.run)
    assert told.state == "done"
    assert {name: figure.value for name, figure in told.scores["test"].items()} == {
        name: figure["value"] for name, figure in found.scores["test"].items()
    }
    assert set(told.controls) == {"majority", "random labels", "shuffled labels"}
    curves = read_curves(shelf, found.run)
    assert [row.epoch for row in curves] == list(range(found.epochs))
    assert {*curves[0].figures["valid"]} == {"loss", "accuracy", "macro_f1"}
    assert {*curves[0].figures["train"]} == {"loss", "accuracy"}
    assert curves[-1].figures["train"]["loss"] < curves[0].figures["train"]["loss"]
    for row in curves:
        assert np.sum(row.confusion) == found.split["valid"]
    assert find_checkpoint(shelf, found.run, "best")
    assert {row.about for row in read_scores(shelf, found.run) if row.name == "recall"} == {*GENRES}
    learnt = told.environment["learnt"]
    assert learnt["epochs"] == found.epochs
    assert told.environment["packages"]["torch"].startswith("2.11")


def test_labels_that_tell_nothing_are_told_by_chance(shelf: Collection) -> None:
    """Chance lies in the interval of nearly every draw; a leak would lie above nearly all."""
    rng = np.random.default_rng(4)
    inside = 0
    for draw in range(6):
        for i in range(N):
            tag(shelf, i + 1, "import", genre=GENRES[rng.integers(3)])
        accuracy = teach(shelf, seed=draw, controls="").scores["test"]["accuracy"]
        inside += accuracy["low"] <= 1 / 3 <= accuracy["high"]
    assert inside >= 4


def test_what_a_run_has_said_is_no_truth(shelf: Collection) -> None:
    from core.runs import accept_predictions

    first = teach(shelf)
    assert accept_predictions(shelf, first.run) == len(range(0, N, 10))
    second = teach(shelf)
    assert second.split == first.split
    assert second.scores == first.scores


def test_a_track_with_two_classes_and_rare_ones_are_left_out_and_told(shelf: Collection) -> None:
    tag(shelf, 2, "person", genre=["fado", "reel"])
    tag(shelf, 3, "person", genre="polka")
    said: list[str] = []
    found = taught(shelf, recipe(data__least="3"), say=lambda _, text: said.append(text))
    assert "1 tracks with more than one genre are left out." in said
    assert "1 of 4 values of genre are left out as rare." in said
    assert set(read_predictions(shelf, found.run, "train")[0].probabilities) == {*GENRES}


def refused(collection: Collection, name: str = "classify", **changes: str) -> str:
    before = len(list_runs(collection))
    with pytest.raises(RequestProblem) as caught:
        teach(collection, name, **changes)
    assert len(list_runs(collection)) == before  # nothing is begun that cannot be
    return str(caught.value)


def test_what_cannot_be_taught_is_refused_in_a_sentence(shelf: Collection) -> None:
    assert "Unknown field mood." in refused(shelf, data__field="mood")
    assert "The field tempo holds numbers, and classify learns categories." in refused(
        shelf, data__field="tempo"
    )
    assert "The field genre holds categories, and regress learns numbers." in refused(
        shelf, "regress", data__field="genre"
    )
    assert "No track that can be heard has a genre among those that path:none finds." in refused(
        shelf, data__query="path:none"
    )
    assert "There is only the genre fado to learn." in refused(shelf, data__query="genre:fado")
    assert "There is no split called mine." in refused(shelf, data__split="mine")
    tag(shelf, 1, "person", genre="polka")
    assert "Only one track has the genre polka: it cannot be both learnt and judged." in refused(shelf)


def test_a_class_of_one_artist_is_refused(shelf: Collection) -> None:
    for id_ in (31, 61, 91):  # all of artist 0
        tag(shelf, id_, "person", genre="polka")
    said = refused(shelf)
    assert "track has the genre polka" in said
    assert "of one artist" in said


def test_swapped_parts_and_empty_parts_are_refused(shelf: Collection) -> None:
    from core.library.splits import store_split

    tracks = [i + 1 for i in range(N) if i % 10]
    store_split(shelf, "swapped", "by hand", {id_: "train" if id_ % 4 == 0 else "test" for id_ in tracks})
    assert "they seem to have changed places" in refused(shelf, data__split="swapped")
    store_split(shelf, "no test", "by hand", dict.fromkeys(tracks, "train"))
    assert "The test part of no test has no track with a genre." in refused(shelf, data__split="no test")
    store_split(shelf, "no train", "by hand", dict.fromkeys(tracks, "valid"))
    assert "The train part of no train has no track" in refused(shelf, data__split="no train")


def test_without_a_valid_part_the_last_epoch_is_kept(shelf: Collection) -> None:
    found = teach(shelf, data__shares="0.7,0,0.3", training__epochs="5")
    assert found.epochs == 5
    assert found.split["valid"] == 0
    assert "valid" not in found.scores
    assert read_curves(shelf, found.run)[0].confusion is None
    assert (
        teach(shelf, data__shares="0.7,0,0.3", head__kind="logistic").scores["test"]["accuracy"]["low"] > 0.34
    )


def test_leaks_of_a_split_are_told(shelf: Collection) -> None:
    said: list[str] = []
    taught(shelf, recipe(data__together=""), say=lambda _, text: said.append(text))
    assert any("artists lie on two sides; scores may come out too high." in text for text in said)


def test_layers_are_chosen_and_mixed(shelf: Collection) -> None:
    best = teach(shelf, encoder__layer="best", head__kind="logistic")
    assert "layers tried" in read_run(shelf, best.run).environment["learnt"]
    mixed = teach(shelf, encoder__layer="mix", head__kind="linear")
    weigh = read_run(shelf, mixed.run).environment["learnt"]["layers weigh"]
    assert sum(weigh.values()) == pytest.approx(1, abs=1e-3)
    with pytest.raises(RequestProblem, match="has no layer 7 here"):
        teach(shelf, encoder__layer="7")


class Stopper:
    """Asks after so many looks."""

    def __init__(self, at: int, stop: Stop) -> None:
        self.at, self.stop, self.looks = at, stop, 0

    def __call__(self) -> Stop | None:
        self.looks += 1
        return self.stop if self.looks > self.at else None


def stopped(
    collection: Collection, request: TrainRequest, number: int, at: int, stop: Stop
) -> TrainResult | None:
    """None where it was interrupted."""
    steps: list[Step] = []
    try:
        return run(
            request, Context(collection.folder, number), progress=steps.append, should_stop=Stopper(at, stop)
        )
    except Interrupted:
        return None


def outcome(collection: Collection, result: TrainResult) -> tuple[Any, ...]:
    curves = [
        (row.epoch, row.step, row.figures, row.confusion) for row in read_curves(collection, result.run)
    ]
    return result.scores, result.controls, curves, read_predictions(collection, result.run)


@pytest.mark.parametrize("at", [1, 9, 60, 100])
def test_paused_at_any_time_it_goes_on_to_the_same(shelf: Collection, at: int) -> None:
    request = TrainRequest(write_recipe(recipe(head__dropout="0.2")), 5)
    expected = run(request, Context(shelf.folder, job(shelf)))
    number, sittings, found = job(shelf), 0, None
    while found is None:
        found = stopped(shelf, request, number, at + 40 * sittings, Stop.PAUSE)
        sittings += 1
    assert sittings > 1
    assert outcome(shelf, found) == outcome(shelf, expected)
    assert len(list_runs(shelf)) == 2


def test_stop_and_keep_judges_what_there_is(shelf: Collection) -> None:
    request = TrainRequest(write_recipe(recipe(training__epochs="500", training__patience="0")), 0)
    found = stopped(shelf, request, job(shelf), 40, Stop.KEEP)
    assert found is not None
    assert found.state == "stopped"
    assert 0 < found.epochs < 500
    assert "stopped early and kept" in found.sentence()
    assert found.scores["test"]["accuracy"]["n"] == found.split["test"]
    assert set(found.controls) == {"majority", "random labels", "shuffled labels"}


def test_cancelled_it_leaves_nothing(shelf: Collection) -> None:
    request = TrainRequest(write_recipe(recipe()), 0)
    number = job(shelf)
    assert stopped(shelf, request, number, 50, Stop.CANCEL) is None
    discard(request, Context(shelf.folder, number))
    assert list_runs(shelf) == []
    assert list((shelf.folder / "checkpoints").glob("*.safetensors")) == []
    discard(request, Context(shelf.folder, number))  # and again, as nothing is there


def test_labels_that_have_changed_meanwhile_are_noticed(shelf: Collection) -> None:
    request = TrainRequest(write_recipe(recipe(training__checkpoint_s="0")), 0)
    number = job(shelf)
    assert stopped(shelf, request, number, 60, Stop.PAUSE) is None
    tag(shelf, 2, "person", genre="reel")
    with pytest.raises(RequestProblem, match="is of other conditions"):
        run(request, Context(shelf.folder, number))


def test_a_run_that_goes_on_is_running(shelf: Collection) -> None:
    request, number = TrainRequest(write_recipe(recipe()), 0), job(shelf)
    stopped(shelf, request, number, 60, Stop.PAUSE)
    (line,) = list_runs(shelf)
    set_state(shelf, line.run, "stopped")
    seen: list[str] = []

    def show(name: str, data: dict[str, Any]) -> None:
        with shelf.database.reading() as session:
            seen.append(session.get_one(Run, data["run"]).state)

    run(request, Context(shelf.folder, number, show=show))
    assert set(seen) == {"running"}


def test_epochs_are_shown_while_it_learns(shelf: Collection) -> None:
    shown: list[tuple[str, dict[str, Any]]] = []
    found = taught(shelf, recipe(), show=lambda name, data: shown.append((name, data)))
    assert shown[0] == ("run", {"run": found.run, "names": list(GENRES), "task": "classify"})
    epochs = [data for name, data in shown if name == "epoch"]
    assert [data["epoch"] for data in epochs] == list(range(found.epochs))
    assert all(np.sum(data["confusion"]) == found.split["valid"] for data in epochs)
    msgspec.json.encode(shown)


def test_tracks_that_nobody_could_hear_are_left_out(collection: Collection) -> None:
    from tests.core.library.shelf import add

    values, of = crowd(90)
    tracks = add(collection, *(f"{i:04}.wav" for i in range(93)), duration_s=10.0)
    write_vectors(collection, values, tracks[:90])
    for i, id_ in enumerate(tracks):
        tag(collection, id_, genre=GENRES[of[i % 90]], artist=f"artist {i % 15}")
    found = teach(collection, controls="majority")  # three files are not there
    assert sum(found.split[part] for part in ("train", "valid", "test")) == 90
