"""The figures of every epoch as a table: for tasks that have no classes to mix up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop import words
from desktop.curves.story import Story
from desktop.results.figures import SHARES, figure_words
from desktop.tables import Index, RowCell, dress
from desktop.theme import Weight, look
from desktop.widgets import Elided, heading, rule

if TYPE_CHECKING:
    from core.runs.curves import EpochRow

_ROOT = QModelIndex()
FORMS = {"share": ",.1f", "loss": ",.4f", "other": ",.3f"}


class FiguresModel(QAbstractTableModel):
    """The newest epoch first; columns are whatever the run tells."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[EpochRow] = []
        self.columns: list[tuple[str, str]] = []
        """Part and figure."""
        self._best: int | None = None

    def show_story(self, story: Story) -> None:
        rows = list(reversed(story.rows))
        columns = _columns(story.rows)
        if rows == self.rows and columns == self.columns:
            return
        if columns == self.columns and rows[len(rows) - len(self.rows) :] == self.rows:
            self.beginInsertRows(_ROOT, 0, len(rows) - len(self.rows) - 1)
            self.rows, self._best = rows, story.best
            self.endInsertRows()
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.rows, self.columns, self._best = rows, columns, story.best
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Epoch")
        if section > len(self.columns):
            return self.tr("Time, s")
        part, figure = self.columns[section - 1]
        unit = ", %" if figure in SHARES else ""
        return f"{figure_words(figure)}{unit}, {words.part(part)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and row.epoch == self._best:
            return QFont(look().font(12, Weight.DemiBold))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{head}: {self._said(row, index.column())}"
        return None

    def _said(self, row: EpochRow, column: int) -> str:
        if column == 0:
            number = words.number(row.epoch + 1)
            return self.tr("best {}").format(number) if row.epoch == self._best else number
        if column > len(self.columns):
            return words.number(row.seconds, ",.1f")
        part, figure = self.columns[column - 1]
        value = row.figures.get(part, {}).get(figure)
        if value is None:
            return "–"
        kind = "share" if figure in SHARES else "loss" if figure == "loss" else "other"
        return words.number(value * 100 if kind == "share" else value, FORMS[kind])


def _columns(rows: Sequence[EpochRow]) -> list[tuple[str, str]]:
    told = {(part, name) for row in rows for part, figures in row.figures.items() for name in figures}
    return sorted(told, key=lambda one: (one[1] != "loss", one[1], one[0]))


class Figures(QWidget):
    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(look().px(10), look().px(8), look().px(8), look().px(8))
        self.title = heading(self.tr("Epochs"))
        head.addWidget(self.title)
        rows.addLayout(head)
        rows.addWidget(rule())
        self.model = FiguresModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(RowCell(self.table))
        dress(self.table, self.tr("Figures of each epoch, the newest first"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows.addWidget(self.table, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(look().px(10), look().px(5), look().px(10), look().px(5))
        foot.addWidget(Elided(self.tr("The best epoch on the validation part is in bold."), 11))
        rows.addWidget(rule())
        rows.addLayout(foot)

    def show_story(self, story: Story) -> None:
        self.model.show_story(story)
