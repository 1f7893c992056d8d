"""Loudness against what the recommendation demands; fingerprints across encodings."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.audio import decode
from core.audio.fingerprint import RATE_HZ, SAME, distance, fingerprint, suspects
from core.audio.loudness import Loudness
from tests.core.audio.sounds import write


def tone(
    seconds: float, amplitude: float, frequency: float = 997.0, rate_hz: int = 22050
) -> NDArray[np.float32]:
    return (amplitude * np.sin(2 * np.pi * frequency * np.arange(round(seconds * rate_hz)) / rate_hz)).astype(
        np.float32
    )


def measure(samples: NDArray[np.float32], cut: int = 50_000) -> Loudness:
    loudness = Loudness(22050)
    for start in range(0, len(samples), cut):
        loudness.feed(samples[start : start + cut])
    return loudness


@pytest.mark.parametrize(("amplitude", "expected"), [(1.0, -3.01), (0.1, -23.01), (0.01, -43.01)])
def test_a_tone_of_997_hz_reads_as_the_recommendation_says(amplitude: float, expected: float) -> None:
    assert measure(tone(10, amplitude)).loudness_db() == pytest.approx(expected, abs=0.05)


def test_low_tones_count_less_and_high_ones_more() -> None:
    low, middle, high = (measure(tone(5, 0.1, f)).loudness_db() for f in (40.0, 997.0, 4000.0))
    assert low is not None
    assert middle is not None
    assert high is not None
    assert low < middle - 4
    assert high == pytest.approx(middle + 3.3, abs=0.3)


def test_pauses_do_not_count() -> None:
    sounding = tone(10, 0.1)
    with_pause = np.concatenate([sounding, np.zeros(22050 * 30, np.float32), sounding])
    assert measure(with_pause).loudness_db() == pytest.approx(measure(sounding).loudness_db(), abs=0.1)


@settings(max_examples=20, deadline=None)
@given(cuts=st.lists(st.integers(1, 30_000), min_size=1, max_size=6))
def test_blocks_do_not_matter(cuts: list[int]) -> None:
    samples = np.random.default_rng(0).normal(0, 0.1, 60_000).astype(np.float32)
    whole, pieces = measure(samples, 10**9), Loudness(22050)
    start = 0
    for cut in itertools.chain(cuts, [len(samples)]):
        pieces.feed(samples[start : start + cut])
        start += cut
    assert pieces.loudness_db() == pytest.approx(whole.loudness_db(), abs=1e-4)
    assert pieces.peak_db() == whole.peak_db()


def test_silence_and_nothing() -> None:
    assert measure(np.zeros(50_000, np.float32)).loudness_db() is None
    assert Loudness(22050).loudness_db() is None
    assert Loudness(22050).peak_db() is None
    assert measure(tone(0.1, 0.1)).loudness_db() == pytest.approx(-23.0, abs=0.5)


def melody(seed: int, seconds: float = 12.0) -> NDArray[np.float32]:
    """Plucked notes of a scale: music enough to be told from other music."""
    rng = np.random.default_rng(seed)
    rate, samples = 44100, np.zeros(round(44100 * seconds), np.float32)
    start = 0
    while start < len(samples) - rate // 2:
        pitch = 220 * 2 ** (rng.choice([0, 2, 4, 5, 7, 9, 11, 12]) / 12)
        t = np.arange(rate // 2) / rate
        note = sum(np.sin(2 * np.pi * pitch * k * t) / k for k in range(1, 6)) * np.exp(-5 * t)
        samples[start : start + len(note)] += (0.2 * note).astype(np.float32)
        start += int(rate * rng.choice([0.125, 0.25, 0.375]))
    return samples[:, None].repeat(2, axis=1)


@pytest.fixture(scope="module")
def encodings(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, str], NDArray[np.uint32]]:
    folder = tmp_path_factory.mktemp("encodings")
    found = {}
    for seed in range(8):
        music = melody(seed)
        late = np.concatenate([np.zeros((5000, 2), np.float32), 0.4 * music])
        for name, samples in (
            ("pcm24.flac", music),
            ("vbr.mp3", music),
            ("vbr-low.mp3", music),
            ("vorbis.ogg", music),
            ("aac.m4a", music),
            ("pcm16.wav", late),
        ):
            path: Path = write(folder, name, samples)
            found[seed, name] = fingerprint(decode(path, RATE_HZ))
    return found


def test_encodings_of_one_recording_are_the_same_and_others_are_not(encodings) -> None:
    keys = list(encodings)
    for a, b in itertools.combinations(keys, 2):
        apart = distance(encodings[a], encodings[b])
        assert (apart < SAME) == (a[0] == b[0]), (a, b, apart)


def test_suspects_tie_all_encodings_of_a_recording_together(encodings) -> None:
    keys = list(encodings)
    found = suspects(list(encodings.values()))
    true = [pair for pair in found if keys[pair[0]][0] == keys[pair[1]][0]]
    assert len(found) < 3 * len(true)
    for seed in range(8):
        tied = {next(i for i, key in enumerate(keys) if key[0] == seed)}
        for _ in keys:
            tied |= {k for pair in true if tied & set(pair) for k in pair}
        assert len(tied) == 6


def test_too_short_says_nothing() -> None:
    assert len(fingerprint(np.zeros(RATE_HZ * 10, np.float32))) == 0
    assert len(fingerprint(tone(1.0, 0.5, rate_hz=RATE_HZ))) == 0
    assert distance(np.zeros(3, np.uint32), np.zeros(3, np.uint32)) == 0.5
    assert suspects([]) == []
