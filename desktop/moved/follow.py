"""Follows the jobs that draw before and after: asked for here or left by an earlier sitting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from core.jobs import JobState
from core.maps.frame import unpack
from core.moved import MovedRequest
from core.moved.request import NAME
from core.progress import Stop, say_seconds

if TYPE_CHECKING:
    from core.jobs import Job
    from core.jobs.events import Changed, Progressed, Shown
    from desktop.workspace import Workspace

KIND = "moved"


@dataclass
class Under:
    """A job on its way; without a number it has only just been asked for."""

    request: MovedRequest
    job_id: int | None = None
    share: float = 0.0
    note: str = ""
    left_s: float | None = None
    asked: Stop | None = None
    is_waiting: bool = False


class Following(QObject):
    changed = Signal()
    """Something is on its way that was not, or is farther."""
    framed = Signal(object, str, object)
    """The MovedRequest, "before" or "after", and the points as they are now, as a Frame."""
    ended = Signal(object, str)
    """The MovedRequest, and why there is nothing; empty where it is done or was cancelled."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._under: list[Under] = []
        self._last = 0
        """No job up to this number is one that was asked for just now."""
        workspace.jobs_listed.connect(self._listed)
        workspace.bridge.progressed.connect(self._progressed)
        workspace.bridge.shown.connect(self._shown)
        workspace.bridge.changed.connect(self._changed)
        workspace.closing.connect(self.forget)

    def ask(self, request: MovedRequest, title: str) -> None:
        if self.of(request) is None:
            self._under.append(Under(request))
            self._workspace.submit(KIND, request, title=title)
            self.changed.emit()

    def of(self, request: MovedRequest | None) -> Under | None:
        return next((under for under in self._under if under.request == request), None)

    def cancel(self, request: MovedRequest | None) -> None:
        under = self.of(request)
        if under is not None:
            under.asked = Stop.CANCEL
            if under.job_id is not None:
                self._workspace.ask(under.job_id, Stop.CANCEL)
            self.changed.emit()

    @Slot()
    def forget(self) -> None:
        self._under.clear()
        self._last = 0

    def said(self, under: Under) -> str:
        """Where it is, in words."""
        if under.asked == Stop.CANCEL:
            return self.tr("Cancelling…")
        if under.asked is not None:
            return self.tr("Stopping…")
        if under.is_waiting:
            return self.tr("Waiting for other jobs")
        if under.left_s is None:
            return under.note or self.tr("Starting…")
        return self.tr("{} · {} left").format(under.note, say_seconds(under.left_s))

    # What the jobs say

    @Slot(object)
    def _listed(self, jobs: list[Job]) -> None:
        for job in sorted((job for job in jobs if job.kind == KIND), key=lambda job: job.id):
            under = self._known(job.id)
            if under is None and (job.state.living or job.id > self._last):
                under = self._begin(job)
            if under is not None:
                self._look_at(under, job)
        self._last = max([self._last, *(job.id for job in jobs)])

    def _known(self, job_id: int) -> Under | None:
        return next((under for under in self._under if under.job_id == job_id), None)

    def _begin(self, job: Job) -> Under | None:
        try:
            request = msgspec.json.decode(job.request, type=MovedRequest)
        except (msgspec.DecodeError, ValueError):  # of another version
            return None
        under = self.of(request)
        if under is None:
            if not job.state.living:
                return None
            under = Under(request)
            self._under.append(under)
        if under.job_id is None:
            under.job_id = job.id
            if under.asked is not None:  # before its number was known
                self._workspace.ask(job.id, under.asked)
            self.changed.emit()
        return under

    def _look_at(self, under: Under, job: Job) -> None:
        if under.job_id != job.id:
            return
        if job.state.living:
            waiting = job.state == JobState.WAITING
            if waiting != under.is_waiting:
                under.is_waiting = waiting
                self.changed.emit()
            return
        self._under.remove(under)
        good = job.state in (JobState.DONE, JobState.CANCELLED) or under.asked == Stop.CANCEL
        self.ended.emit(under.request, "" if good else job.sentence or self.tr("It was stopped."))
        self.changed.emit()

    @Slot(object)
    def _progressed(self, event: Progressed) -> None:
        under = self._known(event.job_id)
        if under is not None:
            under.is_waiting = False
            under.share = event.share
            under.note, under.left_s = event.note, event.seconds_left
            self.changed.emit()

    @Slot(object)
    def _changed(self, event: Changed) -> None:
        under = self._known(event.job_id)
        if under is not None and event.asked is not None:
            under.asked = event.asked
            self.changed.emit()

    @Slot(object)
    def _shown(self, event: Shown) -> None:
        under = self._known(event.job_id) if event.name == NAME else None
        if under is not None and under.asked != Stop.CANCEL:
            self.framed.emit(under.request, str(event.data["which"]), unpack(event.data))
