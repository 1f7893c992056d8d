"""Which button Enter presses: the one that the keyboard is on, else the main one of a dialog."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop.widgets import Button

ENTER = Qt.Key.Key_Return


class Form(QDialog):
    """Every kind of button before and after two fields, as forms of ours have them."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.line, self.number = QLineEdit(), QSpinBox()
        kinds = ("flat", "plain", "small", "icon")
        self.others = [Button(kind, kind) for kind in kinds]
        self.main = Button("main", "main")
        rows = QVBoxLayout(self)
        widgets: list[QWidget] = [self.others[0], self.line, self.number, *self.others[1:], self.main]
        for widget in widgets:
            rows.addWidget(widget)
        for button in (*self.others, self.main):
            button.pressed.connect(partial(self.pressed.append, button.text()))


@pytest.fixture
def form(qapp: QApplication) -> Iterator[Form]:
    form = Form()
    form.show()
    form.activateWindow()
    yield form
    form.close()
    form.deleteLater()


def test_enter_in_a_field_presses_the_main_button(form, qtbot):
    for field in (form.line, form.number):
        field.setFocus()
        qtbot.keyClick(field, ENTER)
    assert form.pressed == ["main", "main"]


def test_no_other_button_stands_in_for_a_main_one_that_is_not_ready_or_not_there(form, qtbot):
    form.main.setEnabled(False)
    qtbot.keyClick(form.line, ENTER)
    form.main.hide()
    form.hide()
    form.show()
    qtbot.keyClick(form.number, ENTER)
    assert form.pressed == []


def test_a_button_with_the_keyboard_answers_itself_and_gives_enter_back(form, qtbot):
    for button in form.others:
        button.setFocus()
        qtbot.keyClick(button, ENTER)
    form.line.setFocus()
    qtbot.keyClick(form.line, ENTER)
    assert form.pressed == ["flat", "plain", "small", "icon", "main"]


def test_enter_that_is_held_presses_once(form, qtbot):
    form.main.setFocus()
    qtbot.keyPress(form.main, ENTER)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(form.main, held)
    assert form.pressed == ["main"]
