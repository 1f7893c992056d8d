"""The heads of the runs' columns: a click sorts; above the intervals stand the numbers of their axis."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.icons import icon
from desktop.results.axis import tick_words
from desktop.results.cell import PAD, axis_room
from desktop.results.model import FIGURES, RunsModel
from desktop.results.rows import COLUMNS
from desktop.theme import look

ARROW = 12


class RunsHeader(QHeaderView):
    sort_wanted = Signal(str)

    def __init__(self, table: QTableView, model: RunsModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._model = model
        self.sorted_by = ""
        self.sorted_down = True
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look().px(20))
        self.setAccessibleName(self.tr("Columns of the runs"))
        self.sectionClicked.connect(self._clicked)

    def _clicked(self, place: int) -> None:
        if COLUMNS[place] != "mark":
            self.sort_wanted.emit(COLUMNS[place])

    def show_sort(self, column: str, *, down: bool) -> None:
        self.sorted_by, self.sorted_down = column, down
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(26))

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        if not rect.isValid():
            return
        painter.save()
        painter.fillRect(rect, look().colour("pane"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look().colour("line"))
        painter.setPen(look().colour("text2"))
        if COLUMNS[place] == "plot":
            self._paint_axis(painter, rect)
        else:
            self._paint_words(painter, rect, place)
        painter.restore()

    def _paint_axis(self, painter: QPainter, rect: QRect) -> None:
        table, room = self._model.table, axis_room(rect)
        if not table.leading:
            return
        painter.setFont(look().font(11))
        for tick in table.axis.ticks:
            at = round(room.left() + table.axis.place(tick) * room.width())
            said = tick_words(table.leading, tick)
            wide = painter.fontMetrics().horizontalAdvance(said)
            left = min(max(at - wide // 2, rect.left()), rect.right() - wide)
            painter.drawText(
                QRect(left, rect.top(), wide + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, said
            )

    def _paint_words(self, painter: QPainter, rect: QRect, place: int) -> None:
        column, px = COLUMNS[place], look().px
        said = str(self._model.headerData(place, Qt.Orientation.Horizontal) or "")
        font = look().font(12)
        metrics = QFontMetrics(font)
        is_sorted = column == self.sorted_by
        arrow = px(ARROW) + 2 if is_sorted else 0
        room = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room.width() - arrow)
        wide = metrics.horizontalAdvance(shown)
        left = room.right() + 1 - wide - arrow if column in FIGURES else room.left()
        painter.setFont(font)
        painter.drawText(
            QRect(left, rect.top(), wide + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )
        if is_sorted:
            side = px(ARROW)
            at = QRect(left + wide + 2, rect.top() + (rect.height() - side) // 2, side, side)
            icon("down" if self.sorted_down else "up").paint(painter, at)
