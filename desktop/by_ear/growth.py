"""How right the probe has become while labels were given: a small curve, macro F1 against their number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.theme import look

KEPT = 300
LEFT, RIGHT, TOP, BOTTOM = 30, 8, 6, 16


@dataclass(frozen=True)
class Point:
    labels: int
    value: float
    low: float | None = None
    high: float | None = None


def grown(points: list[Point], new: Point) -> list[Point]:
    """One point a number of labels, the newest; where labels were taken back, what came after goes."""
    return [*(point for point in points if point.labels < new.labels), new][-KEPT:]


def read_points(kept: Any) -> list[Point]:  # noqa: ANN401 - JSON from outside
    found = [_read(one) for one in kept] if isinstance(kept, list) else []
    return [point for point in found if point is not None][-KEPT:]


def _read(one: object) -> Point | None:
    if not isinstance(one, list) or len(one) != 4 or type(one[0]) is not int:
        return None
    numbers = [float(x) if isinstance(x, int | float) and 0 <= x <= 1 else None for x in one[1:]]
    return None if numbers[0] is None else Point(one[0], numbers[0], numbers[1], numbers[2])


class Growth(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.points: list[Point] = []
        self.floor: float | None = None
        """What the most frequent class alone would reach."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(84))

    def show_points(self, points: list[Point], floor: float | None) -> None:
        self.points, self.floor = points, floor
        said = ""
        if points:
            said = self.tr("Macro F1 {} from {} labels").format(
                f"{points[-1].value:.2f}", words.number(points[-1].labels)
            )
        self.setAccessibleName(said or self.tr("Macro F1 against the number of labels; none yet"))
        told = self.tr(
            "On labelled tracks, each told by what was learnt from others. They were not drawn by chance: "
            "uncertain ones tend to make this lower than it is for the rest, sure ones higher."
        )
        self.setToolTip(f"{said}. {told}" if said else told)
        self.update()

    @property
    def _room(self) -> QRectF:
        px = look().px
        return QRectF(self.rect()).adjusted(px(LEFT), px(TOP), -px(RIGHT), -px(BOTTOM))

    @property
    def _ends(self) -> tuple[int, int]:
        return (self.points[0].labels, self.points[-1].labels) if self.points else (0, 0)

    def _at(self, labels: int, value: float) -> QPointF:
        room, (first, last) = self._room, self._ends
        share = (labels - first) / (last - first) if last > first else 1.0
        return QPointF(room.left() + share * room.width(), room.bottom() - value * room.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room, colour = QPainter(self), self._room, look().colour
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(room, colour("plot"))
        painter.setFont(look().font(11))
        for value in (0.0, 0.5, 1.0):
            y = room.bottom() - value * room.height()
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(colour("text2"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 8, room.left() - 4, 16), side, f"{value:g}")
        title = QRectF(room.left() + 4, room.top() + 1, room.width() - 8, look().px(14))
        painter.drawText(title, Qt.AlignmentFlag.AlignRight, self.tr("macro F1"))
        if self.points:
            self._paint_axis(painter, room)
            self._paint_floor(painter, room)
            self._paint_points(painter)

    def _paint_axis(self, painter: QPainter, room: QRectF) -> None:
        first, last = self._ends
        below = QRectF(room.left(), room.bottom() + 1, room.width(), look().px(BOTTOM) - 1)
        painter.setPen(look().colour("text2"))
        if first < last:
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, words.number(first))
        said = self.tr("{} labels").format(words.number(last))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, said)

    def _paint_floor(self, painter: QPainter, room: QRectF) -> None:
        if self.floor is None:
            return
        y = room.bottom() - self.floor * room.height()
        painter.setPen(QPen(look().colour("text2"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        above = QRectF(room.left() + 4, y - look().px(15), room.width(), look().px(14))
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft, self.tr("majority"))

    def _paint_points(self, painter: QPainter) -> None:
        accent = look().colour("accent")
        known = [p for p in self.points if p.low is not None and p.high is not None]
        if len(known) > 1:
            edge = [self._at(p.labels, p.high or 0.0) for p in known]
            edge += [self._at(p.labels, p.low or 0.0) for p in reversed(known)]
            fill = QColor(accent)
            fill.setAlphaF(0.18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF(edge))
        path = QPainterPath(self._at(self.points[0].labels, self.points[0].value))
        for point in self.points[1:]:
            path.lineTo(self._at(point.labels, point.value))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 1.5))
        painter.drawPath(path)
        painter.setBrush(accent)
        painter.drawEllipse(self._at(self.points[-1].labels, self.points[-1].value), 2.5, 2.5)
