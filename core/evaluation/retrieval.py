"""Whether a caption finds its own track among all of a pool: recall at k, median rank, reciprocal rank.

Who says the same of every track must come to chance, not to luck. So tracks that are
equally like a caption stand in every order at once, and each figure is over all of
these orders. Figures of pools that differ in size must not be compared; the size stands
beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.evaluation.draws import LEVEL, RESAMPLES, Draws, Floats, Rows, numbered
from core.evaluation.intervals import Score
from core.evaluation.sums import Sums, Totals, one, ratio, scored, share
from core.evaluation.wording import Counts, References, by_turns, checked, count_sequences, rarity, words
from core.progress import ShouldStop, never

RECALLS = (1, 5, 10)
ROWS = 512
"""Captions that are compared with all tracks at once."""
ROUNDING = 1e-9

ALL_FOUND = "there are no more tracks than that"
ONE_TRACK = "there is no other track to be mistaken for"

GIVEN = "the similarity that was given"
WORDING = "cosine of tf-idf with what people wrote of each track"


@dataclass(frozen=True)
class RetrievalScores:
    n: int
    """Captions that were asked with."""
    pool: int
    """Tracks to choose from."""
    groups: int | None
    """How many groups the intervals rest on; None where each caption stands alone."""
    figures: dict[str, Score | None]
    reasons: dict[str, str]
    """Why a figure is None."""
    chance: dict[str, float]
    """What the same caption for every track reaches, and guessing on average."""
    by: str
    """What a caption and a track are compared by."""


class RetrievalSample:
    """How many tracks of the pool are more like each caption than its own is, and how many as much."""

    def __init__(self, better: Rows, equal: Rows, pool: int) -> None:
        """`equal` counts the own track."""
        self.n, self.pool = len(better), pool
        self.spread = _spread(better, equal, pool)
        self.hits: Totals = {
            f"recall_at_{k}": np.clip((k - better) / equal, 0, 1) for k in RECALLS if k < pool
        }
        self.reasons = {f"recall_at_{k}": ALL_FOUND for k in RECALLS if k >= pool}
        if pool < 2:
            self.reasons |= dict.fromkeys(("median_rank", "mean_reciprocal_rank"), ONE_TRACK)
        passed = _harmonic(pool)
        reciprocal = (passed[better + equal] - passed[better]) / equal
        parts = {"tracks": np.ones(self.n), "mean_reciprocal_rank": reciprocal, **self.hits}
        self.sums = Sums({name: one(values) for name, values in parts.items()})

    def drawn(self, draws: Draws) -> Totals:
        medians = [_median(self.spread, counts[draws.group]) for counts in draws.counts()]
        return self.sums.drawn(draws) | {"median_rank": np.concatenate(medians)[None]}

    def figures(self, totals: Totals) -> Totals:
        found = {name: values[0] / totals["tracks"][0] for name, values in totals.items()}
        found["median_rank"] = totals["median_rank"][0]
        return {name: values for name, values in found.items() if name not in {"tracks", *self.reasons}}

    def chance(self) -> dict[str, float]:
        found = {f"recall_at_{k}": min(k / self.pool, 1.0) for k in RECALLS}
        reciprocal = float(_harmonic(self.pool)[-1]) / self.pool
        return found | {"median_rank": (self.pool + 1) / 2, "mean_reciprocal_rank": reciprocal}


def retrieval_scores(
    similarity: NDArray[np.floating],
    *,
    own: Rows | None = None,
    by: str = GIVEN,
    groups: Rows | None = None,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> RetrievalScores:
    """From the similarity of each caption and each track (captions, tracks): the higher, the more alike.

    `own` is the track of each caption; without it the first caption is of the first track, and so on.
    `groups`, the artists say, are of the captions and drawn whole; below zero stands for a caption by
    itself. The pool stays as it is on every resample.
    """
    given, own = _checked(similarity, own)
    sample = RetrievalSample(*_before(given, own), given.shape[1])
    draws = Draws(numbered(groups, sample.n), seed, resamples, should_stop)
    return _scores(sample, by, draws, level, grouped=groups is not None)


def text_retrieval_scores(
    said: Sequence[str],
    references: References,
    *,
    groups: Rows | None = None,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> RetrievalScores:
    """The same where nothing hears and reads: by the words that a caption shares with those of people."""
    sample = text_retrieval_sample(said, references, should_stop)
    draws = Draws(numbered(groups, sample.n), seed, resamples, should_stop)
    return _scores(sample, WORDING, draws, level, grouped=groups is not None)


def text_retrieval_sample(
    said: Sequence[str], references: References, should_stop: ShouldStop = never
) -> RetrievalSample:
    checked(said, references)
    placed, start = [], 0
    for block in _blocks(said, references, should_stop):
        placed.append(_before(block, start + np.arange(len(block))))
        start += len(block)
    better, equal = (np.concatenate(each) for each in zip(*placed, strict=True))
    return RetrievalSample(better, equal, len(said))


def text_similarity(said: Sequence[str], references: References, should_stop: ShouldStop = never) -> Floats:
    """(captions, tracks): the mean cosine of tf-idf of a caption with what people wrote of a track.

    A word counts the more, the fewer tracks have it in a reference.
    """
    checked(said, references)
    return np.concatenate(list(_blocks(said, references, should_stop)))


def _blocks(said: Sequence[str], references: References, should_stop: ShouldStop) -> Iterator[Floats]:
    n, turns = len(said), by_turns(references)
    theirs = [words(text) for of_one in references for text in of_one]
    counts = count_sequences([*(words(text) for text in said), *theirs, []], 1)[0]
    unit = _unit(counts.multiply(rarity(counts[n:], turns)[None]).tocsr())
    meant = sum(unit[n:][turn] for turn in turns)
    shares = 1 / np.array([len(of_one) for of_one in references])
    meant = meant.multiply(shares[:, None]).tocsr().T
    for start in range(0, n, ROWS):
        if should_stop():
            raise Interrupted
        yield (unit[start : min(start + ROWS, n)] @ meant).toarray()


def _unit(counts: Counts) -> Counts:
    norm = np.sqrt(counts.power(2).sum(1))
    return counts.multiply(np.nan_to_num(ratio(np.ones(len(norm)), norm))[:, None]).tocsr()


def _before(similarity: Floats, own: Rows) -> tuple[Rows, Rows]:
    """For each caption the tracks that are more like it than its own, and those as much, its own included."""
    mine = similarity[np.arange(len(own)), own][:, None]
    return (similarity > mine).sum(1), (similarity == mine).sum(1)


def _scores(
    sample: RetrievalSample, by: str, draws: Draws, level: float, *, grouped: bool
) -> RetrievalScores:
    totals = sample.drawn(draws)
    groups = draws.groups if grouped else None
    figures: dict[str, Score | None] = dict.fromkeys(sample.reasons)
    for name, found in sample.figures(totals).items():
        figures[name] = scored(found, sample.n, level)
        if name in sample.hits and set(np.unique(sample.hits[name])) <= {0.0, 1.0}:
            figures[name] = share(totals[name][0], totals["tracks"][0], groups, level)
    return RetrievalScores(sample.n, sample.pool, groups, figures, sample.reasons, sample.chance(), by)


def _harmonic(n: int) -> Floats:
    """(n + 1,): 1 + 1/2 + … so far."""
    return np.append(0.0, np.cumsum(1 / np.arange(1, n + 1)))


def _spread(better: Rows, equal: Rows, pool: int) -> Counts:
    """(pool + 1, captions): by how much a caption's share of a rank is greater than of the rank before."""
    from scipy.sparse import coo_array

    n, part = np.arange(len(better)), 1 / equal
    rows = np.concatenate([better, better + equal])
    entries = np.concatenate([part, -part]), (rows, np.tile(n, 2))
    return coo_array(entries, shape=(pool + 1, len(n))).tocsr()


def _median(spread: Counts, weights: Floats) -> Floats:
    """Of each resample; between two middle ranks the mean."""
    passed = np.cumsum(np.cumsum(spread @ weights, axis=0), axis=0)
    half = weights.sum(0) / 2
    lower, upper = (passed >= half - ROUNDING).argmax(0), (passed > half + ROUNDING).argmax(0)
    middle: Floats = 1 + (lower + upper) / 2
    return middle


def _checked(similarity: NDArray[np.floating], own: Rows | None) -> tuple[Floats, Rows]:
    given = np.asarray(similarity, np.float64)
    if given.ndim != 2 or not given.size:
        raise ValueError(f"similarities of shape {given.shape}: captions down and tracks across are wanted")
    if own is None and len(given) != given.shape[1]:
        raise ValueError(f"{len(given)} captions and {given.shape[1]} tracks: whose caption is which?")
    own = np.arange(len(given)) if own is None else np.asarray(own)
    if len(own) != len(given) or own.min() < 0 or own.max() >= given.shape[1]:
        raise ValueError(f"each of {len(given)} captions wants one of {given.shape[1]} tracks as its own")
    unknown = int((~np.isfinite(given)).any(1).sum())
    if unknown:
        raise ValueError(f"{unknown} of {len(given)} captions have similarities that are no numbers")
    return given, own
