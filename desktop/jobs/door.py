"""The window's way to the list of jobs. Light: the list is made when somebody first wants to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.progress import Stop
from desktop.theme import look

if TYPE_CHECKING:
    from desktop.jobs.model import JobsModel
    from desktop.jobs.pane import JobsPane
    from desktop.jobs.strip import JobStrip
    from desktop.window import MainWindow

HEIGHT_PX = 230


class JobsDoor(QObject):
    shown_changed = Signal(bool)

    def __init__(self, window: MainWindow, jobs: JobsModel, strip: JobStrip) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._strip = strip
        self.pane: JobsPane | None = None
        strip.pane_wanted.connect(self.toggle)
        self._connect(strip)

    def _connect(self, view: JobStrip | JobsPane) -> None:
        view.asked.connect(self.ask)
        view.resumed.connect(self._window.workspace.resume)
        view.dismissed.connect(self._window.workspace.dismiss)

    @Slot(int, object)
    def ask(self, job_id: int, stop: Stop) -> None:
        row = self._jobs.row_of(job_id)
        if row is not None and row.state == "running":
            self._jobs.ask(job_id, stop)
        self._window.workspace.ask(job_id, stop)

    @Slot()
    def toggle(self) -> None:
        if self._window.desk is None or self._window.workspace.folder is None:
            self._show_state()
            return
        if self.pane is None:
            self.make().show()
        else:
            self.pane.setVisible(self.pane.isHidden())
        if self.pane is not None and self.pane.isVisible():
            self.pane.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def make(self) -> JobsPane:
        """The list, hidden as long as nobody shows it. There is a desk by then."""
        from desktop.jobs.pane import JobsPane

        if self.pane is None:
            desk = self._window.desk
            assert desk is not None
            self.pane = pane = JobsPane(self._jobs)
            desk.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, pane)
            desk.resizeDocks([pane], [look().px(HEIGHT_PX)], Qt.Orientation.Vertical)
            pane.hide()
            self._connect(pane)
            pane.visibilityChanged.connect(self._show_state)
        return self.pane

    def hide(self) -> None:
        if self.pane is not None:
            self.pane.hide()

    @Slot()
    def _show_state(self) -> None:
        shown = self.pane is not None and not self.pane.isHidden()
        self._strip.show_pane_state(shown)
        self.shown_changed.emit(shown)
