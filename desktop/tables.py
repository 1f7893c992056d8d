"""What all tables share: how they are dressed, and the two lines of accent around the current row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.theme import look

Index = QModelIndex | QPersistentModelIndex
ROW = 26


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
