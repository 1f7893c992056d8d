"""Commands that change speed and pitch by a step, and the one that asks for the output device."""

from __future__ import annotations

from functools import partial
from math import ceil, floor

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.commands import Command
from desktop.player.devices import DeviceDialog
from desktop.player.player import Player

STEP = 0.1


class Steps(QObject):
    def __init__(self, player: Player, parent: QWidget) -> None:
        super().__init__(parent)
        self._player = player
        self._parent = parent

    def commands(self) -> list[Command]:
        tr = self.tr
        return [
            Command("faster", tr("Faster"), tr("A tenth faster; the pitch stays"),
                    partial(self._hurry, 1), needs_collection=True),
            Command("slower", tr("Slower"), tr("A tenth slower; the pitch stays"),
                    partial(self._hurry, -1), needs_collection=True),
            Command("higher", tr("Higher"), tr("A semitone up; the speed stays"),
                    partial(self._raise, 1), needs_collection=True),
            Command("lower", tr("Lower"), tr("A semitone down; the speed stays"),
                    partial(self._raise, -1), needs_collection=True),
            Command("output_device", tr("Output device…"), tr("Choose what to play on"),
                    self._ask_device, needs_collection=True),
        ]  # fmt: skip

    def _hurry(self, steps: int) -> None:
        """To the next whole tenth."""
        at = self._player.speed / STEP
        near = floor(at + 1e-6) + 1 if steps > 0 else ceil(at - 1e-6) - 1
        self._player.set_speed(round(near * STEP, 2))

    def _raise(self, steps: int) -> None:
        self._player.set_pitch(self._player.semitones + steps)

    @Slot()
    def _ask_device(self) -> None:
        DeviceDialog(self._parent.window(), self._player).open()
