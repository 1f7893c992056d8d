"""The main window: menus, pages, jobs, messages. It connects them and does no work itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core import places, settings
from core.demo.request import DemoRequest
from core.errors import SettingsProblem
from core.messages import channel
from core.progress import Stop
from desktop.bridge import Background, MessageBridge
from desktop.commands import Commands
from desktop.doctor import Doctor
from desktop.drops import dropped_folder
from desktop.encoders.door import Encoders
from desktop.holding import Summary
from desktop.jobs.model import JobsModel
from desktop.jobs.strip import JobStrip
from desktop.kit import make_kit
from desktop.menus import Menus
from desktop.messages import MessageBar
from desktop.place import remember_place, restore_place
from desktop.start import recent
from desktop.start.page import StartPage
from desktop.theme import look
from desktop.widgets import Question, label
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.desk.desk import Desk
    from desktop.jobs.pane import JobsPane

SMALLEST = (800, 500)
USUAL = (1280, 800)


class MainWindow(QMainWindow):
    painted = Signal()
    """Once, when the window has been seen for the first time."""

    def __init__(self, demo: DemoRequest | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Soundings")
        self.demo = demo or DemoRequest()
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self._was_painted = False
        self._leaving = False
        self._may_close = False
        self.background = Background("looking", self)
        self.doctor = Doctor(self)
        self.workspace = Workspace(self)
        self.encoders = Encoders(self)
        self.jobs = JobsModel(self)
        self.messages = MessageBar()
        self.strip = JobStrip(self.jobs)
        self.commands = Commands(self)
        self.kit = make_kit(self)
        self.desk: Desk | None = None
        self.pane: JobsPane | None = None
        self._bridge = MessageBridge(self)
        self._build()
        self.menus = Menus(self)
        self.menus.show_colours(settings.load().theme)
        self._connect()
        if not restore_place(self):
            self.resize(*USUAL)

    def _build(self) -> None:
        self.start = StartPage(self.doctor, self.background, self.demo)
        self.between = label("", 15, tone="text2")
        self.between.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.between)
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.messages)
        rows.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.strip, 1)
        self.statusBar().hide()

    def _connect(self) -> None:
        self.painted.connect(self.start.fill)
        self.painted.connect(self._bridge.attach)
        self._bridge.told.connect(self.messages.tell)
        self.start.demo_wanted.connect(self.open_demo)
        self.start.new_wanted.connect(self.new_collection)
        self.start.open_wanted.connect(self.choose_collection)
        self.start.chosen.connect(self.open_collection)
        self.start.searched.connect(self.find_collection)
        self.start.doctor_wanted.connect(self.show_doctor)
        workspace, bridge = self.workspace, self.workspace.bridge
        workspace.opening.connect(self._show_opening)
        workspace.opened.connect(self._show_collection)
        workspace.refused.connect(self._show_start)
        workspace.closing.connect(self._show_closing)
        workspace.closed.connect(self._closed)
        workspace.summary_changed.connect(self._show_summary)
        workspace.jobs_listed.connect(self.jobs.set_jobs)
        bridge.changed.connect(self.jobs.apply_change)
        bridge.progressed.connect(self.jobs.apply_progress)
        self.strip.pane_wanted.connect(self.toggle_jobs)
        self._connect_jobs(self.strip)

    def _connect_jobs(self, view: JobStrip | JobsPane) -> None:
        view.asked.connect(self.ask_job)
        view.resumed.connect(self.workspace.resume)
        view.dismissed.connect(self.workspace.dismiss)

    # Opening and closing a collection

    @Slot()
    def new_collection(self) -> None:
        self.offer_new()

    def offer_new(self, folder: Path | None = None) -> None:
        from desktop.collection.new import NewCollectionDialog

        dialog = NewCollectionDialog(self, folder)
        dialog.agreed.connect(self.create_collection)
        dialog.open()

    def create_collection(self, folder: Path, name: str) -> None:
        self._put_down(partial(self.workspace.create, folder, name))

    def open_collection(self, folder: Path) -> None:
        if folder != self.workspace.folder:
            self._put_down(partial(self.workspace.open, folder))

    @Slot()
    def open_demo(self) -> None:
        """Make the demo collection where there is none, and go on where it is half-made."""
        folder = places.demo_folder()
        go = partial(self.workspace.open_demo, folder, self.demo)
        if folder == self.workspace.folder:
            go()
        else:
            self._put_down(go)

    @Slot()
    def choose_collection(self) -> None:
        title = self.tr("Open the folder of a collection")
        chosen = QFileDialog.getExistingDirectory(self, title, str(recent.likely_folder()))
        if chosen:
            self.open_folder(Path(chosen))

    def find_collection(self, lost: Path) -> None:
        """The collection is not in `lost` any more; ask where it is."""
        title = self.tr("Where is the collection that was in {}?").format(lost)
        chosen = QFileDialog.getExistingDirectory(self, title, str(recent.likely_folder()))
        if chosen and (Path(chosen) / "collection.sqlite").exists():
            recent.forget(lost)
        if chosen:
            self.open_folder(Path(chosen))

    def open_folder(self, folder: Path) -> None:
        """Open what is in `folder`, or offer to make a collection there."""
        if folder == places.demo_folder():
            self.open_demo()
            return
        if (folder / "collection.sqlite").exists():
            self.open_collection(folder)
            return
        Question(
            self,
            self.tr("New collection in {}?").format(folder.name or folder),
            self.tr(
                "{} holds no collection. A new one is empty; nothing else in the folder is touched."
            ).format(folder),
            {self.tr("New collection…"): partial(self.offer_new, folder), self.tr("Leave it"): _nothing},
        )

    @Slot()
    def close_collection(self) -> None:
        self._put_down(self.workspace.close)

    def _put_down(self, then: Callable[[], None]) -> None:
        """Ask first when a job runs, for it will be paused."""
        running = [row.title for row in self.jobs.rows if row.state == "running" and row.here]
        if not running:
            then()
            return
        said = self.tr("{} is running").format(running[0])
        if len(running) > 1:
            said = self.tr("{} jobs are running").format(len(running))
        Question(
            self,
            f"{said}.",
            self.tr("It will be paused and offered again when {} is opened.").format(self.workspace.name),
            {self.tr("Close and pause"): then, self.tr("Keep open"): self._stay},
        )

    def leave(self) -> None:  # without a question, as when the computer is shut down
        self._leaving = True
        self.workspace.close()

    def _stay(self) -> None:
        self._leaving = False

    @Slot(object)
    def _show_opening(self, folder: Path) -> None:
        self.between.setText(self.tr("Opening {}…").format(folder.name))
        self._leave_page(self.between)

    @Slot()
    def _show_closing(self) -> None:
        self.between.setText(self.tr("Closing the collection. What runs is paused first…"))
        self._leave_page(self.between)

    @Slot()
    def _show_start(self) -> None:
        self.start.show_recents()
        self._leave_page(self.start)

    def _leave_page(self, page: QWidget) -> None:
        """Show `page` and nothing of a collection."""
        self.pages.setCurrentWidget(page)
        self.setWindowTitle("Soundings")
        self.statusBar().hide()
        if self.desk is not None:
            self.desk.forget()
        if self.pane is not None:
            self.pane.hide()
        self.jobs.clear()
        self.strip.forget()
        self.commands.show_collection(is_open=False)

    @Slot(object)
    def _show_collection(self, summary: Summary) -> None:
        desk = self._make_desk()
        recent.remember(summary.folder, summary.name, summary.counts)
        desk.enter(summary)
        self.pages.setCurrentWidget(desk)
        self.setWindowTitle(self.tr("{} — Soundings").format(summary.name))
        self.statusBar().show()
        self.commands.show_collection(is_open=True)

    def _make_desk(self) -> Desk:
        from desktop.desk.desk import Desk

        if self.desk is None:
            self.desk = desk = Desk(self.kit, self.jobs)
            overview = desk.overview
            overview.verify_wanted.connect(self.workspace.verify)
            overview.backup_wanted.connect(self.ask_backup)
            overview.add_wanted.connect(self.add_folder)
            overview.scan_wanted.connect(self.workspace.scan)
            overview.encode_wanted.connect(self.encoders.show)
            self.pages.addWidget(desk)
        return self.desk

    @Slot(object)
    def _show_summary(self, summary: Summary) -> None:
        recent.update_counts(summary.folder, summary.counts)
        self._make_desk().show_collection(summary)

    @Slot()
    def _closed(self) -> None:
        if self._leaving:
            self._may_close = True
            self.close()
        else:
            self._show_start()

    # Jobs

    @Slot()
    def add_folder(self) -> None:
        title = self.tr("A folder of recordings; nothing in it is changed")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self.workspace.scan(chosen)

    @Slot()
    def ask_backup(self) -> None:
        from desktop.collection.backup import ask_where

        ask_where(self, self.workspace.back_up)

    @Slot(int, object)
    def ask_job(self, job_id: int, stop: Stop) -> None:
        row = self.jobs.row_of(job_id)
        if row is not None and row.state == "running":
            self.jobs.ask(job_id, stop)
        self.workspace.ask(job_id, stop)

    @Slot()
    def toggle_jobs(self) -> None:
        if self.pane is None:
            self._make_pane()
        elif self.workspace.folder is not None:
            self.pane.setVisible(self.pane.isHidden())
        if self.pane is not None and self.pane.isVisible():
            self.pane.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_pane(self) -> None:
        from desktop.jobs.pane import JobsPane

        self.pane = pane = JobsPane(self.jobs)
        desk = self._make_desk()
        desk.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, pane)
        desk.resizeDocks([pane], [look().px(230)], Qt.Orientation.Vertical)
        pane.show()
        self._connect_jobs(pane)
        pane.visibilityChanged.connect(self._show_pane_state)
        self._show_pane_state()

    @Slot()
    def _show_pane_state(self) -> None:
        shown = self.pane is not None and not self.pane.isHidden()
        self.strip.show_pane_state(shown)
        self.menus.actions["jobs"].setChecked(shown)

    # Edit, View, Help

    @Slot()
    def show_preferences(self) -> None:
        from desktop.preferences import PreferencesDialog

        dialog = PreferencesDialog(self)
        dialog.changed.connect(self._apply_preference)
        dialog.open()

    @Slot(str)
    def _apply_preference(self, name: str) -> None:
        preferences = settings.load()
        if name == "theme":
            look().choose(preferences.theme)
            self.menus.show_colours(preferences.theme)
        elif name == "detailed_log":
            logging.getLogger().setLevel(logging.DEBUG if preferences.detailed_log else logging.INFO)

    def choose_colours(self, choice: str) -> None:
        try:
            settings.set_value("theme", choice)
        except SettingsProblem as problem:
            channel.failure(problem)
        look().choose(choice)

    @Slot()
    def show_doctor(self) -> None:
        from desktop.findings import DoctorDialog

        DoctorDialog(self, self.doctor).open()

    @Slot()
    def open_log_folder(self) -> None:
        folder = places.log_folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            channel.info(self.tr("The log is in {}.").format(folder))

    @Slot()
    def show_about(self) -> None:
        from desktop.about import AboutDialog

        AboutDialog(self).open()

    # What Qt tells the window

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_folder(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = dropped_folder(event)
        if folder is not None:
            event.acceptProposedAction()
            # After the drag has ended, so that the other program is not held up.
            QTimer.singleShot(0, self, partial(self.open_folder, folder))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            if not self._leaving:
                self._leaving = True
                self._put_down(self.workspace.close)
            return
        remember_place(self)
        if self.desk is not None:
            self.desk.finish()
        self._bridge.detach()
        self.encoders.stop()
        self.doctor.stop()
        self.background.finish()
        self.workspace.finish()
        event.accept()


def _nothing() -> None: ...
