"""What a person does with the dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.teach.dialog import TeachDialog
from tests.desktop.stage import LONG_MS

RUN_MS = 100_000


def settled(dialog: TeachDialog) -> bool:
    return dialog.facts is not None and not dialog._is_waiting() and not dialog._soon.isActive()


def set_up(dialog: TeachDialog, qtbot, **values: object) -> None:
    """As a person has typed it, one thing after the other."""
    dialog.draft.put_all({key.replace("__", "."): value for key, value in values.items()})
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)


def cell(dialog: TeachDialog, name: str):
    cells = [cell for section in dialog.form.sections for cell in section.cells]
    return next(cell for cell in cells if cell.setting.name == name)


def retype(qtbot, line, text: str) -> None:
    line.selectAll()
    qtbot.keyClicks(line, text)


def pick(qtbot, combo, data: object) -> None:
    """By keyboard, as far as it is in the list."""
    combo.setFocus()
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def click(qtbot, dialog: QWidget, words: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def fields_text(value: object) -> str:
    return f"{value:g}"
