"""Windows: which there are, and that they hold the right samples of the right file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.audio import decode
from core.embedding.spans import CHUNK_S, MOST_S, Chunk, Unheard, chunks, hear, window_starts
from tests.core.audio.sounds import RATE, SECONDS, signal, write

PATH = Path("take.wav")


@given(st.integers(1, 5000), st.integers(1, 400), st.integers(1, 500))
def test_windows_lie_in_the_track_and_little_is_left_out(total: int, window: int, hop: int) -> None:
    starts = window_starts(total, window, hop)
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    if total <= window:
        assert starts == [0]
        return
    assert starts[-1] + window <= total
    assert total - (starts[-1] + window) <= hop / 2
    steps = np.diff(starts)
    assert (steps[:-1] == hop).all()
    assert (steps <= hop).all()


@given(st.floats(0.01, 2000.0), st.sampled_from([8000, 16000]), st.floats(0.5, 30.0), st.floats(0.5, 30.0))
def test_chunks_are_the_windows_in_order(seconds: float, rate: int, window_s: float, hop_s: float) -> None:
    made = list(chunks(7, PATH, seconds, rate, window_s, hop_s))
    total, window = max(int(seconds * rate), 1), round(window_s * rate)
    assert [start for chunk in made for start in chunk.starts] == window_starts(
        total, window, max(round(hop_s * rate), 1)
    )
    assert [chunk.number for chunk in made] == list(range(len(made)))
    assert {chunk.of for chunk in made} == {len(made)}
    for chunk in made:
        assert chunk.length == min(window, total)
        last_s = (chunk.starts[-1] + chunk.length - chunk.starts[0]) / rate
        assert last_s <= max(CHUNK_S, window_s) + hop_s + 1


def test_windows_that_overlap_much_come_in_many_chunks() -> None:
    made = list(chunks(1, PATH, 3600.0, 16_000, 60.0, 0.1))
    assert max(len(chunk.starts) * 60.0 for chunk in made) <= MOST_S
    assert sum(len(chunk.starts) for chunk in made) == len(window_starts(3600, 60, 1)) * 10 - 9


def test_windows_are_slices_of_the_whole(tmp_path: Path) -> None:
    path = write(tmp_path, "pcm16.wav", signal())
    whole = decode(path, 16_000)
    for chunk in chunks(1, path, SECONDS, 16_000, 5.0, 2.5):
        heard = hear(chunk)
        assert isinstance(heard, np.ndarray)
        for start, window in zip(chunk.starts, heard, strict=True):
            np.testing.assert_allclose(window, whole[start : start + chunk.length], atol=1e-4)


def test_a_file_that_ends_early_gives_what_there_is(tmp_path: Path) -> None:
    path = write(tmp_path, "pcm16.wav", signal()[: 7 * RATE])
    heard = hear(Chunk(1, str(path), RATE, 0, 1, (0, 3 * RATE, 6 * RATE, 9 * RATE), 3 * RATE))
    assert isinstance(heard, np.ndarray)
    assert heard.shape == (2, 3 * RATE)
    assert np.abs(heard[1]).max() > 0.1


def test_what_cannot_be_heard_is_told(tmp_path: Path) -> None:
    gone = hear(Chunk(1, str(tmp_path / "gone.wav"), RATE, 0, 1, (0,), RATE))
    assert gone == Unheard("The file is not where it was.", gone=True)
    broken = tmp_path / "broken.flac"
    broken.write_bytes(b"fLaC" + bytes(200))
    told = hear(Chunk(1, str(broken), RATE, 0, 1, (0,), RATE))
    assert isinstance(told, Unheard)
    assert not told.gone
    short = write(tmp_path, "pcm24.wav", signal()[:RATE])
    beyond = hear(Chunk(1, str(short), RATE, 1, 2, (5 * RATE,), RATE))
    assert beyond == Unheard("There is no sound where there should be some.")
