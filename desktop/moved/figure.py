"""Both maps as a picture for print: light, side by side, with numbers, legend and caption on their face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.exports import as_png, as_svg
from desktop.map.overlay import Brush
from desktop.map.scene import Scene
from desktop.map.scene_export import (
    GAP,
    ROW,
    Figure,
    legend_width,
    lines_of,
    page_of,
    paint_caption,
    paint_cloud,
    paint_legend,
)
from desktop.map.view import View, fitted
from desktop.moved.canvas import Box
from desktop.moved.paths import Mark, paint_marks
from desktop.theme import Weight, load_theme

USUAL_WIDTH = 1500
"""Of a picture this wide, text is as large as on the screen."""
HEAD = 24.0


@dataclass(frozen=True, eq=False)
class Chart:
    letter: str
    name: str
    scene: Scene
    lines: QPainterPath | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, eq=False)
class Two:
    """All that the picture shows, so that it can be made in a thread."""

    charts: tuple[Chart, Chart]
    box: Box
    figure: Figure
    """What both have in common: size of points, captions, legend."""
    movers: tuple[str, ...]
    """The titles of those that are numbered."""


def two_png(two: Two, width: int, height: int) -> bytes:
    return as_png(partial(_paint, two, width, height, False), QSize(width, height))


def two_svg(two: Two, width: int, height: int) -> bytes:
    caption = two.figure.caption
    paint = partial(_paint, two, width, height, True)
    return as_svg(paint, QSize(width, height), caption[0], " ".join(caption))


def _paint(two: Two, width: int, height: int, as_shapes: bool, painter: QPainter) -> None:
    brush = Brush(painter, load_theme("light"), View())
    page, unit = page_of(brush, width, height, USUAL_WIDTH)
    said = lines_of(brush, two.figure.caption, page.width())
    aside = max(legend_width(brush, two.figure, page.width()), _movers_width(brush, two.movers))
    room = page.adjusted(0, HEAD, -aside, -len(said) * ROW - GAP / 2)
    across = (room.width() - GAP) / 2
    for place, chart in enumerate(two.charts):
        plot = QRectF(room.left() + place * (across + GAP), room.top(), across, room.height())
        _paint_chart(brush, two, chart, plot, unit, as_shapes=as_shapes)
    beside = QRectF(QPointF(room.right() + GAP, page.top()), page.bottomRight())
    _paint_beside(brush, two, beside)
    paint_caption(brush, said, room.bottomLeft())


def whole_box(two: Two) -> Box:
    """Around all points and all depth lines: an SVG knows no other edge than its own."""
    left, bottom, right, top = two.box
    for chart in two.charts:
        if chart.lines is not None and not chart.lines.isEmpty():
            around = chart.lines.boundingRect()  # down is positive there
            left, right = min(left, around.left()), max(right, around.right())
            bottom, top = min(bottom, -around.bottom()), max(top, -around.top())
    return left, bottom, right, top


def _paint_chart(brush: Brush, two: Two, chart: Chart, plot: QRectF, unit: float, *, as_shapes: bool) -> None:
    painter, view = brush.painter, fitted(whole_box(two), plot.width(), plot.height())
    own = replace(brush, view=view)
    figure = replace(two.figure, scene=chart.scene, view=view, lines=chart.lines)
    painter.save()
    painter.translate(plot.topLeft())
    paint_cloud(own, figure, unit, as_shapes=as_shapes)
    paint_marks(own, chart.marks)
    painter.restore()
    painter.setPen(QPen(brush.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(plot)
    painter.setFont(brush.font(13, Weight.DemiBold))
    painter.setPen(brush.colour("text"))
    shown = QFontMetricsF(painter.font()).elidedText(
        f"{chart.letter}  {chart.name}", Qt.TextElideMode.ElideRight, plot.width()
    )
    painter.drawText(QPointF(plot.left(), plot.top() - 8), shown)


def _movers_width(brush: Brush, movers: Sequence[str]) -> float:
    metrics = QFontMetricsF(brush.font(12))
    return min(max((metrics.horizontalAdvance(line) for line in movers), default=0.0), 240.0) + GAP


def _paint_beside(brush: Brush, two: Two, room: QRectF) -> None:
    """The legend, and who the numbers are."""
    tall = (len(two.movers) + 1) * ROW if two.movers else 0.0
    paint_legend(brush, two.figure, room.adjusted(0, 0, 0, -tall))
    painter = brush.painter
    painter.setFont(brush.font(12))
    painter.setPen(brush.colour("text"))
    metrics = QFontMetricsF(painter.font())
    top = room.bottom() - tall
    for number, line in enumerate(two.movers):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), top + (number + 0.8) * ROW), shown)
