"""The pull between neighbours, against nested loops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.maps import affinities
from core.maps.affinities import Pull, conditional
from core.neighbours import Metric, Space


def near(n: int, k: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    found = Space(np.random.default_rng(seed).normal(size=(n, 5)), Metric.EUCLIDEAN).own_nearest(k)
    return found.rows, -found.nearness


@pytest.mark.parametrize("perplexity", [2.0, 5.0, 25.0])
def test_every_row_reaches_its_perplexity(perplexity: float) -> None:
    distances = near(300, 90)[1].astype(np.float64) * np.geomspace(1e-3, 1e3, 300)[:, None]
    p = conditional(distances, perplexity)
    entropy = -(p * np.log(np.maximum(p, 1e-300))).sum(1)
    np.testing.assert_allclose(np.exp(entropy), perplexity, rtol=1e-3)
    np.testing.assert_allclose(p.sum(1), 1)
    assert (np.diff(p, axis=1) <= 1e-12).all()


def test_equal_distances_share_alike_and_missing_ones_have_nothing() -> None:
    p = conditional(np.array([[2.0, 2, 2, 2], [0, 0, 0, np.inf], [1, 2, np.inf, np.inf]]), 2.0)
    np.testing.assert_allclose(p[0], 0.25)
    np.testing.assert_allclose(p[1], [1 / 3, 1 / 3, 1 / 3, 0])
    assert p[2, 2:].tolist() == [0, 0]
    assert p[2].sum() == pytest.approx(1)


def slow(rows: np.ndarray, distances: np.ndarray, perplexity: float) -> np.ndarray:
    """The joint probabilities as a whole matrix."""
    n = len(rows)
    one_sided, p = np.zeros((n, n)), conditional(distances.astype(np.float64), perplexity)
    for i in range(n):
        for other, share in zip(rows[i], p[i], strict=True):
            if other >= 0:
                one_sided[i, other] = share
    return (one_sided + one_sided.T) / (one_sided + one_sided.T).sum()


def slow_forces(joint: np.ndarray, points: np.ndarray) -> np.ndarray:
    forces = np.zeros((len(points), 2))
    for i, here in enumerate(points.astype(np.float64)):
        for j, there in enumerate(points.astype(np.float64)):
            forces[i] += joint[i, j] * (here - there) / (1 + ((here - there) ** 2).sum())
    return forces


def slow_divergence(joint: np.ndarray, points: np.ndarray) -> float:
    values = points.astype(np.float64)
    q = 1 / (1 + ((values[:, None] - values[None]) ** 2).sum(2))
    np.fill_diagonal(q, 0)
    q /= q.sum()
    some = joint > 0
    return float((joint[some] * np.log(joint[some] / q[some])).sum())


@settings(deadline=None, max_examples=40)
@given(
    st.integers(4, 40), st.integers(1, 12), st.floats(1.1, 5), st.sampled_from([1e-4, 1, 300]), st.booleans()
)
def test_forces_and_divergence_as_by_hand(
    n: int, k: int, perplexity: float, span: float, some_are_missing: bool
) -> None:
    rows, distances = near(n, min(k, n - 1), seed=n * k)
    if some_are_missing:
        rows[:, -1], distances[:, -1] = -1, np.inf
        if rows.shape[1] == 1:
            rows[0], distances[0] = 1, 1.0
    points = (span * np.random.default_rng(k).normal(size=(n, 2))).astype(np.float32)
    pull, joint = Pull(rows, distances, perplexity), slow(rows, distances, perplexity)
    np.testing.assert_allclose(pull.forces(points), slow_forces(joint, points), rtol=1e-4, atol=1e-5 * span)
    values = points.astype(np.float64)
    whole = (1 / (1 + ((values[:, None] - values[None]) ** 2).sum(2))).sum() - n
    assert pull.divergence(points, whole) == pytest.approx(slow_divergence(joint, points), abs=1e-4)


def test_many_chunks_and_many_workers_have_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, distances = near(500, 30)
    points = np.random.default_rng(1).normal(size=(500, 2)).astype(np.float32)
    whole = Pull(rows, distances, 10.0).forces(points)
    monkeypatch.setattr(affinities, "CHUNK", 1000)
    for workers in (1, 2, 5):
        pull = Pull(rows, distances, 10.0, workers)
        assert len(pull._chunks) > 10
        assert pull.forces(points).tobytes() == whole.tobytes()
        pull.close()
