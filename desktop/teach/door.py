"""The window's way to the dialog in which a run is put together; light, since that is made when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.commands import Command
from desktop.kit import Kit

if TYPE_CHECKING:
    from desktop.desk.desk import Desk


class TeachDoor(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kit: Kit = desk.kit
        tr = self.tr
        self._kit.commands.offer(
            "teach",
            [Command("teach", tr("&Teach…"), tr("Put a run together: what to learn, from what, by which ear"),
                     self._show, "Ctrl+Shift+T", "note", needs_collection=True)],
        )  # fmt: skip

    @Slot()
    def _show(self) -> None:
        self.show()

    def show(self, recipe_text: str | None = None, seed: int | None = None) -> None:
        """A new run: as the last one was set up, or with the settings of `recipe_text`."""
