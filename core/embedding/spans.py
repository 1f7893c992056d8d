"""Which spans of a track an encoder is given, and how they come out of the file.

Spans are counted in samples at the encoder's rate, so that every window has
the same length to the sample. `hear` runs in a crew: files may be anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import AudioProblem

CHUNK_S = 120.0
"""So much of a long track is decoded at once."""
MOST_S = 4 * CHUNK_S
"""So long are the windows of a chunk together, however much they overlap."""


Seen = tuple[int, int]
"""Size and time of change of a file, as a scan has written them down."""


@dataclass(frozen=True)
class Chunk:
    """Windows of one track that are decoded together: they begin at `starts` and last `length` samples."""

    track_id: int
    path: str
    rate_hz: int
    number: int
    """Of this chunk in its track, from 0."""
    of: int
    starts: tuple[int, ...]
    length: int
    seen: Seen | None = None
    """The file must still be so; None: it may be anything."""


@dataclass(frozen=True)
class Unheard:
    """Why a track has no vectors. `gone`: the file is not there; `changed`: it is another one."""

    why: str
    gone: bool = False
    changed: bool = False


Heard = NDArray[np.float32] | Unheard
GONE = Unheard("The file is not where it was.", gone=True)
CHANGED = Unheard("The file has changed since it was scanned. Scan, then encode again.", changed=True)


def window_starts(total: int, window: int, hop: int) -> list[int]:
    """Whole windows from the beginning on; a last one flush with the end when more than half a hop is left.

    A track that is no longer than a window is one span, as long as it is.
    """
    if total <= window:
        return [0]
    starts = list(range(0, total - window + 1, hop))
    left = total - (starts[-1] + window)
    return [*starts, total - window] if left > hop / 2 else starts


def chunks(
    track_id: int,
    path: Path,
    duration_s: float,
    rate_hz: int,
    window_s: float,
    hop_s: float,
    seen: Seen | None = None,
) -> Iterator[Chunk]:
    total = max(int(duration_s * rate_hz), 1)
    window = round(window_s * rate_hz)
    starts = window_starts(total, window, max(round(hop_s * rate_hz), 1))
    size = max(min(round((CHUNK_S - window_s) / hop_s) + 1, int(MOST_S / window_s)), 1)
    parts = [tuple(starts[i : i + size]) for i in range(0, len(starts), size)]
    for number, part in enumerate(parts):
        yield Chunk(track_id, str(path), rate_hz, number, len(parts), part, min(window, total), seen)


def why_not(path: Path, seen: Seen) -> Unheard | None:
    """What has become of a file since it was scanned; None when nothing has."""
    try:
        now = path.stat()
    except FileNotFoundError:
        return GONE
    except OSError as error:
        return Unheard(_sentence(error.strerror or str(error)))
    return None if (now.st_size, now.st_mtime_ns) == seen else CHANGED


def hear(chunk: Chunk) -> Heard:
    """(windows, samples). A file that ends early gives fewer windows, but never none."""
    from core.audio import decode  # whoever only counts windows starts without a decoder

    if chunk.seen and (unheard := why_not(Path(chunk.path), chunk.seen)):
        return unheard
    first, end = chunk.starts[0], chunk.starts[-1] + chunk.length
    try:
        samples = decode(
            Path(chunk.path), chunk.rate_hz, start_s=first / chunk.rate_hz, end_s=end / chunk.rate_hz
        )
    except AudioProblem as problem:
        gone = isinstance(problem.__cause__, FileNotFoundError)
        return GONE if gone else Unheard(_sentence(problem.why))
    if not len(samples):
        return Unheard("There is no sound where there should be some.")
    there = [start - first for start in chunk.starts if start - first + chunk.length // 2 < len(samples)]
    windows = np.zeros((max(len(there), 1), chunk.length), np.float32)
    for row, start in enumerate(there or [0]):
        piece = samples[start : start + chunk.length]
        windows[row, : len(piece)] = piece
    return windows


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}."
