"""The table of captions. The current line is open: as high as all that it says, with its text to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip

from desktop.captions.cell import ROW, CaptionCell
from desktop.captions.editor import OpenText
from desktop.captions.model import CaptionsModel, Column
from desktop.captions.waves import Waves
from desktop.tables import dress
from desktop.theme import look
from desktop.track.caption import CaptionEditor

if TYPE_CHECKING:
    from core.library.caption_lines import CaptionLine, Line
    from desktop.kit import Kit

Key = Qt.Key
Held = Qt.KeyboardModifier
TRACK_PX, STATE_PX = 184, 96
HUMAN_SHARE = 0.44
"""Of the room that both texts have."""


class CaptionsTable(QTableView):
    """The keyboard: Enter plays what was described, F2 edits, Ctrl+Enter accepts, Ctrl+Backspace rejects."""

    opened = Signal()
    """Another line is open, or what it says has come."""
    played = Signal(int)
    """The row."""
    accepted = Signal()
    rejected = Signal()
    write_wanted = Signal()
    menu_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(self, kit: Kit, model: CaptionsModel, waves: Waves) -> None:
        super().__init__()
        self.kit, self.model_, self.waves = kit, model, waves
        self.hovered = -1
        self.open_key: int | None = None
        self._high_row = -1
        self.setModel(model)
        self.cell = CaptionCell(self)
        self.setItemDelegate(self.cell)
        dress(self, self.tr("Captions"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.text = OpenText(self.viewport())
        self.text.hide()
        self.human: CaptionEditor | None = None
        """Where a person writes a text that is missing."""
        self._head()
        self._connect()

    def _head(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(look().px(60))
        self.verticalHeader().setMinimumSectionSize(look().px(40))
        self.verticalHeader().setDefaultSectionSize(look().px(ROW))

    def _connect(self) -> None:
        kit = self.kit
        for signal in (kit.player.passage_changed, kit.player.playing_changed, kit.colouring.changed,
                       kit.cards.arrived, self.waves.came):  # fmt: skip
            signal.connect(self.viewport().update)
        self.model_.came.connect(self._came)
        self.model_.modelReset.connect(self._was_reset)
        self.text.resized.connect(self._fit_open)
        self.text.left.connect(self.setFocus)
        self.horizontalHeader().sectionResized.connect(self._columns_moved)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        look().changed.connect(self._look_changed)

    # Rows

    @property
    def row(self) -> int:
        return self.currentIndex().row()

    @property
    def line(self) -> Line | None:
        return self.model_.lines[self.row] if 0 <= self.row < len(self.model_.lines) else None

    @property
    def says(self) -> CaptionLine | None:
        return self.model_.says(self.row)

    def chosen(self) -> list[Line]:
        """Lines that are selected, in order; the current one where none is."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [self.model_.lines[row] for row in rows if row < len(self.model_.lines)]
        return lines or ([self.line] if self.line is not None else [])

    def excerpt(self, line: Line) -> tuple[float, float] | None:
        return (line.start_s, line.end_s) if line.start_s is not None and line.end_s is not None else None

    def is_heard(self, line: Line) -> bool:
        """Whether just these seconds are being heard."""
        player = self.kit.player
        passage = player.passage
        if passage is None or not player.is_playing or passage.track_id != line.track_id:
            return False
        return (passage.start_s, passage.end_s) == (line.start_s or 0.0, line.end_s)

    def go_to(self, row: int) -> None:
        index = self.model_.index(row, Column.MACHINE)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def seen_rows(self) -> range:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        count = len(self.model_.lines)
        return range(first, (last if last >= 0 else count - 1) + 1) if first >= 0 else range(0)

    # The open line

    @Slot()
    def _current_changed(self) -> None:
        line = self.line
        self.open_key = line.key if line is not None else None
        self.drop_human()
        self._show_open()
        if line is not None:
            self.scrollTo(self.currentIndex())

    @Slot()
    def _was_reset(self) -> None:
        """The line that was open is open again, where it is still there."""
        self.hovered, self._high_row = -1, -1
        row = self.model_.row_of(self.open_key) if self.open_key is not None else None
        if row is None:
            self.open_key = None
            self.drop_human()
            self.text.hide()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.model_.index(row, Column.MACHINE), flags)

    @Slot(object)
    def _came(self, keys: frozenset[int]) -> None:
        if self.open_key in keys:
            self._show_open()

    def _show_open(self) -> None:
        self.opened.emit()
        says = self.says
        self.text.setVisible(says is not None and says.machine is not None)
        self._fit_open()
        self.viewport().update()

    @Slot()
    def _fit_open(self) -> None:
        """As high as the higher of both texts."""
        row, says = self.row, self.says
        usual = look().px(ROW)
        height = usual
        if says is not None:
            height = max(height, self.cell.human_height(says, self.columnWidth(Column.HUMAN)))
        if says is not None and says.machine is not None and not self.text.isHidden():
            height = max(height, self.text.wanted_height(self.columnWidth(Column.MACHINE)))
        if self.human is not None:
            height = max(height, look().px(150))
        if self._high_row not in (-1, row) and self._high_row < len(self.model_.lines):
            self.setRowHeight(self._high_row, usual)
        if row >= 0 and self.rowHeight(row) != height:
            self.setRowHeight(row, height)
        self._high_row = row
        self._place_open()

    def _place_open(self) -> None:
        for widget, column in ((self.text, Column.MACHINE), (self.human, Column.HUMAN)):
            if widget is not None and self.row >= 0:
                place = self.visualRect(self.model_.index(self.row, column))
                widget.setGeometry(place.adjusted(0, 1, 0, -1))

    def write_human(self) -> CaptionEditor:
        self.drop_human()
        self.human = CaptionEditor("")
        self.human.setParent(self.viewport())
        layout = self.human.layout()
        if layout is not None:
            layout.setContentsMargins(8, 6, 8, 6)
        self.human.left.connect(self._leave_human)
        self._fit_open()
        self.human.show()
        self.human.text.setFocus()
        return self.human

    @Slot()
    def _leave_human(self) -> None:
        self.drop_human()
        self.setFocus()

    def drop_human(self) -> None:
        if self.human is not None:
            self.human.hide()
            self.human.deleteLater()
            self.human = None
            self._fit_open()

    # What Qt tells

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_open()
        self.waves.want_only(frozenset(self.model_.lines[row].track_id for row in self.seen_rows()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self._fit_open()

    def _share_width(self) -> None:
        whole = self.viewport().width()
        track = look().px(TRACK_PX if whole > look().px(760) else 150)
        rest = whole - track - look().px(STATE_PX)
        human = round(rest * HUMAN_SHARE)
        for column, width in zip(Column, (track, human, rest - human, look().px(STATE_PX)), strict=True):
            self.setColumnWidth(column, max(width, look().px(60)))

    @Slot()
    def _columns_moved(self) -> None:
        self._fit_open()

    @Slot()
    def _look_changed(self) -> None:
        self.cell.layouts.forget()
        self._fit_open()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        rect = self.visualRect(index)
        if index.column() == Column.TRACK and self.cell.is_on_play(rect, place):
            self.played.emit(index.row())
        elif index.column() == Column.HUMAN and self.cell.write_place(rect, index.row()).contains(place):
            self.write_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            if index.column() == Column.MACHINE and self.text.isVisible():
                self.text.edit()
            else:
                self.played.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        is_link = index.column() == Column.HUMAN and self.cell.write_place(
            self.visualRect(index), index.row()
        ).contains(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Every line is chosen here, not every track of the library."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = event.key() == Key.Key_A and event.modifiers() == Held.ControlModifier
            if wanted:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Held.ControlModifier)
        if key in (Key.Key_Return, Key.Key_Enter) and self.row >= 0:
            self.accepted.emit() if control else self.played.emit(self.row)
        elif key == Key.Key_Backspace and control and self.row >= 0:
            self.rejected.emit()
        elif key == Key.Key_F2 and self.text.isVisible():
            self.text.edit()
        elif key in (Key.Key_Space, Key.Key_Escape, Key.Key_Left, Key.Key_Right):
            event.ignore()  # they play, leave and go along the queue, everywhere
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Qt's own would read the whole collection to find a letter."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.row >= 0:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft())
        if self.line is not None:
            self.menu_wanted.emit(place)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index: QModelIndex = self.indexAt(event.pos())
            said = self.cell.tip(index) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), said, self.viewport())
            return True
        return super().viewportEvent(event)

    def place_of(self, row: int, column: Column) -> QRect:
        return self.visualRect(self.model_.index(row, column))

    def play_point(self, row: int) -> QPoint:
        """Where its sign of playing is."""
        rect = self.place_of(row, Column.TRACK)
        return QPoint(rect.left() + look().px(12), rect.top() + look().px(16))
