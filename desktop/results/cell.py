"""How a run's row is drawn: the marks A and B, the figure with its interval on the common axis."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QLineF,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.icons import icon
from desktop.results.figures import state_words
from desktop.results.model import FIGURES, Mine, RunsModel
from desktop.results.rows import COLUMNS, Row, cell_words
from desktop.theme import Weight, look

Index = QModelIndex | QPersistentModelIndex
PAD = 6
MARK = 16
EDGE = 12
"""Left and right of the axis, so that a dot at its end is whole."""


def axis_room(rect: QRect) -> QRectF:
    edge = look().px(EDGE)
    return QRectF(rect.adjusted(edge, 0, -edge, 0))


class RunCell(QStyledItemDelegate):
    """Its parent is the table."""

    def __init__(self, table: QTableView, model: RunsModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Mine.ROW)
        if not isinstance(row, Row):
            return
        column, rect = COLUMNS[index.column()], option.rect
        painter.save()
        mark = self._model.mark(row)
        if mark:
            painter.fillRect(rect, look().colour("selected"))
        if column == "mark":
            self._paint_mark(painter, rect, row, mark)
        elif column == "plot":
            self._paint_plot(painter, rect, row, mark)
        else:
            self._paint_words(painter, rect, row, column, mark)
        if self._table.hasFocus() and self._table.currentIndex().row() == index.row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(look().colour("accent"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, row: Row, mark: str) -> None:
        if row.control:
            return
        side = look().px(MARK)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(rect.center()) + QPointF(0.5, 0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not mark:
            painter.setPen(QPen(look().colour("border"), 1))
            painter.setBrush(look().colour("raised"))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colour(mark))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(look().colour("on-accent" if mark == "B" else "pane"))
        painter.setFont(look().font(11, Weight.DemiBold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, column: str, mark: str) -> None:
        said = cell_words(row, column, self._model.table)
        px = look().px
        room = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        font = look().font(12, Weight.DemiBold if mark and column in ("run", "figure") else Weight.Normal)
        if column == "split" and row.reason and not row.control:
            room = self._paint_sign(painter, room, "warning", "warn")
        if column == "state" and row.state:
            _, sign, tint = state_words(row.state)
            room = self._paint_sign(painter, room, sign, tint)
        painter.setFont(font)
        painter.setPen(self._tone(row, column))
        shown = QFontMetrics(font).elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if column == "what" and shown == said and row.title and not row.control:
            after = room.adjusted(QFontMetrics(font).horizontalAdvance(said), 0, 0, 0)
            rest = QFontMetrics(font).elidedText(
                f" · {row.title}", Qt.TextElideMode.ElideRight, after.width()
            )
            if len(rest) > len(" · …") + 2:
                painter.setPen(look().colour("text2"))
                painter.drawText(after, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, rest)

    def _paint_sign(self, painter: QPainter, room: QRect, sign: str, tint: str) -> QRect:
        side = look().px(14)
        at = QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)
        icon(sign, tint).paint(painter, at)
        return room.adjusted(side + look().px(4), 0, 0, 0)

    def _tone(self, row: Row, column: str) -> QColor:
        if row.reason and column in ("split", "note") and not (column == "note" and not row.reason):
            return look().colour("warn")
        if row.control or row.archived:
            return look().colour("text2")
        if row.reason and column in ("figure", "second"):
            return look().colour("text2")
        return look().colour("text2" if column in ("interval", "split", "state") else "text")

    def _paint_plot(self, painter: QPainter, rect: QRect, row: Row, mark: str) -> None:
        axis, room = self._model.table.axis, axis_room(rect)
        painter.setPen(QPen(look().colour("edge" if mark else "line"), 1))
        for tick in axis.ticks:
            x = round(room.left() + axis.place(tick) * room.width()) + 0.5
            painter.drawLine(QLineF(x, rect.top(), x, rect.bottom() + 1))
        if row.chance is not None:
            x = round(room.left() + axis.place(row.chance) * room.width()) + 0.5
            painter.setPen(QPen(look().colour("text2"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(x, rect.top(), x, rect.bottom() + 1))
        if row.figure is not None:
            self._paint_interval(painter, room, row, mark)

    def _paint_interval(self, painter: QPainter, room: QRectF, row: Row, mark: str) -> None:
        axis, figure, px = self._model.table.axis, row.figure, look().px
        assert figure is not None
        colour = mark_colour(mark) if mark else look().colour("border")
        middle = room.center().y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

        def x(value: float) -> float:
            return room.left() + axis.place(value) * room.width()

        if figure.low is not None and figure.high is not None:
            style = Qt.PenStyle.DashLine if row.reason else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, px(2), style, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QLineF(x(figure.low), middle, x(figure.high), middle))
            painter.setPen(QPen(colour, px(1.5)))
            for end in (figure.low, figure.high):
                if not axis.low <= end <= axis.high:
                    continue  # it goes on beyond the axis
                painter.drawLine(QLineF(x(end), middle - px(4), x(end), middle + px(4)))
        side = px(4 if mark else 3.5)
        at = QPointF(x(figure.value), middle)
        if row.reason:
            painter.setPen(QPen(colour, px(1.5)))
            painter.setBrush(look().colour("selected" if mark else "pane"))
            painter.drawEllipse(at, side, side)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if row.control:
            painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6))
        else:
            painter.drawEllipse(at, side, side)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(60), look().px(26))

    # Writing in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "small")
        editor.setFont(look().font(12))
        is_note = COLUMNS[index.column()] == "note"
        editor.setAccessibleName(self.tr("Note") if is_note else self.tr("Tags"))
        editor.setPlaceholderText("" if is_note else self.tr("one, two, three"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, 0))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        return super().eventFilter(watched, event)  # type: ignore[arg-type]


def mark_colour(mark: str) -> QColor:
    """Of B the accent, of A ink; they are told apart by their letter too."""
    return look().colour("accent" if mark == "B" else "text2")


def bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(Weight.DemiBold)
    return made
