"""The jobs of the open collection as a table, kept fresh by events.

What a person asks for shows at once: `ask` marks the row before the engine has
answered, and the engine's next word about the job replaces the mark.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from core.progress import Stop
from desktop import words
from desktop.icons import icon
from desktop.jobs.row import ICONS, JobRow

if TYPE_CHECKING:
    from core.jobs import Job
    from core.jobs.events import Changed, Progressed

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ORDER = ("running", "interrupted", "paused", "waiting")
SHARE_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    JOB = 0
    STATE = 1
    PROGRESS = 2
    LEFT = 3
    WHEN = 4
    DETAILS = 5


class JobsModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[JobRow] = []
        self._place: dict[int, int] = {}
        self._marks: dict[int, Stop] = {}
        self._cells: dict[Column, Callable[[JobRow], str]] = {
            Column.JOB: _title,
            Column.STATE: JobRow.state_words,
            Column.PROGRESS: JobRow.where,
            Column.LEFT: JobRow.left,
            Column.WHEN: _when,
            Column.DETAILS: _details,
        }

    # What the engine says

    @Slot(object)
    def set_jobs(self, jobs: list[Job]) -> None:
        known = {row.id: row for row in self.rows}
        fresh = [row for row in map(JobRow.of, jobs) if not (row.is_question and row.ended)]
        newest = [known[row.id].updated(row) if row.id in known else row for row in fresh]
        rows = sorted(map(self._marked, newest), key=_rank)
        if rows == self.rows:
            return
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self._place = {row.id: place for place, row in enumerate(rows)}
        self.endResetModel()

    @Slot()
    def clear(self) -> None:
        self._marks.clear()
        self.set_jobs([])

    @Slot(object)
    def apply_change(self, event: Changed) -> None:
        self._marks.pop(event.job_id, None)
        if (row := self.row_of(event.job_id)) is not None:
            self._replace(row.changed(event))

    @Slot(object)
    def apply_progress(self, event: Progressed) -> None:
        if (row := self.row_of(event.job_id)) is not None:
            self._replace(row.progressed(event))

    def ask(self, job_id: int, stop: Stop) -> None:
        """Show now what the engine is about to be asked."""
        if (row := self.row_of(job_id)) is not None:
            self._marks[job_id] = stop
            self._replace(replace(row, asked=stop))

    def _marked(self, row: JobRow) -> JobRow:
        """The list may be older than what was asked."""
        if row.state == "running" and row.asked is None and row.id in self._marks:
            return replace(row, asked=self._marks[row.id])
        return row

    def row_of(self, job_id: int) -> JobRow | None:
        place = self._place.get(job_id)
        return None if place is None else self.rows[place]

    def place_of(self, job_id: int) -> int | None:
        return self._place.get(job_id)

    def _replace(self, row: JobRow) -> None:
        place = self._place[row.id]
        self.rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        if orientation != Qt.Orientation.Horizontal or section >= len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        tr = self.tr
        names = (tr("Job"), tr("State"), tr("Progress"), tr("Left"), tr("When"), tr("Details"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[column](row)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(*ICONS.get(row.state, ("info", "text2"))) if column == Column.STATE else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._cells[column](row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.sentence or row.note or None
        if role == SHARE_ROLE:
            return row.share if row.total or row.state == "done" else None
        return row.id if role == ID_ROLE else None


def _title(row: JobRow) -> str:
    return row.title


def _when(row: JobRow) -> str:
    return words.when(row.created_at)


def _details(row: JobRow) -> str:
    if row.ended or not row.note:
        return row.sentence
    return row.note


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == Column.LEFT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _rank(row: JobRow) -> tuple[int, float]:
    """What runs first, then what waits for a person, then the queue, then the past, newest first."""
    if row.state in _ORDER:
        return (_ORDER.index(row.state), row.id)
    ended = row.ended_at or row.created_at
    return (len(_ORDER), -(ended if ended.tzinfo else ended.replace(tzinfo=UTC)).timestamp())
