"""Purity and silhouettes against nested loops, against scikit-learn, and where the answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import silhouette_samples

from core.errors import Interrupted
from core.maps.separation import purity, silhouette
from core.neighbours import Metric, Space
from core.progress import Stop


def slow(
    space: Space, labels: np.ndarray, k: int, apart: np.ndarray, within: np.ndarray
) -> dict[int, tuple[float, float, float]]:
    """Row -> (purity, chance, the best there can be), for rows that have neighbours that count."""
    found = {}
    values = space.vectors.astype(np.float64)
    for row in range(len(labels)):
        others = [
            other
            for other in range(len(labels))
            if other != row
            and min(labels[row], labels[other], within[row], within[other]) >= 0
            and within[row] == within[other]
            and (apart[row] != apart[other] or apart[row] < 0)
        ]
        if not others:
            continue
        distance = {other: float(((values[row] - values[other]) ** 2).sum()) for other in others}
        near = sorted(others, key=lambda other: (distance[other], other))[:k]
        alike = [other for other in others if labels[other] == labels[row]]
        pure = sum(labels[other] == labels[row] for other in near) / len(near)
        found[row] = pure, len(alike) / len(others), min(len(alike), len(near)) / len(near)
    return found


@settings(deadline=None, max_examples=80)
@given(
    st.integers(0, 40),
    st.integers(1, 9),
    st.integers(1, 5),
    st.booleans(),
    st.booleans(),
    st.integers(0, 10**6),
)
def test_purity_as_by_hand(n: int, k: int, classes: int, is_apart: bool, is_within: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    space = Space(rng.integers(-9, 10, (n, 4)).astype(np.float32), Metric.EUCLIDEAN)
    labels, apart, within = (rng.integers(-1, classes, n) for _ in range(3))
    found = purity(
        space, labels, k, apart=apart if is_apart else None, within=within if is_within else None, seed=0
    )
    expected = slow(
        space, labels, k, apart if is_apart else np.full(n, -1), within if is_within else np.zeros(n, int)
    )
    if not expected:
        assert found.overall is None
        assert found.classes == {}
        return
    by = within if is_within else labels
    assert set(found.classes) == {int(by[row]) for row in expected}
    parts = [(found.overall, list(expected))]
    parts += [(share, [row for row in expected if by[row] == one]) for one, share in found.classes.items()]
    for share, rows in parts:
        figures = share.score.value, share.by_chance, share.at_best
        np.testing.assert_allclose(figures, np.mean([expected[row] for row in rows], 0), atol=1e-12)
        assert share.score.n == len(rows)


def crowd(n: int, classes: int, distance: float, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Vectors around as many centres as there are labels."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, classes, n)
    return rng.standard_normal((n, 12)) + distance * rng.standard_normal((classes, 12))[labels], labels


@pytest.mark.parametrize("metric", list(Metric))
def test_what_lies_apart_is_pure_and_what_is_dealt_out_is_chance(metric: Metric) -> None:
    vectors, labels = crowd(400, 4, 12)
    space = Space(vectors, metric)
    clear = purity(space, labels, seed=0).overall
    assert clear.score.value == 1
    held = 0
    for seed in range(20):
        dealt = purity(space, np.random.default_rng(seed).permutation(labels), seed=seed).overall
        assert dealt.by_chance == pytest.approx(0.25, abs=0.01)
        held += dealt.score.low <= dealt.by_chance <= dealt.score.high
    assert held >= 15


def test_artists_that_look_like_styles_are_seen_through() -> None:
    """Each style is nothing but its artists, who lie anywhere."""
    vectors, artists = crowd(600, 30, 5)
    styles, space = artists % 3, Space(vectors, Metric.EUCLIDEAN)
    naive = purity(space, styles, groups=artists, seed=0).overall
    honest = purity(space, styles, apart=artists, groups=artists, seed=0).overall
    inside = purity(space, artists, within=styles, groups=artists, seed=0)
    assert naive.score.value > 0.9
    assert honest.score.low <= honest.by_chance <= honest.score.high
    assert inside.overall.score.value > 0.9
    assert inside.overall.by_chance == pytest.approx(0.1, abs=0.02)
    assert set(inside.classes) == {0, 1, 2}


def test_the_interval_of_few_artists_is_wide() -> None:
    """Many tracks of few artists say little about other artists."""
    vectors, artists = crowd(600, 12, 2)
    space, styles = Space(vectors), artists % 2
    tracks = purity(space, styles, apart=artists, seed=0).overall
    people = purity(space, styles, apart=artists, groups=artists, seed=0).overall
    assert tracks.score.value == pytest.approx(people.score.value)
    widths = [(share.score.high or 0) - (share.score.low or 0) for share in (tracks, people)]
    assert 0 < 2 * widths[0] < widths[1]


def test_a_class_of_one_has_nobody_to_find() -> None:
    space = Space(np.random.default_rng(0).standard_normal((5, 3)))
    alone = purity(space, np.array([0, 0, 0, 0, 1]), 2, seed=0).classes[1]
    assert (alone.score.value, alone.score.low, alone.score.n) == (0, None, 1)
    assert (alone.by_chance, alone.at_best) == (0, 0)


def test_one_class_is_pure_by_chance() -> None:
    found = purity(Space(np.ones((6, 3))), np.zeros(6, np.int64), seed=0).overall
    assert (found.score.value, found.by_chance, found.at_best) == (1, 1, 1)


@pytest.mark.parametrize("n", range(3))
def test_hardly_anybody(n: int) -> None:
    space, labels = Space(np.ones((n, 3))), np.zeros(n, np.int64)
    assert (purity(space, labels, seed=0).overall is None) == (n < 2)
    assert silhouette(space, labels, seed=0) is None


def test_a_sample_asks_but_all_answer() -> None:
    vectors, labels = crowd(1500, 5, 1)
    for metric in Metric:
        space = Space(vectors, metric)
        whole, part = (purity(space, labels, seed=3, at_most=size).overall for size in (1500, 500))
        assert (whole.score.n, part.score.n) == (1500, 500)
        assert part.score.low < whole.score.value < part.score.high
        pair = [silhouette(space, labels, seed=3, at_most=size) for size in (1500, 500)]
        asked = ~np.isnan(pair[1].values)
        assert asked.sum() == pair[1].overall.n == (1500 if metric == Metric.COSINE else 500)
        np.testing.assert_array_equal(pair[1].values[asked], pair[0].values[asked])


@settings(deadline=None, max_examples=40)
@given(
    st.integers(4, 60),
    st.integers(2, 5),
    st.sampled_from([2, 12]),
    st.sampled_from(list(Metric)),
    st.integers(0, 10**6),
)
def test_silhouettes_as_in_scikit_learn(
    n: int, classes: int, dimension: int, metric: Metric, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    vectors = rng.standard_normal((n, dimension))
    labels = rng.integers(-1, classes, n)
    labels[:3] = 0, 0, 1
    vectors[3] = vectors[0]
    there = labels >= 0
    found = silhouette(Space(vectors, metric), labels, seed=0)
    assert np.isnan(found.values[~there]).all()
    expected = silhouette_samples(vectors[there], labels[there], metric=metric)
    np.testing.assert_allclose(found.values[there], expected, atol=1e-6)
    assert found.overall.value == pytest.approx(expected.mean(), abs=1e-6)
    for one, score in found.classes.items():
        assert score.value == pytest.approx(expected[labels[there] == one].mean(), abs=1e-6)


def slow_silhouette(values: np.ndarray, labels: np.ndarray, metric: Metric, row: int) -> float:
    def distance(other: int) -> float:
        if metric == Metric.EUCLIDEAN:
            return float(np.linalg.norm(values[row] - values[other]))
        lengths = np.linalg.norm(values[row]) * np.linalg.norm(values[other])
        return 1 - float(values[row] @ values[other]) / lengths if lengths else 1.0

    means = {}
    for one in set(labels.tolist()) - {-1}:
        others = [other for other in range(len(labels)) if labels[other] == one and other != row]
        if others:
            means[one] = sum(map(distance, others)) / len(others)
    inside = means.pop(int(labels[row]), None)
    if inside is None:
        return 0.0
    outside = min(means.values())
    return (outside - inside) / max(inside, outside) if max(inside, outside) > 1e-9 else 0.0


@pytest.mark.parametrize("metric", list(Metric))
def test_silhouettes_as_by_hand(metric: Metric) -> None:
    """With a zero vector, a class of one, and rows without a label."""
    rng = np.random.default_rng(0)
    vectors, labels = rng.standard_normal((30, 6)), rng.integers(-1, 3, 30)
    vectors[:2], labels[:3] = 0, [0, 1, 9]
    found = silhouette(Space(vectors, metric), labels, seed=0)
    for row in np.flatnonzero(labels >= 0):
        assert found.values[row] == pytest.approx(slow_silhouette(vectors, labels, metric, row), abs=1e-6)
    assert found.values[2] == 0
    assert (found.classes[9].low, found.classes[9].n) == (None, 1)


@pytest.mark.parametrize("metric", list(Metric))
@pytest.mark.parametrize(("n", "dimension"), [(8, 5), (3, 2), (101, 40), (1200, 7)])
def test_where_all_are_equal_nothing_lies_apart(metric: Metric, n: int, dimension: int) -> None:
    same = np.tile(np.random.default_rng(n).standard_normal(dimension), (n, 1))
    found = silhouette(Space(same, metric), np.arange(n) % 2, seed=0)
    assert (found.values == 0).all()


def test_it_can_be_stopped() -> None:
    vectors, labels = crowd(1500, 3, 1)
    for metric in Metric:
        for measure in (purity, silhouette):
            asked = 0

            def soon() -> Stop | None:
                nonlocal asked
                asked += 1
                return Stop.CANCEL if asked == 3 else None

            with pytest.raises(Interrupted):
                measure(Space(vectors, metric), labels, seed=0, should_stop=soon)
            assert asked == 3
