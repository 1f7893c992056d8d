"""How loud a recording is to a listener: after ITU-R BS.1770, of the mono mix.

Weighted and gated as the recommendation says, on spectra instead of filtered
samples, so that a whole file costs little more than its decoding.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

WINDOW_S = 0.4
ABSOLUTE_GATE_DB = -70.0
RELATIVE_GATE_DB = -10.0
OFFSET_DB = -0.691


class Loudness:
    """Feed it a file block by block, then ask."""

    def __init__(self, rate_hz: int) -> None:
        self._size = round(WINDOW_S * rate_hz)
        self._hop = self._size // 4
        self._window = np.hanning(self._size).astype(np.float32)
        frequencies = np.fft.rfftfreq(self._size, 1 / rate_hz).astype(np.float64)
        # Twice for the two halves of the spectrum; over the window's own energy.
        self._gain = 2.0 * _weighting(frequencies) / (self._size * float(np.sum(self._window**2)))
        self._rest = np.zeros(0, np.float32)
        self._power: list[NDArray[np.float64]] = []
        self.peak = 0.0

    def feed(self, block: NDArray[np.float32]) -> None:
        if len(block):
            self.peak = max(self.peak, float(np.abs(block).max()))
        samples = np.concatenate([self._rest, block])
        frames = 1 + (len(samples) - self._size) // self._hop
        if frames < 1:
            self._rest = samples
            return
        for start in range(0, frames, 64):
            picked = np.arange(start, min(start + 64, frames))[:, None] * self._hop + np.arange(self._size)
            spectrum = np.abs(np.fft.rfft(samples[picked] * self._window)) ** 2
            self._power.append(spectrum @ self._gain)
        self._rest = samples[frames * self._hop :]

    def peak_db(self) -> float | None:
        return 20 * float(np.log10(self.peak)) if self.peak > 0 else None

    def loudness_db(self) -> float | None:
        """In LUFS; None for silence and for less than a window."""
        power = np.concatenate(self._power) if self._power else np.zeros(0)
        if not len(power):
            power = self._of_a_short_file()
        loud = power[_db(power) > ABSOLUTE_GATE_DB]
        if not len(loud):
            return None
        gate = _db(loud.mean()) + RELATIVE_GATE_DB
        return float(_db(loud[_db(loud) > gate].mean()))

    def _of_a_short_file(self) -> NDArray[np.float64]:
        if not len(self._rest):
            return np.zeros(0)
        padded = np.zeros(self._size, np.float32)
        padded[: len(self._rest)] = self._rest
        share = len(self._rest) / self._size
        spectrum = np.abs(np.fft.rfft(padded)) ** 2
        return np.array([float(spectrum @ self._gain) * float(np.mean(self._window**2)) / share])


def _db(power: NDArray[np.float64] | np.floating) -> NDArray[np.float64]:
    return OFFSET_DB + 10 * np.log10(np.maximum(power, 1e-12))


def _weighting(frequencies: NDArray[np.float64]) -> NDArray[np.float64]:
    """The K curve: the recommendation's two filters, given there for 48 kHz, as power at a frequency."""
    z = np.exp(-2j * np.pi * frequencies / 48000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    weights: NDArray[np.float64] = np.abs(shelf * high) ** 2
    return weights
