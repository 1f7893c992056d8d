"""Short synthetic sounds, as different from each other as music is, to find out whether an encoder hears.

They are the same every time, so what an encoder makes of them can be compared.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.encoders.contract import Batch

COUNT = 32
Sound = NDArray[np.float64]


def clips(rate_hz: int, seconds: float, count: int = COUNT) -> Batch:
    """(count, samples): four kinds of sound by turns, each clip with another pitch, pace and colour."""
    t = _time(rate_hz, seconds)
    return np.concatenate([_ready(_KINDS[i % len(_KINDS)](t, i)) for i in range(count)])


def _melody(t: Sound, i: int) -> Sound:
    """Notes of a scale, bright or dull, plucked or held."""
    pace_s = 0.12 + 0.05 * (i % 5)
    steps = np.random.default_rng(i).choice([0, 2, 4, 5, 7, 9, 11, 12], size=int(t[-1] / pace_s) + 1)
    note = steps[np.minimum((t / pace_s).astype(int), len(steps) - 1)]
    phase = np.cumsum(_pitch(i) * 2 ** (note / 12)) * (t[1] - t[0] if len(t) > 1 else 1.0)
    colour = 1 + i % 7
    return np.asarray(sum(np.sin(2 * np.pi * k * phase) / k for k in range(1, colour + 1))) * _struck(
        t, pace_s, float(i % 9)
    )


def _chord(t: Sound, i: int) -> Sound:
    """Three voices that swell, some with vibrato."""
    sway = 1 + 0.004 * (i % 3) * np.sin(2 * np.pi * 5.5 * t)
    voices = [_tone(t * sway, _pitch(i) * ratio, 1 + i % 9) for ratio in (1.0, 1.2 + 0.05 * (i % 2), 1.5)]
    return np.asarray(sum(voices)) * (0.3 + 0.7 * np.sin(np.pi * t * (0.3 + 0.2 * (i % 4))) ** 2)


def _drums(t: Sound, i: int) -> Sound:
    """A low thud and a high hiss in turns."""
    pace_s = 0.5 - 0.02 * (i % 16)
    since = t % pace_s
    thud = np.sin(2 * np.pi * (40 + 5 * (i % 6)) * since * (1 + np.exp(-30 * since))) * np.exp(-9 * since)
    hiss = _brightened(_noise(len(t), i)) * _struck(t + pace_s / 2, pace_s, 20.0 + 3 * i)
    return np.asarray((1 + i % 3) * thud + hiss)


def _wind(t: Sound, i: int) -> Sound:
    """Noise through a narrow door that moves: surf, breath, machines."""
    middle = 150 * 2 ** (i % 6 + 0.5 * np.sin(2 * np.pi * t * (0.2 + 0.1 * (i % 5))))
    drift = np.cumsum(_noise(len(t), i)) * 0.02
    turn = np.cumsum(middle) * (t[1] - t[0] if len(t) > 1 else 1.0)
    return np.asarray(np.sin(2 * np.pi * turn + drift) * (0.4 + np.abs(_noise(len(t), i + 99))))


_KINDS = (_melody, _chord, _drums, _wind)


def _time(rate_hz: int, seconds: float) -> Sound:
    return np.arange(max(1, round(rate_hz * seconds))) / rate_hz


def _pitch(i: int) -> float:
    return float(55 * 2 ** ((i * 7 % 48) / 12))


def _tone(t: Sound, hz: float, partials: int) -> Sound:
    return np.asarray(sum(np.sin(2 * np.pi * hz * k * t) / k for k in range(1, partials + 1)))


def _noise(length: int, seed: int) -> Sound:
    return np.random.default_rng(seed).standard_normal(length)


def _brightened(noise: Sound) -> Sound:
    return np.diff(noise, prepend=0.0)


def _struck(t: Sound, every_s: float, decay: float) -> Sound:
    return np.exp(-decay * (t % every_s))


def _ready(sound: Sound) -> Batch:
    peak = np.abs(sound).max()
    return np.asarray(0.5 * sound / max(peak, 1e-9), np.float32)[None]
