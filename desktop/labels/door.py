"""The commands on labels: set, clear, rename, merge, delete. Each opens what asks for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from core.messages import channel
from desktop.commands import Command
from desktop.labels.dialog import LabelDialog
from desktop.labels.names import NamesDialog
from desktop.labels.plan import Mode
from desktop.labels.renames import DeleteFieldDialog, MergeDialog, RenameFieldDialog, RenameValueDialog

if TYPE_CHECKING:
    from desktop.kit import Kit


class Labels(QObject):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pane = parent
        self.dialog: QDialog | None = None
        """The one that is open."""
        kit.commands.offer("tracks", self._commands())

    def _commands(self) -> list[Command]:
        tr = self.tr
        return [
            Command("set_label", tr("Set &label…"), tr("Of the chosen tracks, or of the current one"),
                    self.set_label, "Ctrl+T", icon_name="tag", needs_collection=True),
            Command("clear_label", tr("&Clear label…"), tr("Leave the chosen tracks without a value"),
                    self.clear_label, needs_collection=True),
            Command("labels_from_names", tr("Labels from &names…"),
                    tr("A part of the files' names becomes a label, such as what stands before _"),
                    self.from_names, icon_name="tag", needs_collection=True),
            Command("rename_value", tr("&Rename value…"), tr("On every track that has it"),
                    partial(self._open, RenameValueDialog), needs_collection=True),
            Command("merge_values", tr("&Merge values…"), tr("Several values become one"),
                    partial(self._open, MergeDialog), needs_collection=True),
            Command("rename_field", tr("Rename &field…"), tr("Its labels stay"),
                    partial(self._open, RenameFieldDialog), needs_collection=True),
            Command("delete_field", tr("&Delete field…"), tr("With all its labels; it can be undone"),
                    partial(self._open, DeleteFieldDialog), needs_collection=True),
        ]  # fmt: skip

    @Slot()
    def set_label(self) -> None:
        self.ask_set(self._meant())

    @Slot()
    def clear_label(self) -> None:
        self.ask_set(self._meant(), mode="clear")

    def ask_set(self, track_ids: Sequence[int], field: str = "", mode: Mode = "set") -> None:
        if not track_ids:
            channel.info(self.tr("Choose the tracks that should be labelled first."))
            return
        self._show(LabelDialog(self._pane.window(), self._kit, track_ids, field, mode))

    @Slot()
    def from_names(self) -> None:
        """Of the chosen tracks, or of all that the search finds."""
        track_ids = sorted(self._kit.selection.chosen) or self._kit.filter.ids
        if not len(track_ids):
            channel.info(self.tr("No track is found, so there are no names to read."))
            return
        self._show(NamesDialog(self._pane.window(), self._kit, track_ids))

    def _meant(self) -> Sequence[int]:
        selection = self._kit.selection
        if selection.chosen:
            return sorted(selection.chosen)
        return [] if selection.current is None else [selection.current]

    def _open(self, kind: Callable[[QWidget, Kit], QDialog]) -> None:
        self._show(kind(self._pane.window(), self._kit))

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        self.dialog = None

    def forget(self) -> None:
        """The collection is closed: what a dialog asks about is gone."""
        if self.dialog is not None:
            self.dialog.reject()
