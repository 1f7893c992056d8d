"""Trust against the slowest way to count ranks, against scikit-learn, and where the answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.manifold import trustworthiness

from core.errors import Interrupted
from core.maps import pairs
from core.maps.trust import Trust, judge
from core.neighbours import Metric, Space
from core.progress import Stop


def order(space: Space, row: int) -> list[int]:
    """All other rows, the nearest first; of equals the first."""
    x = space.vectors.astype(np.float64)

    def distance(other: int) -> float:
        if space.metric == Metric.COSINE:
            return -float(x[row] @ x[other])
        return float(((x[row] - x[other]) ** 2).sum())

    return sorted(
        (other for other in range(len(x)) if other != row), key=lambda other: (distance(other), other)
    )


def lattice(rng: np.random.Generator, n: int, dimension: int, metric: Metric) -> Space:
    """Vectors whose products single precision holds exactly, and many of them equal."""
    if metric == Metric.COSINE:
        return Space(rng.choice([-1.0, 1.0], (n, dimension)))
    return Space(rng.integers(-9, 10, (n, dimension)).astype(np.float32), metric)


def slow(space: Space, points: np.ndarray, k: int) -> list[tuple[float, float, float]]:
    """(trustworthiness, continuity, kept) of each row, from the definition."""
    flat, n = Space(points, Metric.EUCLIDEAN), len(points)
    worst = sum(n - 1 - i - k for i in range(k))
    found = []
    for row in range(n):
        there, here = order(space, row), order(flat, row)
        false = sum(max(there.index(other) + 1 - k, 0) for other in here[:k])
        missing = sum(max(here.index(other) + 1 - k, 0) for other in there[:k])
        found.append((1 - false / worst, 1 - missing / worst, len(set(there[:k]) & set(here[:k])) / k))
    return found


def figures(trust: Trust) -> np.ndarray:
    return np.stack([trust.trustworthiness, trust.continuity, trust.kept], 1)


@settings(deadline=None, max_examples=60)
@given(
    st.integers(4, 40),
    st.integers(1, 12),
    st.sampled_from(list(Metric)),
    st.sampled_from([1, 4, 16]),
    st.integers(1, 20),
    st.integers(0, 10**6),
)
def test_counted_as_by_hand(n: int, k: int, metric: Metric, dimension: int, size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    space = lattice(rng, n, dimension, metric)
    points = rng.integers(-size, size + 1, (n, 2)).astype(np.float32)
    before = pairs.PANEL_ROWS, pairs.BLOCK, pairs.WORK
    pairs.PANEL_ROWS, pairs.BLOCK, pairs.WORK = 7, 3 * n, 5000
    try:
        found = judge(space, points, k, seed=0)
    finally:
        pairs.PANEL_ROWS, pairs.BLOCK, pairs.WORK = before
    assert found.k == min(k, (n - 1) // 2)
    expected = slow(space, points, found.k)
    np.testing.assert_allclose(figures(found), expected, atol=1e-6)
    means = found.mean_trustworthiness, found.mean_continuity, found.mean_kept
    np.testing.assert_allclose(means, np.mean(expected, 0), atol=1e-6)


def cloud(n: int, dimension: int = 24) -> np.ndarray:
    return np.random.default_rng(1).standard_normal((n, dimension)) @ np.diag(np.arange(dimension, 0, -1.0))


@pytest.mark.parametrize("metric", list(Metric))
@pytest.mark.parametrize(("n", "k"), [(31, 15), (400, 5), (400, 15)])
def test_the_mean_is_that_of_scikit_learn(metric: Metric, n: int, k: int) -> None:
    vectors = cloud(n)
    points = vectors[:, :2].astype(np.float32)
    found = judge(Space(vectors, metric), points, k, seed=0)
    there = trustworthiness(vectors, points, n_neighbors=k, metric=metric)
    assert found.mean_trustworthiness == pytest.approx(there, abs=1e-5)
    if metric == Metric.EUCLIDEAN:
        back = trustworthiness(points, vectors, n_neighbors=k)
        assert found.mean_continuity == pytest.approx(back, abs=1e-5)


@settings(deadline=None, max_examples=30)
@given(st.integers(4, 200), st.integers(1, 30), st.booleans(), st.integers(0, 10**6))
def test_a_map_of_what_is_flat_is_perfect(n: int, k: int, coarse: bool, seed: int) -> None:
    points = np.random.default_rng(seed).standard_normal((n, 2)).astype(np.float32)
    points = np.round(points) if coarse else points
    found = judge(Space(points, Metric.EUCLIDEAN), points, k, seed=0)
    assert (figures(found) == 1).all()


@pytest.mark.parametrize("at_most", [5000, 500])
def test_a_shuffled_map_is_chance(at_most: int) -> None:
    vectors = cloud(1500)
    points = np.random.default_rng(2).permutation(vectors[:, :2]).astype(np.float32)
    found = judge(Space(vectors), points, seed=0, at_most=at_most)
    assert found.mean_trustworthiness == pytest.approx(0.5, abs=0.02)
    assert found.mean_continuity == pytest.approx(0.5, abs=0.02)
    assert found.kept_by_chance == 15 / 1499
    assert found.mean_kept == pytest.approx(found.kept_by_chance, abs=0.01)


@pytest.mark.parametrize("metric", list(Metric))
def test_a_sample_stands_for_all(metric: Metric) -> None:
    vectors = cloud(2000)
    space, points = Space(vectors, metric), vectors[:, :2].astype(np.float32)
    exact = judge(space, points, seed=0)
    near = judge(space, points, seed=7, at_most=800)
    assert (exact.sampled, near.sampled) == (None, 800)
    counted = ~np.isnan(near.continuity)
    assert counted.sum() == 800
    np.testing.assert_array_equal(counted, ~np.isnan(near.kept))
    np.testing.assert_allclose(figures(near)[counted], figures(exact)[counted], atol=1e-4)
    away = np.abs(near.trustworthiness - exact.trustworthiness)[~counted]
    assert 0 < away.mean() < 0.015
    assert away.max() < 0.06
    assert near.mean_trustworthiness == pytest.approx(exact.mean_trustworthiness, abs=0.01)
    assert near.mean_continuity == pytest.approx(exact.mean_continuity, abs=0.02)
    again = judge(space, points, seed=7, at_most=800)
    np.testing.assert_array_equal(figures(again), figures(near))


def test_a_false_neighbour_is_not_trusted_and_a_torn_one_not_continuous() -> None:
    """Two rows far apart in a line; the map lays the last beside the first."""
    line = np.arange(40.0)[:, None]
    points = np.concatenate([line, np.zeros((40, 1))], 1).astype(np.float32)
    points[39] = (0.4, 0.1)
    found = judge(Space(line, Metric.EUCLIDEAN), points, 3, seed=0)
    assert found.trustworthiness.argmin() == found.continuity.argmin() == 39
    assert (figures(found)[10:30] == 1).all()


def test_a_map_that_is_one_place_says_nothing() -> None:
    """Of equals the first rows are neighbours, which is as good as chance."""
    found = judge(Space(cloud(300)), np.zeros((300, 2), np.float32), seed=0)
    assert found.mean_trustworthiness == pytest.approx(0.5, abs=0.1)
    assert found.mean_continuity == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("n", range(4))
def test_so_few_points_cannot_be_wrong(n: int) -> None:
    assert judge(Space(np.ones((n, 3))), np.zeros((n, 2), np.float32), seed=0) is None


def test_a_map_of_other_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="5 points for 6 rows"):
        judge(Space(np.eye(6)), np.zeros((5, 2), np.float32), seed=0)


@pytest.mark.parametrize("at_most", [5000, 300])
def test_it_can_be_stopped_at_any_block(at_most: int) -> None:
    vectors = cloud(700)
    space, points = Space(vectors), vectors[:, :2].astype(np.float32)
    asked = 0

    def stop_at(last: int) -> Stop | None:
        nonlocal asked
        asked += 1
        return Stop.CANCEL if asked == last else None

    assert judge(space, points, seed=0, at_most=at_most, should_stop=lambda: stop_at(0)) is not None
    for last in range(1, asked + 1):
        asked = 0
        with pytest.raises(Interrupted):
            judge(space, points, seed=0, at_most=at_most, should_stop=lambda last=last: stop_at(last))
        assert asked == last
