"""The map as a surface: what it shows, from where it is seen, how it is painted. Hands are in `canvas`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.map import overlay
from desktop.map.layer import Layer
from desktop.map.measuring import Measuring
from desktop.map.motion import Glide, is_reduced
from desktop.map.overlay import Brush, Link, Over
from desktop.map.raster import SHAPES, Frame
from desktop.map.scene import Ids, Lookup, Mask, Numbers, Scene
from desktop.map.view import DEEPEST, WIDEST, View, bounds, fitted
from desktop.theme import ClassStyle, look

NEAR_PX = 12
MOVE_MS = 150
INSET_PX = 36
"""A point that is walked to comes at least so far into the map."""
SHAPE_PX = 3.6


class Surface(QWidget):
    view_changed = Signal()
    """Pan, zoom, or another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view = View()
        self.scene = Scene()
        self.current: int | None = None
        self.pointed: int | None = None
        self._playing: int | None = None
        self._sole: int | None = None
        """The only one that is chosen."""
        self._lookup = Lookup(self.scene.ids)
        self._box = bounds(self.scene.points)
        self._is_fitted = True
        self._free_px = 0.0
        self._has_density = True
        self._links: tuple[int, tuple[tuple[int, bool], ...]] | None = None
        self.has_ring = False
        """The keyboard is here."""
        self._mark: tuple[tuple[float, float], str] | None = None
        self._layer, self.measuring = Layer(self), Measuring(self)
        self._layer.drawn.connect(self.update)
        self.measuring.changed.connect(self.update)
        self._view_glide, self._point_glide = Glide(self), Glide(self)
        look().changed.connect(self.update)
        self.destroyed.connect(partial(_finish, self._layer, self.measuring))

    def finish(self) -> None:
        """The window closes: nothing is drawn any more."""
        _finish(self._layer, self.measuring)

    # What it shows

    def set_points(self, track_ids: Ids, points: NDArray[np.float32]) -> None:
        """Another map: what was said of the points before is forgotten."""
        self._point_glide.stop()
        ids = np.ascontiguousarray(track_ids, np.int64)
        self._lookup = Lookup(ids)
        self.current = self.pointed = self._playing = self._sole = self._links = self._mark = None
        self._show(Scene().changed(ids=ids, points=_finite(points)))
        self.fit()

    def move_points(self, points: NDArray[np.float32], duration_ms: int = MOVE_MS) -> None:
        """The same tracks go elsewhere; the view follows as long as nobody has panned or zoomed."""
        start, end = self.scene.points, _finite(points)
        if len(end) != len(start):
            raise ValueError(f"{len(end)} places for {len(start)} points")
        view, follows = self.view, self._is_fitted
        target = fitted(bounds(end), self.width(), self.height(), self._free_px)

        def step(share: float) -> None:
            if follows and self._is_fitted:
                self._look_at(view.moved(target, share))
            where = end if share >= 1.0 else start + (end - start) * np.float32(share)
            self._show(self.scene.changed(points=where))

        self._point_glide.go(0 if is_reduced(self) else duration_ms, step)

    def set_classes(self, codes: NDArray[np.int16], styles: Sequence[ClassStyle | None]) -> None:
        codes = np.ascontiguousarray(codes, np.int16)
        self._show(self.scene.changed(codes=codes, styles=tuple(styles), numbers=None))

    def set_numbers(self, values: NDArray[Any], ramp: str, low: float, high: float) -> None:
        if len(values) != len(self.scene):
            raise ValueError(f"{len(values)} numbers for {len(self.scene)} points")
        numbers = Numbers(np.ascontiguousarray(values, np.float32), ramp, low, high)
        self._show(self.scene.changed(numbers=numbers, codes=None, styles=()))

    def set_shown(self, mask: Mask | None) -> None:
        self._show(self.scene.changed(shown=_copied(mask)))

    def set_found(self, mask: Mask | None) -> None:
        """What is not found is hardly seen, and neither walked to nor caught."""
        self._show(self.scene.changed(found=_copied(mask)))

    def set_chosen(self, mask: Mask | None) -> None:
        """The chosen lie on top, and the others stand back."""
        places = np.empty(0, np.intp) if mask is None else np.flatnonzero(mask)
        self._sole = int(self.scene.ids[places[0]]) if len(places) == 1 else None
        self._show(self.scene.changed(chosen=_copied(mask) if len(places) else None))

    def set_trust(self, values: NDArray[Any] | None) -> None:
        """From 0 to 1: how far the surroundings of a point can be believed."""
        trust = None if values is None else np.ascontiguousarray(values, np.float32)
        self._show(self.scene.changed(trust=trust))

    def _show(self, scene: Scene) -> None:
        before, self.scene = self.scene, scene
        if scene.points is not before.points:
            self._box = bounds(scene.points)
        parts = ("points", "shown", "found")
        if any(getattr(scene, part) is not getattr(before, part) for part in parts):
            self._measure()
        self.update()

    def _measure(self) -> None:
        moves = self._point_glide.state() == Glide.State.Running
        if not moves or self._point_glide.currentTime() >= self._point_glide.duration():
            self.measuring.measure(self.scene, lines=self._has_density)

    def set_current(self, track_id: int | None) -> None:
        self.current = track_id
        self.update()

    def set_playing(self, track_id: int | None) -> None:
        self._playing = track_id
        self.update()

    def set_links(self, track_id: int | None, links: Sequence[tuple[int, bool]]) -> None:
        """To neighbours in the full space, the nearest first; True: far on the map."""
        self._links = None if track_id is None else (track_id, tuple(links))
        self.update()

    def set_density(self, on: bool) -> None:
        self._has_density = on
        self._measure()
        self.update()

    def set_mark(self, x: float, y: float, text: str | None) -> None:
        """Where a file from outside would lie; no text, no mark."""
        self._mark = None if text is None else ((x, y), text)
        self.update()

    # From where it is seen

    @Slot()
    def fit(self) -> None:
        self._view_glide.stop()
        self._is_fitted = True
        self._look_at(self.whole())

    def whole(self) -> View:
        """The view of the whole map, beside what is kept free."""
        return fitted(self._box, self.width(), self.height(), self._free_px)

    def keep_free(self, left_px: float) -> None:
        """Where something lies over the map that should not hide its points; less than 0: at the right."""
        if left_px != self._free_px:
            self._free_px = left_px
            if self._is_fitted:
                self.fit()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Around `at`, or the middle."""
        self._view_glide.stop()
        self._is_fitted = False
        whole = fitted(self._box, self.width(), self.height()).scale
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._look_at(self.view.zoomed(factor, at or middle, whole / WIDEST, whole * DEEPEST))

    def pan(self, right: float, down: float) -> None:
        self._view_glide.stop()
        self._is_fitted = False
        self._look_at(self.view.panned(right, down))

    def reveal(self, track_id: int) -> None:
        """Pull the map until the point is well inside."""
        place = self._lookup.place(track_id)
        if place is None:
            return
        at, inset = self._on_screen(place), look().px(INSET_PX)
        room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if room.contains(at) or room.isEmpty():
            return
        right = min(max(at.x(), room.left()), room.right()) - at.x()
        down = min(max(at.y(), room.top()), room.bottom()) - at.y()
        start, end = self.view, self.view.panned(right, down)
        self._is_fitted = False
        duration = 0 if is_reduced(self) else MOVE_MS
        self._view_glide.go(duration, lambda share: self._look_at(start.moved(end, share)))

    def _look_at(self, view: View) -> None:
        if view != self.view:
            self.view = view
            self.view_changed.emit()
            self.update()

    def visible_range(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top, in units of the map."""
        return self.view.visible

    def point_of(self, track_id: int) -> QPointF:
        """Where a track lies in the widget; of one that the map does not have, the middle."""
        place = self._lookup.place(track_id)
        return QPointF(self.rect().center()) if place is None else self._on_screen(place)

    def _on_screen(self, place: int) -> QPointF:
        return self.view.to_screen(*self._where(place))

    def _where(self, place: int) -> tuple[float, float]:
        x, y = self.scene.points[place].tolist()
        return x, y

    def nearest(self, at: QPointF) -> int | None:
        """The track under the pointer, or next to it."""
        index = self.measuring.indexes.seen
        place = index.nearest(*self.view.to_map(at), look().px(NEAR_PX) / self.view.scale)
        return None if place is None else int(self.scene.ids[place])

    # How it is painted

    def is_complete(self) -> bool:
        """Nothing is still being drawn or measured."""
        moving = Glide.State.Running in (self._view_glide.state(), self._point_glide.state())
        return self._layer.is_current and self.measuring.is_current and not moving

    def frame(self) -> Frame:
        """What the picture of the points is to cover now."""
        view, scene = self.view, self.scene
        whole = fitted(self._box, view.width, view.height).scale
        crowd = max(len(scene) * min((whole / view.scale) ** 2, 1.0), 1.0)
        radius = SHAPE_PX * look().scale * min(max((2000 / crowd) ** 0.12, 0.85), 1.25)
        edge = self._layer.edge(scene, view)
        return Frame(view, look().theme, self.devicePixelRatioF(), edge, round(radius * 4) / 4, crowd)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("plot"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = Brush(painter, look().theme, self.view, look().scale)
        frame = self.frame()
        is_crowd = frame.crowd > SHAPES
        if self._has_density and not is_crowd:
            overlay.paint_depth(brush, self.measuring.lines)
        self._layer.paint(painter, self.scene, frame)
        if self._has_density and is_crowd:  # which leaves no room to see them between the points
            overlay.paint_depth(brush, self.measuring.lines)
        overlay.paint_over(brush, self.over())
        if self.has_ring and self.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def over(self) -> Over:
        """What lies over the points now."""
        track_id, links = self._links or (None, ())
        return Over(
            source=self._of(track_id),
            links=[Link(to, is_far) for other, is_far in links if (to := self._of(other)) is not None],
            pointed=self._of(self.pointed),
            playing=self._of(self._playing),
            current=self._of(self.current),
            chosen=self._of(self._sole),
            mark=self._mark,
        )

    def _of(self, track_id: int | None) -> tuple[float, float] | None:
        place = self._lookup.place(track_id)
        return None if place is None else self._where(place)

    def sizeHint(self) -> QSize:
        return QSize(look().px(640), look().px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), look().px(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()
        else:
            self._look_at(replace(self.view, width=max(self.width(), 1.0), height=max(self.height(), 1.0)))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for glide in (self._view_glide, self._point_glide):
            glide.finish()


def _finish(layer: Layer, measuring: Measuring, *_: object) -> None:
    """Also when the surface goes without a word."""
    layer.finish()
    measuring.finish()


def _copied(mask: Mask | None) -> Mask | None:
    """Whoever gave it may go on changing theirs."""
    return None if mask is None else np.array(mask, bool)


def _finite(points: NDArray[Any]) -> NDArray[np.float32]:
    """A map that forms may overshoot for a moment; such points wait in the middle."""
    found = np.ascontiguousarray(points, np.float32).reshape(-1, 2)
    return found if np.isfinite(found).all() else np.nan_to_num(found, posinf=0.0, neginf=0.0)
