"""The desk: everything that is seen of an open collection. It places panes and pages and remembers where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QTabWidget

from desktop.collection.page import CollectionPage
from desktop.desk.bar import DeskBar
from desktop.desk.dock import Dock
from desktop.desk.pages import Pages
from desktop.filter import Asked
from desktop.holding import Summary
from desktop.library.pane import LibraryPane
from desktop.map.page import MapPage
from desktop.neighbours.match import MatchPane
from desktop.neighbours.pane import NeighboursPane
from desktop.player.pane import PlayerPane
from desktop.theme import look
from desktop.track.pane import TrackPane

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.desk.pane import Pane
    from desktop.jobs.model import JobsModel
    from desktop.kit import Kit

LIBRARY_PX, ANSWERS_PX, PLAYER_PX = 480, 300, 190
NARROW_PX = 1500
"""Below this width the library takes less, and the player folds."""


class Desk(QMainWindow):
    """Inside the main window; docks may leave it and come back."""

    ready = Signal()

    def __init__(self, kit: Kit, jobs: JobsModel) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.kit = kit
        self.map = MapPage(kit)
        self.overview = CollectionPage(jobs)
        self.pages = Pages([self.map, self.overview])
        self.library = LibraryPane(kit)
        self.neighbours = NeighboursPane(kit)
        self.match = MatchPane(kit)
        self.track = TrackPane(kit)
        self.player = PlayerPane(kit)
        self.bar = DeskBar(kit, self.pages)
        self.setMenuWidget(self.bar)
        self.setCentralWidget(self.pages)
        self.docks = self._make_docks()
        self.arrange()

    @property
    def panes(self) -> list[Pane]:
        return [*self.pages.pages.values(), *(pane for dock in self.docks.values() for pane in dock.panes)]

    def _make_docks(self) -> dict[str, Dock]:
        docks = [
            Dock("library", self.tr("Library"), [self.library]),
            Dock("answers", self.tr("Answers"), [self.neighbours, self.match, self.track]),
            Dock("player", self.tr("Player"), [self.player]),
        ]
        return {dock.objectName(): dock for dock in docks}

    def arrange(self) -> None:
        """The usual places."""
        area = Qt.DockWidgetArea
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, area.BottomDockWidgetArea)
        self.setTabPosition(area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        places = {
            "library": area.LeftDockWidgetArea,
            "answers": area.RightDockWidgetArea,
            "player": area.BottomDockWidgetArea,
        }
        for name, place in places.items():
            self.addDockWidget(place, self.docks[name])
            self.docks[name].setFloating(False)
            self.docks[name].show()
        self.size_docks()

    def size_docks(self) -> None:
        narrow = self.width() < look().px(NARROW_PX)
        across = Qt.Orientation.Horizontal
        library = look().px(330 if narrow else LIBRARY_PX)
        self.resizeDocks(
            [self.docks["library"], self.docks["answers"]], [library, look().px(ANSWERS_PX)], across
        )
        height = look().px(112 if narrow else PLAYER_PX)
        self.resizeDocks([self.docks["player"]], [height], Qt.Orientation.Vertical)

    def show_pane(self, pane: Pane) -> None:
        next(dock for dock in self.docks.values() if pane in dock.panes).show_pane(pane)

    def enter(self, summary: Summary) -> None:
        """A collection was opened. One without tracks shows how they come in."""
        self.pages.turn_to("map" if summary.counts.get("tracks") else "collection")
        self.show_collection(summary)
        kit = self.kit
        kit.workspace.look(journal_of, kit.history.start_with)
        kit.filter.start_with(Asked())
        kit.colouring.refresh()

    @Slot(object)
    def show_collection(self, summary: Summary) -> None:
        self.bar.show_name(summary.name)
        for pane in self.panes:
            pane.show_collection(summary)

    def forget(self) -> None:
        kit = self.kit
        kit.player.stop()
        for part in (kit.selection, kit.cards, kit.colouring, kit.history):
            part.forget()
        for pane in self.panes:
            pane.forget()

    def finish(self) -> None:
        for pane in self.panes:
            pane.finish()
        self.kit.player.finish()


def journal_of(collection: Collection) -> list[Edit]:
    """Runs in the background: edits that can still be undone, or done again."""
    from core.library.journal import history

    return history(collection)
