"""The table of a playlist's items: dragged within, dropped on, moved by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.mime import PLACES, TRACKS
from desktop.playlists.model import Column, ItemsModel
from desktop.tables import RowCell, dress
from desktop.theme import look


class ItemsTable(QTableView):
    """The keyboard: Enter plays from here, Delete removes, Alt+Up and Alt+Down move."""

    played = Signal()
    removed = Signal()
    shifted = Signal(int)
    """By so many places."""
    menu_wanted = Signal(object)

    def __init__(self, model: ItemsModel) -> None:
        super().__init__()
        self._items = model
        self.setModel(model)
        self.setItemDelegate(RowCell(self))
        dress(self, self.tr("Tracks of the playlist"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.PLACE, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.LENGTH, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(Column.PLACE, look().px(38))
        self.setColumnWidth(Column.LENGTH, look().px(58))

    @property
    def chosen(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose(self, places: list[int]) -> None:
        """And make the first of them current."""
        if not places:
            return
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for place in places:
            chosen.select(self._items.index(place, 0), self._items.index(place, len(Column) - 1))
        first = self._items.index(places[0], 0)
        self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        self.scrollTo(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.played.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_Space:
            event.ignore()  # it plays and pauses everywhere
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _is_ours(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if _is_ours(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Between two rows, or at the end."""
        place = self.drop_place(event.position().toPoint().y())
        self._items.dropMimeData(event.mimeData(), event.dropAction(), place, 0, self.rootIndex())
        # The model asks for the move itself; a view that moves would take the rows away.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.viewport().update()

    def drop_place(self, y: int) -> int:
        index = self.indexAt(QPoint(2, y))
        if not index.isValid():
            return len(self._items.items)
        rect = self.visualRect(index)
        return index.row() + (y > rect.center().y())


def _is_ours(data: QMimeData) -> bool:
    return data.hasFormat(PLACES) or data.hasFormat(TRACKS)
