"""Ways to make one tone: periodic waves, strings, struck bars, frequency modulation.

Every function returns float32 samples of one channel, or of two as (2, n), and loops over no samples.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float32]

TABLE = 8192
"""Samples in one period of a wave table."""
HIGHEST_HZ = 15_000.0


def seeded(*key: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([90_001, *key])))


def _single(samples: NDArray[Any]) -> Signal:
    return np.asarray(samples, dtype=np.float32)


@functools.lru_cache(maxsize=512)
def wave(amplitudes: tuple[float, ...], seed: int = 0) -> Signal:
    """One period of harmonics with these amplitudes; phases by chance, but always the same ones."""
    spectrum = np.zeros(TABLE // 2 + 1, dtype=np.complex128)
    phases = seeded(seed).uniform(0, 2 * np.pi, len(amplitudes))
    spectrum[1 : len(amplitudes) + 1] = np.asarray(amplitudes) * np.exp(1j * phases)
    table = np.fft.irfft(spectrum)
    return _single(table / (np.sqrt(np.mean(table**2)) + 1e-12))


def look_up(table: Signal, cycles: NDArray[np.float64]) -> Signal:
    found: Signal = table[(cycles * TABLE).astype(np.int64) & (TABLE - 1)]
    return found


def cycles(
    hz: float,
    n: int,
    rate: int,
    vibrato_hz: float = 0.0,
    cents: float = 0.0,
    delay_s: float = 0.3,
    phase: float = 0.0,
) -> NDArray[np.float64]:
    """Periods since the start; a vibrato sets in after `delay_s`."""
    t = np.arange(n) / rate
    turned = hz * t + phase
    if vibrato_hz and cents:
        depth = hz * (2 ** (cents / 1200) - 1) / (2 * np.pi * vibrato_hz)
        turned += depth * np.clip((t - delay_s) / 0.4, 0, 1) * sine(vibrato_hz * t)
    return turned


def envelope(
    hold_s: float, rate: int, attack_s: float, release_s: float, sustain: float = 1.0, decay_s: float = 0.3
) -> Signal:
    """Rises smoothly, settles on `sustain`, and after `hold_s` falls smoothly to nothing."""
    attack_s = min(attack_s, 0.7 * hold_s)
    n, tail = max(int(hold_s * rate), 2), max(int(release_s * rate), 2)
    t = np.arange(n, dtype=np.float32) / rate
    level = sustain + (1 - sustain) * np.exp(-np.maximum(t - attack_s, 0) / decay_s)
    rising = max(int(attack_s * rate), 1)
    level[:rising] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rising, dtype=np.float32) / rising)
    fall = 0.5 + 0.5 * np.cos(np.pi * np.arange(1, tail + 1, dtype=np.float32) / tail)
    return np.concatenate([level, level[-1] * fall**1.5]).astype(np.float32)


def string(
    hz: float,
    seconds: float,
    rate: int,
    *,
    decay_s: float,
    damping: float,
    bright: float,
    position: float,
    seed: int = 0,
) -> Signal:
    """A plucked or hammered string after Karplus and Strong, all periods at once.

    Their loop filters each period into the next; seen by harmonics that is one decay each, so that period r
    of the string is its first with every harmonic faded by r periods.
    """
    n, period = int(seconds * rate), max(round(rate / hz), 4)
    rows = int(np.ceil(seconds * hz)) + 2
    count = min(period // 2, int(HIGHEST_HZ / hz))
    k = np.arange(1, count + 1)
    rng = seeded(seed, round(hz))
    pluck = np.abs(np.sin(np.pi * k * position)) / (1 + (k * hz / bright) ** 2) * rng.uniform(0.7, 1.3, count)
    spectrum = np.zeros((rows, period // 2 + 1), dtype=np.complex64)
    fade = (6.9 / decay_s * (1 + damping * (k * hz / 1000) ** 1.3) / hz).astype(np.float32)
    fading = np.exp(-np.arange(rows, dtype=np.float32)[:, None] * fade[None, :])
    spectrum[:, 1 : count + 1] = fading * (pluck * np.exp(1j * rng.uniform(0, 2 * np.pi, count))).astype(
        np.complex64
    )
    periods = np.fft.irfft(spectrum, period, axis=1).ravel()
    at = np.arange(n) * (hz * period / rate)
    tone = np.interp(at, np.arange(len(periods)), periods).astype(np.float32)
    rise = max(int(0.0012 * rate), 2)
    tone[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)[: len(tone)]
    return _single(tone / (np.sqrt(np.mean(tone[: int(0.15 * rate)] ** 2)) + 1e-9))


def struck(
    hz: float,
    seconds: float,
    rate: int,
    ratios: Sequence[float],
    levels: Sequence[float],
    decays_s: Sequence[float],
) -> Signal:
    """A bar, a bell or a gong: partials that need not be harmonic, each with its own decay."""
    t = np.arange(int(seconds * rate), dtype=np.float64) / rate
    tone = np.zeros(len(t), dtype=np.float32)
    for ratio, level, decay_s in zip(ratios, levels, decays_s, strict=True):
        if hz * ratio < HIGHEST_HZ:
            tone += np.float32(level) * sine(hz * ratio * t) * np.exp(-(t / decay_s).astype(np.float32))
    rise = max(int(0.0015 * rate), 2)
    tone[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)[: len(tone)]
    return tone


def sine(turns: NDArray[np.float64]) -> Signal:
    """Sine of whole turns; the turns are reduced first, since single precision cannot count many."""
    wrapped = turns - np.floor(turns)
    found: Signal = np.sin(wrapped.astype(np.float32) * np.float32(2 * np.pi))
    return found


def modulated(
    hz: float,
    seconds: float,
    rate: int,
    *,
    ratio: float,
    index: float,
    index_s: float,
    decay_s: float,
    base: float = 0.0,
) -> Signal:
    """Frequency modulation of a sine by a sine; its brightness decays from `index` to `base`."""
    t = np.arange(int(seconds * rate), dtype=np.float64) / rate
    depth = base + (index - base) * np.exp(-(t / index_s).astype(np.float32))
    carrier = hz * t + (depth * sine(hz * ratio * t)) / (2 * np.pi)
    tone = sine(carrier) * np.exp(-(t / decay_s).astype(np.float32))
    rise = max(int(0.002 * rate), 2)
    tone[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)[: len(tone)]
    return tone


def noise(n: int, rate: int, low_hz: float, high_hz: float, seed: int, order: int = 2) -> Signal:
    """Noise between two frequencies, with gentle slopes, at an even level."""
    size = 1 << max(n - 1, 1).bit_length()
    spectrum = np.fft.rfft(seeded(seed, n).standard_normal(size).astype(np.float32))
    hz = np.fft.rfftfreq(size, 1 / rate) + 1e-3
    shape = 1 / np.sqrt((1 + (low_hz / hz) ** (2 * order)) * (1 + (hz / high_hz) ** (2 * order)))
    made = np.fft.irfft(spectrum * shape.astype(np.float32))[:n]
    return _single(made / (np.sqrt(np.mean(made**2)) + 1e-9))


@functools.lru_cache(maxsize=64)
def _breath(rate: int, octave: int, variant: int) -> Signal:
    return noise(1 << 16, rate, 40.0 * 2**octave, min(300.0 * 2**octave, 9000.0), 400 + variant)


def breath(n: int, rate: int, hz: float, variant: int) -> Signal:
    """The air around a tone of `hz`: noise in its octave and somewhat above, over and over."""
    return np.resize(_breath(rate, max(int(np.log2(hz / 40.0)), 0), variant), n)
