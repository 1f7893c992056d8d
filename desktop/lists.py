"""What lists of tracks share: rows that change when more is known of a track, and a click that plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.tables import Index

if TYPE_CHECKING:
    from desktop.kit import Kit

Key = Qt.Key


class TrackModel(QAbstractListModel):
    """Whoever fills it says in `_row_of` where each track is."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._cards = kit.cards
        self._row_of: dict[int, int] = {}
        kit.cards.arrived.connect(self._arrived)
        kit.cards.stale.connect(self._repaint)

    def row_of(self, track_id: int | None) -> int | None:
        return None if track_id is None else self._row_of.get(track_id)

    @Slot(object)
    def _arrived(self, track_ids: frozenset[int]) -> None:
        rows = [row for id_ in track_ids if (row := self._row_of.get(id_)) is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    @Slot()
    def _repaint(self) -> None:
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1))


class TrackList(QListView):
    played = Signal(int)
    """The row."""
    walked = Signal(int)

    keys: ClassVar[frozenset[Key]] = frozenset()
    """They belong to the list while it has the keyboard, else to the player and the desk."""

    def __init__(self, kit: Kit, model: TrackModel) -> None:
        super().__init__()
        self._player, self._tracks = kit.player, model
        self.setModel(model)
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
            self.setCurrentIndex(self._tracks.index(row))
        self.blockSignals(blocked)

    def event(self, event: QEvent) -> bool:
        """Space is the player's where the row with the keyboard is what it has loaded."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_plain(event):
            plays = event.key() == Key.Key_Space and self.row >= 0 and not self._is_loaded()
            if plays or event.key() in self.keys:
                event.accept()
                return True
        return super().event(event)

    def _is_loaded(self) -> bool:
        passage = self._player.passage
        return passage is not None and self._tracks.row_of(passage.track_id) == self.row

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.walked.emit(current.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._click(index, place)

    def _click(self, index: QModelIndex, place: QPoint) -> None:
        self.played.emit(index.row())


def is_plain(event: QKeyEvent) -> bool:
    """Nothing is held with it; a keypad does not count."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
