"""The shapes of classes, drawn the same in table, legend, map and matrix."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.theme import ClassStyle, look

STAR = ((0, -1), (0.28, -0.36), (0.95, -0.31), (0.45, 0.14), (0.59, 0.81), (0, 0.46))
"""The right half of a star; the left half mirrors it."""


@cache
def path(symbol: str) -> QPainterPath:
    """The outline within -1 to 1, for pyqtgraph's names of symbols."""
    result = QPainterPath()
    if symbol == "o":
        result.addEllipse(QRectF(-0.9, -0.9, 1.8, 1.8))
    elif symbol == "s":
        result.addRect(QRectF(-0.78, -0.78, 1.56, 1.56))
    elif symbol in _POLYGONS:
        result.addPolygon(QPolygonF([QPointF(x, y) for x, y in _POLYGONS[symbol]]))
        result.closeSubpath()
    else:
        raise KeyError(symbol)
    return result


def _plus(arm: float, reach: float) -> tuple[tuple[float, float], ...]:
    a, r = arm, reach
    return ((-a, -r), (a, -r), (a, -a), (r, -a), (r, a), (a, a), (a, r), (-a, r), (-a, a), (-r, a), (-r, -a),
            (-a, -a))  # fmt: skip


def _turned(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    return tuple(((x - y) * 0.7071, (x + y) * 0.7071) for x, y in points)


_POLYGONS: dict[str, tuple[tuple[float, float], ...]] = {
    "t1": ((0, -0.95), (0.95, 0.8), (-0.95, 0.8)),
    "t": ((0, 0.95), (0.95, -0.8), (-0.95, -0.8)),
    "d": ((0, -1), (0.72, 0), (0, 1), (-0.72, 0)),
    "+": _plus(0.26, 0.95),
    "x": _turned(_plus(0.26, 1.0)),
    "star": (*STAR, *((-x, y) for x, y in STAR[-2:0:-1])),
}


def paint(painter: QPainter, style: ClassStyle | None, centre: QPointF, radius: float) -> None:
    """Draw the shape of a class; None stands for what has no class of its own."""
    colour = QColor(style.colour) if style else look().colour("text3")
    hollow = style is not None and style.hollow
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(radius, radius)
    painter.setPen(QPen(colour, 0.36) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    painter.drawPath(path(style.symbol if style else "o"))
    painter.restore()


def shape_icon(style: ClassStyle | None, size: int = 12, dots: float = 2.0) -> QIcon:
    """For menus and lists; painted anew by whoever shows it when the theme changes."""
    side = look().px(size)
    picture = QPixmap(round(side * dots), round(side * dots))
    picture.setDevicePixelRatio(dots)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, style, QPointF(side / 2, side / 2), side / 2 - 1.5)
    painter.end()
    return QIcon(picture)
