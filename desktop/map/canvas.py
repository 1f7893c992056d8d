"""The map under hand: pointer, wheel, fingers, lasso and keyboard, and what is said aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from desktop.bridge import Background
from desktop.exports import write
from desktop.map.index import Direction
from desktop.map.lasso import Caught, How, Lasso, Tool, how
from desktop.map.layer import AT_ONCE
from desktop.map.overlay import Over
from desktop.map.scene import Ids, Mask
from desktop.map.scene_export import Figure, LegendEntry, png, svg
from desktop.map.surface import MOVE_MS, Surface
from desktop.theme import look

DWELL_MS = 300
DRAG_PX = 4
"""A press that moves less is a click."""
WHEEL_STEP = 1.25
KEY_STEP = 1.5
ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class MapCanvas(Surface):
    clicked = Signal(int)
    """On a point: its track."""
    hovered = Signal(object, object)
    """The track under the pointer and where it lies in the widget; None and where the pointer is."""
    dwelled = Signal(int)
    """The pointer has rested on a point."""
    outlined = Signal(object, str)
    """Tracks within a finished outline, and "replace", "add" or "remove"."""
    walked = Signal(int, bool)
    """An arrow key went to a track; True: and it is to be chosen too."""
    activated = Signal(int)
    """Enter, on the current track."""
    exported = Signal(object)
    """The path of a picture that is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Map"))
        self._lasso = Lasso()
        self._pulled_from: QPointF | None = None
        self._pressed_at: QPointF | None = None
        self._catching = Background("catching points", self, may_be_left=True)
        self._printing = Background("writing a picture of the map", self)
        self.destroyed.connect(partial(_finish, self._catching, self._printing))
        self._dwell = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._dwell.timeout.connect(self._dwelt)
        self.set_tool("pan")

    @property
    def tool(self) -> Tool:
        return self._lasso.tool

    def set_tool(self, tool: Tool) -> None:
        self._lasso.stop()
        self._lasso.tool = tool
        self._show_cursor()
        self.update()

    def set_points(self, track_ids: Ids, points: NDArray[np.float32]) -> None:
        self._lasso.forget()
        self._point_at(None, QPointF())
        super().set_points(track_ids, points)

    def move_points(self, points: NDArray[np.float32], duration_ms: int = MOVE_MS) -> None:
        self._lasso.forget()
        super().move_points(points, duration_ms)

    def set_chosen(self, mask: Mask | None) -> None:
        self._lasso.follow(mask)
        super().set_chosen(mask)

    def over(self) -> Over:
        return replace(super().over(), outline=self._lasso.outline)

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape
        if self._pulled_from is not None:
            self.setCursor(shape.ClosedHandCursor)
        elif self.pointed is not None:
            self.setCursor(shape.PointingHandCursor)
        else:
            self.setCursor(shape.ArrowCursor if self.tool == "pan" else shape.CrossCursor)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self._show_ring(False)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = at
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._pulled_from = at
            self._show_cursor()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        start = self._pressed_at
        if start is not None and not self._is_dragging:
            if (at - start).manhattanLength() < look().px(DRAG_PX):
                return
            self._begin_drag(start)
        if self._pulled_from is not None:
            way, self._pulled_from = at - self._pulled_from, at
            self.pan(way.x(), way.y())
        elif self._lasso.is_drawing:
            self._lasso.draw(at, self.view)
            self.update()
        elif self._pressed_at is None:
            self._point_at(self.nearest(at), at)

    @property
    def _is_dragging(self) -> bool:
        return self._pulled_from is not None or self._lasso.is_drawing

    def _begin_drag(self, at: QPointF) -> None:
        self._point_at(None, at)
        if self.tool == "pan":
            self._pulled_from = at
            self._show_cursor()
        else:
            self._lasso.begin(at, self.view)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, pressed_at = event.position(), self._pressed_at
        self._pressed_at = None
        if self._lasso.is_drawing:
            self._lasso.draw(at, self.view)
            self._close(how(event.modifiers()))
        elif self._pulled_from is not None:
            self._pulled_from = None
            self._point_at(self.nearest(at), at)
            self._show_cursor()
        elif pressed_at is not None and (found := self.nearest(pressed_at)) is not None:
            self.clicked.emit(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a point the first click has said it all; elsewhere the whole map is shown."""
        if event.button() == Qt.MouseButton.LeftButton and self.nearest(event.position()) is None:
            self.fit()

    def _close(self, as_: How) -> None:
        catch = self._lasso.close(self.scene, self.measuring.indexes.reach, as_)
        self.update()
        if len(self.scene) <= AT_ONCE:
            self._tell_caught(catch.work_out())
        else:
            self._catching.call(catch.work_out, self._tell_caught)

    def _tell_caught(self, caught: Caught) -> None:
        """Unless another map has come meanwhile."""
        if caught.catch.scene.ids is self.scene.ids:
            self._lasso.hold(caught)
            self.outlined.emit(caught.ids, caught.catch.as_)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None, QPointF())

    def _point_at(self, track_id: int | None, at: QPointF) -> None:
        if track_id == self.pointed:
            return
        self.pointed = track_id
        self._dwell.stop()
        if track_id is not None:
            self._dwell.start()
            at = self.point_of(track_id)
        self._show_cursor()
        self.update()
        self.hovered.emit(track_id, at)

    @Slot()
    def _dwelt(self) -> None:
        if self.pointed is not None:
            self.dwelled.emit(self.pointed)

    # Wheel and fingers

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self.zoom(WHEEL_STEP ** (turned / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture:
            return self._touch_pad(cast("QNativeGestureEvent", event))
        if event.type() == QEvent.Type.Gesture:
            return self._pinch(cast("QGestureEvent", event))
        return super().event(event)

    def _touch_pad(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom(1.0 + event.value(), event.position())
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._pressed_at = self._pulled_from = None
        self._lasso.stop()
        between = QPointF(self.mapFromGlobal(pinch.centerPoint().toPoint()))
        way = pinch.centerPoint() - pinch.lastCenterPoint()
        self.pan(way.x(), way.y())
        self.zoom(pinch.scaleFactor(), between)
        event.accept(pinch)
        return True

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift, pad = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
        key, held = event.key(), event.modifiers() & ~pad
        self._show_ring(True)
        steps: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Home: self._walk_to_middle,
            Qt.Key.Key_Return: self._activate,
            Qt.Key.Key_Enter: self._activate,
            Qt.Key.Key_Plus: lambda: self.zoom(KEY_STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(KEY_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / KEY_STEP),
        }
        if key in ARROWS and held in (Qt.KeyboardModifier.NoModifier, shift):
            self._walk(ARROWS[key], choose=held == shift)
        elif key == Qt.Key.Key_Escape and self._lasso.is_drawing:
            self._lasso.stop()
            self._pressed_at = None
            self.update()
        elif key in steps and held in (Qt.KeyboardModifier.NoModifier, shift):
            steps[key]()
        else:
            super().keyPressEvent(event)

    def _walk(self, direction: Direction, *, choose: bool) -> None:
        place = self._lookup.place(self.current)
        if place is None:
            self._walk_to_middle()
            return
        found = self.measuring.indexes.reach.next(place, *self._where(place), direction)
        if found is None:
            self.say(self.nothing_that_way(direction))
        else:
            self._go(found, choose=choose)

    def nothing_that_way(self, direction: Direction) -> str:
        return {
            "left": self.tr("No track lies farther left."),
            "right": self.tr("No track lies farther right."),
            "up": self.tr("No track lies farther up."),
            "down": self.tr("No track lies farther down."),
        }[direction]

    def _walk_to_middle(self) -> None:
        found = self.measuring.indexes.reach.nearest(self.view.x, self.view.y)
        if found is not None:
            self._go(found, choose=False)

    def _go(self, place: int, *, choose: bool) -> None:
        track_id = int(self.scene.ids[place])
        self.set_current(track_id)
        self.reveal(track_id)
        self.walked.emit(track_id, choose)

    def _activate(self) -> None:
        if self.current is not None:
            self.activated.emit(self.current)

    def say(self, text: str) -> None:
        """To whoever listens to the screen."""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        kept = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if event.reason() not in kept:
            self._show_ring(event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._lasso.stop()
        self._show_ring(False)

    def _show_ring(self, on: bool) -> None:
        self.has_ring = on
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pressed_at = self._pulled_from = None
        self._point_at(None, QPointF())

    # Pictures

    def export_png(
        self,
        path: Path,
        width: int,
        height: int,
        caption: Sequence[str],
        legend: Sequence[LegendEntry],
        title: str = "",
    ) -> None:
        """In a thread; `exported` follows, or why not on the message channel. `title`: of the legend."""
        figure = self._figure(caption, legend, title)
        self._write(path, partial(png, figure, width, height))

    def export_svg(
        self,
        path: Path,
        width: int,
        height: int,
        caption: Sequence[str],
        legend: Sequence[LegendEntry],
        title: str = "",
    ) -> None:
        """As `export_png`."""
        figure = self._figure(caption, legend, title)
        self._write(path, partial(svg, figure, width, height))

    def _write(self, path: Path, draw: Callable[[], bytes]) -> None:
        self._printing.call(lambda: write(path, draw()), self.exported.emit)

    def _figure(self, caption: Sequence[str], legend: Sequence[LegendEntry], title: str) -> Figure:
        """What is seen now, without what is pointed at, played or current only at this moment."""
        frame = self.frame()
        return Figure(
            scene=self.scene,
            view=self.view,
            radius=frame.radius / look().scale,
            crowd=frame.crowd,
            over=replace(self.over(), pointed=None, playing=None, current=None),
            lines=self.measuring.lines if self._has_density else None,
            caption=tuple(caption),
            title=title,
            legend=tuple(legend),
        )

    def finish(self) -> None:
        _finish(self._catching, self._printing)
        super().finish()


def _finish(catching: Background, printing: Background, *_: object) -> None:
    """Also when the map goes without a word. A picture is written to its end."""
    printing.finish()
    catching.leave()
