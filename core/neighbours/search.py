"""The nearest rows of a matrix, exactly: products in blocks, and only what beats the worst so far is kept.

Neighbours are near in the full space, never on a map. Ties go to the lower
row, so that the same question always has the same answer.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted, RequestProblem
from core.neighbours.best import NONE, STRIP, Best, Floats, Found, Mask, Rows
from core.progress import Progress, ShouldStop, Step, ignore, never

__all__ = ["NONE", "Floats", "Mask", "Metric", "Nearest", "Rows", "Space", "unit"]

Task = tuple[int, int, Floats]
"""The number of a part of the queries, the first row of a block, and the queries."""
Looked = tuple[int, Found]
Each = Callable[[Callable[[Task], Looked], Iterable[Task]], Iterable[Looked]]

QUERY_BLOCK = 1024
BLOCK = 1 << 20
"""So many scores are worked out at once."""
BLOCK_ROWS = 1 << 18
ALL = slice(None)
FEW = 16
"""So few queries wait for memory, not for arithmetic: BLAS is left to itself."""


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
        self.squares = np.einsum("ij,ij->i", self.vectors, self.vectors)

    def __len__(self) -> int:
        return len(self.vectors)

    def nearness(self, query: NDArray[np.floating], rows: slice | Rows = ALL) -> Floats:
        """Of every row, or of some, to one query."""
        wanted = self.ready(np.asarray(query, np.float32)[None])[0]
        if rows is ALL:
            scores: Floats = self.vectors @ wanted
        else:
            # For few rows, threads wait for each other longer than they work.
            scores = np.einsum("ij,j->i", self.vectors[rows], wanted)
        if self.metric == Metric.EUCLIDEAN:
            scores = -np.sqrt(np.maximum(self.squares[rows] + wanted @ wanted - 2 * scores, 0))
        return scores

    def nearness_of(self, queries: NDArray[np.floating]) -> Floats:
        """(queries, rows): of every row to each."""
        wanted = self.ready(np.asarray(queries, np.float32))
        scores: Floats = wanted @ self.vectors.T
        if self.metric == Metric.EUCLIDEAN:
            scores *= -2
            scores += self.squares
            scores += np.einsum("ij,ij->i", wanted, wanted)[:, None]
            np.sqrt(np.maximum(scores, 0, out=scores), out=scores)
            np.negative(scores, out=scores)
        return scores

    def nearest(
        self,
        queries: NDArray[np.floating],
        k: int,
        *,
        allowed: Mask | None = None,
        without: Rows | None = None,
        progress: Progress = ignore,
        should_stop: ShouldStop = never,
    ) -> Nearest:
        """The k nearest of each query; `without` names one row for each that does not count, as itself."""
        asked = np.asarray(queries, np.float32)
        found = Nearest(np.full((len(asked), k), NONE), np.full((len(asked), k), -np.inf, np.float32))
        if not k or not len(self):
            return found
        parts = [slice(start, start + QUERY_BLOCK) for start in range(0, len(asked), QUERY_BLOCK)]
        bests = [Best(found.rows[part], found.nearness[part]) for part in parts]
        blocks = _Blocks(self, min(len(asked), QUERY_BLOCK), bests, allowed, without)
        tasks = blocks.tasks(asked[part] for part in parts)
        with _side_by_side(len(asked) > FEW) as each:
            for part, better in each(blocks.look, tasks):
                if should_stop():
                    raise Interrupted
                bests[part].take(better)
                progress(Step(part, len(parts)))
        if self.metric == Metric.EUCLIDEAN:
            lengths = np.einsum("ij,ij->i", asked, asked)[:, None]
            found.nearness[:] = -np.sqrt(np.maximum(lengths - found.nearness, 0))
        return found

    def own_nearest(self, k: int, *, progress: Progress = ignore, should_stop: ShouldStop = never) -> Nearest:
        """Of every row, without itself."""
        return self.nearest(
            self.vectors, k, without=np.arange(len(self)), progress=progress, should_stop=should_stop
        )

    def ready(self, queries: Floats) -> Floats:
        """As the vectors are."""
        if queries.shape[1] != self.vectors.shape[1]:
            raise RequestProblem(
                f"A query of {queries.shape[1]} values does not fit vectors of {self.vectors.shape[1]}.",
                "Ask with the encoder that made them.",
            )
        return unit(queries) if self.metric == Metric.COSINE else queries

    def reorder(self, order: Rows) -> None:
        self.vectors, self.squares = self.vectors[order], self.squares[order]


class _Blocks:
    """Every part of the queries against every block of rows, in that order; any thread may look at any."""

    def __init__(
        self, space: Space, queries: int, bests: list[Best], allowed: Mask | None, without: Rows | None
    ) -> None:
        """`queries` is how many there are in a part, at most."""
        self._space, self._queries, self._bests = space, queries, bests
        self._allowed, self._without = allowed, without
        self._size = _whole(max(min(BLOCK // max(queries, 1), BLOCK_ROWS, len(space)), 1))
        self._room = threading.local()

    def tasks(self, parts: Iterable[Floats]) -> Iterator[Task]:
        for number, part in enumerate(parts):
            ready = self._space.ready(part)
            for start in range(0, len(self._space), self._size):
                yield number, start, ready

    def look(self, task: Task) -> tuple[int, Found]:
        part, start, queries = task
        scores = self._scores(queries, start)
        end = start + self._size
        if self._allowed is not None:
            scores[: len(self._allowed) - start][~self._allowed[start:end]] = -np.inf
        if self._without is not None:
            without = self._without[part * QUERY_BLOCK :][: len(queries)]
            own = np.flatnonzero((without >= start) & (without < end))
            scores[without[own] - start, own] = -np.inf
        return part, self._bests[part].better(scores, start)

    def _scores(self, queries: Floats, start: int) -> Floats:
        """(rows in whole strips, queries); rows that are not there score below all."""
        rows = self._space.vectors[start : start + self._size]
        if not hasattr(self._room, "scores"):
            self._room.scores = np.empty(self._size * self._queries, np.float32)
        scores: Floats = self._room.scores[: _whole(len(rows)) * len(queries)].reshape(-1, len(queries))
        there = scores[: len(rows)]
        if len(queries) == 1:
            np.matmul(rows, queries[0], out=there[:, 0])
        else:
            np.matmul(rows, queries.T, out=there)
        if self._space.metric == Metric.EUCLIDEAN:
            there *= 2
            there -= self._space.squares[start : start + len(rows), None]
        scores[len(rows) :] = -np.inf
        return scores


def _whole(rows: int) -> int:
    """So many rows or a few more, in whole strips."""
    return -(-rows // STRIP) * STRIP


@contextlib.contextmanager
def _side_by_side(many: bool) -> Iterator[Each]:
    """A `map` that keeps the order. With many queries it has as many threads as BLAS, each with a product of
    its own: so choosing is done side by side, too, and nobody waits for the others after every block.
    """
    if not many:
        yield map
        return
    from threadpoolctl import ThreadpoolController

    blas = ThreadpoolController().select(user_api="blas")
    threads = max((library.num_threads for library in blas.lib_controllers), default=1)

    def each(look: Callable[[Task], Looked], tasks: Iterable[Task]) -> Iterator[Looked]:
        """No more is begun than is needed to keep all busy, so that a wish to stop is heard soon."""
        begun = deque[Future[Looked]]()
        for task in tasks:
            begun.append(pool.submit(look, task))
            if len(begun) > 2 * threads:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()

    with blas.limit(limits=1), ThreadPoolExecutor(threads) as pool:
        try:
            yield each
        finally:
            pool.shutdown(cancel_futures=True)


def unit(vectors: Floats) -> Floats:
    """Of length 1; a zero vector stays one."""
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64)).astype(np.float32)
    same: Floats = np.divide(vectors, np.where(lengths > 0, lengths, 1)[:, None], dtype=np.float32)
    return same
