"""What can be computed of an excerpt without a network: timbre, pitch classes, spectrum, loudness.

An excerpt is measured relative to its own peak, so that gain changes the
loudness and nothing else. Frames 60 dB below the strongest one count as pauses.
All frames of an excerpt go through NumPy at once; excerpts come one by one, for
a spectrum of ten seconds fills the cache already, and a batch cannot matter.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.encoders import descriptor_rhythm as rhythm
from core.encoders.descriptor_names import BAND_EDGES_HZ, LOW_HZ, NAMES, TIMBRES

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

RATE_HZ = 22_050
SIZE, HOP = 2048, 512
LONG_SIZE, LONG_HOP = 8192, 4096
"""For pitches: fine in frequency, coarse in time."""
BANDS = 64
SILENT = 1e-6
"""A peak below this is silence: half a step of 20 bits."""
SILENT_DB = -120.0
FLOOR = 1e-8
"""80 dB below the strongest; what is weaker is not looked at."""
PAUSE = 1e-6
ROLLOFF = 0.85
DELTA = 4
"""Frames on either side of the slope in delta MFCC."""
LOWEST_HZ, HIGHEST_HZ = 55.0, 2500.0
WEAKEST_TONE = 1e-4
"""Of the power of the strongest line."""
AGREED = 0.1
"""Less agreement between the tones than this (0 to 1) gives no tuning."""


def describe(samples: Floats) -> Floats:
    """The values that `NAMES` lists, of one mono excerpt at RATE_HZ."""
    peak = float(np.abs(samples).max(initial=0.0))
    if peak < SILENT:
        return silence()
    clip = (samples / np.float64(peak)).astype(np.float32)
    power = spectra(clip, SIZE, HOP)
    mel = power @ mel_filters()
    energy = power.sum(1)
    heard = energy > PAUSE * energy.max()
    levels = decibels(mel)
    values = (
        *timbre(levels, heard),
        *pitches(clip),
        *contrast(power[heard]),
        *shape(power[heard], mel[heard]),
        *loudness(clip, peak, energy[heard]),
        *rhythm.describe(levels, HOP / RATE_HZ),
    )
    return np.array(values, np.float32)


def silence() -> Floats:
    values = np.zeros(len(NAMES), np.float32)
    values[NAMES.index("Loudness (root mean square, dB re full scale)")] = SILENT_DB
    return values


def spectra(clip: Floats, size: int, hop: int) -> Floats:
    """(frames, lines): power. What is shorter than a frame stands in the middle of one."""
    if len(clip) < size:
        before = (size - len(clip)) // 2
        clip = np.pad(clip, (before, size - len(clip) - before))
    frames = np.lib.stride_tricks.sliding_window_view(clip, size)
    power = _power(frames[::hop])
    # All of the sound may come after the last whole hop; then the end is what there is.
    return power if power.any() else _power(frames[-1:])


def _power(frames: Floats) -> Floats:
    lines = np.fft.rfft(frames * _window(frames.shape[1]))
    power = np.square(lines.real) + np.square(lines.imag)
    return power.astype(np.float32, copy=False)


def decibels(power: Floats) -> Floats:
    """Never further than the floor below the strongest value."""
    levels: Floats = 10 * np.log10(np.maximum(power, FLOOR * power.max()), dtype=np.float32)
    return levels


def timbre(levels: Floats, heard: NDArray[np.bool_]) -> list[float]:
    """MFCC without the zeroth, which is the level; their slopes are taken over 2 · DELTA + 1 frames."""
    mfcc = levels @ cosines()
    padded = np.pad(mfcc, ((DELTA, DELTA), (0, 0)), mode="edge")
    count, rise = len(mfcc), np.zeros_like(mfcc)
    for k in range(1, DELTA + 1):
        rise += k * (padded[DELTA + k :][:count] - padded[DELTA - k :][:count])
    slope = rise / (2 * sum(k * k for k in range(1, DELTA + 1))) * (RATE_HZ / HOP)
    return [*_mean_and_deviation(mfcc[heard]), *slope[heard].std(0, dtype=np.float64)]


def pitches(clip: Floats) -> list[float]:
    """Twelve pitch classes of all tones, in %, then the tuning that they are relative to, in cents.

    A tone is a line above its neighbours, at the frequency where a parabola
    through the three has its top.
    """
    hz, strength = _tones(spectra(clip, LONG_SIZE, LONG_HOP))
    if not len(hz):
        return [0.0] * 13
    semitones = 12 * np.log2(hz / 440)
    turn = complex(np.sum(strength * np.exp(2j * np.pi * semitones)))
    agreed = abs(turn) > AGREED * strength.sum()
    tuning = float(np.angle(turn)) / (2 * np.pi) if agreed else 0.0
    classes = (np.rint(semitones - tuning).astype(np.int64) + 9) % 12
    chroma = np.bincount(classes, strength, 12)
    return [*(100 * chroma / chroma.sum()), 100 * tuning]


def _tones(power: Floats) -> tuple[Doubles, Doubles]:
    first, last = (round(hz * LONG_SIZE / RATE_HZ) for hz in (LOWEST_HZ, HIGHEST_HZ))
    near = power[:, first - 1 : last + 2]
    left, middle, right = near[:, :-2], near[:, 1:-1], near[:, 2:]
    tone = (middle > left) & (middle >= right) & (middle > WEAKEST_TONE * power.max())
    line = np.nonzero(tone)[1]
    a, b, c = (np.log(np.maximum(side[tone], 1e-30), dtype=np.float64) for side in (left, middle, right))
    bend = np.minimum(a - 2 * b + c, -1e-9)
    hz = (line + first + 0.5 * (a - c) / bend) * RATE_HZ / LONG_SIZE
    return hz, np.exp(b / 2)


def contrast(power: Floats) -> list[float]:
    """The strongest tenth of the lines of each band over the weakest tenth."""
    edges = [0, *(round(hz * SIZE / RATE_HZ) for hz in BAND_EDGES_HZ), power.shape[1]]
    floor = FLOOR * power.max()
    bands = []
    for low, high in pairwise(edges):
        ordered, tenth = np.sort(power[:, low:high], axis=1), max((high - low) // 10, 1)
        top, bottom = ordered[:, -tenth:].mean(1), ordered[:, :tenth].mean(1)
        bands.append(10 * np.log10(np.maximum(top, floor) / np.maximum(bottom, floor)))
    return _mean_and_deviation(np.stack(bands, 1))


def shape(power: Floats, mel: Floats) -> list[float]:
    """Centroid, bandwidth, rolloff and flatness, then the share of low energy.

    Flatness is that of the mel bands: single lines of noise differ too much.
    """
    hz = _line_hz()
    size = np.sqrt(power)
    total = size.sum(1)
    centroid = size @ hz / total
    square = size @ (hz * hz) / total
    bandwidth = np.sqrt(np.maximum(square - centroid**2, 0))
    running = np.cumsum(size, 1)
    rolloff = hz[np.argmax(running >= ROLLOFF * running[:, -1:], 1)]
    bands = np.maximum(mel, FLOOR * mel.max())
    flatness = np.exp(np.log(bands).mean(1)) / bands.mean(1)
    low = round(LOW_HZ * SIZE / RATE_HZ)
    share = power[:, :low].sum(dtype=np.float64) / power.sum(dtype=np.float64)
    return [*_mean_and_deviation(np.stack([centroid, bandwidth, rolloff, flatness], 1)), float(100 * share)]


def loudness(clip: Floats, peak: float, energy: Floats) -> list[float]:
    """Zero crossings of the whole excerpt, then level and range; `energy` is that of the frames heard."""
    crossings = np.count_nonzero(np.diff(np.signbit(clip))) * RATE_HZ / len(clip)
    level = 10 * np.log10(np.mean(np.square(clip, dtype=np.float64))) + 20 * np.log10(peak)
    low, high = np.percentile(10 * np.log10(energy), (5, 95))
    return [crossings, max(float(level), SILENT_DB), float(high - low)]


def _mean_and_deviation(values: Floats) -> list[float]:
    return [*values.mean(0, dtype=np.float64), *values.std(0, dtype=np.float64)]


@cache
def _window(size: int) -> Floats:
    """Hann's, half a sample late: no sample is lost by a 0 at its beginning."""
    window: Floats = (np.sin(np.pi * (np.arange(size) + 0.5) / size) ** 2).astype(np.float32)
    return window


@cache
def _line_hz() -> Floats:
    return (np.arange(SIZE // 2 + 1) * (RATE_HZ / SIZE)).astype(np.float32)


@cache
def mel_filters() -> Floats:
    """(lines, BANDS): triangles, evenly spread in mel (2595 log10(1 + f/700)), each with the sum 1."""
    mel = np.linspace(0.0, 2595 * np.log10(1 + RATE_HZ / 2 / 700), BANDS + 2)
    edges = 700 * (10 ** (mel / 2595) - 1)
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    hz = _line_hz()[:, None].astype(np.float64)
    triangles = np.maximum(np.minimum((hz - low) / (middle - low), (high - hz) / (high - middle)), 0)
    filters: Floats = (triangles / triangles.sum(0)).astype(np.float32)
    return filters


@cache
def cosines() -> Floats:
    """(BANDS, TIMBRES): the orthonormal DCT-II from its first wave on."""
    waves, bands = np.arange(1, TIMBRES + 1), np.arange(BANDS)[:, None]
    matrix: Floats = (np.sqrt(2 / BANDS) * np.cos(np.pi * (bands + 0.5) * waves / BANDS)).astype(np.float32)
    return matrix
