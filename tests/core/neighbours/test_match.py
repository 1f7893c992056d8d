"""Stretches that match, and what one track is made of, against the slowest way and what was planted."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.neighbours.match import Segment, _best_stretch, boundaries, novelty, segments, similarity

gains = arrays(
    np.float64, st.tuples(st.integers(1, 7), st.integers(1, 7)), elements=st.integers(-5, 5).map(float)
)


def slow_best(gain: np.ndarray) -> float:
    rows, columns = gain.shape
    return max(
        sum(gain[i + t, j + t] for t in range(length))
        for i in range(rows)
        for j in range(columns)
        for length in range(1, min(rows - i, columns - j) + 1)
    )


@given(gains)
def test_the_best_stretch_is_the_best(gain: np.ndarray) -> None:
    total, first, last, diagonal = _best_stretch(gain)
    assert total == slow_best(gain)
    assert total == sum(gain[i, i + diagonal] for i in range(first, last))


def tracks() -> tuple[np.ndarray, np.ndarray]:
    """Two tracks of noise; windows 5 to 12 of the first return as 20 to 27, 15 to 17 as 2 to 4."""
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((30, 40)) + 5, rng.standard_normal((35, 40)) + 5
    b[20:28] = a[5:13] + 0.1 * rng.standard_normal((8, 40))
    b[2:5] = a[15:18] + 0.1 * rng.standard_normal((3, 40))
    return a, b


def test_what_was_planted_is_found() -> None:
    a, b = tracks()
    alike = similarity(a, b, np.full(40, 5.0))
    first, second, *rest = segments(alike)
    assert (first.a, first.b, first.length) == (5, 20, 8)
    assert (second.a, second.b, second.length) == (15, 2, 3)
    assert first.similarity > 0.98
    assert all(segment.similarity < 0.6 for segment in rest)


def test_no_pair_is_in_two_stretches() -> None:
    alike = np.random.default_rng(1).random((40, 50)).astype(np.float32)
    pairs = [(s.a + t, s.b + t) for s in segments(alike) for t in range(s.length)]
    assert len(pairs) == len(set(pairs)) > 0


def test_nothing_alike_gives_nothing() -> None:
    assert segments(np.zeros((5, 6), np.float32)) == []
    assert segments(np.full((1, 1), 0.9, np.float32)) == []


def test_a_track_matches_its_own_repeat_and_not_itself() -> None:
    rng = np.random.default_rng(2)
    verse, bridge = rng.standard_normal((6, 30)), rng.standard_normal((5, 30))
    track = np.concatenate([verse, bridge, verse])
    alike = similarity(track, track, track.mean(0))
    best = segments(alike, same=True)[0]
    assert best == Segment(0, 11, 6, best.similarity)
    assert all(segment.b > segment.a for segment in segments(alike, same=True))


def test_parts_begin_where_they_begin() -> None:
    rng = np.random.default_rng(3)
    parts = [rng.standard_normal(30) for _ in range(3)]
    order = (0, 1, 0, 2)
    track = np.concatenate([parts[i] + 0.3 * rng.standard_normal((8, 30)) for i in order])
    alike = similarity(track, track, track.mean(0))
    assert boundaries(novelty(alike)) == [8, 16, 24]


def test_nothing_new_in_silence_or_in_a_moment() -> None:
    for windows in (0, 1, 2, 9):
        alike = similarity(np.ones((windows, 4)), np.ones((windows, 4)), np.ones(4))
        assert not novelty(alike).any()
        assert boundaries(novelty(alike)) == []
