"""Questions that a worker answers: each is a job, and whoever asked hears its result and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.jobs import Engine, Job
    from core.jobs.events import Changed
    from desktop.workspace import Workspace


@dataclass(frozen=True)
class _Awaited:
    engine: Engine
    done: Callable[[str], None]
    failed: Callable[[Exception], None]
    submitted: Callable[[int], None] | None = None


class Answers(QObject):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._awaited: dict[int, _Awaited] = {}
        self._ended: set[int] = set()
        """Jobs that ended before we knew their number."""
        self._asking = 0
        workspace.bridge.changed.connect(self._changed)

    def expect(
        self,
        engine: Engine,
        submit: Callable[[Engine], int],
        done: Callable[[str], None],
        failed: Callable[[Exception], None],
        submitted: Callable[[int], None] | None = None,
    ) -> None:
        """`submitted` hears the number of the job, to follow or to cancel it."""
        self._asking += 1
        waiting = _Awaited(engine, done, failed, submitted)
        self._workspace.call(
            partial(submit, engine), partial(self._submitted, waiting), partial(self._refused, waiting)
        )

    def _submitted(self, waiting: _Awaited, job_id: int) -> None:
        self._asking -= 1
        self._awaited[job_id] = waiting
        if waiting.submitted is not None:
            waiting.submitted(job_id)
        if job_id in self._ended:
            self._fetch(job_id)
        if not self._asking:
            self._ended.clear()

    def _refused(self, waiting: _Awaited, error: Exception) -> None:
        self._asking -= 1
        waiting.failed(error)

    @Slot(object)
    def _changed(self, event: Changed) -> None:
        if not event.state.ended:
            return
        if event.job_id in self._awaited:
            self._fetch(event.job_id, event.sentence)
        elif self._asking:
            self._ended.add(event.job_id)

    def _fetch(self, job_id: int, sentence: str = "") -> None:
        """`sentence`: why it ended, which a row that cannot be written does not know."""
        waiting = self._awaited.pop(job_id)
        self._workspace.call(
            partial(waiting.engine.job, job_id), partial(self._answered, waiting, sentence), waiting.failed
        )

    def _answered(self, waiting: _Awaited, sentence: str, job: Job) -> None:
        if job.state == "done" and job.result is not None:
            waiting.done(job.result)
        else:
            why = job.sentence or sentence or self.tr("The question was cancelled.")
            waiting.failed(RequestProblem(why))

    def forget(self) -> None:
        """The collection is closed: nobody waits any more."""
        self._awaited.clear()
        self._ended.clear()
        self._asking = 0  # what is on its way is not heard of any more
