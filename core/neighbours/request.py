"""What can be asked of the job `near`, and what it answers. Light, so that a window can make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from core.errors import RequestProblem

MOST = 10_000


@dataclass(frozen=True)
class NearRequest:
    """What is near tracks (added and taken away), one excerpt of a track, a file outside, or a text."""

    encoder: str
    """Its name, or the number of an embedding set."""
    like: tuple[int, ...] = ()
    unlike: tuple[int, ...] = ()
    at_s: float | None = None
    """Of the one track in `like`: only the excerpt that sounds at this second, compared with excerpts."""
    file: str = ""
    text: str = ""
    layer: int | None = None
    k: int = 10
    metric: Literal["cosine", "euclidean"] = "cosine"
    query: str = ""
    """Only among these tracks."""
    distinct: Literal["", "artist", "album"] = ""
    """At most one track of each, and none of those that were asked with."""
    duplicates: bool = False
    """Also repeats of the same recording."""
    corrected: bool = False
    """With mutual proximity, against hubs."""

    def __post_init__(self) -> None:
        asked = [bool(self.like), bool(self.file), bool(self.text)]
        if sum(asked) != 1:
            raise RequestProblem("Ask with tracks, with one file, or with one text.")
        if not 1 <= self.k <= MOST:
            raise RequestProblem(f"There can be 1 to {MOST:,} neighbours, not {self.k:,}.")
        if self.unlike and not self.like:
            raise RequestProblem(
                "Something can only be taken away from tracks.", "Name a track to begin with."
            )
        if self.at_s is not None and (len(self.like) != 1 or self.unlike or self.at_s < 0):
            raise RequestProblem("A second belongs to one track.", "Name one track and a second in it.")
        if self.text and self.metric != "cosine":
            raise RequestProblem("Texts are compared by cosine only.")


@dataclass(frozen=True)
class Hit:
    rank: int
    track_id: int
    path: str
    similarity: float
    """The cosine; with the Euclidean metric the distance below zero; more is always nearer."""
    start_s: float | None = None
    end_s: float | None = None
    """The excerpt that matches, where excerpts were compared."""


@dataclass(frozen=True)
class NearResult:
    asked: str
    """What was asked with, in words."""
    encoder: str
    embedding_set: int
    layer: str
    metric: str
    searched: int
    """Tracks that could have been found."""
    corrected: bool
    hits: list[Hit] = field(default_factory=list)

    def sentence(self) -> str:
        found = f"{len(self.hits):,} {'neighbour' if len(self.hits) == 1 else 'neighbours'}"
        return f"{found} of {self.asked} among {self.searched:,} tracks, as {self.encoder} hears them."
