"""Keeps the k best of each query while blocks of scores come by; what cannot be among them is hardly touched.

A block is looked at strip by strip: only where the best of a strip beats the
worst that is kept are its values read at all. Sorting, which costs most, is
left for a few in a thousand.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

STRIP = 32
NONE = -1
"""Stands for a row where there are fewer neighbours than asked for."""

Found = tuple[Rows, Rows, Floats]
"""(query, row, score), side by side."""


class Best:
    """The k best of each query so far, the best first; of equal ones the lower row.

    `rows` and `scores` (queries, k) are filled in place; they begin with `NONE` and what is below all.
    """

    def __init__(self, rows: Rows, scores: Floats) -> None:
        self.rows = rows
        self.scores = scores

    def better(self, scores: Floats, first_row: int) -> Found:
        """What of a block (rows in whole strips, queries) may have to be taken. Changes nothing.

        Several threads may look at blocks while earlier ones are taken: what is kept only gets better.
        """
        k = self.scores.shape[1]
        strips = scores.reshape(-1, STRIP, scores.shape[1])
        tops = strips.max(1)
        worst = self.scores[:, -1]
        if len(scores) > k and np.isneginf(worst).any():
            # Empty places take anything: the block's own k best are enough. The best of k strips are k rows.
            level = np.partition(tops if len(tops) >= k else scores, -k, axis=0)[-k]
            worst = np.maximum(worst, np.nextafter(level, np.float32(-np.inf)))
        strip, query = np.nonzero(tops > worst)
        values = strips[strip, :, query]
        which, place = np.nonzero(values > worst[query, None])
        return query[which], first_row + strip[which] * STRIP + place, values[which, place]

    def take(self, found: Found) -> None:
        """In the order of the blocks, so that equal rows stay in theirs."""
        queries, rows, scores = found
        if not len(queries):
            return
        k = self.scores.shape[1]
        touched = np.unique(queries)
        all_queries = np.concatenate([np.repeat(touched, k), queries])
        all_rows = np.concatenate([self.rows[touched].ravel(), rows])
        all_scores = np.concatenate([self.scores[touched].ravel(), scores])
        last = np.where(all_rows == NONE, np.iinfo(np.int64).max, all_rows)
        order = np.lexsort((last, -all_scores, all_queries))
        all_queries = all_queries[order]
        rank = ranks(all_queries)
        kept = rank < k
        self.rows[all_queries[kept], rank[kept]] = all_rows[order][kept]
        self.scores[all_queries[kept], rank[kept]] = all_scores[order][kept]


def ranks(sorted_queries: Rows) -> Rows:
    """The place of each entry among those of its query, from 0."""
    begins = np.flatnonzero(np.diff(sorted_queries, prepend=-1))
    lengths = np.diff(np.append(begins, len(sorted_queries)))
    found: Rows = np.arange(len(sorted_queries)) - np.repeat(begins, lengths)
    return found


def choose(nearness: Floats, k: int, *, allowed: Mask | None = None) -> Rows:
    """The best rows of one query, from its nearness to every row."""
    order = np.argsort(-nearness, kind="stable")
    if allowed is not None:
        order = order[allowed[order]]
    return order[~np.isneginf(nearness[order])][:k]
