"""The table of classes: rows that can be put in any order, and figures drawn with their intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLineF, QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from desktop import shapes, words
from desktop.tables import Index, RowCell
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from desktop.colouring import Colouring

ROOT = QModelIndex()
Role = Qt.ItemDataRole
Align = Qt.AlignmentFlag
NUMBER = 44


@dataclass(frozen=True)
class ClassRow:
    """`figures`: value, low and high; without an interval where the tracks are all alike."""

    name: str
    tracks: int
    figures: Mapping[str, tuple[float, float | None, float | None]]
    floors: Mapping[str, float]
    """What random labels reach."""


class ClassesModel(QAbstractTableModel):
    def __init__(self, colouring: Colouring) -> None:
        super().__init__()
        self.colouring = colouring
        self.field = ""
        self.figures: tuple[str, ...] = ()
        self.rows: list[ClassRow] = []
        self._order = (0, Qt.SortOrder.AscendingOrder)

    def show_rows(self, field: str, figures: Sequence[str], rows: Sequence[ClassRow]) -> None:
        self.beginResetModel()
        self.field, self.figures, self.rows = field, tuple(figures), list(rows)
        self._sort()
        self.endResetModel()

    def row_at(self, index: Index) -> ClassRow | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._order = (column, order)
        self._sort()
        self.layoutChanged.emit()

    def _sort(self) -> None:
        """What has no such figure stays below."""
        column, order = self._order
        down = order == Qt.SortOrder.DescendingOrder
        self.rows.sort(key=lambda row: row.name.casefold())
        if column == 0:
            self.rows = self.rows[::-1] if down else self.rows
        elif column == 1:
            self.rows.sort(key=lambda row: row.tracks, reverse=down)
        elif column - 2 < len(self.figures):
            name, sign = self.figures[column - 2], -1 if down else 1
            self.rows.sort(key=lambda row: sign * row.figures[name][0] if name in row.figures else 9.0)

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2 + len(self.figures)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            if section < 2:
                return (self.tr("Class"), self.tr("Tracks"))[section]
            return self.figure_words(self.figures[section - 2])[0]
        if role == Role.ToolTipRole and section >= 2:
            return self.figure_words(self.figures[section - 2])[1]
        if role == Role.TextAlignmentRole:
            return (Align.AlignRight if section == 1 else Align.AlignLeft) | Align.AlignVCenter
        return None

    def figure_words(self, name: str) -> tuple[str, str]:
        tr = self.tr
        return {
            "precision": (tr("Precision"), tr("Of the tracks called so, the part that is so")),
            "recall": (tr("Recall"), tr("Of the tracks that are so, the part that was called so")),
            "f1": (tr("F1"), tr("The harmonic mean of precision and recall")),
            "roc_auc": (tr("ROC-AUC"), tr("How often a track with the tag ranks above one without")),
            "average_precision": (tr("Average precision"), tr("The area below precision over recall")),
        }[name]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        row = self.row_at(index)
        if row is None:
            return None
        column = index.column()
        if role == Role.TextAlignmentRole and column == 1:
            return Align.AlignRight | Align.AlignVCenter
        if role == Role.DisplayRole:
            return row.name if column == 0 else words.number(row.tracks) if column == 1 else ""
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return self.said(row, column)
        return None

    def said(self, row: ClassRow, column: int) -> str:
        if column < 2:
            return f"{row.name}, {words.tracks(row.tracks)}"
        name = self.figures[column - 2]
        title = self.figure_words(name)[0]
        if name not in row.figures:
            return self.tr("{}, {}: unknown, for no track was called so").format(row.name, title)
        value, low, high = row.figures[name]
        said = f"{row.name}, {title} {number(value)}"
        if low is not None and high is not None:
            said += self.tr(", 95 % interval {} to {}").format(number(low), number(high))
        if name in row.floors:
            said += self.tr(", random labels {}").format(number(row.floors[name]))
        return said


def number(value: float) -> str:
    return words.number(value, ".2f")


class ClassCell(RowCell):
    def __init__(self, table: QTableView, model: ClassesModel) -> None:
        super().__init__(table)
        self._model = model

    def begin(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() == 0:
            option.rect = option.rect.adjusted(look().px(22), 0, 0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = self._model.row_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == 0:
            self._paint_shape(painter, option, row)
        elif index.column() > 1:
            self._paint_figure(painter, QRectF(option.rect), row, self._model.figures[index.column() - 2])
        painter.restore()

    def _paint_shape(self, painter: QPainter, option: QStyleOptionViewItem, row: ClassRow) -> None:
        colouring = self._model.colouring
        if colouring.colours.field == self._model.field:
            middle = QPointF(option.rect.left() + look().px(12), QRectF(option.rect).center().y())
            shapes.paint(painter, colouring.style(row.name), middle, look().px(4.6))

    def _paint_figure(self, painter: QPainter, rect: QRectF, row: ClassRow, name: str) -> None:
        px = look().px
        left = Align.AlignLeft | Align.AlignVCenter
        painter.setFont(look().font(12, Weight.DemiBold))
        painter.setPen(look().colour("text" if name in row.figures else "text2"))
        said = number(row.figures[name][0]) if name in row.figures else "–"
        painter.drawText(rect.adjusted(px(6), 0, 0, 0), left, said)
        axis = rect.adjusted(px(NUMBER), 0, -px(14), 0)
        if axis.width() < px(30):
            return
        middle = axis.center().y()

        def x(value: float) -> float:
            return axis.left() + axis.width() * min(max(value, 0.0), 1.0)

        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawLine(QLineF(axis.left(), middle, axis.right(), middle))
        if name in row.floors:
            painter.setPen(QPen(look().colour("text2"), 1))
            at = x(row.floors[name])
            painter.drawLine(QLineF(at, middle - px(6), at, middle + px(6)))
        if name not in row.figures:
            return
        value, low, high = row.figures[name]
        if low is not None and high is not None:
            painter.setPen(QPen(look().colour("accent"), px(3)))
            painter.drawLine(QLineF(x(low), middle, x(high), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("text"))
        painter.drawEllipse(QPointF(x(value), middle), px(3.5), px(3.5))
