"""Which seconds of a track are seen: one span for the picture and the strip above it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

SHORTEST_S = 0.25
LEAST_S = 0.001
"""A track that is shorter counts as empty."""
STEP = 1.25
"""How much one turn of the wheel takes in or leaves out."""


class Span(QObject):
    """Always within the track, and never shorter than can be made out."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.duration_s = 0.0
        self.start_s = 0.0
        self.end_s = 0.0

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s

    @property
    def is_whole(self) -> bool:
        return self.length_s >= self.duration_s

    def set_track(self, duration_s: float) -> None:
        """Another track, or its true length: all of it is seen."""
        self.duration_s = duration_s if duration_s > LEAST_S else 0.0
        self.start_s, self.end_s = 0.0, self.duration_s
        self.changed.emit()

    def set_duration(self, duration_s: float) -> None:
        """The track is a little longer or shorter than was said."""
        if abs(duration_s - self.duration_s) < 1e-6:
            return
        whole = self.is_whole
        self.duration_s = duration_s
        self.show(0.0 if whole else self.start_s, duration_s if whole else self.end_s)
        self.changed.emit()

    def show(self, start_s: float, end_s: float) -> None:
        """This span, moved into the track where it does not fit."""
        shortest = min(SHORTEST_S, self.duration_s)
        length = min(max(end_s - start_s, shortest), self.duration_s)
        if end_s - start_s < shortest:
            start_s = (start_s + end_s - length) / 2
        start_s = min(max(start_s, 0.0), self.duration_s - length)
        if (start_s, start_s + length) != (self.start_s, self.end_s):
            self.start_s, self.end_s = start_s, start_s + length
            self.changed.emit()

    def zoom(self, turns: float, at_s: float) -> None:
        """Nearer with positive turns; the instant `at_s` stays where it is."""
        factor = STEP**-turns
        length = min(max(self.length_s * factor, min(SHORTEST_S, self.duration_s)), self.duration_s)
        share = (at_s - self.start_s) / self.length_s if self.length_s else 0.5
        self.show(at_s - share * length, at_s + (1 - share) * length)

    def move(self, seconds: float) -> None:
        length = self.length_s
        start = min(max(self.start_s + seconds, 0.0), self.duration_s - length)
        self.show(start, start + length)

    def show_all(self) -> None:
        self.show(0.0, self.duration_s)

    def turn_page(self, position_s: float) -> None:
        """What plays has left the span at its end: go on with it near the left edge."""
        length = self.length_s
        start = position_s - 0.05 * length
        start = min(max(start, 0.0), self.duration_s - length)
        self.show(start, start + length)

    def reveal(self, start_s: float, end_s: float) -> None:
        """Move so that a passage is seen whole, with some of what is around it."""
        if self.start_s <= start_s and end_s <= self.end_s:
            return
        length = max(self.length_s, (end_s - start_s) * 1.5)
        middle = (start_s + end_s) / 2
        self.show(middle - length / 2, middle + length / 2)
