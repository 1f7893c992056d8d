"""What a plot of curves shows, as plain values, and how much of it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

MOST_DRAWN = 1000
"""Points of all lines together; more are no clearer, and would hold up the window."""
SMOOTH_FROM = 25
"""So many epochs do not fit side by side any more without looking ragged."""

Point = tuple[float, float]
"""The epoch, from 1 at the end of the first, and the value."""
Part = Literal["train", "valid"]


@dataclass(frozen=True)
class Line:
    name: str
    """As it is said at its end: `validation`, or `Run 7, validation`."""
    points: tuple[Point, ...]
    part: Part = "valid"
    place: int = 0
    """Which of the runs that are laid over each other; 0: the one that is looked at."""
    band: tuple[Point, ...] = ()
    """The interval of each point, from low to high; empty: not known."""
    raw: tuple[Point, ...] = ()
    """Within the epochs, for the background."""


@dataclass(frozen=True)
class Level:
    """A dotted line from side to side, such as a control."""

    name: str
    value: float


@dataclass(frozen=True)
class Curves:
    title: str = ""
    note: str = ""
    unit: str = ""
    """For what is exported; empty: none."""
    lines: tuple[Line, ...] = ()
    levels: tuple[Level, ...] = ()
    best: float | None = None
    """The best epoch so far, from 1."""
    end: float = 0
    """How many epochs there are at most; 0: not known."""
    may_be_log: bool = False
    whole: tuple[float, float] | None = None
    """From where to where the values can lie, such as 0 to 100; None: wherever they do."""
    digits: int = 2

    @property
    def is_empty(self) -> bool:
        return not any(line.points or line.raw for line in self.lines)


def last(curves: Curves, epochs: int) -> Curves:
    """Only the last epochs; a line before them is cut."""
    newest = max((point[0] for line in curves.lines for point in line.points[-1:]), default=0.0)
    start = newest - epochs + 1
    if start <= 1:
        return curves
    return replace(
        curves,
        lines=tuple(_cut(line, start) for line in curves.lines),
        best=curves.best if curves.best is not None and curves.best >= start else None,
        end=newest,
    )


def _cut(line: Line, start: float) -> Line:
    first = next((i for i, point in enumerate(line.points) if point[0] >= start), len(line.points))
    return replace(
        line,
        points=line.points[first:],
        band=line.band[first:],
        raw=tuple(point for point in line.raw if point[0] >= start),
    )


def smooth(points: Sequence[Point]) -> tuple[Point, ...]:
    """The mean with the neighbours, of as many as keeps the line readable; few points stay as they are."""
    if len(points) < SMOOTH_FROM:
        return tuple(points)
    reach = max(len(points) // SMOOTH_FROM // 2, 1)
    sums, total = [0.0], 0.0
    for _, value in points:
        total += value
        sums.append(total)
    found = list[Point]()
    for place, (epoch, value) in enumerate(points):
        beside = min(reach, place, len(points) - 1 - place)  # as many on both sides, so that nothing shifts
        mean = (sums[place + beside + 1] - sums[place - beside]) / (2 * beside + 1)
        found.append((epoch, mean if beside else value))
    return tuple(found)


def thin(points: Sequence[Point], most: int) -> tuple[Point, ...]:
    """At most so many, evenly, always with the last."""
    if len(points) <= most:
        return tuple(points)
    if most < 2:
        return tuple(points[-most:]) if most > 0 else ()
    step = (len(points) - 1) / (most - 1)
    return tuple(points[round(place * step)] for place in range(most))


def drawn(curves: Curves, most: int = MOST_DRAWN) -> Curves:
    """What is left when no more than `most` points are drawn: lines first, the background with the rest."""
    count = max(len(curves.lines), 1)
    each = most // (2 * count)
    lines = [_thin_line(line, each) for line in curves.lines]
    left = most - sum(len(line.points) for line in lines)
    with_raw = sum(bool(line.raw) for line in lines)
    lines = [replace(line, raw=thin(line.raw, left // with_raw) if with_raw else ()) for line in lines]
    return replace(curves, lines=tuple(lines))


def _thin_line(line: Line, most: int) -> Line:
    places = thin([(float(i), 0.0) for i in range(len(line.points))], most)
    kept = [int(place) for place, _ in places]
    return replace(
        line,
        points=tuple(line.points[place] for place in kept),
        band=tuple(line.band[place] for place in kept) if line.band else (),
    )
