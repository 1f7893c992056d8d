"""Commands that show and hide the panes and turn the pages of the desk, and say where each is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.commands import Command
from desktop.desk.pane import Pane

if TYPE_CHECKING:
    from desktop.desk.desk import Desk

ICONS = {"library": "list", "neighbours": "search", "match": "columns", "track": "note", "player": "speaker"}


class Places(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._commands = desk.kit.commands
        self._offer_pages()
        self._offer_panes()
        desk.pages.turned.connect(self.refresh)
        for dock in desk.docks.values():
            dock.front_changed.connect(self.refresh)
        self.refresh()

    def _offer_pages(self) -> None:
        tr, desk = self.tr, self._desk
        words = {"map": tr("&Map"), "collection": tr("C&ollection")}
        turn = tr("Turn to the page {}")
        offered = [
            Command(f"page_{name}", words.get(name, page.title()), turn.format(page.title()),
                    partial(self.turn, name), f"Alt+{place}", needs_collection=True, checkable=True)
            for place, (name, page) in enumerate(desk.pages.pages.items(), 1)
        ]  # fmt: skip
        double = Command("side_by_side", tr("&Two pages side by side"), tr("Show a second page, or only one"),
                         self.toggle_double, "Ctrl+\\", "columns",
                         needs_collection=True, checkable=True)  # fmt: skip
        self._commands.offer("view", [*offered, double])

    def _offer_panes(self) -> None:
        tr, desk = self.tr, self._desk
        words = {
            "library": (tr("&Library"), "Ctrl+L"),
            "neighbours": (tr("&Neighbours"), "Ctrl+Shift+N"),
            "match": (tr("Where it &matches"), "Ctrl+Shift+M"),
            "track": (tr("&Track"), "Ctrl+I"),
            "player": (tr("&Player"), ""),
        }
        offered = [
            Command(f"pane_{pane.name}", *_named(words, pane), partial(self.toggle, pane),
                    words.get(pane.name, ("", ""))[1], ICONS.get(pane.name, ""),
                    needs_collection=True, checkable=True)
            for dock in desk.docks.values() for pane in dock.panes
        ]  # fmt: skip
        around = [
            Command("next_pane", tr("N&ext pane"), tr("Take the keyboard to the next pane"),
                    partial(self.step, 1), "F6", needs_collection=True),
            Command("previous_pane", tr("P&revious pane"), tr("Take the keyboard to the pane before"),
                    partial(self.step, -1), "Shift+F6", needs_collection=True),
            Command("usual_places", tr("&Usual places"), tr("Put every pane back where it was at first"),
                    desk.arrange, icon_name="undo", needs_collection=True),
        ]  # fmt: skip
        self._commands.offer("window", [*offered, *around])

    # What they do

    def turn(self, name: str) -> None:
        """The keyboard goes along: to where it was in the page, or, once more, to what the page is about."""
        self._desk.turn_to(name)
        give_keyboard(self._desk.pages.pages[name])

    def toggle(self, pane: Pane) -> None:
        """Hide the pane that is seen, show the one that is not, and give it the keyboard."""
        dock = self._desk.dock_of(pane)
        if dock.is_in_front(pane):
            dock.close()
        else:
            self._desk.show_pane(pane)
            give_keyboard(pane)
        self.refresh()

    @Slot()
    def toggle_double(self) -> None:
        pages = self._desk.pages
        pages.set_double(double=not pages.is_double)

    def step(self, by: int) -> None:
        """From the pane that has the keyboard to the next that is seen."""
        seen = [pane for pane in self._desk.panes if pane.isVisible()]
        has = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(seen) if has and (pane is has or pane.isAncestorOf(has))), -by)
        for far in range(1, len(seen) + 1):
            if give_keyboard(seen[(at + by * far) % len(seen)]):
                return

    @Slot()
    def refresh(self) -> None:
        actions, desk = self._commands.actions, self._desk
        for name in desk.pages.pages:
            actions[f"page_{name}"].setChecked(name in desk.pages.shown)
        actions["side_by_side"].setChecked(desk.pages.is_double)
        for dock in desk.docks.values():
            for pane in dock.panes:
                actions[f"pane_{pane.name}"].setChecked(dock.is_in_front(pane))


def _named(words: dict[str, tuple[str, str]], pane: Pane) -> tuple[str, str]:
    tip = QApplication.translate("Places", "Show or hide {}").format(pane.title())
    return words.get(pane.name, (pane.title(), ""))[0], tip


def give_keyboard(pane: QWidget) -> bool:
    """To the part of it that had it last, else to its main part, else to the first that takes it.

    False where nothing does.
    """
    reason = Qt.FocusReason.ShortcutFocusReason
    last = cast("QWidget | None", pane.focusWidget())
    if last is not None and last.isVisible() and last is not pane and not last.hasFocus():
        last.setFocus(reason)
        return True
    main_parts = pane.main_parts if isinstance(pane, Pane) else ()
    for widget in (*main_parts, pane, *pane.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(reason)
            return True
    return False
