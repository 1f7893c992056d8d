"""The open collection and its engine, seen from the window.

Nothing here touches the database in the window's thread. What is written, and
what may take long, goes in order through one background thread; quick looks
for what is on the screen go through a second, and what is asked of a running
job through a third, so that no long read delays a page or a cancel.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core import settings
from core.messages import channel
from core.progress import Stop
from desktop import holding
from desktop.answers import Answers
from desktop.bridge import Background, JobBridge
from desktop.changes import Changes
from desktop.holding import Held, Summary

if TYPE_CHECKING:
    from core.demo.request import DemoRequest
    from core.embedding import EncodeRequest
    from core.jobs import Engine, Job
    from core.jobs.events import Changed
    from core.store import Collection

OTHERS_EVERY_MS = 2000
"""How often to look at what other programs do with the collection."""

T = TypeVar("T")


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
    changed = Signal(object)
    """The Changes that an edit or a job has made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = JobBridge(self)
        self.bridge.changed.connect(self._job_changed)
        self._store = Background("collection", self)
        self._looking = Background("looking in the collection", self)
        self._asking = Background("asking", self)
        self._answers = Answers(self)
        self._held: Held | None = None
        self._visit = 0
        self._list_is_asked = False
        self._others = QTimer(self, interval=OTHERS_EVERY_MS)
        self._others.timeout.connect(self.list_jobs)
        self._list_is_stale = False

    @property
    def folder(self) -> Path | None:
        return self._held.summary.folder if self._held else None

    @property
    def summary(self) -> Summary | None:
        return self._held.summary if self._held else None

    @property
    def name(self) -> str:
        return self._held.summary.name if self._held else ""

    @property
    def tracks(self) -> int:
        return self._held.summary.counts.get("tracks", 0) if self._held else 0

    # Opening and closing

    def open(self, folder: Path) -> None:
        self._enter(folder, partial(holding.open_, folder))

    def create(self, folder: Path, name: str) -> None:
        self._enter(folder, partial(holding.create, folder, name))

    def open_demo(self, folder: Path, request: DemoRequest) -> None:
        """As `open`; what is missing of the demo is made."""
        if folder == self.folder:
            self._with_engine(partial(holding.make_demo, request))
        else:
            self._enter(folder, partial(holding.open_demo, folder, request))

    def _enter(self, folder: Path, work: Callable[[], Held]) -> None:
        self.close()
        self._visit += 1
        self.opening.emit(folder)
        visit = self._visit
        self._store.call(work, partial(self._entered, visit), partial(self._refused, visit, folder))

    def _entered(self, visit: int, held: Held) -> None:
        if visit != self._visit:
            self._store.call(partial(holding.shut, held, 0.0), _forget)
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
        self._answers.forget()
        done, failed = partial(self._let_go, self._visit), partial(self._let_go_badly, self._visit)
        if held is None:
            self._store.call(_nothing, done)
            return
        self.closing.emit()
        self.bridge.detach()
        drained = threading.Event()
        self._looking.call(drained.set, _forget)
        grace_s = float(settings.load().stop_grace_s)
        self._store.call(partial(holding.shut, held, grace_s, drained), done, failed)

    def _let_go(self, visit: int, _nothing: None) -> None:
        if visit == self._visit:
            self.closed.emit()

    def _let_go_badly(self, visit: int, error: Exception) -> None:
        channel.failure(error)
        self._let_go(visit, None)

    def finish(self) -> None:
        """End the threads. Call after `closed`, before the program ends."""
        self._looking.finish()
        self._store.finish()
        self._asking.finish()

    # Jobs

    @Slot()
    def scan(self, folder: str = "") -> None:
        """Look into a folder, or into all that the collection knows."""
        self._with_engine(partial(holding.scan, (folder,) if folder else ()))

    @Slot()
    def verify(self) -> None:
        self._with_engine(holding.verify)

    def back_up(self, folder: str = "") -> None:
        self._with_engine(partial(holding.back_up, folder))

    def encode(self, request: EncodeRequest, device: str) -> None:
        self._with_engine(partial(holding.encode, request, device))

    def read(
        self,
        work: Callable[[Collection], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] = channel.failure,
    ) -> None:
        """Do `work` with the open collection, then `done` or `failed` if it is still open."""
        self._through(self._store, work, done, failed)

    def look(
        self,
        work: Callable[[Collection], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] = channel.failure,
    ) -> None:
        """As `read`, for what the screen waits for: short, and never behind long work."""
        self._through(self._looking, work, done, failed)

    def _through(
        self,
        thread: Background,
        work: Callable[[Collection], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        if (held := self._held) is not None:
            answer, problem = partial(self._if_still, held, done), partial(self._if_still, held, failed)
            thread.call(partial(work, held.collection), answer, problem)

    def write(
        self,
        work: Callable[[Collection], T],
        done: Callable[[T], None],
        changes: Changes,
        failed: Callable[[Exception], None] = channel.failure,
    ) -> None:
        """As `read`, for an edit; `changed` tells everybody of it, after `done`."""
        self.read(work, partial(self._written, done, changes), failed)

    def _written(self, done: Callable[[T], None], changes: Changes, answer: T) -> None:
        done(answer)
        self.changed.emit(changes)

    def submit(self, kind: str, request: object, *, title: str = "", device: str = "cpu") -> None:
        """A job of any kind; the list of jobs shows it."""
        self._with_engine(partial(holding.submit, kind, request, title, device))

    def answer(
        self,
        kind: str,
        request: object,
        done: Callable[[str], None],
        failed: Callable[[Exception], None] = channel.failure,
        *,
        device: str = "cpu",
        submitted: Callable[[int], None] | None = None,
    ) -> None:
        """Ask a job that answers a question; `done` gets its result as JSON, `submitted` its number."""
        if (held := self._held) is not None:
            submit = partial(holding.submit, kind, request, "", device)
            self._answers.expect(held.engine, submit, done, failed, submitted)

    def call(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Something short that touches the open collection through what it holds, such as its engine."""
        if (held := self._held) is not None:
            self._looking.call(
                work, partial(self._if_still, held, done), partial(self._if_still, held, failed)
            )

    def _if_still(self, held: Held, then: Callable[[T], None], answer: T) -> None:
        if self._held is not None and self._held.collection is held.collection:
            then(answer)

    def ask(self, job_id: int, stop: Stop) -> None:
        if self._held is not None:
            self._asking.call(partial(self._held.engine.ask, job_id, stop), self._asked)

    def resume(self, job_id: int) -> None:
        self._with_engine(partial(holding.resume, job_id))

    def dismiss(self, job_id: int) -> None:
        self._with_engine(partial(holding.dismiss, job_id))

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
            work = partial(holding.after_job, self._held, event.job_id)
            self._store.call(work, partial(self._summed, self._held))

    def _summed(self, held: Held, after: tuple[Summary, Changes | None]) -> None:
        if self._held is not None and self._held.collection is held.collection:
            summary, changes = after
            self._held = Held(held.collection, held.engine, summary, held.jobs)
            self.summary_changed.emit(summary)
            if changes is not None:
                self.changed.emit(changes)


def _nothing() -> None:
    """A call that only keeps the order."""


def _forget(_answer: None) -> None:
    """Nobody waits for this answer."""
