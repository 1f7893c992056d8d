"""From chunks to tracks: every window reaches its track, in order, whatever the batches are."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.crew import Died
from core.embedding.ahead import Ahead
from core.embedding.spans import Chunk, Unheard
from core.embedding.stream import embedded, finished

WINDOW = 8
Array = NDArray[np.float32]


def make(track: int, windows: list[int], length: int) -> list[tuple[Chunk, Array]]:
    """Chunks of so many windows; each window holds one value that tells where it belongs."""
    made, first = [], 0
    for number, count in enumerate(windows):
        values = 1000 * track + first + np.arange(count)
        chunk = Chunk(
            track, f"{track}.wav", 1, number, len(windows), tuple(range(first, first + count)), length
        )
        made.append((chunk, np.repeat(values[:, None], length, 1).astype(np.float32)))
        first += count
    return made


@given(
    st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=4), max_size=8),
    st.integers(1, 7),
    st.integers(0, 1000),
)
def test_every_window_reaches_its_track(tracks: list[list[int]], batch: int, seed: int) -> None:
    sizes = []

    def embed(samples: Array) -> Array:
        sizes.append(samples.shape)
        return samples[:, :1, None] * np.ones((1, 2, 3), np.float32)

    things = [item for i, windows in enumerate(tracks, 1) for item in make(i, windows, WINDOW)]
    random.Random(seed).shuffle(things)
    found = dict(finished(embedded(iter(things), embed, WINDOW, batch)))
    assert found.keys() == set(range(1, len(tracks) + 1))
    for i, windows in enumerate(tracks, 1):
        vectors = found[i]
        assert isinstance(vectors, np.ndarray)
        assert vectors.shape == (sum(windows), 2, 3)
        assert vectors[:, 0, 0].tolist() == [1000 * i + k for k in range(sum(windows))]
    assert {size for size, _ in sizes} <= {batch}


def test_short_tracks_go_alone_at_their_own_length() -> None:
    shapes = []

    def embed(samples: Array) -> Array:
        shapes.append(samples.shape)
        return samples[:, :1, None]

    things = [*make(1, [1], 3), *make(2, [3], WINDOW), *make(3, [1], 5)]
    assert [track for track, _ in finished(embedded(iter(things), embed, WINDOW, 4))] == [1, 3, 2]
    assert sorted(shapes) == [(1, 3), (1, 5), (4, WINDOW)]


def test_a_part_that_cannot_be_heard_spoils_its_track_alone() -> None:
    first, second, third = make(1, [2, 2], WINDOW), make(2, [1], WINDOW), make(3, [1], WINDOW)
    things = [
        first[0],
        (first[1][0], Unheard("Damaged.")),
        *second,
        (third[0][0], Died("the decoder crashed")),
    ]
    found = dict(finished(embedded(iter(things), lambda samples: samples[:, :1, None], WINDOW, 2)))
    assert found[1] == Unheard("Damaged.")
    assert found[3] == Unheard("Reading it failed: the decoder crashed.")
    assert isinstance(found[2], np.ndarray)


class TestAhead:
    def test_in_order_and_to_the_end(self) -> None:
        with Ahead(lambda over: iter(range(100)), 3) as ahead:
            assert list(ahead) == list(range(100))

    def test_an_error_arrives_where_the_results_are_used(self) -> None:
        def draw(over: Callable[[], bool]) -> Iterator[int]:
            yield 1
            raise ValueError("nothing more")

        with Ahead(draw, 3) as ahead, pytest.raises(ValueError, match="nothing more"):
            list(ahead)

    def test_it_runs_ahead_but_not_too_far_and_ends_when_nobody_listens(self) -> None:
        drawn: list[int] = []

        def draw(over: Callable[[], bool]) -> Iterator[int]:
            for i in range(10_000):
                drawn.append(i)
                yield i
                if over():
                    return

        with Ahead(draw, 4) as ahead:
            next(iter(ahead))
            deadline = time.monotonic() + 30
            while len(drawn) < 6 and time.monotonic() < deadline:
                time.sleep(0.01)
        assert 6 <= len(drawn) <= 8
