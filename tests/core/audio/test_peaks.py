"""Pyramids: what is drawn is what is in the samples, at any scale; the cache keeps, checks and trims."""

from __future__ import annotations

import os
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.audio import peaks
from core.audio.peaks import BASE, FACTOR, Growing, bins_of
from core.errors import AudioProblem
from tests.core.audio.sounds import RATE, signal, write


def grown(
    samples: np.ndarray, pieces: list[int], rate_hz: int = RATE, expected: int | None = None
) -> Growing:
    """As a stream would: pieces of whole bins, the last of what is left."""
    growing = Growing(rate_hz, len(samples) if expected is None else expected)
    start = 0
    for size in [*(n * BASE for n in pieces), len(samples)]:
        piece = samples[start : start + size]
        if len(piece):
            growing.append(bins_of(piece), len(piece))
        start += size
    return growing


@settings(max_examples=40, deadline=None)
@given(
    frames=st.integers(1, 90_000),
    pieces=st.lists(st.integers(1, 60), max_size=6),
    expected=st.sampled_from([0, 1, 90_000]),
    seed=st.integers(0, 9),
)
def test_every_level_is_what_the_samples_say(frames, pieces, expected, seed):
    samples = np.random.default_rng(seed).uniform(-1, 1, frames).astype(np.float32)
    pyramid = grown(samples, pieces, expected=expected).pyramid
    assert pyramid.frames == frames
    for level, bins in enumerate(pyramid.levels):
        size = BASE * FACTOR**level
        assert len(bins) == -(-frames // size)
        for place in {0, len(bins) // 2, len(bins) - 1}:
            piece = samples[place * size : (place + 1) * size]
            assert bins[place, 0] == pytest.approx(piece.min() * 32767, abs=1)
            assert bins[place, 1] == pytest.approx(piece.max() * 32767, abs=1)
            if len(piece) == size:  # at the end, bins of fewer samples count as others do
                mean = np.sqrt(np.mean(piece.astype(np.float64) ** 2)) * 32767
                assert bins[place, 2] == pytest.approx(mean, abs=3)


@settings(max_examples=40, deadline=None)
@given(
    start=st.floats(-1, 13),
    length=st.floats(0.01, 14),
    width=st.integers(1, 700),
)
def test_columns_never_lose_a_peak_and_never_invent_one(start, length, width):
    samples = signal(RATE, 12, 1)[:, 0]
    pyramid = grown(samples, [100, 200]).pyramid
    columns = pyramid.columns(start, start + length, width)
    assert columns.shape == (width, 3)
    at = max(round(start * RATE), 0)
    seen = samples[at : max(round((start + length) * RATE), 0)]
    if len(seen):
        assert columns[:, 1].max() >= seen.max() - 1e-3
        assert columns[:, 0].min() <= seen.min() + 1e-3
    assert columns[:, 1].max() <= samples.max() + 1e-3
    assert columns[:, 0].min() >= samples.min() - 1e-3


def test_silence_before_and_behind_the_track_is_empty():
    pyramid = grown(np.ones(RATE, np.float32), []).pyramid
    columns = pyramid.columns(-1.0, 3.0, 400)
    assert not columns[:99].any()
    assert (columns[101:199, 1] > 0.99).all()
    assert not columns[202:].any()


def test_a_drawing_touches_a_few_bins_of_a_long_track():
    """Three hours: no more than FACTOR + 1 bins a column are looked at."""
    rng = np.random.default_rng(0)
    growing = Growing(44100, 0)
    for _ in range(3):
        bins = np.sort(rng.integers(-32000, 32000, (621_000, 3)).astype(np.int16), axis=1)
        growing.append(bins, len(bins) * BASE)
    pyramid = growing.pyramid
    assert pyramid.duration_s > 3 * 3600
    for length in (pyramid.duration_s, 600.0, 10.0, 1.0):
        _, size = pyramid._level_for(length * 44100 / 1000)
        assert length * 44100 / size <= max(1000 * FACTOR, 1000)
        assert pyramid.columns(100.0, 100.0 + length, 1000)[:900].any()


def test_not_a_number_and_too_loud_do_no_harm():
    bins = bins_of(np.array([np.nan, np.inf, -np.inf, 3.0, -3.0] * 100, np.float32))
    assert bins[0, 0] == -32767
    assert bins[0, 1] == 32767


@pytest.mark.parametrize("name", ["pcm16.wav", "pcm24.flac", "vorbis.ogg", "aac.m4a", "opus.webm"])
def test_a_file_is_streamed_kept_and_found(tmp_path, name):
    samples = signal(RATE, 3)
    path = write(tmp_path, name, samples)
    growing = None
    for rate_hz, expected, bins, frames in peaks.stream(path):
        growing = growing or Growing(rate_hz, expected)
        growing.append(bins, frames)
    assert growing is not None
    assert peaks.find(path) is None
    peaks.keep(growing.pyramid, peaks.place_of(path))
    found = peaks.find(path)
    assert found is not None
    assert found.duration_s == pytest.approx(3, abs=0.1)
    mono = samples.mean(axis=1)
    assert found.columns(0, 3, 50)[:, 1].max() == pytest.approx(mono.max(), abs=0.12)
    for ours, kept in zip(growing.pyramid.levels, found.levels, strict=True):
        np.testing.assert_array_equal(ours, kept)


def test_a_file_that_changes_has_no_pyramid_any_more(tmp_path):
    path = write(tmp_path, "pcm16.wav", signal(RATE, 1))
    peaks.keep(grown(signal(RATE, 1)[:, 0], []).pyramid, peaks.place_of(path))
    assert peaks.find(path) is not None
    os.utime(path, ns=(1, 1))
    assert peaks.find(path) is None
    path.unlink()
    assert peaks.find(path) is None


@pytest.mark.parametrize("damage", [b"", b"SNDPEAKS", b"x" * 400, None])
def test_a_damaged_pyramid_counts_as_none(tmp_path, damage):
    path = write(tmp_path, "pcm16.wav", signal(RATE, 1))
    place = peaks.place_of(path)
    peaks.keep(grown(signal(RATE, 1)[:, 0], []).pyramid, place)
    place.write_bytes(place.read_bytes()[:-2] if damage is None else damage)
    assert peaks.find(path) is None


def test_what_was_used_longest_ago_leaves_the_cache(tmp_path):
    pyramid = grown(signal(RATE, 5, 1)[:, 0], []).pyramid
    places = [tmp_path / "cache" / f"{name}.peaks" for name in "abc"]
    for age, place in enumerate(reversed(places)):
        peaks.keep(pyramid, place)
        os.utime(place, ns=(time.time_ns() - (10 + age) * 10**9,) * 2)
    newest = tmp_path / "cache" / "new.peaks"
    peaks.keep(pyramid, newest, limit_bytes=2 * places[0].stat().st_size + 100)
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == ["c.peaks", "new.peaks"]


def test_a_file_that_is_no_sound_says_so(tmp_path):
    path = tmp_path / "no.wav"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(AudioProblem):
        list(peaks.stream(path))
