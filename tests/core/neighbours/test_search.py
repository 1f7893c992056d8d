"""The search against the slowest honest way, on values where ties abound."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.errors import RequestProblem
from core.neighbours import NONE, Metric, Space, search

few = st.integers(-2, 2).map(float)


def slow(
    vectors: np.ndarray, query: np.ndarray, metric: Metric, allowed: np.ndarray, without: int
) -> list[tuple[float, int]]:
    """(nearness, row), the nearest first, one row after the other in double precision."""
    found = []
    for row, vector in enumerate(vectors.astype(np.float64)):
        if metric == Metric.COSINE:
            lengths = np.linalg.norm(vector) * np.linalg.norm(query)
            nearness = float(vector @ query / lengths) if lengths else 0.0
        else:
            nearness = -float(np.linalg.norm(vector - query))
        if allowed[row] and row != without:
            found.append((nearness, row))
    return sorted(found, key=lambda pair: (-round(pair[0], 5), pair[1]))


@settings(deadline=None)
@given(
    arrays(np.float32, st.tuples(st.integers(1, 40), st.just(3)), elements=few),
    arrays(np.float32, st.tuples(st.integers(1, 6), st.just(3)), elements=few),
    st.sampled_from(list(Metric)),
    st.integers(1, 12),
    st.integers(0, 2**40),
)
def test_the_nearest_are_the_nearest(
    vectors: np.ndarray, queries: np.ndarray, metric: Metric, k: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    allowed = rng.random(len(vectors)) < 0.8
    without = rng.integers(-1, len(vectors), len(queries))
    before = search.BLOCK, search.QUERY_BLOCK
    search.BLOCK, search.QUERY_BLOCK = int(rng.integers(1, 400)), 4
    try:
        found = Space(vectors, metric).nearest(queries, k, allowed=allowed, without=without)
    finally:
        search.BLOCK, search.QUERY_BLOCK = before
    for i, query in enumerate(queries):
        expected = slow(vectors, query.astype(np.float64), metric, allowed, int(without[i]))[:k]
        there = found.rows[i] != NONE
        assert there.sum() == len(expected)
        np.testing.assert_allclose(found.nearness[i][there], [n for n, _ in expected], atol=1e-4)
        nearness = {
            row: n for n, row in slow(vectors, query.astype(np.float64), metric, allowed, int(without[i]))
        }
        np.testing.assert_allclose(
            [nearness[r] for r in found.rows[i][there]], [n for n, _ in expected], atol=1e-4
        )
        assert len(set(found.rows[i][there])) == len(expected)
        assert np.isneginf(found.nearness[i][~there]).all()


@pytest.mark.parametrize("metric", list(Metric))
def test_equal_rows_come_in_their_order(metric: Metric) -> None:
    vectors = np.tile(np.array([[1.0, 2.0, 3.0]]), (10_000, 1))
    found = Space(vectors, metric).nearest(vectors[:2], 4, without=np.array([0, 2]))
    assert found.rows.tolist() == [[1, 2, 3, 4], [0, 1, 3, 4]]


@pytest.mark.parametrize("metric", list(Metric))
def test_one_query_and_many_agree(metric: Metric) -> None:
    vectors = np.random.default_rng(0).standard_normal((9000, 24))
    space = Space(vectors, metric)
    many = space.nearest(vectors[:5], 7)
    for i in range(5):
        alone = space.nearness(vectors[i])
        np.testing.assert_allclose(np.sort(alone)[::-1][:7], many.nearness[i], atol=2e-3)
        assert set(np.argsort(-alone)[:7]) == set(many.rows[i])
    own = space.own_nearest(3)
    assert (own.rows != np.arange(9000)[:, None]).all()


def test_what_does_not_fit_is_said() -> None:
    space = Space(np.eye(3))
    with pytest.raises(RequestProblem, match="A query of 2 values does not fit vectors of 3"):
        space.nearest(np.ones((1, 2)), 1)
    with pytest.raises(RequestProblem, match="no numbers"):
        Space(np.array([[np.nan, 1.0]]))


def test_nothing_to_find() -> None:
    assert Space(np.zeros((0, 3))).nearest(np.ones((2, 3)), 2).rows.tolist() == [[NONE, NONE]] * 2
    assert Space(np.eye(3)).nearest(np.zeros((0, 3)), 2).rows.shape == (0, 2)
    assert Space(np.eye(3)).nearest(np.ones((1, 3)), 0).rows.shape == (1, 0)
