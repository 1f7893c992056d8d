"""The table of runs: arrows move, Enter looks at a run, B puts another beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.results.cell import PAD, RunCell
from desktop.results.header import RunsHeader
from desktop.results.model import RunsModel
from desktop.results.rows import COLUMNS, Row, cell_words
from desktop.tables import dress
from desktop.theme import look

WIDTHS = {
    "mark": 34, "run": 62, "what": 150, "encoder": 100, "split": 150, "seed": 52, "figure": 100,
    "interval": 84, "plot": 190, "second": 90, "state": 92, "note": 130, "tags": 90, "study": 48,
}  # fmt: skip
GROWS = {"what": 3, "encoder": 1, "plot": 4, "note": 4}
GIVES_WAY = ("study", "tags", "second", "encoder", "state", "seed", "split", "note", "interval", "plot")
"""Which columns go first where there is no room."""
WRITES = {Qt.Key.Key_N: "note", Qt.Key.Key_T: "tags"}


class RunsTable(QTableView):
    look_wanted = Signal(int)
    beside_wanted = Signal(int)
    mark_wanted = Signal(int)
    """The box before a run was clicked."""
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)
    moved = Signal()
    """The keyboard or the mouse is at another row."""

    def __init__(self, model: RunsModel) -> None:
        super().__init__()
        self.runs = model
        self.setModel(model)
        self.setItemDelegate(RunCell(self, model))
        self.header = RunsHeader(self, model)
        self.setHorizontalHeader(self.header)
        dress(self, self.tr("Runs"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().currentRowChanged.connect(self._move)
        model.modelReset.connect(self.fit)
        look().changed.connect(self.viewport().update)

    @Slot(QModelIndex, QModelIndex)
    def _move(self) -> None:
        self.viewport().update()
        self.moved.emit()

    @property
    def current(self) -> Row | None:
        return self.runs.row(self.currentIndex().row())

    def go_to(self, run: int | None, control: str = "") -> None:
        place = self.runs.place_of(run, control)
        if place is not None and place != self.currentIndex().row():
            self.setCurrentIndex(self.runs.index(place, COLUMNS.index("run")))

    def write(self, column: str) -> None:
        """Let the note or the tags of the current run be typed."""
        row = self.current
        place = COLUMNS.index(column)
        if row is not None and not row.control:
            if self.isColumnHidden(place):
                self.setColumnHidden(place, False)
                self.setColumnWidth(place, look().px(WIDTHS[column]))
            index = self.runs.index(self.currentIndex().row(), place)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Columns that say nothing here are left out; the rest share the room."""
        rows = self.runs.table.rows
        empty = {
            "tags": not any(row.tags for row in rows),
            "study": all(row.study is None for row in rows),
            "second": not self.runs.table.second,
        }
        widths = {column: look().px(width) for column, width in WIDTHS.items()}
        widths["interval"] = max(widths["interval"], self._widest("interval"))
        seen = [column for column in COLUMNS if not empty.get(column)]
        room = self.viewport().width()
        for column in GIVES_WAY:
            if sum(widths[one] for one in seen) <= room:
                break
            seen = [one for one in seen if one != column]
        spare = max(room - sum(widths[one] for one in seen), 0)
        shares = sum(GROWS.get(one, 0) for one in seen) or 1
        more = {one: spare * GROWS.get(one, 0) // shares for one in seen}
        more[seen[-1]] += spare - sum(more.values())
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column not in more)
            if column in more:
                self.setColumnWidth(place, widths[column] + more[column])

    def _widest(self, column: str) -> int:
        metrics, table = QFontMetrics(look().font(12)), self.runs.table
        said = (cell_words(row, column, table) for row in table.rows)
        return max(map(metrics.horizontalAdvance, said), default=0) + 2 * look().px(PAD) + 2

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current, event.key()
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        is_run = row is not None and not row.control
        if row is not None and is_run and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.look_wanted.emit(row.run)
        elif row is not None and is_run and key == Qt.Key.Key_B:
            self.beside_wanted.emit(row.run)
        elif is_run and key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif is_run and key in WRITES:
            self.write(WRITES[Qt.Key(key)])
        elif key == Qt.Key.Key_Space or (event.text().isprintable() and event.text()):
            event.ignore()  # no search by typed letters: they mean something here, and space plays
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        row = self.runs.row(index.row()) if index.isValid() else None
        if row is None or row.control or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.beside_wanted.emit(row.run)
        elif COLUMNS[index.column()] == "mark":
            self.mark_wanted.emit(row.run)
        else:
            self.look_wanted.emit(row.run)

    @Slot(QPoint)
    def _ask_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if place == QPoint() or not index.isValid():  # the menu key
            place = self.visualRect(self.currentIndex()).center()
        if self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
