"""The room and the bus: reverberation, tilt, loudness and a limiter that is hardly ever at work."""

from __future__ import annotations

import functools

import numpy as np

from core.demo.synthesis import Signal, noise, seeded

CEILING = 0.85
"""Leaves room for what lossy codecs add to peaks."""
LONGEST_ROOM_S = 5.0
_BLOCK = 64
_STRETCH = 1 << 20
"""Long pieces are worked on in stretches of this many samples, to need little memory."""
_BANDS = ((120.0, 900.0, 1.0), (900.0, 3500.0, 0.75), (3500.0, 9000.0, 0.42))
"""(low hz, high hz, share of the decay) of a room's sound."""


@functools.lru_cache(maxsize=12)
def _band(rate: int, side: int, band: int) -> Signal:
    low, high, _ = _BANDS[band]
    return noise(int(LONGEST_ROOM_S * 0.8 * rate), rate, low, high, 5 * side + band)


@functools.lru_cache(maxsize=4)
def room(seconds: float, rate: int, seed: int) -> Signal:
    """Impulse response (2, n): a few early echoes, then noise that decays, highs faster than lows."""
    n = int(min(seconds, LONGEST_ROOM_S) * 0.8 * rate)
    t = np.arange(n, dtype=np.float32) / rate
    made = np.zeros((2, n), dtype=np.float32)
    for band, (_, _, share) in enumerate(_BANDS):
        fade = np.exp(-6.9 * t / np.float32(seconds * share)) / np.float32(1 + band)
        for side in range(2):
            made[side] += _band(rate, side, band)[:n] * fade
    made *= np.clip((t - 0.012) / 0.03, 0, 1)
    for side in range(2):
        rng = seeded(seed, side)
        echoes = (rng.uniform(0.008, 0.05, 6) * rate).astype(int)
        made[side, echoes[echoes < n]] += (rng.choice([-1, 1], 6) * rng.uniform(3, 8, 6))[echoes < n]
    made[:, -int(0.1 * n) :] *= np.linspace(1, 0, int(0.1 * n), dtype=np.float32)
    return made / np.float32(np.sqrt(np.sum(made**2) / 2))


def reverberate(dry: Signal, impulse: Signal, into: Signal) -> None:
    """Add the sound of the room to `into`, (2, n), block by block so that long pieces need little memory."""
    reach = impulse.shape[1]
    size = 1 << (2 * reach - 1).bit_length()
    step = size - reach + 1
    response = np.fft.rfft(impulse, size)
    for start in range(0, len(dry), step):
        part = np.fft.irfft(np.fft.rfft(dry[start : start + step], size) * response)
        stop = min(start + size, into.shape[1])
        into[:, start:stop] += part[:, : stop - start]


def tilt(audio: Signal, db: float, rate: int) -> None:
    """Raise or lower, in place, what lies above about 1.5 kHz."""
    width = max(round(rate / 3400), 2)
    gain = np.float32(10 ** (db / 20) - 1)
    for channel in audio:
        padded = np.pad(channel, (width // 2 + 1, width))
        for start in range(0, len(channel), _STRETCH):
            part = channel[start : start + _STRETCH]
            total = np.cumsum(padded[start : start + len(part) + width], dtype=np.float64)
            low = ((total[width:] - total[:-width]) / width).astype(np.float32)
            part += gain * (part - low)


def loudness(audio: Signal, rate: int) -> float:
    """LUFS as ITU-R BS.1770 weighs frequencies, in windows of 0.4 s; quiet windows are left out.

    One channel counts as two, since both loudspeakers will play it.
    """
    size = int(0.4 * rate)
    weight = _weights(size, rate)
    powers = []
    for start in range(0, max(audio.shape[1] - size, 1), size):
        spectrum = np.fft.rfft(audio[:, start : start + size], size)
        powers.append(float(np.sum(np.abs(spectrum) ** 2 * weight)) * 4 / len(audio) / size**2)
    heard = np.array(powers) + 1e-12
    gate = 0.1 * heard[heard > 1e-7].mean() if (heard > 1e-7).any() else 0.0
    return float(-0.691 + 10 * np.log10(heard[heard > gate].mean()))


@functools.lru_cache(maxsize=4)
def _weights(size: int, rate: int) -> Signal:
    hz = np.fft.rfftfreq(size, 1 / rate)
    shelf = (1 + 1.58 * (hz / 1680) ** 2) / (1 + (hz / 1680) ** 2)
    rumble = hz**4 / (hz**2 + 38.0**2) ** 2
    return (shelf * rumble).astype(np.float32)


def limit(audio: Signal, ceiling: float = CEILING) -> None:
    """Turn down, in place, what would pass the ceiling, a millisecond and a half before it comes."""
    n = audio.shape[1]
    blocks = -(-n // _BLOCK)
    peaks = np.zeros(blocks * _BLOCK, dtype=np.float32)
    peaks[:n] = np.abs(audio).max(axis=0)
    gain = np.minimum(1.0, ceiling / np.maximum(peaks.reshape(blocks, _BLOCK).max(axis=1), 1e-9))
    if gain.min() == 1.0:
        return
    for reach in (1, 2, 4, 8):
        padded = np.pad(gain, reach, mode="edge")
        gain = np.minimum(gain, np.minimum(padded[: -2 * reach], padded[2 * reach :]))
    kernel = np.hanning(15)[1:-1] / np.hanning(15)[1:-1].sum()
    smooth = np.convolve(np.pad(gain, 6, mode="edge"), kernel, mode="valid")
    middles = (np.arange(blocks) + 0.5) * _BLOCK
    for start in range(0, n, _STRETCH):
        part = audio[:, start : start + _STRETCH]
        part *= np.interp(np.arange(start, start + part.shape[1]), middles, smooth).astype(np.float32)


def fade(audio: Signal, rate: int, out_s: float) -> None:
    tail = min(int(out_s * rate), audio.shape[1])
    audio[:, -tail:] *= (0.5 + 0.5 * np.cos(np.linspace(0, np.pi, tail, dtype=np.float32))) ** 1.2
    edge = min(int(0.002 * rate), audio.shape[1])
    audio[:, :edge] *= np.linspace(0, 1, edge, dtype=np.float32)
