"""Rows against all rows, and the nearest places on a map, one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Interrupted
from core.maps.pairs import best, nearest_drawn, panels, shared, where
from core.neighbours import Metric, Space
from core.progress import Stop


@settings(deadline=None)
@given(st.integers(0, 12), st.integers(0, 30), st.integers(0, 8), st.integers(0, 10**6))
def test_the_best_are_the_best(rows: int, columns: int, k: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.integers(-3, 3, (rows, columns)).astype(np.float32)
    scores[rng.random(scores.shape) < 0.3] = -np.inf
    chosen = best(scores, k)
    for i in range(rows):
        order = sorted(range(columns), key=lambda j: (-scores[i, j], j))
        expected = {j for j in order[:k] if scores[i, j] > -np.inf}
        assert set(np.flatnonzero(chosen[i])) == expected
    for mine, numpys in zip(where(chosen), np.nonzero(chosen), strict=True):
        np.testing.assert_array_equal(mine, numpys)


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(0, 10), st.sampled_from([0, 1, 3, 1000]), st.integers(0, 10**6))
def test_the_nearest_places_on_a_map(n: int, k: int, size: int, seed: int) -> None:
    """Few places mean that many points share them; then the first rows are taken."""
    points = np.random.default_rng(seed).integers(-size, size + 1, (n, 2)).astype(np.float32)
    found = nearest_drawn(points, k)
    assert found.shape == (n, min(k, max(n - 1, 0)))
    for row in range(n):
        others = [other for other in range(n) if other != row]
        others.sort(key=lambda other: (float(((points[row] - points[other]) ** 2).sum()), other))
        assert set(found[row].tolist()) == set(others[:k])


@pytest.mark.parametrize("metric", list(Metric))
@pytest.mark.parametrize("dimension", [2, 40])
def test_panels_are_the_whole_matrix(metric: Metric, dimension: int) -> None:
    vectors = np.random.default_rng(0).standard_normal((700, dimension))
    space, rows = Space(vectors, metric), np.arange(3, 700, 2)
    found = [(some.copy(), scores.copy()) for some, scores in panels(space, rows)]
    np.testing.assert_array_equal(np.concatenate([some for some, _ in found]), rows)
    values = space.vectors.astype(np.float64)
    expected = values @ values.T
    if metric == Metric.EUCLIDEAN:
        expected = -((values[:, None] - values) ** 2).sum(2)
    np.fill_diagonal(expected, -np.inf)
    np.testing.assert_allclose(np.concatenate([scores for _, scores in found]), expected[rows], atol=2e-4)


def test_places_that_lie_close_together_far_out_are_told_apart() -> None:
    """Where products of single precision would see one place."""
    points = np.array([[1000, 1000], [1000.001, 1000], [1000.003, 1000], [-1000, -1000]], np.float32)
    (_, scores), *_ = panels(Space(points, Metric.EUCLIDEAN), np.arange(4))
    assert np.argsort(-scores[0]).tolist() == [1, 2, 3, 0]
    assert scores[0, 1] == pytest.approx(-((points[1, 0] - points[0, 0]) ** 2), rel=1e-5)


def test_shared_entries_are_counted() -> None:
    some, others = np.array([[1, 2, 3], [4, 5, 6]]), np.array([[3, 9, 1], [7, 8, 9]])
    assert shared(some, others).tolist() == [2 / 3, 0]


def test_a_map_that_is_one_place_can_be_stopped_in_the_middle() -> None:
    asked = 0

    def soon() -> Stop | None:
        nonlocal asked
        asked += 1
        return Stop.CANCEL if asked == 4 else None

    with pytest.raises(Interrupted):
        nearest_drawn(np.zeros((4000, 2), np.float32), 5, soon)
    assert asked == 4
