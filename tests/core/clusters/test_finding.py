"""k-means and HDBSCAN beside scikit-learn's own, and how they are stopped."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scipy.sparse.csgraph import minimum_spanning_tree
from sklearn.cluster import HDBSCAN, KMeans
from sklearn.metrics import adjusted_rand_score

from core.clusters import density, kmeans
from core.clusters.describe import distances, silhouette
from core.clusters.kmeans import Partition
from core.embedding.components import components
from core.errors import Interrupted
from core.neighbours import Metric, Space
from core.progress import Progress, ShouldStop, ignore, never


def groups(sizes: tuple[int, ...], dimension: int = 6, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Round groups far from each other, mixed; and which is which."""
    rng = np.random.default_rng(seed)
    truth = rng.permutation(np.repeat(np.arange(len(sizes)), sizes))
    middles = 20 * rng.standard_normal((len(sizes), dimension))
    return (middles[truth] + rng.standard_normal((len(truth), dimension))).astype(np.float32), truth


def split(
    values: np.ndarray,
    k: int | None,
    seed: int = 0,
    *,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> Partition:
    rows = np.arange(len(values))
    between = distances(Space(values, Metric.EUCLIDEAN), rows, rows)
    judge: Callable[[np.ndarray], float | None] = lambda labels: silhouette(between, labels)  # noqa: E731
    return kmeans.split(values, k, seed, judge, rows, progress=progress, should_stop=should_stop)


def condense(values: np.ndarray, smallest: int, should_stop: ShouldStop = never) -> np.ndarray:
    return density.condense(values, smallest, progress=ignore, should_stop=should_stop)


def test_the_number_of_groups_is_found() -> None:
    values, truth = groups((40, 30, 20, 50))
    found = split(values, None)
    assert adjusted_rand_score(found.labels, truth) == 1
    assert [number for number, _ in found.tried] == list(range(2, 13))
    assert max(found.tried, key=lambda one: one[1])[0] == 4


def test_what_takes_many_sittings_is_as_tight_as_what_takes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(3).random((600, 4)).astype(np.float32)
    whole = split(values, 7)
    monkeypatch.setattr(kmeans, "AT_ONCE", 600 * 4 * 7 * 2)
    pieces = split(values, 7)
    np.testing.assert_array_equal(whole.labels, pieces.labels)
    assert whole.stability == pytest.approx(pieces.stability)
    middles = np.stack([values[whole.labels == i].mean(0) for i in range(7)])
    again = KMeans(7, init=middles, n_init=1).fit(values)
    assert adjusted_rand_score(whole.labels, again.labels_) == 1


def test_stability_tells_groups_from_a_cloud() -> None:
    values, _ = groups((30, 30, 30))
    assert split(values, 3).stability == 1
    cloud = split(np.random.default_rng(0).random((300, 5)).astype(np.float32), 6).stability
    assert cloud is not None
    assert cloud < 0.9


@pytest.mark.parametrize("method", ["kmeans", "hdbscan"])
def test_the_same_question_has_the_same_answer(method: str) -> None:
    values = np.random.default_rng(1).random((400, 8)).astype(np.float32)

    def once() -> bytes:
        return (split(values, None, 5).labels if method == "kmeans" else condense(values, 4)).tobytes()

    assert once() == once()


def test_equal_tracks_are_never_torn_apart() -> None:
    values = np.repeat(np.eye(3, dtype=np.float32), 5, axis=0)
    found = split(values, 8).labels
    assert len(set(found)) == 3
    assert adjusted_rand_score(found, np.repeat(np.arange(3), 5)) == 1
    assert adjusted_rand_score(condense(values, 3), np.repeat(np.arange(3), 5)) == 1


@pytest.mark.parametrize(("n", "dimension", "smallest"), [(300, 20, 8), (60, 5, 2), (200, 4, 5), (500, 6, 6)])
def test_density_as_scikit_learn_sees_it(n: int, dimension: int, smallest: int) -> None:
    """Many edges are equally long, and which comes first can matter, also between two orders of the rows for
    scikit-learn. With these it does not.
    """
    rng = np.random.default_rng(n)
    values = np.concatenate(
        [
            rng.standard_normal((n // 2, dimension)),
            4 + 0.5 * rng.standard_normal((n // 3, dimension)),
            9 * rng.random((n - n // 2 - n // 3, dimension)),
        ]
    ).astype(np.float32)
    theirs = HDBSCAN(min_cluster_size=smallest, min_samples=min(smallest, density.SAMPLES), copy=True)
    expected = theirs.fit(values.astype(np.float64)).labels_
    assert expected.max() > 0
    ours = condense(values, smallest)
    assert adjusted_rand_score(ours, expected) == 1
    np.testing.assert_array_equal(ours < 0, expected < 0)


def test_the_tree_is_the_shortest_there_is() -> None:
    values = np.random.default_rng(0).random((150, 4)).astype(np.float32)
    far = np.sqrt(((values[:, None] - values) ** 2).sum(-1, dtype=np.float64))
    reach = np.sort(far, axis=1)[:, density.SAMPLES - 1]
    mutual = np.maximum(far, np.maximum(reach[:, None], reach))
    np.fill_diagonal(mutual, 0)
    _, weights = density._tree(values, (reach**2).astype(np.float32), ignore, never)
    np.testing.assert_allclose(np.sort(weights), np.sort(minimum_spanning_tree(mutual).data), rtol=1e-4)


def test_components_keep_distances_and_say_how_much() -> None:
    rng = np.random.default_rng(0)
    flat = rng.standard_normal((200, 10)) @ rng.standard_normal((10, 80))
    values = (5 + flat).astype(np.float32)
    main = components(values, 50)
    less = main(values)
    assert less.shape == (200, 50)
    assert sum(main.explained) == pytest.approx(1)
    rows = np.arange(200)
    before, after = (distances(Space(v, Metric.EUCLIDEAN), rows, rows) for v in (values, less))
    np.testing.assert_allclose(before, after, atol=1e-2)
    assert sum(components(rng.random((300, 100)).astype(np.float32), 50).explained) < 0.9


@pytest.mark.parametrize("moment", range(0, 26, 3))
def test_it_stops_whenever_it_is_asked(moment: int) -> None:
    asked = 0

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > moment

    values, _ = groups((60, 60), 3)
    with pytest.raises(Interrupted):
        split(values, None, should_stop=should_stop)  # type: ignore[arg-type]
    assert asked == moment + 1
    if moment < 3:  # it asks less often, as it takes less long
        asked = 0
        with pytest.raises(Interrupted):
            condense(values, 5, should_stop)  # type: ignore[arg-type]
        assert asked == moment + 1
