"""Which docks stand beside each page: every page remembers its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDockWidget

from desktop.desk.pages import Pages

COMMON = ("player",)
"""Stand beside every page, or beside none."""
WIDE = ("monitor", "results", "by_ear", "captions", "studies")
"""These pages have the whole width until somebody shows a dock beside them."""


class Beside(QObject):
    """Two pages side by side share the docks that are there."""

    def __init__(self, pages: Pages, docks: Mapping[str, QDockWidget]) -> None:
        super().__init__(pages)
        self._pages = pages
        self._docks = {name: dock for name, dock in docks.items() if name not in COMMON}
        self._page = pages.current
        self._hidden = self._usual()
        pages.turned.connect(self._turn)

    def _usual(self) -> dict[str, set[str]]:
        return {name: set(self._docks) if name in WIDE else set() for name in self._pages.pages}

    def reset(self) -> None:
        """As at first; `arrange` has shown every dock."""
        self._hidden = self._usual()
        self._page = self._pages.current
        self._place()

    def kept(self) -> dict[str, Any]:
        self._note()
        return {name: sorted(hidden) for name, hidden in self._hidden.items()}

    def restore(self, kept: Any) -> None:  # noqa: ANN401 - JSON from outside
        """Before the pages are restored: the page that comes then finds its docks."""
        self._page = ""
        for name, hidden in (kept if isinstance(kept, dict) else {}).items():
            if name in self._hidden and isinstance(hidden, list):
                self._hidden[name] = set(self._docks).intersection(map(str, hidden))

    def _note(self) -> None:
        if self._page and not self._pages.is_double:
            self._hidden[self._page] = {name for name, dock in self._docks.items() if dock.isHidden()}

    @Slot()
    def _turn(self) -> None:
        if self._pages.is_double or self._pages.current == self._page:
            return
        self._note()
        self._page = self._pages.current
        self._place()

    def _place(self) -> None:
        for name, dock in self._docks.items():
            if not dock.isFloating():
                dock.setVisible(name not in self._hidden[self._page])
