"""The window's way to the dialog in which a run is put together; light, since that is made when wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.messages import channel
from desktop.commands import Command
from desktop.doctor import known_devices
from desktop.kit import Kit

if TYPE_CHECKING:
    from desktop.desk.desk import Desk
    from desktop.teach.dialog import TeachDialog


class TeachDoor(QObject):
    """One dialog as long as the desk lives."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kit: Kit = desk.kit
        self.dialog: TeachDialog | None = None
        tr = self.tr
        self._kit.commands.offer(
            "teach",
            [Command("teach", tr("&Teach…"), tr("Put a run together: what to learn, from what, by which ear"),
                     self._show, "Ctrl+Shift+T", "note", needs_collection=True)],
        )  # fmt: skip
        self._kit.commands.offer(
            "tracks",
            [Command("teach_selection", tr("Teac&h from the selection…"),
                     tr("A run that learns from the chosen tracks alone"), self.show_selection,
                     icon_name="note", needs_collection=True)],
        )  # fmt: skip

    @Slot()
    def _show(self) -> None:
        self.show()

    def show(self, recipe_text: str | None = None, seed: int | None = None) -> None:
        """A new run: as the last one was set up, or with the settings of `recipe_text`."""
        self._come(partial(self._open, recipe_text, seed, frozenset()))

    @Slot()
    def show_selection(self) -> None:
        chosen = self._kit.selection.chosen
        if not chosen:
            channel.info(self.tr("Choose the tracks that should be learnt from first."))
            return
        self._come(partial(self._open, None, None, chosen))

    def _come(self, then: partial[None]) -> None:
        """What the dialog is made of is imported in the background."""
        self._kit.workspace.call(_bring, partial(self._brought, then), channel.failure)

    def _brought(self, then: partial[None], kind: type[TeachDialog]) -> None:
        if self.dialog is None:
            self.dialog = kind(self._desk.window(), self._kit)
            self.dialog.submitted.connect(self._submitted)
            self.dialog.encoders_wanted.connect(self._show_encoders)
        then()

    def _open(self, recipe_text: str | None, seed: int | None, track_ids: frozenset[int]) -> None:
        assert self.dialog is not None
        self.dialog.teach_from(track_ids)
        self.dialog.come(self._devices(), recipe_text, seed)

    def _devices(self) -> list[str]:
        doctor = getattr(self._desk.window(), "doctor", None)
        return known_devices(doctor.findings if doctor is not None else None)

    @Slot(bool)
    def _submitted(self, watch: bool) -> None:
        if watch:
            self._desk.turn_to("monitor")
        else:
            channel.info(self.tr("The run is in the queue."))

    @Slot()
    def _show_encoders(self) -> None:
        self._kit.commands.actions["encoders"].trigger()


def _bring() -> type[TeachDialog]:
    """In the background: the presets are read along."""
    from core.recipes.shelf import presets
    from desktop.teach.dialog import TeachDialog

    presets()
    return TeachDialog
