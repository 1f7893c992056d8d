"""An index for very many vectors: cells around centres, of which a question opens only the nearest.

Chosen over a graph of neighbours (usearch) because a collection changes with
every scan: cells are built in a fiftieth of the time. How many of the true
neighbours they find is measured on the vectors themselves, not promised.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.neighbours.best import Mask, Rows, choose
from core.neighbours.search import Nearest, Space
from core.progress import ShouldStop, never

PER_CELL = 32
"""Rows that its centre is the mean of, on average: more make it no better."""
ROUNDS = 6
ASKED = 512
"""Rows that ask for their neighbours to see how many cells must be opened."""
K = 10
WANTED = 0.995
MOST = 0.25
"""Of all cells; where more must be opened, the index is not worth its trouble."""


@dataclass(frozen=True)
class Cells:
    """Rows `begins[i]` to `begins[i + 1]` of a space lie in the cell around centre i."""

    space: Space
    centres: Space
    begins: Rows
    opened: int
    recall: float
    """Of the ten nearest of rows that had no say in `opened`, so many were found."""

    def nearest(self, query: NDArray[np.floating], k: int, allowed: Mask) -> Nearest:
        """Of one query, in one row."""
        asked = np.asarray(query, np.float32)
        near = choose(self.centres.nearness(asked), self.opened)
        near.sort()
        rows = np.concatenate([np.arange(self.begins[i], self.begins[i + 1]) for i in near])
        scores = np.concatenate(
            [self.space.nearness(asked, slice(self.begins[i], self.begins[i + 1])) for i in near]
        )
        best = choose(scores, k, allowed=allowed[rows])
        return Nearest(rows[best][None], scores[best][None])


def build(space: Space, *, seed: int = 0, should_stop: ShouldStop = never) -> tuple[Cells, Rows] | None:
    """The index, and the order into which it has brought the rows; None, and all as it was, if none helps."""
    chance = np.random.default_rng(seed)
    centres = _centres(space, chance, should_stop)
    cell_of = centres.nearest(space.vectors, 1, should_stop=should_stop).rows[:, 0]
    opened, recall = _measured(space, centres, cell_of, chance, should_stop)
    if opened > MOST * len(centres):
        return None
    order = np.argsort(cell_of, kind="stable")
    space.reorder(order)
    begins = np.concatenate([[0], np.bincount(cell_of, minlength=len(centres)).cumsum()])
    return Cells(space, centres, begins, opened, recall), order


def _centres(space: Space, chance: np.random.Generator, should_stop: ShouldStop) -> Space:
    """About as many as there are rows in a cell, by k-means over a sample."""
    number = max(round(len(space) ** 0.5), 1)
    sample = space.vectors[np.sort(chance.permutation(len(space))[: PER_CELL * number])]
    values = sample[chance.permutation(len(sample))[:number]]
    for _ in range(ROUNDS):
        cell_of = Space(values, space.metric).nearest(sample, 1, should_stop=should_stop).rows[:, 0]
        counts = np.bincount(cell_of, minlength=number)
        begins = np.concatenate([[0], counts.cumsum()[:-1]])
        sums = np.add.reduceat(sample[np.argsort(cell_of, kind="stable")], begins[counts > 0], axis=0)
        values[counts > 0] = sums / counts[counts > 0, None]
    return Space(values, space.metric)


def _measured(
    space: Space, centres: Space, cell_of: Rows, chance: np.random.Generator, should_stop: ShouldStop
) -> tuple[int, float]:
    """How many cells one half of those who ask must open, and the share that the other half then finds."""
    asked = chance.permutation(len(space))[:ASKED]
    true = space.nearest(space.vectors[asked], K, without=asked, should_stop=should_stop).rows
    order = np.argsort(-centres.nearness_of(space.vectors[asked]), 1)
    place_of = np.argsort(order, 1)
    places = np.take_along_axis(place_of, cell_of[true], 1)
    opened = int(np.quantile(places[::2], WANTED, method="higher")) + 1
    return opened, float((places[1::2] < opened).mean())
