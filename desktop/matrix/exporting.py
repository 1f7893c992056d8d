"""A confusion matrix to take away: as a picture that says what it is, or as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from core import __version__
from desktop import exports
from desktop.exports import FOOT, HEAD, MARGIN
from desktop.matrix.drawing import Drawing
from desktop.theme import load_theme, look

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.matrix.data import Confusion
    from desktop.matrix.matrix import Matrix

DOTS = 2


class Exporting(QObject):
    def __init__(self, matrix: Matrix, kit: Kit) -> None:
        super().__init__(matrix)
        self._matrix, self._kit = matrix, kit

    def open_menu(self, below: QWidget, _checked: bool = False) -> None:
        exports.open_menu(below, self.tr("Table (CSV)…"), self.ask)

    def ask(self, ending: str = ".png", _checked: bool = False) -> None:
        folder = self._kit.workspace.folder
        if folder is None or not self._matrix.confusion.names:
            return
        title = self.tr("Export the confusion matrix")
        path = exports.ask_path(self._matrix, title, folder / "exports", self.title(), ending)
        if path is not None:
            self.write(path)

    def title(self) -> str:
        known = self._matrix.confusion
        title = self.tr("Confusion matrix")
        title = self.tr("{} of {}").format(title, self._matrix.of) if self._matrix.of else title
        if known.epoch is not None:
            title = self.tr("{}, epoch {}").format(title, known.epoch + 1)
        return title

    def write(self, path: Path) -> None:
        """By its ending. Made in the background, for many classes are many shapes."""
        lines = (
            self.title(),
            self._matrix.about(self._matrix.confusion),
            self.tr("Rows: true label. Columns: the model's choice.")
            + " "
            + self.tr("Soundings {}, {}.").format(__version__, self._kit.workspace.name),
        )
        confusion, drawing = self._matrix.confusion, self._matrix.grid.print_drawing()
        self._kit.workspace.look(partial(_write, path, lines, confusion, drawing), exports.tell)


# In the background


def _write(
    path: Path, lines: tuple[str, str, str], confusion: Confusion, drawing: Drawing, _collection: Collection
) -> Path:
    ending = path.suffix.lower()
    if ending == ".csv":
        return exports.write(path, _table(lines, confusion))
    size = _size(drawing)
    paint = partial(_paint, size, lines, drawing)
    if ending == ".svg":
        return exports.write(path, exports.as_svg(paint, size, lines[0], " ".join(lines[1:])))
    return exports.write(path, exports.as_png(paint, size, DOTS))


def _table(lines: tuple[str, str, str], confusion: Confusion) -> bytes:
    import csv
    import io

    sheet = io.StringIO()
    write = csv.writer(sheet, lineterminator="\n").writerow
    write([f"# {lines[0]}, {lines[1]} [tracks]. {lines[2]}"])
    write(["true label", *confusion.names, "tracks", "found [%]"])
    for place, (name, row) in enumerate(zip(confusion.names, confusion.counts, strict=True)):
        found = f"{100 * confusion.share(place, place):.1f}" if confusion.of(place) else ""
        write([name, *row, confusion.of(place), found])
    return sheet.getvalue().encode("utf-8-sig")


def _size(drawing: Drawing) -> QSize:
    whole, px = drawing.sizes.whole, look().px
    wide = max(int(whole.width()), px(420)) + 2 * px(MARGIN)
    return QSize(wide, int(whole.height()) + px(HEAD + FOOT) + 2 * px(MARGIN))


def _paint(size: QSize, lines: tuple[str, str, str], drawing: Drawing, painter: QPainter) -> None:
    """In light colours, as all that is printed."""
    theme, px = load_theme("light"), look().px
    page = exports.paint_page(painter, theme, size, lines)
    room = QRectF(page.left(), page.top() + px(HEAD), drawing.sizes.whole.width() + 1, page.height())
    drawing.paint(painter, theme, room, QPointF())
