"""What the picture of a track shows besides its sound: spans, excerpts, windows. Plain values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

Seconds = tuple[float, float]


@dataclass
class Scene:
    heard: Seconds | None = None
    """The excerpt or loop that plays: gold."""
    heard_words: str = ""
    chosen: Seconds | None = None
    """What a person has marked: blue."""
    position_s: float = 0.0
    windows: Sequence[float] = field(default_factory=tuple)
    """Where the encoder's windows begin, in order."""
    window_s: float = 0.0
    pointed: int | None = None
    """The window under the pointer, or the one that the keyboard is at."""

    def window(self, place: int) -> Seconds:
        return self.windows[place], self.windows[place] + self.window_s

    def window_at(self, seconds: float) -> int | None:
        """The window whose middle is nearest among those that hold this instant."""
        place = bisect_right(self.windows, seconds)
        best: tuple[float, int] | None = None
        for candidate in range(max(place - 64, 0), place):
            start, end = self.window(candidate)
            if start <= seconds < end:
                off = abs((start + end) / 2 - seconds)
                best = min(best, (off, candidate)) if best else (off, candidate)
        return best[1] if best else None

    def window_of(self, span: Seconds, within_s: float) -> int | None:
        """The window that is this very span."""
        for place in range(bisect_right(self.windows, span[0] + within_s)):
            start, end = self.window(place)
            if abs(start - span[0]) <= within_s and abs(end - span[1]) <= within_s:
                return place
        return None
