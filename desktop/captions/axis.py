"""One score on an axis of its own: its value in its interval, and the floors as ticks with their names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.captions.sheet import ScoreLine
from desktop.theme import look

TRACK_PX = 4
ABOVE = 12
"""From the top to the middle of the axis."""
GAP = 8
"""Between two names."""


class Axis(QWidget):
    def __init__(self, line: ScoreLine, names: dict[str, str], form: str) -> None:
        """`names`: of controls, as they are said; `form`: of their values."""
        super().__init__()
        self._line, self._names, self._form = line, names, form
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    @property
    def greatest(self) -> float:
        """The right end: a little beyond whatever is shown; shares end at 1 at the latest."""
        shown = [self._line.value, self._line.high or 0.0, *(value for _, value in self._line.floors)]
        return max(max(shown) * 1.12, 1e-6)

    def x_of(self, value: float) -> float:
        side = look().px(3)
        return side + (self.width() - 2 * side) * min(max(value / self.greatest, 0.0), 1.0)

    def texts(self) -> list[str]:
        return [
            f"{self._names.get(name, name)} {words.number(value, self._form)}"
            for name, value in self._line.floors
        ]

    def lefts(self) -> list[float] | None:
        """Where the name of each floor begins, as near below its tick as others let it; None: no room."""
        metrics, gap = QFontMetrics(look().font(11)), look().px(GAP)
        longs = [metrics.horizontalAdvance(text) for text in self.texts()]
        if sum(longs) + gap * (len(longs) - 1) > self.width():
            return None
        found, end = list[float](), 0.0
        for (_, value), long in zip(self._line.floors, longs, strict=True):
            found.append(max(self.x_of(value) - long / 2, end))
            end = found[-1] + long + gap
        end = float(self.width())
        for place in reversed(range(len(found))):
            found[place] = min(found[place], end - longs[place])
            end = found[place] - gap
        return found

    def lines(self) -> list[str]:
        """The names in as few lines as have room for them, where they cannot stand below their ticks."""
        metrics = QFontMetrics(look().font(11))
        found = list[str]()
        for text in self.texts():
            longer = f"{found[-1]} · {text}" if found else text
            if found and metrics.horizontalAdvance(longer) <= self.width():
                found[-1] = longer
            else:
                found.append(text)
        return found

    def sizeHint(self) -> QSize:
        if not self._line.floors:
            return QSize(look().px(200), look().px(2 * ABOVE))
        rows = 1 if self.lefts() is not None else len(self.lines())
        height = look().px(ABOVE + 12) + rows * QFontMetrics(look().font(11)).height()
        return QSize(look().px(200), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = float(look().px(ABOVE))
        thick = look().px(TRACK_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("line"))
        painter.drawRoundedRect(QRectF(0, middle - thick / 2, self.width(), thick), 2, 2)
        self._paint_floors(painter, middle)
        self._paint_value(painter, middle)

    def _paint_floors(self, painter: QPainter, middle: float) -> None:
        font = look().font(11)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        top, low = middle + look().px(10), middle + look().px(6)
        lefts = self.lefts()
        for place, (text, (_, value)) in enumerate(zip(self.texts(), self._line.floors, strict=True)):
            tick = self.x_of(value)
            painter.setPen(QPen(look().colour("text2"), 1.5))
            painter.drawLine(QPointF(tick, middle - look().px(6)), QPointF(tick, low))
            if lefts is not None:
                painter.setPen(QPen(look().colour("border"), 1))
                end = QPointF(lefts[place] + metrics.horizontalAdvance(text) / 2, top + 1)
                painter.drawLine(QPointF(tick, low), end)
                painter.setPen(look().colour("text2"))
                painter.drawText(QPointF(lefts[place], top + metrics.ascent()), text)
        if lefts is None:
            painter.setPen(look().colour("text2"))
            for row, said in enumerate(self.lines()):
                painter.drawText(QPointF(0, top + row * metrics.height() + metrics.ascent()), said)

    def _paint_value(self, painter: QPainter, middle: float) -> None:
        line = self._line
        ink = look().colour("warn" if line.lost_to else "good")
        x, half = self.x_of(line.value), look().px(5)
        if line.low is not None and line.high is not None:
            low, high = self.x_of(line.low), self.x_of(line.high)
            painter.setPen(QPen(ink, 2))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for end in (low, high):
                painter.drawLine(QPointF(end, middle - half), QPointF(end, middle + half))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(x, middle), half, half)
