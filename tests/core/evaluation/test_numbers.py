"""Figures of numbers against scikit-learn, scipy and Lin's own formula."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.stats
import sklearn.metrics as theirs
from hypothesis import given, settings
from hypothesis import strategies as st

from core.evaluation import Score, bootstrap, number_scores
from core.evaluation.numbers import SAME_SAID, SAME_TRUTH

NAMES = ("r2", "mae", "rmse", "pearson", "spearman", "concordance")


def told(n: int, seed: int, levels: int = 8) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers, so that many are the same, and of unlike spread."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, levels, n).astype(float)
    return truth, np.round(0.6 * truth + rng.normal(1, 1.5, n), 0)


def lin(truth: np.ndarray, said: np.ndarray) -> float:
    """Lin (1989), with the spreads that divide by n."""
    together = np.mean((truth - truth.mean()) * (said - said.mean()))
    return 2 * together / (truth.var() + said.var() + (truth.mean() - said.mean()) ** 2)


def reference(truth: np.ndarray, said: np.ndarray) -> dict[str, float]:
    return {
        "r2": theirs.r2_score(truth, said),
        "mae": theirs.mean_absolute_error(truth, said),
        "rmse": theirs.root_mean_squared_error(truth, said),
        "pearson": scipy.stats.pearsonr(truth, said).statistic,
        "spearman": scipy.stats.spearmanr(truth, said).statistic,
        "concordance": lin(truth, said),
    }


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 60), st.integers(2, 30), st.integers(0, 10**6))
def test_as_in_scikit_learn_and_scipy(n: int, levels: int, seed: int) -> None:
    truth, said = told(n, seed, levels)
    truth[:2], said[:2] = (0, 1), (2, 4)
    found = number_scores(truth, said, seed=0, resamples=5)
    assert found.reasons == {}
    for name, value in reference(truth, said).items():
        assert found.figures[name].value == pytest.approx(value, abs=1e-12), name
        assert found.figures[name].n == n


@pytest.mark.parametrize("grouped", [False, True])
def test_intervals_as_from_drawing_rows(grouped: bool) -> None:
    truth, said = told(40, 1)
    groups = np.random.default_rng(2).integers(-1, 12, 40) if grouped else None
    found = number_scores(truth, said, groups=groups, seed=3, resamples=80)
    for name in NAMES:
        slow = bootstrap(
            lambda rows, name=name: reference(truth[rows], said[rows])[name],
            40,
            groups=groups,
            seed=3,
            resamples=80,
        )
        ours = found.figures[name]
        assert (ours.low, ours.high) == (pytest.approx(slow.low), pytest.approx(slow.high)), name


@settings(deadline=None, max_examples=30)
@given(st.integers(3, 40), st.integers(0, 10**6))
def test_neither_order_nor_middle_nor_unit_count(n: int, seed: int) -> None:
    """Years are as good as seconds since; errors have the unit of the truth."""
    truth, said = told(n, seed)
    truth[:2], said[:2] = (0, 1), (2, 4)
    order = np.random.default_rng(seed).permutation(n)
    once = number_scores(truth, said, seed=0, resamples=5)
    moved = number_scores(1e6 + 10 * truth[order], 1e6 + 10 * said[order], seed=0, resamples=5)
    for name in NAMES:
        scale = 10 if name in ("mae", "rmse") else 1
        expected = pytest.approx(scale * once.figures[name].value, rel=1e-6, abs=1e-9)
        assert moved.figures[name].value == expected, name


def test_all_right() -> None:
    truth, _ = told(30, 4)
    found = number_scores(truth, truth, seed=0, resamples=50)
    assert [found.figures[name].value for name in NAMES] == pytest.approx([1, 0, 0, 1, 1, 1])


def test_a_correlation_is_blind_to_what_concordance_sees() -> None:
    truth = np.arange(20.0)
    found = number_scores(truth, 3 * truth + 100, seed=0, resamples=20)
    assert found.figures["pearson"].value == pytest.approx(1)
    assert found.figures["concordance"].value == pytest.approx(lin(truth, 3 * truth + 100))
    assert found.figures["concordance"].value < 0.1


def test_a_prediction_far_off_still_has_its_correlation() -> None:
    rng = np.random.default_rng(5)
    truth = rng.normal(0, 1, 50)
    said = truth + rng.normal(0, 1, 50)
    near = number_scores(truth, said, seed=0, resamples=5).figures["pearson"]
    far = number_scores(truth, said + 1e7, seed=0, resamples=5).figures["pearson"]
    assert far.value == pytest.approx(near.value, abs=1e-8)


def test_the_same_truth_for_all() -> None:
    found = number_scores(np.full(10, 120.1), np.linspace(110, 130, 10), seed=0, resamples=20)
    for name in ("r2", "pearson", "spearman", "concordance"):
        assert (found.figures[name], found.reasons[name]) == (None, SAME_TRUTH)
    assert found.figures["mae"].value == pytest.approx(np.abs(np.linspace(110, 130, 10) - 120.1).mean())


def test_the_same_said_for_all() -> None:
    truth, _ = told(30, 6)
    found = number_scores(truth, np.full(30, truth.mean()), seed=0, resamples=50)
    for name in ("pearson", "spearman"):
        assert (found.figures[name], found.reasons[name]) == (None, SAME_SAID)
    assert found.figures["r2"].value == pytest.approx(0)
    assert found.figures["concordance"].value == pytest.approx(0)


def test_the_truth_lies_inside_about_95_times_in_100() -> None:
    rng, held = np.random.default_rng(7), dict.fromkeys(("pearson", "concordance", "rmse"), 0)
    expected = {"pearson": 0.8**0.5, "concordance": 2 / 2.25, "rmse": 0.5}
    for seed in range(200):
        truth = rng.normal(0, 1, 100)
        found = number_scores(truth, truth + rng.normal(0, 0.5, 100), seed=seed, resamples=300)
        for name in held:
            held[name] += found.figures[name].low <= expected[name] <= found.figures[name].high
    assert all(0.88 <= times / 200 <= 0.99 for times in held.values()), held


def test_resamples_of_one_value_are_left_out() -> None:
    """Of two tracks a resample is one of them twice, half the time: it has errors, but no correlation."""
    found = number_scores(np.array([0.1, 0.7]), np.array([0.3, 0.4]), seed=0, resamples=200)
    assert found.figures["pearson"].value == pytest.approx(1)
    assert found.figures["pearson"].low is None
    assert found.figures["mae"].low == pytest.approx(0.2)


def test_one_track() -> None:
    found = number_scores(np.array([3.0]), np.array([4.0]), seed=0)
    assert found.figures["mae"] == Score(1.0, None, None, 1)
    assert found.figures["r2"] is None


@pytest.mark.parametrize(
    ("truth", "said", "says"),
    [
        (np.zeros(0), np.zeros(0), "no tracks"),
        (np.zeros(2), np.array([np.nan, 1]), "prediction of 1 of 2 tracks is no number"),
        (np.array([np.inf, 1]), np.zeros(2), "truth of 1 of 2 tracks is no number"),
        (np.zeros(2), np.zeros(3), r"shape \(3,\) for 2 tracks"),
    ],
)
def test_what_cannot_be_judged(truth: np.ndarray, said: np.ndarray, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        number_scores(truth, said, seed=0)
