"""The picture of a track: waveform and spectrogram on one axis, to look at, point into and choose from.

What changes rarely is kept as a pixmap; while it plays, only the dots around
the position are painted.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from desktop.player import ticks, waveform
from desktop.player.backed import Backed
from desktop.player.lanes import Lanes, Paint, lay_out, x_of
from desktop.player.reading import Reading
from desktop.player.scene import Scene, Seconds
from desktop.player.shape import Shape
from desktop.player.span import Span
from desktop.player.spectrogram import Tiles
from desktop.player.waveform import Columns
from desktop.theme import look

EDGE_PX = 5
LINE_PX = 7
"""Around the position, with its head."""
LEAST_S = 0.02
"""A shorter drag is a click that trembled."""


class Picture(Backed):
    sought = Signal(float)
    """A click: play on from here."""
    chosen_changed = Signal()
    window_wanted = Signal(int)
    """The encoder's window with this place is to be heard alone."""
    play_chosen = Signal()
    menu_wanted = Signal(object)
    """Where, on the screen."""

    def __init__(self, span: Span, shape: Shape, tiles: Tiles) -> None:
        super().__init__()
        self.span, self.shape, self.tiles = span, shape, tiles
        self.scene = Scene()
        self.with_spectrum = True
        self._press: QPointF | None = None
        self._grip = ""
        """What is being dragged: new, start, end, axis."""
        self._fixed_s = 0.0
        self.reading = Reading(self, shape)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Picture of the sound"))
        self.setAccessibleDescription(
            self.tr("Arrows move, plus and minus zoom, [ and ] choose an excerpt, Enter plays it.")
        )
        self.setCursor(Qt.CursorShape.IBeamCursor)
        for signal in (span.changed, shape.changed, tiles.changed):
            signal.connect(self.refresh)

    @property
    def lanes(self) -> Lanes:
        with_spectrum = self.with_spectrum and self.height() > look().px(76)
        return lay_out(
            self.width(),
            self.height(),
            with_windows=bool(self.scene.windows),
            with_spectrum=with_spectrum,
        )

    @property
    def is_dragging(self) -> bool:
        return self._grip in ("dragging", "start", "end")

    # What is shown

    def move_to(self, seconds: float) -> None:
        """Paints two slim strips."""
        before, self.scene.position_s = self.scene.position_s, seconds
        for moment in (before, seconds):
            x = self.x_at(moment)
            if -LINE_PX < x < self.width() + LINE_PX:
                self.update(QRect(round(x) - LINE_PX, 0, 2 * LINE_PX + 1, self.height()))

    def choose(self, span: Seconds | None) -> None:
        if span is not None:
            start, end = (min(max(s, 0.0), self.span.duration_s) for s in sorted(span))
            span = (start, end) if end - start >= LEAST_S else None
        if span != self.scene.chosen:
            self.scene.chosen = span
            self.update()
            self.chosen_changed.emit()

    def point_at(self, place: int | None) -> None:
        if place != self.scene.pointed:
            self.scene.pointed = place
            self.update()

    def x_at(self, seconds: float) -> float:
        return x_of(self.span, self.width(), seconds)

    def seconds(self, x: float) -> float:
        share = x / max(self.width(), 1)
        return min(max(self.span.start_s + share * self.span.length_s, 0.0), self.span.duration_s)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._lay_backing(painter, event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene, paint = self.scene, Paint(painter, self.lanes, self.span)
        if self.span.duration_s:
            if scene.heard is not None:
                paint.heard(scene.heard, scene.heard_words)
            if scene.chosen is not None:
                paint.chosen(scene.chosen, ticks.between(*scene.chosen))
            if scene.pointed is not None and scene.pointed < len(scene.windows):
                span = scene.window(scene.pointed)
                paint.pointed(span, self.tr("Play {}").format(ticks.between(*span)))
            paint.position(scene.position_s)
        if self.hasFocus():
            painter.setPen(look().colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_backing(self, painter: QPainter, dots: float) -> None:
        paint = Paint(painter, self.lanes, self.span)
        paint.ground()
        paint.wave(self._columns(round(self.width() * dots)), self.scene.heard, dots)
        if self.span.duration_s:
            paint.spectrum(self.tiles)
            paint.windows(self.scene)
            paint.axis()

    def _columns(self, width: int) -> Columns | None:
        """What the wave is drawn from; on the way, what is missing is asked for."""
        span, pyramid = self.span, self.shape.pyramid
        rate_hz = pyramid.rate_hz if pyramid is not None else 0
        seen = span.start_s, span.end_s, width
        self.tiles.want(*seen, rate_hz, tiles=self.lanes.spectrum.height() > 0)
        if pyramid is None or not len(pyramid.levels[0]) or not span.length_s:
            return None
        fine = self.tiles.columns(*seen, rate_hz)
        columns = pyramid.columns(*seen) if fine is None else fine
        return columns * np.float32(waveform.gain_of(pyramid))

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.span.duration_s:
            self._press = event.position()
            self._grip = self._grip_at(event.position())
            self._fixed_s = self.seconds(event.position().x())
            if self._grip in ("start", "end") and self.scene.chosen is not None:
                self._fixed_s = self.scene.chosen[1 if self._grip == "start" else 0]
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._press, self._grip = event.position(), "axis"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            self._hover(event.position())
            return
        far = (event.position() - self._press).manhattanLength() >= QApplication.startDragDistance()
        if self._grip == "axis":
            moved = event.position().x() - self._press.x()
            self._press = event.position()
            self.span.move(-moved / max(self.width(), 1) * self.span.length_s)
        elif far or self._grip in ("start", "end", "dragging"):
            self._grip = self._grip if self._grip in ("start", "end") else "dragging"
            self.choose((self._fixed_s, self.seconds(event.position().x())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        grip, self._grip = self._grip, ""
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if grip == "window" and self.scene.pointed is not None:
            self.window_wanted.emit(self.scene.pointed)
        elif grip in ("new", "window"):
            self.sought.emit(self.seconds(event.position().x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(None)

    def leaveEvent(self, event: object) -> None:
        self.point_at(None)

    def _grip_at(self, point: QPointF) -> str:
        lanes = self.lanes
        if lanes.axis.contains(point.toPoint()):
            return "axis"
        if self.scene.chosen is not None:
            near = [abs(self.x_at(s) - point.x()) for s in self.scene.chosen]
            if min(near) <= EDGE_PX:
                return "start" if near[0] <= near[1] else "end"
        return "window" if lanes.windows.contains(point.toPoint()) and self.scene.windows else "new"

    def _hover(self, point: QPointF) -> None:
        grip = self._grip_at(point)
        shapes = {
            "axis": Qt.CursorShape.OpenHandCursor,
            "start": Qt.CursorShape.SizeHorCursor,
            "end": Qt.CursorShape.SizeHorCursor,
            "window": Qt.CursorShape.PointingHandCursor,
        }
        self.setCursor(shapes.get(grip, Qt.CursorShape.IBeamCursor))
        self.point_at(self.scene.window_at(self.seconds(point.x())) if grip == "window" else None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel(self.span, event, self.width(), self.seconds(event.position().x()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, span, middle = event.key(), self.span, (self.span.start_s + self.span.end_s) / 2
        position = self.scene.position_s
        at = position if span.start_s <= position <= span.end_s else middle
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ) == Qt.KeyboardModifier(0)
        keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Left: lambda: span.move(-span.length_s / 10),
            Qt.Key.Key_Right: lambda: span.move(span.length_s / 10),
            Qt.Key.Key_PageUp: lambda: span.move(-span.length_s),
            Qt.Key.Key_PageDown: lambda: span.move(span.length_s),
            Qt.Key.Key_Home: lambda: span.show(0, span.length_s),
            Qt.Key.Key_End: lambda: span.show(span.duration_s - span.length_s, span.duration_s),
            Qt.Key.Key_Plus: lambda: span.zoom(1, at),
            Qt.Key.Key_Equal: lambda: span.zoom(1, at),
            Qt.Key.Key_Up: lambda: span.zoom(1, at),
            Qt.Key.Key_Minus: lambda: span.zoom(-1, at),
            Qt.Key.Key_Down: lambda: span.zoom(-1, at),
            Qt.Key.Key_0: span.show_all,
            Qt.Key.Key_BracketLeft: lambda: self._bracket(position, start=True),
            Qt.Key.Key_BracketRight: lambda: self._bracket(position, start=False),
        }
        if plain and key in keys:
            keys[Qt.Key(key)]()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.scene.chosen:
            self.play_chosen.emit()
        elif plain and key == Qt.Key.Key_Escape and self.scene.chosen:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def _bracket(self, at_s: float, *, start: bool) -> None:
        """The chosen excerpt starts, or ends, where it plays."""
        old = self.scene.chosen
        if start:
            self.choose((at_s, old[1] if old and old[1] > at_s else self.span.duration_s))
        else:
            self.choose((old[0] if old and old[0] < at_s else 0.0, at_s))


def wheel(span: Span, event: QWheelEvent, width: int, at_s: float) -> None:
    """The wheel zooms at the pointer; with Shift, or turned sideways, it moves."""
    turned = event.angleDelta()
    sideways = turned.x() if abs(turned.x()) > abs(turned.y()) else 0
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not sideways:
        sideways = turned.y()
    if sideways:
        span.move(-sideways / 120 * span.length_s * 0.15)
    elif turned.y():
        span.zoom(turned.y() / 120, at_s)
    event.accept()
