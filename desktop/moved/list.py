"""The list of movers under hand: a click plays, N or Right plays the next, X goes between A and B."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.moved.model import MoversModel
from desktop.moved.row import MoverRow
from desktop.tables import Index

if TYPE_CHECKING:
    from desktop.kit import Kit

Key = Qt.Key


class MoversList(QListView):
    played = Signal(int)
    """The row."""
    pressed_play = Signal(int)
    """As `played`, from the button or the space bar: again means pause."""
    compared = Signal(int)
    walked = Signal(int)

    def __init__(self, kit: Kit, model: MoversModel) -> None:
        super().__init__()
        self._player, self._movers = kit.player, model
        self.delegate = MoverRow(kit, model, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Biggest movers"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kit.player.passage_changed.connect(self.repaint_rows)
        kit.player.playing_changed.connect(self.repaint_rows)

    @property
    def row(self) -> int:
        """Where the keyboard is; -1: nowhere."""
        return self.currentIndex().row()

    @Slot()
    def repaint_rows(self) -> None:
        self.viewport().update()

    def show_row(self, row: int | None) -> None:
        """Without telling anybody."""
        blocked = self.blockSignals(True)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self.model().index(row, 0))
            self.scrollTo(self.currentIndex())
        self.blockSignals(blocked)

    def event(self, event: QEvent) -> bool:
        """These keys belong to the list while it has the keyboard, else to the player and the desk."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = {Key.Key_X, Key.Key_N, Key.Key_Right, Key.Key_Left, Key.Key_Return, Key.Key_Enter}
            if self.row >= 0 and not self._is_loaded():
                mine.add(Key.Key_Space)
            if event.key() in mine and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().event(event)

    def _is_loaded(self) -> bool:
        passage = self._player.passage
        return passage is not None and self._movers.row_of(passage.track_id) == self.row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
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
        if 0 <= row < len(self._movers.lines):
            self.setCurrentIndex(self.model().index(row, 0))
            self.played.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.walked.emit(current.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        spot = self.delegate.spot(self.visualRect(index), place)
        acts = {"play": self.pressed_play, "compare": self.compared}
        acts.get(spot, self.played).emit(index.row())
