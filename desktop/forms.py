"""What every small form has: a line that says whether the input will do, and the two buttons at its foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.theme import look
from desktop.widgets import Button, IconLabel, label, set_tone


class Says(QWidget):
    """A sentence with a sign before it, with so much room that the form does not jump."""

    def __init__(self, room_px: int = 34) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._sign = IconLabel("info")
        self._text = label(size=12, tone="text2", wrap=True)
        self._text.setMinimumHeight(look().px(room_px))
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)

    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, sign: str = "info", tint: str = "text2") -> None:
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._sign.show_icon(sign, tint)
        set_tone(self._text, "text2" if tint == "text2" else "text")

    def complain(self, text: str) -> None:
        self.say(text, "error", "bad")


def foot(dialog: QDialog, agree: Button, agreed: Callable[[], None]) -> QHBoxLayout:
    """Cancel, and the button that does what the form is for, which Enter presses."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    agree.clicked.connect(agreed)
    cancel = Button(dialog.tr("Cancel"))
    cancel.clicked.connect(dialog.reject)
    row.addWidget(cancel)
    row.addWidget(agree)
    return row
