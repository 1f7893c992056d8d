"""Where two tracks match, as a picture: every second of A beside every second of B, to be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme, Weight, look
from desktop.times import clock

if TYPE_CHECKING:
    from core.neighbours.request import MatchResult, Stretch

LEFT, RIGHT, BOTTOM, WAVE, GAP = 34, 10, 18, 20, 3
LOWEST = 150
STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
TICK_PX = 64
Key = Qt.Key


def ramp(theme: Theme, name: str = "depth") -> NDArray[np.uint32]:
    """256 colours as Qt keeps them."""
    stops = [QColor(stop) for stop in theme.ramps[name]]
    at = np.linspace(0, len(stops) - 1, 256)
    found = np.full(256, 255 << 24, np.uint32)
    for place, part in ((16, QColor.red), (8, QColor.green), (0, QColor.blue)):
        levels = np.interp(at, range(len(stops)), [part(stop) for stop in stops])
        found |= levels.round().astype(np.uint32) << np.uint32(place)
    return found


def cell_at(starts_s: Sequence[float], seconds: NDArray[np.float64]) -> NDArray[np.int64]:
    """Which excerpts sound at these seconds: the last that has begun."""
    return np.maximum(np.searchsorted(starts_s, seconds, side="right") - 1, 0)


class Picture:
    """A result made ready to be looked at; knows nothing of pixels."""

    def __init__(self, result: MatchResult) -> None:
        self.result = result
        shape = (len(result.a_starts_s), len(result.b_starts_s))
        self.values = np.frombuffer(result.picture, np.uint8).reshape(shape)
        self.a_s, self.b_s = result.a_ends_s[-1], result.b_ends_s[-1]

    def similarity(self, a_s: float, b_s: float) -> float:
        a, b = (
            int(cell_at(starts, np.array([at]))[0])
            for starts, at in ((self.result.a_starts_s, a_s), (self.result.b_starts_s, b_s))
        )
        return float(self.values[a, b]) / 127.5 - 1

    def low(self, *, above: bool) -> float:
        """The similarity that is drawn as nothing."""
        chance = self.result.chance
        return min(max(chance, 0.0), 0.98) if above and chance is not None else 0.0

    def image(self, size: QSize, theme: Theme, *, above: bool) -> QImage:
        """A to the right, B upwards. Of more excerpts than pixels, it is larger than `size`."""
        width = max(size.width(), len(self.result.a_starts_s), 1)
        height = max(size.height(), len(self.result.b_starts_s), 1)
        a = cell_at(self.result.a_starts_s, (np.arange(width) + 0.5) / width * self.a_s)
        b = cell_at(self.result.b_starts_s, (np.arange(height) + 0.5) / height * self.b_s)[::-1]
        low = self.low(above=above)
        place = np.clip((np.arange(256) / 127.5 - 1 - low) / (1 - low), 0, 1)
        colours = ramp(theme)[(place * 255).round().astype(np.int64)]
        pixels = np.ascontiguousarray(colours[self.values[a][:, b].T])
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class MatrixView(QWidget):
    picked = Signal(float, float, bool)
    """Seconds of A and of B, and whether B is to be heard."""
    pointed = Signal(object)
    """(seconds of A, seconds of B, similarity) below the mouse or the keyboard's cross, or None."""
    compared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.above = True
        self.waves: tuple[NDArray[np.float32] | None, NDArray[np.float32] | None] = (None, None)
        """Lowest and highest sample by column, of A and of B."""
        self.heard: int | None = None
        """The stretch that plays."""
        self.heads: tuple[float | None, float | None] = (None, None)
        """Where A and B are heard now."""
        self.cross: tuple[float, float] | None = None
        self._image: QImage | None = None
        self._image_of: tuple[object, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look().px(LOWEST))
        self.setAccessibleName(self.tr("Similarity of A, across, and B, upwards"))
        self.setToolTip(self.tr("Click plays A there, Shift+click plays B, X goes from one to the other"))
        look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(look().px(280), look().px(250))

    def show_result(self, result: MatchResult | None) -> None:
        self.picture = None if result is None else Picture(result)
        self.cross, self.heard, self.heads, self.waves = None, None, (None, None), (None, None)
        self.update()

    def show_heard(self, stretch: int | None, a_s: float | None, b_s: float | None) -> None:
        if (stretch, (a_s, b_s)) != (self.heard, self.heads):
            self.heard, self.heads = stretch, (a_s, b_s)
            self.update()

    def show_waves(self, a: NDArray[np.float32] | None, b: NDArray[np.float32] | None) -> None:
        self.waves = (a, b)
        self.update()

    @Slot(bool)
    def set_above(self, above: bool) -> None:
        self.above = above
        self.update()

    # Places

    def plot(self) -> QRect:
        """Where the picture is."""
        wave = look().px(WAVE + GAP)
        left, top = look().px(LEFT), 0
        if self.waves[1] is not None:
            left += wave
        if self.waves[0] is not None:
            top += wave
        right, bottom = look().px(RIGHT), look().px(BOTTOM)
        return QRect(left, top + 1, self.width() - left - right, self.height() - top - 1 - bottom)

    def seconds_at(self, point: QPointF) -> tuple[float, float] | None:
        plot = self.plot()
        if self.picture is None or not plot.contains(point.toPoint()):
            return None
        across = (point.x() - plot.left()) / plot.width()
        upwards = (plot.top() + plot.height() - point.y()) / plot.height()
        return (
            min(max(across, 0.0), 1.0) * self.picture.a_s,
            min(max(upwards, 0.0), 1.0) * self.picture.b_s,
        )

    def point_of(self, a_s: float, b_s: float) -> QPointF:
        plot = self.plot()
        if self.picture is None:
            return QPointF(plot.topLeft())
        x = plot.left() + a_s / self.picture.a_s * plot.width()
        return QPointF(x, plot.top() + plot.height() - b_s / self.picture.b_s * plot.height())

    def frame_of(self, stretch: Stretch) -> QRectF:
        return QRectF(
            self.point_of(stretch.a_start_s, stretch.b_end_s),
            self.point_of(stretch.a_end_s, stretch.b_start_s),
        )

    # Mouse and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.seconds_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def _point(self, at: tuple[float, float] | None) -> None:
        self.cross = at
        if at is None or self.picture is None:
            self.pointed.emit(None)
        else:
            self.pointed.emit((*at, self.picture.similarity(*at)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.seconds_at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(*at, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = (Key.Key_X, Key.Key_Return, Key.Key_Enter, *_ARROWS)
            if event.key() in mine and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key in _ARROWS and self.picture is not None:
            self._step(*_ARROWS[key])
        elif key in (Key.Key_Return, Key.Key_Enter) and self.cross is not None:
            self.picked.emit(*self.cross, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Key.Key_X:
            self.compared.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, right: int, up: int) -> None:
        """The cross goes on by one excerpt."""
        assert self.picture is not None
        result = self.picture.result
        a_s, b_s = self.cross or (self.picture.a_s / 2, self.picture.b_s / 2)
        moved = []
        for starts, at, step, end in (
            (result.a_starts_s, a_s, right, self.picture.a_s),
            (result.b_starts_s, b_s, up, self.picture.b_s),
        ):
            place = int(np.clip(cell_at(starts, np.array([at]))[0] + step, 0, len(starts) - 1))
            following = starts[place + 1] if place + 1 < len(starts) else end
            moved.append((starts[place] + following) / 2)
        self._point((moved[0], moved[1]))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is not None:
            painter = QPainter(self)
            self.paint(painter, look().theme)
            if self.hasFocus():
                painter.setPen(QPen(look().colour("accent"), 2))
                painter.drawRect(self.plot().adjusted(-2, -1, 2, 1))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        plot = self.plot()
        self._paint_picture(painter, plot, theme)
        self._paint_axes(painter, plot, theme)
        self._paint_waves(painter, plot, theme)
        self._paint_frames(painter, plot, theme)
        self._paint_heads(painter, plot, theme)

    def _paint_picture(self, painter: QPainter, plot: QRect, theme: Theme) -> None:
        assert self.picture is not None
        dots = painter.device().devicePixelRatio()
        wanted = (self.picture, plot.size(), dots, theme.name, self.above)
        if self._image is None or self._image_of != wanted:
            self._image = self.picture.image(plot.size() * dots, theme, above=self.above)
            self._image_of = wanted
        fits = self._image.size() == plot.size() * dots
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not fits)
        painter.drawImage(plot, self._image)
        painter.setPen(QPen(QColor(theme.colours["edge"]), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(plot.adjusted(0, 0, -1, -1))

    def _paint_axes(self, painter: QPainter, plot: QRect, theme: Theme) -> None:
        assert self.picture is not None
        painter.setFont(look().font(11))
        painter.setPen(QColor(theme.colours["text2"]))
        line = painter.fontMetrics().height()
        for at in ticks(self.picture.a_s, plot.width() / look().px(TICK_PX)):
            x = round(plot.left() + at / self.picture.a_s * plot.width())
            place = QRect(0, plot.bottom() + look().px(3), look().px(60), line)
            place.moveCenter(QRect(x, place.top(), 0, line).center())
            place.moveRight(min(place.right(), self.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, clock(at))
        for at in ticks(self.picture.b_s, plot.height() / look().px(TICK_PX)):
            y = round(plot.top() + plot.height() - at / self.picture.b_s * plot.height())
            top = min(max(y - line // 2, 0), plot.bottom() - line + 2)
            aside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(0, top, look().px(LEFT - 5), line), aside, clock(at))

    def _paint_waves(self, painter: QPainter, plot: QRect, theme: Theme) -> None:
        painter.setPen(QPen(QColor(theme.colours["border"]), 1))
        thick = look().px(WAVE)
        a, b = self.waves
        if a is not None:
            middle = thick / 2
            for x in range(plot.width()):
                low, high = a[x * len(a) // plot.width()][:2] * (thick / 2)
                painter.drawLine(
                    QPointF(plot.left() + x, middle - high), QPointF(plot.left() + x, middle - low)
                )
        if b is not None:
            middle = plot.left() - look().px(GAP) - thick / 2
            for y in range(plot.height()):
                low, high = b[y * len(b) // plot.height()][:2] * (thick / 2)
                at = plot.bottom() - y
                painter.drawLine(QPointF(middle + low, at), QPointF(middle + high, at))

    def _paint_frames(self, painter: QPainter, plot: QRect, theme: Theme) -> None:
        assert self.picture is not None
        painter.setFont(look().font(11, Weight.DemiBold))
        line = painter.fontMetrics().height()
        order = sorted(range(len(self.picture.result.stretches)), key=lambda place: place == self.heard)
        for place in order:
            heard = place == self.heard
            colour = QColor(theme.colours["hear" if heard else "accent"])
            frame = self.frame_of(self.picture.result.stretches[place]).toRect()
            frame = frame.intersected(plot.adjusted(0, 0, -1, -1))
            painter.setPen(QPen(colour, 2 if heard else 1))
            painter.drawRect(frame)
            number = str(place + 1)
            room = QRect(
                frame.left() + 1, frame.top() + 1, painter.fontMetrics().horizontalAdvance(number) + 4, line
            )
            room.moveLeft(min(room.left(), plot.right() - room.width()))
            ground = QColor(theme.colours["plot"])
            ground.setAlphaF(0.8)
            painter.fillRect(room, ground)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_heads(self, painter: QPainter, plot: QRect, theme: Theme) -> None:
        a_s, b_s = self.heads
        painter.setPen(QPen(QColor(theme.colours["hear"]), 1.5))
        if a_s is not None:
            x = self.point_of(a_s, 0).x()
            painter.drawLine(QPointF(x, 0), QPointF(x, plot.bottom()))
        if b_s is not None:
            y = self.point_of(0, b_s).y()
            left = plot.left() - (look().px(WAVE + GAP) if self.waves[1] is not None else 0)
            painter.drawLine(QPointF(left, y), QPointF(plot.right(), y))
        if self.cross is not None:
            point = self.point_of(*self.cross)
            painter.setPen(QPen(QColor(theme.colours["text2"]), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(point.x(), plot.top()), QPointF(point.x(), plot.bottom()))
            painter.drawLine(QPointF(plot.left(), point.y()), QPointF(plot.right(), point.y()))


def ticks(length_s: float, most: float) -> list[float]:
    """Round seconds from 0 on, not more than so many."""
    step = next((step for step in STEPS_S if length_s / step <= max(most, 1)), STEPS_S[-1])
    return [float(step * place) for place in range(int(length_s // step) + 1)]


_ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, 1), Key.Key_Down: (0, -1)}
