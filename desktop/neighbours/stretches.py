"""The stretches that match, as a table: when in A, when in B, how alike; each can be heard."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from desktop.icons import render
from desktop.tables import RowCell, dress
from desktop.theme import Weight, look
from desktop.times import span_words

if TYPE_CHECKING:
    from core.neighbours.request import Stretch

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole
Key = Qt.Key
Aside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    NUMBER = 0
    A = 1
    B = 2
    SIMILAR = 3
    PLAY = 4
    COMPARE = 5


class StretchModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.stretches: Sequence[Stretch] = ()
        self.heard: int | None = None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.stretches)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            names = {Column.A: self.tr("A"), Column.B: self.tr("B"), Column.SIMILAR: self.tr("Similar")}
            return names.get(Column(section), "")
        if role == Role.TextAlignmentRole:
            return int(
                Aside
                if section == Column.SIMILAR
                else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.stretches):
            return None
        column = Column(index.column())
        if role == Role.DisplayRole:
            return self._words(self.stretches[index.row()], index.row(), column)
        if role == Role.AccessibleTextRole:
            return self._said(self.stretches[index.row()], index.row(), column)
        if role == Role.TextAlignmentRole and column in (Column.NUMBER, Column.SIMILAR):
            return int(Aside)
        if role == Role.FontRole and column == Column.SIMILAR:
            return look().font(12, Weight.DemiBold)
        if role == Role.ForegroundRole and index.row() == self.heard and column == Column.NUMBER:
            return look().colour("hear")
        if role == Role.ForegroundRole and column in (Column.NUMBER, Column.COMPARE):
            return look().colour("text2")
        if role == Role.ToolTipRole and column in (Column.PLAY, Column.COMPARE):
            return (
                self.tr("Play it in A (Space)")
                if column == Column.PLAY
                else self.tr("Switch between A and B (X)")
            )
        return None

    def _words(self, stretch: Stretch, row: int, column: Column) -> str:
        return {
            Column.NUMBER: str(row + 1),
            Column.A: span_words(stretch.a_start_s, stretch.a_end_s),
            Column.B: span_words(stretch.b_start_s, stretch.b_end_s),
            Column.SIMILAR: f"{stretch.similarity:.2f}".replace("-", "−"),
            Column.PLAY: "",
            Column.COMPARE: self.tr("A/B"),
        }[column]

    def _said(self, stretch: Stretch, row: int, column: Column) -> str:
        if column == Column.PLAY:
            return self.tr("Play stretch {} in A").format(row + 1)
        if column == Column.COMPARE:
            return self.tr("Switch between A and B in stretch {}").format(row + 1)
        return self._words(stretch, row, column)

    def set_stretches(self, stretches: Sequence[Stretch]) -> None:
        self.beginResetModel()
        self.stretches, self.heard = stretches, None
        self.endResetModel()

    def set_heard(self, row: int | None) -> None:
        if row != self.heard and self.stretches:
            self.heard = row
            last = len(self.stretches) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, len(Column) - 1))


class _Cell(RowCell):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if index.column() != Column.PLAY or not isinstance(model, StretchModel):
            return
        heard = model.heard == index.row()
        side = look().px(14)
        place = option.rect.center() - QPoint(side // 2, side // 2)
        colour = look().theme.colours["hear" if heard else "text2"]
        dots = painter.device().devicePixelRatio()
        painter.drawPixmap(place, render("speaker" if heard else "play", colour, QSize(side, side), dots))


class StretchTable(QTableView):
    """Space plays A, Shift+Space B, X goes from one to the other."""

    played = Signal(int, bool)
    """The row, and whether B is to be heard."""
    compared = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = StretchModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Cell(self))
        dress(self, self.tr("Stretches that match, the most alike first"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(look().px(20))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in (
            (Column.NUMBER, 26),
            (Column.SIMILAR, 60),
            (Column.PLAY, 26),
            (Column.COMPARE, 36),
        ):
            self.setColumnWidth(column, look().px(width))
        for column in (Column.A, Column.B):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def row(self) -> int:
        return self.currentIndex().row()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if index.column() == Column.COMPARE:
            self.compared.emit(index.row())
        else:
            b = index.column() == Column.B or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.played.emit(index.row(), b)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.key() == Key.Key_X or (event.key() == Key.Key_Space and self.row != self.rows.heard)
            if self.row >= 0 and mine and event.modifiers() in (_NONE, _SHIFT):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.row >= 0 and event.key() == Key.Key_Space:
            self.played.emit(self.row, event.modifiers() == _SHIFT)
        elif self.row >= 0 and event.key() == Key.Key_X:
            self.compared.emit(self.row)
        else:
            super().keyPressEvent(event)


_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
