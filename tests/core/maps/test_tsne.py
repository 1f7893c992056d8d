"""t-SNE: groups come apart, seeds are kept, somebody may watch, and it is as good as scikit-learn's."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core.embedding.components import components
from core.maps import affinities
from core.maps.forming import Layout, look_away
from core.maps.request import usable_perplexity
from core.maps.tsne import EXAGGERATED_STEPS, MOST_STEPS, TsneSettings, exaggeration, tsne
from core.neighbours import Metric, Space
from tests.core.maps.conftest import crowd
from tests.core.maps.test_affinities import slow, slow_divergence


def form(
    values: np.ndarray, perplexity: float = 10, seed: int = 0, workers: int = 1, watch=look_away
) -> Layout:
    near = Space(values, Metric.EUCLIDEAN).own_nearest(min(int(3 * perplexity), len(values) - 1))
    start = components(values.astype(np.float32), 2)(values.astype(np.float32))
    return tsne(near.rows, -near.nearness, start, TsneSettings(perplexity), seed, watch, workers)


def test_groups_come_apart() -> None:
    values, of = crowd(150)
    points = form(values, 30).points
    assert points.dtype == np.float32
    beside = Space(points, Metric.EUCLIDEAN).own_nearest(5).rows
    assert (of[beside] == of[:, None]).mean() > 0.99
    near, far = (
        np.median(
            [
                np.linalg.norm(points[i] - points[j])
                for i in range(150)
                for j in range(i)
                if same == (of[i] == of[j])
            ]
        )
        for same in (True, False)
    )
    assert far > 2 * near


def test_its_divergence_is_that_of_the_slow_sum() -> None:
    values, _ = crowd(120)
    layout = form(values)
    near = Space(values, Metric.EUCLIDEAN).own_nearest(30)
    joint = slow(near.rows, -near.nearness, 10)
    assert layout.figures["divergence"] == pytest.approx(slow_divergence(joint, layout.points), rel=0.01)
    assert layout.figures["perplexity"] == 10
    assert layout.figures["divergence"] < slow_divergence(joint, values[:, :2]) / 2


def test_the_same_seed_has_the_same_bits_with_any_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(affinities, "CHUNK", 500)
    values, _ = crowd(120)
    first = form(values).points.tobytes()
    assert form(values).points.tobytes() == first
    assert form(values, workers=4).points.tobytes() == first
    assert form(values, seed=1).points.tobytes() != first


def test_who_watches_sees_it_form_and_may_stop_it() -> None:
    seen = list[tuple[int, int, np.ndarray]]()

    def watch(done: int, total: int, points: Callable[[], np.ndarray]) -> bool:
        seen.append((done, total, points()))
        return done == 7

    layout = form(crowd()[0], watch=watch)
    assert (layout.steps, layout.stopped) == (7, True)
    assert [(done, total) for done, total, _ in seen] == [(i, MOST_STEPS) for i in range(1, 8)]
    assert seen[-1][2].tobytes() == layout.points.tobytes()
    assert seen[0][2].tobytes() != layout.points.tobytes()
    assert np.isfinite(layout.figures["divergence"])


def test_the_pull_is_let_down_to_what_it_is() -> None:
    factors = [exaggeration(step) for step in range(EXAGGERATED_STEPS + 2)]
    assert factors == sorted(factors, reverse=True)
    assert factors[0] > 1
    assert factors[EXAGGERATED_STEPS:] == [1, 1]


@pytest.mark.parametrize("n", range(8))
@pytest.mark.parametrize("same", [False, True])
def test_few_and_equal_rows_have_places(n: int, same: bool) -> None:
    values = np.ones((n, 4)) if same else np.random.default_rng(0).normal(size=(n, 4))
    k = max(n - 1, 0)
    near = Space(values, Metric.EUCLIDEAN).own_nearest(k)
    layout = tsne(near.rows, -near.nearness, np.zeros((n, 2), np.float32), TsneSettings(500), 0)
    assert layout.points.shape == (n, 2)
    assert np.isfinite(layout.points).all()
    assert len({point.tobytes() for point in layout.points}) == n
    assert layout.figures.get("perplexity", 1.01) <= max((n - 1) / 3, 1.01)


@pytest.mark.parametrize("n", [4, 5, 8, 20])
def test_a_map_of_few_stays_a_map(n: int) -> None:
    """No wider than their number allows; the pull holds it together."""
    layout = form(np.random.default_rng(n).standard_t(1, size=(n, 6)), (n - 1) / 3)
    assert 1 < np.ptp(layout.points, axis=0).max() < 100
    assert 0 <= layout.figures["divergence"] < 0.5


def test_copies_lie_together() -> None:
    values = np.repeat(np.random.default_rng(0).normal(size=(20, 5)), 5, axis=0)
    points = form(values, 5).points
    beside = Space(points, Metric.EUCLIDEAN).own_nearest(4).rows
    assert (beside // 5 == np.arange(100)[:, None] // 5).mean() > 0.95


def test_a_perplexity_that_few_points_can_have() -> None:
    assert [usable_perplexity(30, n) for n in (1000, 31, 4, 2)] == [30, 10, 1.01, 1.01]


def test_as_trustworthy_as_scikit_learns_and_as_near_to_the_truth() -> None:
    from sklearn.datasets import load_digits
    from sklearn.manifold import TSNE, trustworthiness

    values = load_digits().data[:300].astype(np.float32)
    theirs = TSNE(perplexity=15, init="pca", method="exact", max_iter=400, random_state=0).fit_transform(
        values
    )
    layout = form(values, 15)
    trust = [trustworthiness(values, points, n_neighbors=10) for points in (layout.points, theirs)]
    assert trust[0] > max(trust[1] - 0.01, 0.96)
    near = Space(values, Metric.EUCLIDEAN).own_nearest(45)
    assert layout.figures["divergence"] < 1.03 * slow_divergence(slow(near.rows, -near.nearness, 15), theirs)
