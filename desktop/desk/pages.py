"""The middle of the desk: one page, or two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from desktop.desk.pane import Pane
from desktop.theme import look

_Reason = Qt.FocusReason
LEAST_PX = 240
"""Narrower than that no page can be used."""
BY_HAND = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)


class Pages(QSplitter):
    """Each page is on one side at most. What is chosen appears on the side that was used last."""

    turned = Signal()
    """Other pages are seen, or the other side is in use."""

    def __init__(self, pages: Sequence[Pane]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.pages = {page.name: page for page in pages}
        self._names = list(self.pages)
        self._shown = [self._names[0], ""]
        self._side = 0
        self._is_watching = False
        self._stacks = [QStackedWidget(), QStackedWidget()]
        for stack in self._stacks:
            stack.setMinimumWidth(look().px(LEAST_PX))
            self.addWidget(stack)
        self._stacks[1].hide()
        for page in pages:
            self._stacks[0].addWidget(page)
        self._place()

    @property
    def current(self) -> str:
        return self._shown[self._side]

    @property
    def shown(self) -> list[str]:
        """The names of the pages that are seen, from left to right."""
        return [name for name in self._shown if name]

    @property
    def is_double(self) -> bool:
        return bool(self._shown[1])

    def turn_to(self, name: str) -> None:
        other = 1 - self._side
        if self._shown[other] == name:
            self._side = other
        else:
            self._shown[self._side] = name
        self._place()

    def set_double(self, *, double: bool, beside: str = "") -> None:
        """Show a second page: the one asked for, else the next one that is not seen."""
        if double == self.is_double:
            return
        if double:
            rest = [name for name in self._names if name != self._shown[0]]
            self._shown[1] = beside if beside in rest else rest[0]
            self._side = 1
        else:
            self._shown = [self.current, ""]
            self._side = 0
        self._place()

    def kept(self) -> dict[str, Any]:
        """What is seen, as JSON."""
        return {"shown": self.shown, "side": self._side, "sizes": self.sizes()}

    def restore(self, kept: Any) -> bool:  # noqa: ANN401 - JSON from outside
        """Show what `kept` gave; False when it makes no sense, and then nothing changes."""
        shown = kept.get("shown") if isinstance(kept, dict) else None
        if not isinstance(shown, list) or not 1 <= len(shown) <= 2 or len(set(map(str, shown))) < len(shown):
            return False
        if any(name not in self._names for name in shown):
            return False
        self._shown = [*shown, ""][:2]
        self._side = 1 if kept.get("side") == 1 and len(shown) == 2 else 0
        self._place()
        sizes = kept.get("sizes")
        if self.is_double and isinstance(sizes, list) and len(sizes) == 2 and all(_fits(s) for s in sizes):
            self.setSizes(sizes)
        return True

    def _place(self) -> None:
        for side, name in enumerate(self._shown):
            if name:
                page = self.pages[name]
                if page.parentWidget() is not self._stacks[side]:
                    self._stacks[side].addWidget(page)
                self._stacks[side].setCurrentWidget(page)
        was_double = self._stacks[1].isVisibleTo(self)
        self._stacks[1].setVisible(self.is_double)
        self._watch()
        if self.is_double and not was_double:
            self.setSizes([1000, 1000])
        self.turned.emit()

    def _watch(self) -> None:
        """Every event of the program comes by, so only while there are two sides."""
        app = QApplication.instance()
        assert app is not None
        if self.is_double and not self._is_watching:
            app.installEventFilter(self)
        elif not self.is_double and self._is_watching:
            app.removeEventFilter(self)
        self._is_watching = self.is_double

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress or (
            kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in BY_HAND
        ):
            self._note_side(watched)
        return False

    def _note_side(self, watched: QObject) -> None:
        if not isinstance(watched, QWidget):
            return
        for side, stack in enumerate(self._stacks):
            if side != self._side and (stack is watched or stack.isAncestorOf(watched)):
                self._side = side
                self.turned.emit()


def _fits(size: object) -> bool:
    return isinstance(size, int) and 0 < size < 100_000
