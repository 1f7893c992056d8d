"""The push of all points on each other, against the sum over all pairs."""

from __future__ import annotations

import numpy as np
import pytest

from core.maps.mesh import FEW, Mesh


def exact(points: np.ndarray) -> tuple[np.ndarray, float]:
    apart = points[:, None].astype(np.float64) - points[None]
    near = 1 / (1 + (apart**2).sum(2))
    return (apart * near[:, :, None] ** 2).sum(1), float(near.sum()) - len(points)


def cloud(n: int, span: float, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    places = np.concatenate([rng.normal(size=(n // 2, 2)) * 0.1, rng.uniform(-1, 1, (n - n // 2, 2))])
    return (places / np.ptp(places, axis=0).max() * span).astype(np.float32)


@pytest.mark.parametrize("n", [2, 5, FEW])
@pytest.mark.parametrize("span", [1e-6, 1.0, 160.0, 5000.0])
def test_few_are_counted_pair_by_pair(span: float, n: int) -> None:
    points = cloud(n, span)
    push, whole = Mesh().push(points)
    expected, sum_ = exact(points)
    np.testing.assert_allclose(push, expected, atol=1e-5 * np.abs(expected).max())
    assert whole == pytest.approx(sum_, rel=1e-4, abs=1e-4)


@pytest.mark.parametrize("n", [FEW + 1, 1000])
@pytest.mark.parametrize("span", [1.0, 7.0, 40.0, 160.0])
def test_as_the_sum_over_all_pairs(span: float, n: int) -> None:
    """At the spans that maps have, few hundredths of the strongest push are missed."""
    points = cloud(n, span)
    push, whole = Mesh().push(points)
    expected, sum_ = exact(points)
    strongest = np.abs(expected).max()
    assert np.abs(push - expected).max() < (0.05 if span < 100 else 0.2) * strongest
    assert np.sqrt(((push - expected) ** 2).mean()) < 0.04 * strongest
    assert whole == pytest.approx(sum_, rel=0.02 if span < 100 else 0.05)


@pytest.mark.parametrize("span", [1e-4, 1e-2])
def test_a_map_that_begins_is_pushed_apart(span: float) -> None:
    """Within one cell of the mesh the strength is rough, the direction is not."""
    points = cloud(700, span)
    push, whole = Mesh().push(points)
    expected, sum_ = exact(points)
    assert np.corrcoef(push.ravel(), expected.ravel())[0, 1] > 0.5
    assert np.abs(push - expected).max() < np.abs(expected).max()
    assert whole == pytest.approx(sum_, rel=1e-3)


@pytest.mark.parametrize("span", [900.0, 5000.0, 1e6])
def test_however_wide_a_map_is_nothing_runs_away(span: float) -> None:
    points = cloud(700, span)
    push, whole = Mesh().push(points)
    expected, sum_ = exact(points)
    assert np.abs(push).max() < 2 * np.abs(expected).max() + 0.1
    assert 0 < whole < 2 * sum_


def test_all_in_one_place_push_nobody() -> None:
    for n in (50, 500):
        push, whole = Mesh().push(np.full((n, 2), 3, np.float32))
        assert np.abs(push).max() < 1e-3
        assert whole == pytest.approx(n * (n - 1), rel=1e-3)


def test_a_mesh_that_was_used_before_and_more_workers() -> None:
    used = Mesh()
    for span in (30.0, 1.0, 200.0, 190.0):
        points = cloud(400, span)
        ours, fresh = used.push(points), Mesh().push(points)
        np.testing.assert_allclose(ours[0], fresh[0], atol=0.1 * np.abs(fresh[0]).max())
        assert ours[1] == pytest.approx(fresh[1], rel=0.02)
        assert Mesh(4).push(points)[0].tobytes() == fresh[0].tobytes()
