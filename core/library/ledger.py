"""The ledger: every file has one state and a plain reason, and the counts add up."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.library.labels import each
from core.library.states import State
from core.store.collection import Collection
from core.store.files import write_text
from core.store.schema import Folder, Track


@dataclass(frozen=True)
class Ledger:
    """How many tracks are in which state; every state is named, also those of none."""

    total: int = 0
    states: dict[str, int] = field(default_factory=dict)

    def sentence(self) -> str:
        usable = self.states.get(State.OK, 0)
        rest = ", ".join(f"{n:,} {state}" for state, n in self.states.items() if n and state != State.OK)
        tracks = f"{self.total:,} {'track' if self.total == 1 else 'tracks'}"
        return f"{tracks}: {usable:,} ok, {rest}." if rest else f"{tracks}, all ok."


@dataclass(frozen=True)
class Entry:
    track_id: int
    path: str
    state: State
    reason: str


def read_ledger(collection: Collection) -> Ledger:
    with collection.database.reading() as session:
        counted = dict(session.execute(select(Track.state, func.count()).group_by(Track.state)).all())
    states = {state.value: counted.pop(state, 0) for state in State}
    if counted:
        raise ValueError(f"states that the ledger does not know: {counted}")
    return Ledger(sum(states.values()), states)


def entries(collection: Collection, state: State | None = None, limit: int | None = None) -> list[Entry]:
    """The ledger line by line, in the order of folders and paths."""
    chosen = select(Track.id, Folder.path, Track.path, Track.state, Track.reason).join(Folder)
    if state is not None:
        chosen = chosen.where(Track.state == state)
    chosen = chosen.order_by(Folder.path, Track.path).limit(limit)
    with collection.database.reading() as session:
        rows = session.execute(chosen).all()
    return [Entry(id_, f"{folder}/{path}", State(st), reason) for id_, folder, path, st, reason in rows]


def export_ledger(collection: Collection, path: Path, state: State | None = None) -> int:
    """Write the ledger as a table, one line a file; returns the number of lines."""
    chosen = (
        select(Track.id, Track.state, Track.reason, Folder.path.label("folder"), Track.path)
        .add_columns(Track.size_bytes, Track.duration_s, Track.sha256)
        .join(Folder)
        .order_by(Folder.path, Track.path)
    )
    if state is not None:
        chosen = chosen.where(Track.state == state)
    with collection.database.reading() as session:
        rows = session.execute(chosen).all()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["track_id", "state", "reason", "path", "size_bytes", "duration_s", "sha256"])
    for id_, state_, reason, folder, name, *rest in rows:
        shown = f"{folder}/{name}".encode("utf-8", "replace").decode()
        writer.writerow([id_, state_, reason, shown, *("" if cell is None else cell for cell in rest)])
    write_text(path, out.getvalue())
    return len(rows)


def paths_of(session: Session, track_ids: Sequence[int]) -> dict[int, str]:
    """Whole paths, by track."""
    chosen = select(Track.id, Folder.path, Track.path).join(Folder).where(Track.id.in_(each(track_ids)))
    return {id_: f"{folder}/{path}" for id_, folder, path in session.execute(chosen)}
