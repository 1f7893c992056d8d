"""How well tags were told, each by itself: ROC-AUC and average precision (PR-AUC).

A tag that all tracks of the part carry, or none, cannot be told apart from anything:
it is left out of the macro figures, and counted. The micro figures ask of every pair
of a track and a tag, and need no such rule.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.draws import LEVEL, Draws, Floats, Rows, numbered
from core.evaluation.intervals import Score
from core.evaluation.ranks import Mask, Ranking
from core.evaluation.sums import Totals, mean_of_known, scored
from core.progress import ShouldStop, never

TAG_RESAMPLES = 500
"""Fewer than elsewhere: each is as many orders as there are tags, and one of all pairs."""
AT_ONCE = 1 << 16
"""Numbers held for the tracks of a block: as many as stay close to the processor."""
PAIRS_AT_ONCE = 1 << 19

NO_TRACK = "no track of the part carries it"
EVERY_TRACK = "every track of the part carries it"
NO_TAG = "no tag is carried by some tracks of the part and not by others"


@dataclass(frozen=True)
class OneTag:
    """What is None is explained by `reason`."""

    n: int
    positives: int
    """Tracks that carry it. Their share is the average precision that chance gives."""
    roc_auc: Score | None
    average_precision: Score | None
    reason: str = ""


@dataclass(frozen=True)
class TagScores:
    n: int
    groups: int | None
    """How many groups the intervals rest on; None where each track stands alone."""
    figures: dict[str, Score | None]
    reasons: dict[str, str]
    """Why a figure is None."""
    tags: tuple[OneTag, ...]
    left_out: tuple[int, ...]
    """Tags that have no share in the macro figures."""


class TagSample:
    """Truth and scores of each tag, put in order."""

    def __init__(self, truth: Mask, scores: NDArray[np.floating]) -> None:
        self.truth, self.scores = _checked(truth, scores)
        self.n = len(self.truth)
        positives = self.truth.sum(0)
        self.counted: Rows = np.flatnonzero((positives > 0) & (positives < self.n))
        self.reasons: dict[str, str] = {}
        if not len(self.counted):
            self.reasons = dict.fromkeys(("macro_roc_auc", "macro_average_precision"), NO_TAG)
        if self.truth.all() or not self.truth.any():
            self.reasons |= dict.fromkeys(("micro_roc_auc", "micro_average_precision"), NO_TAG)

    def drawn(self, draws: Draws) -> Totals:
        """Of each tag that counts, and of all pairs."""
        tags = [Ranking(self.truth[:, tag], self.scores[:, tag], draws.group) for tag in self.counted]
        blocks = [[tag.figures(counts) for tag in tags] for counts in draws.counts(AT_ONCE)]
        found: Totals = {}
        for place, name in enumerate(("roc_auc", "average_precision")) if tags else ():
            found[name] = np.hstack([np.stack([tag[place] for tag in block]) for block in blocks])
        if "micro_roc_auc" not in self.reasons:
            group = np.repeat(draws.group, self.truth.shape[1])
            pairs = Ranking(self.truth.ravel(), self.scores.ravel(), group)
            both = [pairs.figures(counts) for counts in draws.counts(PAIRS_AT_ONCE // self.truth.shape[1])]
            found["micro"] = np.hstack([np.stack(block) for block in both])
        return found

    def figures(self, totals: Totals) -> Totals:
        found: Totals = {}
        for name in ("roc_auc", "average_precision"):
            if name in totals:
                found[f"macro_{name}"] = mean_of_known(totals[name])
        if "micro" in totals:
            found["micro_roc_auc"], found["micro_average_precision"] = totals["micro"]
        return found


def tag_scores(
    truth: Mask,
    scores: NDArray[np.floating],
    *,
    groups: Rows | None = None,
    seed: int,
    resamples: int = TAG_RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> TagScores:
    """From which track carries which tag, and a score of each (tracks, tags): the higher, the likelier.

    `groups`, the artists say, are drawn whole; below zero stands for a track by itself. Classes can be
    judged so too, one against the rest, when each is told as a tag.
    """
    sample = TagSample(truth, scores)
    draws = Draws(numbered(groups, sample.n), seed, resamples, should_stop)
    totals = sample.drawn(draws)
    figures: dict[str, Score | None] = dict.fromkeys(sample.reasons)
    for name, found in sample.figures(totals).items():
        figures[name] = scored(found, sample.n, level)
    return TagScores(
        n=sample.n,
        groups=None if groups is None else draws.groups,
        figures=figures,
        reasons=sample.reasons,
        tags=tuple(_one_tag(sample, totals, tag, draws, level) for tag in range(sample.truth.shape[1])),
        left_out=tuple(int(tag) for tag in np.setdiff1d(np.arange(sample.truth.shape[1]), sample.counted)),
    )


def _one_tag(sample: TagSample, totals: Totals, tag: int, draws: Draws, level: float) -> OneTag:
    carried = sample.truth[:, tag]
    positives = int(carried.sum())
    if tag not in sample.counted:
        return OneTag(sample.n, positives, None, None, EVERY_TRACK if positives else NO_TRACK)
    place = int(np.searchsorted(sample.counted, tag))
    # Where all that carry it are one group, no resample ever has others in their place.
    least = min(len(np.unique(draws.group[side])) for side in (carried, ~carried))
    shown = None if least > 1 else 1
    auc, precision = (
        scored(totals[name][place][:shown], sample.n, level) for name in ("roc_auc", "average_precision")
    )
    return OneTag(sample.n, positives, auc, precision)


def _checked(truth: Mask, scores: NDArray[np.floating]) -> tuple[Mask, Floats]:
    truth, given = np.asarray(truth), np.asarray(scores, np.float64)
    if not len(truth):
        raise ValueError("no tracks")
    if truth.dtype != np.bool_:
        raise ValueError("a track carries a tag or not: true or false")
    if truth.ndim != 2 or truth.shape != given.shape:
        raise ValueError(f"scores of shape {given.shape} for tracks and tags of shape {truth.shape}")
    unknown = int((~np.isfinite(given)).any(1).sum())
    if unknown:
        raise ValueError(f"{unknown} of {len(truth)} tracks have scores that are no numbers")
    return truth, given
