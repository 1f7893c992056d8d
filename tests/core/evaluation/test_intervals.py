"""Intervals against the textbook, against scipy, and against their promise: to hold the truth."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Interrupted
from core.evaluation import Score, bootstrap, bootstrap_mean, wilson
from core.evaluation.draws import BLOCK, RESAMPLES
from core.progress import Stop


def test_wilson_as_in_the_textbook() -> None:
    """Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20 and 1 of 29, to four places."""
    known = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (hits, n), (low, high) in known.items():
        found = wilson(hits, n)
        assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
        assert (found.value, found.n) == (hits / n, n)


@given(st.integers(1, 500), st.floats(0, 1), st.sampled_from([0.5, 0.9, 0.95, 0.99]))
def test_wilson_as_in_scipy(n: int, share: float, level: float) -> None:
    hits = round(share * n)
    expected = scipy.stats.binomtest(hits, n).proportion_ci(level, method="wilson")
    found = wilson(hits, n, level=level)
    assert found.low == pytest.approx(expected.low, abs=1e-12)
    assert found.high == pytest.approx(expected.high, abs=1e-12)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_the_bootstrap_as_in_scipy() -> None:
    """Two sets of draws differ a little; the width of the interval is the yardstick."""
    values = np.random.default_rng(0).gamma(2.0, size=80)
    expected = scipy.stats.bootstrap(
        (values,), np.mean, method="percentile", n_resamples=20_000, rng=np.random.default_rng(1)
    ).confidence_interval
    found = bootstrap_mean(values, seed=2, resamples=20_000)
    width = expected.high - expected.low
    assert found.low == pytest.approx(expected.low, abs=0.03 * width)
    assert found.high == pytest.approx(expected.high, abs=0.03 * width)
    assert (found.value, found.n) == (pytest.approx(values.mean()), 80)


def slow(values: np.ndarray, groups: np.ndarray, seed: int) -> tuple[float, float]:
    """Draw by draw, group by group, item by item."""
    rng = np.random.default_rng(seed)
    numbered = [int(group) if group >= 0 else -1 - row for row, group in enumerate(groups)]
    names = sorted(set(numbered))
    means = []
    for _ in range(RESAMPLES):
        total, count = 0.0, 0
        for drawn in rng.integers(0, len(names), len(names)):
            for row, group in enumerate(numbered):
                if group == names[drawn]:
                    total, count = total + values[row], count + 1
        means.append(total / count)
    return tuple(np.percentile(means, [2.5, 97.5]))


def test_groups_are_drawn_whole() -> None:
    rng = np.random.default_rng(3)
    values, groups = rng.random(12), rng.integers(-1, 4, 12)
    low, high = slow(values, groups, 5)
    mean = bootstrap_mean(values, groups=groups, seed=5)
    any_ = bootstrap(lambda rows: float(values[rows].mean()), 12, groups=groups, seed=5)
    for found in (mean, any_):
        assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))
        assert (found.value, found.n) == (pytest.approx(values.mean()), 12)


@settings(deadline=None, max_examples=30)
@given(st.integers(2, 60), st.integers(0, 10**6))
def test_each_by_itself_is_no_group(n: int, seed: int) -> None:
    values = np.random.default_rng(seed).random(n)
    alone = bootstrap_mean(values, seed=seed, resamples=200)
    assert bootstrap_mean(values, groups=np.arange(n), seed=seed, resamples=200) == alone
    assert values.min() <= alone.low <= alone.high <= values.max()


def test_members_of_a_group_are_no_news() -> None:
    """Each item ten times over says nothing more, though to rows drawn singly it would seem to."""
    once = np.random.default_rng(4).random(30)
    often, groups = np.repeat(once, 10), np.repeat(np.arange(30), 10)
    honest = bootstrap_mean(once, seed=0)
    grouped = bootstrap_mean(often, groups=groups, seed=0)
    assert (grouped.low, grouped.high) == (pytest.approx(honest.low), pytest.approx(honest.high))
    assert grouped.n == 300
    single = bootstrap_mean(often, seed=0)
    assert width(single) < 0.5 * width(grouped)


def width(score: Score) -> float:
    return score.high - score.low


def test_the_truth_lies_inside_about_95_times_in_100() -> None:
    rng = np.random.default_rng(6)
    held = 0
    for seed in range(400):
        artists = rng.normal(0, 1, 40)
        groups = np.repeat(np.arange(40), 5)
        found = bootstrap_mean(
            artists[groups] + rng.normal(0, 0.5, 200), groups=groups, seed=seed, resamples=400
        )
        held += found.low <= 0 <= found.high
    assert 0.91 <= held / 400 <= 0.98


def test_any_figure_has_an_interval() -> None:
    """The F1 of a class, which is the mean of nothing."""
    rng = np.random.default_rng(7)
    truth = rng.random(200) < 0.3
    said = truth ^ (rng.random(200) < 0.1)

    def f1(rows: np.ndarray) -> float:
        both = (truth[rows] & said[rows]).sum()
        return float(2 * both / (truth[rows].sum() + said[rows].sum()))

    found = bootstrap(f1, 200, seed=0)
    expected = scipy.stats.bootstrap(
        (np.arange(200),), f1, method="percentile", vectorized=False, rng=np.random.default_rng(1)
    ).confidence_interval
    assert found.value == f1(np.arange(200))
    assert found.low == pytest.approx(expected.low, abs=0.01)
    assert found.high == pytest.approx(expected.high, abs=0.01)


def test_one_item_has_no_interval() -> None:
    assert bootstrap_mean(np.array([0.25]), seed=0) == Score(0.25, None, None, 1)
    assert bootstrap_mean(np.array([0.0, 1.0]), groups=np.array([7, 7]), seed=0) == Score(0.5, None, None, 2)
    assert bootstrap(lambda rows: float(len(rows)), 1, seed=0) == Score(1.0, None, None, 1)


@pytest.mark.parametrize(("hits", "n"), [(0, 0), (-1, 3), (4, 3)])
def test_no_share_of_nothing(hits: int, n: int) -> None:
    with pytest.raises(ValueError, match="hits of"):
        wilson(hits, n)


def test_no_mean_of_nothing() -> None:
    with pytest.raises(ValueError, match="no items"):
        bootstrap_mean(np.zeros(0), seed=0)
    with pytest.raises(ValueError, match="2 groups for 3 items"):
        bootstrap_mean(np.zeros(3), groups=np.zeros(2, np.int64), seed=0)


def test_it_can_be_stopped_between_draws() -> None:
    asked = 0

    def at_the_third() -> Stop | None:
        nonlocal asked
        asked += 1
        return Stop.CANCEL if asked == 3 else None

    with pytest.raises(Interrupted):
        bootstrap_mean(np.arange(BLOCK // 2.0), seed=0, should_stop=at_the_third)
    assert asked == 3
    asked = 0
    with pytest.raises(Interrupted):
        bootstrap(lambda rows: float(rows.mean()), 5, seed=0, should_stop=at_the_third)
    assert asked == 3
