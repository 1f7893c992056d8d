"""The biggest movers on the map: a number where each is, and the way it has come from where it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.map.overlay import Brush, Place
from desktop.theme import Weight

RADIUS = 9.0
DOT = 2.5


@dataclass(frozen=True)
class Mark:
    number: int
    at: Place
    start: Place | None = None
    """Where it was; None: no way is shown."""
    is_heard: bool = False
    is_current: bool = False


def paint_marks(brush: Brush, marks: Sequence[Mark]) -> None:
    """Ways first, then numbers, the first of them on top; what is heard lies over all."""
    ordered = sorted(marks, key=lambda mark: (mark.is_heard, mark.is_current, -mark.number))
    for mark in ordered:
        if mark.start is not None:
            _paint_way(brush, mark, mark.start)
    for mark in ordered:
        _paint_number(brush, mark)


def _paint_way(brush: Brush, mark: Mark, start: Place) -> None:
    painter = brush.painter
    begin, end = brush.view.to_screen(*start), brush.view.to_screen(*mark.at)
    way = end - begin
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    token = "hear" if mark.is_heard else "accent" if mark.is_current else "text2"
    if length > RADIUS * brush.unit:
        end = begin + way * ((length - RADIUS * brush.unit) / length)
        for pen in (
            brush.pen("plot", 3.4, alpha=0.75),
            brush.pen(token, 1.8 if mark.is_heard or mark.is_current else 1.1),
        ):
            painter.setPen(pen)
            painter.drawLine(begin, end)
    painter.setPen(brush.pen("plot", 1.0))
    painter.setBrush(brush.colour("hear" if mark.is_heard else "text"))
    painter.drawEllipse(begin, DOT * brush.unit, DOT * brush.unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_number(brush: Brush, mark: Mark) -> None:
    painter, reach = brush.painter, RADIUS * brush.unit
    at = brush.view.to_screen(*mark.at)
    token = "hear" if mark.is_heard else "accent" if mark.is_current else "text"
    painter.setPen(brush.pen("plot", 4.0, alpha=0.8))
    painter.setBrush(brush.colour("plot"))
    painter.drawEllipse(at, reach, reach)
    painter.setPen(brush.pen(token, 2.2 if mark.is_heard or mark.is_current else 1.3))
    painter.drawEllipse(at, reach, reach)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(brush.font(11, Weight.DemiBold))
    painter.setPen(brush.colour(token))
    box = QRectF(at - QPointF(reach, reach), at + QPointF(reach, reach))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark.number))
