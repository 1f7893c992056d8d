"""Where the map is looked at: its place, its scale, and the way between map and screen."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

MARGIN = 0.06
"""Of each side, free around all points."""
WIDEST = 4.0
"""How many times smaller than fitted the map can get."""
DEEPEST = 20_000.0


@dataclass(frozen=True)
class View:
    """`x` and `y` of the map are in the middle of `width` by `height` points; one unit is `scale` points.

    The same scale holds both ways, and up is up: a distance means the same in all directions.
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    width: float = 1.0
    height: float = 1.0

    def to_screen(self, x: float, y: float) -> QPointF:
        return QPointF(
            self.width / 2 + (x - self.x) * self.scale, self.height / 2 - (y - self.y) * self.scale
        )

    def to_map(self, at: QPointF) -> tuple[float, float]:
        return (
            self.x + (at.x() - self.width / 2) / self.scale,
            self.y - (at.y() - self.height / 2) / self.scale,
        )

    @property
    def visible(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of what can be seen, in units of the map."""
        across, up = self.width / 2 / self.scale, self.height / 2 / self.scale
        return self.x - across, self.y - up, self.x + across, self.y + up

    def panned(self, right: float, down: float) -> View:
        """As if the map were pulled by so many points."""
        return replace(self, x=self.x - right / self.scale, y=self.y + down / self.scale)

    def zoomed(self, factor: float, at: QPointF, low: float, high: float) -> View:
        """`at` stays where it is; the scale stays between `low` and `high`."""
        scale = min(max(self.scale * factor, low), high)
        x, y = self.to_map(at)
        return replace(
            self,
            x=x - (at.x() - self.width / 2) / scale,
            y=y + (at.y() - self.height / 2) / scale,
            scale=scale,
        )

    def sized(self, width: float, height: float) -> View:
        """What is in the middle stays there."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0))

    def moved(self, to: View, share: float) -> View:
        """On the way from here to there."""
        scale = self.scale * (to.scale / self.scale) ** share
        return replace(
            to, x=self.x + (to.x - self.x) * share, y=self.y + (to.y - self.y) * share, scale=scale
        )


def bounds(points: NDArray[np.float32]) -> tuple[float, float, float, float]:
    """Left, bottom, right, top; of no points, and of one, a square around it."""
    if not len(points):
        return -1.0, -1.0, 1.0, 1.0
    x, y = points[:, 0], points[:, 1]
    left, bottom, right, top = (float(end) for end in (x.min(), y.min(), x.max(), y.max()))
    if right <= left and top <= bottom:
        return left - 1.0, bottom - 1.0, right + 1.0, top + 1.0
    return left, bottom, right, top


def fitted(box: tuple[float, float, float, float], width: float, height: float, left_px: float = 0.0) -> View:
    """All of `box` with a margin, and with so much kept free at the left, or at the right if less than 0."""
    left, bottom, right, top = box
    width, height = max(width, 1.0), max(height, 1.0)
    room, across = 1.0 - 2 * MARGIN, max(width - abs(left_px), 0.4 * width)
    scales = [size * room / span for size, span in ((across, right - left), (height, top - bottom)) if span]
    scale = min(scales)
    shift = min(abs(left_px), width - across) / 2 / scale
    return View((left + right) / 2 - math.copysign(shift, left_px), (bottom + top) / 2, scale, width, height)
