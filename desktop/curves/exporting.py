"""Curves to take away: as a picture in the colours of paper, or as a table with names and units."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core import __version__
from core.messages import channel
from desktop.curves.data import Curves
from desktop.theme import Weight, load_theme, look

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.curves.plot import CurvesPlot
    from desktop.kit import Kit

SIZE = QSize(900, 520)
HEAD, FOOT, MARGIN = 48, 24, 16
DOTS = 2


class Exporting(QObject):
    def __init__(self, plot: CurvesPlot, kit: Kit) -> None:
        super().__init__(plot)
        self._plot, self._kit = plot, kit

    def open_menu(self, below: QWidget, _checked: bool = False) -> None:
        menu = QMenu(below)
        menu.aboutToHide.connect(menu.deleteLater)
        for said, ending in (
            (self.tr("Picture (PNG)…"), ".png"),
            (self.tr("Picture that can be scaled (SVG)…"), ".svg"),
            (self.tr("Table (CSV)…"), ".csv"),
        ):
            menu.addAction(said).triggered.connect(partial(self.ask, ending))
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def ask(self, ending: str = ".png", _checked: bool = False) -> None:
        folder = self._kit.workspace.folder
        if folder is None or self._plot.curves.is_empty:
            return
        name = f"{self.title()}{ending}".replace("/", "-").replace(":", "")
        chosen, _ = QFileDialog.getSaveFileName(
            self._plot,
            self.tr("Export the curves"),
            str(folder / "exports" / name),
            f"{ending[1:].upper()} (*{ending})",
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == ending else path.with_name(path.name + ending))

    def title(self) -> str:
        title = self._plot.curves.title or self._plot.name
        return self.tr("{} of {}").format(title, self._plot.of) if self._plot.of else title

    def write(self, path: Path) -> None:
        """By its ending. Drawn here, for a plot is made of widgets; written in the background."""
        foot = self.tr("Soundings {}, {}.").format(__version__, self._kit.workspace.name)
        ending, curves = path.suffix.lower(), self._plot.shown
        if ending == ".csv":
            content = table(self._plot.curves, f"{self.title()}. {foot}", self.tr("epoch"))
        else:
            heads = (self.title(), curves.note, foot)
            content = picture(curves, heads, as_log=self._plot.log.isChecked(), as_svg=ending == ".svg")
        self._kit.workspace.read(partial(_write, path, content), partial(self._told, path))

    def _told(self, path: Path, _nothing: None) -> None:
        channel.info(self.tr("{} was written.").format(path))


def table(curves: Curves, head: str, epoch_words: str) -> bytes:
    """One row an epoch, one column a line, then its interval; controls in lines of their own above."""
    sheet = io.StringIO()
    write = csv.writer(sheet, lineterminator="\n").writerow
    unit = f" [{curves.unit}]" if curves.unit else ""
    write([f"# {head}"])
    for level in curves.levels:
        write([f"# {level.name}{unit}: {level.value:.10g}"])
    names, columns = [epoch_words], list[dict[float, float]]()
    for line in curves.lines:
        names.append(f"{line.name}{unit}")
        columns.append(dict(line.points))
        if line.band:
            for place, end in enumerate(("low", "high")):
                names.append(f"{line.name}, 95 % {end}{unit}")
                columns.append({p[0]: bound[place] for p, bound in zip(line.points, line.band, strict=True)})
    write(names)
    for epoch in sorted({at for column in columns for at in column}):
        write([f"{epoch:g}", *(f"{column[epoch]:.10g}" if epoch in column else "" for column in columns)])
    return sheet.getvalue().encode("utf-8-sig")


def picture(curves: Curves, heads: tuple[str, str, str], *, as_log: bool, as_svg: bool) -> bytes:
    buffer = QBuffer(kept := QByteArray())
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if as_svg:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(SIZE)
        generator.setViewBox(QRect(QPoint(0, 0), SIZE))
        generator.setTitle(heads[0])
        generator.setDescription(" ".join(heads[1:]))
        painter = QPainter(generator)
        _paint(painter, curves, heads, as_log=as_log)
        painter.end()
    else:
        image = QImage(SIZE * DOTS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(DOTS)
        painter = QPainter(image)
        _paint(painter, curves, heads, as_log=as_log)
        painter.end()
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(kept.data())


def _paint(painter: QPainter, curves: Curves, heads: tuple[str, str, str], *, as_log: bool) -> None:
    from desktop.curves.canvas import Canvas

    theme = load_theme("light")
    whole = QRectF(0, 0, SIZE.width(), SIZE.height())
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(whole, QColor(theme.colours["plot"]))
    painter.setPen(QColor(theme.colours["text"]))
    painter.setFont(look().font(15, Weight.DemiBold))
    title, note, foot = heads
    painter.drawText(QPoint(MARGIN, MARGIN + 12), title)
    painter.setPen(QColor(theme.colours["text2"]))
    painter.setFont(look().font(11))
    painter.drawText(QPoint(MARGIN, MARGIN + 28), note)
    painter.drawText(QPoint(MARGIN, SIZE.height() - 10), foot)
    canvas = Canvas(theme)
    canvas.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    canvas.resize(SIZE.width() - 2 * MARGIN, SIZE.height() - HEAD - FOOT - MARGIN)
    canvas.show()  # so that its parts take their places
    canvas.show_curves(curves, as_log=as_log)
    target = QRectF(MARGIN, HEAD + MARGIN / 2, canvas.width(), canvas.height())
    canvas.render(painter, target, canvas.viewport().rect())
    canvas.close()
    canvas.deleteLater()


# In the background


def _write(path: Path, content: bytes, _collection: Collection) -> None:
    from core.store.files import write_whole

    with write_whole(path) as file:
        file.write(content)
