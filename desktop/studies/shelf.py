"""The list at the left: studies that there are, and those that were begun here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.studies import said
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from desktop.studies.read import Shelf

Index = QModelIndex | QPersistentModelIndex
KEY, MORE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
HEADING, TWO_LINES = 30, 42


class _Lines(QStyledItemDelegate):
    """A heading, or two lines: what it is, and what there is of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, look().px(TWO_LINES if index.data(KEY) else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        if not index.data(KEY):
            painter.setFont(look().font(12, Weight.DemiBold))
            painter.setPen(look().colour("text2"))
            within = rect.adjusted(look().px(12), 0, -8, -look().px(4))
            painter.drawText(within, Qt.AlignmentFlag.AlignBottom, str(index.data()))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look().colour("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look().colour("raised"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look().colour("accent"))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        top = rect.adjusted(look().px(12), look().px(4), -look().px(8), -rect.height() // 2)
        below = rect.adjusted(look().px(12), rect.height() // 2, -look().px(8), -look().px(3))
        _draw(painter, top, str(index.data()), 13, "text")
        _draw(painter, below, str(index.data(MORE)), 11, "text2")
        painter.restore()


def _draw(painter: QPainter, rect: QRect, text: str, size: int, colour: str) -> None:
    painter.setFont(look().font(size))
    painter.setPen(look().colour(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


class ShelfList(QListWidget):
    chosen = Signal(str)
    """`study encoders-genre`, or `begun 3`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Studies"))
        self.setItemDelegate(_Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.currentItemChanged.connect(self._turned)
        self._is_filling = False

    def show_shelf(self, shelf: Shelf, states: dict[int, str], current: str) -> None:
        """`states` of jobs, by the number of the study."""
        rows = [("", self.tr("Studies"), "", "")]
        for line in shelf.lines:
            tip = "\n\n".join((line.study.question, " ".join(line.study.source.split())))
            key = f"study {line.study.name}"
            rows.append((key, line.study.title, said.needs(line, shelf.tracks), tip))
        if shelf.begun:
            rows.append(("", self.tr("Begun here"), "", ""))
        for info in shelf.begun:
            named = self.tr("{} · {}").format(info.id, info.name)
            tip = "\n".join(filter(None, (info.question, info.query)))
            rows.append((f"begun {info.id}", named, said.begun(info, states.get(info.job, "")), tip))
        self._fill(rows, current)

    def _fill(self, rows: list[tuple[str, str, str, str]], current: str) -> None:
        self._is_filling = True
        self.clear()
        for key, text, more, tip in rows:
            item = QListWidgetItem(text)
            item.setData(KEY, key)
            item.setData(MORE, more)
            item.setToolTip(tip)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (text, more))))
            if not key:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.mark(current)
        self._is_filling = False

    def mark(self, key: str) -> None:
        """Show which is open, without opening it."""
        was, self._is_filling = self._is_filling, True
        for row in range(self.count()):
            if key and self.item(row).data(KEY) == key:
                self.setCurrentRow(row)
        self._is_filling = was

    def _turned(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._is_filling and item.data(KEY):
            self.chosen.emit(item.data(KEY))
