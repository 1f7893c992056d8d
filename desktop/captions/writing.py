"""Follows a job that describes tracks: where it is, what it has just written, and how it is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from core.jobs import JobState
from core.progress import Stop, say_seconds
from core.recipes.describing import SHOWN, CaptionRequest

if TYPE_CHECKING:
    from core.jobs import Job
    from core.jobs.events import Changed, Progressed, Shown
    from desktop.workspace import Workspace

KIND = "caption"


class Writing(QObject):
    """The one that runs, or that runs next."""

    wrote = Signal(int, object)
    """A run has just written of these tracks; the texts are kept already."""
    changed = Signal()
    """Another job is followed, or none; or where it is."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.seconds_each = 0.0
        """What a track took last time; 0: nobody knows."""
        self._forget()
        workspace.jobs_listed.connect(self._listed)
        workspace.bridge.shown.connect(self._shown)
        workspace.bridge.progressed.connect(self._progressed)
        workspace.bridge.changed.connect(self._changed)
        workspace.closing.connect(self.forget)

    def _forget(self) -> None:
        self.job_id: int | None = None
        self.run: int | None = None
        self.title = ""
        self.share = 0.0
        self.left_s: float | None = None
        self.note = ""
        self.written = 0
        self.asked: Stop | None = None
        self.is_waiting = False

    @property
    def is_busy(self) -> bool:
        return self.job_id is not None

    @Slot()
    def forget(self) -> None:
        self._forget()
        self.seconds_each = 0.0
        self.changed.emit()

    def stop(self) -> None:
        """What is written stays."""
        if self.job_id is not None:
            self.asked = Stop.KEEP
            self._workspace.ask(self.job_id, Stop.KEEP)
            self.changed.emit()

    @Slot(object)
    def _listed(self, jobs: list[Job]) -> None:
        mine = [job for job in jobs if job.kind == KIND]
        living = [job for job in mine if job.here and job.state.living]
        running = [job for job in living if job.state == JobState.RUNNING]
        job = next(iter(running or sorted(living, key=lambda job: job.id)), None)
        self._measure(mine)
        if job is None:
            if self.is_busy:
                self._forget()
                self.changed.emit()
            return
        if job.id != self.job_id:
            self._forget()
            self.job_id = job.id
            self.run = msgspec.json.decode(job.request, type=CaptionRequest).run
        self.is_waiting = job.state == JobState.WAITING
        self.changed.emit()

    def _measure(self, jobs: list[Job]) -> None:
        ended = [job for job in jobs if job.state == JobState.DONE and job.result and job.started_at]
        if ended:
            last = max(ended, key=lambda job: job.id)
            number = len(msgspec.json.decode(last.result or "{}").get("captions", ()))
            if number and last.ended_at and last.started_at:
                self.seconds_each = (last.ended_at - last.started_at).total_seconds() / number

    @Slot(object)
    def _shown(self, event: Shown) -> None:
        if event.name == SHOWN:
            tracks = frozenset(int(text["track_id"]) for text in event.data["texts"])
            if event.job_id == self.job_id:
                self.written += len(tracks)
            self.wrote.emit(int(event.data["run"]), tracks)

    @Slot(object)
    def _progressed(self, event: Progressed) -> None:
        if event.job_id == self.job_id:
            self.is_waiting = False
            self.share = event.share
            self.note, self.left_s = event.note, event.seconds_left
            self.changed.emit()

    @Slot(object)
    def _changed(self, event: Changed) -> None:
        if event.job_id == self.job_id and event.asked is not None:
            self.asked = event.asked
            self.changed.emit()

    def said(self) -> str:
        """Where it is, in words."""
        tr = self.tr
        if self.asked in (Stop.KEEP, Stop.CANCEL):
            return tr("Stopping; what is written stays…")
        if self.asked is not None:
            return tr("Pausing…")
        if self.is_waiting:
            return tr("Run {} waits for other jobs").format(self.run)
        parts = [tr("Run {} is writing").format(self.run) if self.written else self.note or tr("Starting…")]
        if self.written:
            parts.append(tr("{} written").format(f"{self.written:,}"))
        if self.left_s is not None:
            parts.append(tr("{} left").format(say_seconds(self.left_s)))
        return " · ".join(parts)
