"""Axes around the lines: pyqtgraph in the colours of the theme. Imported only once curves are to be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from desktop import words
from desktop.curves.data import Curves, Line, Point, drawn
from desktop.curves.ink import Ink, Trace, trace
from desktop.theme import Theme, look

EPOCH_PX = 56
"""Kept free at the right below, for the word."""
NAMES_PX = 118
"""Kept free at the right for the names of lines that reach the end."""


class _Painted(pg.GraphicsObject):  # type: ignore[misc]
    """All lines as one item: making many items anew twice a second would hold up the window."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas

    def boundingRect(self) -> QRectF:
        area = self._canvas.area
        return area.adjusted(-8, -8, 8, look().px(22))

    def paint(self, painter: QPainter, *_options: Any) -> None:  # noqa: ANN401 - Qt's
        self._canvas.paint_lines(painter)


class Canvas(pg.PlotWidget):  # type: ignore[misc]
    """Shows `Curves` once; whoever has newer ones calls `show_curves` again."""

    def __init__(self, theme: Theme | None = None) -> None:
        super().__init__(background=None)
        self._fixed = theme
        self._dressed: Theme | None = None
        self.curves = Curves()
        self.as_log = False
        self.points_drawn = 0
        """For those who watch that it stays quick."""
        self._marked: float | None = None
        self._marks: list[float] = []
        self._traces: list[Trace] = []
        self._ticks: dict[str, list[tuple[float, str]]] = {}
        plot = self.getPlotItem()
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        self._view = plot.getViewBox()
        self._view.setDefaultPadding(0)
        self._view.disableAutoRange()
        self._painted = _Painted(self)
        self._painted.setParentItem(plot)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    @property
    def theme(self) -> Theme:
        return self._fixed or look().theme

    @property
    def area(self) -> QRectF:
        """Where the lines are, as its items see it."""
        return QRectF(self._view.geometry())

    def _dress(self) -> None:
        if self._dressed is self.theme:
            return
        self._dressed = self.theme
        colours, plot = self.theme.colours, self.getPlotItem()
        self.setBackground(QColor(colours["plot"]))
        self._view.setBackgroundColor(QColor(colours["plot"]))
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setStyle(tickFont=look().font(11), tickLength=0, autoExpandTextSpace=False)
            axis.setTextPen(QColor(colours["text2"]))
            axis.setPen(QPen(QColor(colours["border"]), 1))
        plot.getAxis("left").setWidth(look().px(40))
        plot.getAxis("bottom").setHeight(look().px(22))
        plot.layout.setContentsMargins(look().px(4), look().px(8), look().px(8), look().px(2))

    # What it shows

    def show_curves(self, curves: Curves, *, as_log: bool = False) -> None:
        self.as_log = as_log and curves.may_be_log
        self.curves = drawn(curves)
        self.points_drawn = sum(len(line.raw) + len(line.points) for line in self.curves.lines)
        self._dress()
        start, end = self._epochs()
        low, high = self._values()
        self._view.setRange(xRange=(start, end), yRange=(low, high), padding=0)
        self._tick(start, end, low, high)
        self._traces = [trace(line, self.y) for line in self.curves.lines]
        self._painted.update()

    def mark(self, epoch: float | None) -> None:
        """Of which epoch is read off; None: of none."""
        if epoch != self._marked:
            self._marked = epoch
            self._painted.update()

    def paint_lines(self, painter: QPainter) -> None:
        area = self.area
        (left, right), (low, high) = self._view.viewRange()
        wide, tall = area.width() / (right - left), area.height() / (high - low)

        onto = QTransform(wide, 0, 0, -tall, area.left() - left * wide, area.bottom() + low * tall)

        def place(epoch: float, value: float) -> QPointF:
            return onto.map(QPointF(epoch, self.y(value)))

        painter.setPen(QPen(QColor(self.theme.colours["line"]), 1))
        for mark in self._marks:
            y = round(place(left, mark).y()) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        best = self.curves.best
        said = "" if best is None else self.tr("best so far: epoch {}").format(words.number(best, ",g"))
        Ink(self.curves, self._traces, onto, self.theme, area, place, self._marked, said).paint(painter)
        painter.setPen(QColor(self.theme.colours["text2"]))
        below = QRectF(area.left(), area.bottom() + 2, area.width(), look().px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self.tr("epoch"))

    def y(self, value: float) -> float:
        return math.log10(max(value, 1e-12)) if self.as_log else value

    def _epochs(self) -> tuple[float, float]:
        """Up to the last possible one while that leaves what is there wide enough to be seen."""
        lines = self.curves.lines
        epochs = [point[0] for line in lines for point in line.points]
        epochs = epochs or [point[0] for line in lines for point in line.raw]
        start = min(epochs, default=0.0)
        start = 0.0 if start < 3 else start - 1
        newest = max([*epochs, start + 1])
        names = min(look().px(NAMES_PX) / max(self.width() - look().px(52), 1), 0.5)
        room = (newest - start) / (1 - names)
        if self.curves.end > newest:
            room = max(room, min(self.curves.end - start, 2.2 * (newest - start)))
        return start, start + room

    def _values(self) -> tuple[float, float]:
        """Of the lines; points of the background that lie far out do not squeeze them."""
        curves = self.curves
        if curves.whole is not None:
            return curves.whole
        values = [self.y(v) for line in curves.lines for _, v in line.points]
        values += [self.y(v) for line in curves.lines for bound in line.band for v in bound]
        raw = sorted(self.y(v) for line in curves.lines for _, v in line.raw)
        values += raw[len(raw) // 100 : len(raw) - len(raw) // 100]
        values += [self.y(level.value) for level in curves.levels]
        low, high = min(values, default=0.0), max(values, default=1.0)
        room = max((high - low) * 0.08, 1e-9 + abs(high) * 0.01)
        return (low - room, high + room) if self.as_log or low < 0 else (max(low - room, 0.0), high + room)

    def _tick(self, start: float, end: float, low: float, high: float) -> None:
        free = look().px(EPOCH_PX) / max(self.area.width(), 1) * (end - start)
        epochs = [at for at in nice(start, end, 5, whole=True) if at < end - free]
        self._say_ticks("bottom", [(at, words.number(at, ",g")) for at in epochs])
        self._marks = log_marks(10**low, 10**high) if self.as_log else nice(low, high, 4)
        form = "g" if self.as_log else ",g"
        self._say_ticks("left", [(self.y(v), words.number(round(v, 10), form)) for v in self._marks])

    def _say_ticks(self, side: str, ticks: list[tuple[float, str]]) -> None:
        """An axis that is told the same again draws itself again."""
        if self._ticks.get(side) != ticks:
            self._ticks[side] = ticks
            self.getPlotItem().getAxis(side).setTicks([ticks])

    def epoch_at(self, place: QPointF) -> float:
        """In pixels of the widget."""
        return float(self._view.mapSceneToView(self.mapToScene(place.toPoint())).x())

    def wheelEvent(self, event: Any) -> None:  # noqa: ANN401 - Qt's
        event.ignore()  # it scrolls what is around, if anything


def nice(low: float, high: float, about: int, *, whole: bool = False) -> list[float]:
    """Round numbers between the two, roughly so many."""
    if not high > low:
        return []
    step = 10 ** math.floor(math.log10((high - low) / about))
    step *= next((factor for factor in (1, 2, 5) if (high - low) / (step * factor) <= about + 0.5), 10)
    step = max(step, 1.0) if whole else step
    first = math.ceil(low / step - 1e-9)
    return [place * step for place in range(first, math.floor(high / step + 1e-9) + 1)]


def log_marks(low: float, high: float) -> list[float]:
    """1, 2 and 5 of each power of ten; where a few powers go by, only the powers; where none does, any."""
    if not 0 < low < high:
        return []
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    found: list[float] = []
    for steps in ((1.0,), (1.0, 2.0, 5.0), (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)):
        found = [step * 10.0**power for power in powers for step in steps]
        found = [mark for mark in found if low <= mark <= high]
        if len(found) >= 3:
            return found
    return found or nice(low, high, 3)


def nearest(lines: Sequence[Line], epoch: float) -> float | None:
    """The epoch next to this place that any line has a value of."""
    points: list[Point] = [point for line in lines for point in line.points]
    return min((point[0] for point in points), key=lambda at: abs(at - epoch), default=None)
