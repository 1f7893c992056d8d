"""The window's way to the encoders. Light: what is behind it is imported when somebody goes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from desktop.encoders.dialog import EncodersDialog
    from desktop.window import MainWindow


class Encoders(QObject):
    """One dialog as long as the window lives: what is being fetched goes on while it is closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: EncodersDialog | None = None

    @Slot()
    def show(self) -> None:
        if self.dialog is None:
            self._window.background.call(_bring, self._open)
        else:
            self.dialog.come()

    def _open(self, kind: type[EncodersDialog]) -> None:
        self.dialog = self.dialog or kind(self._window)
        self.dialog.come()

    def stop(self) -> None:
        """The window is closing: break off what is being fetched or checked."""
        if self.dialog is not None:
            self.dialog.stop()


def _bring() -> type[EncodersDialog]:
    """In the background: numpy and the database come along."""
    from desktop.encoders.dialog import EncodersDialog

    return EncodersDialog
