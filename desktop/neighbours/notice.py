"""What stands where nothing can be listed: one sentence, and one button where something can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets import Button, label


class Notice(QWidget):
    pressed = Signal(str)
    """What the button is for."""

    def __init__(self) -> None:
        super().__init__()
        self._what = ""
        self.text = label(size=13, tone="text2", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button("", "small")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 24, 16, 24)
        rows.setSpacing(12)
        rows.addStretch(2)
        rows.addWidget(self.text)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self.button.clicked.connect(self._press)

    def say(self, text: str, button: str = "", what: str = "") -> None:
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self.button.setText(button)
        self.button.setAccessibleName(button.rstrip("…"))
        self.button.setVisible(bool(button))
        self._what = what

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self._what)
