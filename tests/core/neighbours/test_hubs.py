"""Hubs: counted as by hand, and fewer after the correction."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.neighbours import Metric, Nearest, Space
from core.neighbours.best import choose
from core.neighbours.hubs import Mutual, report


def test_counted_as_by_hand() -> None:
    rows = np.array([[1, 2], [0, 2], [0, 1], [0, 2], [0, 1]])
    found = report(Nearest(rows, np.zeros(rows.shape, np.float32)))
    named = np.array([4, 3, 3, 0, 0])
    skewness = ((named - 2) ** 3).mean() / named.std() ** 3
    assert (found.n, found.k, found.named.tolist(), found.orphans, found.hubs) == (
        5,
        2,
        [4, 3, 3, 0, 0],
        2,
        [],
    )
    assert found.skewness == pytest.approx(skewness)


def crowd(n: int = 600, dimension: int = 300) -> np.ndarray:
    """Many dimensions around a centre that is not the origin: the usual case of hubs."""
    return np.random.default_rng(0).standard_normal((n, dimension)) + 1.0


@pytest.mark.parametrize("metric", list(Metric))
def test_the_correction_takes_power_from_hubs(metric: Metric) -> None:
    space = Space(crowd(), metric)
    before, after = report(space.own_nearest(10)), report(Mutual(space).own_nearest(10))
    assert before.skewness > 2
    assert before.hubs
    assert after.skewness < 0.5 * before.skewness
    assert after.orphans < 0.5 * before.orphans


@pytest.mark.parametrize("metric", list(Metric))
def test_mutual_proximity_is_what_its_definition_says(metric: Metric) -> None:
    """In plain loops, with the error function of the standard library."""
    vectors = np.random.default_rng(1).standard_normal((40, 6))
    space = Space(vectors, metric)
    nearness = np.stack([space.nearness(vector) for vector in vectors]).astype(np.float64)

    def probability(value: float, row: int) -> float:
        mean, deviation = nearness[row].mean(), nearness[row].std()
        return 0.5 * math.erfc(-(value - mean) / deviation / math.sqrt(2))

    found = Mutual(space).nearness(vectors[3])
    for other in range(40):
        value = nearness[3, other]
        expected = math.log(probability(value, 3)) + math.log(probability(value, other))
        assert found[other] == pytest.approx(expected, rel=1e-2, abs=1e-3)


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(0, 12), st.integers(0, 10**6))
def test_the_best_that_may_be_chosen(n: int, k: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    nearness = rng.integers(-3, 3, n).astype(np.float32)
    nearness[rng.random(n) < 0.2] = -np.inf
    allowed = rng.random(n) < 0.7
    order = sorted(range(n), key=lambda row: (-nearness[row], row))
    expected = [row for row in order if allowed[row] and nearness[row] > -np.inf][:k]
    assert choose(nearness, k, allowed=allowed).tolist() == expected


def test_nobody_is_no_crowd() -> None:
    empty = report(Space(np.zeros((0, 3))).own_nearest(5))
    assert (empty.n, empty.skewness, empty.hubs, empty.orphans) == (0, 0.0, [], 0)
    assert Mutual(Space(np.zeros((0, 3)))).own_nearest(5).rows.shape == (0, 0)
    assert Mutual(Space(np.ones((1, 3)))).own_nearest(5).rows.shape == (1, 0)
    same = Mutual(Space(np.ones((4, 3)))).own_nearest(2)
    assert same.rows.tolist() == [[1, 2], [0, 2], [0, 1], [0, 1]]
