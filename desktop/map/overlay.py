"""What lies over the points: links to true neighbours, rings, a mark from outside, an outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.map.view import View
from desktop.theme import Theme, Weight, look

RING = 8.0
POINTED_RING = 7.0
LINK_RING = 6.0
Place = tuple[float, float]


@dataclass(frozen=True)
class Brush:
    """What all of these need: where to paint, in which colours, and how large a point is."""

    painter: QPainter
    theme: Theme
    view: View
    unit: float = 1.0

    def colour(self, token: str, alpha: float = 1.0) -> QColor:
        result = QColor(self.theme.colours[token])
        result.setAlphaF(alpha)
        return result

    def pen(
        self, token: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine, alpha: float = 1.0
    ) -> QPen:
        return QPen(self.colour(token, alpha), width * self.unit, style)

    def font(self, size: int, weight: Weight = Weight.Normal) -> QFont:
        font = look().font(size, weight)
        font.setPixelSize(max(round(size * self.unit), 1))
        return font

    def ring(self, centre: QPointF, radius: float, token: str, width: float) -> None:
        """On a wider one in the colour of the plot, so that it stands out in a crowd."""
        painter, reach = self.painter, radius * self.unit
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (self.pen("plot", width + 2, alpha=0.8), self.pen(token, width)):
            painter.setPen(pen)
            painter.drawEllipse(centre, reach, reach)

    def words(self, at: QPointF, text: str, font: QFont) -> None:
        """With a rim in the colour of the plot. `at` is the left end of the base line."""
        path = QPainterPath()
        path.addText(at, font, text)
        rim = self.pen("plot", 3.5, alpha=0.9)
        rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.strokePath(path, rim)
        self.painter.fillPath(path, self.colour("text"))


def paint_depth(brush: Brush, lines: QPainterPath) -> None:
    """`lines` in units of the map, down positive."""
    painter, view = brush.painter, brush.view
    pen = QPen(QColor(brush.theme.ramps["depth"][3]), brush.unit)
    pen.setCosmetic(True)
    painter.save()
    painter.setOpacity(0.62)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(view.to_screen(0.0, 0.0))
    painter.scale(view.scale, view.scale)
    painter.drawPath(lines)
    painter.restore()


@dataclass(frozen=True)
class Link:
    """From the track asked about to one neighbour in the full space."""

    to: Place
    is_far: bool


@dataclass(frozen=True)
class Over:
    """All that lies over the points, in units of the map."""

    outline: Sequence[Place] = ()
    source: Place | None = None
    links: Sequence[Link] = ()
    pointed: Place | None = None
    playing: Place | None = None
    current: Place | None = None
    chosen: Place | None = None
    """The only one; of several the others stand back instead."""
    mark: tuple[Place, str] | None = None


def paint_over(brush: Brush, over: Over) -> None:
    screen = brush.view.to_screen
    if len(over.outline) > 1:
        paint_outline(brush, over.outline)
    if over.pointed is not None:
        brush.ring(screen(*over.pointed), POINTED_RING, "text", 1.5)
    if over.source is not None:
        paint_links(brush, over.source, over.links)
    if over.chosen is not None and over.chosen != over.current:
        brush.ring(screen(*over.chosen), POINTED_RING, "accent", 1.2)
    if over.playing is not None:
        brush.ring(screen(*over.playing), RING, "hear", 2.5)
    if over.current is not None:
        apart = 3.5 if over.current == over.playing else 0.0
        brush.ring(screen(*over.current), RING + apart, "accent", 2.0)
    if over.mark is not None:
        paint_mark(brush, *over.mark)


def paint_links(brush: Brush, source: Place, links: Sequence[Link]) -> None:
    """Lines first, then rings and numbers: nothing strikes a number out."""
    painter = brush.painter
    start = brush.view.to_screen(*source)
    ends = [brush.view.to_screen(*link.to) for link in links]
    for link, end in zip(links, ends, strict=True):
        pen = brush.pen("hear", 1.3)
        if link.is_far:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(*_between(start, end, RING * brush.unit, LINK_RING * brush.unit))
    for end in ends:
        brush.ring(end, LINK_RING, "hear", 1.4)
    brush.ring(start, RING, "hear", 2.0)
    _number(brush, start, ends)


def _between(start: QPointF, end: QPointF, after: float, before: float) -> tuple[QPointF, QPointF]:
    """The line without what lies in the two rings."""
    way = end - start
    length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-6)
    if length <= after + before:
        return start, start
    return start + way * (after / length), end - way * (before / length)


_AROUND = (
    (0.0, -1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, 1.0),
    (0.7, -0.7),
    (-0.7, -0.7),
    (0.7, 0.7),
    (-0.7, 0.7),
)


def _number(brush: Brush, start: QPointF, ends: Sequence[QPointF]) -> None:
    """Each beside its ring, away from where the link comes from, clear of the others if there is room."""
    font = brush.font(11, Weight.DemiBold)
    metrics = QFontMetricsF(font)
    taken = [_square(end, LINK_RING * brush.unit) for end in [start, *ends]]
    for rank, end in enumerate(ends, start=1):
        text = str(rank)
        width, height = metrics.horizontalAdvance(text), metrics.capHeight()
        away = (LINK_RING + 4) * brush.unit
        way = end - start
        length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-6)
        places = [(way.x() / length, way.y() / length), *_AROUND]
        boxes = [
            QRectF(0, 0, width, height).translated(
                end.x() + right * (away + width / 2) - width / 2,
                end.y() + down * (away + height / 2) - height / 2,
            )
            for right, down in places
        ]
        box = next((box for box in boxes if not any(box.intersects(other) for other in taken)), boxes[0])
        taken.append(box.adjusted(-1, -1, 1, 1))
        brush.words(box.bottomLeft(), text, font)


def _square(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


def paint_mark(brush: Brush, at: Place, text: str) -> None:
    """A file from outside: a cross in a ring, which no class has, and its name."""
    centre, painter = brush.view.to_screen(*at), brush.painter
    brush.ring(centre, 7.0, "text", 1.6)
    arm = 10.0 * brush.unit
    painter.setPen(brush.pen("text", 1.6))
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
    painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))
    font = brush.font(12, Weight.DemiBold)
    metrics = QFontMetricsF(font)
    gap = 14.0 * brush.unit
    left = centre.x() + gap
    if left + metrics.horizontalAdvance(text) > brush.view.width:
        left = centre.x() - gap - metrics.horizontalAdvance(text)
    brush.words(QPointF(left, centre.y() + metrics.capHeight() / 2), text, font)


def paint_outline(brush: Brush, outline: Sequence[Place]) -> None:
    """Dashed, with a faint fill; `outline` in units of the map."""
    painter = brush.painter
    pen = brush.pen("accent", 1.5)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(brush.colour("accent", 0.10))
    painter.drawPolygon(QPolygonF([brush.view.to_screen(x, y) for x, y in outline]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
