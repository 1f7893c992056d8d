"""Means over seeds and ways compared: against what loops over tracks and draws give."""

from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.draws import Draws, numbered
from core.runs import artists_of, compare_runs, read_predictions, write_predictions
from core.store import Collection
from core.studies.cells import Cell
from core.studies.findings import OneCell
from core.studies.judge import compare_ways, controls_of, tell_cell
from tests.core.runs.conftest import fill, finished, predictions


@pytest.fixture
def shelf(collection: Collection) -> Collection:
    return fill(collection)


def cell(collection: Collection, way: str, runs: list[int]) -> OneCell:
    return tell_cell(collection, Cell("ears", "Ears", way, None), "", dict(enumerate(runs)))


def right(collection: Collection, run: int) -> np.ndarray:
    told = [row for row in read_predictions(collection, run, "test") if row.truth]
    return np.array([row.said == row.truth for row in told], float)


def groups(collection: Collection, run: int) -> np.ndarray:
    told = [row.track_id for row in read_predictions(collection, run, "test") if row.truth]
    return numbered(artists_of(collection, np.array(told)), len(told))


def test_a_mean_over_seeds_and_its_interval(shelf: Collection) -> None:
    runs = [finished(shelf, 0.7, seed) for seed in range(3)]
    told = cell(shelf, "frozen", runs)
    mean = told.means["test"]["accuracy"]
    each = np.array([right(shelf, run) for run in runs])
    assert mean.value == pytest.approx(each.mean())
    assert (mean.least, mean.most) == (each.mean(1).min(), each.mean(1).max())
    group = groups(shelf, runs[0])
    shares = []
    for counts in Draws(group, 0).counts():
        for draw in counts.T:
            weights = draw[group]
            shares.append((each * weights).sum() / (weights.sum() * len(runs)))
    low, high = np.quantile(shares[1:], [0.025, 0.975])
    assert (mean.low, mean.high) == (pytest.approx(low), pytest.approx(high))
    assert [run.run for run in told.runs] == runs


def test_one_seed_has_the_figures_of_its_run(shelf: Collection) -> None:
    run = finished(shelf, 0.7)
    told = cell(shelf, "frozen", [run])
    stored = told.runs[0].scores["test"]["macro_f1"]
    mean = told.means["test"]["macro_f1"]
    assert (mean.value, mean.low, mean.high, mean.n) == (stored.value, stored.low, stored.high, stored.n)
    assert cell(shelf, "frozen", []).means == {}
    assert [(control.title, control.run) for control in controls_of(shelf, [told])] == [("majority", run)]


def test_ways_are_compared_on_the_same_draws(shelf: Collection) -> None:
    before, after = (
        [finished(shelf, share, seed) for seed in seeds] for share, seeds in ((0.3, (0, 1)), (0.95, (2, 3)))
    )
    pair = compare_ways(shelf, cell(shelf, "frozen", before), cell(shelf, "fine-tuned", after))
    assert pair
    assert pair.figures.keys() == {"accuracy", "macro_f1"}
    apart = np.mean([right(shelf, run) for run in after], 0) - np.mean(
        [right(shelf, run) for run in before], 0
    )
    assert pair.figures["accuracy"].value == pytest.approx(apart.mean())
    assert pair.p is not None
    assert pair.p < 0.01
    for one, first, second in zip(pair.seeds, before, after, strict=True):
        found = compare_runs(shelf, first, second).found.differences["accuracy"]
        assert found
        assert (one.first, one.second, one.value, one.p) == (first, second, found.score.value, found.p)
    other = compare_ways(shelf, cell(shelf, "fine-tuned", after), cell(shelf, "frozen", before))
    assert other
    assert other.figures["accuracy"].value == pytest.approx(-pair.figures["accuracy"].value)
    assert other.p == pair.p


def test_p_is_how_often_chance_deals_as_much(shelf: Collection) -> None:
    """Against every one of the ways in which a few artists' tracks could have been dealt."""
    runs = [finished(shelf, share, seed) for share, seed in ((0.5, 0), (0.8, 5))]
    few = {row.track_id for row in read_predictions(shelf, runs[0], "test")[:18]}
    for run in runs:
        write_predictions(shelf, run, [row for row in read_predictions(shelf, run) if row.track_id in few])
    pair = compare_ways(shelf, cell(shelf, "frozen", runs[:1]), cell(shelf, "fine-tuned", runs[1:]))
    assert pair
    assert pair.p is not None
    apart, group = right(shelf, runs[1]) - right(shelf, runs[0]), groups(shelf, runs[0])
    sums = np.bincount(group, apart)
    signs = 1 - 2 * ((np.arange(2 ** len(sums))[:, None] >> np.arange(len(sums))) & 1)
    exact = (np.abs(signs @ sums) >= abs(sums.sum()) - 1e-9).mean()
    assert pair.p == pytest.approx(exact, abs=0.03)
    same = compare_ways(
        shelf, cell(shelf, "frozen", runs[:1]), cell(shelf, "fine-tuned", [finished(shelf, 0.5, 0)])
    )
    assert same
    assert same.why or same.p == 1


def test_only_seeds_that_both_have_are_compared(shelf: Collection) -> None:
    runs = [finished(shelf, 0.5, seed) for seed in range(3)]
    first = tell_cell(shelf, Cell("ears", "Ears", "frozen", None), "", {0: runs[0], 1: runs[1]})
    second = tell_cell(shelf, Cell("ears", "Ears", "fine-tuned", None), "", {1: runs[2]})
    pair = compare_ways(shelf, first, second)
    assert pair
    assert [(one.seed, one.first, one.second) for one in pair.seeds] == [(1, runs[1], runs[2])]
    none = tell_cell(shelf, Cell("ears", "Ears", "fine-tuned", None), "not done yet", {})
    assert compare_ways(shelf, first, none) is None
    assert none.why == "not done yet"


def test_runs_on_other_tracks_are_not_compared_and_it_is_said_why(shelf: Collection) -> None:
    first, second = finished(shelf, 0.5, 0), finished(shelf, 0.5, 1)
    told = [row for row in predictions(0.5, 1) if row.track_id < 50]
    write_predictions(shelf, second, told)
    pair = compare_ways(shelf, cell(shelf, "frozen", [first]), cell(shelf, "fine-tuned", [second]))
    assert pair
    assert pair.figures == {}
    assert "cannot be compared" in pair.why


def test_seeds_that_were_judged_on_other_tracks_have_no_mean(shelf: Collection) -> None:
    runs = [finished(shelf, 0.5, 0), finished(shelf, 0.7, 1)]
    write_predictions(shelf, runs[1], [row for row in predictions(0.7, 1) if row.track_id < 50])
    told = cell(shelf, "frozen", runs)
    assert told.means == {}
    assert told.why == f"Runs {runs[0]} and {runs[1]} were judged on different tracks or labels."
    assert [run.run for run in told.runs] == runs
