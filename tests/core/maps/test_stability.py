"""Stability against nested loops, and of drawings whose stability is known."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Interrupted
from core.maps.alignment import procrustes
from core.maps.stability import Stability, stability
from core.progress import Stop


def shown(n: int = 120) -> np.ndarray:
    return (np.random.default_rng(0).standard_normal((n, 2)) * [4, 2] + 3).astype(np.float32)


def turned(points: np.ndarray, seed: int, noise: float = 0.0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    angle = rng.uniform(0, 6)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.diag([1, -1])
    moved = points + noise * rng.standard_normal(points.shape)
    return (moved @ turn * rng.uniform(0.2, 5) + rng.uniform(-9, 9, 2)).astype(np.float32)


def of(points: np.ndarray, noise: float, seeds: list[int], k: int = 8) -> Stability | None:
    return stability(points, lambda seed: turned(points, seed, noise), seeds, k)


def near(points: np.ndarray, row: int, k: int) -> set[int]:
    others = [other for other in range(len(points)) if other != row]
    values = points.astype(np.float64)
    return set(sorted(others, key=lambda other: float(((values[row] - values[other]) ** 2).sum()))[:k])


def test_as_by_hand() -> None:
    points, seeds, k = shown(40), [3, 4, 5], 6
    found = of(points, 0.7, seeds, k)
    drawn = [procrustes(turned(points, seed, 0.7), points).points.astype(np.float64) for seed in seeds]
    middle = points.astype(np.float64).mean(0)
    radius = np.sqrt(np.mean([((point - middle) ** 2).sum() for point in points]))
    every = []
    for row in range(40):
        away = [((other[row] - points[row]) ** 2).sum() for other in drawn]
        kept = [len(near(points, row, k) & near(other, row, k)) / k for other in drawn]
        assert found.wander[row] == pytest.approx(np.sqrt(np.mean(away)) / radius, rel=1e-5)
        assert found.kept[row] == pytest.approx(np.mean(kept), rel=1e-5)
        every.append((away, kept))
    away, kept = (np.array(part) for part in zip(*every, strict=True))
    assert found.mean_wander == pytest.approx(np.sqrt(away.mean()) / radius, rel=1e-5)
    assert found.mean_kept == pytest.approx(kept.mean())
    for i, drawing in enumerate(found.drawings):
        assert drawing.seed == seeds[i]
        assert drawing.wander == pytest.approx(np.sqrt(away[:, i].mean()) / radius, rel=1e-5)
        assert drawing.kept == pytest.approx(kept[:, i].mean())
    assert found.kept_by_chance == k / 39


def test_a_map_that_only_lies_otherwise_is_stable() -> None:
    found = of(shown(), 0, [1, 2, 3])
    assert found.wander.max() < 1e-4
    assert found.mean_kept > 0.999


def test_the_more_it_wanders_the_less_is_kept() -> None:
    little, much = of(shown(), 0.1, [1, 2, 3]), of(shown(), 1.0, [1, 2, 3])
    assert 0 < little.mean_wander < 0.1 < much.mean_wander < 1
    assert 1 > little.mean_kept > much.mean_kept > much.kept_by_chance


def test_a_drawing_that_has_nothing_to_do_with_it_is_chance() -> None:
    points = shown(600)
    found = stability(points, lambda seed: np.random.default_rng(seed).permutation(points), [1, 2, 3], 10)
    assert found.mean_kept == pytest.approx(found.kept_by_chance, abs=0.01)
    assert found.mean_wander == pytest.approx(1, abs=0.05)


def test_the_one_that_wanders_is_found() -> None:
    points = shown()

    def draw(seed: int) -> np.ndarray:
        drawn = points.copy()
        drawn[17] += np.random.default_rng(seed).standard_normal(2) * 20
        return turned(drawn, seed)

    found = stability(points, draw, [1, 2, 3])
    assert found.wander.argmax() == 17
    assert found.kept.argmin() == 17


@pytest.mark.parametrize("n", [0, 1, 5])
def test_one_place_has_no_radius(n: int) -> None:
    assert stability(np.full((n, 2), 0.1, np.float32), lambda _: shown(n), [1]) is None


def test_nothing_drawn_says_nothing() -> None:
    assert stability(shown(), lambda _: shown(), []) is None


def test_two_and_three_points() -> None:
    for n in (2, 3):
        found = stability(shown(n), lambda _, n=n: shown(n), [1])
        assert (found.k, found.mean_kept, found.kept_by_chance) == (n - 1, 1, 1)
        assert found.mean_wander < 1e-5


def test_a_drawing_that_fell_into_one_place() -> None:
    found = stability(shown(), lambda _: np.zeros((120, 2), np.float32), [1])
    assert found.mean_wander == pytest.approx(1, abs=1e-5)


def test_it_can_be_stopped_between_drawings() -> None:
    drawn = list[int]()

    def draw(seed: int) -> np.ndarray:
        drawn.append(seed)
        return shown()

    with pytest.raises(Interrupted):
        stability(shown(), draw, [1, 2, 3], should_stop=lambda: Stop.CANCEL if len(drawn) == 2 else None)
    assert drawn == [1, 2]
