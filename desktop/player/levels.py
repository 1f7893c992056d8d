"""How loud it is right now: the peak of each side, and the highest of the last moments."""

from __future__ import annotations

from dataclasses import dataclass

FLOOR_DB = -90.0


@dataclass(frozen=True)
class Levels:
    """Peaks below full scale, in dB; never below `FLOOR_DB`."""

    left_db: float = FLOOR_DB
    right_db: float = FLOOR_DB
    left_hold_db: float = FLOOR_DB
    right_hold_db: float = FLOOR_DB


SILENT = Levels()
