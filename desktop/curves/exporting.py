"""Curves to take away: as a picture in the colours of paper, or as a table with names and units."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from core import __version__
from desktop import exports
from desktop.curves.data import Curves
from desktop.theme import Weight, load_theme, look

if TYPE_CHECKING:
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
        exports.open_menu(below, self.tr("Table (CSV)…"), self.ask)

    def ask(self, ending: str = ".png", _checked: bool = False) -> None:
        folder = self._kit.workspace.folder
        if folder is None or self._plot.curves.is_empty:
            return
        title = self.tr("Export the curves")
        path = exports.ask_path(self._plot, title, folder / "exports", self.title(), ending)
        if path is not None:
            self.write(path)

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
        self._kit.workspace.read(lambda _collection: exports.write(path, content), exports.tell)


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
    paint = partial(_paint, curves, heads, as_log)
    if as_svg:
        return exports.as_svg(paint, SIZE, heads[0], " ".join(heads[1:]))
    return exports.as_png(paint, SIZE, DOTS)


def _paint(curves: Curves, heads: tuple[str, str, str], as_log: bool, painter: QPainter) -> None:
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
