"""The map with what floats over it: the legend in the emptiest corner, and the card of a point."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.library.walk import AUDIO
from desktop.map.canvas import MapCanvas
from desktop.map.hover import HoverCard
from desktop.map.legend import EDGE, Legend
from desktop.map.view import View, bounds, fitted
from desktop.theme import look

CARD_AFTER_MS = 500
SETTLE_MS = 120


class Stage(QWidget):
    card_wanted = Signal(int)
    """The pointer has rested on this track: its card is to be filled."""
    file_dropped = Signal(object)
    """A recording, as a Path."""

    def __init__(self) -> None:
        super().__init__()
        self.canvas = MapCanvas()
        self.legend = Legend(self.canvas)
        self.card = HoverCard(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.setAcceptDrops(True)
        self._pointed: tuple[int, QPointF] | None = None
        self._card_soon = QTimer(self, singleShot=True, interval=CARD_AFTER_MS)
        self._card_soon.timeout.connect(self._want_card)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.place_legend)
        self.canvas.hovered.connect(self._hover)
        self.canvas.view_changed.connect(self._view_changed)
        self.legend.moved.connect(self._keep_legend)
        self.legend.refitted.connect(self.place_legend)
        self._legend_at: tuple[float, float] | None = None
        self._seen: tuple[float, float, float] | None = None

    @Slot(object, object)
    def _hover(self, track_id: int | None, at: QPointF) -> None:
        if track_id is None:
            self._pointed = None
            self._card_soon.stop()
            self.card.forget()
            return
        self._pointed = (track_id, at)
        if self.card.isHidden():
            self._card_soon.start()
        else:
            self._want_card()  # who is reading cards need not wait again

    @Slot()
    def _want_card(self) -> None:
        if self._pointed is not None:
            self.card_wanted.emit(self._pointed[0])

    @property
    def pointed_at(self) -> QPointF:
        return self._pointed[1] if self._pointed else QPointF()

    @Slot()
    def _view_changed(self) -> None:
        self.card.forget()
        if not self.legend.is_placed:
            self._settled.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One recording is a question to the map; folders and all else are the window's."""
        if len(self.canvas.scene) and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        # After the drag has ended, so that the other program is not held up.
        QTimer.singleShot(0, self, partial(self.file_dropped.emit, path))

    # The legend

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    @Slot()
    def place_legend(self) -> None:
        """Where it was put, or in the corner with the fewest points under it."""
        self._settled.stop()
        legend = self.legend
        legend.fit()
        if legend.isHidden():
            return
        if self._legend_at is not None:
            self.canvas.keep_free(0)
            across, down = self._legend_at
            room_x, room_y = self.width() - legend.width(), self.height() - legend.height()
            legend.put(QPoint(round(across * room_x), round(down * room_y)))
            return
        self._make_room(legend.corners())
        legend.move(min(legend.corners(), key=partial(self._points_under, self.canvas.view)))
        legend.raise_()

    def _make_room(self, corners: list[QPoint]) -> None:
        """Where no corner is empty, the whole map stands beside the legend."""
        canvas = self.canvas
        usual = fitted(bounds(canvas.scene.points), self.width(), self.height())
        best = min(corners, key=partial(self._points_under, usual))
        free = self.legend.width() + look().px(EDGE) if self._points_under(usual, best) else 0
        canvas.keep_free(free if best.x() < self.width() / 2 else -free)

    def _points_under(self, view: View, corner: QPoint) -> int:
        points = self.canvas.scene.points
        edge = look().px(EDGE)
        left, top = view.to_map(QPointF(corner.x() - edge, corner.y() - edge))
        right, bottom = view.to_map(
            QPointF(corner.x() + self.legend.width() + edge, corner.y() + self.legend.height() + edge)
        )
        inside = (points[:, 0] > left) & (points[:, 0] < right)
        inside &= (points[:, 1] > bottom) & (points[:, 1] < top)
        return int(np.count_nonzero(inside))

    @Slot()
    def _keep_legend(self) -> None:
        legend = self.legend
        room_x = max(self.width() - legend.width(), 1)
        room_y = max(self.height() - legend.height(), 1)
        self._legend_at = (legend.x() / room_x, legend.y() / room_y)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def legend_at(self) -> list[float] | None:
        """Where a person has put the legend, as shares of the room there is."""
        return list(self._legend_at) if self._legend_at else None

    def put_legend(self, at: object) -> None:
        """As `legend_at` gave it; anything else puts it into the emptiest corner."""
        self._legend_at = None
        if isinstance(at, list) and len(at) == 2 and all(_is_number(part) for part in at):
            self._legend_at = (min(max(float(at[0]), 0.0), 1.0), min(max(float(at[1]), 0.0), 1.0))
        self.legend.is_placed = self._legend_at is not None
        self.place_legend()

    # From where it is seen

    def seen(self) -> list[float] | None:
        """The view, unless the whole map is in it."""
        canvas = self.canvas
        whole, view = canvas.whole(), canvas.view
        return None if view == whole or not len(canvas.scene) else [view.x, view.y, view.scale]

    def look_later(self, seen: object) -> None:
        """As `seen` gave it, as soon as the next map is shown."""
        fits = (
            isinstance(seen, list) and len(seen) == 3 and all(isinstance(part, (int, float)) for part in seen)
        )
        self._seen = (
            (float(seen[0]), float(seen[1]), float(seen[2])) if fits and isinstance(seen, list) else None
        )

    def look(self) -> None:
        """At what `look_later` was told, once."""
        if self._seen is not None:
            (x, y, scale), self._seen = self._seen, None
            canvas = self.canvas
            canvas.zoom(scale / canvas.view.scale)
            canvas.pan((canvas.view.x - x) * canvas.view.scale, (y - canvas.view.y) * canvas.view.scale)

    def forget(self) -> None:
        self._card_soon.stop()
        self._settled.stop()
        self._pointed = None
        self.card.forget()
        self.legend.hide()

    def finish(self) -> None:
        self.forget()
        self.card.finish()
        self.canvas.finish()


def _is_number(value: object) -> bool:
    """JSON from outside: also what is no number, or not finite."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e12


def dropped_file(data: QMimeData) -> Path | None:
    """The one recording that was dropped."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower().lstrip(".") in AUDIO else None
