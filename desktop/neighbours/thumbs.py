"""Small spectrograms of neighbours: made one after the other by a helper, for the rows that are seen."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from desktop.kit import Kit
from desktop.player.spectrogram import Tiles
from desktop.theme import look

KEPT = 400
WAITING = 40
"""Rows that were passed by in scrolling are not waited for."""
STRETCH_S = 10.0
"""So much is shown from the middle of a track that was found as a whole."""


class Thumb(NamedTuple):
    path: str
    start_s: float
    end_s: float


def middle_of(path: str, duration_s: float) -> Thumb:
    start_s = max(0.0, (duration_s - STRETCH_S) / 2)
    return Thumb(path, start_s, min(start_s + STRETCH_S, duration_s))


class Thumbs(QObject):
    came = Signal()

    def __init__(self, kit: Kit, size: QSize, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._size = size
        self._made: OrderedDict[Thumb, QImage | None] = OrderedDict()
        """None: cannot be read; the player says why when it is played."""
        self._wanted: list[Thumb] = []
        self._at_work: Thumb | None = None
        self._tiles = Tiles(self)
        self._tiles.changed.connect(self._go_on)
        self._tiles.failed.connect(self._skip)
        kit.workspace.closing.connect(self.forget)
        look().changed.connect(self._draw_anew)

    def get(self, thumb: Thumb) -> QImage | None:
        """The picture, or None until `came`. Asked for last is made first."""
        if thumb in self._made:
            self._made.move_to_end(thumb)
            return self._made[thumb]
        if thumb != self._at_work:
            self._wanted = [*(one for one in self._wanted if one != thumb), thumb][-WAITING:]
            self._begin()
        return None

    @Slot()
    def forget(self) -> None:
        """The collection is closed."""
        self._made.clear()
        self._wanted, self._at_work = [], None
        self._tiles.forget()
        self._tiles.stop()

    @Slot()
    def _draw_anew(self) -> None:
        self._made.clear()
        self.came.emit()

    def _begin(self) -> None:
        if self._at_work is None and self._wanted:
            self._at_work = thumb = self._wanted.pop()
            self._tiles.show_track(thumb.path)
            self._tiles.want(thumb.start_s, thumb.end_s, self._size.width())
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        thumb = self._at_work
        if thumb is None or self._tiles.lacks(thumb.start_s, thumb.end_s, self._size.width()):
            return
        dots = self._view.devicePixelRatioF()
        image = QImage(self._size * dots, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(dots)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        room = QRectF(0, 0, self._size.width(), self._size.height())
        self._tiles.draw(painter, room, thumb.start_s, thumb.end_s, look().theme.ramps["depth"])
        painter.end()
        self._keep(thumb, image)

    @Slot(str)
    def _skip(self, _why: str) -> None:
        if self._at_work is not None:
            self._keep(self._at_work, None)

    def _keep(self, thumb: Thumb, image: QImage | None) -> None:
        self._made[thumb] = image
        while len(self._made) > KEPT:
            self._made.popitem(last=False)
        self._at_work = None
        self.came.emit()
        self._begin()
