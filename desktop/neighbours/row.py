"""How a neighbour is drawn: rank, play, title, who and when, and its similarity beside chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import shapes
from desktop.icons import render
from desktop.kit import Kit
from desktop.neighbours.model import FAR_ROLE, HIT_ROLE, HitsModel
from desktop.neighbours.thumbs import Thumb, Thumbs, middle_of
from desktop.theme import Weight, look
from desktop.times import span_words

if TYPE_CHECKING:
    from core.neighbours.request import Hit

ROW, NARROW_ROW = 42, 36
RANK, PLAY, BAR = 26, 26, 84
THUMB_WIDTH, THUMB_HEIGHT = 52, 30
SMALL_THUMB = 40
ROOMY_PX = 340
"""In narrower lists the small spectrogram is the play button, too."""
CROWDED = 0.8
"""Where even chance is above this, bars begin higher, or all would look full."""

Index = QModelIndex | QPersistentModelIndex


def bar_start(chance: float | None) -> float:
    """Where the bars begin: at 0, or so that chance is half-way where everything is alike."""
    if chance is None or chance <= CROWDED:
        return 0.0
    return max(int((2 * chance - 1) * 100) / 100, 0.0)


def figure(similarity: float, start: float) -> str:
    """Two digits, or three where everything is alike; with a true minus."""
    return f"{similarity:.{3 if start else 2}f}".replace("-", "−")


class HitRow(QStyledItemDelegate):
    """Its parent is the view."""

    def __init__(self, kit: Kit, model: HitsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._model = model
        self.chance: float | None = None
        self.row_px = ROW
        self.thumbs = Thumbs(kit, QSize(look().px(THUMB_WIDTH), look().px(THUMB_HEIGHT)), parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(200), look().px(self.row_px))

    def is_on_play(self, rect: QRect, point: QPoint) -> bool:
        left = rect.left() + look().px(RANK)
        return left <= point.x() < left + self._play_width(rect)

    def _play_width(self, rect: QRect) -> int:
        return look().px(PLAY if rect.width() >= look().px(ROOMY_PX) else SMALL_THUMB)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(HIT_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        heard = self._is_heard(hit)
        right = option.rect.right() - look().px(BAR + 16)
        self._paint_rank(painter, option.rect, hit, heard=heard)
        left = self._paint_sound(painter, option, hit, heard=heard) + look().px(8)
        self._paint_words(
            painter, QRect(left, option.rect.top(), right - left, option.rect.height()), index, hit
        )
        self._paint_similarity(painter, option.rect, hit.similarity)
        painter.restore()

    def _is_heard(self, hit: Hit) -> bool:
        player = self._kit.player
        return player.is_playing and player.passage is not None and player.passage.track_id == hit.track_id

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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

    def _paint_rank(self, painter: QPainter, rect: QRect, hit: Hit, *, heard: bool) -> None:
        painter.setFont(look().font(12, Weight.DemiBold if heard else Weight.Normal))
        painter.setPen(look().colour("hear" if heard else "text2"))
        room = QRect(rect.left(), rect.top(), look().px(RANK - 4), rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(hit.rank))

    def _paint_sound(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, *, heard: bool) -> int:
        """What plays it and its small spectrogram; returns where they end."""
        rect, px = option.rect, look().px
        play = QRect(rect.left() + px(RANK), rect.top(), self._play_width(rect), rect.height())
        is_roomy = rect.width() >= px(ROOMY_PX)
        left, width = (play.right() + 2, px(THUMB_WIDTH)) if is_roomy else (play.left(), px(SMALL_THUMB))
        room = QRect(left, 0, width, px(THUMB_HEIGHT))
        room.moveTop(rect.top() + (rect.height() - room.height()) // 2)
        self._paint_thumb(painter, room, hit, heard=heard)
        middle = QRectF(play).center()
        if not is_roomy:  # the sign lies on the picture
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("pane"))
            painter.drawEllipse(middle, px(9), px(9))
        self._paint_play(painter, middle, heard=heard)
        return room.right()

    def _paint_play(self, painter: QPainter, middle: QPointF, *, heard: bool) -> None:
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

    def _paint_thumb(self, painter: QPainter, room: QRect, hit: Hit, *, heard: bool) -> None:
        thumb = self._thumb_of(hit)
        picture = self.thumbs.get(thumb) if thumb is not None else None
        if picture is None:
            painter.fillRect(room, look().colour("plot"))
        else:
            painter.drawImage(room, picture)
        if heard:
            painter.setPen(QPen(look().colour("hear"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(0, 0, -1, -1))

    def _thumb_of(self, hit: Hit) -> Thumb | None:
        card = self._kit.cards.get(hit.track_id)
        if card is None:
            return None
        if hit.start_s is not None and hit.end_s is not None:
            return Thumb(str(card.path), hit.start_s, hit.end_s)
        return middle_of(str(card.path), card.duration_s) if card.duration_s else None

    def _paint_words(self, painter: QPainter, room: QRect, index: Index, hit: Hit) -> None:
        upper = QRect(room.left(), room.top() + look().px(4), room.width(), room.height() // 2 - look().px(2))
        lower = QRect(
            room.left(), upper.bottom(), room.width(), room.bottom() - look().px(4) - upper.bottom()
        )
        line = Qt.AlignmentFlag.AlignVCenter
        _draw(painter, upper, look().font(13), look().colour("text"), self._model.title_of(hit), line)
        card = self._kit.cards.get(hit.track_id)
        if card is None:
            return
        code = self._kit.colouring.colours.codes.get(hit.track_id)
        if code is not None:
            middle = QPointF(lower.left() + look().px(5), lower.top() + lower.height() / 2)
            shapes.paint(painter, self._kit.colouring.style_of(code), middle, look().px(4))
            lower.setLeft(lower.left() + look().px(14))
        parts = [card.about()]
        if hit.start_s is not None and hit.end_s is not None:
            parts.insert(0, span_words(hit.start_s, hit.end_s))
        if index.data(FAR_ROLE):
            parts.append(self.tr("far on map"))
        said = " · ".join(part for part in parts if part)
        _draw(painter, lower, look().font(11), look().colour("text2"), said, line)

    def _paint_similarity(self, painter: QPainter, rect: QRect, similarity: float) -> None:
        start = bar_start(self.chance)
        width, right = look().px(BAR), rect.right() - look().px(8)
        height = rect.height()
        number = QRect(right - width, rect.top() + look().px(4), width, height // 2 - look().px(2))
        aside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        bold = look().font(12, Weight.DemiBold)
        _draw(painter, number, bold, look().colour("text"), figure(similarity, start), aside)
        top = rect.top() + height * 0.68
        thick = look().px(4)

        def place(value: float) -> float:
            return width * min(max((value - start) / (1 - start), 0.0), 1.0)

        left = right - width + 1
        painter.fillRect(QRectF(left, top, width, thick), look().colour("line"))
        painter.fillRect(QRectF(left, top, place(similarity), thick), look().colour("accent"))
        if self.chance is not None:
            x = left + place(self.chance)
            painter.fillRect(QRectF(round(x) - 1, top - 3, 1.5, thick + 6), look().colour("text"))


def _draw(
    painter: QPainter, room: QRect, font: QFont, colour: QColor, text: str, place: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, place, shown)
