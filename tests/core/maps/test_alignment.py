"""Alignment undoes what says nothing, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import procrustes as scipys

from core.maps.alignment import procrustes, radius


def turned(points: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The same map, lying otherwise."""
    angle, mirror = rng.uniform(0, 2 * np.pi), rng.choice([-1.0, 1.0])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.diag([1, mirror])
    return (points @ turn * np.exp(rng.uniform(-4, 4)) + rng.uniform(-50, 50, 2)).astype(np.float32)


def map_of(n: int, rng: np.random.Generator) -> np.ndarray:
    return (rng.standard_normal((n, 2)) * [3, 1] + rng.uniform(-9, 9, 2)).astype(np.float32)


@settings(deadline=None)
@given(st.integers(2, 50), st.integers(0, 10**6))
def test_a_map_that_only_lies_otherwise_comes_home(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    still = map_of(n, rng)
    found = procrustes(turned(still, rng), still)
    assert found.points.dtype == np.float32
    # Single precision keeps so much of coordinates up to 50 of a map that may be a sixtieth in size.
    np.testing.assert_allclose(found.points, still, atol=3e-3 * radius(still) + 1e-5)
    assert found.disparity < 1e-5


@settings(deadline=None)
@given(st.integers(3, 50), st.integers(0, 10**6))
def test_as_in_scipy(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    still, moving = map_of(n, rng), map_of(n, rng)
    found = procrustes(moving, still)
    assert found.disparity == pytest.approx(scipys(still, moving)[2], abs=1e-6)
    size = ((still - still.mean(0)) ** 2).sum()
    assert ((found.points - still) ** 2).sum() / size == pytest.approx(found.disparity, abs=1e-4)


def test_no_other_way_of_laying_is_nearer() -> None:
    """Looked for by trying many turns, mirrored or not, each with the scale that is best for it."""
    rng = np.random.default_rng(0)
    still, moving = map_of(20, rng), map_of(20, rng)
    theirs, ours = still - still.mean(0), moving - moving.mean(0)
    least = np.inf
    for angle in np.linspace(0, 2 * np.pi, 2000):
        for mirror in (-1, 1):
            turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
            laid = ours @ turn @ np.diag([1, mirror])
            scale = max((laid * theirs).sum() / (laid**2).sum(), 0)
            least = min(least, ((scale * laid - theirs) ** 2).sum() / (theirs**2).sum())
    assert procrustes(moving, still).disparity == pytest.approx(least, abs=1e-4)
    assert procrustes(moving, still).disparity <= least + 1e-6


def test_where_there_is_nothing_to_turn_by_it_is_shifted() -> None:
    place, spread = np.full((4, 2), 0.1, np.float32), map_of(4, np.random.default_rng(0))
    onto = procrustes(place, spread)
    np.testing.assert_allclose(onto.points, np.tile(spread.mean(0), (4, 1)), rtol=1e-6)
    assert onto.disparity == 1
    kept = procrustes(spread, place)
    np.testing.assert_allclose(kept.points, spread - spread.mean(0) + 0.1, atol=1e-6)
    assert kept.disparity == 1
    same = procrustes(place + 7, place)
    np.testing.assert_allclose(same.points, place)
    assert same.disparity == 0


def test_one_point_and_none() -> None:
    one = procrustes(np.array([[3, 4]], np.float32), np.array([[1, 2]], np.float32))
    assert (one.points.tolist(), one.disparity) == ([[1, 2]], 0)
    none = procrustes(np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32))
    assert (none.points.shape, none.disparity) == ((0, 2), 0)


def test_other_rows_cannot_be_laid_over() -> None:
    with pytest.raises(ValueError, match=r"shapes \(2, 2\) and \(3, 2\)"):
        procrustes(np.zeros((2, 2), np.float32), np.zeros((3, 2), np.float32))


def test_the_radius() -> None:
    assert radius(np.array([[0, 0], [6, 8]], np.float32)) == pytest.approx(5)
    assert radius(np.full((9, 2), 0.1, np.float32)) == 0
    assert radius(np.zeros((0, 2), np.float32)) == 0
