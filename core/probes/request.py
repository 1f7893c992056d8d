"""What can be asked of the jobs `probe` and `curve`, and what they answer. Light: a window can make it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from core.errors import RequestProblem
from core.library.groups import GROUPS

MOST = 1000
MOST_DRAWS = 100


@dataclass(frozen=True)
class ProbeRequest:
    """Label some, see the rest: what the labels that stand now say of all other tracks."""

    field: str
    encoder: str
    layer: int | None = None
    query: str = ""
    """Only of these tracks."""
    most: int = 20
    """So many are named to listen to next, of either kind."""
    apart: str = "artist"
    """Of one of them no more than two are named; and none is judged by what was learnt from it."""
    about: str = ""
    """Name to listen to only what this query finds; what is learnt is learnt from all."""
    among: tuple[int, ...] = ()
    """Name only these tracks, where there are any."""
    passed: tuple[int, ...] = ()
    """Name none of these: somebody did not want to say what they are."""
    begin: bool = False
    """Where there are too few labels to learn from, name tracks to begin with rather than refuse."""

    def __post_init__(self) -> None:
        _need(self.field, self.encoder)
        if not 1 <= self.most <= MOST:
            raise RequestProblem(f"1 to {MOST:,} tracks can be named, not {self.most:,}.")
        if self.apart not in ("", *GROUPS):
            raise RequestProblem(f"Tracks are kept apart by {', '.join(GROUPS)}, not by {self.apart}.")


def _need(label: str, encoder: str) -> None:
    if not label.strip():
        raise RequestProblem("A field is needed.", "soundings labels lists them.")
    if not encoder:
        raise RequestProblem("An encoder is needed.", "List them with soundings encoders.")


@dataclass(frozen=True)
class Share:
    """A figure with its interval."""

    value: float
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True)
class Next:
    """A track to listen to. `given` is its label, where it has one."""

    track_id: int
    path: str
    said: str
    probability: float
    second: str = ""
    """What it could be as well."""
    given: str = ""
    given_probability: float | None = None
    shares: tuple[float, ...] = ()
    """The probability of each class, in their order."""


@dataclass(frozen=True)
class ProbeResult:
    field: str
    encoder: str
    layer: str
    classes: tuple[str, ...]
    labelled: dict[str, int]
    """Tracks of each class that were learnt from."""
    folds: int
    accuracy: Share | None
    """On labelled tracks, each told by what was learnt from others; None where there are too few."""
    macro_f1: Share | None
    majority: float
    """The share of the most frequent class: what is right without listening."""
    uncertain: list[Next] = dataclasses.field(default_factory=list)
    surprising: list[Next] = dataclasses.field(default_factory=list)
    each: list[Next] = dataclasses.field(default_factory=list)
    """Without a label: the surest of each class in turn."""
    listed: list[Next] = dataclasses.field(default_factory=list)
    """Without a label: in the order of the query."""
    unlabelled: int = 0
    """So many could be named: without a label, and nobody has said that they have none."""
    needs: str = ""
    """What is missing before anything can be learnt; then `uncertain` are tracks unlike each other."""
    tracks: list[int] = dataclasses.field(default_factory=list)
    """Every track of the query that was encoded; then its class by number, and how sure that is."""
    said: list[int] = dataclasses.field(default_factory=list)
    probabilities: list[float] = dataclasses.field(default_factory=list)

    def sentence(self) -> str:
        if self.needs:
            return self.needs
        n = sum(self.labelled.values())
        told = f"{n:,} labelled tracks of {len(self.classes)} kinds of {self.field} tell {len(self.tracks):,}"
        if self.accuracy is None:
            return f"{told}. Label more of them by others to know how well."
        share = self.accuracy
        interval = "" if share.low is None else f" ({share.low:.2f} to {share.high:.2f})"
        return f"{told}: {share.value:.2f}{interval} right on those, majority {self.majority:.2f}."


@dataclass(frozen=True)
class CurveRequest:
    """How much a few labels tell: macro F1 against the number of labelled tracks."""

    field: str
    encoders: tuple[str, ...]
    layer: int | None = None
    query: str = ""
    split: str = ""
    """By name; without one, artists, albums and recordings are kept on one side."""
    sizes: tuple[int, ...] = ()
    """Tracks of each class; empty: 1, 2, 5, 10, 20 … as far as the train part goes."""
    draws: int = 10
    """Of which tracks are labelled first."""
    seed: int = 0

    def __post_init__(self) -> None:
        _need(self.field, ",".join(self.encoders))
        if len(set(self.encoders)) < len(self.encoders):
            raise RequestProblem("An encoder is named more than once.")
        if not 1 <= self.draws <= MOST_DRAWS:
            raise RequestProblem(f"There can be 1 to {MOST_DRAWS} draws, not {self.draws:,}.")
        if any(size < 1 for size in self.sizes):
            raise RequestProblem("At least one track of each class is labelled.")
        if not 0 <= self.seed < 2**32:
            raise RequestProblem(f"A seed is a number from 0 to {2**32 - 1:,}, not {self.seed:,}.")


@dataclass(frozen=True)
class Point:
    """One number of labelled tracks; a figure for each draw."""

    each: int
    """Of each class, or as many as it has; 0: the whole train part."""
    tracks: int
    macro_f1: tuple[float, ...]
    accuracy: tuple[float, ...]
    quartiles: tuple[float, float, float, float, float]
    """Of macro F1: least, quarter, median, three quarters, most."""


@dataclass(frozen=True)
class Curve:
    encoder: str
    layer: str
    strength: float
    """How much a label weighs, which the valid part has chosen for the whole train part."""
    points: tuple[Point, ...]
    whole: Share
    """Macro F1 of the whole train part, with its interval."""


@dataclass(frozen=True)
class CurveResult:
    field: str
    split: str
    seed: int
    draws: int
    classes: tuple[str, ...]
    train: int
    valid: int
    test: int
    majority: float
    """Macro F1 of the most frequent class alone."""
    curves: tuple[Curve, ...]

    def sentence(self) -> str:
        told = "; ".join(
            f"{curve.encoder} {curve.points[0].quartiles[2]:.2f} from {curve.points[0].tracks:,} labelled "
            f"tracks, {curve.whole.value:.2f} from {curve.points[-1].tracks:,}"
            for curve in self.curves
        )
        return f"Macro F1 of {self.field} on {self.test:,} test tracks: {told}; majority {self.majority:.2f}."
