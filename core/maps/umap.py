"""UMAP (McInnes, Healy and Melville 2018): neighbours pull each other, strangers push each other away.

The forces are those of the paper in expectation. There an edge is drawn more often the more it
weighs, and every end is moved at once; here all edges pull together, each by its weight, and the
push of strangers drawn at random is averaged. So many pulls at a time would overshoot: a step is
therefore not taken along the forces where the points are, but where they will be, as if the pulls
were springs. What is one body still moves as one, however stiff it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.maps.forming import Floats, Layout, Points, Watch, look_away
from core.maps.umap_graph import curve, graph, memberships

if TYPE_CHECKING:
    from scipy.sparse import csr_array

EXTENT = 10.0
"""How wide the start is made."""
JITTER = 1e-3
STRANGERS = 32
"""So many push a row in each epoch."""
STRANGERS_A_PULL = 5
"""Their push counts as if for each pull of a neighbour there were so many."""
MOST_PUSH = 4.0
TINY = 1e-12


@dataclass(frozen=True)
class UmapSettings:
    neighbours: int = 15
    min_dist: float = 0.1
    epochs: int | None = None
    """None: by size."""


def umap(
    rows: NDArray[np.int64],
    distances: Floats,
    start: Points,
    settings: UmapSettings,
    seed: int,
    watch: Watch = look_away,
) -> Layout:
    """`rows`, `distances`: (n, k), the nearest of each row without itself, -1 where there are fewer."""
    rng = np.random.default_rng(seed)
    epochs = settings.epochs or (300 if len(rows) <= 10_000 else 200)
    points = _spread(start, rng)
    rows, distances = rows[:, : settings.neighbours], distances[:, : settings.neighbours]
    if watch(0, epochs, points.copy):
        return Layout(points, 0, stopped=True)
    sure = memberships(rows, distances)
    if watch(0, epochs, points.copy):
        return Layout(points, 0, stopped=True)
    a, b = curve(settings.min_dist)
    springs = _Springs(graph(rows, sure), a, b, epochs)
    for epoch in range(epochs):
        step = np.float32(1 - epoch / epochs)
        forces = springs.pull(points)
        forces += springs.pushed_by * push(points, a, b, rng)
        points += springs.give_way(step * forces, step)
        if watch(epoch + 1, epochs, points.copy) and epoch + 1 < epochs:
            return Layout(points, epoch + 1, stopped=True)
    return Layout(points, epochs)


def push(points: Points, a: float, b: float, rng: np.random.Generator) -> Points:
    """The mean push of strangers on each point. All stand in a ring at random, and push the next few."""
    n = len(points)
    reach = min(STRANGERS // 2, n - 1)
    if reach < 1:
        return np.zeros_like(points)
    order = rng.permutation(n)
    ring = np.ascontiguousarray(points[order].T)
    ring = np.concatenate([ring, ring[:, :reach]], axis=1)
    pushed = np.zeros_like(ring)
    for ahead in range(1, reach + 1):
        away = ring[:, :n] - ring[:, ahead : ahead + n]
        squares = away[0] ** 2 + away[1] ** 2
        away *= 2 * b / ((0.001 + squares) * (1 + a * _power(squares + TINY, b)))
        np.clip(away, -MOST_PUSH, MOST_PUSH, out=away)
        pushed[:, :n] += away
        pushed[:, ahead : ahead + n] -= away
    pushed[:, :reach] += pushed[:, n:]
    found = np.empty_like(points)
    found[order] = pushed[:, :n].T / (2 * reach)
    return found


class _Springs:
    """The edges of the graph, each once. How stiff they are changes with every epoch."""

    def __init__(self, graph: csr_array, a: float, b: float, epochs: int) -> None:
        from scipy.sparse import csr_array, triu

        edges = triu(graph, 1, format="csr")
        top = max(edges.data.max(initial=0), TINY)
        edges.data[edges.data <= top / epochs] = 0
        edges.eliminate_zeros()
        self._a, self._b = a, b
        # Each end is drawn in its turn, and moves both.
        self._often = (2 * edges.data / top).astype(np.float32)
        self._tails = edges.indices
        self._edges_of_head = np.diff(edges.indptr)
        self._ahead = csr_array((self._often.copy(), edges.indices, edges.indptr), shape=edges.shape)
        self._back = self._ahead.T
        pulls = self._across(np.full((edges.shape[0], 1), 0.5, np.float32))
        self.pushed_by: Floats = np.float32(STRANGERS_A_PULL) * pulls
        """(n, 1): how many strangers push each row in an epoch."""
        self._stiffness = pulls

    def pull(self, points: Points) -> Points:
        """What the edges do to each point where it is now."""
        # numpy gathers one complex number ten times as fast as two floats.
        places = points.view(np.complex64)[:, 0]
        apart = np.repeat(places, self._edges_of_head) - places.take(self._tails)
        squares = apart.real**2 + apart.imag**2 + TINY
        powers = _power(squares, self._b)
        stiff = 2 * self._a * self._b * powers / (squares * (1 + self._a * powers))
        np.multiply(self._often, stiff, out=self._ahead.data)
        sums = self._across(np.concatenate([points, np.ones((len(points), 1), np.float32)], axis=1))
        self._stiffness = sums[:, 2:]
        pulled: Points = sums[:, :2] - self._stiffness * points
        return pulled

    def give_way(self, forces: Points, step: np.float32) -> Points:
        """The move that satisfies move = forces - step * (how the springs resist it): nearly, in two steps.

        First as if every neighbour stood still, then as far along what is left as is best.
        """
        damping: Floats = np.float32(1) / (1 + step * self._stiffness)
        move: Points = damping * forces
        rest: Points = forces - self._held(move, step)
        way: Points = damping * rest
        far = (rest * way).sum(0) / np.maximum((way * self._held(way, step)).sum(0), TINY)
        moved: Points = move + far * way
        return moved

    def _held(self, move: Points, step: np.float32) -> Points:
        held: Points = move + step * (self._stiffness * move - self._across(move))
        return held

    def _across(self, values: Floats) -> Floats:
        """For each row the sum over its neighbours, weighed by how stiff the edges are."""
        sums: Floats = self._ahead @ values + self._back @ values
        return sums


def _power(values: Floats, exponent: float) -> Floats:
    """Faster than `**` where a processor has no instructions for that."""
    powers: Floats = np.exp(exponent * np.log(values))
    return powers


def _spread(start: Points, rng: np.random.Generator) -> Points:
    """Around the origin, `EXTENT` wide, and never quite in one place, so that copies of a row can part."""
    if not len(start):
        return np.zeros((0, 2), np.float32)
    middle = start.astype(np.float64) - (start.min(0) + start.max(0)) / 2
    extent = np.ptp(middle, axis=0).max()
    if extent > 0:
        spread = middle * (EXTENT / extent) + rng.normal(0, JITTER, start.shape)
    else:
        spread = rng.uniform(-EXTENT / 2, EXTENT / 2, start.shape)
    return np.ascontiguousarray(spread, np.float32)
