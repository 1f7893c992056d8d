"""How a mover is drawn: rank, play, title, whose neighbour it was and is, and the button A/B."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import shapes
from desktop.moved.model import LINE_ROLE, Line, MoversModel
from desktop.rows import PLAY, RANK, is_heard, paint_list_ground, paint_play, paint_rank, paint_words
from desktop.tables import Index
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from desktop.kit import Kit

ROW = 38
ARROW, COMPARE, GAP = 18, 40, 6
CLASS, LEAST_CLASS = 112, 66
TITLE = 136
Spot = Literal["", "play", "compare"]


def class_width(width: int) -> int:
    """Of each of the two classes, in a row so wide: titles have room first."""
    free = width - look().px(RANK + PLAY + TITLE + ARROW + COMPARE + 3 * GAP)
    return min(max(free // 2, look().px(LEAST_CLASS)), look().px(CLASS))


class MoverRow(QStyledItemDelegate):
    """Its parent is the view."""

    def __init__(self, kit: Kit, model: MoversModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._model, self._view = kit, model, parent
        self.compared: int | None = None
        """The track whose A/B is heard."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(280), look().px(ROW))

    def spot(self, rect: QRect, point: QPoint) -> Spot:
        left = rect.left() + look().px(RANK)
        if left <= point.x() < left + look().px(PLAY):
            return "play"
        return "compare" if self._compare_rect(rect).contains(QPointF(point)) else ""

    def _compare_rect(self, rect: QRect) -> QRectF:
        wide, high = look().px(COMPARE), look().px(24)
        left = rect.right() - look().px(GAP) - wide
        return QRectF(left + 0.5, rect.top() + (rect.height() - high) / 2 + 0.5, wide - 1, high - 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_list_ground(painter, option, self._view)
        rect, heard = option.rect, is_heard(self._kit.player, line.track_id)
        paint_rank(painter, rect, line.rank, heard=heard)
        middle = QPointF(rect.left() + look().px(RANK) + look().px(PLAY) / 2, rect.top() + rect.height() / 2)
        paint_play(painter, middle, heard=heard)
        wide = class_width(rect.width())
        right = int(self._compare_rect(rect).left()) - look().px(GAP)
        now = QRect(right - wide, rect.top(), wide, rect.height())
        was = QRect(now.left() - look().px(ARROW) - wide, rect.top(), wide, rect.height())
        left = rect.left() + look().px(RANK + PLAY + 2)
        self._paint_words(
            painter, QRect(left, rect.top(), was.left() - look().px(GAP) - left, rect.height()), line
        )
        self._paint_change(painter, was, now, line)
        self._paint_compare(painter, rect, chosen=line.track_id == self.compared)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, line: Line) -> None:
        half = room.height() // 2
        upper = QRect(room.left(), room.top() + look().px(3), room.width(), half - look().px(2))
        lower = QRect(room.left(), upper.bottom(), room.width(), half - look().px(2))
        title = self._model.title_of(line)
        paint_words(painter, upper, look().font(13, Weight.DemiBold), "text", title)
        card = self._kit.cards.get(line.track_id)
        if card is not None:
            paint_words(painter, lower, look().font(11), "text2", card.about())

    def _paint_change(self, painter: QPainter, was: QRect, now: QRect, line: Line) -> None:
        """Without classes, how many neighbours it kept."""
        if not (line.was[0] or line.now[0]):
            said = self.tr("kept {} of {}").format(line.kept, self._model.k)
            paint_words(painter, now, look().font(12), "text", said)
            return
        self._paint_class(painter, was, line.was)
        self._paint_class(painter, now, line.now)
        arrow = QRect(was.right(), was.top(), now.left() - was.right(), was.height())
        centre = Qt.AlignmentFlag.AlignCenter
        paint_words(painter, arrow, look().font(12), "text2", "→", centre)

    def _paint_class(self, painter: QPainter, room: QRect, most: tuple[str, int]) -> None:
        name, count = most
        if not name:
            paint_words(painter, room, look().font(12), "text2", "–")
            return
        centre = QPointF(room.left() + look().px(6), room.top() + room.height() / 2)
        shapes.paint(painter, self._kit.colouring.style(name), centre, look().px(4.4))
        font = look().font(12)
        number = f" {count}"
        wide = QFontMetrics(font).horizontalAdvance(number)
        words = QRect(
            room.left() + look().px(15), room.top(), room.width() - look().px(15) - wide, room.height()
        )
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        paint_words(painter, words, font, "text", shown)
        after = words.left() + QFontMetrics(font).horizontalAdvance(shown)
        figure = QRect(after, room.top(), wide + 2, room.height())
        paint_words(painter, figure, font, "text", number)

    def _paint_compare(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        button = self._compare_rect(rect)
        painter.setPen(QPen(look().colour("accent" if chosen else "border"), 1))
        painter.setBrush(look().colour("selected" if chosen else "raised"))
        painter.drawRoundedRect(button, look().px(4), look().px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        font = look().font(12, Weight.DemiBold if chosen else Weight.Normal)
        centre = Qt.AlignmentFlag.AlignCenter
        paint_words(painter, button.toRect(), font, "text", self.tr("A/B"), centre)
