"""Who belongs with whom, as UMAP sees it: the fuzzy graph of the nearest, and its curve on the map.

McInnes, Healy and Melville 2018. Each row has its own measure of distance: its
nearest neighbour belongs to it wholly, and all of them together weigh as much
as the logarithm of their number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Rows = NDArray[np.int64]
Floats = NDArray[np.float32]

BLOCK_ROWS = 4096
BISECTIONS = 24
FITTING_STEPS = 40
LEAST_WIDTH = 1e-3
"""Of the mean distance: no row is so sure of its nearest that nobody else counts."""
MOST_WIDTH = 5.0
"""Of the greatest distance: at this width the memberships always sum up to more than is wanted."""


def curve(min_dist: float) -> tuple[float, float]:
    """The a and b that make 1 / (1 + a d^2b) flat up to `min_dist` and then fall as an exponential.

    Least squares by Gauss and Newton, of log a and log b.
    """
    distances = np.linspace(0, 3, 300)[1:]
    wanted = np.where(distances < min_dist, 1, np.exp(min_dist - distances))
    found = np.zeros(2)
    for _ in range(FITTING_STEPS):
        a, b = np.exp(found)
        powers = a * distances ** (2 * b)
        heights = 1 / (1 + powers)
        by_log_a = -powers * heights**2
        slopes = np.stack([by_log_a, by_log_a * 2 * b * np.log(distances)], axis=1)
        found += np.linalg.lstsq(slopes, wanted - heights)[0]
    a, b = np.exp(found)
    return float(a), float(b)


def graph(rows: Rows, sure: Floats) -> csr_array:
    """How surely two rows belong together, as one of them or both see it: (n, n), symmetric."""
    from scipy.sparse import csr_array

    there = sure > 0
    begins = np.concatenate([[0], np.cumsum(there.sum(1))])
    shape = len(rows), len(rows)
    # Written down as it is stored: to let scipy sort the pairs first takes twice as long as all the rest.
    one_way = csr_array((sure[there], rows[there].astype(np.int32), begins.astype(np.int32)), shape=shape)
    one_way.sort_indices()
    other_way = one_way.T.tocsr()
    return one_way + other_way - one_way * other_way


def memberships(rows: Rows, distances: Floats) -> Floats:
    """(n, k): how surely each neighbour belongs to its row, as that row sees it; 0 where there is none."""
    there = rows >= 0
    far = np.where(there, distances, 0).astype(np.float32)
    usual = float(far.sum(dtype=np.float64) / max(there.sum(), 1))
    sure = np.zeros_like(far)
    for start in range(0, len(rows), BLOCK_ROWS):
        block = slice(start, start + BLOCK_ROWS)
        sure[block] = _memberships(far[block], there[block], usual)
    return sure


def _memberships(far: Floats, there: NDArray[np.bool_], usual: float) -> Floats:
    """`usual`, the mean distance of all rows, counts for those that have nothing but copies of themselves."""
    nearest = np.where(far > 0, far, np.inf).min(1, initial=np.inf)
    copies = np.isinf(nearest)
    beyond = np.maximum(far - np.where(copies, 0, nearest)[:, None], 0)
    least = LEAST_WIDTH * np.where(copies, usual, far.sum(1) / np.maximum(there.sum(1), 1))
    least = np.maximum(least, np.finfo(np.float32).tiny).astype(np.float32)
    most = np.maximum(MOST_WIDTH * beyond.max(1, initial=0), least)
    beyond[~there] = np.inf
    wanted = np.log2(there.sum(1) + 1)
    for _ in range(BISECTIONS):
        width = (least + most) / 2
        too_wide = np.exp(-beyond / width[:, None]).sum(1) > wanted
        least, most = np.where(too_wide, least, width), np.where(too_wide, width, most)
    sure: Floats = np.exp(-beyond / ((least + most) / 2)[:, None])
    return sure
