"""The map to take away: as a picture that says what it is on its face, or as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core import __version__
from core.messages import channel
from desktop import exports, words
from desktop.map.data import Shown, write_table
from desktop.map.tints import entries

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.map.page import MapPage

PICTURE = (1600, 1200)


class Exporting(QObject):
    def __init__(self, page: MapPage, kit: Kit) -> None:
        super().__init__(page)
        self._window, self._kit, self._gallery = page, kit, page.gallery
        self._bonds, self._tints = page.bonds, page.tints
        self._facts, self._stage = page.facts, page.stage
        self._folder = Path.home()
        page.stage.canvas.exported.connect(self._drawn)

    def open_menu(self, below: QWidget) -> None:
        exports.open_menu(below, self.tr("Table of all points (CSV)…"), self.ask)

    @Slot()
    def ask(self, ending: str = ".png", _checked: bool = False) -> None:
        """Where to, then written."""
        shown = self._gallery.shown
        if shown is None:
            return
        title, name = self.tr("Export the map"), f"map {shown.info.id}"
        path = exports.ask_path(self._window, title, self._folder, name, ending)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """By its ending: a picture of what is seen, or a table of all points."""
        shown = self._gallery.shown
        if shown is None:
            return
        self._folder = path.parent
        if path.suffix.lower() == ".csv":
            field = self._tints.colours.field if self._tints.key.kind == "field" else ""
            work = partial(_write_table, path, shown, field)
            self._kit.workspace.read(work, partial(self._told, path))
            return
        self._draw(path)

    @Slot(object)
    def _drawn(self, path: Path) -> None:
        channel.info(self.tr("The map was written to {}.").format(path))

    def _draw(self, path: Path) -> None:
        canvas, tints = self._stage.canvas, self._tints
        codes = tints.codes(canvas.scene.ids)
        rows = [] if tints.colours.is_number or not tints.colours.field else tints.rows(codes)
        legend = entries([row for row in rows if row.code not in self._bonds.hidden])
        write = canvas.export_svg if path.suffix.lower() == ".svg" else canvas.export_png
        write(path, *PICTURE, [*self._facts.lines(), self._origin()], legend, tints.title())

    def _origin(self) -> str:
        shown = self._gallery.shown
        assert shown is not None
        made = self.tr("Map {} of {}, {}; Soundings {}.")
        day = f"{shown.info.created_at:%Y-%m-%d}"
        return made.format(shown.info.id, self._kit.workspace.name, day, __version__)

    def _told(self, path: Path, rows: int) -> None:
        channel.info(self.tr("{} were written to {}.").format(words.tracks(rows), path))


def _write_table(path: Path, shown: Shown, field: str, collection: Collection) -> int:
    return write_table(path, shown, field, collection)
