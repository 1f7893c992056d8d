"""k-means in short sittings, from several starts.

scikit-learn's fit can neither be stopped nor, on many cores, be repeated to
the last bit: its threads add up in the order in which they come. So it takes
a few steps at a time from where it was, in one thread.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.progress import Progress, ShouldStop, Step

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]

STARTS = 5
MOST_STEPS = 300
AT_ONCE = 50_000_000
"""So many differences are worked out in one sitting."""
DRAWN = 5000
"""Starting points are looked for among so many rows at most."""
RANGE = range(2, 13)


@dataclass(frozen=True)
class Partition:
    labels: Labels
    stability: float | None
    tried: list[tuple[int, float]]


def split(
    values: Floats,
    k: int | None,
    seed: int,
    judge: Callable[[Labels], float | None],
    sample: Labels,
    *,
    progress: Progress,
    should_stop: ShouldStop,
) -> Partition:
    """The tightest of several partitions into k, or into the number that `judge` likes best of `sample`.

    Where fewer rows differ there are fewer clusters.
    """
    seeds = np.random.default_rng(seed).integers(2**31, size=STARTS)
    distinct = len({row.tobytes() for row in values + np.float32(0)})
    numbers = [number for number in RANGE if number < distinct] if k is None else []
    total, tried = len(numbers) + STARTS, list[tuple[int, float]]()
    for done, number in enumerate(numbers):
        progress(Step(done, total, note=f"Trying {number} clusters"))
        mark = judge(_fit(values[sample], number, int(seeds[0]), should_stop)[0])
        if mark is not None:
            tried.append((number, mark))
    k = min(k or max(tried, key=lambda one: (one[1], -one[0]), default=(distinct, 0.0))[0], distinct)
    found = list[tuple[Labels, float]]()
    for done, start in enumerate(seeds, len(numbers)):
        progress(Step(done, total, note=f"Start {len(found) + 1} of {STARTS}"))
        found.append(_fit(values, k, int(start), should_stop))
    return Partition(min(found, key=lambda one: one[1])[0], _stability(found, should_stop), tried)


def _fit(values: Floats, k: int, seed: int, should_stop: ShouldStop) -> tuple[Labels, float]:
    """Labels, and the sum of the squared distances that k-means makes small."""
    from sklearn.cluster import KMeans, kmeans_plusplus
    from sklearn.exceptions import ConvergenceWarning
    from threadpoolctl import threadpool_limits

    draw = np.random.default_rng(seed)
    rows = draw.choice(len(values), max(min(DRAWN, len(values)), k), replace=False)
    sitting = int(np.clip(AT_ONCE // (values.size * k), 1, MOST_STEPS))
    before, steps = np.zeros(0, np.int64), 0
    with threadpool_limits(1), warnings.catch_warnings():
        # Equal rows may leave a cluster empty, which is left out afterwards.
        warnings.simplefilter("ignore", ConvergenceWarning)
        middles, _ = kmeans_plusplus(values[rows], k, random_state=seed)
        while True:
            if should_stop():
                raise Interrupted
            steps += sitting
            fit = KMeans(k, init=middles, n_init=1, max_iter=sitting, tol=0, random_state=seed).fit(values)
            if np.array_equal(before, fit.labels_) or steps >= MOST_STEPS:
                break
            before, middles = fit.labels_, fit.cluster_centers_
    return np.unique(fit.labels_, return_inverse=True)[1].astype(np.int64), float(fit.inertia_)


def _stability(found: list[tuple[Labels, float]], should_stop: ShouldStop) -> float:
    from sklearn.metrics import adjusted_rand_score

    marks = list[float]()
    for (one, _), (other, _) in combinations(found, 2):
        if should_stop():
            raise Interrupted
        marks.append(float(adjusted_rand_score(one, other)))
    return float(np.mean(marks))
