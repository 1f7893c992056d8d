"""The list of a cell: how a track is drawn, with what the run gave to both labels, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop import words
from desktop.lists import Key, TrackList
from desktop.matrix.cell_model import MEMBER_ROLE, CellModel
from desktop.rows import ASIDE, PLAY, is_heard, paint_list_ground, paint_play, paint_words
from desktop.tables import Index
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from core.runs.cells import Member
    from desktop.kit import Kit

ROW, BAR, NUMBER = 36, 84, 44


class MemberRow(QStyledItemDelegate):
    """Its parent is the view."""

    def __init__(self, kit: Kit, model: CellModel, parent: CellView) -> None:
        super().__init__(parent)
        self._kit, self._model, self._view = kit, model, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(200), look().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        member: Member = index.data(MEMBER_ROLE)
        painter.save()
        paint_list_ground(painter, option, self._view)
        rect, heard = option.rect, is_heard(self._kit.player, member.track_id)
        middle = QPointF(rect.left() + look().px(PLAY) / 2 + 2, rect.top() + rect.height() / 2)
        paint_play(painter, middle, heard=heard)
        figures = columns(rect, is_right=self._model.is_right)
        left = rect.left() + look().px(PLAY + 4)
        half = rect.height() // 2
        room = QRect(left, rect.top() + look().px(2), figures[0].left() - left - look().px(8), half)
        title = look().font(12, Weight.DemiBold if heard else Weight.Normal)
        paint_words(painter, room, title, "text", self._model.title_of(member))
        below = room.translated(0, half - look().px(3))
        paint_words(painter, below, look().font(11), "text2", self._model.about(member))
        self._paint_bar(painter, figures[0], member)
        for place, value, weight, token in (
            (figures[1], member.of_said, Weight.DemiBold, "text"),
            (figures[2], member.of_true, Weight.Normal, "text2"),
        ):
            paint_words(painter, place, look().font(12, weight), token, words.number(value, ".2f"), ASIDE)
        painter.restore()

    def _paint_bar(self, painter: QPainter, room: QRect, member: Member) -> None:
        """What was said in the colour of wrong cells, then what is true in that of right ones."""
        thick = look().px(7)
        bar = QRectF(room.left(), room.center().y() - thick / 2, room.width(), thick)
        painter.fillRect(bar, look().colour("line"))
        ramps, right = look().theme.ramps, self._model.is_right
        first = QColor(ramps["depth" if right else "ember"][4 if right else 5])
        wide = bar.width() * min(member.of_said, 1.0)
        painter.fillRect(QRectF(bar.left(), bar.top(), wide, thick), first)
        if not right:
            rest = min(bar.width() * member.of_true, bar.width() - wide)
            painter.fillRect(QRectF(bar.left() + wide, bar.top(), rest, thick), QColor(ramps["depth"][4]))


def columns(rect: QRect, *, is_right: bool) -> tuple[QRect, QRect, QRect]:
    """Where bar and both figures of a row stand; of what was right there is one figure."""
    px = look().px
    wide = px(BAR) if rect.width() > px(360) else px(BAR // 2)
    edge = rect.right() - px(8)
    true = QRect(
        edge - (0 if is_right else px(NUMBER)), rect.top(), 0 if is_right else px(NUMBER), rect.height()
    )
    said = QRect(true.left() - px(NUMBER), rect.top(), px(NUMBER), rect.height())
    return QRect(said.left() - wide - px(2), rect.top(), wide, rect.height()), said, true


class CellView(TrackList):
    """A click or Enter plays; N or Right goes on to the next, Left back; Space plays and pauses."""

    stepped = Signal(int)
    """1: the next is to be heard, -1: the one before."""

    keys = frozenset({Key.Key_Return, Key.Key_Enter, Key.Key_N, Key.Key_Right, Key.Key_Left})

    def __init__(self, kit: Kit, model: CellModel) -> None:
        super().__init__(kit, model)
        self.setItemDelegate(MemberRow(kit, model, self))
        self.setAccessibleName(self.tr("Tracks of the cell, surest first"))
        look().changed.connect(self.repaint_rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Key.Key_N, Key.Key_Right):
            self.stepped.emit(1)
        elif key == Key.Key_Left:
            self.stepped.emit(-1)
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space) and self.row >= 0:
            self.played.emit(self.row)
        else:
            super().keyPressEvent(event)
