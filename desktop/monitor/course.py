"""How a run goes, as far as it was heard while it went: what the collection does not know yet.

Epochs reach the collection with the next checkpoint, and losses within them never
do. So the page listens from the moment a collection is opened, seen or not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.curves.data import Point
from desktop.curves.story import Story

if TYPE_CHECKING:
    from core.jobs.events import Changed, Shown
    from core.runs.curves import EpochRow
    from desktop.workspace import Workspace

MOST_RAW = 4000
"""Losses within epochs of one run; past that every second one goes."""
MOST_RUNS = 20
"""A study has many; what was heard of the oldest is in the collection by then."""


@dataclass
class Course:
    run: int
    job: int
    labels: tuple[str, ...] = ()
    rows: dict[int, EpochRow] = field(default_factory=dict)
    raw: list[Point] = field(default_factory=list)
    at: float | None = None
    """Epochs that are over, and the part of the one at hand."""
    rate: float | None = None
    """Examples a second."""
    memory: tuple[int, int] | None = None
    """Bytes in use, and bytes that there are."""
    begun_s: float | None = None
    """When the epoch at hand began, by the clock of `Hearing`."""
    _seen: tuple[int, float, int, float] | None = None
    """The epoch, when the last loss came, after how many examples, and their mean."""

    def step(self, data: Mapping[str, Any], now_s: float) -> None:
        epoch, loss, seen = float(data["epoch"]), float(data["loss"]), int(data.get("seen", 0))
        whole = int(epoch)
        if self._seen is None or self._seen[0] != whole or seen <= self._seen[2]:
            before, since_s = (0, 0.0), None
        else:
            before, since_s = (self._seen[2], self._seen[3]), self._seen[1]
        gained = seen - before[0]
        # What is told is the mean since the epoch began; the points are the means of what came in between.
        local = (loss * seen - before[1] * before[0]) / gained if gained > 0 else loss
        if since_s is not None and gained > 0 and now_s > since_s:
            rate = gained / (now_s - since_s)
            self.rate = rate if self.rate is None else 0.7 * self.rate + 0.3 * rate
        self._seen = (whole, now_s, seen, loss)
        self.at = epoch
        if self.begun_s is None:
            self.begun_s = now_s
        if isinstance(data.get("memory"), list | tuple):
            used, there = data["memory"]
            self.memory = int(used), int(there)
        self.raw = [point for point in self.raw if point[0] < epoch] if self._goes_back(epoch) else self.raw
        self.raw.append((epoch, local))
        if len(self.raw) > MOST_RAW:
            self.raw = self.raw[::2]

    def _goes_back(self, epoch: float) -> bool:
        """It goes on from a checkpoint that lies before what was heard."""
        return bool(self.raw) and self.raw[-1][0] >= epoch

    def epoch(self, data: Mapping[str, Any], now_s: float) -> None:
        from core.runs.curves import EpochRow

        epoch = int(data["epoch"])
        took_s = now_s - self.begun_s if self.begun_s is not None else 0.0
        if epoch in self.rows:  # what came after it will be told again, too
            self.rows = {known: row for known, row in self.rows.items() if known < epoch}
        self.rows[epoch] = EpochRow(epoch, int(data["step"]), took_s, data["figures"], data["confusion"])
        self.at, self.begun_s, self._seen = epoch + 1.0, now_s, None

    def begin_again(self) -> None:
        """The job starts once more: the collection knows all that still counts."""
        self.rows, self.begun_s, self._seen, self.rate, self.at = {}, None, None, None, None

    def join(self, story: Story) -> Story:
        """What the collection knows, and what was heard since."""
        known = {row.epoch: row for row in story.rows}
        rows = known | {epoch: row for epoch, row in self.rows.items() if epoch not in known}
        return replace(
            story,
            labels=self.labels or story.labels,
            rows=tuple(rows[epoch] for epoch in sorted(rows)),
            raw=tuple(self.raw),
        )


class Hearing(QObject):
    heard = Signal(int)
    """Of this run there is news."""
    begun = Signal(int)
    """This run has begun, or goes on."""

    def __init__(
        self, workspace: Workspace, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self.courses: dict[int, Course] = {}
        workspace.bridge.shown.connect(self._hear)
        workspace.bridge.changed.connect(self._job_changed)

    def forget(self) -> None:
        self.courses.clear()

    def course(self, run: int | None) -> Course | None:
        return None if run is None else self.courses.get(run)

    @Slot(object)
    def _hear(self, event: Shown) -> None:
        run = event.data.get("run")
        if event.name not in ("run", "step", "epoch") or not isinstance(run, int):
            return
        course = self.courses.get(run)
        if course is None:
            course = self.courses[run] = Course(run, event.job_id)
            while len(self.courses) > MOST_RUNS:
                del self.courses[min(self.courses)]
        now_s = self.clock()
        if event.name == "run":
            course.job, course.labels, course.begun_s = event.job_id, tuple(event.data["names"]), now_s
            self.begun.emit(run)
        elif event.name == "step":
            course.step(event.data, now_s)
        else:
            course.epoch(event.data, now_s)
        self.heard.emit(run)

    @Slot(object)
    def _job_changed(self, event: Changed) -> None:
        if event.state == "running" and event.asked is None:
            for course in self.courses.values():
                if course.job == event.job_id:
                    course.begin_again()
