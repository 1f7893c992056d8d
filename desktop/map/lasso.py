"""Catching points: the outline that is being drawn, and the one that is done and still holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt

from desktop.map.index import Index
from desktop.map.scene import Mask
from desktop.map.view import View

Tool = Literal["pan", "lasso", "rectangle"]
How = Literal["replace", "add", "remove"]
STEP_PX = 2.0
"""A hand trembles; nearer corners say nothing."""


def how(modifiers: Qt.KeyboardModifier) -> How:
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return "add"
    remove = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
    return "remove" if modifiers & remove else "replace"


@dataclass(frozen=True)
class _Done:
    outline: tuple[tuple[float, float], ...]
    expected: Mask
    """What is chosen if whoever was told does as told."""


class Lasso:
    """Corners are in units of the map, so that an outline stays where it was drawn."""

    def __init__(self) -> None:
        self.tool: Tool = "pan"
        self._start: QPointF | None = None
        self._last = QPointF()
        self._corners: list[tuple[float, float]] = []
        self._done: _Done | None = None

    @property
    def is_drawing(self) -> bool:
        return self._start is not None

    @property
    def outline(self) -> tuple[tuple[float, float], ...]:
        """To be shown; empty: none."""
        if self.is_drawing:
            return tuple(self._corners)
        return self._done.outline if self._done is not None else ()

    def begin(self, at: QPointF, view: View) -> None:
        self._done = None
        self._start = self._last = at
        self._corners = [view.to_map(at)]

    def draw(self, to: QPointF, view: View) -> None:
        if self._start is None:
            return
        if self.tool == "rectangle":
            ends = (self._start, to)
            self._corners = [
                view.to_map(QPointF(ends[x].x(), ends[y].y())) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))
            ]
        elif (to - self._last).manhattanLength() >= STEP_PX:
            self._last = to
            self._corners.append(view.to_map(to))

    def close(self, index: Index) -> NDArray[np.intp]:
        """The places within."""
        corners = np.array(self._corners)
        if self.tool == "rectangle" and len(corners) == 4:
            (left, bottom), (right, top) = corners.min(axis=0), corners.max(axis=0)
            return index.within(left, bottom, right, top)
        return index.inside(corners)

    def hold(self, places: NDArray[np.intp], chosen: Mask | None, count: int, as_: How) -> None:
        """Shown until something else is chosen than what the outline leads to."""
        expected = np.zeros(count, bool) if chosen is None or as_ == "replace" else chosen.copy()
        expected[places] = as_ != "remove"
        self._done = _Done(tuple(self._corners), expected)
        self.stop()

    def stop(self) -> None:
        self._start = None
        self._corners = []

    def forget(self) -> None:
        self.stop()
        self._done = None

    def follow(self, chosen: Mask | None) -> None:
        """Something is chosen: an outline that is not about that goes."""
        if self._done is None or self.is_drawing:
            return
        if chosen is None or not chosen.any() or not np.array_equal(self._done.expected, chosen):
            self._done = None
