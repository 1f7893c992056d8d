"""Class by class, or tag by tag: how well it was told, each figure with the interval that it lies in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTableView

from desktop import exports
from desktop.matrix.class_table import ClassCell, ClassesModel, ClassRow
from desktop.matrix.parts import PartView
from desktop.tables import dress
from desktop.theme import look
from desktop.widgets import Button

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.kit import Kit

FIGURES = {"classify": ("precision", "recall", "f1"), "tag": ("roc_auc", "average_precision")}


class ClassesResult(PartView):
    name = "classes"
    tasks = tuple(FIGURES)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.model = ClassesModel(kit.colouring)
        self.table = QTableView()
        tip = self.tr("Export the table…")
        self.export = Button("", "icon", icon_name="export", name=tip, tip=tip)
        self._build()
        self.export.clicked.connect(self._ask_where)
        self.table.doubleClicked.connect(self._search)

    def _build(self) -> None:
        table = self.table
        dress(table, self.tr("Figures of each class"))
        table.setModel(self.model)
        table.setItemDelegate(ClassCell(table, self.model))
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(look().px(70))
        self._begin_rows(self.part, self.export).addWidget(table, 1)

    def title(self) -> str:
        return self.tr("Classes")

    @Slot(str)
    def _read(self, _part: str = "") -> None:
        self._asked += 1
        if self._run is None:
            self._came(self._asked, ("", []))
            return
        work = partial(read, self._run.run, self._run.task, self.part.current)
        self._kit.workspace.look(work, partial(self._came, self._asked))

    def _came(self, asked: int, found: tuple[str, list[ClassRow]]) -> None:
        if asked != self._asked:
            return
        field, rows = found
        figures = FIGURES[self._run.task] if self._run is not None else ()
        self.model.show_rows(field, figures, rows)
        header = self.table.horizontalHeader()
        if header.count() > 1:
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(1, look().px(80))
        self.export.setEnabled(bool(rows))
        said = self.tr("95 % intervals; the tick is what random labels reach")
        none = self.tr("No figures of single classes: the part has no tracks whose label is known")
        self.note.show_text(said if rows else none if self._run is not None else "")

    def _search(self) -> None:
        """All tracks of that label."""
        from core.library.query import Match

        row = self.model.row_at(self.table.currentIndex())
        if row is not None and self.model.field:
            self._kit.filter.ask(str(Match(self.model.field, "is", (row.name,))))

    # Out

    @Slot()
    def _ask_where(self) -> None:
        folder, run = self._kit.workspace.folder, self._run
        if folder is None or run is None:
            return
        name = self.tr("Classes of run {}, {}").format(run.run, self.part.current)
        start = str(folder / "exports" / f"{name}.csv")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the table"), start, "CSV (*.csv)")
        if path:
            self.write(Path(path if Path(path).suffix else f"{path}.csv"))

    def write(self, path: Path) -> None:
        assert self._run is not None
        rows, figures = list(self.model.rows), self.model.figures
        about = f"Run {self._run.run}, {self.part.current} tracks, 95 % intervals"
        self._kit.workspace.look(partial(write_table, path, about, figures, rows), exports.tell)

    def forget(self) -> None:
        super().forget()
        self._read()


# In the background


def read(run: int, task: str, part: str, collection: Collection) -> tuple[str, list[ClassRow]]:
    """The field, and a row for each class that the part has tracks of."""
    from core.library.sheets import split_cell
    from core.runs import read_predictions, read_run, read_scores

    scores = [row for row in read_scores(collection, run) if row.part == part and row.about]
    counts: dict[str, int] = {}
    for told in read_predictions(collection, run, part):
        names = () if told.truth is None else split_cell(told.truth) if task == "tag" else (told.truth,)
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    floors = {(row.about, row.name): row.value for row in scores if row.control == "random labels"}
    figures: dict[str, dict[str, tuple[float, float | None, float | None]]] = {}
    for row in scores:
        if not row.control:
            figures.setdefault(row.about, {})[row.name] = (row.value, row.low, row.high)
    found = [
        ClassRow(
            name, counts.get(name, 0), mine, {key: floors[name, key] for key in mine if (name, key) in floors}
        )
        for name, mine in figures.items()
    ]
    import tomllib

    text = read_run(collection, run).recipe.text
    return str(tomllib.loads(text).get("data", {}).get("field", "")), found


def write_table(
    path: Path, about: str, figures: tuple[str, ...], rows: list[ClassRow], _collection: Collection
) -> Path:
    from core.cli.sheet import write_sheet

    headings = {"name": "class", "tracks": "tracks"}
    for name in figures:
        headings |= {name: name, f"{name}_low": f"{name} 95 % low", f"{name}_high": f"{name} 95 % high"}
    lines = []
    for row in rows:
        line: dict[str, object] = {"name": row.name, "tracks": row.tracks}
        for name in figures:
            value, low, high = row.figures.get(name, (None, None, None))
            line |= {name: value, f"{name}_low": low, f"{name}_high": high}
        lines.append(line)
    write_sheet(path, headings, lines, {"of": about})
    return path
