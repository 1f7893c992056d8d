"""The strip at the bottom: the job that matters most right now, and what can be done about it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from core.progress import Stop
from desktop.jobs.model import JobsModel
from desktop.jobs.row import ICONS, JobRow
from desktop.theme import look
from desktop.widgets import Button, Elided, IconLabel, label, set_tone

BAR_STEPS = 1000
PATIENCE_MS = 2000
"""An answer that comes sooner was never worth a word here."""


class JobStrip(QWidget):
    """Follows the model. The job shown is `current`."""

    asked = Signal(int, object)
    """Job id and Stop."""
    resumed = Signal(int)
    dismissed = Signal(int)
    pane_wanted = Signal(bool)

    def __init__(self, model: JobsModel) -> None:
        super().__init__()
        self._model = model
        self._watched: int | None = None
        self._met: dict[int, float] = {}
        """When each question was first seen."""
        self._later = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._later.timeout.connect(self.refresh)
        self.current: JobRow | None = None
        self.setAccessibleName(self.tr("Jobs"))
        self._build()
        model.modelReset.connect(self.refresh)
        model.dataChanged.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(12)
        self.jobs = Button(self.tr("Jobs"), "flat", tip=self.tr("Show or hide the list of jobs (Ctrl+J)"))
        self.jobs.setCheckable(True)
        self.jobs.clicked.connect(self.pane_wanted)
        self.state = IconLabel("info")
        self.title = Elided("", 12, "text")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(look().px(160))
        self.bar.setAccessibleName(self.tr("Progress of the job"))
        self.progress = label(size=12, tone="text2")
        self.pause = Button(self.tr("Pause"), "small", tip=self.tr("The job can go on later"))
        self.resume = Button(self.tr("Resume"), "small", tip=self.tr("Go on where the job was"))
        self.cancel = Button(
            self.tr("Cancel"), "small", tip=self.tr("Stop and throw away what this job made")
        )
        self.dismiss = Button(self.tr("Dismiss"), "small", tip=self.tr("Do not offer this job again"))
        self.separator = QFrame()
        self.separator.setObjectName("rule")
        self.separator.setFixedWidth(1)
        self.waiting = label(size=12, tone="text2")
        for widget in (self.jobs, self.state, self.title, self.bar, self.progress, self.pause, self.resume,
                       self.cancel, self.dismiss, self.separator, self.waiting):  # fmt: skip
            row.addWidget(widget)
        row.addStretch(1)
        self.pause.clicked.connect(self._pause)
        self.resume.clicked.connect(self._resume)
        self.cancel.clicked.connect(self._cancel)
        self.dismiss.clicked.connect(self._dismiss)

    # What is shown

    @Slot()
    def refresh(self) -> None:
        row = self._choose()
        self.current = row
        running = row is not None and row.state == "running"
        self._show_words(row)
        self.bar.setVisible(running)
        self.progress.setVisible(running)
        self.pause.setVisible(row is not None and running and row.can_pause)
        self.cancel.setVisible(row is not None and row.can_cancel)
        self.resume.setVisible(row is not None and row.can_resume)
        self.dismiss.setVisible(row is not None and row.can_dismiss)
        others = [other for other in self._model.rows if other is not row and not other.is_question]
        waiting = sum(other.state == "waiting" for other in others)
        self.waiting.setText(self.tr("{} waiting").format(waiting))
        self.waiting.setVisible(waiting > 0)
        self.separator.setVisible(waiting > 0)

    def _choose(self) -> JobRow | None:
        """What runs, else what a person should decide, else what waits, else what ended last here."""
        rows = self._worth_showing()
        for state in ("running", "interrupted", "paused", "waiting"):
            for row in rows:
                if row.state == state:
                    self._watched = row.id
                    return row
        return None if self._watched is None else self._model.row_of(self._watched)

    def _worth_showing(self) -> list[JobRow]:
        """Without questions, unless one has been under way for so long that a person wonders."""
        asked = {row.id for row in self._model.rows if row.is_question and not row.ended}
        now = time.monotonic()
        self._met = {id_: self._met.get(id_, now) for id_ in asked}
        slow = {id_ for id_, met in self._met.items() if (now - met) * 1000 >= PATIENCE_MS}
        if asked - slow and not self._later.isActive():
            self._later.start()
        return [row for row in self._model.rows if not row.is_question or row.id in slow]

    def _show_words(self, row: JobRow | None) -> None:
        self.state.setVisible(row is not None and row.state != "running")
        if row is None:
            self._set_title(self.tr("Nothing is running"), quiet=True)
            return
        self.state.show_icon(*ICONS.get(row.state, ("info", "text2")))
        if row.state != "running":
            self._set_title(row.headline(), quiet=row.ended and row.state != "failed")
            return
        self._set_title(f"{row.title} · {row.state_words()}" if row.asked else row.title, quiet=False)
        self.bar.setMaximum(BAR_STEPS if row.total else 0)
        self.bar.setValue(round(row.share * BAR_STEPS))
        self.progress.setText(row.where_and_left())

    def _set_title(self, text: str, *, quiet: bool) -> None:
        self.title.show_text(text)
        set_tone(self.title, "text2" if quiet else "text")

    def show_pane_state(self, visible: bool) -> None:
        self.jobs.setChecked(visible)

    def forget(self) -> None:
        """Another collection: what ended in the last one is no news here."""
        self._watched = None
        self._later.stop()
        self.refresh()

    # What is asked

    def _pause(self) -> None:
        if self.current is not None:
            self.asked.emit(self.current.id, Stop.PAUSE)

    def _cancel(self) -> None:
        if self.current is not None:
            self.asked.emit(self.current.id, Stop.CANCEL)

    def _resume(self) -> None:
        if self.current is not None:
            self.resumed.emit(self.current.id)

    def _dismiss(self) -> None:
        if self.current is not None:
            self.dismissed.emit(self.current.id)
