"""The desk: everything that is seen of an open collection. It places panes and pages and remembers where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget

from desktop.by_ear.page import ByEarPage
from desktop.captions.page import CaptionsPage
from desktop.changes import OF_JOBS, Changes
from desktop.collection.page import CollectionPage
from desktop.desk.bar import DeskBar
from desktop.desk.beside import Beside
from desktop.desk.dock import Dock
from desktop.desk.pages import Pages
from desktop.desk.places import Places
from desktop.filter import Asked
from desktop.holding import Summary
from desktop.ledger.page import LedgerPage
from desktop.library.pane import LibraryPane
from desktop.map.page import MapPage
from desktop.monitor.page import MonitorPage
from desktop.neighbours.match import MatchPane
from desktop.neighbours.pane import NeighboursPane
from desktop.player.pane import PlayerPane
from desktop.playlists.pane import PlaylistsPane
from desktop.results.page import ResultsPage
from desktop.sounds_like.door import SoundsLikeDoor
from desktop.studies.methods import MethodsDoor
from desktop.studies.page import StudiesPage
from desktop.teach.door import TeachDoor
from desktop.theme import look
from desktop.track.pane import TrackPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.library.journal import Edit
    from core.store import Collection
    from desktop.desk.pane import Pane
    from desktop.jobs.model import JobsModel
    from desktop.kit import Kit

LIBRARY_PX, ANSWERS_PX, PLAYER_PX = 540, 404, 190
NARROW_PX = 1500
"""Below this width the library takes less, and the player folds."""
CENTRE_PX = 420
"""A page narrower than this was squeezed by docks that were placed on a larger screen."""
PLACES_VERSION = 1
MOST_CHOSEN = 10_000


class Desk(QMainWindow):
    """Inside the main window; docks may leave it and come back."""

    ready = Signal()

    def __init__(self, kit: Kit, jobs: JobsModel, bring_jobs: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.kit = kit
        self._bring_jobs = bring_jobs
        self.map = MapPage(kit)
        self.overview = CollectionPage(jobs)
        self.ledger = LedgerPage(kit)
        self.monitor = MonitorPage(kit, jobs)
        self.results = ResultsPage(kit)
        self.by_ear = ByEarPage(kit)
        self.captions = CaptionsPage(kit)
        self.studies = StudiesPage(kit)
        teaching = (self.by_ear, self.monitor, self.results, self.captions, self.studies)
        self.pages = Pages([self.map, *teaching, self.ledger, self.overview])
        self.library = LibraryPane(kit)
        self.neighbours = NeighboursPane(kit)
        self.match = MatchPane(kit)
        self.match.follow(self.neighbours)
        self.map.nearness.linked.connect(self.neighbours.show_links)
        self.track = TrackPane(kit)
        self.playlists = PlaylistsPane(kit)
        for pane in (self.neighbours, self.match, self.track, self.playlists):
            pane.wanted.connect(self.show_pane)
        self.player = PlayerPane(kit)
        self.bar = DeskBar(kit, self.pages)
        self.teach = TeachDoor(self)
        self.methods = MethodsDoor(self)
        self.sounds_like = SoundsLikeDoor(self)
        self.results.recipe_wanted.connect(self.teach.show)
        self.results.wanted.connect(partial(self.pages.turn_to, "results"))
        self.bar.follow(kit.commands)
        self.monitor.running.connect(partial(self.bar.show_count, "monitor"))
        self.setMenuWidget(self.bar)
        self.setCentralWidget(self.pages)
        self.docks = self._make_docks()
        self.beside = Beside(self.pages, self.docks)
        kit.workspace.changed.connect(self._after_demo)
        self.places = Places(self)
        self.arrange()

    @property
    def panes(self) -> list[Pane]:
        return [*self.pages.pages.values(), *(pane for dock in self.docks.values() for pane in dock.panes)]

    def _make_docks(self) -> dict[str, Dock]:
        answers = [self.neighbours, self.match, self.track]
        docks = [
            Dock("library", self.tr("Library"), [self.library, self.playlists]),
            Dock("answers", self.tr("Answers"), answers),
            Dock("player", self.tr("Player"), [self.player]),
        ]
        return {dock.objectName(): dock for dock in docks}

    # Where everything is

    @Slot()
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
            dock = self.docks[name]
            dock.setFloating(False)
            self.addDockWidget(place, dock)
            dock.bring(dock.panes[0])
            dock.show()
        self.pages.set_double(double=False)
        self.beside.reset()
        self.size_docks()

    def size_docks(self) -> None:
        if (layout := self.layout()) is not None:
            layout.activate()  # sizes that are given before the docks are in place do not hold
        narrow = self.width() < look().px(NARROW_PX)
        across = Qt.Orientation.Horizontal
        library, answers = look().px(330 if narrow else LIBRARY_PX), look().px(300 if narrow else ANSWERS_PX)
        self.resizeDocks([self.docks["library"], self.docks["answers"]], [library, answers], across)
        height = look().px(112 if narrow else PLAYER_PX)
        self.resizeDocks([self.docks["player"]], [height], Qt.Orientation.Vertical)

    def dock_of(self, pane: Pane) -> Dock:
        return next(dock for dock in self.docks.values() if pane in dock.panes)

    def show_pane(self, pane: Pane) -> None:
        self.dock_of(pane).show_pane(pane)

    def turn_to(self, name: str) -> None:
        self.pages.turn_to(name)

    # As it was

    def kept(self) -> dict[str, Any]:
        """How the desk is, as JSON."""
        kit = self.kit
        chosen = kit.selection.chosen
        jobs = self.findChild(QDockWidget, "jobs")
        return {
            "places_version": PLACES_VERSION,
            "places": bytes(self.saveState(PLACES_VERSION).toBase64().data()).decode(),
            "jobs": jobs is not None and not jobs.isHidden(),
            "front": {name: dock.front.name for name, dock in self.docks.items()},
            "pages": self.pages.kept(),
            "beside": self.beside.kept(),
            "asked": {"text": kit.filter.asked.text, "sort": kit.filter.asked.sort},
            "colour_by": kit.colouring.colours.field,
            "chosen": sorted(chosen) if len(chosen) < MOST_CHOSEN else [],
            "current": kit.selection.current,
            "panes": {pane.name: pane.remembered() for pane in self.panes},
        }

    def restore(self, kept: dict[str, Any], *, has_tracks: bool) -> None:
        """As `kept` gave it, perhaps of another version or a larger screen; what does not fit is left out."""
        self.arrange()
        if kept.get("jobs") is True and self._bring_jobs is not None:
            self._bring_jobs()
        if kept.get("places_version") == PLACES_VERSION:
            self.restoreState(QByteArray.fromBase64(str(kept.get("places", "")).encode()), PLACES_VERSION)
        for name, front in _dict(kept.get("front")).items():
            dock = self.docks.get(name)
            for pane in dock.panes if dock else []:
                if dock is not None and pane.name == front:
                    dock.bring(pane)
        self.repair()
        self.beside.restore(kept.get("beside"))
        if not has_tracks or not self.pages.restore(kept.get("pages")):
            self.pages.turn_to("map" if has_tracks else "collection")
        panes = _dict(kept.get("panes"))
        for pane in self.panes:
            pane.restore(_dict(panes.get(pane.name)))

    def repair(self) -> None:
        """Docks that were placed on a larger screen come back into sight."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for dock in self.docks.values():
            if dock.isFloating() and not any(_reachable(dock.geometry(), screen) for screen in screens):
                dock.setFloating(False)
        beside = [dock for name, dock in self.docks.items() if name != "player" and not dock.isFloating()]
        taken = sum(dock.width() for dock in beside if not dock.isHidden())
        if taken > self.width() - look().px(CENTRE_PX) or self.docks["player"].height() > self.height() // 2:
            self.size_docks()

    def enter(self, summary: Summary, kept: dict[str, Any]) -> None:
        """A collection was opened; `kept` is how its desk was. One without tracks shows how they come in."""
        kit = self.kit
        self.restore(kept, has_tracks=bool(summary.counts.get("tracks")))
        self.show_collection(summary)
        kit.workspace.look(journal_of, kit.history.start_with)
        kit.runs.refresh()
        asked = _dict(kept.get("asked"))
        kit.filter.start_with(Asked(str(asked.get("text", "")), str(asked.get("sort", ""))))
        if isinstance(kept.get("colour_by"), str) and kept["colour_by"]:
            kit.colouring.choose(kept["colour_by"])
        else:
            kit.colouring.refresh()
        chosen, current = _ids(kept.get("chosen")), _ids([kept.get("current")])
        if chosen or current:
            wanted = partial(existing, frozenset(chosen), current[0] if current else None)
            kit.workspace.look(wanted, self._choose)

    def take_focus(self) -> None:
        """The keyboard begins where the tracks are, or on the page that says how they come in."""
        first = self.library.table if self.kit.workspace.tracks else self.overview
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, found: tuple[frozenset[int], int | None]) -> None:
        if not self.kit.selection.chosen and self.kit.selection.current is None:
            self.kit.selection.start_with(*found)

    @Slot(object)
    def _after_demo(self, changes: Changes) -> None:
        """Who watched it being made goes on to what can be done with it."""
        is_made = changes == OF_JOBS["demo"] and self.kit.workspace.tracks > 0
        if is_made and self.pages.shown == ["collection"]:
            self.turn_to("map")

    @Slot(object)
    def show_collection(self, summary: Summary) -> None:
        self.bar.show_name(summary.name)
        for pane in self.panes:
            pane.show_collection(summary)

    def forget(self) -> None:
        kit = self.kit
        kit.player.forget()
        for part in (kit.selection, kit.cards, kit.colouring, kit.history, kit.runs):
            part.forget()
        for pane in self.panes:
            pane.forget()
        for dock in self.docks.values():
            if dock.isFloating():  # a window of its own, which does not go with the desk
                dock.hide()

    def finish(self) -> None:
        for pane in self.panes:
            pane.finish()
        self.kit.player.finish()


def _dict(value: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON from outside
    return value if isinstance(value, dict) else {}


def _ids(value: Any) -> list[int]:  # noqa: ANN401 - JSON from outside
    return [one for one in value if type(one) is int] if isinstance(value, list) else []


def _reachable(place: QRect, screen: QRect) -> bool:
    """Whether enough of its title bar can be got hold of."""
    title = QRect(place.left(), place.top(), place.width(), look().px(32)).intersected(screen)
    return title.width() >= look().px(80) and title.height() >= look().px(16)


# In the background


def journal_of(collection: Collection) -> list[Edit]:
    """Edits that can still be undone, or done again."""
    from core.library.journal import history

    return history(collection)


def existing(
    chosen: frozenset[int], current: int | None, collection: Collection
) -> tuple[frozenset[int], int | None]:
    """Of the tracks that were chosen and current, those that are still there."""
    from sqlalchemy import select

    from core.library.labels import each
    from core.store.schema import Track

    wanted = [*chosen, *([] if current is None else [current])]
    with collection.database.reading() as session:
        there = set(session.scalars(select(Track.id).where(Track.id.in_(each(wanted)))))
    return chosen & there, current if current in there else None
