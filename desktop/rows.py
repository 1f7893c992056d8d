"""How rows about tracks are painted, the same in every list: the ground, the rank, what plays, the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.icons import render
from desktop.player.passage import heard_track
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from desktop.player.player import Player

RANK, PLAY = 26, 26
"""Room for the rank and for the sign that plays."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter
ASIDE = MIDDLE | Qt.AlignmentFlag.AlignRight


def is_heard(player: Player, track_id: int) -> bool:
    return heard_track(player) == track_id


def paint_ground(painter: QPainter, rect: QRect, *, chosen: bool, hovered: bool, current: bool) -> None:
    """`current`: between two lines of accent."""
    if chosen:
        painter.fillRect(rect, look().colour("selected"))
    elif hovered:
        painter.fillRect(rect, look().colour("raised"))
    painter.setPen(QPen(look().colour("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if current:
        painter.setPen(QPen(look().colour("accent"), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def paint_list_ground(painter: QPainter, option: QStyleOptionViewItem, view: QWidget) -> None:
    """The chosen row is the current one while its list has the keyboard."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    paint_ground(painter, option.rect, chosen=chosen, hovered=hovered, current=chosen and view.hasFocus())


def paint_rank(painter: QPainter, rect: QRect, rank: int, *, heard: bool) -> None:
    """At the left edge of the row."""
    painter.setFont(look().font(12, Weight.DemiBold if heard else Weight.Normal))
    painter.setPen(look().colour("hear" if heard else "text2"))
    painter.drawText(QRect(rect.left(), rect.top(), look().px(RANK - 4), rect.height()), ASIDE, str(rank))


def paint_play(painter: QPainter, middle: QPointF, *, heard: bool) -> None:
    """A loudspeaker where it is heard, else the sign that plays it."""
    if heard:
        side = look().px(16)
        dots = painter.device().devicePixelRatio()
        picture = render("speaker", look().theme.colours["hear"], QSize(side, side), dots)
        painter.drawPixmap(QPointF(middle.x() - side / 2, middle.y() - side / 2), picture)
        return
    size = look().px(10)
    x, y = middle.x() - size * 0.4, middle.y() - size / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("text2"))
    painter.drawPolygon(
        QPolygonF([QPointF(x, y), QPointF(x, y + size), QPointF(x + size * 0.86, middle.y())])
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_words(
    painter: QPainter, room: QRect, font: QFont, tone: str, words: str, place: Qt.AlignmentFlag = MIDDLE
) -> None:
    """As many as there is room for."""
    painter.setFont(font)
    painter.setPen(look().colour(tone))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, place, shown)
