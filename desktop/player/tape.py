"""What is played, as if it were one long recording: spans of files, one after another, loops."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.audio.reader import Samples
from desktop.player.source import Chunk, Failed, Source

FADE_S = 0.004
"""How long it takes to begin or end amid a sound, that it may not click."""
AHEAD = 3
"""Chunks that are decoded ahead."""


@dataclass(frozen=True)
class Item:
    serial: int
    path: str
    start_s: float
    end_s: float | None
    gain: float = 1.0


@dataclass(frozen=True)
class Segment:
    """From frame `at` of the tape on: this item, from this frame of its file."""

    at: int
    item: Item
    frame: int


class Tape:
    """`take` gives the next frames. `is_over` once there are no more, ever."""

    def __init__(
        self,
        source: Source,
        rate_hz: int,
        item: Item,
        frame: int,
        follow: Iterable[Item],
        loop: tuple[float, float] | None,
        bad: Callable[[Item, str], None],
        *,
        joins: bool = False,
    ) -> None:
        """`joins`: something else leads into it, so it need not grow out of silence."""
        self._source = source
        self._rate_hz = rate_hz
        self._fade = round(FADE_S * rate_hz)
        self._bad = bad
        self.item: Item | None = item
        self.frame = frame
        self.follow = deque(follow)
        self.loop = None if loop is None else (self._frames(loop[0]), self._frames(loop[1]))
        self.segments: list[Segment] = []
        self.length = 0
        self._grows_from = frame if frame and not joins else -1
        self._note()

    @property
    def is_over(self) -> bool:
        return self.item is None

    def take(self, most: int) -> Samples | None:
        """At most so many frames; None when they are not decoded yet, or there are none."""
        while self.item is not None:
            limit = self._limit()
            second, within = divmod(self.frame, self._rate_hz)
            if limit is not None and self.frame >= limit:
                self._turn()
                continue
            chunk = self._source.get((self.item.path, self._rate_hz, second))
            if chunk is None:
                return None
            if isinstance(chunk, Failed):
                self._bad(self.item, chunk.sentence)
                self._go_on()
            elif within >= len(chunk):
                self._turn()
            else:
                count = min(most, len(chunk) - within)
                count = count if limit is None else min(count, limit - self.frame)
                return self._shape(chunk[within : within + count], limit)
        return None

    def wanted(self) -> list[Chunk]:
        """The chunks that come next."""
        if self.item is None:
            return []
        path, rate_hz = self.item.path, self._rate_hz
        first, limit = self.frame // rate_hz, self._limit()
        last = first + AHEAD if limit is None else min(first + AHEAD, limit // rate_hz)
        chunks = [(path, rate_hz, second) for second in range(first, last + 1)]
        if self.loop is not None:
            begin = max(self.loop[0] - self._fade, 0) // rate_hz
            chunks += [(path, rate_hz, begin), (path, rate_hz, begin + 1)]
        elif self.follow:
            after = self.follow[0]
            begin = self._frames(after.start_s) // rate_hz
            chunks += [(after.path, rate_hz, begin), (after.path, rate_hz, begin + 1)]
        return chunks

    def _frames(self, seconds: float) -> int:
        return round(seconds * self._rate_hz)

    @property
    def _loops(self) -> bool:
        return self.loop is not None and self.frame <= self.loop[1]

    def _limit(self) -> int | None:
        assert self.item is not None
        if self.loop is not None and self._loops:
            return self.loop[1]
        return None if self.item.end_s is None else self._frames(self.item.end_s)

    def _turn(self) -> None:
        """The end of the loop, of the span or of the file."""
        if self.loop is not None and self._loops and self.frame > self.loop[0]:
            self.frame, self._grows_from = self.loop[0], -1
            self._note()
        else:
            self._go_on()

    def _go_on(self) -> None:
        before, at = self.item, self.frame
        self.item = self.follow.popleft() if self.follow else None
        if self.item is not None and before is not None:
            self.loop = None
            self.frame = self._frames(self.item.start_s)
            joins = self.item.path == before.path and self.frame == at
            self._grows_from = self.frame if self.frame and not joins else -1
            self._note()

    def _note(self) -> None:
        assert self.item is not None
        self.segments.append(Segment(self.length, self.item, self.frame))

    def _shape(self, piece: Samples, limit: int | None) -> Samples:
        """As it is to be heard: with its gain, and without clicks where it begins or ends amid a sound."""
        assert self.item is not None
        piece = self._joined(piece, limit) if limit is not None else piece
        grown = self.frame - self._grows_from
        if self._grows_from >= 0 and grown < self._fade:
            ramp = np.arange(grown, grown + len(piece), dtype=np.float32) / self._fade
            piece = piece * np.minimum(ramp, 1)[:, None]
        if self.item.gain != 1.0:
            piece = piece * np.float32(self.item.gain)
        self.frame += len(piece)
        self.length += len(piece)
        return piece

    def _joined(self, piece: Samples, limit: int) -> Samples:
        """Towards a cut it fades: into what leads up to the start of the loop, or into silence."""
        begin, end = limit - self._fade, self.frame + len(piece)
        if end <= begin:
            return piece
        first = max(begin - self.frame, 0)
        places = np.arange(self.frame + first, end)
        ramp = ((limit - places) / np.float32(self._fade)).astype(np.float32)[:, None]
        if self.loop is not None and self._loops:
            lead = self._lead(places - limit + self.loop[0])
            if lead is None:
                return piece
            faded = piece[first:] * ramp + lead * (1 - ramp)
        elif self._is_cut(limit):
            faded = piece[first:] * ramp
        else:
            return piece
        return np.concatenate([piece[:first], faded])

    def _lead(self, places: NDArray[np.int64]) -> Samples | None:
        """These frames of the file, which come before the loop; None where the loop begins with the file."""
        assert self.item is not None
        if places[0] < 0:
            return None
        result = np.zeros((len(places), 2), np.float32)
        for second in range(int(places[0]) // self._rate_hz, int(places[-1]) // self._rate_hz + 1):
            chunk = self._source.get((self.item.path, self._rate_hz, second))
            if chunk is None or isinstance(chunk, Failed):
                return None
            mine = places // self._rate_hz == second
            within = places[mine] - second * self._rate_hz
            if within[-1] >= len(chunk):
                return None
            result[mine] = chunk[within]
        return result

    def _is_cut(self, limit: int) -> bool:
        """Whether the file goes on there, and what follows is not just that."""
        assert self.item is not None
        after = self.follow[0] if self.follow else None
        if after and after.path == self.item.path and self._frames(after.start_s) == limit:
            return False
        second, within = divmod(limit, self._rate_hz)
        chunk = self._source.get((self.item.path, self._rate_hz, second))
        return chunk is None or isinstance(chunk, Failed) or within < len(chunk)
