"""Which tracks are the same recording: to the byte, or encoded differently.

The ledger keeps one of them as it is, without loss rather than with, and calls
the others duplicates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from sqlalchemy import select, update

from core.audio.fingerprint import SAME, distance, suspects
from core.library.states import State
from core.store.collection import Collection
from core.store.schema import Track

LOSSLESS = frozenset(
    (
        "flac",
        "wave",
        "wav",
        "aiff",
        "alac",
        "wavpack",
        "monkeysaudio",
        "trueaudio",
        "tta",
        "dsf",
        "caf",
        "oggflac",
    )
)
MOST_DIFFERENT_LENGTH = 1.1
"""Recordings whose lengths differ by more than this factor are not the same, whatever their beginnings."""


def mark(collection: Collection) -> int:
    """Find duplicates anew and write them into the ledger; returns how many there are."""
    with collection.database.writing() as session:
        heard = (State.OK, State.DUPLICATE)
        columns = (
            Track.id,
            Track.shown_path,
            Track.sha256,
            Track.fingerprint,
            Track.duration_s,
            Track.container,
            Track.codec,
        )
        rows: Sequence[Any] = session.execute(
            select(*columns).where(Track.state.in_(heard)).order_by(Track.id)
        ).all()
        rows = sorted(rows, key=lambda row: (not _is_lossless(row), row.id))
        found = _same_files(rows)
        found |= _same_recordings([row for row in rows if row.id not in found])
        was = update(Track).where(Track.state == State.DUPLICATE)
        session.execute(was.values(state=State.OK, reason="", duplicate_of_id=None))
        for track_id, (first, reason) in found.items():
            values = {"state": State.DUPLICATE, "reason": reason, "duplicate_of_id": first}
            session.execute(update(Track).where(Track.id == track_id).values(**values))
    return len(found)


def _is_lossless(row: Any) -> bool:  # noqa: ANN401 - a row
    return bool(LOSSLESS & {row.container, row.codec}) or str(row.codec).startswith("pcm")


def _same_files(rows: Sequence[Any]) -> dict[int, tuple[int, str]]:
    by_hash: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row.sha256:
            by_hash[row.sha256].append(row)
    return {
        other.id: (first.id, f"The same file as {first.shown_path}.")
        for first, *others in by_hash.values()
        for other in others
    }


def _same_recordings(rows: list[Any]) -> dict[int, tuple[int, str]]:
    rows = [row for row in rows if row.fingerprint]
    prints = [np.frombuffer(row.fingerprint, np.uint32) for row in rows]
    first_of = list(range(len(rows)))

    def find(i: int) -> int:
        while first_of[i] != i:
            i = first_of[i]
        return i

    for i, j in sorted(suspects(prints)):
        if find(i) != find(j) and _alike(rows[i], rows[j]) and distance(prints[i], prints[j]) < SAME:
            low, high = sorted((find(i), find(j)))
            first_of[high] = low
    return {
        rows[i].id: (rows[find(i)].id, f"The same recording as {rows[find(i)].shown_path}.")
        for i in range(len(rows))
        if find(i) != i
    }


def _alike(a: Any, b: Any) -> bool:  # noqa: ANN401 - rows
    short, long = sorted((a.duration_s or 0.0, b.duration_s or 0.0))
    return bool(long <= MOST_DIFFERENT_LENGTH * short + 1.0)
