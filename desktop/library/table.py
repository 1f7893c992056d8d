"""The table of tracks. What is chosen and current are the selection's ids, so any number costs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QToolTip

from desktop.library.cell import TrackCell
from desktop.library.fields import Fields
from desktop.library.header import TracksHeader
from desktop.library.model import TracksModel
from desktop.tables import dress
from desktop.theme import look

if TYPE_CHECKING:
    from desktop.kit import Kit
    from desktop.selection import How

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
Held = Qt.KeyboardModifier
WALKS = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End)
FILES_MOST = 400
"""So many chosen tracks are read ahead, so that they can be dragged out as files."""


class TracksTable(QTableView):
    """The keyboard: Enter plays, F2 edits; arrows choose, with Shift more, with Ctrl they only walk."""

    played = Signal(int)
    """From this row on."""
    menu_wanted = Signal(object)
    resized = Signal()

    def __init__(self, kit: Kit, tracks: TracksModel, fields: Fields) -> None:
        super().__init__()
        self.kit, self.tracks, self.fields = kit, tracks, fields
        self.hovered = -1
        self.walks_cells = False
        """Whether the keyboard goes from cell to cell, so that the current one is shown."""
        self._current_row = -1
        self._anchor: int | None = None
        self._pressed: tuple[int, QPoint] | None = None
        """A chosen track that was pressed on: it is dragged, or alone chosen when it is let go."""
        self._unsaved: tuple[str, str] | None = None
        self.head = TracksHeader(self)
        self.setHorizontalHeader(self.head)
        self.setModel(tracks)
        self.cell = TrackCell(self)
        self.setItemDelegate(self.cell)
        dress(self, self.tr("Tracks"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        # Scrolling then moves what is painted already, and only new rows are painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setDragEnabled(False)  # Qt would drag what its own selection holds
        self._connect()

    def _connect(self) -> None:
        kit = self.kit
        kit.selection.changed.connect(self.viewport().update)
        kit.selection.current_changed.connect(self._follow_current)
        kit.player.passage_changed.connect(self.viewport().update)
        kit.player.playing_changed.connect(self.viewport().update)
        kit.colouring.changed.connect(self.viewport().update)
        look().changed.connect(self.cell.forget_sizes)
        self.tracks.modelReset.connect(self._was_reset)

    # Rows and tracks

    @property
    def row(self) -> int:
        """The current row; -1: none."""
        return self.currentIndex().row()

    def show_row(self, row: int, hint: QAbstractItemView.ScrollHint | None = None) -> None:
        """Make it Qt's current row and bring it into sight; nothing is chosen."""
        column = max(self.currentIndex().column(), 0)
        index = self.tracks.index(row, column)
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
        at = self.horizontalScrollBar().value()
        self.scrollTo(index, hint or QAbstractItemView.ScrollHint.EnsureVisible)
        self.horizontalScrollBar().setValue(at)

    def seen_rows(self) -> range:
        """Those that are in sight."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        count = len(self.tracks.ids)
        return range(first, (last if last >= 0 else count - 1) + 1) if first >= 0 else range(0)

    @Slot()
    def _was_reset(self) -> None:
        self.hovered = -1
        row = self.tracks.row_of(self.kit.selection.current)
        if row is not None:
            column = self.head.logicalIndex(0)
            index = self.tracks.index(row, max(column, 0))
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)

    @Slot(object)
    def _follow_current(self, track_id: int | None) -> None:
        row = self.tracks.row_of(track_id)
        if row is not None and row != self.row:
            self.show_row(row)
        for each in {self._current_row, self.row}:
            self._repaint_row(each)
        self._current_row = self.row

    # Choosing

    def choose_row(self, row: int, held: Qt.KeyboardModifier) -> None:
        """As a click there does, or the keyboard."""
        track_id, selection = self.tracks.ids[row], self.kit.selection
        anchor = self.tracks.row_of(self._anchor)
        if held & Held.ShiftModifier:
            start = anchor if anchor is not None else max(self.row, 0)
            how: How = "add" if held & Held.ControlModifier else "replace"
            self._anchor = self.tracks.ids[start]
            selection.choose(self.tracks.ids[min(start, row) : max(start, row) + 1], how)
        else:
            self._anchor = track_id
            selection.choose((track_id,), "toggle" if held & Held.ControlModifier else "replace")
        self.make_current(row)

    def make_current(self, row: int) -> None:
        self.show_row(row)
        self.kit.selection.make_current(self.tracks.ids[row])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        self._pressed = None
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus()  # whoever is still typing there is asked first
            if self.state() == QAbstractItemView.State.EditingState:
                return
        if event.button() == Qt.MouseButton.RightButton and row >= 0:
            if self.tracks.ids[row] in self.kit.selection.chosen:
                self.make_current(row)
            else:
                self.choose_row(row, Held.NoModifier)
            self._go_to_cell(event.position().toPoint())
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.walks_cells = False
        if row < 0:
            self.kit.selection.choose(())
            return
        self._go_to_cell(event.position().toPoint())
        plain = not event.modifiers() & (Held.ShiftModifier | Held.ControlModifier)
        self._pressed = (row, event.position().toPoint())
        if plain and self.tracks.ids[row] in self.kit.selection.chosen:
            self.make_current(row)
            self.kit.cards.want(list(self.kit.selection.chosen)[:FILES_MOST])
        else:
            self.choose_row(row, event.modifiers())

    def _go_to_cell(self, place: QPoint) -> None:
        """The column that is edited by F2 is the one that was pressed on."""
        index = self.indexAt(place)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        plain = not event.modifiers() & (Held.ShiftModifier | Held.ControlModifier)
        if pressed is not None and plain and pressed[0] < len(self.tracks.ids):
            self._anchor = self.tracks.ids[pressed[0]]
            self.kit.selection.choose((self._anchor,))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.played.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._hover(self.rowAt(place.y()))
        pressed = self._pressed
        if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (place - pressed[1]).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag(pressed[0])

    def drag(self, row: int) -> None:
        """All that is chosen, in the order of the table, if this row is among it."""
        drag = QDrag(self)
        drag.setMimeData(self.tracks.mime_of(self.dragged(row)))
        drag.exec(Qt.DropAction.CopyAction)

    def dragged(self, row: int) -> Sequence[int]:
        chosen, track_id = self.kit.selection.chosen, self.tracks.ids[row]
        if track_id not in chosen:
            return [track_id]
        return [id_ for id_ in self.tracks.ids if id_ in chosen]

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key in (Key.Key_Return, Key.Key_Enter):
            if self.row >= 0:
                self.played.emit(self.row)
        elif key == Key.Key_F2:
            self.edit_current()
        elif key == Key.Key_Space and held & Held.ControlModifier and self.row >= 0:
            self.choose_row(self.row, Held.ControlModifier)
        elif key in (Key.Key_Space, Key.Key_Escape):
            event.ignore()  # they play and pause, and choose nothing, everywhere
        elif key in WALKS and self.tracks.ids:
            self._walk(event)
        elif key in (Key.Key_Left, Key.Key_Right):
            self.walks_cells = True
            super().keyPressEvent(event)
            self.viewport().update()
        else:
            event.ignore()

    def _walk(self, event: QKeyEvent) -> None:
        row, held = self._target(Key(event.key())), event.modifiers()
        if self._anchor is None and self.row >= 0:
            self._anchor = self.tracks.ids[self.row]
        if held & Held.ControlModifier and not held & Held.ShiftModifier:
            self.make_current(row)
        elif event.isAutoRepeat() and not held & Held.ShiftModifier:
            self.make_current(row)  # what is walked past is not chosen
        else:
            self.choose_row(row, held & Held.ShiftModifier)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        walked = event.key() in WALKS and not event.isAutoRepeat() and self.row >= 0
        if walked and event.modifiers() in (Held.NoModifier, Held.KeypadModifier):
            self._anchor = self.tracks.ids[self.row]
            self.kit.selection.choose((self._anchor,))

    def _target(self, key: Qt.Key) -> int:
        count, page = len(self.tracks.ids), max(len(self.seen_rows()) - 1, 1)
        row = self.row
        if row < 0:
            return count - 1 if key == Key.Key_End else 0
        steps = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -page, Key.Key_PageDown: page}
        target = {Key.Key_Home: 0, Key.Key_End: count - 1}.get(key, row + steps.get(key, 0))
        return min(max(target, 0), count - 1)

    def keyboardSearch(self, search: str) -> None:
        """Qt's own would read the whole collection to find a letter."""

    # Editing

    def edit_current(self) -> None:
        """The current cell, or the first of its row that can be edited."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if self.tracks.columns[index.column()].field is None:
            places = [self.head.logicalIndex(place) for place in range(len(self.tracks.columns))]
            fields = [place for place in places if self.tracks.columns[place].field is not None]
            if not fields:
                return
            index = self.tracks.index(index.row(), fields[0])
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if self.tracks.card(index.row()) is not None:
            self.edit(index)

    def edit_again(self, track_id: int, key: str, text: str, sentence: str) -> None:
        """What was typed could not be kept: it is there again, with the reason."""
        row = self.tracks.row_of(track_id)
        place = next((i for i, column in enumerate(self.tracks.columns) if column.key == key), None)
        if row is None or place is None:
            self.kit.history.edited.emit(sentence)
            return
        self._unsaved = (text, sentence)
        self.setCurrentIndex(self.tracks.index(row, place))
        self.edit(self.tracks.index(row, place))

    def take_unsaved(self) -> tuple[str, str] | None:
        kept, self._unsaved = self._unsaved, None
        return kept

    # What is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look().colour("pane"))
        painter.end()
        self.cell.begin_frame()
        super().paintEvent(event)
        self.cell.end_frame()

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            for each in (self.hovered, row):
                self._repaint_row(each)
            self.hovered = row

    def _repaint_row(self, row: int) -> None:
        if row >= 0:
            top, high = self.rowViewportPosition(row), self.rowHeight(row)
            self.viewport().update(QRect(0, top, self.viewport().width(), high))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.row >= 0:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menu_wanted.emit(place)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, place: QPoint) -> str:
        """What a cell has no room for, and why a file is in its state."""
        index = self.indexAt(place)
        card = self.tracks.card(index.row()) if index.isValid() else None
        if card is None:
            return ""
        column = self.tracks.columns[index.column()]
        if column.key == "state":
            return card.reason or column.text(card)
        text = column.text(card)
        room = self.columnWidth(index.column()) - look().px(12)
        cut = self.fontMetrics().horizontalAdvance(text) > room - look().px(14)
        return text if cut else ""
