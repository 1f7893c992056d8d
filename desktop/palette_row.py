"""How the palette draws one of its rows: the letters that fit, the menu, the shortcut or the reason."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import Weight, look

ENTRY_ROLE = Qt.ItemDataRole.UserRole
FIT_ROLE = Qt.ItemDataRole.UserRole + 1
ROW = 30
PADDING = 12

Index = QModelIndex | QPersistentModelIndex


@cache
def _font(size: int, _scale: float, weight: Weight = Weight.Normal) -> QFont:
    """Made once a size: fonts with figures of one width are dear."""
    return look().font(size, weight)


class PaletteRow(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, look().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, found = index.data(ENTRY_ROLE), index.data(FIT_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look().colour("selected"))
        rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        right = entry.reason or entry.shortcut
        right_room = min(_width(right, 12), rect.width() * 6 // 10)
        _write(painter, rect, right, 12, "text3" if entry.reason else "text2", right=True, room=right_room)
        left = rect.adjusted(0, 0, -right_room - 16, 0)
        tone = "text3" if entry.reason else "text"
        used = _write_fitting(painter, left, entry.words, set(found.places), tone)
        rest = left.adjusted(used + 12, 0, 0, 0)
        if rest.width() > look().px(30):
            _write(painter, rest, entry.menu, 12, "text3" if entry.reason else "text2", room=rest.width())
        painter.restore()


def _width(text: str, size: int) -> int:
    return QFontMetrics(_font(size, look().scale)).horizontalAdvance(text) + 2 if text else 0


def _write(
    painter: QPainter, rect: QRect, text: str, size: int, tone: str, *, right: bool = False, room: int
) -> None:
    painter.setFont(_font(size, look().scale))
    painter.setPen(look().colour(tone))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _write_fitting(painter: QPainter, rect: QRect, text: str, places: set[int], tone: str) -> int:
    """The words with the letters that were typed in the colour of what can be done. Returns the width."""
    plain, bold = _font(13, look().scale), _font(13, look().scale, Weight.DemiBold)
    at, align = rect.left(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for marked, piece in _pieces(text, places):
        painter.setFont(bold if marked else plain)
        painter.setPen(look().colour("accent" if marked and tone == "text" else tone))
        width = painter.fontMetrics().horizontalAdvance(piece)
        if at + width > rect.right():
            room = rect.right() - at
            shown = painter.fontMetrics().elidedText(piece, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(at, rect.top(), room, rect.height()), align, shown)
            return rect.width()
        painter.drawText(QRect(at, rect.top(), width + 2, rect.height()), align, piece)
        at += width
    return at - rect.left()


def _pieces(text: str, places: set[int]) -> list[tuple[bool, str]]:
    """Runs of letters that are marked or not."""
    result: list[tuple[bool, str]] = []
    for place, letter in enumerate(text):
        marked = place in places
        if result and result[-1][0] == marked:
            result[-1] = (marked, result[-1][1] + letter)
        else:
            result.append((marked, letter))
    return result
