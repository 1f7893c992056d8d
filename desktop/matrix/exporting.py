"""A confusion matrix to take away: as a picture that says what it is, or as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core import __version__
from core.messages import channel
from desktop.matrix.drawing import Drawing
from desktop.theme import Weight, load_theme, look

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.matrix.data import Confusion
    from desktop.matrix.matrix import Matrix

MARGIN, HEAD, FOOT = 20, 46, 26
DOTS = 2


class Exporting(QObject):
    def __init__(self, matrix: Matrix, kit: Kit) -> None:
        super().__init__(matrix)
        self._matrix, self._kit = matrix, kit

    def open_menu(self, below: QWidget, _checked: bool = False) -> None:
        menu = QMenu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for said, ending in (
            (self.tr("Picture (PNG)…"), ".png"),
            (self.tr("Picture that can be scaled (SVG)…"), ".svg"),
            (self.tr("Table (CSV)…"), ".csv"),
        ):
            menu.addAction(said).triggered.connect(partial(self.ask, ending))
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def ask(self, ending: str = ".png", _checked: bool = False) -> None:
        folder = self._kit.workspace.folder
        if folder is None or not self._matrix.confusion.names:
            return
        name = f"{self.title()}{ending}".replace("/", "-").replace(":", "")
        chosen, _ = QFileDialog.getSaveFileName(
            self._matrix,
            self.tr("Export the confusion matrix"),
            str(folder / "exports" / name),
            f"{ending[1:].upper()} (*{ending})",
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == ending else path.with_name(path.name + ending))

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
        self._kit.workspace.look(partial(_write, path, lines, confusion, drawing), partial(self._told, path))

    def _told(self, path: Path, _nothing: None) -> None:
        channel.info(self.tr("{} was written.").format(path))


# In the background


def _write(
    path: Path, lines: tuple[str, str, str], confusion: Confusion, drawing: Drawing, _collection: Collection
) -> None:
    from core.store.files import write_whole

    content = {".csv": _table, ".svg": _svg}.get(path.suffix.lower(), _png)(lines, confusion, drawing)
    with write_whole(path) as file:
        file.write(content)


def _table(lines: tuple[str, str, str], confusion: Confusion, _drawing: Drawing) -> bytes:
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


def _png(lines: tuple[str, str, str], _confusion: Confusion, drawing: Drawing) -> bytes:
    size = _size(drawing)
    image = QImage(size * DOTS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DOTS)
    painter = QPainter(image)
    _paint(painter, size, lines, drawing)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def _svg(lines: tuple[str, str, str], _confusion: Confusion, drawing: Drawing) -> bytes:
    size = _size(drawing)
    kept, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(kept)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(lines[0])
    generator.setDescription(" ".join(lines[1:]))
    painter = QPainter(generator)
    _paint(painter, size, lines, drawing)
    painter.end()
    return bytes(kept.data())


def _paint(painter: QPainter, size: QSize, lines: tuple[str, str, str], drawing: Drawing) -> None:
    """In light colours, as all that is printed."""
    theme, px = load_theme("light"), look().px
    painter.fillRect(QRectF(QPointF(), size), QColor(theme.colours["plot"]))
    page = QRectF(QPointF(), size).adjusted(px(MARGIN), px(MARGIN), -px(MARGIN), -px(MARGIN))
    painter.setPen(QColor(theme.colours["text"]))
    painter.setFont(look().font(13, Weight.DemiBold))
    painter.drawText(page, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, lines[0])
    painter.setPen(QColor(theme.colours["text2"]))
    painter.setFont(look().font(12))
    painter.drawText(page.adjusted(0, px(18), 0, 0), Qt.AlignmentFlag.AlignLeft, lines[1])
    painter.setFont(look().font(11))
    painter.drawText(page, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, lines[2])
    room = QRectF(page.left(), page.top() + px(HEAD), drawing.sizes.whole.width() + 1, page.height())
    drawing.paint(painter, theme, room, QPointF())
