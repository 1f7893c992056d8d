"""How loud a track is at each instant, at every scale, so that its shape can be drawn at once.

A pyramid holds the lowest and highest sample and the root of the mean square of
every 256 samples, then of 4 times as many, and so on. It is computed once, by
streaming, and kept in the cache; whoever draws maps the file into memory and
touches a few bins per column, for a short call as for three hours.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import places
from core.audio.reader import Reader

BASE = 256
"""Samples in a bin of the finest level."""
FACTOR = 4
COARSEST = 64
"""No further level when one has so few bins."""
BLOCK_S = 20.0
PIECE_S = 2.0
"""So much of the samples themselves is handed out at once, where a picture needs them."""
LIMIT_BYTES = 1_000_000_000
"""What the cache may hold; whatever was used longest ago goes first."""

VERSION = 1
_HEADER = struct.Struct("<8sIIQQ")
_MAGIC = b"SNDPEAKS"
_FULL = 32767.0

Bins = NDArray[np.int16]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pyramid:
    """`levels[k][i]` is (lowest, highest, root of the mean square) of bin i, of 256 · 4^k samples."""

    rate_hz: int
    frames: int
    levels: tuple[Bins, ...]

    @property
    def duration_s(self) -> float:
        return self.frames / self.rate_hz

    def columns(self, start_s: float, end_s: float, width: int) -> NDArray[np.float32]:
        """(width, 3) between −1 and 1 for a picture of the span; zeros where there is nothing."""
        result = np.zeros((width, 3), np.float32)
        level, size = self._level_for((end_s - start_s) * self.rate_hz / max(width, 1))
        edges = np.linspace(start_s, end_s, width + 1) * (self.rate_hz / size)
        first = np.floor(edges[:-1] + 1e-9).astype(np.int64)
        last = np.maximum(np.ceil(edges[1:] - 1e-9).astype(np.int64), first + 1)
        there = np.flatnonzero((first < len(level)) & (first >= 0))
        if not len(there):
            return result
        first, last = first[there], np.minimum(last[there], len(level))
        begin = int(first[0])
        bins = np.vstack([level[begin : int(last[-1])], np.zeros((1, 3), np.int16)]).astype(np.float32)
        pairs = np.stack([first - begin, last - begin], axis=1).ravel()
        result[there, 0] = np.minimum.reduceat(bins[:, 0], pairs)[::2]
        result[there, 1] = np.maximum.reduceat(bins[:, 1], pairs)[::2]
        squares = np.add.reduceat(np.square(bins[:, 2]), pairs)[::2] / (last - first)
        result[there, 2] = np.sqrt(squares)
        return result / np.float32(_FULL)

    def _level_for(self, samples: float) -> tuple[Bins, int]:
        """The coarsest level with a bin for each column, and the size of its bins."""
        chosen, size = self.levels[0], BASE
        for place, level in enumerate(self.levels):
            if BASE * FACTOR**place > samples:
                break
            chosen, size = level, BASE * FACTOR**place
        return chosen, size


class Growing:
    """A pyramid on its way: each piece of finest bins makes the coarser ones."""

    def __init__(self, rate_hz: int, frames: int) -> None:
        """`frames`: how many are expected; more may come."""
        self.rate_hz = rate_hz
        self.frames = 0
        self._buffers = [np.zeros((max(-(-frames // BASE), 1), 3), np.int16)]
        self._bins = [0]

    def append(self, bins: Bins, frames: int) -> None:
        self.frames += frames
        self._put(0, self._bins[0], bins)
        place = 0
        while self._bins[place] > COARSEST:
            if len(self._bins) == place + 1:
                self._buffers.append(np.zeros((-(-len(self._buffers[place]) // FACTOR), 3), np.int16))
                self._bins.append(0)
            whole = max(self._bins[place + 1] - 1, 0)  # the last one may have been of fewer
            finer = self._buffers[place][whole * FACTOR : self._bins[place]]
            self._put(place + 1, whole, _coarser(finer))
            place += 1

    def _put(self, place: int, start: int, bins: Bins) -> None:
        end = start + len(bins)
        if end > len(self._buffers[place]):
            larger = np.zeros((max(end, 2 * len(self._buffers[place])), 3), np.int16)
            larger[:start] = self._buffers[place][:start]
            self._buffers[place] = larger
        self._buffers[place][start:end] = bins
        self._bins[place] = end

    @property
    def pyramid(self) -> Pyramid:
        """As far as it has come; it goes on growing without this one."""
        levels = zip(self._buffers, self._bins, strict=True)
        return Pyramid(self.rate_hz, self.frames, tuple(buffer[:count] for buffer, count in levels))


def _coarser(bins: Bins) -> Bins:
    starts = np.arange(0, len(bins), FACTOR)
    counts = np.diff(np.append(starts, len(bins)))
    squares = np.add.reduceat(np.square(bins[:, 2].astype(np.float64)), starts) / counts
    return np.stack(
        [
            np.minimum.reduceat(bins[:, 0], starts),
            np.maximum.reduceat(bins[:, 1], starts),
            np.rint(np.sqrt(squares)).astype(np.int16),
        ],
        axis=1,
    )


def bins_of(samples: NDArray[np.float32]) -> Bins:
    """The finest bins of a piece of sound in mono; the last may be of fewer samples."""
    scaled = np.clip(np.nan_to_num(samples, nan=0.0), -1, 1) * np.float32(_FULL)
    starts = np.arange(0, len(scaled), BASE)
    counts = np.diff(np.append(starts, len(scaled)))
    squares = np.add.reduceat(np.square(scaled.astype(np.float64)), starts) / counts
    return np.stack(
        [
            np.floor(np.minimum.reduceat(scaled, starts)),
            np.ceil(np.maximum.reduceat(scaled, starts)),
            np.rint(np.sqrt(squares)),
        ],
        axis=1,
    ).astype(np.int16)


def stream(path: Path) -> Iterator[tuple[int, int, Bins, int]]:
    """(rate, frames expected, finest bins, frames) of each piece of a file. It decodes: in a helper."""
    from core.audio.decoding import blocks, examine

    properties = examine(path)
    rate_hz = properties.rate_hz
    block = -(-round(BLOCK_S * rate_hz) // BASE) * BASE
    for samples in blocks(path, rate_hz, block / rate_hz):
        yield rate_hz, properties.frames or 0, bins_of(samples), len(samples)


def piece(reader: Reader, number: int) -> Bins:
    """The samples of one piece of an open file, in mono; empty behind its end."""
    size = round(PIECE_S * reader.properties.rate_hz)
    mono = reader.read(number * size, size).mean(axis=1, dtype=np.float32)
    whole: Bins = np.rint(np.clip(np.nan_to_num(mono, nan=0.0), -1, 1) * _FULL).astype(np.int16)
    return whole


# The cache


def folder() -> Path:
    return places.cache_folder() / "peaks"


def place_of(path: Path) -> Path:
    """Where the pyramid of a file is kept: another size or time of change is another place."""
    seen = path.stat()
    said = b"\0".join([os.fsencode(path), str(seen.st_size).encode(), str(seen.st_mtime_ns).encode()])
    return folder() / f"{hashlib.sha256(said).hexdigest()[:40]}-{VERSION}.peaks"


def find(path: Path) -> Pyramid | None:
    """The pyramid of a file, mapped into memory, if it was made and is whole."""
    try:
        place = place_of(path)
        found = _map(place)
    except (OSError, ValueError) as error:
        _log.debug("no peaks of %s: %s", path, error)
        return None
    with contextlib.suppress(OSError):
        os.utime(place)
    return found


def _map(place: Path) -> Pyramid:
    with place.open("rb") as file:
        head = file.read(_HEADER.size)
    if len(head) < _HEADER.size:
        raise ValueError("it ends in its head")
    magic, version, rate_hz, frames, count = _HEADER.unpack(head)
    sizes = _sizes(count)
    whole = _HEADER.size + sum(sizes) * 3 * 2
    if (magic, version) != (_MAGIC, VERSION) or not rate_hz or place.stat().st_size != whole or not count:
        raise ValueError("it is damaged or of another version")
    values = np.memmap(place, np.int16, "r", _HEADER.size, (sum(sizes), 3))
    borders = np.cumsum([0, *sizes])
    levels = tuple(values[a:b] for a, b in pairwise(borders))
    return Pyramid(rate_hz, frames, levels)


def _sizes(count: int) -> list[int]:
    sizes = [count]
    while sizes[-1] > COARSEST:
        sizes.append(-(-sizes[-1] // FACTOR))
    return sizes


def keep(pyramid: Pyramid, place: Path, limit_bytes: int = LIMIT_BYTES) -> None:
    """Write it in one step, and let what was used longest ago go where the cache is too large."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f"{place.name}.{os.getpid()}.new")
    count = len(pyramid.levels[0])
    try:
        with fresh.open("wb") as file:
            file.write(_HEADER.pack(_MAGIC, VERSION, pyramid.rate_hz, pyramid.frames, count))
            for level in pyramid.levels:
                file.write(np.ascontiguousarray(level).tobytes())
        fresh.replace(place)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    trim(place.parent, limit_bytes)


def trim(where: Path, limit_bytes: int) -> None:
    """Delete the files used longest ago until the rest takes no more than `limit_bytes`."""
    found = []
    for path in where.iterdir():
        with contextlib.suppress(OSError):
            seen = path.stat()
            found.append((seen.st_mtime_ns, seen.st_size, path))
    used = sum(size for _, size, _ in found)
    for _, size, path in sorted(found)[:-1]:
        if used <= limit_bytes:
            return
        with contextlib.suppress(OSError):  # somebody may still look at it, or have deleted it
            path.unlink()
        used -= size
