"""What stands in the middle of the page of studies before one is open, or before there are tracks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets import Button, label


class Empty(QWidget):
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = label(size=15, bold=True, wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(self.tr("Add folder…"), "main")
        self.button.clicked.connect(self.add_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.said)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_why(self, *, has_tracks: bool) -> None:
        """One sentence, and a button where there is something to be done."""
        none = self.tr("A study needs tracks with labels or captions, and there are no tracks yet.")
        self.said.setText(self.tr("Choose a study at the left.") if has_tracks else none)
        self.button.setVisible(not has_tracks)
