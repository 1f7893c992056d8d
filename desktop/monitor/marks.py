"""Small drawn things of the head: how far a run is, and how patient it still is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import look

MOST_BOXES = 24


class EpochBar(QWidget):
    """How many of the epochs are over; a tick at the best one."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.best: float | None = None
        self.setFixedHeight(look().px(12))
        self.setMinimumWidth(look().px(120))
        look().changed.connect(self.update)

    def show_share(self, share: float, best: float | None, said: str) -> None:
        """`best` as a share, too."""
        self.setAccessibleName(said)
        if (share, best) != (self.share, self.best):
            self.share, self.best = min(max(share, 0.0), 1.0), best
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = look().px(6)
        rect = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(look().colour("line"))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(look().colour("accent"))
        if self.share > 0:
            painter.drawRoundedRect(QRectF(0, rect.top(), max(rect.width() * self.share, high), high), 3, 3)
        if self.best is not None:
            x = min(rect.width() * self.best, rect.width() - 2)
            painter.setBrush(look().colour("good"))
            painter.drawRect(QRectF(x - 1, 0, 2, self.height()))


class PatienceBoxes(QWidget):
    """One box an epoch without a better one; when all are full, training ends."""

    def __init__(self) -> None:
        super().__init__()
        self.full = 0
        self.whole = 0
        self.setFixedHeight(look().px(12))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.update)

    def show_patience(self, full: int, whole: int, said: str) -> None:
        self.setAccessibleName(said)
        if (full, whole) != (self.full, self.whole):
            self.full, self.whole = full, whole
            self.updateGeometry()
            self.update()

    def _step(self) -> float:
        return look().px(11) if self.whole <= 16 else look().px(11) * 16 / self.whole

    def sizeHint(self) -> QSize:
        return QSize(round(self._step() * max(self.whole, 1)), look().px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.whole > MOST_BOXES:
            self._paint_bar(painter)
            return
        step, side = self._step(), min(look().px(9), self._step() - 1.5)
        for place in range(self.whole):
            painter.setBrush(look().colour("warn" if place < self.full else "edge"))
            painter.drawRoundedRect(QRectF(place * step, (self.height() - 9) / 2, side, look().px(9)), 2, 2)

    def _paint_bar(self, painter: QPainter) -> None:
        rect = QRectF(0, (self.height() - look().px(6)) / 2, self.width(), look().px(6))
        painter.setBrush(look().colour("edge"))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(look().colour("warn"))
        rect.setWidth(rect.width() * min(self.full / self.whole, 1.0))
        painter.drawRoundedRect(rect, 3, 3)
