"""Draws the points of a map by its method: what the jobs `map` and `stability` have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from core.embedding.components import Components, components
from core.maps.forming import Floats, Layout, Points, Watch
from core.neighbours import Metric, Space
from core.neighbours.search import unit
from core.progress import Progress, ShouldStop, ignore, never

REDUCED = 50
"""Dimensions that t-SNE and UMAP look at: the principal components of what is compared."""
FEWEST = 4
"""Fewer tracks lie as PCA puts them."""


@dataclass(frozen=True)
class Way:
    """How a map is drawn. The settings are those of `MapRequest`."""

    method: str
    metric: str = "cosine"
    perplexity: float = 30.0
    neighbours: int = 15
    min_dist: float = 0.1
    workers: int = 1


@dataclass(frozen=True)
class Ground:
    """What is drawn: the values, and for t-SNE and UMAP who is near whom in them."""

    way: Way
    main: Components
    start: Points
    """By PCA."""
    rows: np.ndarray = field(default_factory=lambda: np.zeros((0, 0), np.int64))
    distances: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))


def prepare(
    values: Floats,
    way: Way,
    *,
    show: Callable[[Points], None] = lambda points: None,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> Ground:
    """`show` gets the first map, that of PCA, before the long search for neighbours."""
    if way.method == "pca" or len(values) < FEWEST:
        main = components(values, 2, should_stop)
        return Ground(way, main, _plane(main(values)))
    compared = unit(values) if way.metric == Metric.COSINE else values
    main = components(compared, REDUCED, should_stop)
    less = main(compared)
    show(_plane(less))
    wanted = min(_wanted(way), len(values) - 1)
    near = Space(less, Metric.EUCLIDEAN).own_nearest(wanted, progress=progress, should_stop=should_stop)
    return Ground(way, main, _plane(less), near.rows, -near.nearness)


def form(ground: Ground, seed: int, watch: Watch, start: Points | None = None) -> Layout:
    """`start` stands in for PCA's, as the points of another map."""
    begun, way = ground.start if start is None else start, ground.way
    if way.method == "pca" or len(begun) < FEWEST:
        watch(1, 1, ground.start.copy)
        return Layout(ground.start, 1)
    if way.method == "tsne":
        from core.maps.tsne import TsneSettings, tsne

        settings = TsneSettings(way.perplexity)
        return tsne(ground.rows, ground.distances, begun, settings, seed, watch, way.workers)
    from core.maps.umap import UmapSettings, umap

    return umap(ground.rows, ground.distances, begun, UmapSettings(way.neighbours, way.min_dist), seed, watch)


def random_start(n: int, seed: int) -> Points:
    """What a map would be drawn from that knows nothing of PCA."""
    return np.random.default_rng(seed).normal(size=(n, 2)).astype(np.float32)


def _wanted(way: Way) -> int:
    from core.maps.tsne import neighbours_wanted

    return neighbours_wanted(way.perplexity) if way.method == "tsne" else way.neighbours


def _plane(values: Floats) -> Points:
    """The first two; a single dimension lies on a line."""
    points = np.zeros((len(values), 2), np.float32)
    points[:, : min(values.shape[1], 2)] = values[:, :2]
    return points
