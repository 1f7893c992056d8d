"""Movers against nested loops, and where it is known who moved."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Interrupted
from core.maps.movers import movers
from core.neighbours import Metric, Space
from core.progress import Step, Stop


def near(space: Space, row: int, k: int) -> list[int]:
    values = space.vectors.astype(np.float64)
    others = [other for other in range(len(values)) if other != row]
    return sorted(others, key=lambda other: (float(((values[row] - values[other]) ** 2).sum()), other))[:k]


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 40), st.integers(1, 12), st.integers(0, 50), st.integers(0, 10**6))
def test_as_by_hand(n: int, k: int, most: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    before, after = (
        Space(rng.integers(-9, 10, (n, dimension)).astype(np.float32), Metric.EUCLIDEAN)
        for dimension in (4, 6)
    )
    found = movers(before, after, k, most=most, seed=0)
    k = min(k, n - 1)
    were, are = ([near(space, row, k) for row in range(n)] for space in (before, after))
    overlap = [len(set(were[row]) & set(are[row])) / k for row in range(n)]
    assert found.k == k
    np.testing.assert_allclose(found.overlap, overlap)
    assert found.order.tolist() == sorted(range(n), key=lambda row: (overlap[row], row))
    assert [mover.row for mover in found.biggest] == found.order[:most].tolist()
    for mover in found.biggest:
        assert mover.overlap == pytest.approx(overlap[mover.row])
        assert mover.lost == [other for other in were[mover.row] if other not in are[mover.row]]
        assert mover.gained == [other for other in are[mover.row] if other not in were[mover.row]]
    assert found.mean.value == pytest.approx(np.mean(overlap))
    assert found.by_chance == k / (n - 1)


def test_who_goes_elsewhere_is_the_biggest_mover() -> None:
    """Three tracks change from one crowd to the other; turning the whole space is no move."""
    rng = np.random.default_rng(0)
    vectors = rng.standard_normal((200, 10)) + np.repeat([[9.0], [-9.0]], 100, 0)
    changed = vectors.copy()
    changed[[5, 60, 150]] *= -1
    turn = np.linalg.qr(rng.standard_normal((10, 10)))[0]
    found = movers(Space(vectors, Metric.EUCLIDEAN), Space(changed @ turn, Metric.EUCLIDEAN), 10, seed=0)
    assert set(found.order[:3].tolist()) == {5, 60, 150}
    assert found.overlap[found.order[2]] <= 0.2 < 0.5 < found.overlap[found.order[3]]
    assert found.biggest[0].row == 5
    assert set(found.biggest[0].lost) <= set(range(100))
    assert set(found.biggest[0].gained) <= {60, *range(100, 200)}


def test_nothing_moved() -> None:
    space = Space(np.random.default_rng(0).standard_normal((300, 20)))
    found = movers(space, space, seed=0)
    assert (found.overlap == 1).all()
    assert found.order.tolist() == list(range(300))
    assert found.biggest[0].lost == found.biggest[0].gained == []


def test_two_spaces_that_have_nothing_in_common_are_chance() -> None:
    rng = np.random.default_rng(0)
    found = movers(*(Space(rng.standard_normal((800, 20))) for _ in range(2)), 20, seed=0)
    assert found.mean.low < found.by_chance < found.mean.high


@pytest.mark.parametrize("n", range(2))
def test_nobody_to_lose(n: int) -> None:
    found = movers(Space(np.ones((n, 3))), Space(np.ones((n, 3))), seed=0)
    assert (found.k, found.mean, found.biggest) == (0, None, [])
    assert found.overlap.tolist() == [1.0] * n


def test_all_equal_before_and_after() -> None:
    found = movers(Space(np.ones((9, 3))), Space(np.ones((9, 5))), 3, seed=0)
    assert (found.overlap == 1).all()


def test_other_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="3 rows before, 4 after"):
        movers(Space(np.eye(3)), Space(np.eye(4)), seed=0)


def test_it_says_where_it_is_and_can_be_stopped() -> None:
    space = Space(np.random.default_rng(0).standard_normal((3000, 8)))
    steps = list[Step]()
    movers(space, space, seed=0, progress=steps.append)
    done = [step.done / step.total for step in steps]
    assert done == sorted(done)
    assert any(0 < part < 0.5 for part in done)
    assert done[-1] > 0.5
    with pytest.raises(Interrupted):
        movers(space, space, seed=0, should_stop=lambda: Stop.CANCEL)
