"""The points on the screen: few are drawn at once, many in a thread while the last picture stands in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter

from desktop.bridge import Background
from desktop.map.raster import Frame, Picture, Renderer
from desktop.map.scene import Scene
from desktop.map.view import View

AT_ONCE = 20_000
"""So many points are drawn while the window waits: less than half of a frame's time."""
EDGE = 0.12
"""Of the width: drawn around the view, so that something comes in while the map is pulled."""


class Layer(QObject):
    drawn = Signal()
    """A new picture has come."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._here, self._there = Renderer(), Renderer()
        self._background = Background("drawing the map", self, may_be_left=True)
        self._wanted: tuple[Scene, Frame] | None = None
        self._have: tuple[Scene, Frame] | None = None
        self._picture: Picture | None = None
        self._is_busy = False

    @property
    def is_current(self) -> bool:
        """What was asked for last is what is shown."""
        return self._have is not None and self._have == self._wanted

    def paint(self, painter: QPainter, scene: Scene, frame: Frame) -> None:
        self._wanted = (scene, frame)
        if not self.is_current and len(scene) <= AT_ONCE:
            self._have, self._picture = self._wanted, self._here.draw(scene, frame)
        elif not self.is_current:
            self._ask()
        if self._picture is not None:
            self._picture.paint(painter, frame.view)

    def _ask(self) -> None:
        if not self._is_busy and self._wanted is not None:
            self._is_busy = True
            scene, frame = self._wanted
            self._background.call(partial(self._there.draw, scene, frame), partial(self._came, scene))

    def _came(self, scene: Scene, picture: Picture) -> None:
        """Also when more was asked meanwhile: it is nearer to that than what is shown."""
        self._is_busy = False
        if self._wanted is not None and len(self._wanted[0]) > AT_ONCE:
            self._have, self._picture = (scene, picture.frame), picture
            if not self.is_current:
                self._ask()
            self.drawn.emit()

    def edge(self, scene: Scene, view: View) -> int:
        """How far around `view` its picture should go."""
        return 0 if len(scene) <= AT_ONCE else round(EDGE * view.width)

    def finish(self) -> None:
        self._background.leave()
