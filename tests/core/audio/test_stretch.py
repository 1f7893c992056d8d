"""Speed and pitch on their own: right lengths and tones, sharp attacks, not a bit changed at 1 and 0."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.audio.limiter import Limiter
from core.audio.onsets import Onsets
from core.audio.stretch import Stretch

RATE = 44100


def tones(seconds: float, *frequencies: float, level: float = 0.3) -> np.ndarray:
    """Left and right differ in phase."""
    t = np.arange(round(seconds * RATE)) / RATE
    left = sum(level * np.sin(2 * np.pi * f * t) for f in frequencies)
    right = sum(level * np.sin(2 * np.pi * f * t + 1.0) for f in frequencies)
    return np.stack([left, right], axis=1).astype(np.float32)


def stretched(samples: np.ndarray, speed: float, semitones: float, block: int = 4096) -> np.ndarray:
    stretch = Stretch(RATE, speed, semitones)
    pieces = [stretch.feed(samples[start : start + block]) for start in range(0, len(samples), block)]
    return np.concatenate([*pieces, stretch.finish()])


def strongest_hz(samples: np.ndarray) -> float:
    """Of the middle, to a tenth of a hertz."""
    middle = samples[len(samples) // 5 : -len(samples) // 5]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle)), 2**21))
    return float(np.argmax(spectrum)) * RATE / 2**21


def level_over_time(samples: np.ndarray) -> np.ndarray:
    pieces = samples[: len(samples) // 2205 * 2205].reshape(-1, 2205)
    return np.sqrt((pieces**2).mean(axis=1))


@given(st.lists(st.integers(0, 5000), max_size=8))
@settings(max_examples=20, deadline=None)
def test_at_the_usual_speed_and_pitch_not_one_bit_changes(sizes: list[int]) -> None:
    stretch, rng = Stretch(RATE, 1.0, 0.0), np.random.default_rng(len(sizes))
    blocks = [rng.normal(size=(size, 2)).astype(np.float32) for size in sizes]
    got = [stretch.feed(block) for block in blocks] + [stretch.finish()]
    np.testing.assert_array_equal(np.concatenate(got), np.concatenate([*blocks, got[-1]]))
    assert len(got[-1]) == 0


@given(
    st.integers(1, 30_000),
    st.sampled_from([0.5, 0.7, 1.0, 1.37, 2.0]),
    st.sampled_from([-12.0, -3.5, 0.0, 1.0, 12.0]),
    st.integers(100, 9000),
)
@settings(max_examples=25, deadline=None)
def test_the_length_is_right_to_the_frame(count: int, speed: float, semitones: float, block: int) -> None:
    samples = np.random.default_rng(count).normal(scale=0.1, size=(count, 2)).astype(np.float32)
    result = stretched(samples, speed, semitones, block)
    assert len(result) == round(count / speed)
    assert np.isfinite(result).all()


@pytest.mark.parametrize(
    ("speed", "semitones"),
    [
        (0.5, 0),
        (0.8, 0),
        (2, 0),
        (1, 12),
        (1, -12),
        (1, 3),
        (0.5, -12),
        (2, 12),
        (2, -12),
        (1.3, -5),
    ],
)
def test_tones_are_where_they_should_be_and_steady(speed: float, semitones: float) -> None:
    result = stretched(tones(3, 440.0), speed, semitones)
    assert strongest_hz(result[:, 0]) == pytest.approx(440 * 2 ** (semitones / 12), rel=5e-4)
    levels = level_over_time(result[:, 1])[2:-4]
    assert levels.min() > 0.2
    assert levels.max() < 0.225  # a sine of 0.3 has 0.212
    assert np.corrcoef(result[5000:-5000].T)[0, 1] == pytest.approx(np.cos(1.0), abs=0.02)


def test_a_chord_gets_no_company() -> None:
    result = stretched(tones(3, 220.0, 277.2, 329.6, 1318.5, level=0.15), 0.6, 0)[:, 0]
    middle = result[20_000:-20_000]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle)))) ** 2
    hertz = np.fft.rfftfreq(len(middle), 1 / RATE)
    ours = np.any([abs(hertz - f) < 6 for f in (220.0, 277.2, 329.6, 1318.5)], axis=0)
    assert spectrum[~ours].sum() < 1e-4 * spectrum.sum()


def struck() -> tuple[np.ndarray, np.ndarray]:
    """Clicks over a quiet tone, and where they are."""
    samples, rng = 0.2 * tones(4, 440.0), np.random.default_rng(0)
    places = np.arange(RATE // 2, 3 * RATE, RATE // 2)
    burst = (0.5 * rng.normal(size=(2000, 2)) * np.exp(-np.arange(2000) / 300)[:, None]).astype(np.float32)
    for place in places:
        samples[place : place + 2000] += burst
    return samples, places


def test_onsets_are_found_where_something_is_struck() -> None:
    samples, places = struck()
    onsets = Onsets(RATE)
    for start in range(0, len(samples), 1000):
        onsets.feed(samples[start : start + 1000])
    found = [onset for onset in onsets.found if onset > RATE // 4]  # the tone sets in too
    assert len(found) == len(places)
    assert np.abs(np.array(found) - places).max() < 0.01 * RATE
    assert onsets.nearest(places[1] + 100) == found[1]


@pytest.mark.parametrize(("speed", "semitones"), [(0.5, 0), (0.75, 0), (1.5, 0), (2, 0), (1, 5), (1, -5)])
def test_attacks_stay_sharp_and_in_place(speed: float, semitones: float) -> None:
    samples, places = struck()
    result = stretched(samples, speed, semitones)
    highs = np.convolve(np.diff(result[:, 0]) ** 2, np.ones(64) / 64, "same")
    for place in places:
        around = highs[round(place / speed) - 3000 : round(place / speed) + 3000]
        begins = int(np.argmax(around > 0.2 * around.max()))
        assert abs(begins - 3000) < 0.012 * RATE
        assert around[:2500].mean() < 0.001 * around.max()  # a smeared attack has up to 20 times as much


@given(st.integers(64, 20_000))
@settings(max_examples=8, deadline=None)
def test_how_it_is_fed_makes_no_difference(block: int) -> None:
    samples = struck()[0][:RATE]
    whole, parts = stretched(samples, 0.8, 0, len(samples)), stretched(samples, 0.8, 0, block)
    np.testing.assert_allclose(parts, whole, atol=1e-5)


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.floats(0, 3, width=32)), min_size=1, max_size=8),
)
@settings(max_examples=40, deadline=None)
def test_nothing_goes_beyond_full_scale_and_quiet_is_untouched(
    parts: list[tuple[int, float]],
) -> None:
    limiter, rng, was_loud = Limiter(RATE), np.random.default_rng(1), False
    for count, level in parts:
        block = rng.uniform(-level, level, size=(count, 2)).astype(np.float32)
        limited = limiter.feed(block)
        assert limited.shape == block.shape
        assert not count or np.abs(limited).max() <= 1.0
        was_loud = was_loud or bool(count and np.abs(block).max() > 1)
        if not was_loud:
            np.testing.assert_array_equal(limited, block)


def test_a_loud_moment_passes_and_all_is_as_before() -> None:
    limiter = Limiter(RATE)
    loud, quiet = tones(0.2, 100.0, level=2.0), tones(1.0, 100.0, level=0.5)
    assert np.abs(limiter.feed(loud)).max() > 0.9
    limiter.feed(quiet)
    assert limiter.feed(quiet) is quiet
