"""The encoders as a table: one row each, with what the open collection has of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from core.embedding import SetInfo
from core.encoders import Card, Listed
from desktop import words
from desktop.icons import icon
from desktop.tables import Index

_ROOT = QModelIndex()
Role = Qt.ItemDataRole


class Column(IntEnum):
    TITLE = 0
    HEARS = 1
    DIMENSION = 2
    LAYERS = 3
    LICENCE = 4
    READY = 5
    ENCODED = 6


FIGURES = (Column.DIMENSION, Column.LAYERS, Column.ENCODED)


@dataclass(frozen=True)
class Row:
    """`sets` are those of the open collection; `tracks` is what it holds, None when none is open."""

    item: Listed
    sets: tuple[SetInfo, ...] = ()
    tracks: int | None = None

    @property
    def card(self) -> Card:
        return self.item.card

    @property
    def encoded(self) -> int:
        """Tracks in the fullest set."""
        return max((found.tracks for found in self.sets), default=0)


class EncodersModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._items: list[Listed] = []
        self._sets: list[SetInfo] = []
        self._tracks: int | None = None
        self._cells: dict[Column, Callable[[Row], str]] = {
            Column.TITLE: lambda row: row.card.title,
            Column.HEARS: lambda row: row.card.hears,
            Column.DIMENSION: lambda row: words.number(row.card.dimension),
            Column.LAYERS: lambda row: words.number(len(row.card.layers)),
            Column.LICENCE: lambda row: row.card.licence,
            Column.READY: self._ready,
            Column.ENCODED: self._encoded,
        }

    def show_encoders(self, items: list[Listed]) -> None:
        self._items = items
        self._make_rows()

    def show_sets(self, sets: list[SetInfo], tracks: int | None) -> None:
        """`tracks` is None when no collection is open."""
        self._sets, self._tracks = sets, tracks
        self._make_rows()

    def _make_rows(self) -> None:
        rows = [
            Row(item, tuple(s for s in self._sets if s.encoder == item.card.name), self._tracks)
            for item in self._items
        ]
        same = [row.card.name for row in rows] == [row.card.name for row in self.rows]
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, name: str) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.card.name == name), None)

    def _ready(self, row: Row) -> str:
        return self.tr("yes") if row.item.ready else row.item.reason

    def _encoded(self, row: Row) -> str:
        if row.tracks is None:
            return "–"
        return self.tr("{} of {}").format(words.number(row.encoded), words.number(row.tracks))

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Role.DisplayRole:
            return self._headings()[column][0]
        if role == Role.ToolTipRole:
            return self._headings()[column][1]
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None

    def _headings(self) -> dict[Column, tuple[str, str]]:
        tr = self.tr
        return {
            Column.TITLE: (tr("Encoder"), tr("Turns excerpts into vectors")),
            Column.HEARS: (tr("What it hears"), tr("What it listens for")),
            Column.DIMENSION: (tr("Dimension"), tr("Values of a vector")),
            Column.LAYERS: (tr("Layers"), tr("Each layer gives a vector; all are kept")),
            Column.LICENCE: (tr("Licence"), tr("What its authors allow")),
            Column.READY: (tr("Ready"), tr("Whether it can be used on this computer now")),
            Column.ENCODED: (tr("Encoded"), tr("Tracks of the open collection that it has heard")),
        }

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == Role.DisplayRole:
            return self._cells[column](row)
        if role == Role.ToolTipRole:
            return row.item.reason if column == Column.READY else self._cells[column](row)
        if role == Role.DecorationRole and column == Column.READY:
            return icon("check", "good") if row.item.ready else icon("info", "text2")
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
