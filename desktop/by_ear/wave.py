"""The waveform of the track that is asked about: what is played of it, gold while it is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop.player import waveform
from desktop.player.backed import Backed
from desktop.player.shape import Shape
from desktop.theme import look
from desktop.times import clock, span_words

if TYPE_CHECKING:
    from desktop.cards import TrackCard

HEIGHT, AXIS = 76, 16
Seconds = tuple[float, float]


class Wave(Backed):
    sought = Signal(float)
    """A click: play on from here."""

    def __init__(self) -> None:
        super().__init__()
        self.shape = Shape(self)
        self.duration_s = 0.0
        self.span: Seconds = (0.0, 0.0)
        """What is played."""
        self.is_heard = False
        self.position_s: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click to play from here"))
        self.shape.changed.connect(self.refresh)

    def sizeHint(self) -> QSize:
        return QSize(look().px(400), look().px(HEIGHT))

    def show_track(self, card: TrackCard | None, span: Seconds) -> None:
        self.shape.show_track(card.path if card is not None else None)
        self.duration_s = (card.duration_s or 0.0) if card is not None else 0.0
        self.span = span
        self.setAccessibleName(
            self.tr("Waveform; {} is played").format(span_words(*span)) if self.duration_s else ""
        )
        self.refresh()

    def show_heard(self, *, heard: bool, position_s: float | None) -> None:
        if heard != self.is_heard:
            self.is_heard = heard
            self.refresh()
        if position_s != self.position_s:
            before, self.position_s = self.position_s, position_s
            for seconds in (before, position_s):
                if seconds is not None:
                    self.update(QRect(round(self._x(seconds)) - 2, 0, 5, self.height()))

    def _x(self, seconds: float) -> float:
        return seconds / self.duration_s * self.width() if self.duration_s else 0.0

    @property
    def _tall(self) -> int:
        return self.height() - look().px(AXIS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._lay_backing(painter, event.rect())
        if self.position_s is not None and self.duration_s:
            line = QRectF(self._x(self.position_s) - 0.75, 0, 1.5, self._tall)
            painter.fillRect(line, look().colour("text"))

    def _paint_backing(self, painter: QPainter, dots: float) -> None:
        painter.fillRect(0, self._tall, self.width(), self.height(), look().colour("pane"))
        painter.setFont(look().font(11))
        if self.duration_s:
            self._paint_wave(painter, dots)
            self._paint_span(painter)
        elif self.shape.problem:
            painter.setPen(look().colour("text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.shape.problem)

    def _paint_wave(self, painter: QPainter, dots: float) -> None:
        pyramid = self.shape.pyramid
        if pyramid is None or not len(pyramid.levels[0]):
            return
        width, height = round(self.width() * dots), round((self._tall - 4) * dots)
        columns = pyramid.columns(0.0, self.duration_s, width) * waveform.gain_of(pyramid)
        left, right = (min(max(round(self._x(s) * dots), 0), width) for s in self.span)
        inside = "hearfill" if self.is_heard else "text2"
        tints = look().colour("text3"), look().colour(inside)
        image = waveform.wave_image(columns, height, *tints, slice(left, max(right, left + 1)))
        image.setDevicePixelRatio(dots)
        painter.drawImage(0, 2, image)

    def _paint_span(self, painter: QPainter) -> None:
        """Its bounds, with when it begins and ends below."""
        start, end = self.span
        colour = QColor(look().colour("hear" if self.is_heard else "border"))
        painter.setPen(QPen(colour, 1))
        painter.drawRect(QRectF(self._x(start) + 0.5, 0.5, self._x(end) - self._x(start) - 1, self._tall - 1))
        below = QRectF(0, self._tall, self.width(), look().px(AXIS))
        painter.setPen(look().colour("text2"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "0:00")
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, side, clock(self.duration_s))
        said = span_words(start, end)
        wide = painter.fontMetrics().horizontalAdvance(said) + 4
        room = look().px(40)
        left = min(max((self._x(start) + self._x(end) - wide) / 2, room), self.width() - room - wide)
        painter.setPen(look().colour("hear" if self.is_heard else "text2"))
        painter.drawText(QRectF(left, self._tall, wide, below.height()), Qt.AlignmentFlag.AlignCenter, said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.duration_s:
            self.sought.emit(event.position().x() / max(self.width(), 1) * self.duration_s)

    def finish(self) -> None:
        self.shape.stop()
