"""How much of a map is the music and how much the start it was drawn from.

The same space is drawn again from other starts. What wanders and what changes
neighbours between two drawings is not there to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.maps.alignment import procrustes, radius
from core.maps.forming import Points
from core.maps.pairs import check, nearest_drawn, shared
from core.progress import ShouldStop, never

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Again:
    """One more drawing, beside the map that is shown."""

    seed: int
    wander: float
    kept: float


@dataclass(frozen=True)
class Stability:
    k: int
    wander: Floats
    """Of each point, how far it lies from where it is shown (root of the mean square over the drawings),
    as a share of the map's radius."""
    kept: Floats
    """Of each point, the share of its k nearest on the map that are so in the other drawings, too."""
    mean_wander: float
    """Of all points, the root of the mean square again."""
    mean_kept: float
    kept_by_chance: float
    drawings: list[Again]
    """Each by itself, so that one that fell out differently is seen."""


def stability(
    shown: Points,
    draw: Callable[[int], Points],
    seeds: Sequence[int],
    k: int = 15,
    *,
    should_stop: ShouldStop = never,
) -> Stability | None:
    """`draw` makes the map from another seed. None where the map is one place, or nothing was drawn."""
    n = len(shown)
    k = min(k, max(n - 1, 0))
    size = radius(shown)
    if not size or not seeds:
        return None
    near = nearest_drawn(shown, k, should_stop)
    squares, kept, drawings = np.zeros(n), np.zeros(n), list[Again]()
    for seed in seeds:
        check(should_stop)
        points = procrustes(draw(seed), shown).points
        away = ((points.astype(np.float64) - shown) ** 2).sum(1) / size**2
        stayed = shared(near, nearest_drawn(points, k, should_stop))
        squares, kept = squares + away / len(seeds), kept + stayed / len(seeds)
        drawings.append(Again(seed, float(np.sqrt(away.mean())), float(stayed.mean())))
    return Stability(
        k,
        np.sqrt(squares).astype(np.float32),
        kept.astype(np.float32),
        float(np.sqrt(squares.mean())),
        float(kept.mean()),
        k / (n - 1),
        drawings,
    )
