"""One of the two maps: the map's own canvas, looked at together with the other, with the movers over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.map.canvas import MapCanvas
from desktop.map.motion import is_reduced
from desktop.map.overlay import Brush
from desktop.map.surface import MOVE_MS
from desktop.map.view import View, bounds, fitted
from desktop.moved.paths import Mark, paint_marks
from desktop.theme import look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.map.scene import Ids

Box = tuple[float, float, float, float]
CHANGE_MS = 600
LOW_PX = 260
"""A map that is lower stands beside its name, not under it."""


@dataclass(frozen=True)
class Way:
    """A mover by its number, and where it was before."""

    number: int
    track_id: int
    start: tuple[float, float]


class MovedCanvas(MapCanvas):
    """Its view is that of both maps, so that a place means the same in either."""

    def __init__(self) -> None:
        self._both: Box | None = None
        self.badge_px = 0
        """How wide its name is, which stands at the upper left."""
        self.ways: tuple[Way, ...] = ()
        self.shows_ways = True
        super().__init__()

    def show_points(self, track_ids: Ids, points: NDArray[np.float32], both: Box) -> None:
        self._both = both
        self.ways = ()
        self.set_points(track_ids, points)

    def whole(self) -> View:
        box = bounds(self.scene.points) if self._both is None else self._both
        free = self.badge_px if self.height() < look().px(LOW_PX) else 0
        return fitted(box, self.width(), self.height(), free)

    def move_points(self, points: NDArray[np.float32], duration_ms: int = MOVE_MS) -> None:
        """The view stands still: it has both maps in it."""
        fits, self._is_fitted = self._is_fitted, False
        super().move_points(points, duration_ms)
        self._is_fitted = fits

    def change(self, start: NDArray[np.float32], end: NDArray[np.float32]) -> None:
        """From one map to the other, so that each point can be followed; at once where motion is reduced."""
        if not is_reduced(self):
            self.move_points(start, 0)
        self.move_points(end, CHANGE_MS)

    def look_like(self, other: MovedCanvas) -> None:
        """From where the other is looked at."""
        if other.is_fitted:
            self.fit()
        else:
            self._is_fitted = False
            size = {"width": max(float(self.width()), 1.0), "height": max(float(self.height()), 1.0)}
            self._look_at(replace(other.view, **size))

    @property
    def is_fitted(self) -> bool:
        return self._is_fitted

    # The movers

    def show_ways(self, ways: Sequence[Way]) -> None:
        self.ways = tuple(ways)
        self.update()

    def set_shows_ways(self, on: bool) -> None:
        self.shows_ways = on
        self.update()

    def marks(self) -> list[Mark]:
        """Of movers that the legend does not hide."""
        found = []
        for way in self.ways:
            place = self._lookup.place(way.track_id)
            if place is None or (self.scene.shown is not None and not self.scene.shown[place]):
                continue
            at = self._where(place)
            start = way.start if self.shows_ways and way.start != at else None
            found.append(
                Mark(
                    way.number,
                    at,
                    start,
                    is_heard=way.track_id == self._playing,
                    is_current=way.track_id == self.current,
                )
            )
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        marks = self.marks()
        if marks:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_marks(Brush(painter, look().theme, self.view, look().scale), marks)
            painter.end()


def box_of(*points: NDArray[np.float32]) -> Box:
    """Around all of them."""
    return bounds(np.concatenate(points))
