"""The runs as Qt's tables want them; what a cell says in words, it says to a screen reader too."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.results.figures import figure_words, heading, state_words, value_words
from desktop.results.rows import COLUMNS, Row, Table, cell_words
from desktop.tables import Index

_ROOT = QModelIndex()
Role = Qt.ItemDataRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
FIGURES = ("seed", "figure", "second", "study")
WRITTEN = ("note", "tags")


class Mine(IntEnum):
    """Roles of our own."""

    ROW = Role.UserRole + 1


class RunsModel(QAbstractTableModel):
    noted = Signal(int, str)
    tagged = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table()
        self.run: int | None = None
        self.beside: int | None = None

    def show_table(self, table: Table) -> None:
        same = [(row.run, row.control) for row in table.rows] == [
            (row.run, row.control) for row in self.table.rows
        ]
        if same:  # an editor that is open stays open
            self.table = table
            self._say_changed()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
            return
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def show_marks(self, run: int | None, beside: int | None) -> None:
        self.run, self.beside = run, beside
        self._say_changed()

    def _say_changed(self) -> None:
        if self.table.rows:
            last = self.index(len(self.table.rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, place: int) -> Row | None:
        return self.table.rows[place] if 0 <= place < len(self.table.rows) else None

    def place_of(self, run: int | None, control: str = "") -> int | None:
        found = (i for i, row in enumerate(self.table.rows) if (row.run, row.control) == (run, control))
        return next(found, None)

    def mark(self, row: Row) -> str:
        """B is what is looked at, A what it is compared with."""
        if row.control:
            return ""
        return "B" if row.run == self.run else "A" if row.run == self.beside else ""

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        row = self.table.rows[index.row()]
        may_write = COLUMNS[index.column()] in WRITTEN and not row.control
        return usual | Qt.ItemFlag.ItemIsEditable if may_write else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Role.DisplayRole:
            return self._headings()[column]
        if role == Role.ToolTipRole:
            return self._heading_tips().get(column)
        if role == Role.TextAlignmentRole:
            return RIGHT if column in FIGURES else LEFT
        return None

    def _headings(self) -> dict[str, str]:
        tr = self.tr
        return {
            "mark": "",
            "run": tr("Run"),
            "what": tr("What"),
            "encoder": tr("Encoder"),
            "split": tr("Split"),
            "seed": tr("Seed"),
            "figure": heading(self.table.leading) if self.table.leading else tr("Figure"),
            "interval": tr("95 %"),
            "plot": "",
            "second": heading(self.table.second) if self.table.second else "",
            "state": tr("State"),
            "note": tr("Note"),
            "tags": tr("Tags"),
            "study": tr("Study"),
        }

    def _heading_tips(self) -> dict[str, str]:
        tr = self.tr
        return {
            "mark": tr("B is looked at, A is what it is compared with"),
            "figure": tr("On the test part"),
            "interval": tr("Where the figure would lie 95 times in 100, had other tracks been drawn"),
            "plot": tr("The figure with its interval; dotted: what is said without listening"),
            "seed": tr("Where chance begins; other seeds of one recipe tell it from luck"),
        }

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row, column = self.table.rows[index.row()], COLUMNS[index.column()]
        if role == Role.DisplayRole:
            return "" if column == "mark" else cell_words(row, column, self.table)
        if role == Role.EditRole and column in WRITTEN:
            return row.note if column == "note" else ", ".join(row.tags)
        if role == Role.TextAlignmentRole:
            return RIGHT if column in FIGURES else LEFT
        if role == Role.ToolTipRole:
            return self._tip(row, column)
        if role == Role.AccessibleTextRole:
            return self._spoken(row, column)
        return row if role == Mine.ROW else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's own
        row, column = self.table.rows[index.row()], COLUMNS[index.column()]
        if role != Role.EditRole or column not in WRITTEN or row.control:
            return False
        if str(value).strip() != self.data(index, Role.EditRole):
            (self.noted if column == "note" else self.tagged).emit(row.run, str(value).strip())
        return True

    def _tip(self, row: Row, column: str) -> str:
        tr = self.tr
        if column == "mark" and not row.control:
            marked = {"B": tr("Looked at"), "A": tr("Compared with what is looked at")}
            return marked.get(self.mark(row), tr("Look at this run; Ctrl and a click compares with it"))
        if column in ("run", "what"):
            return "\n".join(part for part in (row.what, row.title) if part)
        if column == "split":
            return "\n".join(part for part in (row.split_tip, row.reason) if part)
        if column == "seed":
            return row.seed_tip
        if column in ("figure", "interval", "plot"):
            return self._figure_words(row)
        return cell_words(row, column, self.table)

    def _figure_words(self, row: Row) -> str:
        """`Accuracy 72.0 %, 95 % interval 67.7–75.9, on 457 tracks; chance 14.2`"""
        if row.figure is None:
            return self.tr("Nothing judged on the test part")
        table, tr = self.table, self.tr
        said = [f"{heading(table.leading)} {value_words(table.leading, row.figure.value)}"]
        if interval := cell_words(row, "interval", table):
            said.append(tr("95 % interval {}").format(interval))
        said.append(tr("on {} test tracks").format(row.figure.n))
        if row.chance is not None:
            said.append(tr("without listening {}").format(value_words(table.leading, row.chance)))
        return ", ".join([*said, *([row.reason] if row.reason else [])])

    def _spoken(self, row: Row, column: str) -> str:
        if column == "mark":
            return {"B": self.tr("looked at"), "A": self.tr("compared with")}.get(self.mark(row), "")
        if column == "plot":
            return self._figure_words(row)
        said = cell_words(row, column, self.table)
        if column == "second" and said:
            return f"{figure_words(self.table.second)} {said}"
        return state_words(row.state)[0] if column == "state" and row.state else said
