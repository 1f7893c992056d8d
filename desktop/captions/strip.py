"""Slim lines above and below the table: what a job writes now, and what can be done with several texts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop import words
from desktop.captions.writing import Writing
from desktop.theme import look
from desktop.widgets import Button, label

WHOLE = 1000


class WritingStrip(QWidget):
    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self.said = label("", 12)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, WHOLE)
        self.bar.setFixedWidth(look().px(140))
        self.bar.setAccessibleName(self.tr("How much is written"))
        self.stop = Button(self.tr("Stop and keep"), "small", tip=self.tr("What is written stays"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 6)
        row.setSpacing(12)
        row.addWidget(self.said)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        row.addStretch(1)
        self.stop.clicked.connect(writing.stop)
        writing.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.setVisible(self._writing.is_busy)
        self.said.setText(self._writing.said())
        self.bar.setValue(round(self._writing.share * WHOLE))
        self.stop.setEnabled(self._writing.asked is None)


class ChosenStrip(QWidget):
    """Seen while several lines are selected."""

    accepted = Signal()
    rejected = Signal()
    again_wanted = Signal()
    played = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.said = label("", 12)
        self.accept = Button(tr("Accept all"), "small", icon_name="check", tip=tr("As they are (Ctrl+Enter)"))
        self.reject = Button(
            tr("Reject all"), "small", tip=tr("They stay, counted as wrong (Ctrl+Backspace)")
        )
        self.again = Button(tr("Write again…"), "small")
        self.play = Button(
            tr("Play in order"), "small", icon_name="play", tip=tr("One excerpt after the other")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.said)
        row.addStretch(1)
        for button in (self.play, self.again, self.reject, self.accept):
            row.addWidget(button)
        self.accept.clicked.connect(self.accepted)
        self.reject.clicked.connect(self.rejected)
        self.again.clicked.connect(self.again_wanted)
        self.play.clicked.connect(self.played)
        self.hide()

    def show_number(self, number: int, machine: int) -> None:
        self.setVisible(number > 1)
        self.said.setText(self.tr("{} lines chosen").format(words.number(number)))
        for button in (self.accept, self.reject):
            button.setEnabled(machine > 0)
