"""A row of controls that gives way: what has no room goes behind a "…" button, the least needed first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import look
from desktop.widgets import Button

GAP = 8


@dataclass
class Item:
    widget: QWidget
    rank: int
    """The highest goes first; 0 never goes."""
    is_wanted: bool = True
    is_folded: bool = False


class FoldingRow(QWidget):
    def __init__(self, more: str) -> None:
        """`more` says what is behind the button."""
        super().__init__()
        self._items: list[Item] = []
        self._spring: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look().px(GAP))
        self.more = Button("…", "small", name=more, tip=more)
        self.more.clicked.connect(self._open)
        self.more.hide()
        self.folder = QFrame(self, Qt.WindowType.Popup)
        self.folder.setObjectName("pane")
        self.folder.setAccessibleName(more)
        self._column = QVBoxLayout(self.folder)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)

    def add(self, widget: QWidget, rank: int = 0, *, stretches: bool = False) -> None:
        self._items.append(Item(widget, rank))
        self._row.addWidget(widget, 1 if stretches else 0)
        if stretches:
            self._spring = widget

    def close_row(self, *last: QWidget, spring: bool = False) -> None:
        """After everything else: the button, then what always stands at the end."""
        if spring:
            self._row.addStretch(1)
        self._row.addWidget(self.more)
        for widget in last:
            self._items.append(Item(widget, 0))
            self._row.addWidget(widget)

    def show_item(self, widget: QWidget, *, wanted: bool) -> None:
        """Whether it has a meaning now, wherever it is."""
        item = next(item for item in self._items if item.widget is widget)
        item.is_wanted = wanted
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        kept = [item for item in self._items if not item.rank]
        wide = sum(_least(item.widget) for item in kept) + look().px(GAP) * len(kept)
        return QSize(wide + self.more.sizeHint().width(), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def _fold(self) -> None:
        wanted = [item for item in self._items if item.is_wanted]
        room = self.width()
        folded: set[int] = set()
        for item in [None, *sorted(wanted, key=lambda item: -item.rank)]:
            if item is not None:
                if not item.rank or self._needed(wanted, folded) <= room:
                    break
                folded.add(id(item))
        for place, item in enumerate(self._items):
            self._put(place, item, folded=id(item) in folded)
        self.more.setVisible(bool(folded))

    def _needed(self, wanted: list[Item], folded: set[int]) -> int:
        shown = [item for item in wanted if id(item) not in folded]
        wide = sum(_least(item.widget) for item in shown) + look().px(GAP) * (len(shown) - 1)
        return wide + (self.more.sizeHint().width() + look().px(GAP) if folded else 0)

    def _put(self, place: int, item: Item, *, folded: bool) -> None:
        if folded != item.is_folded:
            item.is_folded = folded
            if folded:
                self._row.removeWidget(item.widget)
                self._column.addWidget(item.widget)
            else:
                self._column.removeWidget(item.widget)
                before = sum(not other.is_folded for other in self._items[:place])
                self._row.insertWidget(before, item.widget, 1 if item.widget is self._spring else 0)
        item.widget.setVisible(item.is_wanted)

    @Slot()
    def _open(self) -> None:
        self.folder.adjustSize()
        below = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 4))
        self.folder.move(below - QPoint(self.folder.width(), 0))
        self.folder.show()
        first = next((item.widget for item in self._items if item.is_folded and item.is_wanted), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)


def _least(widget: QWidget) -> int:
    """What it needs at least: those that may shrink say so."""
    least = widget.minimumWidth() or widget.minimumSizeHint().width()
    shrinks = bool(widget.property("shrinks"))
    return least if shrinks else max(least, widget.sizeHint().width())


class ElidedBox(QComboBox):
    """What has no room is elided, not cut off."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - look().px(4)
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
