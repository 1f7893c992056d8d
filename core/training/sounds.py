"""Excerpts for an encoder that learns along: decoded ahead in a crew, kept in memory as far as they fit.

What is kept changes nothing but the time it takes. A file that cannot be heard is
told of once, and the rest goes on without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.crew import Crew, Died, in_order
from core.embedding.ahead import Ahead
from core.embedding.spans import Chunk, Seen, Unheard
from core.progress import ShouldStop, Stop
from core.runs.heard import excerpt_starts

Samples = NDArray[np.float32]
WHOLE_S = 60.0
"""Tracks up to this length are decoded and kept whole; of longer ones an excerpt at a time."""
WHOLE_BYTES = 4 << 30
"""Where all of these together are more, of them an excerpt at a time, too: it is decoded again in each epoch.

The rule does not ask how much memory is free, since a cut out of the whole and one decoded alone may differ
in their last bits, and training goes on elsewhere to the same ones.
"""
AHEAD = 16
BYTES = 4
"""Of a sample."""


@dataclass(frozen=True)
class Sound:
    """One track as a file."""

    track_id: int
    path: Path
    seconds: float
    seen: Seen


@dataclass(frozen=True)
class Piece:
    """What is wanted of a track: `start` in samples."""

    track_id: int
    start: int


class Sounds:
    """Use `with`, or close it: it holds processes."""

    def __init__(
        self,
        sounds: Iterable[Sound],
        rate_hz: int,
        length: int,
        *,
        room_bytes: int,
        members: int = 1,
        should_stop: ShouldStop,
        whole_bytes: int = WHOLE_BYTES,
    ) -> None:
        self.rate_hz, self.length = rate_hz, length
        self.sounds = {sound.track_id: sound for sound in sounds}
        short_s = sum(sound.seconds for sound in self.sounds.values() if sound.seconds <= WHOLE_S)
        self._whole_s = WHOLE_S if short_s * rate_hz * BYTES <= whole_bytes else 0.0
        self.lost: dict[int, Unheard] = {}
        self.waited_s = 0.0
        self._kept: dict[int, Samples] = {}
        self._room = room_bytes
        self._should_stop = should_stop
        self._crew = Crew("core.embedding.spans:hear", members, patience_s=300.0)

    def __enter__(self) -> Sounds:
        return self

    def __exit__(self, *error: object) -> None:
        self._crew.close()

    def total(self, track_id: int) -> int:
        """Samples of a whole track, as far as is known."""
        return max(int(self.sounds[track_id].seconds * self.rate_hz), 1)

    def starts(self, track_id: int, most: int, *, first: bool = False) -> list[int]:
        """Where `most` excerpts begin that lie evenly over a track; fewer where it has no room for them.

        `first`: from its beginning, one after the other.
        """
        return excerpt_starts(self.total(track_id), self.length, most, first=first)

    def get(self, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Samples]]:
        """In their order, without those of tracks that cannot be heard. Ends early when asked to stop."""
        with self._ahead(self._missing(pieces)) as ahead:
            fetched, at_hand = iter(ahead), dict[Chunk, Samples]()
            for piece in pieces:
                chunk = self._chunk(piece)
                while not (piece.track_id in self._kept or piece.track_id in self.lost or chunk in at_hand):
                    found = next(fetched, None)
                    if found is None:  # asked to stop
                        return
                    at_hand = self._take(*found)
                heard = self._kept.get(piece.track_id, at_hand.get(chunk))
                if heard is not None:
                    yield piece, self._cut(heard, piece.start - chunk.starts[0])
            self.waited_s += ahead.waited_s

    def _missing(self, pieces: Sequence[Piece]) -> list[Chunk]:
        """What has to be fetched, in order: pieces of one chunk that follow each other share it."""
        chunks = [self._chunk(piece) for piece in pieces if piece.track_id not in self._kept]
        return [replace(chunk, number=i) for i, (chunk, _) in enumerate(groupby(chunks))]

    def _take(self, chunk: Chunk, heard: Any) -> dict[Chunk, Samples]:  # noqa: ANN401 - as the crew answers
        """What was fetched is kept where there is room, and is at hand in any case."""
        if isinstance(heard, Died):
            heard = Unheard(f"{heard.how[:1].upper()}{heard.how[1:]}.")
        if isinstance(heard, Unheard):
            self.lost[chunk.track_id] = heard
            return {}
        samples: Samples = heard[0]
        if not np.isfinite(samples).all():
            self.lost[chunk.track_id] = Unheard("It holds samples that are no numbers.")
            return {}
        whole = self.sounds[chunk.track_id].seconds <= self._whole_s
        if whole and samples.nbytes <= self._room:
            self._room -= samples.nbytes
            self._kept[chunk.track_id] = samples
        return {replace(chunk, number=0): samples}

    def _ahead(self, chunks: list[Chunk]) -> Ahead[tuple[Chunk, Any]]:
        def draw(over: Callable[[], bool]) -> Iterator[tuple[Chunk, Any]]:
            def stop() -> Stop | None:
                return self._should_stop() or (Stop.KEEP if over() else None)

            return in_order(chunks, self._crew.run(chunks, stop))

        return Ahead(draw, AHEAD)

    def _chunk(self, piece: Piece) -> Chunk:
        sound, total = self.sounds[piece.track_id], self.total(piece.track_id)
        whole = sound.seconds <= self._whole_s
        start, length = (0, total) if whole else (piece.start, min(self.length, total))
        return Chunk(piece.track_id, str(sound.path), self.rate_hz, 0, 1, (start,), length, sound.seen)

    def _cut(self, heard: Samples, start: int) -> Samples:
        """A track that is too short is repeated: silence would change what norms see."""
        piece = heard[start : start + self.length]
        return piece if len(piece) == self.length else np.resize(heard[start:], self.length)
