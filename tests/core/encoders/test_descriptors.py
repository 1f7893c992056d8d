"""Descriptors: what they say of sounds that are known, and of everything else something finite."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.encoders import find_card, open_encoder
from core.encoders.descriptor_features import (
    BANDS,
    DELTA,
    FLOOR,
    HOP,
    RATE_HZ,
    SIZE,
    cosines,
    decibels,
    describe,
    mel_filters,
    spectra,
    timbre,
)
from core.encoders.descriptor_names import NAMES, PITCH_CLASSES

Samples = NDArray[np.float32]
ENCODER = open_encoder(find_card("descriptors"))
SECONDS = np.arange(10 * RATE_HZ) / RATE_HZ


def heard(samples: NDArray[np.floating]) -> dict[str, float]:
    """Values by the beginning of their names, up to the bracket; of several, the first."""
    values: dict[str, float] = {}
    for name, value in zip(NAMES, describe(samples.astype(np.float32)), strict=True):
        values.setdefault(name.split(" (")[0], float(value))
    return values


def sine(hz: float, gain: float = 0.5) -> Samples:
    return (gain * np.sin(2 * np.pi * hz * SECONDS)).astype(np.float32)


def noise(seed: int = 0, gain: float = 0.1, count: int = 10 * RATE_HZ) -> Samples:
    return (gain * np.random.default_rng(seed).standard_normal(count)).astype(np.float32)


def clicks(bpm: float) -> Samples:
    samples = np.zeros(10 * RATE_HZ, np.float32)
    starts = np.arange(0.02, 9.9, 60 / bpm)
    for start in (starts * RATE_HZ).astype(int):
        samples[start : start + 200] = noise(count=200) * np.exp(-np.arange(200) / 50)
    return samples


def highest(values: dict[str, float]) -> str:
    return max(PITCH_CLASSES, key=lambda name: values[f"Pitch class {name}"])


def test_every_value_has_a_name_of_its_own() -> None:
    card = find_card("descriptors")
    assert describe(noise()).shape == (len(NAMES),)
    assert card.dimensions == NAMES
    assert len(set(NAMES)) == len(NAMES) == card.dimension


def test_a_sine() -> None:
    values = heard(sine(440))
    assert highest(values) == "A"
    assert values["Pitch class A"] > 99
    assert values["Brightness"] == pytest.approx(440, abs=3)
    assert values["Zero crossings"] == pytest.approx(880, abs=2)
    assert values["Noisiness"] < 0.01
    assert values["Loudness"] == pytest.approx(-9.03, abs=0.05)
    assert values["Loudness range"] < 0.1
    assert values["Tempo"] == values["Onsets"] == 0


@pytest.mark.parametrize("hz", [110, 220, 440, 880, 1760])
def test_an_octave_is_the_same_pitch_class(hz: float) -> None:
    assert highest(heard(sine(hz))) == "A"


@pytest.mark.parametrize(("step", "name"), list(enumerate(PITCH_CLASSES)))
def test_all_pitch_classes(step: int, name: str) -> None:
    assert highest(heard(sine(261.626 * 2 ** (step / 12)))) == name


@pytest.mark.parametrize("cents", [-40, -20, 0, 20, 40])
def test_pitch_classes_follow_the_tuning(cents: float) -> None:
    chord = sum(sine(hz * 2 ** (cents / 1200), 0.2) for hz in (261.626, 329.628, 391.995))
    values = heard(np.asarray(chord))
    assert values["Tuning"] == pytest.approx(cents, abs=2)
    assert {name for name in PITCH_CLASSES if values[f"Pitch class {name}"] > 25} == {"C", "E", "G"}


def test_noise() -> None:
    values = heard(noise())
    assert values["Noisiness"] > 0.9
    assert values["Brightness"] == pytest.approx(RATE_HZ / 4, rel=0.02)
    assert max(values[f"Pitch class {name}"] for name in PITCH_CLASSES) < 15
    assert values["Tempo"] == 0
    assert values["Low sound"] == pytest.approx(100 * 200 / (RATE_HZ / 2), rel=0.1)


@pytest.mark.parametrize("bpm", [60, 80, 100, 120, 137, 150])
def test_the_tempo_of_clicks(bpm: float) -> None:
    values = heard(clicks(bpm))
    assert values["Tempo"] == pytest.approx(bpm, abs=0.5)
    assert values["Pulse clarity"] > 0.7
    assert values["Onsets"] == pytest.approx(bpm / 60, rel=0.12)


def test_gain_changes_loudness_alone() -> None:
    samples = clicks(120) + sine(330, 0.1)
    loud, soft = describe(samples), describe(samples * np.float32(0.1))
    level = NAMES.index("Loudness (root mean square, dB re full scale)")
    assert loud[level] - soft[level] == pytest.approx(20, abs=0.01)
    np.testing.assert_allclose(np.delete(loud, level), np.delete(soft, level), rtol=2e-3, atol=2e-3)


def test_pauses_are_not_part_of_the_timbre() -> None:
    whole = sine(440)
    half = np.where(SECONDS < 5, whole, 0)
    full, paused = heard(whole), heard(half)
    assert paused["Brightness"] == pytest.approx(full["Brightness"], rel=0.05)
    assert paused["Loudness"] == pytest.approx(full["Loudness"] - 3.01, abs=0.05)


@pytest.mark.parametrize("samples", [np.zeros(5000), np.zeros(1), np.zeros(0), np.full(3000, 1e-8)])
def test_silence(samples: NDArray[np.float64]) -> None:
    values = heard(samples)
    assert values.pop("Loudness") == -120
    assert set(values.values()) == {0.0}


@pytest.mark.parametrize("count", [2047, 2048, 2300, 8192, 9000])
@pytest.mark.parametrize("at", [0, -1])
def test_a_sound_at_the_very_edge_is_heard(count: int, at: int) -> None:
    samples = np.zeros(count, np.float32)
    samples[at] = 1
    values = heard(samples)
    assert values["Noisiness"] == pytest.approx(1, abs=1e-3)
    assert values["Brightness"] == pytest.approx(RATE_HZ / 4, rel=0.01)


def test_mfcc_is_what_its_definition_says() -> None:
    """Against sums over cosines, sines and triangles, written out."""
    samples = noise(count=SIZE + 2 * HOP) + sine(700)[: SIZE + 2 * HOP]
    quick = decibels(spectra(samples, SIZE, HOP) @ mel_filters()) @ cosines()
    assert quick.shape == (3, 20)
    at = np.arange(SIZE)
    turns = 2 * np.pi * np.outer(np.arange(SIZE // 2 + 1), at) / SIZE
    window = np.sin(np.pi * (at + 0.5) / SIZE) ** 2
    edges = [
        700 * (10 ** (m / 2595) - 1) for m in np.linspace(0, 2595 * np.log10(1 + RATE_HZ / 1400), BANDS + 2)
    ]
    levels = np.empty((3, BANDS))
    for frame in range(3):
        part = samples[frame * HOP : frame * HOP + SIZE].astype(np.float64) * window
        power = (np.cos(turns) @ part) ** 2 + (np.sin(turns) @ part) ** 2
        for band in range(BANDS):
            hz = np.arange(SIZE // 2 + 1) * RATE_HZ / SIZE
            triangle = np.interp(hz, edges[band : band + 3], [0, 1, 0])
            levels[frame, band] = power @ triangle / triangle.sum()
    levels = 10 * np.log10(np.maximum(levels, FLOOR * levels.max()))
    for wave in range(1, 21):
        cosine = np.cos(np.pi * wave * (np.arange(BANDS) + 0.5) / BANDS) * np.sqrt(2 / BANDS)
        np.testing.assert_allclose(quick[:, wave - 1], levels @ cosine, atol=2e-3)


def test_delta_mfcc_is_the_slope_of_a_line() -> None:
    levels = np.random.default_rng(0).standard_normal((40, BANDS)).astype(np.float32)
    mfcc = np.pad(levels @ cosines(), ((DELTA, DELTA), (0, 0)), mode="edge")
    seconds = np.arange(2 * DELTA + 1) * HOP / RATE_HZ
    slopes = [np.polyfit(seconds, mfcc[frame : frame + 2 * DELTA + 1], 1)[0] for frame in range(40)]
    np.testing.assert_allclose(timbre(levels, np.full(40, True))[40:], np.std(slopes, axis=0), rtol=1e-4)


FINITE = st.floats(allow_nan=False, allow_infinity=False, width=32)


@settings(max_examples=100, deadline=None)
@given(
    arrays(np.float32, st.tuples(st.integers(1, 3), st.integers(1, 5000)), elements=FINITE, fill=FINITE),
    st.sampled_from([1.0, 1e-6, 1e-30]),
)
def test_finite_whatever_comes_and_a_batch_is_its_parts(batch: Samples, gain: float) -> None:
    """Beyond what decoding gives, too: float files may hold anything but infinities."""
    batch = batch * np.float32(gain)
    values = ENCODER.embed(batch)
    assert values.dtype == np.float32
    assert np.isfinite(values).all()
    for row, samples in zip(values, batch, strict=True):
        np.testing.assert_array_equal(row, ENCODER.embed(samples[None])[0])
