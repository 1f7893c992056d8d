"""The list of movers under hand: a click plays, N or Right plays the next, X goes between A and B."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QKeyEvent

from desktop.lists import Key, TrackList, is_plain
from desktop.moved.model import MoversModel
from desktop.moved.row import MoverRow

if TYPE_CHECKING:
    from desktop.kit import Kit


class MoversList(TrackList):
    pressed_play = Signal(int)
    """As `played`, from the button or the space bar: again means pause."""
    compared = Signal(int)

    keys = frozenset({Key.Key_X, Key.Key_N, Key.Key_Right, Key.Key_Left, Key.Key_Return, Key.Key_Enter})

    def __init__(self, kit: Kit, model: MoversModel) -> None:
        super().__init__(kit, model)
        self.delegate = MoverRow(kit, model, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Biggest movers"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), is_plain(event)
        if plain and key in (Key.Key_N, Key.Key_Right):
            self.step(1)
        elif plain and key == Key.Key_Left:
            self.step(-1)
        elif plain and self.row >= 0 and key == Key.Key_X:
            self.compared.emit(self.row)
        elif plain and self.row >= 0 and key == Key.Key_Space:
            self.pressed_play.emit(self.row)
        elif self.row >= 0 and key in (Key.Key_Return, Key.Key_Enter):
            self.played.emit(self.row)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Play the next, or the one before; where the keyboard has only just come to, that one first."""
        row = self.row + by if self.row >= 0 and self._is_loaded() else max(self.row, 0)
        if 0 <= row < self._tracks.rowCount():
            self.setCurrentIndex(self._tracks.index(row))
            self.played.emit(row)

    def _click(self, index: QModelIndex, place: QPoint) -> None:
        acts = {"play": self.pressed_play, "compare": self.compared}
        acts.get(self.delegate.spot(self.visualRect(index), place), self.played).emit(index.row())
