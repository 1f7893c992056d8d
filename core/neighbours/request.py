"""What can be asked of the jobs `near`, `path`, `match` and `hubs`, and what they answer.

Light, so that a window can make it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from pathlib import PurePath
from typing import Literal

from core.errors import RequestProblem

MOST = 10_000
MOST_NAMED = 100
MOST_STEPS = 100

MetricName = Literal["cosine", "euclidean"]


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
    metric: MetricName = "cosine"
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
        if self.at_s is not None:
            if len(self.like) != 1 or self.unlike:
                raise RequestProblem("A second belongs to one track.", "Name one track and a second in it.")
            if not 0 <= self.at_s < inf:
                raise RequestProblem(f"{self.at_s} is no second of a track.", "Count from 0.")
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
    method: Literal["exact", "index"] = "exact"
    recall: float | None = None
    """Of an index: the share of the ten nearest that it found of rows it was tried with."""
    hits: list[Hit] = field(default_factory=list)
    chance: float | None = None
    """What 95 of 100 stay below when as many random tracks are asked with; None of a text, or too few."""
    start_s: float | None = None
    end_s: float | None = None
    """The excerpt that was asked with."""

    def sentence(self) -> str:
        found = f"{len(self.hits):,} {'neighbour' if len(self.hits) == 1 else 'neighbours'}"
        return f"{found} of {self.asked} among {self.searched:,} tracks, as {self.encoder} hears them."


@dataclass(frozen=True)
class PathRequest:
    """Tracks that lead from one to another, each near the next."""

    encoder: str
    start: int
    end: int
    steps: int = 12
    """From each track a step may lead to so many of its nearest."""
    layer: int | None = None
    metric: MetricName = "cosine"
    query: str = ""
    """Only over these tracks."""

    def __post_init__(self) -> None:
        if not 1 <= self.steps <= MOST_STEPS:
            raise RequestProblem(f"A track can lead to 1 to {MOST_STEPS} others, not to {self.steps:,}.")


@dataclass(frozen=True)
class PathTrack:
    """A track on a path."""

    track_id: int
    path: str
    similarity: float | None
    """To the one before, as in a `Hit`; None for the first."""


@dataclass(frozen=True)
class PathResult:
    start: str
    end: str
    encoder: str
    embedding_set: int
    layer: str
    metric: str
    searched: int
    """Tracks that the path could have led over."""
    tracks: list[PathTrack] = field(default_factory=list)

    def sentence(self) -> str:
        among = f"among {self.searched:,} tracks, as {self.encoder} hears them"
        if not self.tracks:
            none = f"No path leads from {self.start} to {self.end} {among}."
            return f"{none} More steps from each track may find one."
        steps = len(self.tracks) - 1
        return f"{steps:,} {'step' if steps == 1 else 'steps'} from {self.start} to {self.end} {among}."


@dataclass(frozen=True)
class MatchRequest:
    """Where two tracks match, or how one is built."""

    encoder: str
    a: int
    b: int | None = None
    layer: int | None = None


@dataclass(frozen=True)
class Stretch:
    """What sounds in the first track and what it matches: in the other, or later in the same."""

    a_start_s: float
    a_end_s: float
    b_start_s: float
    b_end_s: float
    similarity: float
    """Mean cosine along the stretch, of what sets each excerpt apart from the collection's mean."""


@dataclass(frozen=True)
class MatchResult:
    a: int
    b: int
    """As `a` where one track was asked about."""
    a_path: str
    b_path: str
    encoder: str
    embedding_set: int
    layer: str
    a_starts_s: list[float]
    a_ends_s: list[float]
    b_starts_s: list[float]
    b_ends_s: list[float]
    """When the rows and columns of the picture sound."""
    picture: bytes
    """Similarity of excerpts, row by row: 0 stands for -1, 255 for 1."""
    chance: float | None
    """One pair in a hundred of an excerpt of `a` and one of any other track is more alike than this."""
    stretches: list[Stretch] = field(default_factory=list)
    """The best first."""
    parts_s: list[float] = field(default_factory=list)
    """Of one track: where a part begins."""

    def sentence(self) -> str:
        number = len(self.stretches)
        found = f"{number:,} {'stretch' if number == 1 else 'stretches'}" if number else "No stretch"
        a, b = PurePath(self.a_path).name, PurePath(self.b_path).name
        if self.a != self.b:
            verb = "matches" if number < 2 else "match"
            return f"{found} of {a} {verb} {b}, as {self.encoder} hears them."
        parts = len(self.parts_s) + 1
        return (
            f"{a} has {parts:,} {'part' if parts == 1 else 'parts'}, and "
            f"{found[:1].lower()}{found[1:]} of it {'comes' if number < 2 else 'come'} again,"
            f" as {self.encoder} hears it."
        )


@dataclass(frozen=True)
class HubsRequest:
    """How often each track is among the `k` nearest of others, before and after the correction."""

    encoder: str
    k: int = 10
    layer: int | None = None
    metric: MetricName = "cosine"

    def __post_init__(self) -> None:
        if not 1 <= self.k <= MOST_NAMED:
            raise RequestProblem(f"There can be 1 to {MOST_NAMED} neighbours, not {self.k:,}.")


@dataclass(frozen=True)
class Hub:
    track_id: int
    path: str
    named: int
    """Among the nearest of so many others."""


@dataclass(frozen=True)
class Hubness:
    """0 is even; above 1.4 or so hubs decide what is found."""

    skewness: float
    orphans: int
    """Tracks that are among the nearest of none."""
    hubs: list[Hub]
    """The most often named, the greatest first."""


@dataclass(frozen=True)
class HubsResult:
    encoder: str
    embedding_set: int
    layer: str
    metric: str
    n: int
    k: int
    before: Hubness
    after: Hubness
    """With mutual proximity."""

    def sentence(self) -> str:
        return (
            f"{self.n:,} tracks, {self.k} nearest of each, as {self.encoder} hears them: skewness"
            f" {self.before.skewness:.2f}, with the correction {self.after.skewness:.2f}."
        )
