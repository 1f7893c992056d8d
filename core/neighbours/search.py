"""The nearest rows of a matrix, exactly: blocked products, and only what beats the worst so far is looked at.

Neighbours are near in the full space, never on a map. Ties go to the lower
row, so that the same question always has the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

QUERY_BLOCK = 256
BLOCK = 1 << 20
"""So many scores are worked out at once."""
NONE = -1
"""Stands for a row where there are fewer neighbours than asked for."""


class Metric(StrEnum):
    COSINE = "cosine"
    EUCLIDEAN = "euclidean"


@dataclass(frozen=True)
class Nearest:
    """The nearest first. `nearness` is the cosine, or the distance below zero: more is always nearer."""

    rows: Rows
    """(queries, k); `NONE` where there are no more."""
    nearness: Floats


class Space:
    """Vectors made ready to be searched. Cosine gives all the same length; a zero vector is near nothing."""

    def __init__(self, vectors: NDArray[np.floating], metric: Metric = Metric.COSINE) -> None:
        values = np.ascontiguousarray(vectors, np.float32)
        if values.ndim != 2:
            raise ValueError(f"vectors of shape {values.shape}")
        if not np.isfinite(values).all():
            raise RequestProblem(
                "Some vectors hold values that are no numbers.", "Encode these tracks again."
            )
        self.metric = metric
        self.vectors = unit(values) if metric == Metric.COSINE else values
        self._squares = np.einsum("ij,ij->i", self.vectors, self.vectors)

    def __len__(self) -> int:
        return len(self.vectors)

    def nearness(self, query: NDArray[np.floating]) -> Floats:
        """Of every row to one query."""
        wanted = self._ready(np.asarray(query, np.float32)[None])[0]
        scores: Floats = self.vectors @ wanted
        if self.metric == Metric.EUCLIDEAN:
            scores = -np.sqrt(np.maximum(self._squares + wanted @ wanted - 2 * scores, 0))
        return scores

    def nearest(
        self,
        queries: NDArray[np.floating],
        k: int,
        *,
        allowed: Mask | None = None,
        without: Rows | None = None,
    ) -> Nearest:
        """The k nearest of each query; `without` names one row for each that does not count, as itself."""
        ready = self._ready(np.asarray(queries, np.float32))
        found = [
            self._block(
                ready[start : start + QUERY_BLOCK],
                k,
                allowed,
                None if without is None else without[start : start + QUERY_BLOCK],
            )
            for start in range(0, len(ready), QUERY_BLOCK)
        ]
        if not found:
            return Nearest(np.zeros((0, k), np.int64), np.zeros((0, k), np.float32))
        return Nearest(
            np.concatenate([rows for rows, _ in found]), np.concatenate([scores for _, scores in found])
        )

    def own_nearest(self, k: int) -> Nearest:
        """Of every row, without itself."""
        return self.nearest(self.vectors, k, without=np.arange(len(self)))

    def _ready(self, queries: Floats) -> Floats:
        if queries.shape[1] != self.vectors.shape[1]:
            raise RequestProblem(
                f"A query of {queries.shape[1]} values does not fit vectors of {self.vectors.shape[1]}.",
                "Ask with the encoder that made them.",
            )
        return unit(queries) if self.metric == Metric.COSINE else queries

    def _block(
        self, queries: Floats, k: int, allowed: Mask | None, without: Rows | None
    ) -> tuple[Rows, Floats]:
        best = _Best(len(queries), k)
        lengths = np.einsum("ij,ij->i", queries, queries)
        size = max(BLOCK // max(len(queries), 1), 1)
        for start in range(0, len(self), size):
            stop = min(start + size, len(self))
            scores = queries @ self.vectors[start:stop].T
            if self.metric == Metric.EUCLIDEAN:
                scores = 2 * scores - self._squares[start:stop] - lengths[:, None]
            if allowed is not None:
                scores[:, ~allowed[start:stop]] = -np.inf
            if without is not None:
                own = np.flatnonzero((without >= start) & (without < stop))
                scores[own, without[own] - start] = -np.inf
            best.take(scores, start)
        rows, scores = best.rows, best.scores
        if self.metric == Metric.EUCLIDEAN:
            scores = -np.sqrt(np.maximum(-scores, 0))
        return rows, scores


class _Best:
    """The k best of each query so far. What is no better than the worst of them is passed over unsorted."""

    def __init__(self, queries: int, k: int) -> None:
        self.rows = np.full((queries, k), NONE, np.int64)
        self.scores = np.full((queries, k), -np.inf, np.float32)

    def take(self, scores: Floats, first_row: int) -> None:
        k = self.scores.shape[1]
        if not k:
            return
        worst = self.scores[:, -1:]
        better = scores > worst
        if scores.shape[1] > k and np.isneginf(worst).any():
            # Empty places take anything: the block's own k best are enough, and what equals the last of them.
            better &= scores >= np.partition(scores, -k, axis=1)[:, -k, None]
        queries, places = np.nonzero(better)
        if len(queries):
            self._merge(queries, first_row + places, scores[queries, places])

    def _merge(self, queries: Rows, rows: Rows, scores: Floats) -> None:
        k = self.scores.shape[1]
        touched = np.unique(queries)
        old = np.repeat(touched, k)
        all_queries = np.concatenate([old, queries])
        all_rows = np.concatenate([self.rows[touched].ravel(), rows])
        all_scores = np.concatenate([self.scores[touched].ravel(), scores])
        order = np.lexsort(
            (np.where(all_rows == NONE, np.iinfo(np.int64).max, all_rows), -all_scores, all_queries)
        )
        all_queries = all_queries[order]
        begins = np.searchsorted(all_queries, touched)
        rank = np.arange(len(order)) - np.repeat(begins, np.diff([*begins, len(order)]))
        kept = rank < k
        self.rows[all_queries[kept], rank[kept]] = all_rows[order][kept]
        self.scores[all_queries[kept], rank[kept]] = all_scores[order][kept]


def unit(vectors: Floats) -> Floats:
    """Of length 1; a zero vector stays one."""
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64)).astype(np.float32)
    same: Floats = np.divide(vectors, np.where(lengths > 0, lengths, 1)[:, None], dtype=np.float32)
    return same
