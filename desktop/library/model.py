"""The tracks that were found, as a table. Rows are ids; what they say comes by the page, perhaps later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt, Signal

from desktop.cards import Cards, TrackCard
from desktop.icons import icon
from desktop.ledger.states import state_words
from desktop.library.columns import Column
from desktop.tables import Index

_ROOT = QModelIndex()
Role = Qt.ItemDataRole
Flag = Qt.ItemFlag
PAGE = 64
"""Rows that are read together; a miss wants the whole page."""
LOOKED = 4
"""So many ids are looked for one by one before a dictionary of all is worth its time."""
SEEN = 4000
"""Cards that are still shown while newer ones are on their way."""
SERVED = frozenset(
    (Role.DisplayRole, Role.EditRole, Role.ToolTipRole, Role.DecorationRole, Role.TextAlignmentRole,
     Role.AccessibleTextRole)
)  # fmt: skip
FLAGS = Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemIsDragEnabled | Flag.ItemNeverHasChildren
EDITABLE = FLAGS | Flag.ItemIsEditable


class TracksModel(QAbstractTableModel):
    typed = Signal(int, object, str)
    """The id of a track, a Column, and what somebody wants there."""

    def __init__(self, cards: Cards, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self.ids: list[int] = []
        self.columns: list[Column] = []
        self._rows: dict[int, int] | None = None
        self._looked = 0
        self._seen: dict[int, TrackCard] = {}
        self._asked: set[int] = set()
        """Pages that were wanted since cards came last."""
        cards.arrived.connect(self._cards_came)
        cards.stale.connect(self._all_changed)

    # What is shown

    def show_ids(self, ids: list[int]) -> bool:
        """Another answer; False where it is the same as before."""
        if ids == self.ids:
            self.ids = ids
            return False
        self.beginResetModel()
        self.ids, self._rows, self._looked = ids, None, 0
        self._asked.clear()
        self.endResetModel()
        return True

    def show_columns(self, columns: Sequence[Column]) -> None:
        if list(columns) != self.columns:
            self.beginResetModel()
            self.columns = list(columns)
            self.endResetModel()

    def forget(self) -> None:
        self._seen.clear()
        self.show_ids([])

    def row_of(self, track_id: int | None) -> int | None:
        if track_id is None:
            return None
        if self._rows is None:
            self._looked += 1
            if self._looked <= LOOKED:
                return self.ids.index(track_id) if track_id in self.ids else None
            self._rows = {id_: row for row, id_ in enumerate(self.ids)}
        return self._rows.get(track_id)

    def card(self, row: int) -> TrackCard | None:
        """What is known now, perhaps a moment old; a miss wants the page."""
        track_id = self.ids[row]
        card = self._cards.get(track_id)
        if card is None:
            self.want(row, row)
            return self._seen.get(track_id)
        if self._seen.get(track_id) is not card:
            if len(self._seen) > SEEN:
                self._seen.clear()
            self._seen[track_id] = card
        return card

    def want(self, first: int, last: int) -> None:
        """Read the pages of these rows soon."""
        for page in range(first // PAGE, last // PAGE + 1):
            if page not in self._asked:
                self._asked.add(page)
                self._cards.want(self.ids[page * PAGE : (page + 1) * PAGE])

    def _cards_came(self, track_ids: frozenset[int]) -> None:
        """Pages that are still missing are wanted again by whoever looks at them."""
        asked, self._asked = self._asked, set()
        if asked:
            self._changed(min(asked) * PAGE, min((max(asked) + 1) * PAGE, len(self.ids)) - 1)

    def _all_changed(self) -> None:
        self._asked.clear()
        self._changed(0, len(self.ids) - 1)

    def rows_changed(self, rows: Sequence[int]) -> None:
        for row in rows:
            self._changed(row, row)

    def _changed(self, first: int, last: int) -> None:
        if self.ids and self.columns:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.heading
        if role == Role.TextAlignmentRole:
            return alignment(column)
        if role == Role.ToolTipRole:
            about = f"{column.heading}: {column.field.description}" if column.field else column.heading
            return about.removesuffix(": ")
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if role not in SERVED or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Role.TextAlignmentRole:
            return alignment(column)
        card = self.card(index.row())
        if card is None:
            return "…" if role == Role.DisplayRole and index.column() == 0 else None
        if role == Role.EditRole:
            return column.typed(card)
        if role == Role.DecorationRole:
            return _sign(column, card)
        if role == Role.AccessibleTextRole:
            return f"{column.heading}: {column.text(card)}"
        if role == Role.ToolTipRole and column.key == "state" and card.reason:
            return card.reason
        return column.text(card)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's own
        """It is asked for; the row changes when it is done."""
        if role != Role.EditRole or not index.isValid():
            return False
        column = self.columns[index.column()]
        if column.field is None:
            return False
        self.typed.emit(self.ids[index.row()], column, str(value))
        return True

    def flags(self, index: Index) -> Flag:
        if not index.isValid():
            return Flag.NoItemFlags
        editable = self.columns[index.column()].field is not None
        return EDITABLE if editable else FLAGS

    def mimeTypes(self) -> list[str]:
        from desktop.mime import TRACKS

        return [TRACKS, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self.mime_of([self.ids[row] for row in sorted({index.row() for index in indexes})])

    def mime_of(self, track_ids: Sequence[int]) -> QMimeData:
        """Ids for our own panes; files for others, where all of them are known."""
        from PySide6.QtCore import QUrl

        from desktop.mime import tracks_data

        data = tracks_data(track_ids)
        known = [self._seen.get(track_id) for track_id in track_ids]
        if all(known):
            data.setUrls([QUrl.fromLocalFile(str(card.path)) for card in known if card is not None])
        return data


def alignment(column: Column) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def _sign(column: Column, card: TrackCard) -> Any:  # noqa: ANN401 - a QIcon or nothing
    if column.key != "state":
        return None
    said = state_words(card.state)
    return icon(said.icon, said.tone)
