"""t-SNE, ours: watched at every step, stopped at any, and the same map for the same seed on one machine.

The exaggeration of the pull is let down step by step, not dropped at once: on
clustered vectors that found maps of a lower divergence than 250 steps at 12
(see `tests/benchmarks/bench_maps.py` for the peers).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.maps.affinities import Pull
from core.maps.forming import Floats, Layout, Points, Watch, look_away
from core.maps.mesh import Mesh
from core.maps.request import usable_perplexity
from core.neighbours.search import Rows

START_DEVIATION = 1e-4
EXAGGERATION = 4.0
EXAGGERATED_STEPS = 200
MOST_STEPS = 1000
CHECK_STEPS = 50
LEAST_GAIN = 0.005
"""It has formed when `CHECK_STEPS` bring the divergence down by less than this share."""
MOMENTUM = 0.8


@dataclass(frozen=True)
class TsneSettings:
    perplexity: float = 30.0
    """About how many neighbours pull at each point."""


def neighbours_wanted(perplexity: float) -> int:
    return int(3 * perplexity)


def tsne(
    rows: Rows,
    distances: Floats,
    start: Points,
    settings: TsneSettings,
    seed: int,
    watch: Watch = look_away,
    workers: int = 1,
) -> Layout:
    """From the nearest of each row without itself, the nearest first, and where the rows lie at the start."""
    n = len(start)
    points = _begin(start, seed)
    if n < 4:
        return Layout(points, 0)
    perplexity = usable_perplexity(settings.perplexity, n)
    pull = Pull(rows, distances, perplexity, workers)
    try:
        layout, divergence = _form(pull, Mesh(workers), points, watch)
    finally:
        pull.close()
    return replace(layout, figures={"divergence": divergence, "perplexity": perplexity})


def _form(pull: Pull, mesh: Mesh, points: Points, watch: Watch) -> tuple[Layout, float]:
    """And its divergence."""
    speed, gains = np.zeros_like(points), np.ones_like(points)
    divergence, step, stopped = np.inf, 0, False
    for step in range(1, MOST_STEPS + 1):
        factor = exaggeration(step - 1)
        push, whole = mesh.push(points)
        slope = np.float32(factor) * pull.forces(points) - push / np.float32(max(whole, 1e-12))
        gains = np.maximum(np.where(slope * speed < 0, gains + 0.2, gains * 0.8), 0.01).astype(np.float32)
        speed = np.float32(MOMENTUM) * speed - np.float32(len(points) / factor) * gains * slope
        points = points + speed
        points -= points.mean(0)
        if step % CHECK_STEPS == 0 and step > EXAGGERATED_STEPS:
            before, divergence = divergence, pull.divergence(points, whole)
            if before - divergence < LEAST_GAIN * abs(divergence):
                break
        stopped = watch(step, MOST_STEPS, points.copy)
        if stopped:
            break
    return Layout(points, step, stopped), pull.divergence(points, mesh.push(points)[1])


def exaggeration(step: int) -> float:
    return max(EXAGGERATION - (EXAGGERATION - 1) * step / EXAGGERATED_STEPS, 1.0)


def _begin(start: Points, seed: int) -> Points:
    """The start, small, and shaken a little, so that equal points come apart."""
    points = start - start.mean(0) if len(start) else start
    deviation = float(points[:, 0].std()) if len(start) else 0.0
    scaled = points * (START_DEVIATION / deviation if deviation > 0 else 0.0)
    shaken = np.random.default_rng(seed).normal(scale=START_DEVIATION / 100, size=scaled.shape)
    begun: Points = (scaled + shaken).astype(np.float32)
    return begun
