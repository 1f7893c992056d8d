"""The Edit menu: undo and redo that say what they would do, and everything, nothing or the rest chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from desktop.commands import Command

if TYPE_CHECKING:
    from desktop.commands import Commands
    from desktop.kit import Kit

TYPED_IN = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class Editing(QObject):
    def __init__(self, commands: Commands, kit: Kit) -> None:
        super().__init__(commands)
        self._commands = commands
        self._kit = kit
        commands.offer("edit", self._offered())
        # Whoever has the keyboard comes first: a table or a message may want Escape for itself.
        commands.actions["select_none"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        kit.history.changed.connect(self._show_undo)
        kit.selection.changed.connect(self._show_selection)
        kit.filter.found_changed.connect(self._show_selection)
        self.refresh()

    def _offered(self) -> list[Command]:
        history, tr = self._kit.history, self.tr
        return [
            Command("undo", tr("&Undo"), tr("Take back what was done last"), history.undo, "Ctrl+Z", "undo"),
            Command("redo", tr("&Redo"), tr("Do again what was taken back"), history.redo, "Ctrl+Shift+Z",
                    "redo"),
            Command("select_all", tr("Select &all"), tr("Choose every track that the search finds"),
                    self.select_all, "Ctrl+A"),
            Command("select_none", tr("Select &nothing"), tr("Choose no track"), self.select_none, "Escape"),
            Command("select_rest", tr("&Invert selection"), tr("Choose the tracks that are not chosen"),
                    self.invert, "Ctrl+Shift+I"),
        ]  # fmt: skip

    @Slot()
    def select_all(self) -> None:
        self._kit.selection.choose(self._kit.filter.ids)

    @Slot()
    def select_none(self) -> None:
        self._kit.selection.choose(())

    @Slot()
    def invert(self) -> None:
        self._kit.selection.choose(frozenset(self._kit.filter.ids) - self._kit.selection.chosen)

    def take_key(self, event: QKeyEvent) -> bool:
        """Escape that nobody else wanted lets the selection go, unless somebody is typing."""
        wanted = event.key() == Qt.Key.Key_Escape and self._commands.actions["select_none"].isEnabled()
        if not wanted or isinstance(QApplication.focusWidget(), TYPED_IN):
            return False
        self.select_none()
        return True

    # What the menu says

    @Slot()
    def refresh(self) -> None:
        self._show_undo()
        self._show_selection()

    @Slot()
    def _show_undo(self) -> None:
        history = self._kit.history
        self._show("undo", self.tr("&Undo"), history.undo_words, self.tr("Nothing to undo"))
        self._show("redo", self.tr("&Redo"), history.redo_words, self.tr("Nothing to redo"))

    def _show(self, name: str, verb: str, what: str, nothing: str) -> None:
        action = self._commands.actions[name]
        action.setText(f"{verb}: {short(what).replace('&', '&&')}" if what else verb)
        self._commands.enable(name, reason="" if what else nothing)

    @Slot()
    def _show_selection(self) -> None:
        found, chosen = bool(self._kit.filter.ids), bool(self._kit.selection.chosen)
        nothing = self.tr("No track is found")
        self._commands.enable("select_all", reason="" if found else nothing)
        self._commands.enable("select_rest", reason="" if found else nothing)
        self._commands.enable("select_none", reason="" if chosen else self.tr("No track is chosen"))


def short(words: str, longest: int = 48) -> str:
    """Titles of edits may name many values; a menu has no room for them."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
