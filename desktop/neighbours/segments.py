"""A few words side by side, one of which is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop.theme import Weight, look

HEIGHT = 24
ROOM = 16
"""Around the word, both sides together."""


class Segment(QAbstractButton):
    def __init__(self, words: str, tip: str) -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        self.setFont(look().font(12, Weight.DemiBold))
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + look().px(ROOM), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        fill = "selected" if chosen else "line" if self.underMouse() and self.isEnabled() else "raised"
        painter.setPen(QPen(look().colour("accent" if chosen else "border"), 1))
        painter.setBrush(look().colour(fill))
        painter.drawRect(rect)
        if self.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        tone = "text" if chosen else "text2" if self.isEnabled() else "text3"
        painter.setPen(look().colour(tone))
        painter.setFont(look().font(12, Weight.DemiBold if chosen else Weight.Normal))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(QWidget):
    chosen = Signal(str)
    """By a person."""

    def __init__(self, name: str, words: Mapping[str, tuple[str, str]]) -> None:
        """`words`: by key, what is said and the tool tip."""
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, Segment] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, (said, tip) in words.items():
            self.buttons[key] = button = Segment(said, tip)
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        next(iter(self.buttons.values())).setChecked(True)

    @property
    def current(self) -> str:
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_chosen(self, key: str) -> None:
        self.buttons[key].setChecked(True)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, known in self.buttons.items() if known is button))
