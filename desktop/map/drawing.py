"""Follows a map that a job draws: asked for, watched as it forms, stopped, and known when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from core.jobs import JobState
from core.maps import MapRequest, MapResult
from core.maps.frame import NAME, unpack
from core.progress import Stop, say_seconds
from desktop.map.estimate import measured

if TYPE_CHECKING:
    from core.jobs import Job
    from core.jobs.events import Changed, Progressed, Shown
    from core.maps.frame import Frame
    from desktop.workspace import Workspace

KIND = "map"


class Drawing(QObject):
    """One at a time: the map that was asked for last, or the one that was on its way already."""

    begun = Signal()
    framed = Signal(object)
    """The points as they are now, as a Frame."""
    progressed = Signal()
    """`note`, `share` or `asked` has changed."""
    ended = Signal(object, str)
    """The number of the map, or None; why there is none, empty where a person cancelled."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._last = 0
        """No job up to this number is the one that was asked for now."""
        self.took: dict[str, tuple[int, float]] = {}
        """By method, what a map or clusters took here, and of how many tracks."""
        self._text = ""
        self._forget()
        workspace.jobs_listed.connect(self._listed)
        workspace.bridge.shown.connect(self._shown)
        workspace.bridge.progressed.connect(self._progressed)
        workspace.bridge.changed.connect(self._changed)
        workspace.closing.connect(self.forget)

    def _forget(self) -> None:
        self.job_id: int | None = None
        self.share = 0.0
        self.note = ""
        self.asked: Stop | None = None
        self.is_waiting = False
        self.request: MapRequest | None = None

    @property
    def is_busy(self) -> bool:
        """A map is on its way."""
        return self.job_id is not None or bool(self._text)

    def ask(self, request: MapRequest, title: str) -> None:
        self._forget()
        self.request = request
        self._text = msgspec.json.encode(request).decode()
        self._workspace.submit(KIND, request, title=title)
        self.begun.emit()

    def stop(self, stop: Stop) -> None:
        """Keep what has formed, or throw it away."""
        self.asked = stop
        if self.job_id is not None:
            self._workspace.ask(self.job_id, stop)
        self.progressed.emit()

    @Slot()
    def forget(self) -> None:
        self._forget()
        self._text = ""
        self._last = 0

    @Slot(object)
    def _listed(self, jobs: list[Job]) -> None:
        maps = [job for job in jobs if job.kind == KIND]
        if self._text:
            asked = [job for job in maps if job.id > self._last and job.request == self._text]
            if asked:
                self._follow(max(asked, key=lambda job: job.id))
        elif self.job_id is None:
            living = [job for job in maps if job.here and job.state.living]
            if living:
                self._follow(min(living, key=lambda job: job.id))
        self._last = max([self._last, *(job.id for job in jobs)])
        self.took = self.took | measured(jobs)
        mine = next((job for job in jobs if job.id == self.job_id), None)
        if mine is not None:
            self._look_at(mine)

    def _follow(self, job: Job) -> None:
        was_busy = self.is_busy
        self.job_id, self._text = job.id, ""
        if self.request is None:
            self.request = msgspec.json.decode(job.request, type=MapRequest)
        if not was_busy:
            self.begun.emit()
        if self.asked is not None:  # before its number was known
            self._workspace.ask(job.id, self.asked)

    def _look_at(self, job: Job) -> None:
        waiting = job.state == JobState.WAITING
        if waiting != self.is_waiting:
            self.is_waiting = waiting
            self.progressed.emit()
        if job.state.living:
            return
        result = msgspec.json.decode(job.result, type=MapResult) if job.result else None
        cancelled = job.state == JobState.CANCELLED
        self._forget()
        self.ended.emit(result.map if result and not cancelled else None, "" if cancelled else job.sentence)

    @Slot(object)
    def _shown(self, event: Shown) -> None:
        if event.job_id == self.job_id and event.name == NAME and self.asked != Stop.CANCEL:
            frame: Frame = unpack(event.data)
            self.framed.emit(frame)

    @Slot(object)
    def _progressed(self, event: Progressed) -> None:
        if event.job_id != self.job_id:
            return
        self.is_waiting = False
        self.share = event.share
        self.note = event.note
        if event.seconds_left is not None and self.asked is None:
            self.note += self.tr(" · {} left").format(say_seconds(event.seconds_left))
        self.progressed.emit()

    @Slot(object)
    def _changed(self, event: Changed) -> None:
        if event.job_id == self.job_id and event.asked is not None:
            self.asked = event.asked
            self.progressed.emit()

    def said(self) -> str:
        """Where it is, in words."""
        if self.asked == Stop.CANCEL:
            return self.tr("Cancelling…")
        if self.asked == Stop.KEEP:
            return self.tr("Stopping; what has formed is kept…")
        if self.asked is not None:
            return self.tr("Pausing…")
        if self.is_waiting:
            return self.tr("Waiting for other jobs")
        return self.note or self.tr("Starting…")
