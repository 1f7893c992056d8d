"""What leaves the pane "Where it matches": its picture in the light colours, and its stretches as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu

from core.errors import FileProblem
from core.messages import channel
from desktop.icons import icon
from desktop.neighbours import says
from desktop.neighbours.matrix import MatrixView
from desktop.theme import Weight, load_theme, look

if TYPE_CHECKING:
    from core.neighbours.request import MatchResult
    from core.store import Collection
    from desktop.neighbours.match import MatchPane

SIDE = 720
DOTS = 2
HEAD, FOOT = 44, 26


class MatchExport(QObject):
    def __init__(self, pane: MatchPane) -> None:
        super().__init__(pane)
        self._pane = pane

    @Slot()
    def show_menu(self) -> None:
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("map"), self.tr("Picture (PNG)…"), self.export_picture)
        menu.addAction(icon("list"), self.tr("Stretches (CSV)…"), self.export_stretches)
        button = self._pane.body.export
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def export_picture(self) -> None:
        path = self._ask(self.tr("Export the picture"), "png", self.tr("Pictures (*.png)"))
        if path is not None:
            self._pane.kit.workspace.look(partial(_save, path, self.picture()), partial(self._wrote, path))

    def export_stretches(self) -> None:
        path = self._ask(self.tr("Export the stretches as a table"), "csv", self.tr("Tables (*.csv *.tsv)"))
        result = self._pane.result
        if path is not None and result is not None:
            self._pane.kit.workspace.look(partial(_write, path, result), partial(self._wrote, path))

    def _ask(self, title: str, suffix: str, kinds: str) -> Path | None:
        pane, folder = self._pane, self._pane.kit.workspace.folder
        if pane.result is None or folder is None:
            return None
        words = self.tr("{} matches {}").format(pane.title_of(pane.result.a), pane.title_of(pane.result.b))
        name = f"{says.file_name(words)}.{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(pane, title, str(folder / "exports" / name), kinds)
        return Path(chosen if Path(chosen).suffix else f"{chosen}.{suffix}") if chosen else None

    def _wrote(self, path: Path, _nothing: None) -> None:
        channel.info(self.tr("{} was written.").format(path))

    def picture(self) -> QImage:
        """The matrix with its axes and frames, its title above, on what it rests below; in light colours."""
        pane, theme = self._pane, load_theme("light")
        result, shown = pane.result, pane.body.matrix
        assert result is not None
        view = MatrixView()
        view.show_result(result)
        view.above, view.waves = shown.above, shown.waves
        view.resize(SIDE, SIDE)
        image = QImage(SIDE * DOTS, (SIDE + HEAD + FOOT) * DOTS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(DOTS)
        image.fill(QColor(theme.colours["plot"]))
        painter = QPainter(image)
        painter.setPen(QColor(theme.colours["text"]))
        painter.setFont(look().font(13, Weight.DemiBold))
        title = self.tr("A: {}    B: {}").format(pane.title_of(result.a), pane.title_of(result.b))
        painter.drawText(QRect(12, 8, SIDE - 24, HEAD - 14), Qt.AlignmentFlag.AlignLeft, title)
        painter.setPen(QColor(theme.colours["text2"]))
        painter.setFont(look().font(11))
        foot = QRect(12, SIDE + HEAD + 4, SIDE - 24, FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, pane.body.foot.text())
        painter.translate(0, HEAD)
        view.paint(painter, theme)
        painter.end()
        view.deleteLater()
        return image


def _save(path: Path, image: QImage, _collection: Collection) -> None:
    if not image.save(str(path)):
        raise FileProblem(path, "cannot be written", "Choose another place.")


def _write(path: Path, result: MatchResult, collection: Collection) -> None:
    from desktop.neighbours.keeping import write_stretches

    write_stretches(path, result, collection)
