"""The right end of the strip: what was just done, with the way back, and what computes here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.doctor import Doctor, fastest_device
from desktop.widgets import Button, Elided, IconLabel, label

if TYPE_CHECKING:
    from desktop.history import History

SHOWN_MS = 10_000


class DoneLine(QWidget):
    """The last edit for ten seconds, or until something else is done."""

    def __init__(self, history: History) -> None:
        super().__init__()
        self._history = history
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.words = Elided("", 12, "text2")
        self.undo = Button(self.tr("Undo"), "flat")
        self.undo.setProperty("link", True)
        row.addWidget(self.words)
        row.addWidget(self.undo)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._while = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._while.timeout.connect(self.hide)
        self.undo.clicked.connect(history.undo)
        history.edited.connect(self.tell)
        history.changed.connect(self._check)
        self.hide()

    @Slot(str)
    def tell(self, title: str) -> None:
        self.words.show_text(f"{title}.")
        self.undo.setAccessibleName(self.tr("Undo: {}").format(title))
        self.undo.setToolTip(self.tr("Undo: {} (Ctrl+Z)").format(title))
        self._title = title
        self.show()
        self._while.start()

    @Slot()
    def _check(self) -> None:
        """Its button undoes what was done last, so it goes when that is something else."""
        if not self.isHidden() and self._history.undo_words != self._title:
            self.forget()

    @Slot()
    def forget(self) -> None:
        self._while.stop()
        self.hide()


class DeviceLine(QWidget):
    """The device that jobs use here, as far as the doctor has looked."""

    def __init__(self, doctor: Doctor) -> None:
        super().__init__()
        self._doctor = doctor
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(6)
        line = QFrame()
        line.setObjectName("rule")
        line.setFixedSize(1, 16)
        row.addWidget(line)
        row.addSpacing(6)
        row.addWidget(IconLabel("computer"))
        self.words = label(size=12, tone="text2")
        row.addWidget(self.words)
        doctor.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        name = fastest_device(self._doctor.findings)
        text = self.tr("{} · {} cores").format(name, os.cpu_count() or 1)
        checks = self._doctor.findings.checks if self._doctor.findings else ()
        found = next((check.found for check in checks if check.name == "Devices"), "")
        if name != "cpu":
            model = found.partition("(")[2].partition(")")[0]
            text = " · ".join(part for part in (name, model) if part)
        self.words.setText(text)
        self.setToolTip(found or self.tr("What jobs compute on"))
        self.setAccessibleName(self.tr("Computes on {}").format(text))
