"""Onsets and tempo, from how fast the mel bands of an excerpt rise.

The tempo is the shift at which the onsets meet themselves best; where several
do, that nearest to 120 beats a minute is preferred, as listeners do. Half or
double the tempo that somebody would beat remains possible.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

RISE = 2
"""Frames over which a rise is measured: an attack fills several overlapping ones."""
AROUND_S = 0.4
"""What an onset stands out of, before and after it."""
APART_S = 0.07
ONSET_DB = 0.7
"""By how much, as the mean over all bands."""
SLOWEST, FASTEST, USUAL = 40.0, 240.0, 120.0
WIDTH = 1.0
"""Octaves around the usual tempo."""
CLEAR = 0.1
MULTIPLES = 8
"""The shift is measured over as many periods, as far as the excerpt is long enough."""


def describe(levels: Floats, frame_s: float) -> list[float]:
    """Tempo and its clarity; onsets per second; mean, deviation and maximum of their strength."""
    if len(levels) <= RISE:
        return [0.0] * 6
    rise = np.maximum(levels[RISE:] - levels[:-RISE], 0).mean(1, dtype=np.float64)
    above = np.maximum(rise - _local_mean(rise, frame_s), 0)
    onset = _tops(above, round(APART_S / frame_s)) & (above > ONSET_DB)
    bpm, clarity = _tempo(above, frame_s) if np.count_nonzero(onset) > 1 else (0.0, 0.0)
    per_second = np.count_nonzero(onset) / (len(levels) * frame_s)
    return [bpm, clarity, per_second, float(rise.mean()), float(rise.std()), float(rise.max())]


def _local_mean(rise: Doubles, frame_s: float) -> Doubles:
    reach = round(AROUND_S / frame_s)
    total = np.concatenate([[0.0], np.cumsum(rise)])
    at = np.arange(len(rise))
    first, last = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(rise))
    mean: Doubles = (total[last] - total[first]) / (last - first)
    return mean


def _tops(above: Doubles, reach: int) -> NDArray[np.bool_]:
    """The largest within reach; of equals the first."""
    padded = np.pad(above, reach, constant_values=-1.0)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    top: NDArray[np.bool_] = np.argmax(windows, axis=1) == reach
    return top


def _tempo(above: Doubles, frame_s: float) -> tuple[float, float]:
    likeness = _autocorrelation(above)
    shifts = np.arange(len(likeness))
    first, last = round(60 / FASTEST / frame_s), round(60 / SLOWEST / frame_s)
    last = min(last, len(likeness) // 2)
    if last <= first:
        return 0.0, 0.0
    octaves = np.log2(60 / (shifts[first : last + 1] * frame_s) / USUAL)
    wanted = likeness[first : last + 1] * np.exp(-0.5 * (octaves / WIDTH) ** 2)
    shift = first + int(np.argmax(wanted))
    clarity = float(likeness[shift])
    if clarity < CLEAR:
        return 0.0, 0.0
    return 60 / (_refined(likeness, shift) * frame_s), min(clarity, 1.0)


def _autocorrelation(above: Doubles) -> Doubles:
    """1 at no shift; the mean of the products at each shift, so that long shifts do not look weak."""
    size = 2 * len(above)
    spectrum = np.fft.rfft(above - above.mean(), size)
    products = np.fft.irfft(spectrum.real**2 + spectrum.imag**2, size)[: len(above)]
    products /= len(above) - np.arange(len(above))
    likeness: Doubles = products / products[0]
    return likeness


def _refined(likeness: Doubles, shift: int) -> float:
    """A period in frames and fractions, from the top next to each of its multiples."""
    period = _top(likeness, shift)
    for times in range(2, MULTIPLES + 1):
        near = round(period * times)
        if near >= len(likeness) * 3 // 4:
            break
        top = near - 1 + int(np.argmax(likeness[near - 1 : near + 2]))
        if likeness[top] < CLEAR:
            break
        period = _top(likeness, top) / times
    return period


def _top(likeness: Doubles, at: int) -> float:
    """Where a parabola through a value and its neighbours has its top."""
    if not 0 < at < len(likeness) - 1:
        return float(at)
    a, b, c = likeness[at - 1 : at + 2]
    bend = a - 2 * b + c
    return at + float(np.clip(0.5 * (a - c) / bend, -0.5, 0.5)) if bend < 0 else float(at)
