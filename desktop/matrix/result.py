"""The confusion matrix of a finished run, of whichever part, with the tracks of each cell beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from core.messages import channel
from desktop import words
from desktop.commands import Command
from desktop.matrix.cells import CellList
from desktop.matrix.data import Confusion
from desktop.matrix.matrix import Matrix
from desktop.matrix.parts import PartView
from desktop.theme import look
from desktop.widgets import Button

if TYPE_CHECKING:
    from core.runs.cells import RunMatrix
    from core.store import Collection
    from desktop.kit import Kit


class MatrixResult(PartView):
    name = "matrix"
    tasks = ("classify",)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.matrix = Matrix(kit)
        self.cells = CellList(kit)
        self.cells.follow(self.matrix)
        tip = self.tr(
            "Colour the map by where this run is right; its legend shows and selects the wrong ones"
        )
        self.on_map = Button(self.tr("Mistakes on the map"), "small", icon_name="map", tip=tip)
        self.matrix.controls.addWidget(self.on_map)
        self.matrix.controls.addWidget(self.part)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.matrix)
        split.addWidget(self.cells)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([look().px(720), look().px(480)])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(split)
        self.on_map.clicked.connect(partial(self.show_on_map, "correct"))
        kit.commands.offer("map", self._commands())

    def _commands(self) -> list[Command]:
        tr, show = self.tr, self.show_on_map
        return [
            Command("colour_by_run_correct", tr("&Mistakes of the run"), self.on_map.toolTip(),
                    partial(show, "correct"), needs_collection=True),
            Command("colour_by_run_confidence", tr("Con&fidence of the run"),
                    tr("Colour the map by how sure the run that is looked at was"),
                    partial(show, "confidence"), needs_collection=True),
        ]  # fmt: skip

    def show_on_map(self, kind: str = "correct", _checked: bool = False) -> None:
        """Of the run that is looked at, also from the menu."""
        run = self._kit.runs.line(self._kit.runs.run)
        if run is None or run.task not in ("classify", "tag"):
            channel.info(self.tr("Choose a run that tells classes or tags on the page Results first."))
            return
        self._kit.colouring.run_wanted.emit(kind, run.run)
        if (turn := self._kit.commands.actions.get("page_map")) is not None:
            turn.trigger()

    def title(self) -> str:
        return self.tr("Confusion")

    def sizeHint(self) -> QSize:
        return QSize(look().px(1200), look().px(420))

    @Slot(str)
    def _read(self, _part: str = "") -> None:
        self._asked += 1
        run, part = self._run.run if self._run is not None else None, self.part.current
        self.cells.show_run(run, part)
        if run is None:
            self.matrix.show_counts(None)
            return
        work, came = partial(read, run, part), partial(self._came, self._asked, run, part)
        self._kit.workspace.look(work, came)

    def _came(self, asked: int, run: int, part: str, found: RunMatrix | None) -> None:
        if asked != self._asked:
            return
        of = self.tr("Run {}").format(run)
        if found is None:
            why = self.tr("{} has said nothing of {} tracks whose label is known.")
            self.matrix.show_counts(None, of, why.format(of, words.part(part)))
            return
        self.matrix.show_counts(Confusion(found.names, found.counts, part, field=found.field), of)
        if self.matrix.cell is None and (worst := self._worst(found)) is not None:
            self.matrix.choose(worst)
            self.cells.show_cell(*worst)
        else:
            self.cells.refresh()

    def _worst(self, found: RunMatrix) -> tuple[str, str] | None:
        """Where most are wrong: that is what a person wants to hear first."""
        pairs = [(row, column) for row in range(len(found.names)) for column in range(len(found.names))]
        wrong = [pair for pair in pairs if pair[0] != pair[1] and found.counts[pair[0]][pair[1]]]
        if not wrong:
            return None
        row, column = max(wrong, key=lambda pair: found.counts[pair[0]][pair[1]])
        return found.names[row], found.names[column]

    def forget(self) -> None:
        super().forget()
        self.matrix.show_counts(None)
        self.cells.forget()


# In the background


def read(run: int, part: str, collection: Collection) -> RunMatrix | None:
    from core.runs.cells import read_matrix

    return read_matrix(collection, run, part)
