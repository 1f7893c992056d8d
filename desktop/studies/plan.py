"""The table of a study: its plan before, its figures as they come, the controls below them. Ours alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop import words
from desktop.icons import icon
from desktop.studies import said
from desktop.tables import RowCell, dress
from desktop.theme import look

if TYPE_CHECKING:
    from core.studies.findings import Findings, Mean, OneCell
    from core.studies.outlook import Ahead, Outlook
    from core.studies.tasks import Shown

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Row:
    texts: tuple[str, ...]
    """One a column."""
    runs: tuple[tuple[int, int], ...] = ()
    """Seed and run."""
    kind: str = "cell"
    """Or `lacking`, `control`, `now`."""
    tip: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Studies", text)


def headings(outlook: Outlook, task: str) -> tuple[str, ...]:
    titles = tuple(_title(shown) for shown in figures_of(outlook.findings, task))
    return (
        _tr("Encoder"),
        _tr("Way"),
        _tr("Seeds"),
        *titles,
        _tr("Of seeds"),
        _tr("n"),
        _tr("State and cost"),
    )


def _title(shown: Shown) -> str:
    return _tr("Test {}").format(shown.title)


def figures_of(findings: Findings | None, task: str) -> tuple[Shown, ...]:
    from core.studies.tables import told_figures
    from core.studies.tasks import manner_of

    return told_figures(findings) if findings else manner_of(task).figures[:2]


def rows_of(outlook: Outlook, task: str, now: Mapping[tuple[str, str], int]) -> list[Row]:
    """A cell a row, then the controls."""
    found, shown = outlook.findings, figures_of(outlook.findings, task)
    told = {(cell.encoder, cell.way): cell for cell in found.cells} if found else {}
    rows = [_row(outlook, cell, told.get((cell.encoder, cell.way)), shown, now) for cell in outlook.cells]
    for control in found.controls if found else ():
        figures = [control.scores.get(one.key) for one in shown]
        n = next((words.number(one.n) for one in figures if one), "")
        texts = (_tr("Control: {}").format(control.title), "", "", *map(said.figure, figures), "", n,
                 _tr("worked out with run {}").format(control.run))  # fmt: skip
        rows.append(Row(texts, ((0, control.run),), "control"))
    return rows


def _row(
    outlook: Outlook,
    cell: Ahead,
    told: OneCell | None,
    shown: tuple[Shown, ...],
    now: Mapping[tuple[str, str], int],
) -> Row:
    seed = now.get((cell.encoder, cell.way))
    at_work = "" if seed is None else _tr("teaching seed {}…").format(seed)
    state = said.waits(outlook, cell, at_work)
    test = told.means.get("test", {}) if told else {}
    mean = test.get(shown[0].key)
    done = "" if not cell.can else _tr("{} of {}").format(len(cell.runs), len(outlook.seeds))
    texts = (cell.title, cell.way, done, *(said.figure(test.get(one.key)) for one in shown),
             _range(cell, mean), words.number(mean.n) if mean else "", state)  # fmt: skip
    kind = "now" if at_work else "cell" if cell.can else "lacking"
    return Row(texts, tuple(sorted(cell.runs.items())), kind, " ".join(filter(None, (state, cell.note))))


def _range(cell: Ahead, mean: Mean | None) -> str:
    """The least and the greatest."""
    if mean is None or len(cell.runs) < 2:
        return ""
    return _tr("{} to {}").format(words.number(mean.least, ".3f"), words.number(mean.most, ".3f"))


class PlanModel(QAbstractTableModel):
    def __init__(self, parent: QTableView | None = None) -> None:
        super().__init__(parent)
        self.titles: tuple[str, ...] = ()
        self.rows: list[Row] = []

    def show_rows(self, titles: tuple[str, ...], rows: list[Row]) -> None:
        """Cells that change change in place, so that whoever reads stays where he is."""
        if titles == self.titles and len(rows) == len(self.rows):
            for place, (old, new) in enumerate(zip(self.rows, rows, strict=True)):
                if old != new:
                    self.rows[place] = new
                    last = self.index(place, len(titles) - 1)
                    self.dataChanged.emit(self.index(place, 0), last)
            return
        self.beginResetModel()
        self.titles, self.rows = titles, rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or section >= len(self.titles):
            return None
        if role == Role.DisplayRole:
            return self.titles[section]
        if role == Role.TextAlignmentRole:
            return self._side(section)
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        figures = 2 <= column < len(self.titles) - 1
        side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        row = self.rows[index.row()]
        if role == Role.DisplayRole:
            return row.texts[index.column()]
        if role == Role.TextAlignmentRole:
            return self._side(index.column())
        if role == Role.ToolTipRole:
            return row.tip or row.texts[index.column()]
        if role == Role.ForegroundRole:
            tone = {"lacking": "text2", "control": "text2"}.get(row.kind, "text")
            return look().colour(tone)
        if role == Role.DecorationRole and index.column() == len(self.titles) - 1:
            name = {"now": "running", "lacking": "info"}.get(row.kind, "")
            done = row.kind == "cell" and row.texts[2] and len(set(row.texts[2].split(" of "))) == 1
            return icon("check", "good") if done else icon(name, "text2") if name else None
        if role == Role.AccessibleTextRole and index.column() == 0:
            pairs = zip(self.titles, row.texts, strict=True)
            return ", ".join(f"{title} {text}" for title, text in pairs if text)
        return None


class PlanTable(QTableView):
    run_wanted = Signal(int)
    menu_wanted = Signal(object, object)
    """A Row, and where."""
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self, self.tr("The study's cells"))
        self.plan = PlanModel(self)
        self.setModel(self.plan)
        self.setItemDelegate(RowCell(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.doubleClicked.connect(self.open_run)
        self.selectionModel().currentRowChanged.connect(self.moved)
        self.plan.modelReset.connect(self._fit)
        self.plan.modelReset.connect(self.moved)
        self.plan.dataChanged.connect(self._fit)

    @property
    def current(self) -> Row | None:
        place = self.currentIndex().row()
        return self.plan.rows[place] if 0 <= place < len(self.plan.rows) else None

    @Slot()
    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        for column in range(len(self.plan.titles) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            is_figure = column > 2
            self.setColumnHidden(column, is_figure and not any(row.texts[column] for row in self.plan.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_run()
            return
        super().keyPressEvent(event)

    @Slot()
    def open_run(self) -> None:
        """The run of the last seed."""
        if self.current is not None and self.current.runs:
            self.run_wanted.emit(self.current.runs[-1][1])

    def _menu(self, at: Any) -> None:  # noqa: ANN401 - a QPoint
        place = self.indexAt(at).row()
        if 0 <= place < len(self.plan.rows):
            self.menu_wanted.emit(self.plan.rows[place], self.viewport().mapToGlobal(at))
