"""The line that a query is typed in, and the lines of the list that completes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.library.completing import Offer
from desktop.tables import Index
from desktop.theme import look

OFFER = Qt.ItemDataRole.UserRole
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class OfferLine(QStyledItemDelegate):
    """What would be written, and quietly behind it what it means."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, look().px(26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(OFFER)
        px = look().px
        painter.save()
        chosen = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        painter.fillRect(option.rect, look().colour("selected" if chosen else "raised"))
        room = option.rect.adjusted(px(8), 0, -px(8), 0)
        across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.setFont(look().font(12))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(offer.text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(look().colour("text"))
        painter.drawText(room, across, shown)
        room.setLeft(room.left() + max(metrics.horizontalAdvance(shown) + px(12), px(96)))
        painter.setPen(look().colour("text2"))
        about = metrics.elidedText(offer.about, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, across, about if room.width() > px(30) else "")
        painter.restore()


class QueryLine(QLineEdit):
    """The line itself. Down shows what was asked before; Escape goes to the rows."""

    past_wanted = Signal()
    left = Signal()
    entered = Signal()
    completion_wanted = Signal()

    popup: QAbstractItemView | None = None

    def _has_offer(self) -> bool:
        """A line of the list is marked: its keys are not ours."""
        return self.popup is not None and self.popup.isVisible() and self.popup.currentIndex().isValid()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return not self._has_offer() and super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        listed = self.popup is not None and self.popup.isVisible()
        if (self._has_offer() and key in TAKES) or (listed and key in (*WALKS, Qt.Key.Key_Escape)):
            event.ignore()
        elif key == Qt.Key.Key_Down:
            self.past_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Space and control:
            self.completion_wanted.emit()
        else:
            super().keyPressEvent(event)
