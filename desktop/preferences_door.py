"""The window's way to the preferences, and what it does at once when one of them changes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core import settings
from core.errors import SettingsProblem
from core.messages import channel
from desktop.theme import look

if TYPE_CHECKING:
    from desktop.window import MainWindow


class PreferencesDoor(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def show(self) -> None:
        from desktop.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._window)
        dialog.changed.connect(self._apply)
        dialog.open()

    @Slot(str)
    def _apply(self, name: str) -> None:
        preferences = settings.load()
        if name == "theme":
            look().choose(preferences.theme)
            self._window.menus.show_colours(preferences.theme)
        elif name == "language":
            channel.info(self.tr("Soundings speaks another language from its next start."))
        elif name == "detailed_log":
            logging.getLogger().setLevel(logging.DEBUG if preferences.detailed_log else logging.INFO)

    def choose_colours(self, choice: str) -> None:
        try:
            settings.set_value("theme", choice)
        except SettingsProblem as problem:
            channel.failure(problem)
        look().choose(choice)
