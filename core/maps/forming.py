"""What every way of drawing a map takes and gives, so that any map can be watched and stopped as it forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Points = NDArray[np.float32]
"""(n, 2): where the rows of a matrix lie on a map."""

Watch = Callable[[int, int, Callable[[], Points]], bool]
"""Called at each step with the steps done, the steps there can be at most, and a way to see the points.

True means: stop now; what is there is kept.
"""


@dataclass(frozen=True)
class Layout:
    points: Points
    steps: int
    stopped: bool = False
    """The watcher asked for it, before it was through."""
    figures: dict[str, float] = field(default_factory=dict)
    """What the method says of itself, such as the Kullback–Leibler divergence of t-SNE."""


def look_away(done: int, total: int, points: Callable[[], Points]) -> bool:
    """Nobody watches."""
    return False
