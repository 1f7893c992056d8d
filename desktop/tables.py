"""What tables share: how they are dressed, the lines of accent around the current row, their headings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.theme import look

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
ROW = 26
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HeadedModel(QAbstractTableModel):
    headings: tuple[str, ...] = ()
    """One for each column."""

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.headings[section]
        return self.side(section) if role == Role.TextAlignmentRole else None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """On which words and figures of a column stand."""
        return LEFT


class RowCell(QStyledItemDelegate):
    """Its parent is the table."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = QStyleOptionViewItem(option)
        focused = bool(style.state & QStyle.StateFlag.State_HasFocus)
        style.state &= ~QStyle.StateFlag.State_HasFocus
        self.begin(painter, style, index)
        super().paint(painter, style, index)
        view = self.parent()
        current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        if current and (focused or (isinstance(view, QTableView) and view.hasFocus())):
            painter.setPen(QPen(look().colour("accent"), 1))
            rect = option.rect
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def begin(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What a table draws of its own before the words; it may leave less of `option.rect` to them."""


def dress(table: QTableView, name: str) -> None:
    """Rows of 26, one of them chosen at a time, no grid; Tab leaves the table."""
    table.setFont(look().font(12))
    table.setIconSize(QSize(look().px(16), look().px(16)))
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(look().px(ROW))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setFont(look().font(12))
