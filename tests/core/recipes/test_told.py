"""What a run says in each epoch is kept: it adds up to the epoch's matrix, and no pause changes it."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Interrupted
from core.progress import Context, Stop
from core.recipes import TrainRequest, write_recipe
from core.recipes.train import run
from core.runs import list_runs, read_curves, read_predictions, read_told, told_epochs
from core.runs.predictions import PredictionRow
from core.store import Collection
from core.training import sitting
from tests.core.recipes.conftest import job, recipe, teach


def counted(rows: list[PredictionRow], names: list[str]) -> list[list[int]]:
    """Slowly."""
    return [[sum(row.truth == a and row.said == b for row in rows) for b in names] for a in names]


@pytest.mark.parametrize("often_s", [0.0, 1000.0])
def test_each_epoch_adds_up_to_its_matrix(
    shelf: Collection, often_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitting, "TELL_S", often_s)
    monkeypatch.setattr(sitting, "TELL_COST", 0)
    found = teach(shelf, controls="", training__epochs="6")
    curves = read_curves(shelf, found.run)
    assert told_epochs(shelf, found.run) == [row.epoch for row in curves] == list(range(6))
    for row in curves:
        told = read_told(shelf, found.run, row.epoch)
        assert told is not None
        assert counted(told, sorted({one.truth or "" for one in told})) == row.confusion


def test_the_last_epoch_says_what_the_finished_run_says(shelf: Collection) -> None:
    found = teach(shelf, controls="", training__keep="last", training__epochs="5")
    told, said = read_told(shelf, found.run, 4), read_predictions(shelf, found.run, "valid")
    assert told is not None
    assert [(one.track_id, one.truth, one.said) for one in told] == [
        (one.track_id, one.truth, one.said) for one in said
    ]
    for one, other in zip(told, said, strict=True):
        assert list(one.probabilities.values()) == pytest.approx(list(other.probabilities.values()), abs=2e-5)


@pytest.mark.parametrize(("name", "field"), [("tag", "instrument"), ("regress", "tempo")])
def test_tags_and_numbers_are_told_too(shelf: Collection, name: str, field: str) -> None:
    found = teach(
        shelf,
        name,
        controls="",
        data__field=field,
        data__least="0",
        head__kind="linear",
        training__keep="last",
        training__epochs="3",
    )
    told, said = read_told(shelf, found.run, 2), read_predictions(shelf, found.run, "valid")
    assert told is not None
    assert [(one.track_id, one.truth, one.said) for one in told] == [
        (one.track_id, one.truth, one.said) for one in said
    ]
    if name == "regress":
        assert [one.number for one in told] == pytest.approx([one.number for one in said], rel=1e-5)


def test_what_is_solved_at_once_has_no_epochs(shelf: Collection) -> None:
    found = teach(shelf, controls="", head__kind="logistic")
    assert told_epochs(shelf, found.run) == []


def test_a_paused_run_tells_what_an_undisturbed_one_tells(shelf: Collection) -> None:
    """Also what was told after the checkpoint is told once, and as it would have been."""
    whole = teach(shelf, controls="", training__epochs="8", seed=5)
    request = TrainRequest(write_recipe(recipe(controls="", training__epochs="8")), 5)
    number, steps = job(shelf), 0

    def pause() -> Stop | None:
        nonlocal steps
        steps += 1
        return Stop.PAUSE if steps > 25 else None

    with pytest.raises(Interrupted):
        run(request, Context(shelf.folder, number), should_stop=pause)
    paused = max(line.run for line in list_runs(shelf))
    before = told_epochs(shelf, paused)
    assert 0 < len(before) < 8
    again = run(request, Context(shelf.folder, number))
    assert again.run == paused
    assert told_epochs(shelf, paused) == list(range(8))
    for epoch in range(8):
        assert read_told(shelf, paused, epoch) == read_told(shelf, whole.run, epoch)
    assert np.sum(read_curves(shelf, paused)[-1].confusion) == again.split["valid"]
