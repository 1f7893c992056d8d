"""The whole track as a strip; the blue frame is what the picture below shows, to drag and resize."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent

from desktop.player import waveform
from desktop.player.backed import Backed
from desktop.player.picture import EDGE_PX, wheel
from desktop.player.scene import Scene
from desktop.player.shape import Shape
from desktop.player.span import Span
from desktop.theme import look

LEAST_FRAME_PX = 6


class Overview(Backed):
    sought = Signal(float)

    def __init__(self, span: Span, shape: Shape, scene: Scene) -> None:
        super().__init__()
        self.span, self.shape, self.scene = span, shape, scene
        self._grip = ""
        self._grip_s = 0.0
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("The whole track"))
        self.setToolTip(self.tr("Drag the blue frame to move, its edges to zoom; double click shows all"))
        shape.changed.connect(self.refresh)
        span.changed.connect(self.update)

    def x_at(self, seconds: float) -> float:
        return seconds / self.span.duration_s * self.width() if self.span.duration_s else 0.0

    def seconds(self, x: float) -> float:
        return x / max(self.width(), 1) * self.span.duration_s

    @property
    def frame(self) -> QRectF:
        left, right = self.x_at(self.span.start_s), self.x_at(self.span.end_s)
        if right - left < LEAST_FRAME_PX:
            middle = (left + right) / 2
            left, right = middle - LEAST_FRAME_PX / 2, middle + LEAST_FRAME_PX / 2
        return QRectF(left, 0.5, right - left, self.height() - 2).adjusted(0.5, 0, -1, 0)

    def move_to(self, before_s: float, now_s: float) -> None:
        if round(self.x_at(before_s) * 2) != round(self.x_at(now_s) * 2):
            for seconds in (before_s, now_s):
                self.update(QRect(round(self.x_at(seconds)) - 2, 0, 5, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._lay_backing(painter, event.rect())
        if not self.span.duration_s:
            return
        accent = look().colour("accent")
        fill = QColor(accent)
        fill.setAlphaF(0.14)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 1))
        painter.setBrush(fill)
        painter.drawRect(self.frame)
        x = self.x_at(self.scene.position_s)
        painter.fillRect(QRectF(x - 0.5, 0, 1.5, self.height()), look().colour("text"))

    def _paint_backing(self, painter: QPainter, dots: float) -> None:
        pyramid = self.shape.pyramid
        if pyramid is None or not len(pyramid.levels[0]) or not self.span.duration_s:
            return
        width, height = round(self.width() * dots), round((self.height() - 4) * dots)
        columns = pyramid.columns(0.0, self.span.duration_s, width) * waveform.gain_of(pyramid)
        heard = slice(0, 0)
        if self.scene.heard is not None:
            edges = [min(max(round(self.x_at(s) * dots), 0), width) for s in self.scene.heard]
            heard = slice(edges[0], max(edges[1], edges[0] + 1))
        colours = look().colour("text3"), look().colour("hearfill")
        image = waveform.wave_image(columns, height, *colours, heard)
        image.setDevicePixelRatio(dots)
        painter.drawImage(QPointF(0, 2), image)

    # The pointer

    def _grip_at(self, x: float) -> str:
        frame = self.frame
        if not self.span.is_whole or self.span.duration_s:
            if abs(x - frame.left()) <= EDGE_PX and abs(x - frame.left()) <= abs(x - frame.right()):
                return "start"
            if abs(x - frame.right()) <= EDGE_PX:
                return "end"
        return "frame" if frame.left() < x < frame.right() and not self.span.is_whole else "outside"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.span.duration_s:
            return
        x = event.position().x()
        self._grip = self._grip_at(x)
        if self._grip == "outside":
            if self.span.is_whole:
                self._grip = ""
                self.sought.emit(self.seconds(x))
                return
            self.span.move(self.seconds(x) - (self.span.start_s + self.span.end_s) / 2)
            self._grip = "frame"
        self._grip_s = self.seconds(x) - self.span.start_s

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        at, span = self.seconds(x), self.span
        if self._grip == "frame":
            span.move(at - self._grip_s - span.start_s)
        elif self._grip == "start":
            span.show(min(at, span.end_s), span.end_s)
        elif self._grip == "end":
            span.show(span.start_s, max(at, span.start_s))
        else:
            shapes = {
                "start": Qt.CursorShape.SizeHorCursor,
                "end": Qt.CursorShape.SizeHorCursor,
                "frame": Qt.CursorShape.OpenHandCursor,
            }
            self.setCursor(shapes.get(self._grip_at(x), Qt.CursorShape.ArrowCursor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.span.show_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel(self.span, event, self.width(), self.seconds(event.position().x()))
