"""How a mover is drawn: rank, play, title, whose neighbour it was and is, and the button A/B."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import shapes
from desktop.icons import render
from desktop.moved.model import LINE_ROLE, Line, MoversModel
from desktop.tables import Index
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from desktop.kit import Kit

ROW = 38
RANK, PLAY, ARROW, COMPARE, GAP = 26, 26, 18, 40, 6
CLASS, LEAST_CLASS = 112, 66
TITLE = 136
Spot = Literal["", "play", "compare"]


def class_width(width: int) -> int:
    """Of each of the two classes, in a row so wide: titles have room first."""
    free = width - look().px(RANK + PLAY + TITLE + ARROW + COMPARE + 3 * GAP)
    return min(max(free // 2, look().px(LEAST_CLASS)), look().px(CLASS))


class MoverRow(QStyledItemDelegate):
    """Its parent is the view."""

    def __init__(self, kit: Kit, model: MoversModel, parent: QObject) -> None:
        super().__init__(parent)
        self._kit, self._model = kit, model
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
        self._paint_ground(painter, option)
        rect, heard = option.rect, self._is_heard(line)
        self._paint_rank(painter, rect, line, heard=heard)
        self._paint_play(painter, rect, heard=heard)
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

    def _is_heard(self, line: Line) -> bool:
        player = self._kit.player
        return player.is_playing and player.passage is not None and player.passage.track_id == line.track_id

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        view, rect = self.parent(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look().colour("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look().colour("raised"))
        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and isinstance(view, QAbstractItemView) and view.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_rank(self, painter: QPainter, rect: QRect, line: Line, *, heard: bool) -> None:
        room = QRect(rect.left(), rect.top(), look().px(RANK - 4), rect.height())
        font = look().font(12, Weight.DemiBold if heard else Weight.Normal)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        _say(painter, room, font, look().colour("hear" if heard else "text2"), str(line.rank), side)

    def _paint_play(self, painter: QPainter, rect: QRect, *, heard: bool) -> None:
        middle = QPointF(rect.left() + look().px(RANK) + look().px(PLAY) / 2, rect.top() + rect.height() / 2)
        if heard:
            side = look().px(16)
            dots = painter.device().devicePixelRatio()
            picture = render("speaker", look().theme.colours["hear"], QSize(side, side), dots)
            painter.drawPixmap(QPointF(middle.x() - side / 2, middle.y() - side / 2), picture)
            return
        size = look().px(10)
        x, y = middle.x() - size * 0.4, middle.y() - size / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("text2"))
        corners = [QPointF(x, y), QPointF(x, y + size), QPointF(x + size * 0.86, middle.y())]
        painter.drawPolygon(QPolygonF(corners))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, room: QRect, line: Line) -> None:
        half = room.height() // 2
        upper = QRect(room.left(), room.top() + look().px(3), room.width(), half - look().px(2))
        lower = QRect(room.left(), upper.bottom(), room.width(), half - look().px(2))
        middle = Qt.AlignmentFlag.AlignVCenter
        title = self._model.title_of(line)
        _say(painter, upper, look().font(13, Weight.DemiBold), look().colour("text"), title, middle)
        card = self._kit.cards.get(line.track_id)
        if card is not None:
            _say(painter, lower, look().font(11), look().colour("text2"), card.about(), middle)

    def _paint_change(self, painter: QPainter, was: QRect, now: QRect, line: Line) -> None:
        """Without classes, how many neighbours it kept."""
        middle = Qt.AlignmentFlag.AlignVCenter
        if not (line.was[0] or line.now[0]):
            said = self.tr("kept {} of {}").format(line.kept, self._model.k)
            _say(painter, now, look().font(12), look().colour("text"), said, middle)
            return
        self._paint_class(painter, was, line.was)
        self._paint_class(painter, now, line.now)
        arrow = QRect(was.right(), was.top(), now.left() - was.right(), was.height())
        centre = Qt.AlignmentFlag.AlignCenter
        _say(painter, arrow, look().font(12), look().colour("text2"), "→", centre)

    def _paint_class(self, painter: QPainter, room: QRect, most: tuple[str, int]) -> None:
        name, count = most
        if not name:
            _say(painter, room, look().font(12), look().colour("text2"), "–", Qt.AlignmentFlag.AlignVCenter)
            return
        centre = QPointF(room.left() + look().px(6), room.top() + room.height() / 2)
        shapes.paint(painter, self._kit.colouring.style(name), centre, look().px(4.4))
        font, middle = look().font(12), Qt.AlignmentFlag.AlignVCenter
        number = f" {count}"
        wide = QFontMetrics(font).horizontalAdvance(number)
        words = QRect(
            room.left() + look().px(15), room.top(), room.width() - look().px(15) - wide, room.height()
        )
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        _say(painter, words, font, look().colour("text"), shown, middle)
        after = words.left() + QFontMetrics(font).horizontalAdvance(shown)
        figure = QRect(after, room.top(), wide + 2, room.height())
        _say(painter, figure, font, look().colour("text"), number, middle)

    def _paint_compare(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        button = self._compare_rect(rect)
        painter.setPen(QPen(look().colour("accent" if chosen else "border"), 1))
        painter.setBrush(look().colour("selected" if chosen else "raised"))
        painter.drawRoundedRect(button, look().px(4), look().px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        font = look().font(12, Weight.DemiBold if chosen else Weight.Normal)
        centre = Qt.AlignmentFlag.AlignCenter
        _say(painter, button.toRect(), font, look().colour("text"), self.tr("A/B"), centre)


def _say(
    painter: QPainter, room: QRect, font: QFont, colour: QColor, text: str, place: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, place, shown)
