"""Longer or shorter at the same pitch: a phase vocoder that keeps attacks as they are.

Each frame of the output takes its magnitudes from where the input is by then,
and turns their phases so that they go on from the frame before. How far a
phase goes in one hop is read off two frames of the input that are one hop
apart, so nothing needs to be unwrapped. All bins around a peak are turned like
the peak (Laroche and Dolson 1999), and both channels alike, so that timbre and
stereo image stay. Where something sets in, the input runs at its own speed for
a moment, and what is new takes its phases from there: an attack sounds as
recorded.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.audio.onsets import Onsets
from core.audio.reader import Samples

WINDOW_S = 0.085
OVERLAP = 4
GAIN = 1.5
"""What squared Hann windows of this overlap add up to."""
RISE = 2.0
"""A bin that grows so much around an onset belongs to what sets in."""

Spectrum = NDArray[np.complex64]


class Vocoder:
    """Feed it (n, 2) and it gives `ratio` times as many frames, late by what it looks ahead."""

    def __init__(self, rate_hz: int, ratio: float) -> None:
        self._ratio = ratio
        self._size = 1 << round(np.log2(WINDOW_S * rate_hz))
        self._hop = self._size // OVERLAP
        self._half = self._size // 2
        self._ahead = round(self._size * max(1.5, 0.5 + 0.5 / ratio))
        self._window: NDArray[np.float32] = np.hanning(self._size + 1)[:-1].astype(np.float32)[:, None]
        self._onsets = Onsets(rate_hz)
        self._buffer: Samples = np.zeros((2 * self._size, 2), np.float32)
        self._first = -2 * self._size
        """Where in the input the buffer begins."""
        self._fed = 0
        self._frame = 1 - OVERLAP
        """The one that comes next; frame n is centred n hops into the output."""
        self._onset: int | None = 0
        self._before: Spectrum | None = None
        self._tail: Samples = np.zeros((self._size, 2), np.float32)
        self._given = -self._half - (OVERLAP - 1) * self._hop

    def feed(self, samples: Samples) -> Samples:
        self._fed += len(samples)
        self._buffer = np.concatenate([self._buffer, samples])
        self._onsets.feed(samples)
        return self._give(self._fed - self._ahead)

    def finish(self) -> Samples:
        """What is still on its way; the whole is `ratio` times as long as what was fed, to the frame."""
        total = round(self._fed * self._ratio)
        silence = np.zeros((self._ahead + 2 * self._size, 2), np.float32)
        self._buffer = np.concatenate([self._buffer, silence])
        pieces = [self._give(self._fed + self._size)]
        while self._given < total:
            pieces.append(self._make(self._fed + self._size, None))
        whole = np.concatenate(pieces)
        return whole[: len(whole) - (self._given - total)]

    def _give(self, settled: int) -> Samples:
        """All frames that are centred before `settled`."""
        pieces = [np.zeros((0, 2), np.float32)]
        while True:
            at, onset = self._place()
            if max(at, self._frame * self._hop / self._ratio) > settled:
                break
            pieces.append(self._make(at, onset if onset != self._onset else None))
            self._onset = onset if onset is not None else self._onset
        spare = min(at, self._frame * self._hop / self._ratio) - self._first - 2 * self._size
        if spare > self._size:
            self._buffer = self._buffer[int(spare) :]
            self._first += int(spare)
        return np.concatenate(pieces)

    def _place(self) -> tuple[int, int | None]:
        """Where in the input the next frame is centred, and the onset that it is near to."""
        out = self._frame * self._hop
        if out <= 0:
            return out, None
        plain = round(out / self._ratio)
        onset = self._onsets.nearest(plain)
        if onset is None:
            return plain, None
        away = round(out - onset * self._ratio)
        if away < -self._half:
            return min(plain, onset - self._half), None
        if away > self._half:
            return max(plain, onset + self._half), None
        return onset + away, onset

    def _make(self, at: int, onset: int | None) -> Samples:
        """The frame centred at `at`, the first one near `onset`; the part of the output that it completes."""
        now = self._spectrum(at)
        if self._before is not None and self._frame > 0:
            turned = self._turned(now, self._spectrum(at - self._hop))
            if onset is not None:
                new = self._size_at(onset + self._half // 2) > RISE * self._size_at(onset - self._half)
                turned[new] = now[new]
            now = turned
        self._before = now
        self._tail += np.fft.irfft(now, self._size, axis=0).astype(np.float32) * (self._window / GAIN)
        done = self._tail[: self._hop].copy()
        self._tail = np.concatenate([self._tail[self._hop :], np.zeros((self._hop, 2), np.float32)])
        self._frame += 1
        self._given += self._hop
        return done[min(max(self._hop - self._given, 0), self._hop) :]

    def _turned(self, now: Spectrum, hop_ago: Spectrum) -> Spectrum:
        """`now` as it follows the frame before, if `hop_ago` is what the input was one hop ago."""
        assert self._before is not None
        size = np.abs(now).sum(axis=1)
        inner = size[2:-2]
        is_peak = (inner >= size[1:-3]) & (inner > size[3:-1]) & (inner >= size[:-4]) & (inner > size[4:])
        peaks = np.flatnonzero(is_peak) + 2
        if not len(peaks):
            return now
        turn = (self._before[peaks] * np.conj(hop_ago[peaks])).sum(axis=1)
        length = np.abs(turn)
        turn = np.where(length > 0, turn / np.maximum(length, 1e-30), 1).astype(np.complex64)
        borders = (peaks[1:] + peaks[:-1] + 1) // 2
        owner = np.zeros(len(size), np.intp)
        owner[borders] = 1
        turned: Spectrum = now * turn[np.cumsum(owner)][:, None]
        return turned

    def _size_at(self, centre: int) -> NDArray[np.float32]:
        sizes: NDArray[np.float32] = np.abs(self._spectrum(centre)).sum(axis=1)
        return sizes

    def _spectrum(self, centre: int) -> Spectrum:
        start = max(min(centre - self._half - self._first, len(self._buffer) - self._size), 0)
        windowed: Samples = self._buffer[start : start + self._size] * self._window
        spectrum: Spectrum = np.fft.rfft(windowed, axis=0).astype(np.complex64)
        return spectrum
