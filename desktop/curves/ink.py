"""The lines themselves: one item that paints them all, in the colours of a theme. Knows no axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from desktop import shapes, words
from desktop.curves.data import Curves, Line, smooth
from desktop.theme import ClassStyle, Theme, look

OTHERS = ("violet", "green", "brown", "magenta", "cyan", "lime")
"""Classes that runs beyond the first are drawn as; never gold or blue."""
LABEL = 15
"""From one line's name to the next, in pixels."""
FEW = 60
"""So many points of a line are still seen one by one."""

Place = Callable[[float, float], QPointF]
"""From an epoch and a value to pixels."""
Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class Trace:
    """A line as it is drawn, in epochs and values of the axis: made once, painted as often as need be."""

    line: Line
    points: QPolygonF
    behind: QPolygonF
    band: QPolygonF


def trace(line: Line, scaled: Callable[[float], float]) -> Trace:
    """`scaled`: from a value to where it lies on its axis."""
    shown, behind = smooth(line.points), line.raw
    if shown != line.points:
        behind += line.points
    upper = [QPointF(x, scaled(high)) for (x, _), (_, high) in zip(line.points, line.band, strict=False)]
    lower = [QPointF(x, scaled(low)) for (x, _), (low, _) in zip(line.points, line.band, strict=False)]
    return Trace(
        line,
        QPolygonF([QPointF(epoch, scaled(value)) for epoch, value in shown]),
        QPolygonF([QPointF(epoch, scaled(value)) for epoch, value in behind]),
        QPolygonF([*upper, *reversed(lower)]),
    )


@dataclass(frozen=True)
class Ink:
    curves: Curves
    traces: Sequence[Trace]
    onto: QTransform
    """From epochs and values of the axis to pixels."""
    theme: Theme
    area: QRectF
    place: Place
    marked: float | None = None
    """The epoch that is read off."""
    best_words: str = ""

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font(11))
        painter.save()
        painter.setClipRect(self.area)
        for traced in self.traces:
            self._paint_background(painter, traced)
        for level in self.curves.levels:
            self._paint_level(painter, level.value)
        if self.curves.best is not None:
            self._upright(painter, self.curves.best, QPen(self.token("good"), 1, Qt.PenStyle.DashLine))
        if self.marked is not None:
            self._upright(painter, self.marked, QPen(self.token("text2"), 1))
        for traced in reversed(self.traces):
            self._paint_line(painter, traced)
        painter.restore()
        self._write_words(painter)

    # Colours

    def token(self, name: str, share: float = 1.0) -> QColor:
        colour = QColor(self.theme.colours[name])
        colour.setAlphaF(share)
        return colour

    def colour(self, line: Line) -> QColor:
        if line.place:
            return QColor(self._style(line).colour)
        if line.part == "valid":
            return self.token("text")
        return QColor(self.theme.ramps["depth"][5 if self.theme.name == "dark" else 4])

    def _style(self, line: Line) -> ClassStyle:
        name = OTHERS[(line.place - 1) % len(OTHERS)]
        return next(style for style in self.theme.classes if style.name == name)

    # Parts

    def _paint_background(self, painter: QPainter, traced: Trace) -> None:
        if not traced.behind.isEmpty():
            faint = self.colour(traced.line)
            faint.setAlphaF(0.36)
            painter.setPen(QPen(faint, look().px(3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(self.onto.map(traced.behind))
        if traced.band.size() > 2:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.token("text", 0.16))
            painter.drawPolygon(self.onto.map(traced.band))

    def _paint_level(self, painter: QPainter, value: float) -> None:
        y = self.place(0, value).y()
        pen = QPen(self.token("text2"), 1)
        pen.setDashPattern([1.5, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(self.area.left(), y), QPointF(self.area.right(), y))

    def _upright(self, painter: QPainter, epoch: float, pen: QPen) -> None:
        x = self.place(epoch, 0).x()
        painter.setPen(pen)
        painter.drawLine(QPointF(x, self.area.top()), QPointF(x, self.area.bottom()))

    def _paint_line(self, painter: QPainter, traced: Trace) -> None:
        if traced.points.isEmpty():
            return
        line, points = traced.line, self.onto.map(traced.points)
        style = Qt.PenStyle.DashLine if line.place and line.part == "train" else Qt.PenStyle.SolidLine
        wide = look().px(2) if line.part == "valid" else look().px(1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colour(line), wide, style))
        painter.drawPolyline(points)
        if points.size() == 1 or (line.part == "valid" and points.size() <= FEW):
            self._paint_dots(painter, line, points)

    def _paint_dots(self, painter: QPainter, line: Line, points: QPolygonF) -> None:
        if line.place:
            for at in points.toList():
                shapes.paint(painter, self._style(line), at, look().px(4))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour(line))
        for at in points.toList():
            painter.drawEllipse(at, look().px(3), look().px(3))

    # Words

    def _write_words(self, painter: QPainter) -> None:
        px, area = look().px, self.area
        high = px(LABEL)
        self._name(painter)
        if self.curves.best is not None and self.best_words:
            x = self.place(self.curves.best, 0).x()
            painter.setPen(self.token("good"))
            if x - area.left() > painter.fontMetrics().horizontalAdvance(self.best_words) + px(8):
                rect = QRectF(area.left(), area.top() + 2, x - area.left() - px(5), high)
                painter.drawText(rect, Align.AlignRight | Align.AlignVCenter, self.best_words)
            else:
                rect = QRectF(x + px(5), area.top() + 2, area.right() - x, high)
                painter.drawText(rect, Align.AlignLeft | Align.AlignVCenter, self.best_words)

    def _name(self, painter: QPainter) -> None:
        """Lines at their ends and levels at the right, pushed apart where they would lie on each other."""
        area, high, form = self.area, look().px(LABEL), f",.{self.curves.digits}f"
        ended = [traced for traced in self.traces if not traced.points.isEmpty()]
        lines = [traced.line for traced in ended]
        ends = [self.onto.map(traced.points.last()) for traced in ended]
        above = [self.place(0, level.value).y() - high / 2 - 1 for level in self.curves.levels]
        wished = [*(at.y() for at in ends), *above]
        middles = apart(wished, high, area.top() + high, area.bottom() - high / 2)
        for line, at, middle in zip(lines, ends, middles, strict=False):
            text = f"{line.name} {words.number(line.points[-1][1], form)}"
            rect = QRectF(at.x() + look().px(8), middle - high / 2, area.right() - at.x(), high)
            painter.setPen(self.colour(line))
            painter.drawText(rect, Align.AlignLeft | Align.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        painter.setPen(self.token("text2"))
        for level, middle in zip(self.curves.levels, middles[len(lines) :], strict=True):
            text = f"{level.name} {words.number(level.value, form)}"
            rect = QRectF(area.left(), middle - high / 2, area.width() - look().px(4), high)
            painter.drawText(rect, Align.AlignRight | Align.AlignVCenter, text)


def apart(places: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """The same order, each at least so far from the next, as near to where they were as that allows."""
    order = sorted(range(len(places)), key=lambda place: places[place])
    found = list(places)
    floor = low
    for place in order:
        found[place] = max(places[place], floor)
        floor = found[place] + least
    ceiling = high
    for place in reversed(order):
        found[place] = min(found[place], ceiling)
        ceiling = found[place] - least
    return found
