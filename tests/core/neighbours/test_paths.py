"""Paths against the slowest way to find them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.neighbours import Metric, Space
from core.neighbours.paths import _steps, path


def slow_cost(steps: list[dict[int, float]], start: int, end: int) -> float:
    """Every pair through every other, until nothing gets cheaper."""
    size = len(steps)
    costs = np.full((size, size), np.inf)
    np.fill_diagonal(costs, 0)
    for row, others in enumerate(steps):
        for other, cost in others.items():
            costs[row, other] = cost
    for middle in range(size):
        costs = np.minimum(costs, costs[:, middle, None] + costs[None, middle])
    return float(costs[start, end])


@settings(deadline=None)
@given(st.integers(2, 25), st.integers(1, 5), st.sampled_from(list(Metric)), st.integers(0, 10**6))
def test_no_path_is_cheaper(size: int, k: int, metric: Metric, seed: int) -> None:
    space = Space(np.random.default_rng(seed).standard_normal((size, 4)), metric)
    steps = _steps(space, k)
    expected = slow_cost(steps, 0, size - 1)
    found = path(space, 0, size - 1, k=k)
    if not np.isfinite(expected):
        assert found == []
        return
    assert (found[0], found[-1]) == (0, size - 1)
    assert len(set(found)) == len(found)
    assert sum(steps[a][b] for a, b in pairwise(found)) == pytest.approx(expected)


def test_small_steps_are_better_than_a_large_one() -> None:
    angles = np.linspace(0, 1.5, 20)
    space = Space(np.stack([np.cos(angles), np.sin(angles)], 1))
    assert path(space, 0, 19, k=4) == list(range(20))


def test_two_islands_have_no_bridge() -> None:
    islands = np.concatenate([np.eye(8)[:4] + 0.1, -np.eye(8)[4:] - 0.1])
    assert path(Space(islands), 0, 7, k=2) == []
    assert path(Space(islands), 3, 3) == [3]
