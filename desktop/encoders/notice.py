"""The line above the buttons: what is under way, what went wrong, or why something cannot be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.theme import look
from desktop.widgets import Button, IconLabel, label, set_tone

STEPS = 1000


class Notice(QWidget):
    """Always there, so that nothing jumps when it speaks."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.sign = IconLabel("info")
        self.text = label(size=12, tone="text2", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(look().px(140))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = Button(self.tr("Cancel"), "small")
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.setMinimumHeight(look().px(34))
        self.say("")

    def say(self, text: str, sign: str = "info", tint: str = "text2") -> None:
        """Nothing is under way."""
        self._show(text, sign, tint)
        self.bar.hide()
        self.cancel.hide()

    def work(self, text: str, share: float | None = None) -> None:
        """Something is under way; `share` is None when nobody knows how far."""
        self._show(text, "running", "accent")
        self.bar.setMaximum(0 if share is None else STEPS)
        self.bar.setValue(round((share or 0.0) * STEPS))
        self.bar.show()
        self.cancel.show()
        self.cancel.setEnabled(True)

    def cancelling(self, text: str) -> None:
        self._show(text, "running", "accent")
        self.cancel.setEnabled(False)

    def _show(self, text: str, sign: str, tint: str) -> None:
        self.text.setText(text)
        self.setAccessibleName(text)
        self.sign.show_icon(sign, tint)
        self.sign.setVisible(bool(text))
        set_tone(self.text, "text2" if tint == "text2" else "text")
