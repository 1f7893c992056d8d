"""Says what is being waited for, how far it is, and lets one give up. Short waits are not shown at all."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.widgets import Button, Elided

AFTER_MS = 250


class Waiting(QWidget):
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = Elided("", 12, "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the question"))
        self.cancel = Button(self.tr("Cancel"), "flat", tip=self.tr("Do not wait for the answer"))
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self.show)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 0, 8, 6)
        rows.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.cancel)
        rows.addLayout(row)
        rows.addWidget(self.bar)
        self.cancel.clicked.connect(self.cancelled)
        self.hide()

    @Slot(str)
    def show_busy(self, words: str) -> None:
        """Empty: nothing is waited for."""
        self.text.show_text(words)
        if not words:
            self._soon.stop()
            self.hide()
        elif self.isHidden():
            self.bar.setRange(0, 0)
            self._soon.start()

    @Slot(int, int, str)
    def show_progress(self, done: int, total: int, note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if note:
            self.text.show_text(f"{note}…")
