"""The ledger as a table of any length: an order of ids, and the pages that are on the screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal, Slot

from desktop import words
from desktop.icons import icon
from desktop.ledger.read import Row
from desktop.ledger.states import state_words
from desktop.tables import Index
from desktop.times import clock

PAGE = 200
KEPT = 40
"""Pages."""
_ROOT = QModelIndex()
Role = Qt.ItemDataRole


class Column(IntEnum):
    STATE = 0
    FILE = 1
    REASON = 2
    LENGTH = 3
    SIZE = 4


SORTS = ("state", "file", "reason", "length", "size")
SERVED = frozenset((Role.DisplayRole, Role.ToolTipRole, Role.DecorationRole, Role.TextAlignmentRole))
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ALIGNMENTS = (LEFT, LEFT, LEFT, RIGHT, RIGHT)


class LedgerModel(QAbstractTableModel):
    pages_wanted = Signal(object)
    """A list of lists of ids: pages that are seen and not known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: list[int] = []
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._asked: set[int] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def show_order(self, ids: Sequence[int]) -> None:
        """What is known of the same rows stays on the screen until it is read again."""
        self._wanted.clear()
        self._asked.clear()
        if list(ids) == self.ids:
            seen = list(self._pages)[-2:]
            self._wanted = dict.fromkeys(seen)
            for page in set(self._pages) - set(seen):
                del self._pages[page]
            if seen:
                self._soon.start()
            return
        self.beginResetModel()
        self.ids = list(ids)
        self._pages.clear()
        self.endResetModel()

    def show_rows(self, page_ids: Sequence[int], rows: Sequence[Row]) -> None:
        """A page has come. Of another order by now: it is left out."""
        pages = [page for page in self._asked if self._ids_of(page) == list(page_ids)]
        for page in pages:
            self._asked.discard(page)
            self._pages[page] = {row.id: row for row in rows}
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
            first, last = page * PAGE, min((page + 1) * PAGE, len(self.ids)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def row(self, place: int) -> Row | None:
        """None: it is on its way."""
        page = place // PAGE
        if page in self._pages:
            self._pages.move_to_end(page)
            return self._pages[page].get(self.ids[place])
        if page not in self._asked and page not in self._wanted:
            self._wanted[page] = None
            self._soon.start()
        return None

    def _ids_of(self, page: int) -> list[int]:
        return self.ids[page * PAGE : (page + 1) * PAGE]

    @Slot()
    def _ask(self) -> None:
        """The last that were seen; who flew past others does not wait for them."""
        pages = list(self._wanted)[-3:]
        self._wanted.clear()
        self._asked.update(pages)
        if pages:
            self.pages_wanted.emit([self._ids_of(page) for page in pages])

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usual if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if orientation != Qt.Orientation.Horizontal:
            return None
        tr = self.tr
        if role == Role.DisplayRole:
            return (tr("State"), tr("File"), tr("Reason"), tr("Length"), tr("Size"))[section]
        return ALIGNMENTS[section] if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if role not in SERVED or not index.isValid():
            return None
        column = index.column()
        if role == Role.TextAlignmentRole:
            return ALIGNMENTS[column]
        if role == Role.DecorationRole and column != Column.STATE:
            return None
        row = self.row(index.row())
        if row is None:
            return "…" if role == Role.DisplayRole and column == Column.FILE else None
        if role == Role.DecorationRole:
            said = state_words(row.state)
            return icon(said.icon, said.tone)
        if role == Role.ToolTipRole and column == Column.FILE:
            return str(row.path).encode("utf-8", "replace").decode()
        return _words(row, column)


def _words(row: Row, column: int) -> str:
    if column == Column.STATE:
        return state_words(row.state).title
    if column == Column.FILE:
        return row.shown_path
    if column == Column.REASON:
        return row.reason
    if column == Column.LENGTH:
        return "" if row.duration_s is None else clock(row.duration_s)
    return words.size(row.size_bytes)
