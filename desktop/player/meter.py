"""Two bars that show how loud it is right now; a line stays a moment where the peak was."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.player.levels import SILENT, Levels
from desktop.theme import look

LOWEST_DB = -60.0
HOT_DB = -0.3
"""From here on a peak may clip."""


class Meter(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.levels = SILENT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Level of the left and the right side"))
        self.setToolTip(self.tr("Peaks below full scale, from −60 to 0 dB"))
        look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(look().px(110), look().px(26))

    @Slot(object)
    def show_levels(self, levels: Levels) -> None:
        if levels != self.levels:
            self.levels = levels
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(look().font(11))
        levels, colour = self.levels, look().colour
        letters = painter.fontMetrics().horizontalAdvance("R") + look().px(5)
        row, bar = self.height() / 2, float(look().px(7))
        sides = (
            (self.tr("L"), levels.left_db, levels.left_hold_db),
            (self.tr("R"), levels.right_db, levels.right_hold_db),
        )
        for place, (letter, now_db, hold_db) in enumerate(sides):
            top = place * row
            painter.setPen(colour("text2"))
            painter.drawText(QRectF(0, top, letters, row), 0x84, letter)
            room = QRectF(letters, top + (row - bar) / 2, self.width() - letters, bar)
            painter.fillRect(room, colour("line"))
            painter.fillRect(QRectF(room.topLeft(), room.bottomRight()).adjusted(
                0, 0, -room.width() * (1 - share(now_db)), 0), colour("good"))  # fmt: skip
            if share(hold_db) > 0:
                x = room.left() + share(hold_db) * room.width()
                hot = colour("warn" if hold_db > HOT_DB else "text")
                painter.fillRect(QRectF(min(x, room.right() - 2), room.top() - 1, 2, bar + 2), hot)


def share(db: float) -> float:
    return min(max(1 - db / LOWEST_DB, 0.0), 1.0)
