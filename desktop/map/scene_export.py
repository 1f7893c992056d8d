"""A map as a picture for print: light, with its legend, and what it shows said on its face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.exports import as_png, as_svg
from desktop.map import overlay
from desktop.map.ink import LEVELS, Tint, no_value, ramp_colours, strengths, tint, tint_places, tints
from desktop.map.overlay import Brush, Over
from desktop.map.raster import SHAPES, Frame, Renderer
from desktop.map.scene import Scene
from desktop.map.sprites import paint_shape
from desktop.map.view import View
from desktop.theme import ClassStyle, Weight, load_theme

USUAL_WIDTH = 1100
"""Of a picture this wide, text is as large as on the screen; wider ones grow it."""
MARGIN, GAP, ROW = 20.0, 12.0, 20.0
LEGEND_SHARE = 0.26
"""Of the width, at most."""
SWATCH = 5.0


@dataclass(frozen=True)
class LegendEntry:
    """`style` None is "other"; without `has_value`, the tracks without a value."""

    style: ClassStyle | None
    name: str
    count: int
    has_value: bool = True


@dataclass(frozen=True, eq=False)
class Figure:
    """All that the picture shows, so that it can be made in a thread."""

    scene: Scene
    view: View
    radius: float
    crowd: float
    over: Over
    lines: QPainterPath | None
    caption: tuple[str, ...]
    title: str
    """Of the legend: what the colours mean."""
    legend: tuple[LegendEntry, ...]


def png(figure: Figure, width: int, height: int) -> bytes:
    return as_png(partial(_paint, figure, width, height, False), QSize(width, height))


def svg(figure: Figure, width: int, height: int) -> bytes:
    """Shapes stay shapes while they are few; more points are one picture in it."""
    title = figure.caption[0] if figure.caption else figure.title
    paint = partial(_paint, figure, width, height, True)
    return as_svg(paint, QSize(width, height), title, " ".join(figure.caption))


def _paint(figure: Figure, width: int, height: int, as_shapes: bool, painter: QPainter) -> None:
    brush = Brush(painter, load_theme("light"), figure.view)
    page, unit = page_of(brush, width, height, USUAL_WIDTH)
    said = lines_of(brush, figure.caption, page.width())
    plot = page.adjusted(0, 0, -legend_width(brush, figure, page.width()), -len(said) * ROW - GAP / 2)
    _paint_plot(brush, figure, plot, unit, as_shapes=as_shapes)
    paint_legend(brush, figure, QRectF(QPointF(plot.right() + GAP, plot.top()), page.bottomRight()))
    paint_caption(brush, said, plot.bottomLeft())


def page_of(brush: Brush, width: int, height: int, usual_width: int) -> tuple[QRectF, float]:
    """The room within the margins, and how much larger than on the screen all is."""
    unit = max(width / usual_width, 0.5)
    brush.painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    brush.painter.fillRect(QRectF(0, 0, width, height), brush.colour("plot"))
    brush.painter.scale(unit, unit)
    page = QRectF(0, 0, width / unit, height / unit)
    return page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), unit


def paint_caption(brush: Brush, said: list[tuple[str, Weight, str]], below: QPointF) -> None:
    for number, (words, weight, token) in enumerate(said):
        brush.painter.setFont(brush.font(12, weight))
        brush.painter.setPen(brush.colour(token))
        base = below.y() + GAP / 2 + (number + 0.8) * ROW
        brush.painter.drawText(QPointF(below.x(), base), words)


def lines_of(brush: Brush, caption: Sequence[str], width: float) -> list[tuple[str, Weight, str]]:
    """The first in full strength; each broken where it is too long."""
    found = []
    for number, line in enumerate(caption):
        weight, token = (Weight.Normal, "text2") if number else (Weight.DemiBold, "text")
        metrics = QFontMetricsF(brush.font(12, weight))
        found += [(part, weight, token) for part in _broken(line, metrics, width)]
    return found


def _broken(line: str, metrics: QFontMetricsF, width: float) -> list[str]:
    parts = [""]
    for word in line.split():
        longer = f"{parts[-1]} {word}".strip()
        if parts[-1] and metrics.horizontalAdvance(longer) > width:
            parts.append(word)
        else:
            parts[-1] = longer
    return parts


def contained(view: View, width: float, height: float) -> View:
    """All that `view` shows, in a plot of another shape."""
    scale = view.scale * min(width / view.width, height / view.height)
    return replace(view, scale=scale, width=width, height=height)


def _paint_plot(brush: Brush, figure: Figure, plot: QRectF, unit: float, *, as_shapes: bool) -> None:
    painter = brush.painter
    view = contained(figure.view, max(plot.width(), 1.0), max(plot.height(), 1.0))
    brush = replace(brush, view=view)
    painter.save()
    painter.translate(plot.topLeft())
    paint_cloud(brush, figure, unit, as_shapes=as_shapes)
    overlay.paint_over(brush, figure.over)
    painter.restore()
    _trim(brush, plot)
    painter.setPen(QPen(brush.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(plot)


def _trim(brush: Brush, plot: QRectF) -> None:
    """What reaches out of the plot is painted over: an SVG knows no other edge than its own."""
    far = 10 * max(plot.width(), plot.height())
    whole = plot.adjusted(-far, -far, far, far)
    for beside in (
        QRectF(whole.topLeft(), QPointF(whole.right(), plot.top())),
        QRectF(QPointF(whole.left(), plot.bottom()), whole.bottomRight()),
        QRectF(QPointF(whole.left(), plot.top()), plot.bottomLeft()),
        QRectF(plot.topRight(), QPointF(whole.right(), plot.bottom())),
    ):
        brush.painter.fillRect(beside, brush.colour("plot"))


def paint_cloud(brush: Brush, figure: Figure, unit: float, *, as_shapes: bool) -> None:
    """The lines of depth lie under few points, and over many."""
    is_crowd = figure.crowd > SHAPES
    if figure.lines is not None and not is_crowd:
        overlay.paint_depth(brush, figure.lines)
    _paint_points(brush, figure, unit, as_shapes=as_shapes)
    if figure.lines is not None and is_crowd:
        overlay.paint_depth(brush, figure.lines)


def _paint_points(brush: Brush, figure: Figure, unit: float, *, as_shapes: bool) -> None:
    view, scene, theme = brush.view, figure.scene, brush.theme
    left, bottom, right, top = view.visible
    seen = scene.seen
    x, y = scene.points[seen, 0], scene.points[seen, 1]
    seen = seen[(x >= left) & (x <= right) & (y >= bottom) & (y <= top)]
    if not as_shapes or len(seen) > SHAPES:
        dots = max(unit, 2.0) if as_shapes else unit
        frame = Frame(view, theme, dots, 0, figure.radius, figure.crowd)
        Renderer().draw(scene, frame).paint(brush.painter, view)
        return
    own, places, levels = tints(scene, theme), tint_places(scene, seen), strengths(scene, seen)
    order = np.argsort(levels, kind="stable")
    for place, kind, level in zip(seen[order], places[order], levels[order], strict=True):
        brush.painter.setOpacity(int(level) / LEVELS)
        centre = view.to_screen(*scene.points[place].tolist())
        paint_shape(brush.painter, own[int(kind)], centre, figure.radius)
    brush.painter.setOpacity(1.0)


# The legend


def _rows(brush: Brush, figure: Figure) -> list[tuple[Tint, str, str]]:
    theme = brush.theme
    return [
        (tint(entry.style, theme) if entry.has_value else no_value(theme), entry.name, f"{entry.count:,}")
        for entry in figure.legend
    ]


def legend_width(brush: Brush, figure: Figure, page_width: float) -> float:
    rows, numbers = _rows(brush, figure), figure.scene.numbers
    if not rows and numbers is None:
        return 0.0
    plain, bold = (QFontMetricsF(brush.font(12, weight)) for weight in (Weight.Normal, Weight.DemiBold))
    wide = [plain.horizontalAdvance(f"{name}   {count}") + 2 * SWATCH + 10 for _, name, count in rows]
    wide += [bold.horizontalAdvance(figure.title), 90.0]
    return min(max(wide), LEGEND_SHARE * page_width) + GAP


def paint_legend(brush: Brush, figure: Figure, room: QRectF) -> None:
    """As many rows as there is room for; the rest is counted in the last."""
    painter, top = brush.painter, room.top()
    if room.width() <= 0:
        return
    if figure.title:
        _say(brush, QRectF(room.left(), top, room.width(), ROW), figure.title, bold=True)
        top += ROW
    if figure.scene.numbers is not None:
        top = _paint_ramp(brush, figure, room, top)
    rows = _rows(brush, figure)
    fit = max(int((room.bottom() - top) / ROW), 0)
    for number, (shown, name, count) in enumerate(rows[:fit]):
        row = QRectF(room.left(), top + number * ROW, room.width(), ROW)
        if number == fit - 1 and len(rows) > fit:
            _say(brush, row, f"{len(rows) - number} more")
            return
        paint_shape(painter, shown, QPointF(row.left() + SWATCH, row.center().y()), SWATCH)
        figures = QFontMetricsF(brush.font(12)).horizontalAdvance(count) + 6
        _say(brush, row.adjusted(2 * SWATCH + 8, 0, -figures, 0), name)
        _say(brush, row, count, right=True)


def _paint_ramp(brush: Brush, figure: Figure, room: QRectF, top: float) -> float:
    """Low and high under a bar of the colours; what comes below it begins at the answer."""
    numbers = figure.scene.numbers
    assert numbers is not None
    colours = ramp_colours(brush.theme, numbers.ramp)
    step = room.width() / len(colours)
    for number, colour in enumerate(colours):
        block = QRectF(room.left() + number * step, top + 4, step + 0.5, 10)
        brush.painter.fillRect(block.intersected(room), QColor(colour))
    row = QRectF(room.left(), top + 16, room.width(), ROW)
    _say(brush, row, f"{numbers.low:.6g}")
    _say(brush, row, f"{numbers.high:.6g}", right=True)
    return top + 20 + ROW


def _say(brush: Brush, row: QRectF, text: str, *, bold: bool = False, right: bool = False) -> None:
    font = brush.font(12, Weight.DemiBold if bold else Weight.Normal)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, row.width() + 1)
    brush.painter.setFont(font)
    brush.painter.setPen(brush.colour("text2" if right else "text"))
    brush.painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, shown)
