"""The form shows every preference, saves each change, and says what does not fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from core import settings
from core.errors import SettingsProblem
from desktop.preferences import PreferencesDialog
from desktop.theme import look


@pytest.fixture
def dialog(qtbot) -> PreferencesDialog:
    dialog = PreferencesDialog(None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_declared_preference_has_an_input(dialog):
    assert list(dialog.inputs) == [declared.name for declared in settings.declared()]
    assert all(field.accessibleName() for field in dialog.inputs.values())


def change(dialog: PreferencesDialog, qtbot, name: str) -> object:
    """Change it as a person would; returns the value it must have then."""
    field = dialog.inputs[name]
    if isinstance(field, QComboBox):
        qtbot.keyClick(field, Qt.Key.Key_Down)
        return field.currentData()
    if isinstance(field, QCheckBox):
        qtbot.keyClick(field, Qt.Key.Key_Space)
        return field.isChecked()
    if isinstance(field, QSpinBox):
        qtbot.keyClick(field, Qt.Key.Key_Up)
        return field.value()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "cpu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return "cpu"


@pytest.mark.parametrize("declared", settings.declared(), ids=lambda declared: declared.name)
def test_round_trip(dialog, qtbot, declared):
    with qtbot.waitSignal(dialog.changed) as changed:
        value = change(dialog, qtbot, declared.name)
    assert changed.args == [declared.name]
    assert value != declared.default
    assert getattr(settings.load(), declared.name) == value


def test_a_new_form_shows_what_was_saved(qtbot):
    settings.set_value("backups_kept", "7")
    dialog = PreferencesDialog(None)
    qtbot.addWidget(dialog)
    assert dialog.inputs["backups_kept"].value() == 7


def test_what_cannot_be_saved_is_said_in_place(dialog, qtbot, monkeypatch):
    def refuse(name: str, text: str) -> None:
        raise SettingsProblem("Preferences cannot be saved: the disk is full.")

    monkeypatch.setattr(settings, "set_value", refuse)
    with qtbot.assertNotEmitted(dialog.changed):
        change(dialog, qtbot, "detailed_log")
    assert dialog.problem.isVisible()
    assert dialog.problem_text.text() == "Preferences cannot be saved: the disk is full."


def test_restoring_defaults(dialog, qtbot):
    settings.set_value("backups_kept", "7")
    settings.set_value("theme", "dark")
    qtbot.mouseClick(dialog.defaults, Qt.MouseButton.LeftButton)
    assert settings.load() == settings.Preferences()
    assert dialog.inputs["backups_kept"].value() == 5


def test_colours_change_at_once(window, qtbot):
    window.preferences.show()
    dialog = window.findChild(PreferencesDialog)
    with qtbot.waitSignal(look().changed):
        qtbot.keyClick(dialog.inputs["theme"], Qt.Key.Key_End)
    assert look().theme.name == "dark"
    assert window.menus.colours["dark"].isChecked()
    dialog.close()
    qtbot.waitUntil(window.start.shows_chart)


def test_the_view_menu_saves_the_colours_too(window, qtbot):
    window.menus.colours["dark"].trigger()
    assert settings.load().theme == "dark"
    assert look().theme.name == "dark"
    qtbot.waitUntil(window.start.shows_chart)
