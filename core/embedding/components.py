"""Principal components: what is far apart in many dimensions stays so in a few, and is found sooner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.progress import ShouldStop, never

Floats = NDArray[np.float32]

BLOCK_ROWS = 4096


@dataclass(frozen=True)
class Components:
    """Axes through the mean of some vectors, the one of most variance first."""

    mean: Floats
    axes: Floats
    """(dimension, number). The greatest value of each is above zero, so that a map has one way up."""
    explained: tuple[float, ...]
    """The share of the variance along each; nothing where all vectors are the same."""

    def __call__(self, values: Floats) -> Floats:
        found: Floats = np.matmul(values - self.mean, self.axes, dtype=np.float32)
        return found


def components(values: Floats, number: int, should_stop: ShouldStop = never) -> Components:
    """At most so many; never more than there are dimensions."""
    from scipy.linalg import eigh
    from threadpoolctl import threadpool_limits

    dimension = values.shape[1]
    mean: Floats = (values.sum(0, dtype=np.float64) / max(len(values), 1)).astype(np.float32)
    products = np.zeros((dimension, dimension))
    for block in _blocks(values, should_stop):
        products += (block - mean).T @ (block - mean)
    first = max(dimension - number, 0)
    with threadpool_limits(1):  # several threads wait for each other and are slower
        variances, axes = eigh(products, subset_by_index=[first, dimension - 1])
    down: Floats = axes[:, ::-1].astype(np.float32)
    down *= np.sign(down[np.abs(down).argmax(0), np.arange(down.shape[1])])
    whole = float(products.trace())
    shares = np.maximum(variances[::-1], 0) / whole if whole > 0 else np.zeros(len(variances))
    return Components(mean, down, tuple(float(share) for share in shares))


def _blocks(values: Floats, should_stop: ShouldStop) -> Iterator[Floats]:
    for start in range(0, len(values), BLOCK_ROWS):
        if should_stop():
            raise Interrupted
        yield values[start : start + BLOCK_ROWS]
