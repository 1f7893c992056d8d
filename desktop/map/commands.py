"""What can be done with the map, as commands; the letters count only while the map has the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.commands import Command
from desktop.map.cluster_dialog import ClusterDialog
from desktop.map.draw_dialog import DrawDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.kit import Kit
    from desktop.map.asking import AskingDialog
    from desktop.map.page import MapPage


@dataclass(frozen=True)
class Keyed:
    """A command with a letter of its own."""

    name: str
    key: str
    words: str
    tip: str
    slot: Callable[[], object]
    icon_name: str = ""


class MapCommands(QObject):
    def __init__(self, page: MapPage, kit: Kit) -> None:
        super().__init__(page)
        self._page, self._kit = page, kit
        self.keyed = self._keyed()
        kit.commands.offer("map", [*self._dialogs(), *map(self._command, self.keyed), *self._zooms()])

    def _command(self, keyed: Keyed) -> Command:
        tip = self.tr("{} ({} while the map has the keyboard)").format(keyed.tip, keyed.key)
        return Command(
            keyed.name, keyed.words, tip, keyed.slot, icon_name=keyed.icon_name, needs_collection=True
        )

    def press(self, key: str) -> bool:
        """Whether the key means anything here."""
        found = next((keyed for keyed in self.keyed if keyed.key == key), None)
        if found is None:
            return False
        self._kit.commands.actions[found.name].trigger()
        return True

    def _keyed(self) -> list[Keyed]:
        tr, tools = self.tr, self._page.controls.tools
        return [
            Keyed("map-pan", "V", tr("Move the map"), tr("Pull the map with the pointer"),
                  lambda: tools.show_tool("pan"), "pan"),
            Keyed("map-lasso", "L", tr("Choose with a lasso"), tr("Draw around tracks to select them"),
                  lambda: tools.show_tool("lasso"), "lasso"),
            Keyed("map-rectangle", "B", tr("Choose with a rectangle"), tr("Pull a rectangle around tracks"),
                  lambda: tools.show_tool("rectangle"), "rectangle"),
            Keyed("map-alike", "A", tr("Select all like this"), tr("All of the current track's colour"),
                  self._page.alike.select_like_current, "colours"),
            Keyed("map-fit", "F", tr("Show the whole map"), tr("All points, as large as they can be"),
                  self._page.stage.canvas.fit, "fit"),
            Keyed("map-links", "T", tr("True neighbours"), tr("Link the current track to its neighbours"),
                  self._page.toggle_links),
            Keyed("map-density", "D", tr("Density"), tr("Depth lines where tracks lie close"),
                  tools.density.toggle),
            Keyed("map-trust", "S", tr("Shade by trust"), tr("Pale where the map is not to be believed"),
                  tools.trust.toggle),
            Keyed("map-hover", "H", tr("Hover plays"), tr("Rest on a point to hear it"), tools.hover.toggle),
        ]  # fmt: skip

    def _zooms(self) -> list[Command]:
        tr, canvas = self.tr, self._page.stage.canvas
        return [
            Command("map-closer", tr("Zoom in"), tr("Closer (+ while the map has the keyboard)"),
                    lambda: canvas.zoom(1.5), icon_name="zoom-in", needs_collection=True),
            Command("map-further", tr("Zoom out"), tr("Further (− while the map has the keyboard)"),
                    lambda: canvas.zoom(1 / 1.5), icon_name="zoom-out", needs_collection=True),
        ]  # fmt: skip

    def _dialogs(self) -> list[Command]:
        tr, page = self.tr, self._page
        return [
            Command("draw-map", tr("&Draw a map…"), tr("Choose method, tracks and settings"),
                    self.ask_draw, "Ctrl+M", icon_name="map", needs_collection=True),
            Command("find-clusters", tr("Find &clusters…"), tr("Which tracks an encoder hears as groups"),
                    self.ask_clusters, icon_name="colours", needs_collection=True),
            Command("place-file", tr("&Place a file…"), tr("Where a recording from outside would lie"),
                    page.placing.choose_file, icon_name="note", needs_collection=True),
            Command("place-new", tr("Place &new tracks"), tr("Tracks heard since the map was drawn"),
                    page.placing.place_newcomers, icon_name="plus", needs_collection=True),
            Command("export-map", tr("&Export the map…"), tr("As a picture or a table"),
                    self.ask_export, "Ctrl+Shift+E", "export", needs_collection=True),
        ]  # fmt: skip

    # The dialogs

    def ask_draw(self) -> None:
        page, row = self._page, self._page.controls.drawing
        gallery = page.gallery
        shown = gallery.shown.info if gallery.shown else None
        dialog = DrawDialog(page, self._kit, gallery.choices, shown, page.course.drawing.took)
        dialog.start_with(page.course.source, row.chosen_method(), row.settings(), row.seed.value())
        dialog.agreed.connect(page.course.ask)
        self._open(dialog)

    def ask_clusters(self) -> None:
        page = self._page
        dialog = ClusterDialog(page, self._kit, page.gallery.choices, page.course.drawing.took)
        dialog.choose(page.course.source)
        dialog.agreed.connect(page.clusters.ask)
        self._open(dialog)

    def _open(self, dialog: AskingDialog) -> None:
        dialog.encoders_wanted.connect(self._encoders)
        dialog.open()

    def _encoders(self) -> None:
        if (action := self._kit.commands.actions.get("encoders")) is not None:
            action.trigger()

    def ask_export(self) -> None:
        self._page.exporting.open_menu(self._page.controls.tools.export)

    # What cannot be used says why

    def show_state(self) -> None:
        page, actions = self._page, self._kit.commands
        is_open = self._kit.workspace.folder is not None
        closed = "" if is_open else self.tr("Open a collection first")
        none = closed or ("" if page.gallery.shown is not None else self.tr("No map is shown"))
        nobody = none or ("" if page.course.newcomers() else self.tr("Every heard track is on the map"))
        for name in ("place-file", "export-map", *(keyed.name for keyed in self.keyed)):
            actions.enable(name, reason=none)
        actions.enable("place-new", reason=nobody)
