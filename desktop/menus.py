"""The menu bar, made of the commands that are offered; the window's own are offered here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.commands import Command, Role
from desktop.editing import Editing
from desktop.icons import icon
from desktop.start import recent

if TYPE_CHECKING:
    from desktop.window import MainWindow

RECENT_SHOWN = 10


class Menus(QObject):
    """Builds the menu bar of `window` and keeps its state. `actions` holds each command by name."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._commands = window.commands
        self.menus: dict[str, QMenu] = {}
        for name, title in self._titles().items():
            self.menus[name] = window.menuBar().addMenu(title)
            self.menus[name].setToolTipsVisible(True)
            self.menus[name].menuAction().setVisible(False)
        self._commands.grouped.connect(self._begin)
        self._commands.offered.connect(self._add)
        self._make_file()
        self.editing = Editing(self._commands, window.kit)
        self._commands.offer("edit", [self._preferences()])
        self._commands.offer("collection", self._collection())
        self._make_view()
        self._make_window()
        self._commands.offer("help", self._help())
        self._commands.show_collection(is_open=False)

    @property
    def actions(self) -> dict[str, QAction]:
        return self._commands.actions

    def _titles(self) -> dict[str, str]:
        tr = self.tr
        return {
            "file": tr("&File"),
            "edit": tr("&Edit"),
            "view": tr("&View"),
            "collection": tr("&Collection"),
            "tracks": tr("&Tracks"),
            "map": tr("&Map"),
            "play": tr("&Play"),
            "teach": tr("T&each"),
            "studies": tr("&Studies"),
            "window": tr("&Window"),
            "help": tr("&Help"),
        }

    def _begin(self, menu: str) -> None:
        if self.menus[menu].actions():
            self.menus[menu].addSeparator()

    def _add(self, menu: str, action: QAction) -> None:
        self.menus[menu].addAction(action)
        self.menus[menu].menuAction().setVisible(True)
        if action.isCheckable():
            self.menus[menu].setProperty("choices", True)

    def _make_file(self) -> None:
        window, tr = self._window, self.tr
        menu = self.menus["file"]
        self._commands.offer(
            "file",
            [
                Command("new", tr("&New collection…"), tr("Make an empty collection in a folder of its own"),
                        window.new_collection, "Ctrl+N", "plus"),
                Command("open", tr("&Open collection…"), tr("Open a folder that holds collection.sqlite"),
                        window.choose_collection, "Ctrl+O", "folder"),
                Command("demo", tr("Open the &demo collection"), tr("Short pieces that the program composes"),
                        window.open_demo, "Ctrl+D", "note"),
            ],
        )  # fmt: skip
        self.recent = menu.addMenu(icon("clock"), tr("&Recent"))
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self.fill_recent)
        close = Command("close", tr("&Close collection"), tr("Back to the start page; what runs is paused"),
                        window.close_collection, "Ctrl+W", "close", needs_collection=True)  # fmt: skip
        self._commands.offer("file", [close])
        leave = Command(
            "quit", tr("&Quit"), tr("End Soundings"), window.close, "Ctrl+Q", "quit", Role.QuitRole
        )
        self._commands.offer("file", [leave])

    def _preferences(self) -> Command:
        return Command(
            "preferences",
            self.tr("&Preferences…"),
            self.tr("Colours, devices, folders"),
            self._window.preferences.show,
            "Ctrl+,",
            "settings",
            Role.PreferencesRole,
        )

    def _collection(self) -> list[Command]:
        window, tr = self._window, self.tr
        return [
            Command("add", tr("&Add folder…"), tr("Take the recordings of a folder into the collection"),
                    window.add_folder, "Ctrl+Shift+O", "plus", needs_collection=True),
            Command("scan", tr("&Scan again"), tr("Look for files that are new, changed, moved or gone"),
                    window.workspace.scan, "Ctrl+R", "refresh", needs_collection=True),
            Command("verify", tr("&Verify files"), tr("Check that every file is still what it was"),
                    window.workspace.verify, "Ctrl+Shift+V", "verify", needs_collection=True),
            Command("back_up", tr("&Back up…"), tr("Copy the collection, without the audio"),
                    window.ask_backup, "Ctrl+B", "backup", needs_collection=True),
            Command("encoders", tr("&Encoders…"), tr("What can hear here; fetch, add, check, encode"),
                    window.encoders.show, "Ctrl+E", "encode"),
        ]  # fmt: skip

    def _make_view(self) -> None:
        menu = self.menus["view"]
        menu.menuAction().setVisible(True)
        colours = menu.addMenu(icon("colours"), self.tr("&Colours"))
        colours.setProperty("choices", True)
        group = QActionGroup(self)
        choices = {"system": self.tr("As the &system"), "light": self.tr("&Light"), "dark": self.tr("&Dark")}
        self.colours: dict[str, QAction] = {}
        for choice, words in choices.items():
            action = colours.addAction(words)
            action.setCheckable(True)
            action.setData(choice)
            group.addAction(action)
            self.colours[choice] = action
        group.triggered.connect(self._choose_colours)

    def _choose_colours(self, action: QAction) -> None:
        self._window.preferences.choose_colours(str(action.data()))

    def _make_window(self) -> None:
        command = Command("jobs", self.tr("&Jobs"), self.tr("Show or hide the list of jobs"),
                          self._window.jobs_door.toggle, "Ctrl+J", icon_name="jobs",
                          needs_collection=True, checkable=True)  # fmt: skip
        self._commands.offer("window", [command])
        self._window.jobs_door.shown_changed.connect(self.actions["jobs"].setChecked)

    def _help(self) -> list[Command]:
        window, tr = self._window, self.tr
        return [
            Command("doctor", tr("&What works on this computer"), tr("Devices, sound, what is missing"),
                    window.help.show_doctor, "F1", "computer"),
            Command("shortcuts", tr("&Keyboard shortcuts"), tr("Every key, by menu; to search or print"),
                    window.help.show_shortcuts, "?", "keyboard", also=("Ctrl+/",)),
            Command("log", tr("Open &log folder"), tr("Where the log is, for a report"),
                    window.help.open_log_folder, icon_name="log"),
            Command("about", tr("&About Soundings"), tr("Versions and where things are kept"),
                    window.help.show_about, icon_name="info", role=Role.AboutRole),
        ]  # fmt: skip

    # What changes

    def fill_recent(self) -> None:
        self.recent.clear()
        if not self._add_recent(self.recent):
            self.recent.addAction(self.tr("None yet")).setEnabled(False)

    def _add_recent(self, menu: QMenu) -> int:
        """The collections opened lately, but for the one that is open. Returns how many there are."""
        here = self._window.workspace.folder
        entries = [entry for entry in recent.load() if entry.folder != here][:RECENT_SHOWN]
        for entry in entries:
            action = menu.addAction(entry.name.replace("&", "&&"))
            action.setToolTip(str(entry.folder))
            action.setData(str(entry.folder))
            action.triggered.connect(self._open_recent)
        return len(entries)

    def show_switch(self, below: QWidget) -> None:
        """Where the collection's name is clicked: the others, and how to come by one."""
        menu = QMenu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(self.tr("Open another collection"))
        if self._add_recent(menu):
            menu.addSeparator()
        start = menu.addAction(icon("computer"), self.tr("&Start page"))
        start.setToolTip(self.actions["close"].toolTip())
        start.triggered.connect(self._window.close_collection)
        for name in ("new", "open", "demo"):
            menu.addAction(self.actions[name])
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.open_folder(Path(str(action.data())))

    def show_colours(self, choice: str) -> None:
        self.colours[choice].setChecked(True)
