"""The drawing surface of the map: points that can be seen, walked, caught with a lasso and heard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop import shapes
from desktop.map.scene_export import LegendEntry
from desktop.map.view import DEEPEST, WIDEST, View, bounds, fitted
from desktop.theme import ClassStyle, look

Tool = Literal["pan", "lasso", "rectangle"]
NEAR_PX = 12
Ids = NDArray[np.int64]


class MapCanvas(QWidget):
    clicked = Signal(int)
    hovered = Signal(object, object)
    """The id or None, and where in the widget."""
    dwelled = Signal(int)
    outlined = Signal(object, str)
    """The ids within, and "replace", "add" or "remove"."""
    walked = Signal(int, bool)
    """The id, and whether it is to be chosen too."""
    activated = Signal(int)
    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map"))
        self.view = View()
        self._ids: Ids = np.empty(0, np.int64)
        self._points = np.empty((0, 2), np.float32)
        self._codes = np.empty(0, np.int16)
        self._styles: list[ClassStyle | None] = []
        self._shown = np.empty(0, bool)
        self._hovered: int | None = None
        look().changed.connect(self.update)

    def set_points(self, track_ids: Ids, points: NDArray[np.float32]) -> None:
        self._ids, self._points = track_ids, points
        self._codes = np.full(len(track_ids), -1, np.int16)
        self._shown = np.ones(len(track_ids), bool)
        self.fit()

    def move_points(self, points: NDArray[np.float32], duration_ms: int = 150) -> None:
        self._points = points
        self.update()

    def set_classes(self, codes: NDArray[np.int16], styles: list[ClassStyle | None]) -> None:
        self._codes, self._styles = codes, styles
        self.update()

    def set_numbers(self, values: NDArray[Any], ramp: str, low: float, high: float) -> None:
        self.update()

    def set_shown(self, mask: NDArray[np.bool_]) -> None:
        self._shown = mask
        self.update()

    def set_found(self, mask: NDArray[np.bool_] | None) -> None:
        self.update()

    def set_chosen(self, mask: NDArray[np.bool_]) -> None:
        self.update()

    def set_current(self, track_id: int | None) -> None:
        self.update()

    def set_playing(self, track_id: int | None) -> None:
        self.update()

    def set_trust(self, values: NDArray[Any] | None) -> None:
        self.update()

    def set_links(self, track_id: int | None, links: Sequence[tuple[int, bool]]) -> None:
        self.update()

    def set_density(self, on: bool) -> None:
        self.update()

    def set_mark(self, x: float, y: float, text: str | None) -> None:
        self.update()

    def set_tool(self, tool: Tool) -> None:
        self.update()

    def fit(self) -> None:
        self.view = fitted(bounds(self._points), self.width(), self.height())
        self.view_changed.emit()
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        whole = fitted(bounds(self._points), self.width(), self.height()).scale
        middle = QPointF(self.width() / 2, self.height() / 2)
        self.view = self.view.zoomed(factor, at or middle, whole / WIDEST, whole * DEEPEST)
        self.view_changed.emit()
        self.update()

    def point_of(self, track_id: int) -> QPointF:
        place = int(np.flatnonzero(self._ids == track_id)[0])
        return self.view.to_screen(*map(float, self._points[place]))

    def nearest(self, at: QPointF) -> int | None:
        if not len(self._ids):
            return None
        x, y = self.view.to_map(at)
        away = np.hypot(self._points[:, 0] - x, self._points[:, 1] - y)
        away[~self._shown] = np.inf
        place = int(away.argmin())
        return int(self._ids[place]) if away[place] * self.view.scale <= look().px(NEAR_PX) else None

    def visible_range(self) -> tuple[float, float, float, float]:
        return self.view.visible

    def say(self, text: str) -> None:
        self.setAccessibleDescription(text)

    def export_png(
        self, path: Path, width: int, height: int, caption: Sequence[str], legend: Sequence[LegendEntry]
    ) -> None:
        self.grab().save(str(path))

    def export_svg(
        self, path: Path, width: int, height: int, caption: Sequence[str], legend: Sequence[LegendEntry]
    ) -> None:
        self.grab().save(str(path))

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.nearest(event.position())
        if found is not None:
            self.clicked.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(self.nearest(event.position()), event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(2 ** (event.angleDelta().y() / 240), event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("plot"))
        for place in np.flatnonzero(self._shown)[:5000]:
            code = int(self._codes[place])
            style = self._styles[code] if 0 <= code < len(self._styles) else None
            at = self.view.to_screen(*map(float, self._points[place]))
            shapes.paint(painter, style, at, look().px(4))
