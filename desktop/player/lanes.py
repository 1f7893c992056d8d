"""How the picture of a track is painted: waveform, windows of the encoder, spectrogram, axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.audio.spectrum import height_of
from desktop.player import ticks, waveform
from desktop.player.scene import Scene, Seconds
from desktop.player.span import Span
from desktop.player.spectrogram import Tiles
from desktop.theme import look

LEAST_APART_PX = 4
"""Ticks of windows that are nearer to each other become a line."""


@dataclass(frozen=True)
class Lanes:
    """Where each part of the picture lies."""

    wave: QRect
    windows: QRect
    spectrum: QRect
    axis: QRect

    @property
    def sound(self) -> QRect:
        return self.wave.united(self.spectrum if self.spectrum.height() else self.windows)


def lay_out(width: int, height: int, *, with_windows: bool, with_spectrum: bool) -> Lanes:
    axis = look().px(17 if with_spectrum else 15)
    strip = look().px(9 if with_spectrum else 7) if with_windows else 1
    left = max(height - axis - strip, 0)
    wave = max(round(left * 0.3), min(look().px(34), left)) if with_spectrum else left
    rest = left - wave
    return Lanes(
        QRect(0, 0, width, wave),
        QRect(0, wave, width, strip),
        QRect(0, wave + strip, width, rest),
        QRect(0, height - axis, width, axis),
    )


class Paint:
    """Paints one span into one set of lanes. Made anew for each picture."""

    def __init__(self, painter: QPainter, lanes: Lanes, span: Span) -> None:
        self._painter = painter
        self._lanes = lanes
        self._span = span
        painter.setFont(look().font(11))

    def x(self, seconds: float) -> float:
        return x_of(self._span, self._lanes.wave.width(), seconds)

    def ground(self) -> None:
        colour = look().colour
        whole = self._lanes.sound.united(self._lanes.axis)
        self._painter.fillRect(whole, colour("plot"))
        self._painter.fillRect(self._lanes.axis, colour("pane"))

    def wave(self, columns: waveform.Columns | None, heard: Seconds | None, dots: float) -> None:
        lane = self._lanes.wave
        middle = lane.top() + lane.height() / 2
        self._painter.setPen(QPen(look().colour("edge"), 1))
        self._painter.drawLine(QLineF(0, middle, lane.width(), middle))
        if columns is None:
            return
        width, height = len(columns), round((lane.height() - 4) * dots)
        gold = slice(0, 0)
        if heard is not None:
            edges = [min(max(round(self.x(s) * dots), 0), width) for s in heard]
            gold = slice(edges[0], edges[1])
        tint = look().colour("text2")
        image = waveform.wave_image(columns, height, tint, look().colour("hearfill"), gold)
        image.setDevicePixelRatio(dots)
        self._painter.drawImage(QPointF(0, lane.top() + 2), image)

    def spectrum(self, tiles: Tiles) -> None:
        lane = self._lanes.spectrum
        if lane.height() < 4:
            return
        stops: Sequence[str] = look().theme.ramps["depth"]
        tiles.draw(self._painter, QRectF(lane), self._span.start_s, self._span.end_s, stops)
        self._pitches(lane)

    def _pitches(self, lane: QRect) -> None:
        """As many as there is room for, the middle one first."""
        metrics = self._painter.fontMetrics()
        taken: list[QRect] = []
        for value in ticks.HERTZ:
            words = ticks.hertz(value)
            box = metrics.boundingRect(words).adjusted(-4, 0, 4, 0)
            y = lane.bottom() - height_of(value) * lane.height()
            top = round(min(max(y - box.height() / 2, lane.top() + 1), lane.bottom() - box.height()))
            room = QRect(lane.right() - box.width() - 4, top, box.width(), box.height())
            if not any(room.intersects(other) for other in taken):
                taken.append(room)
                self.boxed(room, words, look().colour("text2"))

    def boxed(self, room: QRect, words: str, colour: QColor) -> None:
        """Words that can be read on any sound."""
        ground = look().colour("plot")
        ground.setAlphaF(0.78)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        self._painter.drawRoundedRect(room, 2, 2)
        self._painter.setPen(colour)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def axis(self) -> None:
        lane, painter = self._lanes.axis, self._painter
        room = painter.fontMetrics().horizontalAdvance("0:00:00.00") + look().px(24)
        large, small = ticks.time_ticks(self._span.start_s, self._span.end_s, lane.width(), room)
        painter.setPen(QPen(look().colour("edge"), 1))
        for seconds in small:
            painter.drawLine(QLineF(self.x(seconds), lane.top(), self.x(seconds), lane.top() + 3))
        painter.setPen(QPen(look().colour("border"), 1))
        for seconds, _ in large:
            painter.drawLine(QLineF(self.x(seconds), lane.top(), self.x(seconds), lane.top() + 5))
        painter.setPen(look().colour("text2"))
        for seconds, words in large:
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            left = min(max(self.x(seconds) - width / 2, 2), lane.width() - width - 2)
            painter.drawText(QRectF(left, lane.top() + 3, width, lane.height() - 3),
                             Qt.AlignmentFlag.AlignCenter, words)  # fmt: skip

    def windows(self, scene: Scene) -> None:
        """Where the encoder's windows begin and end, as thin ticks under the waveform."""
        lane, starts = self._lanes.windows, scene.windows
        self._painter.fillRect(lane, look().colour("plot"))
        if not starts or not self._span.length_s:
            return
        pixel_s = self._span.length_s / max(lane.width(), 1)
        pen = QPen(look().colour("border"), 1)
        self._painter.setPen(pen)
        middle = lane.top() + lane.height() / 2
        last = starts[-1] + scene.window_s
        self._painter.drawLine(QLineF(max(self.x(starts[0]), 0), middle, self.x(last), middle))
        apart = (starts[-1] - starts[0]) / max(len(starts) - 1, 1) if len(starts) > 1 else scene.window_s
        if apart / pixel_s < LEAST_APART_PX:
            return
        seen = [s for s in (*starts, last) if self._span.start_s <= s <= self._span.end_s]
        self._painter.drawLines(
            [QLineF(self.x(s), lane.top() + 1, self.x(s), lane.bottom() - 1) for s in seen]
        )

    # Above the picture

    def pointed(self, span: Seconds, words: str) -> None:
        """The window under the pointer."""
        lane, accent = self._lanes.windows, look().colour("accent")
        left, right = self.x(span[0]), self.x(span[1])
        self._painter.fillRect(QRectF(left, lane.top() + 2, right - left, lane.height() - 4), accent)
        self._painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
        sound = self._lanes.sound
        for x in (left, right):
            self._painter.drawLine(QLineF(x, sound.top(), x, sound.bottom()))
        if words:
            self._label(span, words, accent, self._lanes.wave.top() + 2)

    def chosen(self, span: Seconds, words: str) -> None:
        accent = look().colour("accent")
        sound = QRectF(self._lanes.sound)
        left, right = self.x(span[0]), self.x(span[1])
        fill = QColor(accent)
        fill.setAlphaF(0.2)
        room = QRectF(left, sound.top(), right - left, sound.height())
        self._painter.fillRect(room, fill)
        self._painter.setPen(QPen(accent, 1))
        for x in (left, right):
            self._painter.drawLine(QLineF(x, sound.top(), x, sound.bottom()))
        self._label(span, words, accent, self._label_top())

    def heard(self, span: Seconds, words: str) -> None:
        gold = look().colour("hear")
        sound = QRectF(self._lanes.sound)
        left, right = self.x(span[0]), self.x(span[1])
        self._painter.setPen(QPen(gold, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(left, sound.top() + 1, right - left, sound.height() - 2))
        self._label(span, words, gold, self._label_top())

    def _label_top(self) -> int:
        lane = self._lanes.spectrum if self._lanes.spectrum.height() else self._lanes.wave
        return lane.top() + 3

    def _label(self, span: Seconds, words: str, colour: QColor, top: int) -> None:
        """At the start of a span, as far as that is seen."""
        metrics = self._painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 8
        if not words or self.x(span[1]) < 0 or self.x(span[0]) > self._lanes.wave.width():
            return
        left = min(max(self.x(span[0]) + 4, 4), self._lanes.wave.width() - width - 4)
        self.boxed(QRect(round(left), top, width, metrics.height()), words, colour)

    def position(self, seconds: float) -> None:
        x, sound = self.x(seconds), self._lanes.sound
        text = look().colour("text")
        self._painter.setPen(QPen(text, 1.5))
        self._painter.drawLine(QLineF(x, sound.top(), x, sound.bottom()))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(text)
        self._painter.drawPolygon([QPointF(x - 4, 0), QPointF(x + 4, 0), QPointF(x, 5)])


def x_of(span: Span, width: int, seconds: float) -> float:
    return (seconds - span.start_s) / span.length_s * width if span.length_s else 0.0
