"""The one voice of the program: what plays, where it is, what comes next.

Everything that plays anything asks this object; nobody else knows of sound.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop.cards import Cards
from desktop.player.passage import Passage


class Player(QObject):
    passage_changed = Signal(object)
    """The Passage that is loaded, or None."""
    playing_changed = Signal(bool)
    moved = Signal(float)
    """Seconds from the start of the track, about 30 times a second while it plays."""
    queue_changed = Signal()

    def __init__(self, cards: Cards) -> None:
        super().__init__(cards)
        self.queue: list[Passage] = []
        self.place = -1
        self.is_playing = False
        self.position_s = 0.0

    @property
    def passage(self) -> Passage | None:
        return self.queue[self.place] if 0 <= self.place < len(self.queue) else None

    def play(self, passages: Sequence[Passage], start: int = 0) -> None:
        """Play these one after the other, without a gap, from the one at `start`; nothing else any more."""

    def load(self, passage: Passage) -> None:
        """Show a passage, ready to be played, unless something plays."""

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""

    @Slot()
    def stop(self) -> None: ...

    @Slot()
    def next(self) -> None: ...

    @Slot()
    def previous(self) -> None: ...

    def seek(self, seconds: float) -> None: ...

    def set_loop(self, start_s: float | None, end_s: float | None) -> None: ...

    def finish(self) -> None:
        """The window closes: let the device and every helper go."""
