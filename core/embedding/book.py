"""What an encode job writes: shards every few seconds, and the ledger where a track could not be heard."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import update

from core.embedding.spans import Seen, Unheard, why_not
from core.library.states import State
from core.store.collection import Collection
from core.store.schema import Track

FLUSH_S = 10.0
"""At the latest; sooner while a job is young, so that a kill costs about a tenth of what was done."""
YOUNG_S = 1.0
FLUSH_BYTES = 64_000_000
HEARD_STATES = (State.OK, State.DUPLICATE)
AT_ONCE = 64
"""Windows that are looked at together."""
LARGEST_HALF = 6e4
"""Beyond this a number does not fit into 16 bits."""

Vectors = NDArray[np.float32]


@dataclass
class Book:
    """What has been encoded and not yet written, and what has been written."""

    collection: Collection
    set_id: int
    job_id: int
    readable: bool
    """The values mean something to a person, so they are kept to the last digit."""
    files: Mapping[int, tuple[Path, Seen]]
    """Of the tracks, as they were when the job began."""
    pending: list[tuple[int, Vectors]] = field(default_factory=list)
    failed: dict[int, Unheard] = field(default_factory=dict)
    lost: dict[int, Unheard] = field(default_factory=dict)
    new: int = 0
    size: int = 0
    begun_s: float = field(default_factory=time.monotonic)
    written_s: float = field(default_factory=time.monotonic)
    storage_error: float = 0.0

    def enter(self, track_id: int, vectors: Vectors | Unheard) -> None:
        if isinstance(vectors, Unheard):
            self._leave_out(track_id, vectors)
        elif not np.isfinite(vectors).all():
            self.lost[track_id] = Unheard("The encoder gave values that are no numbers.")
        else:
            self.pending.append((track_id, vectors))
            self.size += vectors.nbytes
        now_s = time.monotonic()
        wait_s = min(max((now_s - self.begun_s) / 10, YOUNG_S), FLUSH_S)
        if self.size > FLUSH_BYTES or now_s - self.written_s > wait_s:
            self.write()

    def _leave_out(self, track_id: int, unheard: Unheard) -> None:
        """What has changed is none of the ledger's business before it was scanned."""
        (self.lost if unheard.changed else self.failed)[track_id] = unheard

    def _drop_changed(self) -> None:
        """Vectors tell of the file that was scanned, or of none."""
        pending, self.pending = self.pending, []
        for track_id, vectors in pending:
            unheard = why_not(*self.files[track_id])
            if unheard:
                self._leave_out(track_id, unheard)
            else:
                self.pending.append((track_id, vectors))

    def write(self) -> None:
        self._drop_changed()
        if self.pending:
            excerpts = self._stored([vectors for _, vectors in self.pending])
            tracks = self._stored([_summary(vectors)[None] for _, vectors in self.pending])
            counts = [(track_id, len(vectors)) for track_id, vectors in self.pending]
            ones = [(track_id, 1) for track_id, _ in self.pending]
            self.collection.vectors.append_all(
                self.set_id,
                {"excerpt": (excerpts, counts), "track": (tracks, ones)},
                job_id=self.job_id,
                seen={track_id: self.files[track_id][1] for track_id, _ in self.pending},
            )
            self.new += len(self.pending)
        if self.failed:
            _to_ledger(self.collection, self.failed)
            self.lost |= self.failed
        self.pending, self.failed, self.size, self.written_s = [], {}, 0, time.monotonic()

    def _stored(self, parts: list[Vectors]) -> NDArray[np.floating]:
        """In 16 bits, unless the values can be read by a person or do not fit."""
        largest = max(max(part.max(), -part.min()) for part in parts)
        if self.readable or largest > LARGEST_HALF:
            return np.concatenate(parts)
        halves = np.concatenate([part.astype(np.float16) for part in parts])
        first = 0
        for part in parts:
            self.storage_error = max(self.storage_error, _distance(part, halves[first:]))
            first += len(part)
        return halves


def _summary(vectors: Vectors) -> Vectors:
    """(windows, layers, dimension) to (layers, 2, dimension): mean and standard deviation over windows.

    Layer by layer, since a track of hours has hundreds of megabytes.
    """
    summary = np.empty((vectors.shape[1], 2, vectors.shape[2]), np.float32)
    for layer, (mean, deviation) in enumerate(summary):
        exact = vectors[:, layer].astype(np.float64)
        mean[:], deviation[:] = exact.mean(0), exact.std(0)
    return summary


def _distance(vectors: Vectors, halves: NDArray[np.float16]) -> float:
    """The largest, over as many rows as `vectors` has."""
    blocks = range(0, len(vectors), AT_ONCE)
    return max(_cosine_distance(vectors[i : i + AT_ONCE], halves[i : i + AT_ONCE]) for i in blocks)


def _cosine_distance(a: Vectors, halves: NDArray[np.float16]) -> float:
    b = halves[: len(a)].astype(np.float32)
    lengths = np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1)
    there = lengths > 0
    cosine = np.sum(a.astype(np.float64) * b, axis=-1)[there] / lengths[there]
    return float(1 - cosine.min(initial=1.0))


def _to_ledger(collection: Collection, failed: dict[int, Unheard]) -> None:
    with collection.database.writing() as session:
        for track_id, unheard in failed.items():
            state = State.VANISHED if unheard.gone else State.UNDECODABLE
            here_state = Track.state if unheard.gone else None
            changed = update(Track).where(Track.id == track_id, Track.state.in_(HEARD_STATES))
            session.execute(changed.values(here_state=here_state, state=state, reason=unheard.why))
