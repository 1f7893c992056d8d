"""The heads of the table's columns: a click sorts, a drag moves, a right click chooses which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView

from desktop.icons import icon
from desktop.library.columns import Column
from desktop.theme import look

if TYPE_CHECKING:
    from desktop.library.table import TracksTable

ARROW = 12
PAD = 6
SHORTEST = 20


class TracksHeader(QHeaderView):
    sort_wanted = Signal(object)
    """A Column that was clicked on."""
    menu_wanted = Signal(object)
    changed = Signal()
    """Somebody has moved a column or changed its width."""

    def __init__(self, table: TracksTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.sorted_key = ""
        self.sorted_down = False
        self.is_fitted = True
        """Widths follow the room; not any more once somebody has set one."""
        self._is_ours = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(look().px(SHORTEST))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Columns"))
        self.sectionClicked.connect(self._clicked)
        self.sectionMoved.connect(self._was_moved)
        self.sectionResized.connect(self._was_resized)

    def _columns(self) -> list[Column]:
        return self._table.tracks.columns

    # Order and widths

    def order(self) -> list[str]:
        """As they stand, from the left."""
        columns = self._columns()
        return [columns[self.logicalIndex(place)].key for place in range(self.count())]

    def widths(self) -> dict[str, int]:
        """That somebody has set, at 100 %; empty where they follow the room."""
        if self.is_fitted:
            return {}
        scale = look().scale
        return {column.key: round(self.sectionSize(i) / scale) for i, column in enumerate(self._columns())}

    def show_widths(self, widths: dict[str, Any]) -> None:
        self._is_ours = True
        self.is_fitted = not widths
        for place, column in enumerate(self._columns()):
            width = widths.get(column.key)
            usual = column.width if type(width) is not int else min(max(width, SHORTEST), 2000)
            self.resizeSection(place, look().px(usual))
        self._is_ours = False
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Shrink or stretch the columns to the room, as far as they can be read; then it scrolls."""
        columns = self._columns()
        if not self.is_fitted or not columns:
            return
        px, room = look().px, self._table.viewport().width()
        usual = [px(column.width) for column in columns]
        least = [px(column.least) for column in columns]
        if sum(usual) > room:  # of a state the sign alone will do
            usual = [
                small if c.key == "state" else wide
                for c, wide, small in zip(columns, usual, least, strict=True)
            ]
        seen = len(columns)
        while seen > 1 and sum(least[:seen]) > room:
            seen -= 1
        widths = _shared(usual[:seen], least[:seen], [not c.is_figure for c in columns[:seen]], room)
        self._is_ours = True
        for place, width in enumerate([*widths, *usual[seen:]]):
            self.resizeSection(place, width)
        self._is_ours = False

    @Slot()
    def _was_moved(self) -> None:
        self.changed.emit()
        self.viewport().update()

    @Slot()
    def _was_resized(self) -> None:
        if not self._is_ours:
            self.is_fitted = False
            self.changed.emit()

    # Sorting

    @Slot(int)
    def _clicked(self, place: int) -> None:
        column = self._columns()[place]
        if column.sorts:
            self.sort_wanted.emit(column)

    def show_sort(self, key: str, *, down: bool) -> None:
        if (key, down) != (self.sorted_key, self.sorted_down):
            self.sorted_key, self.sorted_down = key, down
            self.viewport().update()

    # Drawing

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(28))

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        columns = self._columns()
        if not rect.isValid() or place >= len(columns):
            return
        column, px = columns[place], look().px
        painter.save()
        painter.fillRect(rect, look().colour("raised" if self._is_hovered(rect) else "pane"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look().colour("line"))
        room = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        if self.visualIndex(place) == 0:
            room.setLeft(rect.left() + px(22))
        font = look().font(12)
        metrics = QFontMetrics(font)
        arrow = px(ARROW) + 2 if column.key == self.sorted_key else 0
        wide = min(metrics.horizontalAdvance(column.heading), room.width() - arrow)
        left = room.right() + 1 - wide - arrow if column.is_figure else room.left()
        shown = metrics.elidedText(column.heading, Qt.TextElideMode.ElideRight, room.width() - arrow)
        painter.setFont(font)
        painter.setPen(look().colour("text2"))
        across = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if len(shown) > 1:  # an ellipsis alone says nothing; the tool tip does
            painter.drawText(QRect(left, rect.top(), wide + 1, rect.height()), across, shown)
        if arrow:
            side = px(ARROW)
            at = QRect(left + wide + 2, rect.top() + (rect.height() - side) // 2, side, side)
            icon("down" if self.sorted_down else "up", "text2").paint(painter, at)
        painter.restore()

    def _is_hovered(self, rect: QRect) -> bool:
        return self.underMouse() and rect.contains(self.mapFromGlobal(self.cursor().pos()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverLeave):
            self.viewport().update()
        return super().event(event)

    def below(self) -> QPoint:
        return self.mapToGlobal(QPoint(0, self.height()))


def _shared(usual: list[int], least: list[int], may_grow: list[bool], room: int) -> list[int]:
    """The usual widths where there is room for them; what is left goes to the words, in proportion."""
    over = sum(usual) - room
    if over <= 0:
        growing = sum(wide for wide, grows in zip(usual, may_grow, strict=True) if grows) or 1
        widths = [
            wide + (-over * wide // growing if grows else 0)
            for wide, grows in zip(usual, may_grow, strict=True)
        ]
    else:
        slack = sum(wide - short for wide, short in zip(usual, least, strict=True)) or 1
        widths = [
            wide - min(over * (wide - short) // slack, wide - short)
            for wide, short in zip(usual, least, strict=True)
        ]
    widths[0] = max(widths[0] + room - sum(widths), least[0])
    return widths
