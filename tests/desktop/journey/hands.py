"""What a person has: a mouse, a keyboard, eyes. Nothing here calls what the window is made of."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.window import MainWindow

LONG_MS = 15_000
LEFT = Qt.MouseButton.LeftButton
PICTURES = os.environ.get("SOUNDINGS_JOURNEY_PICTURES", "")
"""A folder for a picture of each step, for whoever wants to look at them."""


class Eyes:
    """Waits for what is seen, and can take a picture of it."""

    def __init__(self, window: MainWindow, qtbot: QtBot, name: str) -> None:
        self.window, self.qtbot, self._name = window, qtbot, name
        self._steps = 0

    def wait(self, seen: Callable[[], object], what: str, patience_ms: int = LONG_MS) -> None:
        """For as long as a patient person would."""

        def check() -> None:
            assert seen(), f"{what}; seen last: {self.said()}"

        self.qtbot.waitUntil(check, timeout=patience_ms)

    def rest(self) -> None:
        """Until what has moved lies still, as a person does before aiming."""
        QTest.qWait(300)

    def said(self) -> str:
        strip, focus = self.window.strip.title.accessibleName(), QApplication.focusWidget()
        kit, popup = self.window.kit, QApplication.activePopupWidget()
        return (
            f"strip {strip!r}, keyboard at {type(focus).__name__} {focus and focus.accessibleName()!r}, "
            f"popup {popup}, window active {self.window.isActiveWindow()}, "
            f"current {kit.selection.current}, chosen {len(kit.selection.chosen)}, "
            f"passage {kit.player.passage}"
        )

    def picture(self, step: str) -> None:
        self._steps += 1
        if not PICTURES:
            return
        QTest.qWait(500)
        path = Path(PICTURES) / f"{self._name}-{self._steps:02d}-{step}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        screen = self.window.screen()
        whole = screen.grabWindow(0) if QApplication.platformName() == "xcb" else self.window.grab()
        whole.save(str(path))

    def dialog(self, kind: type[QDialog] = QDialog) -> QDialog:
        found: list[QDialog] = []

        def there() -> bool:
            found[:] = [one for one in self.window.findChildren(kind) if one.isVisible()]
            return bool(found)

        self.wait(there, f"a {kind.__name__} is open")
        self.wait(found[0].isActiveWindow, "it has the keyboard")
        return found[0]

    def no_dialog(self) -> None:
        dialogs = self.window.findChildren
        self.wait(lambda: not any(one.isVisible() for one in dialogs(QDialog)), "the dialog has gone")

    def menu(self) -> QMenu:
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "a menu is open")
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        return popup

    def come_back(self) -> None:
        """What a window manager does when a dialog has gone; without a screen there is none."""
        if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow, "the window is active")


class Mouse(Eyes):
    left = LEFT

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """On something that can be seen and used."""
        place = widget.rect().center() if place is None else place
        assert widget.isVisible(), f"{widget.accessibleName()} cannot be seen"
        assert widget.isEnabled(), f"{widget.accessibleName()} cannot be used: {widget.toolTip()}"
        hit = self.window.window() if widget.window() is self.window else widget.window()
        under = hit.childAt(widget.mapTo(hit, place)) if hit is not widget else widget
        assert under is widget or under is None or widget.isAncestorOf(under), (
            f"{widget.accessibleName()} lies under {under}"
        )
        self.qtbot.mouseMove(widget, place)
        self.qtbot.mouseClick(widget, LEFT, pos=place)

    def press(self, parent: QWidget, words: str) -> None:
        """The button of these words."""
        buttons = [b for b in parent.findChildren(QAbstractButton) if b.isVisible()]
        self.click(next(b for b in buttons if words in (b.text().replace("&", ""), b.accessibleName())))

    def choose(self, title: str, words: str) -> None:
        """From the menu bar."""
        bar = self.window.menuBar()
        self.click(bar, bar.actionGeometry(_named(bar.actions(), title)).center())
        self.take(words)

    def take(self, words: str) -> None:
        """From the menu that is open."""
        menu = self.menu()
        action = _named(menu.actions(), words)
        assert action.isEnabled(), f"{words} cannot be used: {action.toolTip()}"
        self.click(menu, menu.actionGeometry(action).center())

    def pick(self, box: QComboBox, words: str) -> None:
        """From a box."""
        self.click(box, QPoint(box.width() - 8, box.height() // 2))
        view = box.view()
        self.wait(view.isVisible, "the box is open")
        QTest.qWait(QApplication.doubleClickInterval() + 50)  # a box shuts its ears for so long
        self.click_row(view, box.findText(words))

    def click_row(self, view: QAbstractItemView, row: int, x: int | None = None) -> None:
        place: QRect = view.visualRect(view.model().index(row, view.currentIndex().column() if x else 0))
        centre = place.center() if x is None else QPoint(place.left() + x, place.center().y())
        self.click(view.viewport(), centre)

    def tab(self, tabs: QTabBar, words: str) -> None:
        place = next(place for place in range(tabs.count()) if tabs.tabText(place) == words)
        self.click(tabs, tabs.tabRect(place).center())

    def draw(self, widget: QWidget, corners: Sequence[QPoint]) -> None:
        """Pressed at the first corner, let go at the last."""
        self.qtbot.mouseMove(widget, corners[0])
        self.qtbot.mousePress(widget, LEFT, pos=corners[0])
        for start, end in pairwise(corners):
            for part in (1, 2, 3, 4):
                self.qtbot.mouseMove(widget, start + (end - start) * part / 4)
        self.qtbot.mouseRelease(widget, LEFT, pos=corners[-1])


class Keys(Eyes):
    @property
    def target(self) -> QWidget:
        """Whoever has the keyboard."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        return found or QApplication.activeWindow() or self.window

    def press(self, *keys: Qt.Key | str) -> None:
        """Each as it is printed in a menu: `Ctrl+Shift+N`; one letter is typed."""
        for key in keys:
            self.come_back()
            if isinstance(key, str) and len(key) > 1:
                self.qtbot.keySequence(self.target, key)
            else:
                self.qtbot.keyClick(self.target, key)

    def type(self, text: str) -> None:
        """Letter by letter, for a list may open over the line and take them."""
        self.come_back()
        for letter in text:
            self.qtbot.keyClicks(self.target, letter)
            QTest.qWait(20)

    def tab_to(self, wanted: Callable[[QWidget], bool], what: str, back: bool = False, most: int = 60) -> int:
        """How many times Tab was pressed until the keyboard was there."""
        for presses in range(most):
            if (focus := QApplication.focusWidget()) is not None and wanted(focus):
                return presses
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab does not lead to {what}; it is at {self.said()}")

    def tab_to_named(self, words: str, back: bool = False) -> int:
        return self.tab_to(lambda widget: widget.accessibleName() == words, words, back)

    def command(self, letters: str, words: str) -> None:
        """From the palette, by a few letters."""
        self.press("Ctrl+K")
        palette = self.window.palette_door.palette
        assert palette is not None
        self.wait(palette.isVisible, "the palette is open")
        self.type(letters)
        first = palette.list.currentIndex()
        assert first.data() == words, f"{letters} finds {first.data()} first"
        self.picture(f"palette {letters}".replace(" ", "-"))
        self.press(Qt.Key.Key_Return)


def _named(actions: Sequence[QAction], words: str) -> QAction:
    plain = {action.text().replace("&", ""): action for action in actions}
    found = plain.get(words) or next((plain[name] for name in plain if name.startswith(words)), None)
    assert found is not None, f"there is no {words} among {list(plain)}"
    return found
