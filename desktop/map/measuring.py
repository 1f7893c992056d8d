"""What is known of where the points lie: the index for finding them, and the depth lines.

For many points both are made in a thread; what was known before holds until then.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop.bridge import Background
from desktop.map.contours import contours
from desktop.map.index import Index
from desktop.map.layer import AT_ONCE
from desktop.map.scene import Scene


@dataclass(frozen=True, eq=False)
class Indexes:
    seen: Index
    """For the pointer."""
    reach: Index
    """For the keyboard and the lasso: without what the query leaves out."""


def indexes(scene: Scene) -> Indexes:
    seen = Index(scene.points, scene.seen)
    return Indexes(seen, seen if scene.found is None else Index(scene.points, scene.within_reach))


def depth_lines(scene: Scene) -> QPainterPath:
    """In units of the map, turned so that down is positive."""
    path = QPainterPath()
    for line in contours(scene.points[scene.seen]).lines:
        path.addPolygon(QPolygonF([QPointF(x, -y) for x, y in line.tolist()]))
    return path


class Measuring(QObject):
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background("measuring the map", self, may_be_left=True)
        self.indexes = indexes(Scene())
        self.lines = QPainterPath()
        self._scene = Scene()
        self._lined: Scene | None = None
        self._wants_lines = False
        self._is_busy = False
        self._indexed = self._scene

    @property
    def is_current(self) -> bool:
        return not self._is_busy and self._indexed is self._scene

    def measure(self, scene: Scene, *, lines: bool) -> None:
        """`lines`: the depth lines are wanted too."""
        self._scene, self._wants_lines = scene, lines
        if len(scene) <= AT_ONCE and self._indexed is not scene:
            self.indexes, self._indexed = indexes(scene), scene
        self._ask()

    def _ask(self) -> None:
        if self._is_busy:
            return
        scene = self._scene
        if self._indexed is not scene:
            self._is_busy = True
            self._background.call(partial(indexes, scene), partial(self._found, scene))
        elif self._wants_lines and not self._has_lines(scene):
            self._is_busy = True
            self._background.call(partial(depth_lines, scene), partial(self._drawn, scene))

    def _has_lines(self, scene: Scene) -> bool:
        lined = self._lined
        return lined is not None and lined.points is scene.points and lined.shown is scene.shown

    def _found(self, scene: Scene, found: Indexes) -> None:
        self._is_busy = False
        if len(scene) == len(self._scene):
            self.indexes, self._indexed = found, scene
            self.changed.emit()
        self._ask()

    def _drawn(self, scene: Scene, lines: QPainterPath) -> None:
        self._is_busy = False
        self._lined = scene
        self.lines = lines
        self.changed.emit()
        self._ask()

    def finish(self) -> None:
        self._background.leave()
