"""Principal components: what is far apart in many dimensions stays so in fifty, and is found sooner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.progress import ShouldStop

Floats = NDArray[np.float32]

COMPONENTS = 50
MANY = 5_000
"""With so many tracks k-means, too, looks among the components only."""
BLOCK_ROWS = 4096


@dataclass(frozen=True)
class Reduced:
    values: Floats
    kept: float
    """The share of the variance."""


def reduce(values: Floats, should_stop: ShouldStop) -> Reduced:
    """To fifty principal components at most. The rows must not all be the same."""
    from scipy.linalg import eigh
    from threadpoolctl import threadpool_limits

    mean = values.mean(0, dtype=np.float64).astype(np.float32)
    products = np.zeros((values.shape[1], values.shape[1]))
    for block in _blocks(values, should_stop):
        products += (block - mean).T @ (block - mean)
    last = len(products) - 1
    with threadpool_limits(1):  # several threads wait for each other and are slower
        variances, axes = eigh(products, subset_by_index=[max(last - COMPONENTS + 1, 0), last])
    chosen = axes.astype(np.float32)
    found = np.concatenate([(block - mean) @ chosen for block in _blocks(values, should_stop)])
    return Reduced(found, float(variances.sum() / products.trace()))


def _blocks(values: Floats, should_stop: ShouldStop) -> Iterator[Floats]:
    for start in range(0, len(values), BLOCK_ROWS):
        if should_stop():
            raise Interrupted
        yield values[start : start + BLOCK_ROWS]
