"""What sounds at which pitch, for the eye: mel spectrograms in tiles, of whatever is looked at.

A tile is 256 columns wide. The finer the scale, the shorter its span; only the
tiles that are seen are ever computed. numpy alone, and no rate conversion: each
file is looked at in its own rate.
"""

from __future__ import annotations

from functools import cache
from math import log10

import numpy as np
from numpy.typing import NDArray

from core.audio.reader import Reader, Samples

MELS = 128
COLUMNS = 256
TOP_HZ = 11025.0
FLOOR_DB = -120.0
"""A tile's 0; its 255 is 0 dB, a sine of full scale."""
LEVELS = 15
"""Of scale: the columns of level k are 2^k ms apart."""

_AT_ONCE_S = 64.0
_SPARSE_FROM_S = 2.0
"""From so far apart on, the columns' windows alone are read where a file can be sought in."""
_MOST_WINDOWS = 3
"""In a column."""

Tile = NDArray[np.uint8]


def hop_s(level: int) -> float:
    return float(2**level) / 1000


def tile_s(level: int) -> float:
    return COLUMNS * hop_s(level)


def level_for(seconds_per_pixel: float) -> int:
    """The coarsest scale that has a column for each pixel."""
    level = 0
    while level + 1 < LEVELS and hop_s(level + 1) <= seconds_per_pixel * 1.001:
        level += 1
    return level


def mel(hz: float) -> float:
    return 2595 * log10(1 + hz / 700)


def height_of(hz: float) -> float:
    """Where a pitch lies in a tile, from 0 at the bottom to 1 at the top."""
    return mel(hz) / mel(TOP_HZ)


def tile(reader: Reader, level: int, number: int) -> Tile:
    """(MELS, COLUMNS), the highest pitch first; 0 where the file has ended."""
    rate_hz, hop = reader.properties.rate_hz, hop_s(level)
    size = _window_size(rate_hz, hop)
    per_column = min(max(round(hop * rate_hz / size), 1), _MOST_WINDOWS)
    first = number * COLUMNS
    moments = (first + (np.arange(COLUMNS * per_column) + 0.5) / per_column) * hop
    starts = np.rint(moments * rate_hz).astype(np.int64) - size // 2
    windows, there = _gather(reader, starts, size, sparse=hop >= _SPARSE_FROM_S)
    shape = np.hanning(size + 1)[:-1].astype(np.float32)
    power = np.square(np.abs(np.fft.rfft(windows * shape))) / np.square(shape.sum() / 2)
    bands = (power.astype(np.float32) @ filters(rate_hz, size).T).reshape(COLUMNS, per_column, MELS)
    level_db = 10 * np.log10(bands.mean(axis=1) + 1e-13)
    result = np.clip((level_db - FLOOR_DB) / -FLOOR_DB, 0, 1) * 255
    result[~there.reshape(COLUMNS, per_column).any(axis=1)] = 0
    return np.ascontiguousarray(np.rint(result).astype(np.uint8).T[::-1])


def _window_size(rate_hz: int, hop: float) -> int:
    """A power of two: some 90 ms, or half of it where the eye looks closely at time."""
    wanted = rate_hz * (0.046 if hop <= 0.004 else 0.093)
    return int(2 ** max(round(np.log2(wanted)), 5))


@cache
def filters(rate_hz: int, size: int) -> NDArray[np.float32]:
    """(MELS, size // 2 + 1): triangles on the mel scale, none narrower than what the transform can tell."""
    hz = np.arange(size // 2 + 1) * (rate_hz / size)
    mels = 2595 * np.log10(1 + hz / 700)
    centres = (np.arange(MELS) + 0.5) * (mel(TOP_HZ) / MELS)
    step = mel(TOP_HZ) / MELS
    at_hz = 700 * (10 ** (centres / 2595) - 1)
    bin_mels = 2595 * np.log10(1 + (at_hz + rate_hz / size) / 700) - centres
    widths = np.maximum(step, bin_mels)[:, None]
    result = np.clip(1 - np.abs(mels[None, :] - centres[:, None]) / widths, 0, None)
    return np.asarray(result, np.float32)


def _gather(
    reader: Reader, starts: NDArray[np.int64], size: int, *, sparse: bool
) -> tuple[Samples, NDArray[np.bool_]]:
    """The windows that begin at `starts`, in mono, and which of them the file has."""
    windows = np.zeros((len(starts), size), np.float32)
    there = np.zeros(len(starts), np.bool_)
    step = 1 if sparse and _seeks_quickly(reader) else _run(reader, starts, size)
    for begin in range(0, len(starts), step):
        some = starts[begin : begin + step]
        origin = max(int(some[0]), 0)
        sound = _mono(reader.read(origin, max(int(some[-1]) + size - origin, 0)))
        for row, start in enumerate(some, begin):
            head = max(origin - int(start), 0)
            piece = sound[max(int(start) - origin, 0) : int(start) - origin + size]
            windows[row, head : head + len(piece)] = piece
            there[row] = head + len(piece) > size // 2
        if len(sound) == 0 and some[0] > 0:
            break
    return np.nan_to_num(windows, nan=0.0, posinf=0.0, neginf=0.0), there


def _run(reader: Reader, starts: NDArray[np.int64], size: int) -> int:
    """How many windows are read in one go, in the memory of about a minute."""
    apart = max((int(starts[-1]) - int(starts[0])) // max(len(starts) - 1, 1), 1)
    return int(max((_AT_ONCE_S * reader.properties.rate_hz + size) // apart, 1))


def _seeks_quickly(reader: Reader) -> bool:
    from core.audio.sndfile import SndfileReader

    return isinstance(reader, SndfileReader)


def _mono(samples: Samples) -> Samples:
    mixed: Samples = samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1, dtype=np.float32)
    return mixed
