"""A and B: two places that match, and one key that goes from one to the other at the same moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from desktop.player.passage import Passage
from desktop.player.player import Player


class Pairing(QObject):
    """What is heard on either side. The key goes to the other side, as far into it as one is in this one."""

    def __init__(self, player: Player) -> None:
        super().__init__(player)
        self._player = player
        self.a: Passage | None = None
        self.b: Passage | None = None

    def set_sides(self, a: Passage | None, b: Passage | None) -> None:
        self.a, self.b = a, b

    @property
    def heard(self) -> str:
        """`a` or `b` where that side is loaded, else empty."""
        passage = self._player.passage
        if passage is None or self.a is None or self.b is None:
            return ""
        return "a" if passage == self.a else "b" if passage == self.b else ""

    @Slot()
    def toggle(self) -> None:
        """From neither side: to the one that is not of the track that is heard, to A first."""
        if self.a is None or self.b is None:
            return
        heard, passage = self.heard, self._player.passage
        here, there = (self.a, self.b) if heard == "a" else (self.b, self.a)
        if not heard and passage is not None and passage.track_id == self.a.track_id:
            there = self.b
        into_s = self._player.position_s - here.start_s if heard else 0.0
        self._player.play([there])
        into_s = min(max(into_s, 0.0), _length(there) - 0.05)
        if into_s > 0:
            self._player.seek(there.start_s + into_s)


def _length(passage: Passage) -> float:
    return float("inf") if passage.end_s is None else passage.end_s - passage.start_s
