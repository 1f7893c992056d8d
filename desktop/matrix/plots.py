"""Plots of certainty, painted: precision over recall, claims against truth, numbers against true ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import words
from desktop.theme import ClassStyle, Theme, Weight, look

if TYPE_CHECKING:
    from core.runs.certainty import Certainty, Curve, Told

LEFT, RIGHT, TOP, BOTTOM = 46, 14, 12, 40
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
NEAR = 12
Align = Qt.AlignmentFlag
Key = Qt.Key


class Plot(QWidget):
    """A frame with two axes; what lies in it is painted by those who know it."""

    def __init__(self, name: str, across: str, up: str) -> None:
        super().__init__()
        self.across, self.up = across, up
        self.low = self.high = (0.0, 0.0)
        self.show_range((0.0, 0.0), (1.0, 1.0))
        self.setAccessibleName(name)
        self.setMinimumSize(look().px(220), look().px(180))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(360))

    def show_range(self, low: tuple[float, float], high: tuple[float, float]) -> None:
        self.low, self.high = low, high
        self.update()

    def area(self, size: QSize | None = None) -> QRectF:
        px, room = look().px, size or self.size()
        width = max(room.width() - px(LEFT + RIGHT), 20)
        return QRectF(px(LEFT), px(TOP), width, max(room.height() - px(TOP + BOTTOM), 20))

    def place(self, area: QRectF, x: float, y: float) -> QPointF:
        across = (x - self.low[0]) / ((self.high[0] - self.low[0]) or 1)
        up = (y - self.low[1]) / ((self.high[1] - self.low[1]) or 1)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, look().theme, self.size())

    def paint(self, painter: QPainter, theme: Theme, size: QSize) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area(size)
        painter.fillRect(area, QColor(theme.colours["plot"]))
        self._paint_axes(painter, theme, area)
        self.paint_inside(painter, theme, area)

    def paint_inside(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        raise NotImplementedError

    def tick_words(self, value: float) -> str:
        return words.number(value, ".2f").rstrip("0").rstrip(".,") or "0"

    def _paint_axes(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        px = look().px
        painter.setFont(look().font(11))
        line, ink = QPen(QColor(theme.colours["line"]), 1), QColor(theme.colours["text2"])
        for tick in TICKS:
            x = self.low[0] + tick * (self.high[0] - self.low[0])
            y = self.low[1] + tick * (self.high[1] - self.low[1])
            at = self.place(area, x, y)
            painter.setPen(line)
            painter.drawLine(QLineF(at.x(), area.top(), at.x(), area.bottom()))
            painter.drawLine(QLineF(area.left(), at.y(), area.right(), at.y()))
            painter.setPen(ink)
            below = QRectF(at.x() - px(30), area.bottom() + px(3), px(60), px(16))
            painter.drawText(below, Align.AlignHCenter | Align.AlignTop, self.tick_words(x))
            aside = QRectF(0, at.y() - px(8), area.left() - px(5), px(16))
            painter.drawText(aside, Align.AlignRight | Align.AlignVCenter, self.tick_words(y))
        painter.drawText(
            QRectF(area.left(), area.bottom() + px(20), area.width(), px(16)), Align.AlignRight, self.across
        )
        painter.save()
        painter.translate(px(2), area.top())
        painter.rotate(-90)
        painter.drawText(QRectF(-area.height(), 0, area.height(), px(15)), Align.AlignRight, self.up)
        painter.restore()


class PrecisionPlot(Plot):
    """One curve in its colour, the others thin behind it."""

    def __init__(self, style: Callable[[int], ClassStyle | None]) -> None:
        super().__init__(self.tr("Precision over recall"), self.tr("recall"), self.tr("precision"))
        self._style = style
        self.curves: tuple[Curve, ...] = ()
        self.chosen = -1

    def show_curves(self, curves: Sequence[Curve], chosen: int) -> None:
        self.curves, self.chosen = tuple(curves), chosen
        if 0 <= chosen < len(self.curves):
            self.setAccessibleDescription(self.said(self.curves[chosen]))
        self.update()

    def said(self, curve: Curve) -> str:
        return self.tr("{}: average precision {}, chance {}, {}").format(
            curve.name,
            words.number(curve.average, ".2f"),
            words.number(curve.chance, ".2f"),
            words.tracks(curve.tracks),
        )

    def paint_inside(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        painter.setClipRect(area.adjusted(-2, -2, 2, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, curve in enumerate(self.curves):
            if place != self.chosen:
                painter.setPen(QPen(QColor(theme.colours["edge"]), 1))
                painter.drawPolyline(self._line(curve, area))
        if not 0 <= self.chosen < len(self.curves):
            return
        curve, style = self.curves[self.chosen], self._style(self.chosen)
        chance = self.place(area, 0, curve.chance).y()
        painter.setPen(QPen(QColor(theme.colours["text2"]), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(area.left(), chance, area.right(), chance))
        colour = theme.classes[look().theme.classes.index(style)].colour if style else theme.colours["accent"]
        painter.setPen(QPen(QColor(colour), 2.2))
        painter.drawPolyline(self._line(curve, area))
        painter.setFont(look().font(12, Weight.DemiBold))
        painter.setPen(QColor(theme.colours["text"]))
        room = area.adjusted(look().px(8), 0, -look().px(8), -look().px(6))
        painter.drawText(
            room, Align.AlignLeft | Align.AlignBottom | Qt.TextFlag.TextWordWrap, self.said(curve)
        )

    def _line(self, curve: Curve, area: QRectF) -> QPolygonF:
        """In steps: between two tracks nothing is known."""
        points, before = [], 0.0
        for recall, precision in zip(curve.recall, curve.precision, strict=True):
            points += [self.place(area, before, precision), self.place(area, recall, precision)]
            before = recall
        return QPolygonF(points)


class ClaimsPlot(Plot):
    """What was claimed and what was right; below, how many tracks each point stands for."""

    def __init__(self) -> None:
        super().__init__(self.tr("Claims and truth"), self.tr("confidence claimed"), self.tr("share right"))
        self.certainty: Certainty | None = None

    def show_certainty(self, certainty: Certainty | None) -> None:
        self.certainty = certainty
        self.setAccessibleDescription(self.said())
        self.update()

    def said(self) -> str:
        if self.certainty is None or self.certainty.error is None:
            return ""
        said = self.tr("Calibration error {} on {}")
        return said.format(words.number(self.certainty.error, ".3f"), words.tracks(self.certainty.tracks))

    def paint_inside(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        if self.certainty is None:
            return
        px = look().px
        painter.setPen(QPen(QColor(theme.colours["text2"]), 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())
        accent, ink = QColor(theme.colours["accent"]), QColor(theme.colours["text"])
        for claim in self.certainty.claims:
            low, high = (self.place(area, claim.claimed, value) for value in (claim.low, claim.high))
            painter.setPen(QPen(accent, 1.5))
            painter.drawLine(low, high)
        dots = [self.place(area, claim.claimed, claim.right) for claim in self.certainty.claims]
        taken = [QRectF(dot.x() - px(3), dot.y() - px(6), px(6), px(12)) for dot in dots]
        painter.setFont(look().font(11))
        for claim in self.certainty.claims:
            at = self.place(area, claim.claimed, claim.right)
            painter.setPen(QPen(QColor(theme.colours["plot"]), 1))
            painter.setBrush(accent)
            painter.drawEllipse(at, px(4), px(4))
            room = QRectF(at.x() - px(34), at.y() - px(8), px(28), px(16))
            if not any(room.intersects(other) for other in taken):
                taken.append(room)
                painter.setPen(QColor(theme.colours["text2"]))
                painter.drawText(room, Align.AlignRight | Align.AlignVCenter, words.number(claim.tracks))
        painter.setFont(look().font(12, Weight.DemiBold))
        painter.setPen(ink)
        room = area.adjusted(px(8), px(6), -px(8), 0)
        painter.drawText(room, Align.AlignLeft | Align.AlignTop | Qt.TextFlag.TextWordWrap, self.said())


class NumbersPlot(Plot):
    """Each track a point; a click plays it, arrows walk by what is true."""

    played = Signal(int)
    """The id of the track."""

    def __init__(self) -> None:
        super().__init__(self.tr("Said and true numbers"), self.tr("true"), self.tr("said"))
        self.points: list[Told] = []
        self.current: int | None = None
        self.heard: int | None = None
        self.unit = ""
        self.title_of: Callable[[int], str] = str
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_points(self, points: Sequence[Told], unit: str) -> None:
        self.points = sorted(points, key=lambda point: point.true)
        self.unit, self.current = unit, None
        values = [value for point in points for value in (point.true, point.said)]
        low, high = min(values, default=0.0), max(values, default=1.0)
        edge = (high - low) * 0.04 or 1.0
        self.show_range((low - edge, low - edge), (high + edge, high + edge))

    def show_heard(self, track_id: int | None) -> None:
        if track_id != self.heard:
            self.heard = track_id
            self.update()

    def tick_words(self, value: float) -> str:
        return words.number(value, ",.4g") if abs(value) < 1000 else words.number(value, ".0f")

    def said(self, point: Told) -> str:
        return self.tr("{}: said {}, true {} {}").format(
            self.title_of(point.track_id), self.tick_words(point.said), self.tick_words(point.true), self.unit
        )

    def paint_inside(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.colours["text2"]), 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())
        fill = QColor(theme.colours["accent"])
        fill.setAlphaF(0.7)
        for place, point in enumerate(self.points):
            at = self.place(area, point.true, point.said)
            heard = point.track_id == self.heard
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours["hear"]) if heard else fill)
            painter.drawEllipse(at, look().px(5 if heard else 3.5), look().px(5 if heard else 3.5))
            if place == self.current:
                painter.setPen(QPen(QColor(theme.colours["text"]), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, look().px(7), look().px(7))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colours["accent"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def nearest(self, at: QPointF) -> int | None:
        area, found, least = self.area(), None, float(look().px(NEAR)) ** 2
        for place, point in enumerate(self.points):
            off = self.place(area, point.true, point.said) - at
            far = off.x() ** 2 + off.y() ** 2
            if far < least:
                found, least = place, far
        return found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.nearest(event.position())
        self.setToolTip("" if place is None else self.said(self.points[place]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(self.nearest(event.position()), play=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Key.Key_Right: 1, Key.Key_Down: -1, Key.Key_Left: -1, Key.Key_Up: 1}.get(Key(event.key()))
        if step is not None and self.points:
            here = -1 if self.current is None else self.current
            self._go(min(max(here + step, 0), len(self.points) - 1), play=False)
        elif event.key() in (Key.Key_Return, Key.Key_Enter) and self.current is not None:
            self._go(self.current, play=True)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int | None, *, play: bool) -> None:
        if place is None:
            return
        self.current = place
        self.setAccessibleDescription(self.said(self.points[place]))
        self.update()
        if play:
            self.played.emit(self.points[place].track_id)
