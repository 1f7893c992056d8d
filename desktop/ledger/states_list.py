"""The states with how many files are in each; the counts add up to the total above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableView

from core.library.states import State
from desktop import words
from desktop.icons import icon
from desktop.ledger.states import state_words
from desktop.tables import Index, RowCell, dress
from desktop.theme import look

if TYPE_CHECKING:
    from core.library.ledger import Ledger

_ROOT = QModelIndex()
Role = Qt.ItemDataRole
STATES = ("", *(state.value for state in State))
"""Empty: all of them."""


class StatesModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts = dict.fromkeys(STATES, 0)

    def show_counts(self, ledger: Ledger) -> None:
        self.counts = {"": ledger.total, **{state: ledger.states.get(state, 0) for state in STATES[1:]}}
        self.dataChanged.emit(self.index(0, 0), self.index(len(STATES) - 1, 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(STATES)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        state, count = STATES[index.row()], self.counts[STATES[index.row()]]
        said = state_words(state) if state else None
        if role == Role.DisplayRole:
            name = said.title if said else self.tr("All files")
            return name if index.column() == 0 else words.number(count)
        if role == Role.DecorationRole and index.column() == 0 and said:
            return icon(said.icon, said.tone if count else "text3")
        if role == Role.ForegroundRole and not count and state:
            return look().colour("text3")
        if role == Role.ToolTipRole and said:
            return f"{said.meaning} {said.remedy}".strip()
        if role == Role.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
            return across | Qt.AlignmentFlag.AlignVCenter
        return None


class StatesList(QTableView):
    turned = Signal(str)
    """To a state; empty: all."""

    def __init__(self, model: StatesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RowCell(self))
        dress(self, self.tr("States"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(look().px(26) * len(STATES) + 2)
        self.selectionModel().currentRowChanged.connect(self._turned)
        self.choose("")

    @property
    def chosen(self) -> str:
        return STATES[max(self.currentIndex().row(), 0)]

    def choose(self, state: str) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(STATES.index(state), 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    @Slot()
    def _turned(self) -> None:
        self.turned.emit(self.chosen)
