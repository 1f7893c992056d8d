"""The list itself: what the mouse and the keyboard do in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.kit import Kit
from desktop.neighbours.model import HitsModel
from desktop.neighbours.row import HitRow

Key = Qt.Key


class HitsView(QListView):
    """A click plays. Up and down walk, Space plays, Enter asks anew, X goes between A and B."""

    played = Signal(int)
    """The row."""
    pressed_play = Signal(int)
    """As `played`, from the button: again means pause."""
    asked = Signal(int)
    compared = Signal()
    walked = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, kit: Kit, model: HitsModel) -> None:
        super().__init__()
        self._player = kit.player
        self.delegate = HitRow(kit, model, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Neighbours, the nearest first"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kit.player.passage_changed.connect(self._repaint)
        kit.player.playing_changed.connect(self._repaint)
        kit.colouring.changed.connect(self._repaint)
        self.delegate.thumbs.came.connect(self._repaint)

    @property
    def row(self) -> int:
        """Where the keyboard is; -1: nowhere."""
        return self.currentIndex().row()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    def set_row_px(self, row_px: int) -> None:
        if row_px != self.delegate.row_px:
            self.delegate.row_px = row_px
            self.scheduleDelayedItemsLayout()

    def show_row(self, row: int | None) -> None:
        """Without telling anybody."""
        blocked = self.blockSignals(True)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self.model().index(row, 0))
        self.blockSignals(blocked)

    def event(self, event: QEvent) -> bool:
        """Space and X belong to the list while it has the keyboard, else to the player."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = {Key.Key_X, Key.Key_Return, Key.Key_Enter}
            if self.row >= 0 and not self._is_loaded():
                mine.add(Key.Key_Space)
            if event.key() in mine and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().event(event)

    def _is_loaded(self) -> bool:
        passage = self._player.passage
        model = self.model()
        assert isinstance(model, HitsModel)
        return passage is not None and model.row_of(passage.track_id) == self.row

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

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.walked.emit(current.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        on_play = self.delegate.is_on_play(self.visualRect(index), place)
        (self.pressed_play if on_play else self.played).emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if keyboard else event.pos()
            self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(place))
