"""UMAP against its definitions in plain loops, against umap-learn where that is there, and at its edges."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from core.maps.forming import Points
from core.maps.umap import EXTENT, UmapSettings, _Springs, push, umap
from core.maps.umap_graph import curve, graph, memberships
from core.neighbours import Metric, Space

A, B = 1.5769, 0.8951
SHORT = UmapSettings(epochs=20)


def near(vectors: np.ndarray, k: int = 15) -> tuple[np.ndarray, np.ndarray]:
    found = Space(vectors, Metric.EUCLIDEAN).own_nearest(k)
    return found.rows, -found.nearness


def main_plane(vectors: np.ndarray) -> Points:
    centred = vectors - vectors.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    return (centred @ axes[:2].T).astype(np.float32)


def groups(n: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Five families of three groups in 20 dimensions, and which group each row is of."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(0, 3, (5, 1, 20)) + rng.normal(0, 1.5, (5, 3, 20))
    group = rng.integers(0, 15, n)
    return centres.reshape(15, 20)[group] + rng.normal(0, 0.6, (n, 20)), group


def test_the_curve_is_the_published_one() -> None:
    assert curve(0.1) == pytest.approx((1.577, 0.895), abs=1e-3)
    assert curve(0.001) == pytest.approx((1.929, 0.7915), abs=1e-3)


@pytest.mark.parametrize("min_dist", [0.0, 0.1, 0.5, 0.99, 1.0])
def test_the_curve_fits_best(min_dist: float) -> None:
    from scipy.optimize import curve_fit

    distances = np.linspace(0, 3, 300)
    wanted = np.where(distances < min_dist, 1, np.exp(min_dist - distances))
    expected, _ = curve_fit(lambda d, a, b: 1 / (1 + a * d ** (2 * b)), distances, wanted)
    assert curve(min_dist) == pytest.approx(expected, rel=1e-4)


def slow_memberships(distances: list[float]) -> list[float]:
    nearest = min(d for d in distances if d > 0)
    low, high = 0.0, 1e6
    for _ in range(200):
        width = (low + high) / 2
        total = sum(math.exp(-max(d - nearest, 0) / width) for d in distances)
        low, high = (low, width) if total > math.log2(len(distances) + 1) else (width, high)
    return [math.exp(-max(d - nearest, 0) / width) for d in distances]


def test_the_graph_is_what_its_definition_says() -> None:
    vectors, _ = groups(120)
    vectors[7] = vectors[8]
    rows, distances = near(vectors, 10)
    distances[distances < 1e-2] = 0
    one_way = np.zeros((120, 120))
    for row in range(120):
        one_way[row, rows[row]] = slow_memberships(distances[row].tolist())
    expected = [
        [one_way[i, j] + one_way[j, i] - one_way[i, j] * one_way[j, i] for j in range(120)]
        for i in range(120)
    ]
    found = graph(rows, memberships(rows, distances)).toarray()
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_a_row_with_fewer_neighbours_is_weighed_by_those_it_has() -> None:
    rows = np.array([[1, 2, 3, -1, -1], [0, 2, 3, 4, 5]])
    distances = np.array([[1.0, 2.0, 2.5, np.inf, np.inf], [1.0, 1.5, 2.0, 4.0, 4.5]], np.float32)
    found = memberships(rows, distances)
    np.testing.assert_allclose(found[0], [*slow_memberships([1.0, 2.0, 2.5]), 0, 0], atol=1e-5)
    np.testing.assert_allclose(found[1], slow_memberships(distances[1].tolist()), atol=1e-5)


def slow_push(points: Points, row: int) -> np.ndarray:
    """The mean of what all others do to one."""
    total = np.zeros(2)
    for other in range(len(points)):
        if other != row:
            away = (points[row] - points[other]).astype(np.float64)
            square = away @ away
            total += np.clip(2 * B / ((0.001 + square) * (1 + A * square**B)) * away, -4, 4)
    return total / (len(points) - 1)


def test_few_push_each_other_all() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(0, 1, (15, 2)).astype(np.float32)
    expected = [slow_push(points, row) for row in range(15)]
    np.testing.assert_allclose(push(points, A, B, rng), expected, rtol=1e-3, atol=1e-4)


def test_many_are_pushed_by_a_fair_sample() -> None:
    rng = np.random.default_rng(1)
    points = rng.normal(0, 2, (150, 2)).astype(np.float32)
    draws = np.stack([push(points, A, B, rng) for _ in range(800)])
    error = draws.std(0) / math.sqrt(len(draws))
    expected = np.stack([slow_push(points, row) for row in range(150)])
    assert (np.abs(draws.mean(0) - expected) < 5 * error + 1e-3).all()


def springs_of(weights: np.ndarray) -> _Springs:
    return _Springs(csr_array(weights.astype(np.float32)), A, B, 10_000)


def test_edges_pull_as_their_definition_says() -> None:
    rng = np.random.default_rng(2)
    weights = np.triu(rng.random((12, 12)) * (rng.random((12, 12)) < 0.5), 1)
    weights += weights.T
    points = rng.normal(0, 2, (12, 2)).astype(np.float32)
    expected = np.zeros((12, 2))
    for i, j in zip(*np.nonzero(weights), strict=True):
        towards = (points[j] - points[i]).astype(np.float64)
        square = towards @ towards
        often = 2 * weights[i, j] / weights.max()
        expected[i] += often * 2 * A * B * square ** (B - 1) / (1 + A * square**B) * towards
    np.testing.assert_allclose(springs_of(weights).pull(points), expected, rtol=1e-3, atol=1e-4)


def test_a_pull_brings_two_together_but_not_past_each_other() -> None:
    springs = springs_of(np.array([[0.0, 1.0], [1.0, 0.0]]))
    for gap in (1e-3, 0.1, 1.0, 10.0, 100.0):
        points = np.array([[0.0, 0.0], [gap, 0.0]], np.float32)
        forces = springs.pull(points)
        after = points + springs.give_way(forces, np.float32(1))
        assert 0 <= after[1, 0] - after[0, 0] < gap


def test_a_stiff_body_that_is_pushed_moves_as_one() -> None:
    rng = np.random.default_rng(3)
    springs = springs_of(1 - np.eye(30))
    springs.pull(rng.normal(0, 0.1, (30, 2)).astype(np.float32))
    wind = np.tile(np.array([[0.3, -0.2]], np.float32), (30, 1))
    np.testing.assert_allclose(springs.give_way(wind, np.float32(1)), wind, rtol=0.2)


def test_the_same_seed_gives_the_same_bits() -> None:
    vectors, _ = groups(300)
    rows, distances = near(vectors)
    start = main_plane(vectors)
    first, again, other = (umap(rows, distances, start, SHORT, seed).points for seed in (4, 4, 5))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_it_can_be_watched_and_stopped() -> None:
    vectors, _ = groups(200)
    rows, distances = near(vectors)
    seen: list[tuple[int, int]] = []
    frames: list[Points] = []

    def watch(done: int, total: int, points: object) -> bool:
        seen.append((done, total))
        frames.append(points())  # type: ignore[operator]
        return done == 7

    layout = umap(rows, distances, main_plane(vectors), SHORT, 0, watch)
    assert (layout.stopped, layout.steps) == (True, 7)
    assert [done for done, _ in seen if done] == list(range(1, 8))
    assert {total for _, total in seen} == {20}
    assert np.ptp(frames[0], axis=0).max() == pytest.approx(EXTENT, rel=0.01)
    np.testing.assert_array_equal(layout.points, frames[-1])
    assert not np.array_equal(frames[-1], frames[-2])
    early = umap(rows, distances, main_plane(vectors), SHORT, 0, lambda *_: True)
    assert (early.stopped, early.steps) == (True, 0)
    late = umap(rows, distances, main_plane(vectors), SHORT, 0, lambda done, *_: done == 20)
    assert (late.stopped, late.steps) == (False, 20)


def test_groups_come_apart_and_families_stay_together() -> None:
    vectors, group = groups(900)
    rows, distances = near(vectors)
    points = umap(rows, distances, main_plane(vectors), UmapSettings(), 0).points
    beside, _ = near(points, 10)
    assert (group[beside] == group[:, None]).mean() > 0.99
    assert agreement(vectors, points, group) > 0.5


def agreement(vectors: np.ndarray, points: Points, group: np.ndarray) -> float:
    """How far the distances between the middles of the groups are in the same order, from -1 to 1."""
    from scipy.spatial.distance import pdist
    from scipy.stats import spearmanr

    def gaps(values: np.ndarray) -> np.ndarray:
        return pdist(np.stack([values[group == one].mean(0) for one in np.unique(group)]))

    return float(spearmanr(gaps(vectors), gaps(points)).statistic)


@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("ignore")
def test_it_is_no_worse_than_umap_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    peer = pytest.importorskip("umap")
    monkeypatch.setattr("tqdm.tqdm.monitor_interval", 0)  # it would leave a thread running
    from sklearn.datasets import load_digits
    from sklearn.manifold import trustworthiness
    from umap.umap_ import fuzzy_simplicial_set

    digits = load_digits()
    vectors, start = digits.data, main_plane(digits.data)
    rows, distances = near(vectors, 14)
    own = np.arange(len(rows))[:, None]
    with_itself = np.hstack([own, rows]), np.hstack([np.zeros(own.shape, np.float32), distances])
    theirs, *_ = fuzzy_simplicial_set(
        vectors,
        15,
        np.random.RandomState(0),
        "euclidean",
        knn_indices=with_itself[0],
        knn_dists=with_itself[1],
    )
    assert abs(graph(rows, memberships(rows, distances)) - theirs).max() < 1e-4
    ours = umap(rows, distances, start, UmapSettings(), 0).points
    drawn = peer.UMAP(random_state=0, n_jobs=1, init=start, precomputed_knn=(*with_itself, None))
    other = drawn.fit_transform(vectors)
    trust, limit = (trustworthiness(vectors, points, n_neighbors=12) for points in (ours, other))
    assert trust > limit - 0.01
    assert agreement(vectors, ours, digits.target) > agreement(vectors, other, digits.target) - 0.1


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 30), st.integers(0, 20), st.sampled_from([0.0, 0.3, 1.0]), st.integers(0, 10**6))
def test_whatever_comes_in_points_come_out(n: int, k: int, odd: float, seed: int) -> None:
    """Copies of rows, rows without neighbours, more neighbours asked for than there are, no distances."""
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(n, 4))
    vectors[rng.random(n) < odd] = 0
    rows, distances = near(vectors, k) if n else (np.zeros((0, k), np.int64), np.zeros((0, k), np.float32))
    alone = rng.random(n) < odd / 2
    rows[alone], distances[alone] = -1, np.inf
    layout = umap(rows, distances, vectors[:, :2].astype(np.float32), SHORT, seed)
    assert layout.points.shape == (n, 2)
    assert layout.points.dtype == np.float32
    assert np.isfinite(layout.points).all()
    assert np.abs(layout.points).max(initial=0) < 100 * EXTENT


@pytest.mark.parametrize("n", [1, 2, 3, 40])
def test_copies_of_one_row_part_a_little(n: int) -> None:
    rows, distances = near(np.ones((n, 3)), 15)
    assert not distances[rows >= 0].any()
    points = umap(rows, distances, np.zeros((n, 2), np.float32), UmapSettings(), 0).points
    assert len(np.unique(points, axis=0)) == n
    assert np.ptp(points, axis=0).max() < 2 * EXTENT


def test_groups_without_any_link_keep_out_of_each_others_way() -> None:
    rng = np.random.default_rng(5)
    vectors = rng.normal(size=(60, 3)) + 1000 * (np.arange(60) % 2)[:, None]
    rows, distances = near(vectors, 8)
    start = rng.normal(size=(60, 2)).astype(np.float32)
    points = umap(rows, distances, start, UmapSettings(), 0).points
    beside, _ = near(points, 5)
    assert (beside % 2 == np.arange(60)[:, None] % 2).all()
