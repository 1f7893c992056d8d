"""What a scan has to do in one folder: the files there against the tracks that are known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from core.library.states import State
from core.library.walk import Found, Walk
from core.progress import ShouldStop, never
from core.store.collection import Collection
from core.store.schema import Track

NOT_THERE = "The file is not where it was."
FOLDER_GONE = "Its folder is not there; connect the disk or find the folder."
FOLDER_SHUT = "Its folder cannot be looked into."


@dataclass
class Plan:
    folder_id: int
    root: Path
    reached: bool = True
    look: list[tuple[Found, int | None]] = field(default_factory=list)
    """New files (None) and changed ones (their track's id)."""
    back: list[int] = field(default_factory=list)
    gone: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Track ids by the reason for which they are not there."""
    same: int = 0
    others: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def compare(
    collection: Collection,
    folder_id: int,
    root: Path,
    *,
    again: bool = False,
    should_stop: ShouldStop = never,
) -> Plan:
    plan, walk = Plan(folder_id, root), Walk(root)
    known = _known(collection, folder_id)
    for found in walk.files(should_stop):
        track = known.pop(found.path, None)
        if track is None:
            plan.look.append((found, None))
            continue
        id_, size_bytes, mtime_ns, state, here_state = track
        unchanged = (size_bytes, mtime_ns) == (found.size_bytes, found.mtime_ns)
        if again or not unchanged or (state == State.VANISHED and here_state != State.OK):
            plan.look.append((found, id_))
        elif state == State.VANISHED:
            plan.back.append(id_)
        else:
            plan.same += 1
    plan.reached = "" not in walk.unreadable
    plan.others, plan.problems = walk.others, walk.problems
    if not should_stop():
        for path, (id_, _, _, state, _) in known.items():
            if state != State.VANISHED:
                plan.gone[_reason(path, walk.unreadable, plan)].append(id_)
    return plan


def _known(collection: Collection, folder_id: int) -> dict[str, tuple[int, int, int, str, str | None]]:
    columns = (Track.path, Track.id, Track.size_bytes, Track.mtime_ns, Track.state, Track.here_state)
    with collection.database.reading() as session:
        rows = session.execute(select(*columns).where(Track.folder_id == folder_id)).all()
    return {path: (id_, size, mtime, state, here) for path, id_, size, mtime, state, here in rows}


def _reason(path: str, unreadable: list[str], plan: Plan) -> str:
    if not plan.reached:
        return FOLDER_GONE
    shut = any(Path(path).is_relative_to(folder) for folder in unreadable)
    return FOLDER_SHUT if shut else NOT_THERE
