"""Recognises files that were moved or renamed, so that their tracks keep labels and vectors.

A new file as large as a vanished one is the same if its content has the same
hash, or, where the vanished one was never hashed, the same time to the nanosecond.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from core.library.plan import Plan
from core.library.states import State
from core.library.walk import Found
from core.store.collection import Collection
from core.store.files import hash_file
from core.store.schema import Track


def recognise(collection: Collection, plans: list[Plan]) -> int:
    """Give moved tracks their new places and take them out of the plans; returns how many."""
    gone = {id_ for plan in plans for ids in plan.gone.values() for id_ in ids}
    with collection.database.writing() as session:
        missing = _missing(session, gone)
        moved: set[int] = set()
        for plan in plans:
            left: list[tuple[Found, int | None]] = []
            for found, track_id in plan.look:
                old = _match(plan, found, missing, moved) if track_id is None else None
                if old is None:
                    left.append((found, track_id))
                    continue
                moved.add(old.id)
                if old.state == State.VANISHED and old.here_state != State.OK:
                    left.append((found, old.id))  # what was wrong with it has to be seen again
                _move(session, old, plan, found)
            plan.look = left
    for plan in plans:
        for ids in plan.gone.values():
            ids[:] = [id_ for id_ in ids if id_ not in moved]
    return len(moved)


def _missing(session: Session, gone: set[int]) -> dict[int, list[Track]]:
    """Tracks without a file, now or before, by size."""
    by_size: dict[int, list[Track]] = defaultdict(list)
    suspects = list(gone)
    rows: list[Track] = list(session.scalars(select(Track).where(Track.state == State.VANISHED)))
    for start in range(0, len(suspects), 500):
        chunk = suspects[start : start + 500]
        rows += session.scalars(select(Track).where(or_(Track.id.in_(chunk))))
    for row in rows:
        by_size[row.size_bytes].append(row)
    return by_size


def _match(plan: Plan, found: Found, missing: dict[int, list[Track]], moved: set[int]) -> Track | None:
    candidates = [track for track in missing.get(found.size_bytes, []) if track.id not in moved]
    if not candidates:
        return None
    timed = [t for t in candidates if t.sha256 is None and t.mtime_ns == found.mtime_ns]
    if len(timed) == 1:
        return timed[0]
    hashed = [track for track in candidates if track.sha256]
    if hashed:
        with suppress(OSError):
            sha256 = hash_file(plan.root / found.path)
            return next((track for track in hashed if track.sha256 == sha256), None)
    return None


def _move(session: Session, track: Track, plan: Plan, found: Found) -> None:
    values: dict[str, Any] = {
        "folder_id": plan.folder_id,
        "path": found.path,
        "shown_path": found.path.encode("utf-8", "replace").decode(),
        "mtime_ns": found.mtime_ns,
    }
    if track.state == State.VANISHED:
        values |= {"state": State.OK, "here_state": None, "reason": ""}
    session.execute(update(Track).where(Track.id == track.id).values(**values))
