"""Which run is watched, and what is known of it now: what was read, was heard since, and its job says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.curves.story import Story, read_saved, read_story
from desktop.jobs.row import ENDED
from desktop.monitor.course import Hearing
from desktop.monitor.state import Moment, short_state

if TYPE_CHECKING:
    from core.runs.shown import RunLine
    from desktop.jobs.model import JobsModel
    from desktop.jobs.row import JobRow
    from desktop.kit import Kit

KINDS = ("train", "study")
"""Jobs that make runs."""
TELL_MS = 100
"""Quick epochs are told of together."""
LOOK_MS = 2000
"""How often to look what the collection knows of a run that goes on."""


class Watching(QObject):
    turned = Signal()
    """Another run is watched."""
    news = Signal()
    """Of the run that is watched, or of its job."""

    def __init__(self, kit: Kit, jobs: JobsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._kit, self._jobs = kit, jobs
        self.hearing = Hearing(kit.workspace, self)
        self.run: int | None = None
        self._story: Story | None = None
        self._joined: Story | None = None
        self._chosen = False
        """A person wants to see this one, though it does not run."""
        self._state = ""
        self._asked = 0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._tell = QTimer(self, singleShot=True, interval=TELL_MS)
        self._tell.timeout.connect(self.news)
        self.hearing.begun.connect(self._begun)
        self.hearing.heard.connect(self._heard)
        kit.runs.changed.connect(self.choose)
        kit.runs.turned.connect(self._looked_at)
        jobs.dataChanged.connect(self._jobs_changed)
        jobs.modelReset.connect(self._jobs_changed)

    def forget(self) -> None:
        self._asked += 1
        self._look.stop()
        self._tell.stop()
        self.hearing.forget()
        self._chosen, self._state = False, ""
        self._turn(None)

    # Which one

    def watch(self, run: int) -> None:
        """Because a person wants to."""
        line = self._kit.runs.line(run)
        self._chosen = line is not None and self.state_of(line) != "running"
        self._turn(run)

    @Slot()
    def choose(self) -> None:
        """What runs; else what was watched; else what waits to go on; else the newest."""
        lines = {line.run: line for line in self._kit.runs.lines if not line.archived}
        running = [run for run, line in lines.items() if self.state_of(line) == "running"]
        current = self.run if self.run in lines else None
        if self._chosen and current is not None:
            self._turn(current)
        elif running:
            self._turn(current if current in running else running[-1])
        elif self.preparing is not None:
            self._turn(None)
        elif current is not None:
            self._turn(current)
        else:
            left = [run for run, line in lines.items() if self.state_of(line) not in ENDED]
            self._turn(next(iter([*left, *lines]), None))

    @Slot()
    def _looked_at(self) -> None:
        run = self._kit.runs.run
        if run is not None and not self.running:
            self.watch(run)

    def _turn(self, run: int | None) -> None:
        line = self._kit.runs.line(run)
        state = self.state_of(line) if line is not None else ""
        if run == self.run and state == self._state:
            return
        other = run != self.run
        self.run, self._state = run, state
        if other:
            self._story = self._joined = None
            self.turned.emit()
        if run is not None:
            self._read()
        self.pace()
        self.news.emit()

    # What is known

    @property
    def running(self) -> list[RunLine]:
        return [line for line in self._kit.runs.lines if self.state_of(line) == "running"]

    @property
    def teaching(self) -> list[JobRow]:
        """Jobs that make runs and go on now."""
        return [row for row in self._jobs.rows if row.kind in KINDS and row.state == "running"]

    @property
    def waiting(self) -> list[JobRow]:
        """In the order in which they will run."""
        return sorted(
            (row for row in self._jobs.rows if row.state == "waiting" and not row.is_question),
            key=lambda row: row.id,
        )

    @property
    def preparing(self) -> JobRow | None:
        """A job that goes on and has not begun its run."""
        begun = {line.job for line in self.running}
        return next((row for row in self.teaching if row.id not in begun), None)

    def row_of(self, line: RunLine | None) -> JobRow | None:
        return None if line is None or line.job is None else self._jobs.row_of(line.job)

    def listed(self) -> list[tuple[int, str]]:
        """Runs that can be watched, the newest first, as a menu says them."""
        return [
            (
                line.run,
                self.tr("Run {} · {}").format(line.run, short_state(self.row_of(line), self.state_of(line))),
            )
            for line in self._kit.runs.lines
            if not line.archived
        ]

    def state_of(self, line: RunLine) -> str:
        row = self.row_of(line)
        return line.state if line.state in ENDED or row is None else row.state

    @property
    def story(self) -> Story | None:
        """With what was heard since it was read; None while it is being read, or nothing is watched."""
        if self._joined is None and self._story is not None:
            course = self.hearing.course(self.run)
            self._joined = course.join(self._story) if course else self._story
        return self._joined

    def moment(self) -> Moment | None:
        now = datetime.now(UTC)
        line = self._kit.runs.line(self.run)
        if line is None:
            return self._before_a_run(now)
        story, row, course = self.story, self.row_of(line), self.hearing.course(self.run)
        if story is None:
            return None
        state = self.state_of(line)
        since_s = self.hearing.clock() - course.begun_s if course and course.begun_s is not None else 0.0
        return Moment(
            story,
            state,
            row.asked if row else None,
            line.job if row else None,
            "",
            row.note if row else "",
            row.seconds_left if row else None,
            course.at if course else None,
            since_s,
            self._rate(story),
            course.memory if course else None,
            now,
            can_pause=bool(row and row.can_pause),
            can_resume=bool(row and row.can_resume),
        )

    def _before_a_run(self, now: datetime) -> Moment | None:
        row = self.preparing
        if row is None:
            return None
        return Moment(
            Story(0), row.state, row.asked, row.id, row.title, row.note, row.seconds_left, now=now,
            can_pause=row.can_pause,
        )  # fmt: skip

    def _rate(self, story: Story) -> float | None:
        """As heard within an epoch; where epochs are too short for that, by whole ones."""
        course = self.hearing.course(self.run)
        if course is not None and course.rate is not None:
            return course.rate
        recent = [row.seconds for row in story.rows[-5:] if row.seconds > 0]
        return story.train * len(recent) / sum(recent) if recent and story.train else None

    # News

    @Slot(int)
    def _begun(self, _run: int) -> None:
        self._kit.runs.refresh()

    @Slot(int)
    def _heard(self, run: int) -> None:
        if run == self.run:
            self._joined = None
            if not self._tell.isActive():
                self._tell.start()

    @Slot()
    def _jobs_changed(self) -> None:
        self.choose()
        self.news.emit()

    @Slot()
    def pace(self) -> None:
        """Look again and again only while something goes on."""
        if self._state == "running" and not self._look.isActive():
            self._look.start()
        elif self._state != "running":
            self._look.stop()

    @Slot()
    def _look_again(self) -> None:
        """Of a run that is heard here only what is saved is news; of another program's run, all is."""
        if self.run is None:
            return
        if self.hearing.course(self.run) is None:
            self._read()
        else:
            came = partial(self._saved, self.run)
            self._kit.workspace.look(partial(read_saved, self.run), came, partial(self._gone, self._asked))

    def _read(self) -> None:
        if self.run is not None:
            self._asked += 1
            came, gone = partial(self._came, self._asked), partial(self._gone, self._asked)
            self._kit.workspace.look(partial(read_story, self.run), came, gone)

    def _came(self, asked: int, story: Story) -> None:
        if asked == self._asked and story.run == self.run:
            self._story, self._joined = story, None
            self.news.emit()

    def _saved(self, run: int, saved: tuple[int, datetime] | None) -> None:
        if run == self.run and self._story is not None and saved is not None:
            if (self._story.saved, self._story.saved_at) != saved:
                self._story, self._joined = replace(self._story, saved=saved[0], saved_at=saved[1]), None
            self.news.emit()

    def _gone(self, asked: int, _error: Exception) -> None:
        """The run was deleted meanwhile; the list of runs will say so."""
        if asked == self._asked:
            self._kit.runs.refresh()
