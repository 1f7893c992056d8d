"""What is asked of the demo. Apart from the music itself, so that the window can speak of it at no cost."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from core.errors import RequestProblem

NAME = "Demo collection"
AUDIO = "audio"
STYLES = 12
MOST_TRACKS = 50_000
SHORTEST_S, LONGEST_S = 3.0, 600.0
BYTES_A_SECOND = 71_000
"""Of all formats together, on average."""
STEMS_FACTOR = 12


@dataclass(frozen=True)
class DemoRequest:
    folder: str = AUDIO
    """Where the audio goes: below the collection's folder, or a whole path."""
    tracks: int = 120
    seconds: float = 10.0
    seed: int = 0
    stems: bool = False
    midi: bool = False

    def __post_init__(self) -> None:
        if not self.folder:
            raise RequestProblem("The demo needs a folder to write to.")
        if not 1 <= self.tracks <= MOST_TRACKS:
            raise RequestProblem(f"The demo has 1 to {MOST_TRACKS:,} tracks, not {self.tracks:,}.")
        if not (math.isfinite(self.seconds) and SHORTEST_S <= self.seconds <= LONGEST_S):
            raise RequestProblem(
                f"A demo track lasts {SHORTEST_S:g} to {LONGEST_S:g} seconds, not {self.seconds:g}."
            )
        if not 0 <= self.seed < 1 << 32:
            raise RequestProblem(
                f"The seed is a whole number from 0 to {(1 << 32) - 1:,}, not {self.seed:,}."
            )

    def size_bytes(self, tracks: int | None = None) -> int:
        """About how much the audio takes, of all tracks or of so many."""
        number = self.tracks if tracks is None else tracks
        return round(number * self.seconds * BYTES_A_SECOND * (STEMS_FACTOR if self.stems else 1))

    def place(self, collection: Path) -> Path:
        """The collection may have moved since the demo was asked for."""
        return (collection / self.folder).resolve()
