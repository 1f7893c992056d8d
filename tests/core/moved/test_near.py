"""Neighbours kept, against counting by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.moved.job import others_of
from core.moved.near import biggest_first, compare, nearest_of_each, share_kept
from core.moved.read import most_of
from core.neighbours import NONE, Metric, Space


def slowly_nearest(vectors: np.ndarray, row: int, k: int, groups: np.ndarray | None) -> list[int]:
    """By sorting all others; of equals the lower row first."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    others = [
        other
        for other in range(len(vectors))
        if other != row and not (groups is not None and groups[row] >= 0 and groups[row] == groups[other])
    ]
    return sorted(others, key=lambda other: (-float(unit[row] @ unit[other]), other))[:k]


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 40), st.integers(1, 12), st.booleans(), st.integers(0, 10**6))
def test_neighbours_kept_are_those_that_a_slow_count_finds(n: int, k: int, apart: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    before, after = rng.standard_normal((n, 6)), rng.standard_normal((n, 9))
    after[:, :6] += before
    groups = rng.integers(-1, 4, n) if apart else None
    found = compare(Space(before), Space(after), k, groups)
    assert found.k == min(k, n - 1)
    for row in range(n):
        was, is_ = (slowly_nearest(values, row, found.k, groups) for values in (before, after))
        assert [id_ for id_ in found.was[row].tolist() if id_ != NONE] == was
        assert [id_ for id_ in found.is_[row].tolist() if id_ != NONE] == is_
        if was:
            kept = len(set(was) & set(is_)) / len(was)
            assert found.share[row] == pytest.approx(kept)
        else:
            assert np.isnan(found.share[row])


def test_the_same_space_keeps_all_and_nobody_is_alone_by_distance() -> None:
    rng = np.random.default_rng(1)
    values = rng.standard_normal((30, 4))
    found = compare(Space(values), Space(2 * values), 5)
    assert (found.share == 1).all()
    assert (found.wide_share == 1).all()


def test_of_tracks_that_kept_equally_many_those_with_less_around_them_come_first() -> None:
    share = np.array([0.5, 0.0, 0.0, np.nan, 0.0], np.float32)
    wide = np.array([0.1, 0.4, 0.2, np.nan, 0.4], np.float32)
    assert biggest_first(share, wide).tolist() == [2, 1, 4, 0]


def test_a_place_that_is_empty_is_no_neighbour_that_stayed() -> None:
    was = np.array([[1, NONE, NONE], [2, 0, NONE]])
    is_ = np.array([[2, NONE, NONE], [0, 2, NONE]])
    assert share_kept(was, is_).tolist() == [0.0, 1.0]


def test_equal_distances_go_to_the_lower_row_with_and_without_groups() -> None:
    values = np.tile(np.array([[1.0, 0.0]]), (6, 1))
    groups = np.full(6, -1)
    plain = nearest_of_each(Space(values), 3)
    assert plain.tolist() == nearest_of_each(Space(values), 3, groups).tolist()
    assert plain[2].tolist() == [0, 1, 3]


def test_euclidean_spaces_are_compared_as_they_are() -> None:
    line = np.array([[0.0], [1.0], [2.1], [3.3]])
    groups = np.array([0, 0, 1, 1])
    found = nearest_of_each(Space(line, Metric.EUCLIDEAN), 2, groups)
    assert found.tolist() == [[2, 3], [2, 3], [1, 0], [1, 0]]


def test_who_could_be_a_neighbour_at_all() -> None:
    assert others_of(5, None).tolist() == [4] * 5
    assert others_of(5, np.array([0, 0, 1, -1, -1])).tolist() == [3, 3, 4, 4, 4]


def test_the_value_of_most_neighbours_and_of_equals_that_of_the_nearest() -> None:
    values = {1: "reel", 2: "jig", 3: "jig", 4: "reel"}
    assert most_of([1, 2, 3, 9], values) == ("jig", 2)
    assert most_of([4, 2, 3, 1], values) == ("reel", 2)
    assert most_of([9], values) == ("", 0)
