"""UMAP beside umap-learn from the same start: time with and without compiling, trust, global shape, steps.

Both look for the neighbours themselves, and with as many of them. Time is that
of the processor, since umap-learn keeps to one thread when it has a seed.
"""

from __future__ import annotations

import importlib.util
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from itertools import pairwise

import numpy as np

from core.maps.forming import Points, Watch, look_away
from core.maps.place import place
from core.maps.umap import UmapSettings, umap
from core.neighbours import Metric, Space
from tests.benchmarks.figure import Figure, in_turn

NEIGHBOURS = 14
"""umap-learn counts the row itself as one of 15."""
PEER = "umap-learn"
ROUNDS = 3
FRESH = """
import time; begin = time.process_time()
from tests.benchmarks.bench_umap import {drawn}, clustered
{drawn}(clustered(1000)[0])
print(time.process_time() - begin)
"""


def clustered(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Six families of four groups in 50 dimensions; each group has eight dimensions of its own and noise."""
    rng = np.random.default_rng(3)
    centres = rng.normal(0, 0.55, (6, 1, 50)) + rng.normal(0, 0.35, (6, 4, 50))
    spans = rng.normal(0, 1 / np.sqrt(8), (24, 8, 50))
    group = rng.integers(0, 24, n)
    own = np.einsum("ij,ijk->ik", rng.normal(size=(n, 8)), spans[group])
    values = centres.reshape(24, 50)[group] + own + rng.normal(0, 0.3, (n, 50))
    return values.astype(np.float32), group


def digits() -> tuple[np.ndarray, np.ndarray]:
    from sklearn.datasets import load_digits

    return load_digits().data.astype(np.float32), load_digits().target


def main_plane(vectors: np.ndarray) -> Points:
    centred = vectors - vectors.mean(0)
    return (centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T).astype(np.float32)


def ours(vectors: np.ndarray, watch: Watch = look_away) -> Points:
    near = Space(vectors, Metric.EUCLIDEAN).own_nearest(NEIGHBOURS)
    settings = UmapSettings(NEIGHBOURS)
    return umap(near.rows, -near.nearness, main_plane(vectors), settings, 0, watch).points


def theirs(vectors: np.ndarray) -> Points:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from umap import UMAP

        made = UMAP(n_neighbors=NEIGHBOURS + 1, random_state=0, n_jobs=1, init=main_plane(vectors))
        return np.asarray(made.fit_transform(vectors), np.float32)


def measure() -> list[Figure]:
    there = importlib.util.find_spec("umap") is not None
    figures = []
    for name, (vectors, group) in {
        "1,000 x 50": clustered(1000),
        "digits": digits(),
        "10,000 x 50": clustered(10_000),
    }.items():
        figures += _beside(name, vectors, group, there)
    figures += _fresh(there)
    figures += [_longest_step(n) for n in (10_000, 50_000)]
    return figures + _placed()


def _beside(name: str, vectors: np.ndarray, group: np.ndarray, there: bool) -> list[Figure]:
    maps: dict[Callable[..., Points], Points] = {ours: ours(vectors)}
    if there:
        maps[theirs] = theirs(vectors)  # compiled from here on
    taken = in_turn(*(lambda draw=draw: _seconds(draw, vectors) for draw in maps), rounds=ROUNDS)
    trusts = [_trust(vectors, points) for points in maps.values()]
    shapes = [_shape(vectors, points, group) for points in maps.values()]
    other = [*taken[1:], None][0], [*trusts[1:], None][0], [*shapes[1:], None][0]
    return [
        Figure(f"UMAP of {name}", taken[0], "s CPU", PEER, other[0], 0.7, of_ratio=True),
        Figure(f"untrustworthiness of {name}", 1 - trusts[0], "", PEER, other[1] and 1 - other[1]),
        Figure(f"… beyond that of {PEER}", (other[1] or trusts[0]) - trusts[0], "", limit=0.01),
        Figure(f"order of groups' distances in {name}", shapes[0], "rank corr.", PEER, other[2]),
    ]


def _seconds(draw: Callable[..., Points], vectors: np.ndarray) -> float:
    begin = time.process_time()
    draw(vectors)
    return time.process_time() - begin


def _trust(vectors: np.ndarray, points: Points) -> float:
    from sklearn.manifold import trustworthiness

    return float(trustworthiness(vectors, points, n_neighbors=12))


def _shape(vectors: np.ndarray, points: Points, group: np.ndarray) -> float:
    """How far the distances between the middles of the groups are in the same order on the map."""
    from scipy.spatial.distance import pdist
    from scipy.stats import spearmanr

    middles = [np.stack([values[group == one].mean(0) for one in set(group)]) for values in (vectors, points)]
    return float(spearmanr(*map(pdist, middles)).statistic)


def _fresh(there: bool) -> list[Figure]:
    """In a process that has drawn nothing yet, where umap-learn is compiled first."""
    taken = []
    for drawn in ("ours", "theirs") if there else ("ours",):
        code = FRESH.format(drawn=drawn)
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        taken.append(float(found.stdout))
    peer = taken[1] if there else None
    return [
        Figure("UMAP of 1,000 x 50 in a fresh process", taken[0], "s CPU", PEER, peer, 0.3, of_ratio=True)
    ]


def _longest_step(n: int) -> Figure:
    """So long a cancel may wait on a machine that does nothing else, without the search for neighbours."""
    vectors = np.random.default_rng(0).normal(size=(n, 3)).astype(np.float32)
    near = Space(vectors, Metric.EUCLIDEAN).own_nearest(NEIGHBOURS)
    moments = []

    def watch(done: int, *_: object) -> bool:
        moments.append(time.process_time())
        return done == 20

    umap(near.rows, -near.nearness, vectors[:, :2], UmapSettings(), 0, watch)
    steps = [after - before for before, after in pairwise(moments)]
    name = f"longest step of {n:,} (median {statistics.median(steps):.3f} s)"
    return Figure(name, max(steps), "s CPU", limit=0.2)


def _placed() -> list[Figure]:
    """A tenth left out and placed: the share of their 10 true neighbours that are so on the map."""
    figures = []
    for name, (vectors, _) in {"digits": digits(), "4,000 x 50": clustered(4000)}.items():
        new = np.random.default_rng(0).random(len(vectors)) < 0.1
        old = vectors[~new]
        near = Space(old, Metric.EUCLIDEAN).nearest(vectors[new], NEIGHBOURS + 1)
        together, points = ours(vectors), ours(old)
        found = place(near.rows, -near.nearness, points, 0)
        mean = points[near.rows[:, :10]].mean(1)
        drawn = _kept(together[new], together[~new], near.rows)
        kept = _kept(found, points, near.rows)
        figures.append(Figure(f"neighbours kept by placing, {name}", kept, "", "drawn with the rest", drawn))
        figures.append(Figure("… by the mean", _kept(mean, points, near.rows), ""))
    return figures


def _kept(placed: Points, points: Points, rows: np.ndarray) -> float:
    beside = Space(points, Metric.EUCLIDEAN).nearest(placed, 10).rows
    return float(np.mean([len({*a} & {*b}) / 10 for a, b in zip(beside, rows[:, :10], strict=True)]))
