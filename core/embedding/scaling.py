"""Values in units of their own, as hertz and beats a minute, are made comparable before they are compared.

A network's values already speak one language and are left as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.embedding.sets import SetInfo

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Scaling:
    """`(values - mean) * scale`, dimension by dimension."""

    mean: Floats
    scale: Floats

    def __call__(self, values: NDArray[np.floating[Any]]) -> Floats:
        scaled: Floats = ((values - self.mean) * self.scale).astype(np.float32)
        return scaled


def scaling_of(info: SetInfo, values: NDArray[np.floating[Any]]) -> Scaling:
    """To mean 0 and deviation 1 where dimensions have names; what never changes becomes 0."""
    dimension = values.shape[1]
    if not info.card.dimensions or not len(values):
        return Scaling(np.zeros(dimension, np.float32), np.ones(dimension, np.float32))
    mean, deviation = values.mean(0, dtype=np.float64), values.std(0, dtype=np.float64)
    moves = deviation > 1e-6 * np.abs(mean) + 1e-12
    scale = np.divide(1.0, deviation, out=np.zeros_like(deviation), where=moves)
    return Scaling(mean.astype(np.float32), scale.astype(np.float32))
