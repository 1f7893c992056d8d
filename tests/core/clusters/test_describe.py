"""Medoids, middles and silhouettes beside nested loops."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import silhouette_score

from core.clusters import describe
from core.clusters.describe import distances, portray, silhouette, to_middle
from core.neighbours import Metric, Space

METRICS = [Metric.COSINE, Metric.EUCLIDEAN]


def apart(metric: Metric, one: np.ndarray, other: np.ndarray) -> float:
    if metric == Metric.EUCLIDEAN:
        return float(np.sqrt(((one - other) ** 2).sum()))
    return float(1 - one @ other / np.sqrt(one @ one) / np.sqrt(other @ other))


@pytest.fixture
def values() -> np.ndarray:
    return np.random.default_rng(0).standard_normal((40, 5))


@pytest.mark.parametrize("metric", METRICS)
def test_the_medoid_has_the_least_mean_distance(metric: Metric, values: np.ndarray) -> None:
    space = Space(values, metric)
    for rows in (np.arange(40), np.arange(3, 30, 2), np.array([4, 9]), np.array([7])):
        sums = {i: sum(apart(metric, values[i], values[j]) for j in rows) for i in rows}
        assert sums[portray(space, rows).medoid] == pytest.approx(min(sums.values()), abs=1e-5)


@pytest.mark.parametrize("metric", METRICS)
def test_of_large_clusters_only_the_middle_is_looked_at(
    metric: Metric, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = np.random.default_rng(1).standard_normal((300, 3)) + 2
    rows = np.arange(300)
    whole = portray(Space(cloud, metric), rows).medoid
    monkeypatch.setattr(describe, "MEDOIDS", 30)
    monkeypatch.setattr(describe, "BLOCK", 1000)
    assert portray(Space(cloud, metric), rows).medoid == whole


@pytest.mark.parametrize("metric", METRICS)
def test_the_nearest_and_the_furthest_from_the_middle(metric: Metric, values: np.ndarray) -> None:
    rows = np.arange(5, 25)
    space = Space(values, metric)
    ready = space.vectors.astype(float)
    far = np.array([apart(metric, ready[i], ready[rows].mean(0)) for i in rows])
    np.testing.assert_allclose(to_middle(space, rows), far, atol=1e-5)
    found = portray(space, rows)
    order = [row for row in rows[np.argsort(far)] if row != found.medoid]
    assert found.typical.tolist() == order[:3]
    assert found.edge.tolist() == order[::-1][:3]
    assert found.spread == pytest.approx(far.mean(), abs=1e-5)
    assert found.rows.tolist() == rows[np.argsort(far)].tolist()


def test_few_tracks_are_shown_once() -> None:
    found = portray(Space(np.eye(5), Metric.EUCLIDEAN), np.arange(5))
    assert sorted([found.medoid, *found.typical, *found.edge]) == [0, 1, 2, 3, 4]
    alone = portray(Space(np.eye(5)), np.array([2]))
    assert (alone.medoid, alone.typical.tolist(), alone.edge.tolist(), alone.spread) == (2, [], [], 0)


@pytest.mark.parametrize("metric", METRICS)
def test_silhouettes(metric: Metric, values: np.ndarray) -> None:
    labels, rows = np.arange(40) % 3, np.arange(40)
    between = distances(Space(values, metric), rows, rows)
    expected = silhouette_score(values, labels, metric=metric.value)
    assert silhouette(between, labels) == pytest.approx(expected, abs=1e-5)
    assert silhouette(between, np.zeros(40, int)) is None
    assert silhouette(between, rows) is None
    assert silhouette(between[:0, :0], labels[:0]) is None


def test_silence_is_near_nothing() -> None:
    space = Space(np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]))
    assert distances(space, np.arange(2), np.arange(3)).tolist() == [[0, 1, 1], [1, 0, 0]]
