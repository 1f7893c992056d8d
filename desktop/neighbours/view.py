"""The list itself: what the mouse and the keyboard do in it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from desktop.kit import Kit
from desktop.lists import Key, TrackList
from desktop.neighbours.model import HitsModel
from desktop.neighbours.row import HitRow


class HitsView(TrackList):
    """A click plays. Up and down walk, Space plays, Enter asks anew, X goes between A and B."""

    pressed_play = Signal(int)
    """As `played`, from the button: again means pause."""
    asked = Signal(int)
    compared = Signal()
    menu_wanted = Signal(int, QPoint)

    keys = frozenset({Key.Key_X, Key.Key_Return, Key.Key_Enter})

    def __init__(self, kit: Kit, model: HitsModel) -> None:
        super().__init__(kit, model)
        self.delegate = HitRow(kit, model, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Neighbours, the nearest first"))
        kit.colouring.changed.connect(self.repaint_rows)
        self.delegate.thumbs.came.connect(self.repaint_rows)

    def set_row_px(self, row_px: int) -> None:
        if row_px != self.delegate.row_px:
            self.delegate.row_px = row_px
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Key.Key_X:
            self.compared.emit()
        elif self.row >= 0 and key == Key.Key_Space:
            self.pressed_play.emit(self.row)
        elif self.row >= 0 and key in (Key.Key_Return, Key.Key_Enter):
            self.asked.emit(self.row)
        else:
            super().keyPressEvent(event)

    def _click(self, index: QModelIndex, place: QPoint) -> None:
        on_play = self.delegate.is_on_play(self.visualRect(index), place)
        (self.pressed_play if on_play else self.played).emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if keyboard else event.pos()
            self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(place))
