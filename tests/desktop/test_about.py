"""About says which versions are here without importing any of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from core import __version__
from desktop import about


def test_versions_of_everything():
    found = about.versions()
    assert found["Soundings"] == __version__
    assert set(about.PACKAGES) < set(found)
    assert all(found.values())


def test_a_package_that_is_missing_is_said_to_be(monkeypatch):
    monkeypatch.setattr(about, "PACKAGES", ("no-such-package",))
    assert about.versions()["no-such-package"] == "not installed"


def test_all_of_it_can_be_copied(qtbot, home):
    dialog = about.AboutDialog(None)
    qtbot.addWidget(dialog)
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert f"Soundings: {__version__}" in copied
    assert str(home) in copied
