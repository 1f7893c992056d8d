"""New rows on a map that is there: amid the most of their neighbours, nearly as if drawn with the rest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.maps.place import place
from core.maps.umap import UmapSettings, umap
from core.neighbours import Metric, Space


def test_with_the_majority_and_not_between() -> None:
    """Seven neighbours lie around (10, 0) and three around (-10, 0): the mean lies where nobody is."""
    points = np.array([[10 + 0.1 * i, 0.1 * (i % 3)] for i in range(7)] + [[-10, 0.1 * i] for i in range(3)])
    rows = np.arange(10)[None]
    found = place(rows, np.linspace(1, 1.2, 10, dtype=np.float32)[None], points.astype(np.float32), 0)
    assert points[rows[0]].mean(0)[0] < 5
    assert 10 <= found[0, 0] <= 10.7


def test_those_that_are_nearer_count_more() -> None:
    points = np.array([[0, 0], [0, 1], [0, 2], [20, 0], [20, 1], [20, 2], [20, 3]], np.float32)
    rows = np.arange(7)[None]
    near = np.array([[1, 1.01, 1.02, 9, 9, 9, 9]], np.float32)
    assert place(rows, near, points, 0)[0, 0] < 1
    assert place(rows, np.ones((1, 7), np.float32), points, 0)[0, 0] > 15


def test_copies_lie_beside_each_other_and_not_on_top() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(50, 2)).astype(np.float32)
    rows, distances = np.tile(np.arange(5), (2, 1)), np.ones((2, 5), np.float32)
    found = place(rows, distances, points, 3)
    assert 0 < np.linalg.norm(found[0] - found[1]) < 0.01
    assert found.tobytes() == place(rows, distances, points, 3).tobytes()
    assert found.tobytes() != place(rows, distances, points, 4).tobytes()


def digits() -> np.ndarray:
    from sklearn.datasets import load_digits

    return load_digits().data.astype(np.float32)[:1000]


def drawn(vectors: np.ndarray) -> np.ndarray:
    near = Space(vectors, Metric.EUCLIDEAN).own_nearest(15)
    centred = vectors - vectors.mean(0)
    start = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
    return umap(near.rows, -near.nearness, start, UmapSettings(), 0).points


def test_nearly_as_if_drawn_with_the_rest() -> None:
    """Of a tenth that was left out: the share of true neighbours that are neighbours on the map."""
    vectors = digits()
    new = np.random.default_rng(0).random(len(vectors)) < 0.1
    old = vectors[~new]
    near = Space(old, Metric.EUCLIDEAN).nearest(vectors[new], 15)

    def kept(placed: np.ndarray, points: np.ndarray) -> float:
        beside = Space(points, Metric.EUCLIDEAN).nearest(placed, 10).rows
        shares = [len({*a} & {*b}) / 10 for a, b in zip(beside, near.rows[:, :10], strict=True)]
        return float(np.mean(shares))

    together, points = drawn(vectors), drawn(old)
    ours = kept(place(near.rows, -near.nearness, points, 0), points)
    assert ours > kept(points[near.rows].mean(1), points) + 0.05
    assert ours > 0.85 * kept(together[new], together[~new])


@settings(deadline=None)
@given(st.integers(0, 8), st.integers(0, 8), st.integers(0, 14), st.booleans(), st.integers(0, 10**6))
def test_whatever_comes_in_points_come_out(old: int, new: int, k: int, same: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    points = np.ones((old, 2), np.float32) if same else rng.normal(size=(old, 2)).astype(np.float32)
    rows = rng.integers(-1, old, (new, k))
    distances = np.where(rows < 0, np.inf, rng.random(rows.shape) * (not same)).astype(np.float32)
    found = place(rows, distances, points, seed)
    assert found.shape == (new, 2)
    assert found.dtype == np.float32
    if old:
        slack = 1e-3 + 0.01 * float(points.std())
        assert (found >= points.min(0) - slack).all()
        assert (found <= points.max(0) + slack).all()


def test_without_neighbours_in_the_middle() -> None:
    points = np.array([[0, 0], [4, 2]], np.float32)
    found = place(np.full((1, 3), -1), np.full((1, 3), np.inf, np.float32), points, 0)
    assert found[0] == pytest.approx([2, 1], abs=0.01)
