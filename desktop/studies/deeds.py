"""What can be done with a study besides beginning it: look at its runs, cancel it, take its report away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from core.messages import channel
from core.progress import Stop
from desktop import words
from desktop.studies.read import copy_report
from desktop.widgets import Question

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.studies.page import StudiesPage
    from desktop.studies.plan import Row


class Deeds(QObject):
    def __init__(self, page: StudiesPage) -> None:
        super().__init__(page)
        self._page = page
        self._folder = Path.home()

    @Slot(int)
    def look_at(self, run: int) -> None:
        self._page.kit.runs.look_at(run)
        self._page.trigger("page_results")

    def show_menu(self, row: Row, at: QPoint) -> None:
        if not row.runs:
            return
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for seed, run in row.runs:
            said_ = self.tr("Look at run {}, seed {}").format(run, seed)
            said_ = self.tr("Look at run {}").format(run) if row.kind == "control" else said_
            menu.addAction(said_).triggered.connect(partial(self.look_at, run))
        menu.popup(at)

    @Slot()
    def ask_cancel(self) -> None:
        more = self.tr(
            "All runs that this job has made go, also those that are done. Stop and keep leaves them."
        )
        answers: dict[str, Callable[[], None]] = {
            self.tr("Cancel study"): partial(self._page.course.stop, Stop.CANCEL),
            self.tr("Stop and keep"): partial(self._page.course.stop, Stop.KEEP),
            self.tr("Let it go on"): _nothing,
        }
        Question(self._page.window(), self.tr("Cancel the study?"), more, answers)

    @Slot()
    def open_report(self) -> None:
        folder = self._page.report_folder
        if folder is None:
            return
        page = folder / "report.html"
        if not page.is_file():
            said_ = self.tr("{} is not there any more. Start the study again: it writes its report anew.")
            channel.warning(said_.format(page))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
            channel.info(self.tr("No browser opened. The report is {}.").format(page))

    @Slot()
    def ask_export(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._page, self.tr("Export report into"), str(self._folder)
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, into: Path) -> None:
        folder = self._page.report_folder
        if folder is not None:
            self._folder = into
            self._page.kit.workspace.read(partial(_copy, folder, into), self._exported)

    def _exported(self, told: tuple[Path, int]) -> None:
        place, files = told
        channel.info(self.tr("{} files of the report are in {}.").format(words.number(files), place))

    @Slot()
    def copy_methods(self) -> None:
        if self._page.study is not None:
            self._page.kit.workspace.look(partial(_sheet, self._page.study), self._copied)

    def _copied(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        channel.info(self.tr("The methods sheet is on the clipboard."))


def _nothing() -> None:
    """It goes on."""


# In the background


def _copy(folder: Path, into: Path, _collection: Collection) -> tuple[Path, int]:
    return copy_report(folder, into)


def _sheet(study: int, collection: Collection) -> str:
    from core.studies.methods import study_sheet

    return study_sheet(collection, study)
