"""The job `scan`: what is in the folders now, compared with what the collection knows.

Only files whose size or time has changed are looked at again. A moved file is
recognised and keeps its labels; a vanished one is kept and marked, and comes
back when its disk does. The slow part, hearing every file, is the job `listen`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from core.crew import Crew, Died, in_order
from core.errors import RequestProblem
from core.library.labels import NewLabel, all_at_once, drop_labels, each, write_labels
from core.library.ledger import Ledger, read_ledger
from core.library.look import Look
from core.library.moves import recognise
from core.library.plan import Plan, compare
from core.library.states import State
from core.library.walk import Found
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.store.collection import Collection, open_collection
from core.store.rows import insert_rows
from core.store.schema import Folder, ShardTrack, Track, now

COMMIT_S = 0.5
COMMIT_FILES = 200
CREW_BATCH = 128
NUMBERS = frozenset({"year", "track"})

_Seen = tuple[Plan, Found, int | None, Look]


@dataclass(frozen=True)
class ScanRequest:
    folders: tuple[str, ...] = ()
    """Folders to look into; empty: those that the collection knows."""
    again: bool = False
    """Look at every file anew, changed or not."""

    def __post_init__(self) -> None:
        for folder in self.folders:
            if not Path(folder).is_absolute():
                raise RequestProblem(f"{folder} is not a whole path.", "Name the folder from the root on.")


@dataclass
class ScanResult:
    """What has happened to how many files, and how the ledger stands now."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    back: int = 0
    vanished: int = 0
    unchanged: int = 0
    others: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)

    def sentence(self) -> str:
        counts = {
            "new": self.new,
            "changed": self.changed,
            "moved": self.moved,
            "back": self.back,
            "vanished": self.vanished,
            "unchanged": self.unchanged,
        }
        said = ", ".join(f"{n:,} {what}" for what, n in counts.items() if n) or "nothing to hear"
        trouble = f" {len(self.problems):,} places could not be looked into." if self.problems else ""
        return f"{said[:1].upper()}{said[1:]}. {self.ledger.sentence()}{trouble}"


def run(
    request: ScanRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> ScanResult:
    on_listing, on_looking = shares(progress, 1, 19)
    with (
        open_collection(context.folder) as collection,
        Crew("core.library.look:look", os.cpu_count() or 1, batch=CREW_BATCH) as crew,
    ):
        on_listing(Step(0, 1, note="Looking for files"))
        added = _add_folders(collection, request.folders)
        if added:
            crew.start()
        result = ScanResult()
        book = _Book(collection, result)
        plans = [
            compare(collection, folder_id, root, again=request.again, should_stop=should_stop)
            for folder_id, root in _folders(collection, request.folders)
        ]
        if not should_stop():
            result.moved = recognise(collection, plans)
            _mark(collection, plans, result)
            on_listing(Step(1, 1))
            _look_at_all(book, crew, plans, on_looking, should_stop)
        if should_stop() == Stop.CANCEL:
            _forget(collection, added)
        for problem in result.problems[:3]:
            context.say("warning", problem)
        result.ledger = read_ledger(collection)
        return result


def _add_folders(collection: Collection, folders: Iterable[str]) -> list[int]:
    """Folders that the collection did not know; a folder inside a known one is already covered."""
    added: list[int] = []
    with collection.database.writing() as session:
        known = set(session.scalars(select(Folder.path)))
        for name in folders:
            path = os.path.realpath(name)
            if not Path(path).is_dir():
                raise RequestProblem(f"{name} is not a folder.", "Choose a folder that holds recordings.")
            if path not in known and not any(Path(path).is_relative_to(other) for other in known):
                row = Folder(path=path)
                session.add(row)
                session.flush()
                known.add(path)
                added.append(row.id)
    return added


def _folders(collection: Collection, wanted: tuple[str, ...]) -> list[tuple[int, Path]]:
    """The known folders that hold, or lie in, a wanted one; all of them when none is named."""
    places = [Path(os.path.realpath(name)) for name in wanted]
    with collection.database.reading() as session:
        known = [(row.id, Path(row.path)) for row in session.scalars(select(Folder).order_by(Folder.id))]
    if not places:
        return known
    return [
        (id_, root)
        for id_, root in known
        if any(place.is_relative_to(root) or root.is_relative_to(place) for place in places)
    ]


def _mark(collection: Collection, plans: list[Plan], result: ScanResult) -> None:
    """Vanished and come back; what is left to look at stays in the plans."""
    with collection.database.writing() as session:
        for plan in plans:
            for reason, ids in plan.gone.items():
                for chunk in _chunks(ids):
                    gone = update(Track).where(Track.id.in_(chunk), Track.state != State.VANISHED)
                    session.execute(gone.values(here_state=Track.state, state=State.VANISHED, reason=reason))
                result.vanished += len(ids)
            for chunk in _chunks(plan.back):
                back = update(Track).where(Track.id.in_(chunk))
                session.execute(back.values(state=Track.here_state, here_state=None, reason=""))
            if plan.reached:
                session.execute(update(Folder).where(Folder.id == plan.folder_id).values(seen_at=now()))
            result.back += len(plan.back)
            result.unchanged += plan.same
            result.problems += plan.problems
            for ending, count in plan.others.items():
                result.others[ending] = result.others.get(ending, 0) + count


def _look_at_all(
    book: _Book, crew: Crew, plans: list[Plan], progress: Progress, should_stop: ShouldStop
) -> None:
    waiting = {
        str(plan.root / found.path): (plan, found, track_id)
        for plan in plans
        for found, track_id in plan.look
    }
    with book:
        # In order, so that the same folder always gets the same ids.
        answers = in_order(waiting, crew.run(waiting, should_stop))
        for done, (name, answer) in enumerate(answers):
            progress(Step(done, len(waiting), note=Path(name).name))
            died = isinstance(answer, Died)
            look = Look(State.UNDECODABLE, f"Reading it failed: {answer.how}.") if died else answer
            book.enter((*waiting[name], look))
    progress(Step(1, 1))


class _Book:
    """Writes down what was seen, many files at a time, in a thread, so that the crew never waits for it."""

    def __init__(self, collection: Collection, result: ScanResult) -> None:
        self._collection = collection
        self._result = result
        self._seen: list[_Seen] = []
        self._entered_s = time.monotonic()
        self._writer = ThreadPoolExecutor(1, "scan's writer")
        self._writing: Future[None] | None = None
        self._others: set[tuple[int, str]] = set()
        """Folder and path of tracks that another program has entered since this book was opened."""
        with collection.database.reading() as session:
            self._next_id = _next_id(session)

    def __enter__(self) -> _Book:
        return self

    def __exit__(self, failed: type[BaseException] | None, *rest: object) -> None:
        with self._writer:
            if not failed:
                self.write()
                self._wait()

    def enter(self, seen: _Seen) -> None:
        self._seen.append(seen)
        if len(self._seen) >= COMMIT_FILES or time.monotonic() - self._entered_s > COMMIT_S:
            self.write()

    def write(self) -> None:
        self._wait()
        if not self._seen:
            return
        self._writing = self._writer.submit(self._commit, self._seen)
        self._seen, self._entered_s = [], time.monotonic()

    def _wait(self) -> None:
        """Also tells of whatever went wrong meanwhile."""
        if self._writing:
            self._writing.result()

    def _commit(self, seen: list[_Seen]) -> None:
        with self._collection.database.writing() as session:
            first = _next_id(session)
            if first > self._next_id:
                new = select(Track.folder_id, Track.path).where(Track.id >= self._next_id)
                self._others.update((folder_id, path) for folder_id, path in session.execute(new))
            fresh = [
                (_values(plan, found, look), look)
                for plan, found, known_id, look in seen
                if known_id is None and (plan.folder_id, found.path) not in self._others
            ]
            old = [(id_, _values(p, f, look), look) for p, f, id_, look in seen if id_ is not None]
            _enter(session, range(first, first + len(fresh)), fresh, old)
        self._next_id = first + len(fresh)
        self._result.new += len(fresh)
        self._result.changed += len(old)


def _enter(
    session: Session,
    ids: range,
    new: list[tuple[dict[str, Any], Look]],
    old: list[tuple[int, dict[str, Any], Look]],
) -> None:
    with all_at_once(session, ids, words=bool(new)):
        rows = [{"id": id_} | values for id_, (values, _) in zip(ids, new, strict=True)]
        insert_rows(session, Track, rows)
        labels = [label for id_, (_, look) in zip(ids, new, strict=True) for label in _labels(id_, look)]
        if old:
            session.execute(update(Track), [{"id": id_} | values for id_, values, _ in old])
            drop_labels(session, (id_ for id_, _, _ in old), "tag")
            _forget_vectors(session, [id_ for id_, _, _ in old])
            labels += [label for id_, _, look in old for label in _labels(id_, look)]
        write_labels(session, labels, replace=False)


def _forget_vectors(session: Session, track_ids: list[int]) -> None:
    """They tell of another sound now."""
    session.execute(delete(ShardTrack).where(ShardTrack.track_id.in_(each(track_ids))))


def _next_id(session: Session) -> int:
    """The id that SQLite would give next; handing them out ourselves lets rows go in all at once."""
    used = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'tracks'"))
    return (used or 0) + 1


def _values(plan: Plan, found: Found, look: Look) -> dict[str, Any]:
    """All that a look tells; what only listening tells is void now."""
    values: dict[str, Any] = {
        "folder_id": plan.folder_id,
        "path": found.path,
        "shown_path": found.path.encode("utf-8", "replace").decode(),
        "size_bytes": found.size_bytes,
        "mtime_ns": found.mtime_ns,
        "state": look.state,
        "reason": look.reason,
        "here_state": None,
        "added_at": now(),
    }
    values |= dict.fromkeys(
        ("sha256", "fingerprint", "peak_db", "loudness_db", "listened_at", "duplicate_of_id")
    )
    header = look.properties
    values |= {"duration_s": header.duration_s if header else None}
    known = vars(header) if header else {}
    values |= {name: known.get(name) for name in ("container", "codec", "rate_hz", "channels", "bits")}
    return values


def _labels(track_id: int, look: Look) -> list[NewLabel]:
    return [
        NewLabel(track_id, name, float(value) if name in NUMBERS else value, "tag")
        for name, values in look.tags.items()
        for value in values
    ]


def _forget(collection: Collection, folder_ids: list[int]) -> None:
    """A cancelled scan takes the folders that it brought along with it."""
    with collection.database.writing() as session:
        session.execute(delete(Folder).where(Folder.id.in_(folder_ids)))


def _chunks(ids: list[int], size: int = 500) -> Iterable[list[int]]:
    return (ids[i : i + size] for i in range(0, len(ids), size))
