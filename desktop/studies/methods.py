"""The methods sheet in one click: what somebody else would have to know to get the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.commands import Command
from desktop.kit import Kit

if TYPE_CHECKING:
    from desktop.desk.desk import Desk


class MethodsDoor(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kit: Kit = desk.kit
        tr = self.tr
        self._kit.commands.offer(
            "studies",
            [Command("methods", tr("&Methods sheet…"), tr("All that others need to get the same figures"),
                     self.show, "Ctrl+Shift+D", "log", needs_collection=True)],
        )  # fmt: skip

    @Slot()
    def show(self) -> None:
        """Of the run that is looked at, the map that is seen, or the study that is open."""
