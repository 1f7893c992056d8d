"""A job in the words and icons that the strip and the pane share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.progress import Stop, say_seconds
from desktop import words

if TYPE_CHECKING:
    from core.jobs import Job
    from core.jobs.events import Changed, Progressed

QUESTION = 0
"""As core.jobs.kinds.Priority, which costs an import before the window is painted."""
ENDED = frozenset({"done", "stopped", "cancelled", "failed"})
ICONS = {
    "waiting": ("clock", "text2"),
    "running": ("running", "accent"),
    "paused": ("pause", "text2"),
    "interrupted": ("warning", "warn"),
    "done": ("check", "good"),
    "stopped": ("keep", "text2"),
    "cancelled": ("close", "text2"),
    "failed": ("error", "bad"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Jobs", text)


@dataclass(frozen=True)
class JobRow:
    """What the window knows of a job: the last list from the engine and the events since."""

    id: int
    kind: str
    title: str
    state: str
    asked: Stop | None
    done: int
    total: int
    unit: str
    note: str
    seconds_left: float | None
    sentence: str
    created_at: datetime
    ended_at: datetime | None
    resumable: bool
    here: bool
    """This program runs it, so its events arrive here."""
    log_path: Path
    is_question: bool = False
    """Somebody waits for its answer elsewhere, so nobody need watch it."""

    @classmethod
    def of(cls, job: Job) -> JobRow:
        return cls(
            job.id, job.kind, job.title, str(job.state), job.asked, job.done, job.total, job.unit, job.note,
            job.seconds_left, job.sentence, job.created_at, job.ended_at, job.resumable, job.here,
            job.log_path, job.priority == QUESTION,
        )  # fmt: skip

    def updated(self, newer: JobRow) -> JobRow:
        """`newer` comes from the list. Of a job that runs here the events know better how far it is."""
        if not (newer.here and self.state == newer.state == "running"):
            return newer
        kept = {name: getattr(self, name) for name in ("done", "total", "unit", "note", "seconds_left")}
        return replace(newer, **kept)

    def changed(self, event: Changed) -> JobRow:
        return replace(self, state=str(event.state), asked=event.asked, sentence=event.sentence)

    def progressed(self, event: Progressed) -> JobRow:
        return replace(
            self,
            done=event.done,
            total=event.total,
            unit=event.unit,
            note=event.note,
            seconds_left=event.seconds_left,
        )

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    @property
    def can_pause(self) -> bool:
        return self.resumable and self.asked is None and self.state in ("running", "waiting")

    @property
    def can_resume(self) -> bool:
        again = self.resumable and self.state in ("stopped", "failed")
        return again or self.state in ("paused", "interrupted")

    @property
    def can_stop(self) -> bool:
        return self.asked is None and self.state == "running"

    @property
    def can_cancel(self) -> bool:
        return self.asked != Stop.CANCEL and self.state in ("running", "waiting", "paused")

    @property
    def can_dismiss(self) -> bool:
        return self.state == "interrupted"

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        if self.state == "done":
            return 1.0
        return min(self.done / self.total, 1.0) if self.total else 0.0

    def where(self) -> str:
        """`1,212 of 2,000 tracks`, or `61 %` where the steps have no name."""
        if not self.total:
            return ""
        if not self.unit:
            return f"{100 * self.done // self.total} %"
        amounts = _tr("{} of {}").format(words.number(self.done), words.number(self.total))
        return f"{amounts} {self.unit}"

    def left(self) -> str:
        if self.state != "running" or self.asked is not None or self.seconds_left is None:
            return ""
        return say_seconds(self.seconds_left)

    def where_and_left(self) -> str:
        left = _tr("{} left").format(self.left()) if self.left() else ""
        return " · ".join(part for part in (self.where(), left) if part)

    def state_words(self) -> str:
        if self.asked is not None and not self.ended:
            return {
                Stop.CANCEL: _tr("Cancelling…"),
                Stop.KEEP: _tr("Stopping…"),
                Stop.PAUSE: _tr("Pausing…"),
                Stop.GIVE_WAY: _tr("Giving way…"),
            }[self.asked]
        return words.state(self.state)

    def headline(self) -> str:
        """What the strip says of a job that does not run."""
        name = self.title
        if self.state == "interrupted":
            if self.where():
                text = _tr("{} was interrupted at {}. Nothing is lost.")
                return text.format(name, self.where())
            return _tr("{} was interrupted. Nothing is lost.").format(name)
        if self.state == "paused":
            text = _tr("{} is paused at {}.") if self.where() else _tr("{} is paused.")
            return text.format(name, self.where())
        if self.state == "waiting":
            return _tr("{} is waiting.").format(name)
        if self.sentence:
            return f"{name}: {self.sentence}"
        return f"{name}: {self.state_words()}."
