"""Small pictures of the shapes, drawn once for each colour, strength and place within a pixel."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop import shapes
from desktop.map.ink import LEVELS, Tint

PHASES = 2
"""Places within a pixel, each way."""
MOST = 4_000
"""Kept before all are drawn anew."""


@lru_cache(maxsize=64)
def premultiplied(own: tuple[Tint, ...], cover: float) -> NDArray[np.uint32]:
    """Pixel values by tint and strength, for a pixel of which so much is covered."""
    values = []
    for tint in own:
        for level in range(1, LEVELS + 1):
            alpha = cover * level / LEVELS
            red, green, blue = (round(part * alpha) for part in tint.rgb)
            values.append(round(255 * alpha) << 24 | red << 16 | green << 8 | blue)
    return np.array(values, np.uint32)


def paint_shape(painter: QPainter, tint: Tint, centre: QPointF, radius: float) -> None:
    """As `shapes.paint`, in a colour of our own."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(radius, radius)
    colour = QColor(tint.colour)
    painter.setPen(QPen(colour, 0.36) if tint.hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if tint.hollow else colour)
    painter.drawPath(shapes.path(tint.symbol))
    painter.restore()


class Sprites:
    def __init__(self) -> None:
        self._kept: dict[tuple[Tint, int, int, float], QImage] = {}

    def paint(
        self,
        painter: QPainter,
        x: NDArray[np.float32],
        y: NDArray[np.float32],
        tint: NDArray[np.uint8],
        level: NDArray[np.uint8],
        own: tuple[Tint, ...],
        radius: float,
    ) -> None:
        """In the order given; places in pixels."""
        left, top = np.floor(x), np.floor(y)
        phase = ((x - left) * PHASES).astype(np.intp) * PHASES + ((y - top) * PHASES).astype(np.intp)
        kinds = (tint.astype(np.intp) * LEVELS + level - 1) * PHASES**2 + phase
        around = math.ceil(radius + 1)
        columns, rows = (left.astype(int) - around).tolist(), (top.astype(int) - around).tolist()
        there = np.flatnonzero(np.bincount(kinds)).tolist()
        sprites = {kind: self._sprite(kind, own, radius) for kind in there}
        draw = painter.drawImage
        for column, row, kind in zip(columns, rows, kinds.tolist(), strict=True):
            draw(column, row, sprites[kind])

    def _sprite(self, kind: int, own: tuple[Tint, ...], radius: float) -> QImage:
        rest, phase = divmod(kind, PHASES**2)
        place, level = divmod(rest, LEVELS)
        key = (own[place], level, phase, radius)
        if key not in self._kept:
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[key] = _draw(own[place], (level + 1) / LEVELS, phase, radius)
        return self._kept[key]


def _draw(tint: Tint, strength: float, phase: int, radius: float) -> QImage:
    around = math.ceil(radius + 1)
    side = 2 * around + 1
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    right, down = divmod(phase, PHASES)
    centre = QPointF(around + (right + 0.5) / PHASES, around + (down + 0.5) / PHASES)
    painter = QPainter(image)
    painter.setOpacity(strength)
    paint_shape(painter, tint, centre, radius)
    painter.end()
    return image
