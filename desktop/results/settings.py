"""The view of settings: recipe, split, seeds, checkpoints, figures with methods; what differs is marked."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.results.sheet import Entry, Sheet, read_sheet
from desktop.results.view import ResultView
from desktop.tables import Index, RowCell, dress
from desktop.theme import Weight, fixed_font, look
from desktop.widgets import Button, label, rule

if TYPE_CHECKING:
    from core.runs.shown import RunLine
    from desktop.kit import Kit

_ROOT = QModelIndex()
Role = Qt.ItemDataRole
NAME_PX = 280


class Column(IntEnum):
    NAME = 0
    THIS = 1
    BESIDE = 2


class SheetModel(QAbstractTableModel):
    """A section's name is a row of its own: a text instead of an Entry."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        self.rows: list[Entry | str] = []
        self.is_short = False
        """Only what differs."""

    def show_sheet(self, sheet: Sheet, *, differing: bool) -> None:
        self.beginResetModel()
        self.sheet, self.is_short = sheet, differing
        self.rows = []
        section = ""
        for entry in sheet.entries:
            if differing and not entry.differs:
                continue
            if entry.section != section:
                section = entry.section
                self.rows.append(section)
            self.rows.append(entry)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + max(len(self.sheet.runs), 1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Role.DisplayRole:
            return None
        if section == Column.NAME or section > len(self.sheet.runs):
            return self.tr("Setting") if section == Column.NAME else ""
        mark = "B" if section == Column.THIS else "A"
        return self.tr("{}: run {}").format(mark, self.sheet.runs[section - 1])

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if isinstance(row, str):
            if role == Role.FontRole:
                return look().font(12, Weight.DemiBold)
            return row if role == Role.DisplayRole and column == Column.NAME else None
        said = row.name if column == Column.NAME else row.values[column - 1]
        if role == Role.DisplayRole:
            return f"≠ {said}" if row.differs and column == Column.NAME else said
        if role == Role.AccessibleTextRole:
            return self.tr("{}, differs").format(said) if row.differs and column == Column.NAME else said
        if role == Role.ToolTipRole:
            return row.more or said
        if role == Role.FontRole and row.differs and not self.is_short:
            return look().font(12, Weight.DemiBold)
        return self._colour(row, column) if role == Role.ForegroundRole else None

    def _colour(self, row: Entry, column: int) -> QColor:
        return look().colour("text2" if column == Column.NAME and not row.differs else "text")


class SettingsResult(ResultView):
    name = "settings"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._asked = 0
        self._sheet = Sheet()
        self.model = SheetModel(self)
        self._build()
        self.differing.toggled.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.as_text.toggled.connect(self._show_text)
        look().changed.connect(self._show)
        self._show_text(False)

    def title(self) -> str:
        return self.tr("Settings")

    def fits(self, run: RunLine, beside: RunLine | None) -> bool:
        return True

    def _build(self) -> None:
        tr = self.tr
        self.differing = QCheckBox(tr("Only what differs"))
        self.as_text = QCheckBox(tr("Recipe text"))
        self.as_text.setToolTip(tr("The recipe as a file that can be changed and trained with"))
        self.copy = Button(tr("Copy recipe"), "small", icon_name="copy")
        self.copy.setToolTip(tr("The text of the recipe, to the clipboard"))
        self.none = label("", tone="text2", wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(RowCell(self.table))
        dress(self.table, tr("Settings of the runs"))
        self.table.verticalHeader().setDefaultSectionSize(look().px(24))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(tr("Recipe text"))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        for widget in (self.table, self.text):
            self.split.addWidget(widget)
        self.split.setSizes([3000, 2000])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._make_tools())
        rows.addWidget(rule())
        rows.addWidget(self.none, 1)
        rows.addWidget(self.split, 1)

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(12, 2, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.differing)
        row.addStretch(1)
        row.addWidget(self.as_text)
        row.addWidget(self.copy)
        return tools

    # What is shown

    def show_runs(self, run: RunLine | None, beside: RunLine | None) -> None:
        self._asked += 1
        runs = [line.run for line in (run, beside) if line is not None]
        if runs:
            self._kit.workspace.look(partial(read_sheet, runs), partial(self._came, self._asked))

    def show_differences(self) -> None:
        self.differing.setChecked(True)

    def _came(self, asked: int, sheet: Sheet) -> None:
        if asked == self._asked:
            self._sheet = sheet
            self._show()

    @Slot()
    def _show(self) -> None:
        sheet = self._sheet
        two = len(sheet.runs) > 1
        self.differing.setVisible(two)
        self.model.show_sheet(sheet, differing=two and self.differing.isChecked())
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(Column.NAME, look().px(NAME_PX))
        self.text.setPlainText(sheet.recipes[0] if sheet.recipes else "")
        self.copy.setEnabled(bool(sheet.recipes))
        nothing = two and not self.model.rows
        self.none.setText(self.tr("The two runs do not differ in anything.") if nothing else "")
        self.none.setVisible(nothing)
        self.split.setVisible(not nothing)

    @Slot(bool)
    def _show_text(self, shown: bool) -> None:
        self.text.setVisible(shown)

    @Slot()
    def _copy(self) -> None:
        if self._sheet.recipes:
            QGuiApplication.clipboard().setText(self._sheet.recipes[0])

    def forget(self) -> None:
        self._asked += 1
        self._sheet = Sheet()
        self._show()
