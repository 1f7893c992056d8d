"""The command palette: everything that can be done, found by a few letters, without the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from core import places
from desktop.commands import Command
from desktop.fuzzy import Fit, fit
from desktop.palette_row import ENTRY_ROLE, FIT_ROLE, PaletteRow
from desktop.start import recent
from desktop.state import read_json, write_json
from desktop.theme import look
from desktop.widgets import label

if TYPE_CHECKING:
    from desktop.window import MainWindow

WIDTH_PX = 600
ROWS = 11
KEPT = 30
RECENCY = 4.0
"""What having been used last is worth beside letters that fit."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Entry:
    key: str
    words: str
    menu: str
    shortcut: str
    reason: str
    """Why it cannot be used now; empty when it can."""
    action: QAction | None = None
    folder: Path | None = None
    """Of a collection to open."""


def plain(text: str) -> str:
    """A menu's words without the sign that marks its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def shortcut_of(action: QAction) -> str:
    """All of them, as they are printed on the keys."""
    form = action.shortcut().SequenceFormat.NativeText
    return "  ".join(sequence.toString(form) for sequence in action.shortcuts())


class PaletteDoor(QObject):
    """The window's way to the palette, which is made when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.palette: Palette | None = None
        command = Command("palette", self.tr("Command &palette"), self.tr("Find anything that can be done"),
                          self.toggle, "Ctrl+K", "search", also=("Ctrl+Shift+P",))  # fmt: skip
        window.commands.offer("help", [command])

    @Slot()
    def toggle(self) -> None:
        if self.palette is not None and self.palette.isVisible():
            self.palette.leave()
        else:
            self.palette = self.palette or Palette(self._window)
            self.palette.come(self._entries())

    def close(self) -> None:
        if self.palette is not None:
            self.palette.leave()

    def _entries(self) -> list[Entry]:
        commands, menus = self._window.commands, self._window.menus
        entries = []
        for name, action in commands.actions.items():
            if name != "palette":
                menu = plain(menus.menus[commands.menu_of[name]].title())
                reason = "" if action.isEnabled() else action.toolTip()
                words = plain(action.text()).rstrip("…")
                entries.append(Entry(name, words, menu, shortcut_of(action), reason, action))
        view = plain(menus.menus["view"].title())
        for choice, action in menus.colours.items():
            words = self.tr("Colours: {}").format(plain(action.text()))
            entries.append(Entry(f"colours_{choice}", words, view, "", "", action))
        here = self._window.workspace.folder
        for known in recent.load():
            if known.folder != here:
                words = self.tr("Open {}").format(known.name)
                entries.append(
                    Entry(f"open {known.folder}", words, str(known.folder), "", "", folder=known.folder)
                )
        return entries


class PaletteModel(QAbstractListModel):
    """The entries that fit what is typed, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._used: dict[str, int] = {}
        self.shown: list[tuple[Entry, Fit]] = []

    def set_entries(self, entries: list[Entry], used: list[str]) -> None:
        self._entries = entries
        self._used = {key: place for place, key in enumerate(used)}

    def search(self, typed: str) -> None:
        found = [(entry, self._fit(typed, entry)) for entry in self._entries]
        fitting = [(entry, one) for entry, one in found if one is not None]
        self.beginResetModel()
        self.shown = sorted(fitting, key=self._rank if typed.strip() else self._usual_rank)
        self.endResetModel()

    def _fit(self, typed: str, entry: Entry) -> Fit | None:
        """By its words; else with its menu, where nothing is marked."""
        found = fit(typed, entry.words)
        if found is None and (wider := fit(typed, f"{entry.words} {entry.menu}")) is not None:
            return Fit(wider.score / 2, tuple(place for place in wider.places if place < len(entry.words)))
        return found

    def _rank(self, item: tuple[Entry, Fit]) -> tuple[bool, float]:
        entry, found = item
        recency = RECENCY * (1 - self._used[entry.key] / KEPT) if entry.key in self._used else 0.0
        return bool(entry.reason), -(found.score + recency)

    def _usual_rank(self, item: tuple[Entry, Fit]) -> tuple[bool, int]:
        """What was used last first; all else in the order of the menus."""
        entry = item[0]
        return bool(entry.reason), self._used.get(entry.key, KEPT)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        entry, found = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.words, entry.menu, entry.shortcut, entry.reason) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.reason or (entry.action.toolTip() if entry.action else entry.menu)
        if role == ENTRY_ROLE:
            return entry
        return found if role == FIT_ROLE else None


class Palette(QFrame):
    """Lies over the window; whatever takes the keyboard from it closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._used: list[str] | None = None
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Command palette"))
        self.model = PaletteModel(self)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Type what you want to do, or only its initials"))
        self.typed.setAccessibleName(self.tr("Search the commands"))
        self.typed.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteRow(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(self.tr("Nothing here is called that. Fewer letters find more."), 12, tone="text2")
        self.none.setContentsMargins(12, 8, 12, 8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 8)
        rows.setSpacing(6)
        for widget in (self.typed, self.list, self.none):
            rows.addWidget(widget)
        self.typed.textChanged.connect(self._search)
        self.list.clicked.connect(self.run)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)
        self.hide()

    def come(self, entries: list[Entry]) -> None:
        self._before = QApplication.focusWidget()
        if self._used is None:
            self._used = _read_used()
        self.model.set_entries(entries, self._used)
        self.typed.clear()
        self._search("")
        self.place()
        self.show()
        self.raise_()
        self.typed.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """In the middle of the window's upper part."""
        room = self._window.rect()
        width = min(look().px(WIDTH_PX), room.width() - 24)
        row = self.list.sizeHintForRow(0) if self.model.rowCount() else 0
        self.list.setFixedHeight(max(row, 1) * min(max(self.model.rowCount(), 1), ROWS) + 2)
        self.setFixedWidth(width)
        self.adjustSize()
        top = self._window.menuBar().height() + look().px(48)
        self.move((room.width() - width) // 2, min(top, max(room.height() - self.height() - 8, 0)))

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.model.search(typed)
        found = self.model.rowCount() > 0
        self.list.setVisible(found)
        self.none.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self.place()

    @Slot()
    def run(self) -> None:
        index = self.list.currentIndex()
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        if entry is None or entry.reason:
            return
        self.leave()
        self._note(entry.key)
        if entry.folder is not None:
            self._window.open_folder(entry.folder)
        elif entry.action is not None:
            entry.action.trigger()

    def _note(self, key: str) -> None:
        """What was used comes first the next time."""
        self._used = [key, *(other for other in self._used or [] if other != key)][:KEPT]
        self._window.session.call(partial(write_json, _used_path(), self._used), _forget)

    @Slot()
    def leave(self) -> None:
        """Close, and give the keyboard back to whoever had it."""
        if self.isVisible():
            before, self._before = self._before, None
            self.hide()
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QWidget, QWidget)
    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._before = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move through the list while the letters go into the input."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            rows = self.model.rowCount()
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1,
                     Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}  # fmt: skip
            if key in steps and rows:
                at = self.list.currentIndex().row() + steps[key]
                at = at % rows if abs(steps[key]) == 1 else min(max(at, 0), rows - 1)
                self.list.setCurrentIndex(self.model.index(at))
            elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run()
            elif key == Qt.Key.Key_Escape:
                self.leave()
            return key in steps or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        return False


def _used_path() -> Path:
    return places.state_folder() / "palette.json"


def _read_used() -> list[str]:
    """The keys of what was used, the last first."""
    used = read_json(_used_path())
    return [key for key in used if isinstance(key, str)][:KEPT] if isinstance(used, list) else []


def _forget(_answer: object) -> None:
    """Nobody waits for this."""
