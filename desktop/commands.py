"""Commands: everything a person can do, with its words, shortcut, tool tip and the menu it lives in.

Whoever can do something offers it here once; menus, the command palette and the
list of shortcuts are all made from this list, so that none of them can forget it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.icons import icon

Role = QAction.MenuRole


@dataclass(frozen=True)
class Command:
    name: str
    words: str
    tip: str
    slot: Callable[[], object]
    shortcut: str = ""
    icon_name: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    needs_collection: bool = False
    checkable: bool = False
    also: tuple[str, ...] = ()
    """More shortcuts for the same."""
    listed: bool = True
    """Whether its menu shows it; the palette and the list of shortcuts always do."""


class Commands(QObject):
    """The actions of a window by name, each in one menu, in the order in which they were offered."""

    grouped = Signal(str)
    """Commands of this menu that belong together follow."""
    offered = Signal(str, object)
    """The menu's name and the new QAction."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.menu_of: dict[str, str] = {}
        self._tips: dict[str, str] = {}
        self._needing: list[str] = []
        self._is_open = False

    def offer(self, menu: str, commands: list[Command]) -> None:
        """What is offered together stands together."""
        self.grouped.emit(menu)
        for command in commands:
            self._offer(menu, command)

    def _offer(self, menu: str, command: Command) -> None:
        assert command.name not in self.actions, f"two commands are called {command.name}"
        action = QAction(command.words, self._window)
        if command.icon_name:
            action.setIcon(icon(command.icon_name))
        if command.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in (command.shortcut, *command.also)])
        action.setToolTip(command.tip)
        action.setMenuRole(command.role)
        action.setCheckable(command.checkable)
        action.triggered.connect(command.slot)
        self._window.addAction(action)
        self.actions[command.name] = action
        self.menu_of[command.name] = menu
        self._tips[command.name] = command.tip
        if command.needs_collection:
            self._needing.append(command.name)
            self._show_need(command.name)
        if command.listed:
            self.offered.emit(menu, action)

    def show_collection(self, *, is_open: bool) -> None:
        self._is_open = is_open
        for name in self._needing:
            self._show_need(name)

    def _show_need(self, name: str) -> None:
        self.enable(name, reason="" if self._is_open else self.tr("Open a collection first"))

    def enable(self, name: str, *, reason: str = "") -> None:
        """A command that cannot be used says why in its tool tip."""
        self.actions[name].setEnabled(not reason)
        self.actions[name].setToolTip(reason or self._tips[name])
