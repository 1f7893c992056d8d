"""Two runs on the same tracks: how far apart they are, and whether chance could have done it.

What is hard for one run is mostly hard for the other. So the difference is taken on
each resample of the tracks, which is far sharper than two intervals side by side.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluation.classes import ClassSample, reflected
from core.evaluation.described import Attributes, DescribedSample
from core.evaluation.draws import LEVEL, RESAMPLES, Draws, Floats, Rows, numbered
from core.evaluation.intervals import Score
from core.evaluation.numbers import NumberSample
from core.evaluation.sums import Sums, Totals, scored
from core.evaluation.tags import TAG_RESAMPLES, TagSample
from core.progress import ShouldStop, never

EQUAL = 1e-12
"""Differences that are no further apart are one."""

Samples = (
    tuple[ClassSample, ClassSample]
    | tuple[TagSample, TagSample]
    | tuple[NumberSample, NumberSample]
    | tuple[DescribedSample, DescribedSample]
)


class Task(StrEnum):
    CLASSES = "classes"
    TAGS = "tags"
    NUMBERS = "numbers"
    CAPTIONS = "captions"


class Basis(StrEnum):
    """Where a p comes from."""

    MCNEMAR = "McNemar's exact test"
    SWAPS = "runs changing places at random"
    RESAMPLES = "resampling"


@dataclass(frozen=True)
class Outcome:
    """What one run said, track by track: probabilities of classes, scores of tags, numbers, or texts."""

    tracks: Rows
    truth: NDArray[Any]
    said: NDArray[Any]
    attributes: Attributes = field(default_factory=dict)
    """What texts may name, in the order of the tracks."""


@dataclass(frozen=True)
class Difference:
    """The second run less the first."""

    score: Score
    p: float | None
    """How often chance alone would set two equal runs at least so far apart. None from a single group."""
    by: Basis


@dataclass(frozen=True)
class Discordance:
    """Tracks by which run was right."""

    both: int
    only_first: int
    only_second: int
    neither: int


@dataclass(frozen=True)
class Comparison:
    n: int
    groups: int | None
    """How many groups the intervals rest on; None where each track stands alone."""
    differences: dict[str, Difference | None]
    reasons: dict[str, str]
    """Why a difference is None."""
    discordance: Discordance | None
    """Of classes alone."""


def compare(
    task: Task,
    first: Outcome,
    second: Outcome,
    *,
    groups: Rows | None = None,
    seed: int,
    resamples: int | None = None,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> Comparison:
    """Every figure of the task.

    `groups` are in the order of the first run's tracks; the second run may have its own order.
    """
    samples = _samples(task, first, _aligned(first, second), should_stop)
    if resamples is None:
        resamples = TAG_RESAMPLES if task is Task.TAGS else RESAMPLES
    n = len(first.tracks)
    draws = Draws(numbered(groups, n), seed, resamples, should_stop)
    reasons = samples[0].reasons | samples[1].reasons
    apart = _apart(samples, samples[0].drawn(draws), samples[1].drawn(draws))
    by_swaps = {} if task is Task.TAGS else _apart(samples, *_swapped(samples, draws))
    discordance = _discordance(samples)
    differences: dict[str, Difference | None] = dict.fromkeys(reasons)
    for name, found in apart.items():
        score = scored(found, n, level)
        if name == "calibration_error" and score.low is not None and score.high is not None:
            score = Score(score.value, *reflected(score.value, score.low, score.high), n)
        if name == "accuracy" and groups is None and discordance:
            p = mcnemar(discordance.only_first, discordance.only_second)
            differences[name] = Difference(score, p, Basis.MCNEMAR)
        elif name in by_swaps:
            differences[name] = Difference(score, _as_far(by_swaps[name], score.value), Basis.SWAPS)
        else:
            differences[name] = Difference(score, _beyond_nought(found[1:]), Basis.RESAMPLES)
    return Comparison(n, None if groups is None else draws.groups, differences, reasons, discordance)


def mcnemar(only_first: int, only_second: int) -> float:
    """The two-sided p of so uneven a split, were each of these tracks as likely to go to either run."""
    from scipy.special import bdtr

    return min(2 * float(bdtr(min(only_first, only_second), only_first + only_second, 0.5)), 1.0)


def _aligned(first: Outcome, second: Outcome) -> Outcome:
    """The second in the order of the first."""
    for outcome in (first, second):
        if len(np.unique(outcome.tracks)) < len(outcome.tracks):
            raise ValueError("a track stands more than once in a run")
        if not len(outcome.tracks):
            raise ValueError("no tracks")
        if not len(outcome.tracks) == len(outcome.truth) == len(outcome.said):
            raise ValueError(
                f"{len(outcome.tracks)} tracks, {len(outcome.truth)} truths, {len(outcome.said)} predictions"
            )
    alone = [
        len(np.setdiff1d(these.tracks, those.tracks)) for these, those in ((first, second), (second, first))
    ]
    if any(alone):
        only = f"{alone[0]} are only in the first, {alone[1]} only in the second"
        raise ValueError(f"the runs were judged on different tracks: {only}")
    order = np.argsort(second.tracks)[np.argsort(np.argsort(first.tracks))]
    said, truth = second.said[order], second.truth[order]
    if first.truth.shape != truth.shape or first.said.shape != said.shape:
        raise ValueError(f"the runs were asked different things: {first.said.shape} and {said.shape} answers")
    other = int((first.truth != truth).reshape(len(truth), -1).any(1).sum())
    if other:
        raise ValueError(f"the runs were judged by different truths on {other} of {len(truth)} tracks")
    return Outcome(first.tracks, truth, said, first.attributes)


def described_sample(outcome: Outcome, should_stop: ShouldStop = never) -> DescribedSample:
    references = [(text,) for text in outcome.truth.tolist()]
    return DescribedSample(outcome.said.tolist(), references, outcome.attributes, should_stop)


def _samples(task: Task, first: Outcome, second: Outcome, should_stop: ShouldStop) -> Samples:
    if task is Task.CAPTIONS:
        return described_sample(first, should_stop), described_sample(second, should_stop)
    if task is Task.CLASSES:
        return ClassSample(first.truth, first.said), ClassSample(second.truth, second.said)
    if task is Task.TAGS:
        return TagSample(first.truth, first.said), TagSample(second.truth, second.said)
    middle = float(np.mean([first.said, second.said]))
    return (
        NumberSample(first.truth, first.said, middle=middle),
        NumberSample(second.truth, second.said, middle=middle),
    )


def _apart(samples: Samples, first: Totals, second: Totals) -> Totals:
    before, after = samples[0].figures(first), samples[1].figures(second)
    return {name: after[name] - before[name] for name in before if name in after}


def _swapped(samples: Samples, draws: Draws) -> tuple[Totals, Totals]:
    """The sums of both after each round of swaps."""
    parts = [sample.sums.parts for sample in samples if not isinstance(sample, TagSample)]
    shared = [Sums({name: each[name] for name in parts[0] if name in parts[1]}) for each in parts]
    first, second = (sums.weigh(draws.group) for sums in shared)
    change = np.concatenate([second(swaps) - first(swaps) for swaps in draws.swaps()], axis=1)
    whole = np.ones((draws.groups, 1))
    return shared[0].named(first(whole) + change), shared[1].named(second(whole) - change)


def _as_far(swapped: Floats, value: float) -> float:
    """The runs as they were are one of the ways that chance could have dealt them."""
    known = np.abs(swapped[np.isfinite(swapped)])
    return float((1 + (known >= abs(value) - EQUAL).sum()) / (1 + len(known)))


def _beyond_nought(found: Floats) -> float | None:
    """Twice the share of resamples on the other side of 0: below 0.05 where the interval leaves 0 out."""
    known = found[np.isfinite(found)]
    if not len(known):
        return None
    side = min((known <= EQUAL).sum(), (known >= -EQUAL).sum())
    return float(min(2 * (1 + side) / (1 + len(known)), 1.0))


def _discordance(samples: Samples) -> Discordance | None:
    first, second = samples
    if not isinstance(first, ClassSample) or not isinstance(second, ClassSample):
        return None
    a, b = first.right, second.right
    return Discordance(*(int(each.sum()) for each in (a & b, a & ~b, ~a & b, ~a & ~b)))
