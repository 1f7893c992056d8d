"""What a benchmark reports: a figure beside its peer, measured in the same run."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`limit` is the mark the figure must not pass; with `of_ratio` it is a mark on value / peer."""

    name: str
    value: float
    unit: str
    peer: str = ""
    peer_value: float | None = None
    limit: float | None = None
    of_ratio: bool = False

    @property
    def ratio(self) -> float | None:
        return self.value / self.peer_value if self.peer_value else None

    @property
    def holds(self) -> bool | None:
        judged = self.ratio if self.of_ratio else self.value
        return None if self.limit is None or judged is None else judged <= self.limit


def in_turn(*measures: Callable[[], float], rounds: int = 5) -> list[float]:
    """The median of each, measured A B A B …, so that a machine's moods hit all alike."""
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(rounds):
        for values, measure in zip(taken, measures, strict=True):
            values.append(measure())
    return [statistics.median(values) for values in taken]
