"""The open collection and its engine, seen from the window.

Everything that touches the database happens in one background thread; the
window hears of it through signals. What is asked of a running job goes through
a thread of its own, so that no long read delays a cancel.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core import settings
from core.messages import channel
from core.progress import Stop
from desktop.bridge import Background, JobBridge

if TYPE_CHECKING:
    from core.demo.request import DemoRequest
    from core.embedding import EncodeRequest
    from core.jobs import Engine, Job
    from core.jobs.events import Changed
    from core.store import Collection

OTHERS_EVERY_MS = 2000
"""How often to look at what other programs do with the collection."""

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Summary:
    """What a page says about a collection without asking the database."""

    folder: Path
    name: str
    counts: dict[str, int]
    disk_bytes: int


@dataclass(frozen=True)
class _Held:
    collection: Collection
    engine: Engine
    summary: Summary
    jobs: list[Job]


class Workspace(QObject):
    opening = Signal(object)
    """The folder, as a Path."""
    opened = Signal(object)
    """The Summary."""
    refused = Signal(object)
    """The folder that could not be opened; why is on the message channel."""
    closing = Signal()
    closed = Signal()
    summary_changed = Signal(object)
    jobs_listed = Signal(object)
    """A list of Job."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = JobBridge(self)
        self.bridge.changed.connect(self._job_changed)
        self._store = Background("collection", self)
        self._asking = Background("asking", self)
        self._held: _Held | None = None
        self._visit = 0
        self._list_is_asked = False
        self._others = QTimer(self, interval=OTHERS_EVERY_MS)
        self._others.timeout.connect(self.list_jobs)
        self._list_is_stale = False

    @property
    def folder(self) -> Path | None:
        return self._held.summary.folder if self._held else None

    @property
    def name(self) -> str:
        return self._held.summary.name if self._held else ""

    @property
    def tracks(self) -> int:
        return self._held.summary.counts.get("tracks", 0) if self._held else 0

    # Opening and closing

    def open(self, folder: Path) -> None:
        self._enter(folder, partial(_open, folder))

    def create(self, folder: Path, name: str) -> None:
        self._enter(folder, partial(_create, folder, name))

    def open_demo(self, folder: Path, request: DemoRequest) -> None:
        """As `open`; what is missing of the demo is made."""
        if folder == self.folder:
            self._with_engine(partial(_make_demo, request))
        else:
            self._enter(folder, partial(_open_demo, folder, request))

    def _enter(self, folder: Path, work: Callable[[], _Held]) -> None:
        self.close()
        self._visit += 1
        self.opening.emit(folder)
        visit = self._visit
        self._store.call(work, partial(self._entered, visit), partial(self._refused, visit, folder))

    def _entered(self, visit: int, held: _Held) -> None:
        if visit != self._visit:
            self._store.call(partial(_shut, held, 0.0), _forget)
            return
        self._held = held
        self.bridge.attach(held.engine)
        self.opened.emit(held.summary)
        self.jobs_listed.emit(held.jobs)
        self._others.start()
        self.list_jobs()

    def _refused(self, visit: int, folder: Path, error: Exception) -> None:
        channel.failure(error)
        if visit == self._visit:
            self.refused.emit(folder)

    def close(self) -> None:
        """Pause what runs and let go. `closed` follows, unless another collection is opened meanwhile."""
        self._visit += 1
        self._others.stop()
        held, self._held = self._held, None
        done, failed = partial(self._let_go, self._visit), partial(self._let_go_badly, self._visit)
        if held is None:
            self._store.call(_nothing, done)
            return
        self.closing.emit()
        self.bridge.detach()
        self._store.call(partial(_shut, held, float(settings.load().stop_grace_s)), done, failed)

    def _let_go(self, visit: int, _nothing: None) -> None:
        if visit == self._visit:
            self.closed.emit()

    def _let_go_badly(self, visit: int, error: Exception) -> None:
        channel.failure(error)
        self._let_go(visit, None)

    def finish(self) -> None:
        """End the threads. Call after `closed`, before the program ends."""
        self._store.finish()
        self._asking.finish()

    # Jobs

    @Slot()
    def scan(self, folder: str = "") -> None:
        """Look into a folder, or into all that the collection knows."""
        self._with_engine(partial(_scan, (folder,) if folder else ()))

    @Slot()
    def verify(self) -> None:
        self._with_engine(_verify)

    def back_up(self, folder: str = "") -> None:
        self._with_engine(partial(_back_up, folder))

    def encode(self, request: EncodeRequest, device: str) -> None:
        self._with_engine(partial(_encode, request, device))

    def read(
        self,
        work: Callable[[Collection], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] = channel.failure,
    ) -> None:
        """Do `work` with the open collection, then `done` or `failed` if it is still open."""
        if (held := self._held) is not None:
            answer, problem = partial(self._if_still, held, done), partial(self._if_still, held, failed)
            self._store.call(partial(work, held.collection), answer, problem)

    def _if_still(self, held: _Held, then: Callable[[T], None], answer: T) -> None:
        if self._held is not None and self._held.collection is held.collection:
            then(answer)

    def ask(self, job_id: int, stop: Stop) -> None:
        if self._held is not None:
            self._asking.call(partial(self._held.engine.ask, job_id, stop), self._asked)

    def resume(self, job_id: int) -> None:
        self._with_engine(partial(_resume, job_id))

    def dismiss(self, job_id: int) -> None:
        self._with_engine(partial(_dismiss, job_id))

    def _with_engine(self, work: Callable[[Engine], object]) -> None:
        if self._held is not None:
            self._store.call(partial(work, self._held.engine), self._asked)

    def _asked(self, _answer: object) -> None:
        self.list_jobs()

    def list_jobs(self) -> None:
        """`jobs_listed` follows, with everything that has happened by now."""
        if self._held is None:
            return
        if self._list_is_asked:
            self._list_is_stale = True  # the list on its way may be older than what has just happened
            return
        self._list_is_asked = True
        engine = self._held.engine
        self._store.call(engine.jobs, partial(self._listed, engine), self._not_listed)

    def _listed(self, engine: Engine, jobs: list[Job]) -> None:
        self._list_is_asked = False
        ours = self._held is not None and self._held.engine is engine
        if ours:
            self.jobs_listed.emit(jobs)
        if self._list_is_stale or not ours:
            self._list_is_stale = False
            self.list_jobs()

    def _not_listed(self, error: Exception) -> None:
        self._list_is_asked = False
        channel.failure(error)

    @Slot(object)
    def _job_changed(self, event: Changed) -> None:
        self.list_jobs()
        if event.state.ended and self._held is not None:
            work = partial(_summary, self._held.collection)
            self._store.call(work, partial(self._summed, self._held))

    def _summed(self, held: _Held, summary: Summary) -> None:
        if self._held is held:
            self._held = _Held(held.collection, held.engine, summary, held.jobs)
            self.summary_changed.emit(summary)


# What follows runs in the background thread.


def _open(folder: Path) -> _Held:
    from core.store import open_collection

    return _hold(open_collection(folder, backups_kept=settings.load().backups_kept))


def _create(folder: Path, name: str) -> _Held:
    from core.store import create_collection

    return _hold(create_collection(folder, name))


def _open_demo(folder: Path, request: DemoRequest) -> _Held:
    from core.demo.request import NAME
    from core.store.database import FILE_NAME

    held = _open(folder) if (folder / FILE_NAME).exists() else _create(folder, NAME)
    try:
        _make_demo(request, held.engine)
    except BaseException:
        _shut(held, 0.0)
        raise
    return held


def _make_demo(request: DemoRequest, engine: Engine) -> None:
    """Unless that is done, or on its way."""
    from core.jobs import UNFINISHED, JobState

    job = engine.find("demo", request)
    if job is None or job.state == JobState.CANCELLED:
        engine.submit("demo", request)
    elif job.state in UNFINISHED:
        engine.resume(job.id)


def _hold(collection: Collection) -> _Held:
    from core.jobs import Engine

    try:
        engine = Engine(collection)
        return _Held(collection, engine, _summary(collection), engine.jobs())
    except BaseException:
        collection.close()
        raise


def _shut(held: _Held, grace_s: float) -> None:
    try:
        held.engine.close(grace_s)
    finally:
        held.collection.close()


def _summary(collection: Collection) -> Summary:
    return Summary(collection.folder, collection.name, collection.counts(), disk_use(collection.folder))


def disk_use(folder: Path) -> int:
    """Bytes of what is ours in `folder`; files that vanish meanwhile do not count."""
    from core.store.collection import SUBFOLDERS

    used = 0
    ours = [path for subfolder in SUBFOLDERS for path in (folder / subfolder).rglob("*")]
    for path in [*folder.glob("collection.sqlite*"), *ours]:
        try:
            used += path.stat().st_size if path.is_file() else 0
        except OSError as error:
            _log.debug("%s not counted: %s", path, error)
    return used


def _scan(folders: tuple[str, ...], engine: Engine) -> int:
    from core.library.scan import ScanRequest

    return engine.submit("scan", ScanRequest(folders))


def _verify(engine: Engine) -> int:
    from core.store.verify import VerifyRequest

    return engine.submit("verify", VerifyRequest())


def _back_up(folder: str, engine: Engine) -> int:
    from core.store.backup import BackupRequest

    return engine.submit("backup", BackupRequest(folder))


def _encode(request: EncodeRequest, device: str, engine: Engine) -> int:
    from core.encoders import find_card

    title = find_card(request.encoder).title
    return engine.submit("encode", request, title=f"Encode with {title}", device=device)


def _resume(job_id: int, engine: Engine) -> None:
    engine.resume(job_id)


def _dismiss(job_id: int, engine: Engine) -> None:
    engine.dismiss(job_id)


def _nothing() -> None:
    """A call that only keeps the order."""


def _forget(_answer: None) -> None:
    """Nobody waits for this answer."""
