"""Closing the window while something is being taught: it goes on, is kept, or waits for the next start.

Several programs may have a collection open at once, and a job belongs to the one
that runs it. So a program whose window is gone sees its run through while the
next window is open already, and that one shows how far it is.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from core.progress import Stop
from desktop.place import remember_place
from desktop.widgets import Question

if TYPE_CHECKING:
    from desktop.jobs.row import JobRow
    from desktop.window import MainWindow

KINDS = ("train", "study")
LOOK_MS = 1000
QUIET_LOOKS = 2
"""So often nothing may run before it is over: the next of the queue takes a moment to begin."""


class Leaving(QObject):
    gone = Signal()
    """The window is gone; what runs is seen through."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_behind = False
        self._kept: set[int] = set()
        """Jobs that were asked to keep what they have; nothing else is begun after them."""
        self._quiet = 0
        self._often = QTimer(self, interval=LOOK_MS)
        self._often.timeout.connect(self._look)

    @property
    def is_behind(self) -> bool:
        return self._is_behind

    @property
    def teaching(self) -> list[JobRow]:
        return [row for row in self._running() if row.kind in KINDS]

    def _running(self) -> list[JobRow]:
        rows = self._window.jobs.rows
        return [row for row in rows if row.here and row.state == "running" and not row.is_question]

    def ask(self) -> bool:
        """Whether it asks: something is being taught."""
        rows = self.teaching
        if not rows:
            return False
        tr = self.tr
        said = tr("{} is running.").format(rows[0].title)
        if len(rows) > 1:
            said = tr("{} runs are being made.").format(len(rows))
        Question(
            self._window,
            said,
            tr(
                "It can go on without the window until it is done, with what waits behind it, "
                "or stop now and keep its best epoch. "
                "Paused, it goes on from the same step when {} is opened again."
            ).format(self._window.workspace.name),
            {
                tr("Keep running"): self.go_behind,
                tr("Stop and keep"): self.stop_and_keep,
                tr("Pause until the next start"): self._window.workspace.close,
                tr("Keep open"): self._window.stay,
            },
        )
        return True

    @Slot()
    def go_behind(self) -> None:
        """The window goes; the program stays until nothing runs any more."""
        self._is_behind, self._quiet = True, 0
        self._window.workspace.closed.connect(partial(QTimer.singleShot, 0, _quit))
        self._put_away()
        self._often.start()
        self.gone.emit()

    def _put_away(self) -> None:
        """As if it were closed: whoever opens the collection next finds the desk as it is now."""
        window = self._window
        remember_place(window)
        window.session.end()
        window.palette_door.close()
        window.pages.setCurrentWidget(window.between)
        if window.desk is not None:
            window.desk.forget()
        window.hide()

    @Slot()
    def stop_and_keep(self) -> None:
        self._kept = {row.id for row in self.teaching}
        for job_id in self._kept:
            self._window.workspace.ask(job_id, Stop.KEEP)
        self._window.workspace.bridge.changed.connect(self._job_changed)
        self.go_behind()

    @Slot(object)
    def _job_changed(self, event: object) -> None:
        job_id, state = getattr(event, "job_id", 0), getattr(event, "state", "")
        if job_id in self._kept and state != "running":
            self._kept.discard(job_id)
            if not self._kept:
                self._end()

    @Slot()
    def _look(self) -> None:
        self._quiet = 0 if self._running() else self._quiet + 1
        if self._quiet >= QUIET_LOOKS:
            self._end()

    def _end(self) -> None:
        if self._often.isActive():
            self.stop()
            self._window.workspace.close()

    def stop(self) -> None:
        self._often.stop()


def _quit() -> None:
    """No window is left that Qt could see closing."""
    QApplication.quit()
