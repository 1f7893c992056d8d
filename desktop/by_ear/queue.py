"""The queue: what comes next, with what the probe takes each track for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import shapes
from desktop.by_ear.classes import percent
from desktop.player.passage import heard_track
from desktop.tables import Index
from desktop.theme import ClassStyle, Weight, look

if TYPE_CHECKING:
    from core.probes.request import Next
    from desktop.kit import Kit

ROW, GUESS = 34, 132
NEXT = Qt.ItemDataRole.UserRole + 1
Styles = Callable[[str], ClassStyle | None]


class QueueModel(QAbstractListModel):
    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.workspace)
        self._kit = kit
        self.queue: list[Next] = []
        kit.cards.arrived.connect(self._repaint)

    def show_queue(self, queue: Sequence[Next]) -> None:
        self.beginResetModel()
        self.queue = list(queue)
        self.endResetModel()
        self._kit.cards.want(one.track_id for one in self.queue)

    @Slot()
    def _repaint(self) -> None:
        if self.queue:
            self.dataChanged.emit(self.index(0), self.index(len(self.queue) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.queue)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.queue[index.row()]
        if role == NEXT:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                f"{self.title_of(one)}, {one.said} {percent(one.probability)}"
                if one.said
                else self.title_of(one)
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.path
        return None

    def title_of(self, one: Next) -> str:
        card = self._kit.cards.get(one.track_id)
        return card.title if card is not None else one.path


class QueueRow(QStyledItemDelegate):
    def __init__(self, kit: Kit, model: QueueModel, styles: Styles, parent: QListView) -> None:
        super().__init__(parent)
        self._kit, self._model, self._styles = kit, model, styles

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(160), look().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Next = index.data(NEXT)
        rect, px, colour = option.rect, look().px, look().colour
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("raised"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(px(8), px(2), -px(GUESS if one.said else 8), -px(2))
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = QRect(room.left(), upper.bottom(), room.width(), room.height() // 2)
        card = self._kit.cards.get(one.track_id)
        heard = heard_track(self._kit.player) == one.track_id
        _write(painter, upper, self._model.title_of(one), "hear" if heard else "text", 12)
        _write(painter, lower, card.about() if card is not None else "", "text2", 11)
        if one.said:
            self._paint_guess(painter, rect.adjusted(rect.width() - px(GUESS) + px(6), 0, -px(8), 0), one)
        painter.restore()

    def _paint_guess(self, painter: QPainter, room: QRect, one: Next) -> None:
        px = look().px
        upper = QRect(
            room.left() + px(16), room.top() + px(2), room.width() - px(16), room.height() // 2 - px(2)
        )
        middle = QPointF(room.left() + px(6), upper.top() + upper.height() / 2)
        shapes.paint(painter, self._styles(one.said), middle, px(4))
        painter.setFont(look().font(12, Weight.DemiBold))
        share = percent(one.probability)
        aside = painter.fontMetrics().horizontalAdvance(share) + px(4)
        painter.setPen(look().colour("text"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)
        _write(painter, upper.adjusted(0, 0, -aside, 0), one.said, "text", 12)
        other = self.tr("not {}").format(one.given) if one.given else self.tr("or {}").format(one.second)
        lower = QRect(upper.left(), upper.bottom(), upper.width(), upper.height())
        _write(painter, lower, other if one.given or one.second else "", "text2", 11)


class Queue(QListView):
    chosen = Signal(int)
    """A track that somebody wants to be asked about."""

    def __init__(self, kit: Kit, styles: Styles) -> None:
        super().__init__()
        self.model_ = QueueModel(kit)
        self.setModel(self.model_)
        self.setItemDelegate(QueueRow(kit, self.model_, styles, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Tracks that come next"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._choose)
        kit.player.playing_changed.connect(self.viewport().update)
        kit.player.passage_changed.connect(self.viewport().update)

    def show_queue(self, queue: Sequence[Next], current: int | None) -> None:
        self.model_.show_queue(queue)
        self.show_current(current)

    def show_current(self, track_id: int | None) -> None:
        row = next((row for row, one in enumerate(self.model_.queue) if one.track_id == track_id), None)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self.model_.index(row))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(NEXT).track_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and figures belong to the page; Enter goes to the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()


def _write(painter: QPainter, room: QRect, text: str, tone: str, size: int) -> None:
    painter.setFont(look().font(size))
    painter.setPen(look().colour(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
