"""How loud it is right now: the peak of each side, and the highest of the last moments."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

FLOOR_DB = -90.0
HOLD_S = 1.5
FALL_DB_S = 26.0
"""How fast a peak and, after a while, what is held come down."""


@dataclass(frozen=True)
class Levels:
    """Peaks below full scale, in dB; never below `FLOOR_DB`."""

    left_db: float = FLOOR_DB
    right_db: float = FLOOR_DB
    left_hold_db: float = FLOOR_DB
    right_hold_db: float = FLOOR_DB


SILENT = Levels()


class Ballistics:
    """Makes what is shown of peaks: up at once, down slowly, the highest held for a while."""

    def __init__(self) -> None:
        self._shown = [FLOOR_DB, FLOOR_DB]
        self._held = [FLOOR_DB, FLOOR_DB]
        self._held_s = [0.0, 0.0]
        self._last_s: float | None = None

    def feed(self, left: float, right: float, now_s: float) -> Levels:
        """Peaks of the last moment, where 1 is full scale."""
        fall = 0.0 if self._last_s is None else FALL_DB_S * max(now_s - self._last_s, 0.0)
        self._last_s = now_s
        for side, peak in enumerate((left, right)):
            now_db = max(20 * log10(peak), FLOOR_DB) if peak > 0 else FLOOR_DB
            self._shown[side] = max(now_db, self._shown[side] - fall, FLOOR_DB)
            if now_db >= self._held[side]:
                self._held[side], self._held_s[side] = now_db, now_s
            elif now_s - self._held_s[side] > HOLD_S:
                self._held[side] = max(self._held[side] - fall, self._shown[side])
        return Levels(*self._shown, *self._held)
