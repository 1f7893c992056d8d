"""Which embedding set is looked at: what an encoder heard of each track can then be shown and played.

And which excerpt a person has marked in the player, for whoever can do something with it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.player.passage import Passage


class Heard(QObject):
    """The set of the current map, or of the neighbours that were asked for last."""

    changed = Signal()
    marked_changed = Signal(object)
    """The Passage that is marked, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_id: int | None = None
        self.title = ""
        """The encoder's, such as MERT-95M."""
        self.window_s = 0.0
        self.hop_s = 0.0
        self.rate_hz = 0
        self.marked: Passage | None = None

    def show(self, set_id: int, title: str, window_s: float, hop_s: float, rate_hz: int) -> None:
        if set_id != self.set_id:
            self.set_id, self.title = set_id, title
            self.window_s, self.hop_s, self.rate_hz = window_s, hop_s, rate_hz
            self.changed.emit()

    def mark(self, passage: Passage | None) -> None:
        if passage != self.marked:
            self.marked = passage
            self.marked_changed.emit(passage)

    def forget(self) -> None:
        self.mark(None)
        if self.set_id is not None:
            self.set_id, self.title = None, ""
            self.changed.emit()
