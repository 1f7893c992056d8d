"""Before and after to take away: as a picture with its caption on its face, or as a table of all tracks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core import __version__
from core.messages import channel
from desktop import exports, words
from desktop.bridge import Background
from desktop.map.overlay import Over
from desktop.map.scene_export import Figure
from desktop.map.tints import entries
from desktop.moved import says
from desktop.moved.canvas import box_of
from desktop.moved.data import write_table
from desktop.moved.figure import Chart, Two, two_png, two_svg
from desktop.moved.paths import Mark
from desktop.theme import look

if TYPE_CHECKING:
    from core.maps.forming import Points
    from core.moved.read import BeforeAfter
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.moved.view import MovedResult

PICTURE = (2400, 1200)


class Exporting(QObject):
    def __init__(self, view: MovedResult, kit: Kit) -> None:
        super().__init__(view)
        self._view, self._kit = view, kit
        self._printing = Background("writing before and after", self)

    def open_menu(self, below: QWidget) -> None:
        exports.open_menu(below, self.tr("Table of all tracks (CSV)…"), self.ask)

    @Slot()
    def ask(self, ending: str = ".png", _checked: bool = False) -> None:
        """Where to, then written."""
        drawn, folder = self._view.drawn, self._kit.workspace.folder
        if drawn is None or folder is None:
            return
        title, name = self.tr("Export before and after"), f"before and after run {drawn.pair.after.run}"
        path = exports.ask_path(self._view, title, folder / "exports", name, ending)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """By its ending."""
        drawn = self._view.drawn
        if drawn is None:
            return
        if path.suffix.lower() == ".csv":
            work = partial(_write_table, path, drawn, self._field(), self.caption(drawn))
            self._kit.workspace.read(work, partial(self._told, path))
            return
        two, draw = self._two(drawn), two_svg if path.suffix.lower() == ".svg" else two_png
        self._printing.call(lambda: exports.write(path, draw(two, *PICTURE)), self._drawn)

    def _field(self) -> str:
        """The classes of the table are those that the list of movers speaks of."""
        colours = self._kit.colouring.colours
        return "" if colours.is_number else colours.field

    def caption(self, drawn: BeforeAfter) -> list[str]:
        """The first line in full strength; whence it comes last."""
        counted = f"{says.counts(drawn, self._view.visible)} · {says.method(drawn)}"
        made = self.tr("A: {}; B: {}. Maps {} and {} of {}, {}; Soundings {}.").format(
            says.before_words(drawn.pair),
            says.after_words(drawn.pair),
            drawn.first.info.id,
            drawn.info.id,
            self._kit.workspace.name,
            f"{drawn.info.created_at:%Y-%m-%d}",
            __version__,
        )
        return [counted, says.stayed(drawn), made]

    def _two(self, drawn: BeforeAfter) -> Two:
        """The whole of both maps, whatever is zoomed to; without what is played or current just now."""
        charts, tints = self._view.charts, self._view.tints
        names = (says.before_words(drawn.pair), says.after_words(drawn.pair))
        both = (drawn.before, drawn.after)
        made = []
        for place, (letter, canvas) in enumerate(zip("AB", charts.canvases, strict=True)):
            still = canvas.scene.points is both[place] or (canvas.scene.points == both[place]).all()
            scene = canvas.scene if still else canvas.scene.changed(points=both[place])
            lines = canvas.measuring.lines if still else None
            made.append(
                Chart(letter, names[place], scene, lines, self._marks(drawn, both[place], has_ways=place > 0))
            )
        frame = charts.after.frame()
        colours, rows = tints.colours, self._view.rows()
        figure = Figure(
            scene=charts.after.scene,
            view=charts.after.view,
            radius=frame.radius / look().scale,
            crowd=max(float(len(drawn.track_ids)), 1.0),
            over=Over(),
            lines=None,
            caption=tuple(self.caption(drawn)),
            title=tints.title() if colours.field else "",
            legend=tuple(entries([row for row in rows if row.code not in self._view.hidden])),
        )
        return Two((made[0], made[1]), box_of(*both), figure, self._titles())

    def _marks(self, drawn: BeforeAfter, points: Points, *, has_ways: bool) -> tuple[Mark, ...]:
        """Of those that the legend does not hide."""
        canvas = self._view.charts.after
        shown, found = canvas.scene.shown, list[Mark]()
        for way in canvas.ways:
            row = drawn.row_of(way.track_id)
            if row is not None and (shown is None or shown[row]):
                x, y = points[row].tolist()
                start = way.start if has_ways and canvas.shows_ways else None
                found.append(Mark(way.number, (x, y), start))
        return tuple(found)

    def _titles(self) -> tuple[str, ...]:
        """`1  Mill polka 47`"""
        found = []
        for way in self._view.charts.after.ways:
            card = self._kit.cards.get(way.track_id)
            title = card.title if card is not None else self.tr("Track {}").format(way.track_id)
            found.append(f"{way.number}  {title}")
        return tuple(found)

    @Slot(object)
    def _drawn(self, path: Path) -> None:
        channel.info(self.tr("Before and after were written to {}.").format(path))

    def _told(self, path: Path, rows: int) -> None:
        channel.info(self.tr("{} were written to {}.").format(words.tracks(rows), path))

    def finish(self) -> None:
        """A picture is written to its end."""
        self._printing.finish()


def _write_table(path: Path, drawn: BeforeAfter, field: str, said: list[str], collection: Collection) -> int:
    return write_table(path, drawn, field, said, collection)
