"""Two runs on the same tracks, against scipy, against loops, and against the promise of a p."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import scipy.stats
import sklearn.metrics as theirs
from hypothesis import given
from hypothesis import strategies as st

from core.evaluation import (
    Basis,
    Discordance,
    Outcome,
    Task,
    bootstrap,
    class_scores,
    compare,
    mcnemar,
    number_scores,
    tag_scores,
)

N = 60


def sides(task: Task, seed: int, skill: tuple[float, float] = (0.3, 0.6), n: int = N) -> list[Outcome]:
    """Two runs that err on the same tracks for the most part."""
    rng = np.random.default_rng(seed)
    tracks = rng.permutation(10 * n)[:n]
    if task is Task.CLASSES:
        truth = rng.integers(0, 4, n)
        shared = rng.dirichlet(np.ones(4), n)
        said = [shared + 0.2 * rng.random((n, 4)) + some * np.eye(4)[truth] for some in skill]
        said = [each / each.sum(1, keepdims=True) for each in said]
    elif task is Task.TAGS:
        truth = rng.random((n, 3)) < 0.4
        shared = rng.random((n, 3))
        said = [shared + 0.2 * rng.random((n, 3)) + some * truth for some in skill]
    else:
        truth = rng.normal(1950, 20, n)
        shared = rng.normal(0, 20, n)
        said = [truth + (1 - some) * shared + rng.normal(0, 3, n) for some in skill]
    return [Outcome(tracks, truth, each) for each in said]


SCORES = {Task.CLASSES: class_scores, Task.TAGS: tag_scores, Task.NUMBERS: number_scores}
"""Captions are compared in `tests/core/runs/test_compare_captions.py`, where there are tracks to speak of."""


@given(st.integers(0, 200), st.integers(0, 200))
def test_mcnemar_as_in_scipy(first: int, second: int) -> None:
    expected = scipy.stats.binomtest(first, first + second).pvalue if first + second else 1.0
    assert mcnemar(first, second) == pytest.approx(expected)


def test_discordant_tracks_are_counted() -> None:
    first, second = sides(Task.CLASSES, 1)
    found = compare(Task.CLASSES, first, second, seed=0, resamples=20)
    rights = [each.said.argmax(1) == each.truth for each in (first, second)]
    counts = {(a, b): 0 for a in (True, False) for b in (True, False)}
    for a, b in zip(*rights, strict=True):
        counts[bool(a), bool(b)] += 1
    one = Discordance(counts[True, True], counts[True, False], counts[False, True], counts[False, False])
    assert found.discordance == one
    accuracy = found.differences["accuracy"]
    assert accuracy.by == Basis.MCNEMAR
    assert accuracy.p == mcnemar(one.only_first, one.only_second)
    assert accuracy.score.value == pytest.approx((one.only_second - one.only_first) / N)


@pytest.mark.parametrize("task", SCORES)
@pytest.mark.parametrize("grouped", [False, True])
def test_differences_are_those_of_the_figures(task: Task, grouped: bool) -> None:
    first, second = sides(task, 2)
    groups = np.arange(N) // 3 if grouped else None
    found = compare(task, first, second, groups=groups, seed=0, resamples=20)
    before, after = (
        SCORES[task](each.truth, each.said, seed=0, resamples=2).figures for each in (first, second)
    )
    assert set(found.differences) == set(before)
    for name, one in found.differences.items():
        assert one.score.value == pytest.approx(after[name].value - before[name].value), name
        assert 0 < one.p <= 1
        if name == "top_k_accuracy":  # both always have the true class among their likeliest three
            assert (one.score.value, one.score.low, one.p) == (0, None, 1)
        else:
            assert one.score.low <= one.score.value <= one.score.high
    assert found.groups == (20 if grouped else None)


@pytest.mark.parametrize("grouped", [False, True])
def test_intervals_as_from_drawing_rows(grouped: bool) -> None:
    """Both runs judged by scikit-learn and scipy on the same rows."""
    groups = np.random.default_rng(3).integers(-1, 20, N) if grouped else None

    def f1(each: Outcome, rows: np.ndarray) -> float:
        return theirs.f1_score(each.truth[rows], each.said[rows].argmax(1), average="macro")

    def auc(each: Outcome, rows: np.ndarray) -> float:
        return theirs.roc_auc_score(each.truth[rows], each.said[rows], average="macro")

    def rho(each: Outcome, rows: np.ndarray) -> float:
        return scipy.stats.spearmanr(each.truth[rows], each.said[rows]).statistic

    figures = (
        (Task.CLASSES, "macro_f1", f1),
        (Task.TAGS, "macro_roc_auc", auc),
        (Task.NUMBERS, "spearman", rho),
    )
    for task, name, figure in figures:
        first, second = sides(task, 4)
        ours = compare(task, first, second, groups=groups, seed=5, resamples=50).differences[name].score
        slow = bootstrap(
            lambda rows, figure=figure, first=first, second=second: (
                figure(second, rows) - figure(first, rows)
            ),
            N,
            groups=groups,
            seed=5,
            resamples=50,
        )
        assert (ours.low, ours.high) == (pytest.approx(slow.low), pytest.approx(slow.high)), name


@pytest.mark.parametrize("task", [Task.CLASSES, Task.NUMBERS])
def test_swaps_as_one_by_one(task: Task) -> None:
    """Whole predictions change places, group by group, and are judged again."""
    first, second = sides(task, 6, (0.3, 0.4))
    groups = np.random.default_rng(7).integers(0, 20, N)
    found = compare(task, first, second, groups=groups, seed=8, resamples=60)
    names, of = np.unique(groups, return_inverse=True)
    rng = np.random.default_rng(8)
    coins = rng.integers(0, 2, (60, len(names))).astype(bool)
    basis = [name for name, one in found.differences.items() if one.by == Basis.SWAPS]
    # The bins of the calibration error are those that each prediction had in its own run.
    basis = [name for name in basis if name != "calibration_error"]
    assert len(basis) >= 5
    far = dict.fromkeys(basis, 0)
    for coin in coins:
        swap = coin[of] if first.said.ndim == 1 else coin[of][:, None]
        both = np.where(swap, second.said, first.said), np.where(swap, first.said, second.said)
        before, after = (SCORES[task](first.truth, said, seed=0, resamples=1).figures for said in both)
        for name in basis:
            apart = abs(after[name].value - before[name].value)
            far[name] += apart >= abs(found.differences[name].score.value) - 1e-12
    for name in basis:
        assert found.differences[name].p == pytest.approx((1 + far[name]) / 61), name


@pytest.mark.parametrize(
    ("task", "figure"),
    [
        (Task.CLASSES, "accuracy"),
        (Task.CLASSES, "macro_f1"),
        (Task.CLASSES, "calibration_error"),
        (Task.TAGS, "macro_roc_auc"),
        (Task.NUMBERS, "mae"),
        (Task.NUMBERS, "spearman"),
    ],
)
def test_of_two_equal_runs_few_seem_unequal(task: Task, figure: str) -> None:
    """A p below 0.05 comes up one time in twenty, give or take what 200 rounds do."""
    small = 0
    for seed in range(200):
        first, second = sides(task, seed, (0.4, 0.4))
        small += compare(task, first, second, seed=seed, resamples=200).differences[figure].p < 0.05
    assert small / 200 <= 0.10


@pytest.mark.parametrize("task", SCORES)
def test_a_plain_difference_is_seen(task: Task) -> None:
    first, second = sides(task, 9, (0.1, 0.9), 150)
    name = {Task.CLASSES: "macro_f1", Task.TAGS: "macro_average_precision", Task.NUMBERS: "r2"}[task]
    one = compare(task, first, second, seed=0, resamples=400).differences[name]
    assert one.score.low > 0
    assert one.p < 0.01
    back = compare(task, second, first, seed=0, resamples=400).differences[name]
    assert (back.score.value, back.p) == (pytest.approx(-one.score.value), pytest.approx(one.p))


@pytest.mark.parametrize("task", SCORES)
def test_a_run_beside_itself(task: Task) -> None:
    first, _ = sides(task, 10)
    order = np.random.default_rng(0).permutation(N)
    shuffled = Outcome(first.tracks[order], first.truth[order], first.said[order])
    for one in compare(task, first, shuffled, seed=0, resamples=50).differences.values():
        assert one.score.value == pytest.approx(0, abs=1e-12)
        assert one.p == 1.0


def test_copies_of_a_track_do_not_make_a_difference_surer() -> None:
    first, second = sides(Task.CLASSES, 11, (0.3, 0.45), 20)
    tracks, groups = np.arange(200), np.repeat(np.arange(20), 10)
    many = [Outcome(tracks, each.truth[groups], each.said[groups]) for each in (first, second)]
    plain = compare(Task.CLASSES, first, second, seed=0).differences["macro_f1"]
    naive = compare(Task.CLASSES, *many, seed=0).differences
    honest = compare(Task.CLASSES, *many, groups=groups, seed=0).differences
    assert honest["macro_f1"].p == pytest.approx(plain.p)
    assert honest["macro_f1"].score.low == pytest.approx(plain.score.low)
    assert naive["macro_f1"].p < plain.p
    assert (naive["accuracy"].by, honest["accuracy"].by) == (Basis.MCNEMAR, Basis.SWAPS)


def test_a_figure_that_one_run_lacks() -> None:
    first, second = sides(Task.CLASSES, 12)
    sure = replace(second, said=np.eye(4)[second.said.argmax(1)])
    found = compare(Task.CLASSES, first, sure, seed=0, resamples=20)
    assert found.differences["log_loss"] is None
    assert "no chance at all" in found.reasons["log_loss"]
    assert found.differences["macro_f1"].by == Basis.SWAPS


def test_a_single_group_decides_nothing() -> None:
    first, second = sides(Task.TAGS, 13)
    one = compare(Task.TAGS, first, second, groups=np.zeros(N, np.int64), seed=0).differences["macro_roc_auc"]
    assert (one.score.low, one.score.high, one.p) == (None, None, None)


def test_what_cannot_be_compared() -> None:
    first, second = sides(Task.CLASSES, 14)
    cases = {
        "different tracks: 2 are only in the first, 1 only in the second": Outcome(
            np.append(second.tracks[2:], 99_999), second.truth[1:], second.said[1:]
        ),
        "different truths on 3 of 60 tracks": replace(second, truth=(second.truth + (np.arange(N) < 3)) % 4),
        "more than once": replace(second, tracks=np.append(second.tracks[1:], second.tracks[-1])),
        "60 tracks, 60 truths, 59 predictions": replace(second, said=second.said[1:]),
        "asked different things": replace(second, said=second.said[:, :3]),
        "no tracks": Outcome(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, 4))),
    }
    for says, other in cases.items():
        with pytest.raises(ValueError, match=says):
            compare(Task.CLASSES, first, other, seed=0)
    with pytest.raises(ValueError, match="59 groups for 60 items"):
        compare(Task.CLASSES, first, second, groups=np.arange(59), seed=0)
