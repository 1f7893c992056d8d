"""Finds points by place: the nearest, the next in a direction, all within an outline.

The points lie sorted from bottom to top, so that each question looks at a strip only.
"""

from __future__ import annotations

import math
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Direction = Literal["left", "right", "up", "down"]
AHEAD: dict[Direction, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}
FIRST_REACH = 2.0
"""How far a walk looks first: in mean distances of points that fill a square."""
Places = NDArray[np.intp]


class Index:
    """`places` are the points that can be found; answers are places too."""

    def __init__(self, points: NDArray[np.float32], places: Places) -> None:
        heights = points[places, 1]
        order = np.argsort(heights, kind="stable")
        self.places: Places = places[order]
        self._y = heights[order].astype(np.float64)
        self._x = points[self.places, 0].astype(np.float64)

    def __len__(self) -> int:
        return len(self.places)

    def _strip(self, low: float, high: float) -> slice:
        return slice(int(np.searchsorted(self._y, low, "left")), int(np.searchsorted(self._y, high, "right")))

    def nearest(self, x: float, y: float, within: float = math.inf) -> int | None:
        """The place of the nearest point at most `within` away."""
        strip = self._strip(y - within, y + within)
        away = (self._x[strip] - x) ** 2 + (self._y[strip] - y) ** 2
        if not len(away):
            return None
        best = int(away.argmin())
        return int(self.places[strip.start + best]) if away[best] <= within * within else None

    def inside(self, outline: NDArray[np.float64]) -> Places:
        """Places within a closed outline, (n, 2); where it crosses itself, what is inside twice is out."""
        inside = np.zeros(len(self), bool)
        for (x0, y0), (x1, y1) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
            if y0 == y1:
                continue
            low, high = (y0, y1) if y0 < y1 else (y1, y0)
            edge = slice(*(int(np.searchsorted(self._y, end, "left")) for end in (low, high)))
            inside[edge] ^= self._x[edge] < x0 + (self._y[edge] - y0) * ((x1 - x0) / (y1 - y0))
        return self.places[inside]

    def within(self, left: float, bottom: float, right: float, top: float) -> Places:
        """Places within a rectangle."""
        strip = self._strip(bottom, top)
        across = self._x[strip]
        found: Places = self.places[strip][(across >= left) & (across <= right)]
        return found

    def next(self, place: int, x: float, y: float, direction: Direction) -> int | None:
        """The nearest point in a quarter around `direction`, else the nearest that lies that way at all.

        Points in one spot are walked one by one. None: nothing lies that way.
        """
        found = self._in_one_spot(place, x, y, direction)
        if found is not None or not len(self):
            return found
        span = max(self._y[-1] - self._y[0], float(np.ptp(self._x)))
        reach = FIRST_REACH * span / math.sqrt(len(self))
        whole = 3 * span + abs(x - self._x[0]) + abs(y - self._y[0])
        while True:
            strip = self._strip(y - reach, y + reach) if reach < whole else slice(0, len(self))
            found = self._ahead(strip, x, y, direction, reach if reach < whole else math.inf)
            if found is not None or reach >= whole:
                return found if found is not None else self._beside(x, y, direction)
            reach = reach * 4 if reach > 0 else whole

    def _in_one_spot(self, place: int, x: float, y: float, direction: Direction) -> int | None:
        strip = self._strip(y, y)
        same = self.places[strip][self._x[strip] == x]
        if direction in ("right", "down"):
            later = same[same > place]
            return int(later.min()) if len(later) else None
        earlier = same[same < place]
        return int(earlier.max()) if len(earlier) else None

    def _ahead(self, strip: slice, x: float, y: float, direction: Direction, reach: float) -> int | None:
        """In the quarter, at most `reach` away: farther than that the strip does not know them all."""
        along, aside = self._turned(strip, x, y, direction)
        away = np.hypot(along, aside)
        away[(along <= 0) | (aside > along) | (away > reach)] = np.inf
        return self._first(strip, away, direction)

    def _beside(self, x: float, y: float, direction: Direction) -> int | None:
        every = slice(0, len(self))
        along, aside = self._turned(every, x, y, direction)
        away = np.hypot(along, aside)
        away[along <= 0] = np.inf
        return self._first(every, away, direction)

    def _turned(
        self, strip: slice, x: float, y: float, direction: Direction
    ) -> tuple[NDArray[Any], NDArray[Any]]:
        right, up = AHEAD[direction]
        across, upward = self._x[strip] - x, self._y[strip] - y
        return across * right + upward * up, np.abs(across * up) + np.abs(upward * right)

    def _first(self, strip: slice, away: NDArray[Any], direction: Direction) -> int | None:
        """The nearest; of several in one spot the one from which the others are walked."""
        if not len(away) or not np.isfinite(least := away.min()):
            return None
        tied = np.flatnonzero(away == least) + strip.start
        spot = tied[(self._x[tied] == self._x[tied[0]]) & (self._y[tied] == self._y[tied[0]])]
        found = self.places[spot]
        return int(found.min() if direction in ("right", "down") else found.max())
