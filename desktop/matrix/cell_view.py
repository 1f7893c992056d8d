"""The list of a cell: how a track is drawn, with what the run gave to both labels, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import words
from desktop.icons import render
from desktop.matrix.cell_model import MEMBER_ROLE, CellModel
from desktop.tables import Index
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from core.runs.cells import Member
    from desktop.kit import Kit

ROW, PLAY, BAR, NUMBER = 36, 26, 84, 44
Key = Qt.Key
Align = Qt.AlignmentFlag


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
        rect = option.rect
        self._paint_ground(painter, option)
        self._paint_play(painter, rect, heard=self._is_heard(member))
        figures = columns(rect, is_right=self._model.is_right)
        left = rect.left() + look().px(PLAY + 4)
        half = rect.height() // 2
        room = QRect(left, rect.top() + look().px(2), figures[0].left() - left - look().px(8), half)
        title = look().font(12, Weight.DemiBold if self._is_heard(member) else Weight.Normal)
        _draw(painter, room, title, look().colour("text"), self._model.title_of(member))
        below = room.translated(0, half - look().px(3))
        _draw(painter, below, look().font(11), look().colour("text2"), self._model.about(member))
        self._paint_bar(painter, figures[0], member)
        for place, value, weight, token in (
            (figures[1], member.of_said, Weight.DemiBold, "text"),
            (figures[2], member.of_true, Weight.Normal, "text2"),
        ):
            said = words.number(value, ".2f")
            _draw(painter, place, look().font(12, weight), look().colour(token), said, right=True)
        painter.restore()

    def _is_heard(self, member: Member) -> bool:
        player = self._kit.player
        return player.is_playing and player.passage is not None and player.passage.track_id == member.track_id

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look().colour("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look().colour("raised"))
        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_play(self, painter: QPainter, rect: QRect, *, heard: bool) -> None:
        middle = QPointF(rect.left() + look().px(PLAY) / 2 + 2, rect.top() + rect.height() / 2)
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
        points = [QPointF(x, y), QPointF(x, y + size), QPointF(x + size * 0.86, middle.y())]
        painter.drawPolygon(QPolygonF(points))

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


def _draw(
    painter: QPainter, room: QRect, font: QFont, colour: QColor, text: str, *, right: bool = False
) -> None:
    if room.width() <= 0:
        return
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, (Align.AlignRight if right else Align.AlignLeft) | Align.AlignVCenter, shown)


class CellView(QListView):
    """A click or Enter plays; N or Right goes on to the next, Left back; Space plays and pauses."""

    played = Signal(int)
    """The row."""
    stepped = Signal(int)
    """1: the next is to be heard, -1: the one before."""
    walked = Signal(int)

    def __init__(self, kit: Kit, model: CellModel) -> None:
        super().__init__()
        self._kit, self._tracks = kit, model
        self.setModel(model)
        self.setItemDelegate(MemberRow(kit, model, self))
        self.setAccessibleName(self.tr("Tracks of the cell, surest first"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kit.player.passage_changed.connect(self._repaint)
        kit.player.playing_changed.connect(self._repaint)
        look().changed.connect(self._repaint)

    @property
    def row(self) -> int:
        return self.currentIndex().row()

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    def show_row(self, row: int | None) -> None:
        """Without telling anybody."""
        blocked = self.blockSignals(True)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self._tracks.index(row, 0))
        self.blockSignals(blocked)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = {Key.Key_Return, Key.Key_Enter, Key.Key_N, Key.Key_Right, Key.Key_Left}
            if self.row >= 0 and not self._is_loaded():
                mine.add(Key.Key_Space)  # else it is the player's
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in mine and held == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().event(event)

    def _is_loaded(self) -> bool:
        passage = self._kit.player.passage
        return passage is not None and self._tracks.row_of(passage.track_id) == self.row

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

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.walked.emit(current.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.played.emit(index.row())
