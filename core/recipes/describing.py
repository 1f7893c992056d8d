"""What can be asked of the job `caption`, and what it answers. Light, so that a window can make it."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import RequestProblem

MOST_BEAMS = 64
SHOWN = "captions"
"""The name under which the job shows its run and its latest texts, as soon as they are kept."""


@dataclass(frozen=True)
class CaptionRequest:
    run: int
    """A run that has learnt to write."""
    query: str = ""
    """Which tracks; empty: all that can be heard."""
    tracks: tuple[int, ...] = ()
    """Only these, where any are named."""
    beams: int = 0
    """Wordings that are followed at the same time; 0: as many as the recipe says."""
    temperature: float | None = None
    """Above 0: words are drawn by chance; None: as the recipe says."""
    seed: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.beams <= MOST_BEAMS:
            raise RequestProblem(f"1 to {MOST_BEAMS} wordings can be followed, not {self.beams}.")
        if self.temperature is not None and not 0 <= self.temperature <= 10:
            raise RequestProblem(f"A temperature lies between 0 and 10, not at {self.temperature:g}.")


@dataclass(frozen=True)
class Described:
    """A caption as scripts rely on it."""

    track_id: int
    start_s: float
    end_s: float
    text: str
    run: int


@dataclass(frozen=True)
class CaptionResult:
    run: int
    captions: tuple[Described, ...]
    """All that were asked for, also those that a person has had a hand in and that stay as they are."""
    new: int
    kept: int
    """Stay as they are, since a person has edited or accepted them."""
    unheard: int = 0

    def sentence(self) -> str:
        tracks = "1 track" if len(self.captions) == 1 else f"{len(self.captions):,} tracks"
        kept = f" {self.kept:,} stay as a person left them." if self.kept else ""
        unheard = f" {self.unheard:,} could not be heard." if self.unheard else ""
        return f"Run {self.run} has described {tracks}.{kept}{unheard}"
