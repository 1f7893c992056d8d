"""Puts the search by words where it belongs: above the map, in the query bar, and among the commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.commands import Command
from desktop.sounds_like.box import Box
from desktop.sounds_like.search import WordSearch
from desktop.sounds_like.strip import Strip

if TYPE_CHECKING:
    from desktop.desk.desk import Desk


class SoundsLikeDoor(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        commands = desk.kit.commands
        self.search = WordSearch(desk.kit)
        self.strip = Strip(self.search)
        self.box = Box(self.search, self.strip)
        desk.map.add_above(self.box)
        bar = desk.library.bar
        bar.add_below(self.strip)
        bar.sounds_wanted.connect(self.search.ask)
        self.search.asked.connect(self._ask_neighbours)
        for strip in (self.box.strip, self.strip):
            strip.encoders_wanted.connect(partial(self._trigger, "encoders"))
        commands.offer(
            "edit",
            [Command("sounds_like", self.tr("Sounds &like…"),
                     self.tr("Tracks that sound as words say, in the order of likeness"),
                     self.go, "Ctrl+Shift+F", "speaker", needs_collection=True)],
        )  # fmt: skip

    @Slot()
    def go(self) -> None:
        """The keyboard goes to the box above the map where that is seen, else to the query bar."""
        if self.box.isVisible():
            self.box.take_keyboard()
        else:
            self._desk.library.come()
            self._desk.library.bar.begin_words()

    @Slot(str)
    def _ask_neighbours(self, text: str) -> None:
        self._desk.neighbours.ask_text(text)

    def _trigger(self, name: str) -> None:
        if (action := self._desk.kit.commands.actions.get(name)) is not None:
            action.trigger()
