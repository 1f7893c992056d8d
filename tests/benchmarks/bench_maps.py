"""t-SNE beside scikit-learn's, at equal trustworthiness, and how soon the first map is seen.

10,000 and 1,000 × 512, through 50 principal components, as the job does it.
Processor time stands beside the clock: it is what a busy machine leaves alone.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import numpy as np

from core.embedding.components import components
from core.maps.drawing import Way, form, prepare
from core.maps.forming import Points, look_away
from tests.benchmarks.figure import Figure

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

KINDS, DIMENSION = 40, 512
JUDGED = 12
"""Neighbours by which trustworthiness is told."""
Values = np.ndarray[tuple[int, int], np.dtype[np.float32]]


def _values(n: int) -> Values:
    """Kinds of many tracks with ways to differ that they share, and noise, as embeddings have."""
    rng = np.random.default_rng(0)
    middles = 1.2 * rng.standard_normal((KINDS, DIMENSION))
    shared = 0.8 * rng.standard_normal((12, DIMENSION))
    values = middles[rng.integers(0, KINDS, n)] + rng.standard_normal((n, 12)) @ shared
    return (values + 0.5 * rng.standard_normal((n, DIMENSION))).astype(np.float32)


def _timed(draw: Callable[[], Points]) -> tuple[float, float, Points]:
    clock, processor = time.perf_counter(), time.process_time()
    points = draw()
    return time.perf_counter() - clock, time.process_time() - processor, points


def _ours(values: Values, first: list[float]) -> Points:
    begun = time.perf_counter()
    way = Way("tsne", "euclidean", workers=os.cpu_count() or 1)
    ground = prepare(values, way, show=lambda _: first.append(time.perf_counter() - begun))
    return form(ground, 0, look_away).points


def _theirs(values: Values) -> Points:
    from sklearn.manifold import TSNE

    less = components(values, 50)(values)
    points: Points = TSNE(init="pca", random_state=0, n_jobs=-1).fit_transform(less)
    return points


def _figures(n: int) -> list[Figure]:
    from sklearn.manifold import trustworthiness

    values, first = _values(n), list[float]()
    ours_s, ours_cpu_s, ours = _timed(lambda: _ours(values, first))
    theirs_s, theirs_cpu_s, theirs = _timed(lambda: _theirs(values))
    trust, peer = (float(trustworthiness(values, points, n_neighbors=JUDGED)) for points in (ours, theirs))
    name = f"t-SNE of {n:,} × {DIMENSION}"
    return [
        Figure(name, ours_s, "s", "scikit-learn", theirs_s, 0.5, of_ratio=True),
        Figure(f"{name}, processor time", ours_cpu_s, "s", "scikit-learn", theirs_cpu_s, 0.5, of_ratio=True),
        Figure(f"{name}, untrustworthiness", 1 - trust, "", "scikit-learn", 1 - peer, 1 - peer + 0.01),
        Figure(f"{name}, first map after", first[0], "s", limit=0.5),
    ]


def measure() -> list[Figure]:
    components(_values(100), 50)  # what is imported at first use
    return [figure for n in (1_000, 10_000) for figure in _figures(n)]
