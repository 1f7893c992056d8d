"""What is taken away as a file: of which kind, under which name, and drawn as a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core.messages import channel
from desktop.theme import Theme, Weight, look


def _tr(text: str) -> str:
    return QCoreApplication.translate("Exports", text)


def open_menu(below: QWidget, table: str, ask: Callable[[str, bool], None]) -> None:
    """Two kinds of picture, and the table by its name; `ask` gets the ending of what was chosen."""
    menu = QMenu(below)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for said, ending in (
        (_tr("Picture (PNG)…"), ".png"),
        (_tr("Picture that can be scaled (SVG)…"), ".svg"),
        (table, ".csv"),
    ):
        menu.addAction(said).triggered.connect(partial(ask, ending))
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))


def ask_path(parent: QWidget, title: str, folder: Path, name: str, ending: str) -> Path | None:
    """The file that a person chose; it has the `ending`, whatever was typed."""
    start = folder / f"{name}{ending}".replace("/", "-").replace(":", "")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), f"{ending[1:].upper()} (*{ending})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def write(path: Path, content: bytes) -> Path:
    """Whole or not at all."""
    from core.store.files import write_whole

    with write_whole(path) as file:
        file.write(content)
    return path


def tell(path: Path) -> None:
    channel.info(_tr("{} was written.").format(path))


# Pictures; made in any thread

Paint = Callable[[QPainter], None]
MARGIN, HEAD, FOOT = 20, 46, 26


def paint_page(painter: QPainter, theme: Theme, size: QSize, lines: tuple[str, str, str]) -> QRectF:
    """Title, note and foot around what is shown; answers the page within its margins."""
    px = look().px
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
    return page


def as_png(paint: Paint, size: QSize, dots: int = 1) -> bytes:
    """So many dots each way for one of `size`."""
    image = QImage(size * dots, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dots)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def as_svg(paint: Paint, size: QSize, title: str, description: str) -> bytes:
    kept, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(kept)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    return bytes(kept.data())
