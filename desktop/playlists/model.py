"""The items of one playlist as a table: played, moved by dragging, added to by dropping."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from core.library.edits import Span, Target
from desktop.icons import icon
from desktop.mime import PLACES, TRACKS, read_numbers, tracks_data
from desktop.tables import LEFT, RIGHT, ROOT, HeadedModel, Index, Role
from desktop.theme import look
from desktop.times import clock
from desktop.track.sources import span_words

if TYPE_CHECKING:
    from desktop.cards import Cards, TrackCard

Flag = Qt.ItemFlag


class Column(IntEnum):
    PLACE = 0
    TITLE = 1
    LENGTH = 2


def span_of(item: Target) -> Span:
    """A whole track ends where it ends: at infinity."""
    return item if isinstance(item, Span) else Span(item, 0.0, float("inf"))


class ItemsModel(HeadedModel):
    moved = Signal(object, int)
    """Places, and the place before which they are wanted."""
    dropped = Signal(object, int)
    """Ids of tracks, and the place before which they are wanted."""

    def __init__(self, cards: Cards, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = (self.tr("No"), self.tr("Track"), self.tr("Length"))
        self._cards = cards
        self.items: tuple[Target, ...] = ()
        self.playlist_id = 0
        self.heard: int | None = None
        """The place of what is heard."""
        cards.arrived.connect(self._cards_came)
        cards.stale.connect(self._repaint)

    def show_items(self, playlist_id: int, items: Sequence[Target]) -> None:
        if playlist_id == self.playlist_id and tuple(items) == self.items:
            return
        self.beginResetModel()
        self.playlist_id, self.items = playlist_id, tuple(items)
        self.endResetModel()

    def show_heard(self, place: int | None) -> None:
        old, self.heard = self.heard, place
        for row in {old, place} - {None}:
            if row is not None and row < len(self.items):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def card(self, row: int) -> TrackCard | None:
        return self._cards.get(span_of(self.items[row]).track_id)

    def _cards_came(self, ids: frozenset[int]) -> None:
        if any(span_of(item).track_id in ids for item in self.items):
            self._repaint()

    def _repaint(self) -> None:
        if self.items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.items) - 1, len(Column) - 1))

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def side(self, column: int) -> Qt.AlignmentFlag:
        return LEFT if column == Column.TITLE else RIGHT

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Role.TextAlignmentRole:
            return self.side(column)
        if role == Role.DisplayRole:
            return self._words(row, column)
        if role == Role.DecorationRole and column == Column.PLACE and row == self.heard:
            return icon("speaker", "hear")
        if role == Role.ForegroundRole and row == self.heard:
            return look().colour("hear")
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return self._at_length(row)
        return None

    def _words(self, row: int, column: int) -> str:
        if column == Column.PLACE:
            return "" if row == self.heard else str(row + 1)
        card, item = self.card(row), self.items[row]
        if column == Column.LENGTH:
            if isinstance(item, Span):
                return clock(item.end_s - item.start_s)
            return "" if card is None or card.duration_s is None else clock(card.duration_s)
        if card is None:
            return "…"
        return (
            f"{card.title} · {span_words(item.start_s, item.end_s)}" if isinstance(item, Span) else card.title
        )

    def _at_length(self, row: int) -> str | None:
        card, item = self.card(row), self.items[row]
        if card is None:
            return None
        about = " · ".join(part for part in (card.title, card.about()) if part)
        if isinstance(item, Span):
            about = self.tr("{}, excerpt {}").format(about, span_words(item.start_s, item.end_s))
        return f"{about}\n{card.shown_path}"

    # Dragging and dropping

    def flags(self, index: Index) -> Flag:
        if not index.isValid():
            return Flag.ItemIsDropEnabled
        usual = Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemNeverHasChildren
        return usual | Flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [PLACES, TRACKS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        places = sorted({index.row() for index in indexes})
        return tracks_data(
            [span_of(self.items[place]).track_id for place in places], places, self.playlist_id
        )

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Asks for it; the rows change when it is done. False: Qt has nothing to take away."""
        to = row if row >= 0 else parent.row() if parent.isValid() else len(self.items)
        own = read_numbers(data, PLACES)
        if own and own[0] == self.playlist_id:
            self.moved.emit(own[1:], to)
        elif ids := read_numbers(data, TRACKS):
            self.dropped.emit(ids, to)
        return False
