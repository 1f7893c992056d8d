"""How a neighbour is drawn: rank, play, title, who and when, and its similarity beside chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import shapes
from desktop.kit import Kit
from desktop.neighbours.model import FAR_ROLE, HIT_ROLE, HitsModel
from desktop.neighbours.thumbs import Thumb, Thumbs, middle_of
from desktop.rows import ASIDE, PLAY, RANK, is_heard, paint_list_ground, paint_play, paint_rank, paint_words
from desktop.tables import Index
from desktop.theme import Weight, look
from desktop.times import span_words

if TYPE_CHECKING:
    from core.neighbours.request import Hit

ROW, NARROW_ROW = 42, 36
BAR = 84
THUMB_WIDTH, THUMB_HEIGHT = 52, 30
SMALL_THUMB = 40
ROOMY_PX = 340
"""In narrower lists the small spectrogram is the play button, too."""
CROWDED = 0.8
"""Where even chance is above this, bars begin higher, or all would look full."""


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
        self._kit, self._model, self._view = kit, model, parent
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
        paint_list_ground(painter, option, self._view)
        heard = is_heard(self._kit.player, hit.track_id)
        right = option.rect.right() - look().px(BAR + 16)
        paint_rank(painter, option.rect, hit.rank, heard=heard)
        left = self._paint_sound(painter, option, hit, heard=heard) + look().px(8)
        self._paint_words(
            painter, QRect(left, option.rect.top(), right - left, option.rect.height()), index, hit
        )
        self._paint_similarity(painter, option.rect, hit.similarity)
        painter.restore()

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
        paint_play(painter, middle, heard=heard)
        return room.right()

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
        paint_words(painter, upper, look().font(13), "text", self._model.title_of(hit))
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
        paint_words(painter, lower, look().font(11), "text2", said)

    def _paint_similarity(self, painter: QPainter, rect: QRect, similarity: float) -> None:
        start = bar_start(self.chance)
        width, right = look().px(BAR), rect.right() - look().px(8)
        height = rect.height()
        number = QRect(right - width, rect.top() + look().px(4), width, height // 2 - look().px(2))
        bold = look().font(12, Weight.DemiBold)
        paint_words(painter, number, bold, "text", figure(similarity, start), ASIDE)
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
