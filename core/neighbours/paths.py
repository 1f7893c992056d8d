"""A path from one track to another over tracks that are near each other, so that one leads into the next."""

from __future__ import annotations

import heapq

import numpy as np

from core.neighbours.search import NONE, Metric, Space
from core.progress import ShouldStop, never


def path(space: Space, start: int, end: int, *, k: int = 12, should_stop: ShouldStop = never) -> list[int]:
    """Rows from `start` to `end`; empty when neighbours of neighbours never lead there.

    A step costs the square of its distance, so several small steps are better than a large one.
    """
    if start == end:
        return [start]
    steps = _steps(space, k, should_stop)
    costs, before = {start: 0.0}, dict[int, int]()
    open_ = [(0.0, start)]
    while open_:
        cost, row = heapq.heappop(open_)
        if row == end:
            return _walk(before, end)
        if cost > costs[row]:
            continue
        for other, step in steps[row].items():
            total = cost + step
            if total < costs.get(other, np.inf):
                costs[other], before[other] = total, row
                heapq.heappush(open_, (total, other))
    return []


def _steps(space: Space, k: int, should_stop: ShouldStop = never) -> list[dict[int, float]]:
    """Of every row the rows that it leads to and what that costs. Who is a neighbour has one, too."""
    near = space.own_nearest(min(k, len(space) - 1), should_stop=should_stop)
    # On the sphere 2 - 2 cos is the squared distance.
    costs = 2 - 2 * near.nearness if space.metric == Metric.COSINE else near.nearness**2
    steps: list[dict[int, float]] = [{} for _ in range(len(space))]
    for row, (others, dear) in enumerate(zip(near.rows.tolist(), costs.tolist(), strict=True)):
        for other, cost in zip(others, dear, strict=True):
            if other != NONE:
                steps[row][other] = steps[other][row] = max(cost, 0.0)
    return steps


def _walk(before: dict[int, int], end: int) -> list[int]:
    found = [end]
    while found[-1] in before:
        found.append(before[found[-1]])
    return found[::-1]
