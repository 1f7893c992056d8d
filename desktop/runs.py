"""The runs of the collection, for every page that speaks of them, and which of them are looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop.changes import Changes

if TYPE_CHECKING:
    from core.runs.shown import RunLine
    from core.store import Collection
    from desktop.workspace import Workspace


class Runs(QObject):
    """`run` is the one that is looked at, `beside` the one it is compared with; None: none."""

    changed = Signal()
    """`lines` is another tuple now."""
    turned = Signal()
    """Other runs are looked at."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._asked = 0
        self.lines: tuple[RunLine, ...] = ()
        """The newest first, archived ones too."""
        self.run: int | None = None
        self.beside: int | None = None
        workspace.changed.connect(self._look_again)
        workspace.bridge.changed.connect(self.refresh)  # a run begins, pauses or ends with its job
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._come_back)

    @Slot()
    def refresh(self) -> None:
        self._asked += 1
        self._workspace.look(read_lines, partial(self._came, self._asked))

    def line(self, run: int | None) -> RunLine | None:
        return next((line for line in self.lines if line.run == run), None)

    def look_at(self, run: int | None, beside: int | None = None) -> None:
        """A run is never beside itself."""
        beside = None if beside == run else beside
        if (run, beside) != (self.run, self.beside):
            self.run, self.beside = run, beside
            self.turned.emit()

    def forget(self) -> None:
        """The collection is closed."""
        self._asked += 1
        self.lines = ()
        self.changed.emit()
        self.look_at(None)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.runs:
            self.refresh()

    @Slot(Qt.ApplicationState)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        """Meanwhile another program may have deleted runs, or made some."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.refresh()

    def _came(self, asked: int, lines: tuple[RunLine, ...]) -> None:
        if asked != self._asked:
            return
        if lines != self.lines:
            self.lines = lines
            self.changed.emit()
        there = {line.run for line in lines}
        self.look_at(self.run if self.run in there else None, self.beside if self.beside in there else None)


# In the background


def read_lines(collection: Collection) -> tuple[RunLine, ...]:
    from core.runs.shown import list_runs

    return tuple(list_runs(collection, archived=True))
