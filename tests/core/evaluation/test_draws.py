"""Draws told as counts are the draws that the intervals make, however many are held at once."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Interrupted
from core.evaluation.draws import BLOCK, Draws, draw, ends, numbered
from core.progress import Stop, never


def counts(draws: Draws, at_once: int = BLOCK) -> np.ndarray:
    return np.concatenate(list(draws.counts(at_once)), axis=1)


def test_how_often_each_group_is_drawn() -> None:
    draws = Draws(np.arange(9), 3, 40)
    found = counts(draws)
    assert found.shape == (9, 41)
    assert (found[:, 0] == 1).all()
    drawn = next(draw(9, 40, 3, never))
    for row, column in zip(drawn, found.T[1:], strict=True):
        assert list(column) == [list(row).count(group) for group in range(9)]


def test_the_draws_do_not_depend_on_how_many_are_held() -> None:
    draws = Draws(numbered(np.array([4, -1, 4, 7, -1, 9]), 6), 1, 50)
    assert draws.groups == 5
    whole = counts(draws)
    for at_once in (1, 7, 60, 10**6):
        np.testing.assert_array_equal(counts(draws, at_once), whole)


def test_of_one_group_there_is_but_the_part_itself() -> None:
    assert counts(Draws(np.zeros(5, np.int64), 0)).tolist() == [[1.0]]


def test_swaps_are_a_fair_coin_for_each_group() -> None:
    found = np.concatenate(list(Draws(np.arange(500), 0, 2000).swaps()), axis=1)
    assert found.shape == (500, 2000)
    assert set(np.unique(found)) == {0.0, 1.0}
    # Half a million coins stray by less than five deviations, and no group leans.
    assert abs(found.mean() - 0.5) < 5 * 0.5 / 1000
    assert abs(found.mean(1) - 0.5).max() < 5 * 0.5 / 2000**0.5


def test_ends_say_nothing_where_nothing_differs() -> None:
    assert ends(np.array([]), 0.95) == (None, None)
    assert ends(np.array([np.nan, np.nan]), 0.95) == (None, None)
    assert ends(np.array([0.3, 0.1 + 0.2, np.nan]), 0.95) == (None, None)
    assert ends(np.array([np.nan, *np.arange(101)]), 0.9) == pytest.approx((5.0, 95.0))


def test_they_can_be_stopped() -> None:
    draws = Draws(np.arange(100), 0, should_stop=lambda: Stop.CANCEL)
    with pytest.raises(Interrupted):
        counts(draws)
    with pytest.raises(Interrupted):
        next(draws.swaps())
