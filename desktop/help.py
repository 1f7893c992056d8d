"""What the Help menu shows: what works here, every shortcut, where the log is, which version this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from core import places
from core.messages import channel

if TYPE_CHECKING:
    from desktop.window import MainWindow


class Help(QObject):
    """Light: each dialog is imported when somebody asks for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def show_doctor(self) -> None:
        from desktop.findings import DoctorDialog

        DoctorDialog(self._window, self._window.doctor).open()

    @Slot()
    def show_shortcuts(self) -> None:
        from desktop.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window, self._window.commands, self._window.panes()).open()

    @Slot()
    def open_log_folder(self) -> None:
        folder = places.log_folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            channel.info(self.tr("The log is in {}.").format(folder))

    @Slot()
    def show_about(self) -> None:
        from desktop.about import AboutDialog

        AboutDialog(self._window).open()
