"""What the job `moved` is asked, and what it answers. Light, so that a window can make it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.errors import RequestProblem
from core.maps.request import MOST_NEIGHBOURS, SEEDS

NAME = "moved"
"""Of the frames that are shown while the maps form, and of the figures in a map's row."""
Method = Literal["tsne", "pca"]
Apart = Literal["", "artist"]


@dataclass(frozen=True)
class MovedRequest:
    run: int
    """Whose encoder is heard after."""
    beside: int = 0
    """The run whose encoder is heard before; 0: what the run's own encoder began as."""
    method: Method = "tsne"
    perplexity: float = 30.0
    """Of t-SNE: about how many neighbours pull at each track."""
    seed: int = 1
    k: int = 10
    """True neighbours of each track that are looked at."""
    apart: Apart = ""
    """With "artist", tracks of the same artist are no neighbours."""

    def __post_init__(self) -> None:
        if self.run < 1 or self.beside < 0:
            raise RequestProblem("Before and after needs a run.", "soundings runs lists them.")
        if self.run == self.beside:
            raise RequestProblem(f"Run {self.run} cannot be compared with itself.", "Name two runs.")
        if not 0 <= self.seed < SEEDS:
            raise RequestProblem(f"A seed is a number from 0 to {SEEDS - 1:,}, not {self.seed:,}.")
        if not 2 <= self.perplexity <= MOST_NEIGHBOURS:
            raise RequestProblem(
                f"The perplexity is a number from 2 to {MOST_NEIGHBOURS}, not {self.perplexity:g}."
            )
        if not 1 <= self.k <= MOST_NEIGHBOURS:
            raise RequestProblem(f"There can be 1 to {MOST_NEIGHBOURS} neighbours, not {self.k:,}.")


@dataclass(frozen=True)
class Stayed:
    """How many of the k true neighbours a track kept on average, with its interval and what chance keeps."""

    k: int
    mean: float
    low: float | None
    high: float | None
    by_chance: float
    none: int
    """Tracks that kept none."""
    n: int


@dataclass(frozen=True)
class MovedResult:
    run: int
    beside: int
    before_map: int
    after_map: int
    method: str
    shown: int
    total: int
    """Tracks that could be on it."""
    stayed: Stayed
    encoded: int = 0
    """Tracks that had to be heard first, by either encoder."""
    encoded_s: float = 0.0

    def sentence(self) -> str:
        kept = self.stayed
        none = f"{kept.none:,} of {kept.n:,} tracks kept none" if kept.none else "no track lost all"
        return (
            f"Before and after run {self.run}: a track kept on average {kept.mean:.1f} of its {kept.k} "
            f"true neighbours (by chance {kept.by_chance:.1f}); {none}."
        )
