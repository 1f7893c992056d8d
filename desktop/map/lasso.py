"""Catching points: the outline that is being drawn, and the one that is done and still holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, Qt

from desktop.map.index import Index
from desktop.map.scene import Ids, Mask, Scene
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
    expected: Mask | None
    """None: not known yet."""


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

    def close(self, scene: Scene, index: Index, as_: How) -> Catch:
        """What is to be worked out, perhaps in a thread; the outline stays until that is known."""
        catch = Catch(scene, index, tuple(self._corners), self.tool == "rectangle", as_)
        self.stop()
        self._done = _Done(catch.outline, None)
        return catch

    def hold(self, caught: Caught) -> None:
        """Shown until something else is chosen than what the outline leads to."""
        if self._done is not None and self._done.outline is caught.catch.outline:
            self._done = _Done(caught.catch.outline, caught.expected)

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
        expected = self._done.expected
        if expected is None or chosen is None or not chosen.any() or not np.array_equal(expected, chosen):
            self._done = None


@dataclass(frozen=True, eq=False)
class Catch:
    """A closed outline, and the points it was drawn over."""

    scene: Scene
    index: Index
    outline: tuple[tuple[float, float], ...]
    is_rectangle: bool
    as_: How

    def work_out(self) -> Caught:
        corners = np.array(self.outline)
        if self.is_rectangle:
            (left, bottom), (right, top) = corners.min(axis=0), corners.max(axis=0)
            places = self.index.within(left, bottom, right, top)
        else:
            places = self.index.inside(corners)
        chosen = self.scene.chosen
        keeps = chosen is not None and self.as_ != "replace"
        expected = chosen.copy() if chosen is not None and keeps else np.zeros(len(self.scene), bool)
        expected[places] = self.as_ != "remove"
        return Caught(self, np.sort(self.scene.ids[places]), expected)


@dataclass(frozen=True, eq=False)
class Caught:
    catch: Catch
    ids: Ids
    expected: Mask
    """What is chosen if whoever is told does as told."""
