"""Plots of certainty to take away: as a picture that says what it is, or as a table of what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QPainter

from core import __version__
from desktop import exports
from desktop.exports import FOOT, HEAD, MARGIN
from desktop.theme import load_theme, look

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.matrix.certainty import CertaintyResult
    from desktop.matrix.plots import Plot

PLOT = QSize(420, 360)
DOTS = 2
HEADINGS = {name: name for name in ("plot", "name", "x", "y", "low", "high", "tracks")}
"""`x` and `y`: recall and precision, confidence claimed and share right (with its 95 % interval), or
the true number and the one that was said of a track."""


class Exporting(QObject):
    def __init__(self, view: CertaintyResult, kit: Kit) -> None:
        super().__init__(view)
        self._view, self._kit = view, kit

    def open_menu(self, _checked: bool = False) -> None:
        exports.open_menu(self._view.export, self.tr("Table (CSV)…"), self.ask)

    def ask(self, ending: str = ".png", _checked: bool = False) -> None:
        folder = self._kit.workspace.folder
        if folder is None or not self._view.plots():
            return
        title = self.tr("Export certainty")
        path = exports.ask_path(self._view, title, folder / "exports", self.title(), ending)
        if path is not None:
            self.write(path)

    def title(self) -> str:
        return self.tr("Certainty of run {}, {}").format(self._view.number, self._view.part.current)

    def write(self, path: Path) -> None:
        """By its ending. Plots are painted here, which is quick, and written in the background."""
        workspace, title, note = self._kit.workspace, self.title(), self._view.said
        if path.suffix.lower() == ".csv":
            work = partial(_write_table, path, f"{title}; {note}", self._view.rows())
            workspace.look(work, exports.tell)
            return
        plots = self._view.plots()
        size = _size(len(plots))
        foot = self.tr("Soundings {}, {}.").format(__version__, workspace.name)
        paint = partial(_paint, size, (title, note, foot), plots)
        if path.suffix.lower() == ".svg":
            content = exports.as_svg(paint, size, title, f"{note} {foot}")
        else:
            content = exports.as_png(paint, size, DOTS)
        workspace.look(partial(_write, path, content), exports.tell)


def _size(plots: int) -> QSize:
    px = look().px
    high = px(PLOT.height() + HEAD + FOOT + 2 * MARGIN)
    return QSize(px(PLOT.width()) * plots + 2 * px(MARGIN), high)


def _paint(size: QSize, lines: tuple[str, str, str], plots: Sequence[Plot], painter: QPainter) -> None:
    """In light colours, as all that is printed."""
    theme, px = load_theme("light"), look().px
    page = exports.paint_page(painter, theme, size, lines)
    each = QSize(px(PLOT.width()), px(PLOT.height()))
    for place, plot in enumerate(plots):
        painter.save()
        painter.translate(page.left() + place * each.width(), page.top() + px(HEAD))
        plot.paint(painter, theme, each)
        painter.restore()


# In the background


def _write(path: Path, content: bytes, _collection: Collection) -> Path:
    return exports.write(path, content)


def _write_table(path: Path, about: str, rows: list[dict[str, object]], _collection: Collection) -> Path:
    from core.cli.sheet import write_sheet

    write_sheet(path, HEADINGS, rows, {"of": about})
    return path
