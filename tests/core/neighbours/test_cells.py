"""The index: what it finds is as near as it says, and a share of the true neighbours as great as it says."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Interrupted
from core.neighbours import Metric, Space
from core.neighbours.cells import ASKED, WANTED, build
from core.progress import Stop


def clouds(n: int = 4000, dimension: int = 24) -> np.ndarray:
    rng = np.random.default_rng(0)
    centres = rng.standard_normal((40, dimension)) * 2
    return (centres[rng.integers(0, 40, n)] + rng.standard_normal((n, dimension))).astype(np.float32)


@pytest.mark.parametrize("metric", list(Metric))
def test_it_finds_what_it_says(metric: Metric) -> None:
    vectors = clouds()
    exact, space = Space(vectors, metric), Space(vectors, metric)
    built = build(space)
    assert built is not None
    cells, order = built
    np.testing.assert_array_equal(space.vectors, exact.vectors[order])
    assert sorted(order) == list(range(len(vectors)))
    assert cells.recall > WANTED - 0.02
    rng = np.random.default_rng(1)
    everything, shares = np.ones(len(vectors), bool), []
    for row in rng.permutation(len(vectors))[:200]:
        found = cells.nearest(vectors[row], 10, everything)
        true = exact.nearest(vectors[row][None], 10)
        shares.append(len(set(order[found.rows[0]]) & set(true.rows[0])) / 10)
        np.testing.assert_allclose(
            found.nearness[0], exact.nearness(vectors[row])[order[found.rows[0]]], atol=1e-2
        )
        assert (np.diff(found.nearness[0]) <= 0).all()
    assert np.mean(shares) == pytest.approx(cells.recall, abs=0.02)


def test_it_is_the_same_twice_and_finds_only_what_may_be_found() -> None:
    vectors = clouds()
    (one, order), (two, again) = (build(Space(vectors)) for _ in range(2))  # type: ignore[misc]
    assert (one.opened, one.recall) == (two.opened, two.recall)
    np.testing.assert_array_equal(order, again)
    allowed = np.random.default_rng(2).random(len(vectors)) < 0.5
    assert allowed[one.nearest(vectors[3], 10, allowed).rows[0]].all()


def test_where_nothing_lies_together_no_index_helps_and_nothing_is_moved() -> None:
    vectors = np.random.default_rng(3).standard_normal((3000, 200)).astype(np.float32)
    space = Space(vectors, Metric.EUCLIDEAN)
    assert build(space) is None
    np.testing.assert_array_equal(space.vectors, vectors)


def test_a_building_can_be_stopped_and_leaves_all_as_it_was() -> None:
    vectors, asked = clouds(), 0

    def should_stop() -> Stop | None:
        nonlocal asked
        asked += 1
        return Stop.CANCEL if asked > 5 else None

    space = Space(vectors, Metric.EUCLIDEAN)
    with pytest.raises(Interrupted):
        build(space, should_stop=should_stop)
    np.testing.assert_array_equal(space.vectors, vectors)


def test_fewer_rows_than_would_ask() -> None:
    vectors = clouds(ASKED // 4)
    built = build(Space(vectors))
    assert built is None or built[0].nearest(vectors[0], 3, np.ones(len(vectors), bool)).rows.shape == (1, 3)


def test_equal_vectors_are_all_in_one_cell() -> None:
    built = build(Space(np.ones((400, 5))))
    assert built is not None
    cells, _ = built
    assert (cells.opened, cells.recall) == (1, 1.0)
    assert len(cells.nearest(np.ones(5), 7, np.ones(400, bool)).rows[0]) == 7
