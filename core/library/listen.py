"""The job `listen`: hears every file once, whole, in the background.

For the hash that recognises a moved file, the fingerprint that finds the same
recording in another format, silence, loudness, and proof that it decodes to its
end. Each file is written down as it is heard, so a killed job goes on.
"""

from __future__ import annotations

import os
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from core.crew import Crew, Died
from core.library import duplicates
from core.library.hear import Heard
from core.library.ledger import Ledger, read_ledger
from core.library.states import State
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never
from core.store.collection import Collection, open_collection
from core.store.schema import Folder, Track, now

COMMIT_S = 1.0
COMMIT_FILES = 50


@dataclass(frozen=True)
class ListenRequest:
    again: bool = False
    """Hear every file anew."""


@dataclass(frozen=True)
class ListenResult:
    heard: int = 0
    duplicates: int = 0
    ledger: Ledger = field(default_factory=Ledger)

    def sentence(self) -> str:
        return f"{self.heard:,} files heard. {self.ledger.sentence()}"


def run(
    request: ListenRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> ListenResult:
    with open_collection(context.folder) as collection:
        if request.again and not should_stop():
            _forget(collection)
        waiting, before = _waiting(collection)
        heard = _hear_all(collection, waiting, before, progress, should_stop)
        found = duplicates.mark(collection) if should_stop() != Stop.CANCEL else 0
        return ListenResult(heard, found, read_ledger(collection))


def _waiting(collection: Collection) -> tuple[dict[str, int], int]:
    """Track ids by path of what is to be heard, and how many have been."""
    there = Track.state.not_in((State.VANISHED, State.UNSUPPORTED))
    columns = select(Track.id, Folder.path, Track.path).join(Folder).where(there).order_by(Track.id)
    with collection.database.reading() as session:
        rows = session.execute(columns.where(Track.listened_at.is_(None))).all()
        heard = session.execute(columns.where(Track.listened_at.is_not(None))).all()
    return {str(Path(folder) / path): id_ for id_, folder, path in rows}, len(heard)


def _hear_all(
    collection: Collection,
    waiting: dict[str, int],
    before: int,
    progress: Progress,
    should_stop: ShouldStop,
) -> int:
    written, total, heard = 0, before + len(waiting), list[tuple[int, Heard]]()
    committed_s = time.monotonic()
    size = min(os.cpu_count() or 1, max(len(waiting), 1))
    with Crew("core.library.hear:hear", size, patience_s=600.0) as crew:
        for done, (name, answer) in enumerate(crew.run(waiting, should_stop), before):
            progress(Step(done, total, "files", Path(name).name))
            died = isinstance(answer, Died)
            heard.append((waiting[name], _crashed(answer.how) if died else answer))
            if len(heard) >= COMMIT_FILES or time.monotonic() - committed_s > COMMIT_S:
                written += _commit(collection, heard)
                committed_s = time.monotonic()
    return written + _commit(collection, heard)


def _crashed(how: str) -> Heard:
    return Heard(State.UNDECODABLE, f"Reading it failed: {how}.")


def _commit(collection: Collection, heard: list[tuple[int, Heard]]) -> int:
    with collection.database.writing() as session:
        for track_id, what in heard:
            values: dict[str, Any] = {k: v for k, v in asdict(what).items() if v is not None}
            if what.state == State.VANISHED:
                values["here_state"] = State.OK
            else:
                values["listened_at"] = now()
            session.execute(update(Track).where(Track.id == track_id).values(**values))
    number = len(heard)
    heard.clear()
    return number


def _forget(collection: Collection) -> None:
    with collection.database.writing() as session:
        session.execute(update(Track).values(listened_at=None))
