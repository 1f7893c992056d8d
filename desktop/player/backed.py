"""Pictures of sound that are painted once, and painted over wherever something moves."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import look


class Backed(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._backing: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look().changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        self._backing = None
        self.update()

    def _lay_backing(self, painter: QPainter, room: QRect) -> None:
        """Made first, where it is not there."""
        dots = self.devicePixelRatioF()
        if self._backing is None:
            self._backing = QPixmap(max(round(self.width() * dots), 1), max(round(self.height() * dots), 1))
            self._backing.setDevicePixelRatio(dots)
            self._backing.fill(look().colour("plot"))
            within = QPainter(self._backing)
            self._paint_backing(within, dots)
            within.end()
        painter.drawPixmap(room, self._backing, QRect(room.topLeft() * dots, room.size() * dots))

    def _paint_backing(self, painter: QPainter, dots: float) -> None:
        """All that stays; `dots` is how many of the screen lie on one of the painter's."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._backing = None
