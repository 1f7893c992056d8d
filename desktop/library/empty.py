"""What stands in place of the rows when there are none: one sentence, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets import Button, Kind, label


class Empty(QWidget):
    pressed = Signal()

    def __init__(self, sentence: str, button: str, kind: Kind = "plain", icon_name: str = "") -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addStretch(2)
        self.sentence = label(sentence, 12, tone="text2", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(self.sentence)
        self.button = Button(button, kind, icon_name=icon_name)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self.button.clicked.connect(self.pressed)
