"""How every drum sounds. A stroke is made once and used again, at three strengths and in two variants."""

from __future__ import annotations

import functools

import numpy as np

from core.demo.drumming import KEYS
from core.demo.synthesis import Signal, noise, seeded, sine

NAMES = {key: name for name, key in KEYS.items()}


@functools.lru_cache(maxsize=256)
def stroke(key: int, kit: str, strength: int, variant: int, rate: int) -> Signal:
    """`strength` from 0 (soft) to 2 (hard): harder strokes are brighter, not only louder."""
    name = NAMES[key]
    hard = 0.6 + 0.25 * strength
    seed = int(seeded(key, variant).integers(1 << 30))
    tune = 1 + 0.015 * (variant - 0.5)
    machine = kit == "machine"
    if name == "kick":
        made = _skin(
            rate, 48 * tune, 150 if machine else 105, 0.035, 0.32 if machine else 0.2, 0.1 * hard, 3000, seed
        )
    elif name in ("tom low", "tom high"):
        made = _skin(rate, (95 if name == "tom low" else 150) * tune, 60, 0.05, 0.28, 0.1 * hard, 2500, seed)
    elif name in ("frame low", "frame high"):
        low = name == "frame low"
        made = _skin(
            rate,
            (82 if low else 235) * tune,
            30,
            0.03,
            0.26 if low else 0.09,
            (0.12 if low else 0.5) * hard,
            3800,
            seed,
        )
    elif name == "snare":
        made = _skin(rate, 185 * tune, 60, 0.02, 0.09, 0.0, 1000, seed)
        made = _add(made, 0.75 * hard * _hiss(rate, 0.13 if machine else 0.17, 900, 4500 + 3000 * hard, seed))
    elif name in ("rim", "woodblock"):
        made = _block(rate, (1650 if name == "rim" else 900) * tune, 0.03 if name == "rim" else 0.07)
    elif name == "clap":
        made = _clap(rate, seed)
    else:
        made = _noisy(name, rate, hard, seed)
    return np.asarray(made / (np.abs(made).max() + 1e-9), dtype=np.float32)


def _noisy(name: str, rate: int, hard: float, seed: int) -> Signal:
    if name == "brush":
        swish = _hiss(rate, 0.16, 1200, 6000, seed)
        swish *= np.minimum(np.arange(len(swish), dtype=np.float32) / (0.02 * rate), 1)
        return swish
    if name == "shaker":
        grain = _hiss(rate, 0.07, 4000, 9000, seed)
        grain *= np.minimum(np.arange(len(grain), dtype=np.float32) / (0.018 * rate), 1)
        return grain
    if name == "tambourine":
        return _add(_metal(rate, 0.16, 5200, seed), 0.5 * _hiss(rate, 0.06, 5000, 11000, seed))
    if name == "crash":
        return _add(_hiss(rate, 1.5, 2500, 12000, seed), 0.4 * _metal(rate, 1.1, 3100, seed))
    if name == "ride":
        return _add(_metal(rate, 0.7, 3400, seed), 0.35 * _hiss(rate, 0.35, 5000, 12000, seed))
    return _add(
        _hiss(rate, 0.28 if name == "open hat" else 0.05, 5500, 9000 + 3500 * hard, seed),
        0.3 * _metal(rate, 0.05, 6100, seed),
    )


def _time(rate: int, seconds: float) -> Signal:
    return np.arange(int(seconds * rate), dtype=np.float32) / np.float32(rate)


def _skin(
    rate: int, hz: float, drop: float, drop_s: float, decay_s: float, click: float, click_hz: float, seed: int
) -> Signal:
    """A drum skin: its pitch falls from `hz + drop` to `hz`, and the stick is heard as a short noise."""
    t = _time(rate, 5 * decay_s)
    turns = hz * t.astype(np.float64) + drop * drop_s * (1 - np.exp(-t / drop_s))
    body = sine(turns) * np.exp(-t / decay_s)
    stick = noise(len(t), rate, 300, click_hz, seed) * np.exp(-t / 0.006)
    made = body + click * stick
    made *= np.minimum(t / 0.001, 1) * np.clip((t[-1] - t) / 0.02, 0, 1)
    return np.asarray(made, dtype=np.float32)


def _hiss(rate: int, decay_s: float, low_hz: float, high_hz: float, seed: int) -> Signal:
    t = _time(rate, 3 * decay_s)
    made = noise(len(t), rate, low_hz, high_hz, seed) * np.exp(-t / (0.6 * decay_s))
    return np.asarray(
        0.4 * made * np.minimum(t / 0.001, 1) * np.clip((t[-1] - t) / 0.01, 0, 1), dtype=np.float32
    )


def _metal(rate: int, decay_s: float, hz: float, seed: int) -> Signal:
    """Many partials that fit no scale."""
    t = _time(rate, 3 * decay_s)
    ratios = seeded(seed).uniform(0.8, 2.9, 9)
    made = np.zeros(len(t), dtype=np.float32)
    for ratio in ratios:
        made += sine(hz * ratio * t.astype(np.float64)) * np.exp(-t * np.float32(ratio / decay_s))
    return np.asarray(
        0.25 * made * np.minimum(t / 0.001, 1) * np.clip((t[-1] - t) / 0.01, 0, 1), dtype=np.float32
    )


def _block(rate: int, hz: float, decay_s: float) -> Signal:
    t = _time(rate, 5 * decay_s)
    turns = hz * t.astype(np.float64)
    made = (sine(turns) + 0.5 * sine(1.47 * turns)) * np.exp(-t / decay_s)
    return np.asarray(made * np.minimum(t / 0.0008, 1), dtype=np.float32)


def _clap(rate: int, seed: int) -> Signal:
    """Several hands that are never quite together."""
    made = np.zeros(int(0.35 * rate), dtype=np.float32)
    for k, (late_s, decay_s) in enumerate(((0.0, 0.012), (0.011, 0.012), (0.023, 0.14))):
        burst = _hiss(rate, decay_s, 800, 4500, seed + k)
        start = int(late_s * rate)
        made[start : start + len(burst)] += burst[: len(made) - start]
    return made


def _add(one: Signal, other: Signal) -> Signal:
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    made = longer.copy()
    made[: len(shorter)] += shorter
    return made
