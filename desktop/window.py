"""The main window: menus, pages, jobs, messages. It connects them and does no work itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core import places, settings
from core.demo.request import DemoRequest
from desktop.bridge import Background, MessageBridge
from desktop.commands import Commands
from desktop.desk.session import Left, Session
from desktop.doctor import Doctor
from desktop.drops import Drops, dropped_paths
from desktop.encoders.door import Encoders
from desktop.help import Help
from desktop.holding import Summary
from desktop.jobs.door import JobsDoor
from desktop.jobs.model import JobsModel
from desktop.jobs.strip import JobStrip
from desktop.kit import make_kit
from desktop.leaving import Leaving
from desktop.menus import Menus
from desktop.messages import MessageBar
from desktop.palette import PaletteDoor
from desktop.place import remember_place, restore_place
from desktop.preferences_door import PreferencesDoor
from desktop.start import recent
from desktop.start.page import StartPage
from desktop.status import DeviceLine, DoneLine
from desktop.widgets import Question, label
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.desk.desk import Desk
    from desktop.desk.pane import Pane

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
        self.jobs_door = JobsDoor(self, self.jobs, self.strip)
        self.commands = Commands(self)
        self.kit = make_kit(self)
        self.session = Session(self)
        self.drops = Drops(self)
        self.help = Help(self)
        self.leaving = Leaving(self)
        self.preferences = PreferencesDoor(self)
        self.desk: Desk | None = None
        self._bridge = MessageBridge(self)
        self._build()
        self.menus = Menus(self)
        self.palette_door = PaletteDoor(self)
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
        self.done = DoneLine(self.kit.history)
        self.statusBar().addWidget(self.strip, 1)
        self.statusBar().addPermanentWidget(self.done)
        self.statusBar().addPermanentWidget(DeviceLine(self.doctor))
        self.statusBar().hide()

    def _connect(self) -> None:
        self.painted.connect(self.start.fill)
        self.painted.connect(self._look_for_left)
        self.painted.connect(self._bridge.attach)
        self._bridge.told.connect(self.messages.tell)
        self.start.demo_wanted.connect(self.open_demo)
        self.start.new_wanted.connect(self.new_collection)
        self.start.open_wanted.connect(self.choose_collection)
        self.start.chosen.connect(self.open_collection)
        self.start.searched.connect(self.find_collection)
        self.start.doctor_wanted.connect(self.help.show_doctor)
        self.start.left_alone.connect(self.session.let_be)
        workspace, bridge = self.workspace, self.workspace.bridge
        workspace.opening.connect(self._show_opening)
        workspace.opened.connect(self._bring_desk)
        workspace.refused.connect(self._show_start)
        workspace.closing.connect(self._show_closing)
        workspace.closed.connect(self._closed)
        workspace.summary_changed.connect(self._show_summary)
        workspace.jobs_listed.connect(self.jobs.set_jobs)
        bridge.changed.connect(self.jobs.apply_change)
        bridge.progressed.connect(self.jobs.apply_progress)

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
        rows = [row for row in self.jobs.rows if row.here and not row.is_question]
        running = [row.title for row in rows if row.state == "running"]
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
            {self.tr("Close and pause"): then, self.tr("Keep open"): self.stay},
        )

    def leave(self) -> None:  # without a question, as when the computer is shut down
        self._leaving = True
        self.leaving.stop()
        self.workspace.close()

    def stay(self) -> None:
        """Somebody thought better of leaving."""
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
        self.session.end()
        self.palette_door.close()
        self.pages.setCurrentWidget(page)
        self.setWindowTitle("Soundings")
        self.statusBar().hide()
        self.jobs_door.hide()
        if self.desk is not None:
            self.desk.forget()
        self.jobs.clear()
        self.strip.forget()
        self.done.forget()
        self.commands.show_collection(is_open=False)

    @Slot(object)
    def _bring_desk(self, summary: Summary) -> None:
        """What the desk is made of is imported in the background; how it was is read there, too."""
        self.session.call(partial(_bring, summary), partial(self._show_collection, summary.folder))

    def _show_collection(self, folder: Path, kept: dict[str, Any]) -> None:
        summary = self.workspace.summary
        if summary is None or summary.folder != folder:
            return
        desk = self._make_desk()
        desk.resize(self.pages.size())
        self.pages.setCurrentWidget(desk)
        self.statusBar().show()
        desk.enter(summary, kept)
        desk.take_focus()
        self.setWindowTitle(self.tr("{} — Soundings").format(summary.name))
        self.commands.show_collection(is_open=True)
        self.menus.editing.refresh()
        self.session.begin(desk, folder, summary.name)

    def _make_desk(self) -> Desk:
        from desktop.desk.desk import Desk

        if self.desk is None:
            self.desk = desk = Desk(self.kit, self.jobs, self._show_jobs)
            overview = desk.overview
            overview.verify_wanted.connect(self.workspace.verify)
            overview.backup_wanted.connect(self.ask_backup)
            overview.add_wanted.connect(self.add_folder)
            overview.scan_wanted.connect(self.workspace.scan)
            overview.encode_wanted.connect(self.encoders.show)
            desk.bar.switch_wanted.connect(self.menus.show_switch)
            self.pages.addWidget(desk)
        return self.desk

    def _show_jobs(self) -> None:
        """As part of a desk that is put back as it was."""
        if self.desk is not None:
            self.jobs_door.make().show()

    def panes(self) -> list[Pane]:
        return self.desk.panes if self.desk is not None else []

    @Slot()
    def _look_for_left(self) -> None:
        self.session.find_left(self._offer_left)

    def _offer_left(self, left: Left | None) -> None:
        if left is not None and self.workspace.folder is None:
            self.start.offer_left(left)

    @Slot(object)
    def _show_summary(self, summary: Summary) -> None:
        update = partial(recent.update_counts, summary.folder, summary.counts)
        self.session.call(update, _forget)
        if self.desk is not None and self.pages.currentWidget() is self.desk:
            self.desk.show_collection(summary)

    @Slot()
    def _closed(self) -> None:
        if self._leaving:
            self._may_close = True
            self.close()
        else:
            self._show_start()

    # Recordings in, a copy out

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

    # What Qt tells the window

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.menus.editing.take_key(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_paths(event):
            event.acceptProposedAction()
            # After the drag has ended, so that the other program is not held up.
            QTimer.singleShot(0, self, partial(self.drops.take, paths))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            if not self._leaving:
                self._leaving = True
                if not self.leaving.ask():
                    self._put_down(self.workspace.close)
            return
        self.leaving.stop()
        remember_place(self)
        self.session.finish()
        self.done.forget()
        if self.desk is not None:
            self.desk.finish()
        self._bridge.detach()
        self.encoders.stop()
        self.doctor.stop()
        self.background.finish()
        self.workspace.finish()
        event.accept()


def _nothing() -> None: ...


def _forget(_answer: object) -> None:
    """Nobody waits for this."""


def _bring(summary: Summary) -> dict[str, Any]:
    """In the background: numpy, the database and pyqtgraph come along."""
    import desktop.desk.desk  # noqa: F401
    from desktop.desk.session import read

    recent.remember(summary.folder, summary.name, summary.counts)
    return read(summary.folder)
