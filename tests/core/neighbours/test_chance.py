"""The level of chance, beside what a slow loop over all pairs says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.neighbours.chance import DRAWS, SHARE, random_level
from core.neighbours.search import Metric, Space


def made(n: int, dimension: int = 6, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((n, dimension)).astype(np.float32)


def test_pairs_reach_what_all_pairs_reach() -> None:
    space = Space(made(80))
    alike = space.nearness_of(space.vectors)
    every = alike[np.triu_indices(80, 1)]
    level = random_level(space, np.arange(80))
    assert level is not None
    below = (every < level).mean()
    assert below == pytest.approx(SHARE, abs=4 * np.sqrt(SHARE * (1 - SHARE) / DRAWS))


def test_means_of_tracks_are_nearer_to_everything_than_tracks_are() -> None:
    values = made(200) + 1.0
    pairs, means = (random_level(Space(values), np.arange(200), plus) for plus in (1, 8))
    assert pairs is not None
    assert means is not None
    assert means > pairs
    less = random_level(Space(values), np.arange(200), 1, 1)
    assert less is not None
    assert less < pairs


def test_excerpts_of_one_track_are_no_random_pair() -> None:
    values = np.repeat(made(30), 20, axis=0)
    level = random_level(Space(values), np.repeat(np.arange(30), 20))
    assert level is not None
    assert level < 0.99


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 12), st.integers(1, 4), st.integers(0, 3), st.sampled_from(list(Metric)))
def test_too_few_have_no_chance_and_the_same_rows_the_same(
    n: int, plus: int, minus: int, metric: Metric
) -> None:
    space = Space(made(n), metric)
    level = random_level(space, np.arange(n), plus, minus)
    assert (level is None) == (n <= plus + minus)
    assert level == random_level(space, np.arange(n), plus, minus)
    if level is not None:
        assert level <= (1.0 + 1e-5 if metric == Metric.COSINE else 0.0)
