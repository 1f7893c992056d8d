"""How well one class was told for each track: accuracy, F1, confusion, calibration.

A class that no track of the part is of has no figures of its own and no share in the
macro ones: nothing can be learnt about it here. Calling a track by its name all the
same costs the class that the track is of.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from core.evaluation.draws import LEVEL, RESAMPLES, Draws, Floats, Rows, numbered
from core.evaluation.intervals import Score
from core.evaluation.sums import Part, Sums, Totals, count, mean_of_known, one, ratio, scored, share
from core.progress import ShouldStop, never

Mask = NDArray[np.bool_]

TOP_K = 3
BINS = 10
SUM_TO_ONE = 1e-2
"""Probabilities may miss it by so much: half precision does."""

NO_TRACK = "no track of the part is of this class"
NEVER_SAID = "no track was called so"
ALL_IN_TOP = "there are no more classes than that"
IMPOSSIBLE = "{n} of {all} tracks are of a class that was given no chance at all, which costs without end"


@dataclass(frozen=True)
class OneClass:
    """What is None is explained by `reason`."""

    n: int
    """Tracks that are of it."""
    said: int
    """Tracks that were called so."""
    precision: Score | None
    recall: Score | None
    f1: Score | None
    """Its n: tracks that are of it or were called so."""
    reason: str = ""


@dataclass(frozen=True)
class Bin:
    """Tracks told with about equal confidence: what was claimed, and the share that was right."""

    confidence: float
    right: Score


@dataclass(frozen=True)
class ClassScores:
    n: int
    groups: int | None
    """How many groups the intervals rest on; None where each track stands alone."""
    figures: dict[str, Score | None]
    reasons: dict[str, str]
    """Why a figure is None."""
    classes: tuple[OneClass, ...]
    absent: tuple[int, ...]
    """Classes that no track is of; the macro figures are over the others."""
    confusion: Rows
    """(classes, classes): what is true down, what was said across."""
    reliability: tuple[Bin, ...]
    calibration_by_chance: float
    """The calibration error to expect on so many tracks from claims that are all true."""
    top_k: int


class ClassSample:
    """Truth and probabilities, told as sums. Of equal probabilities the first class counts."""

    def __init__(self, truth: Rows, probabilities: NDArray[np.floating], *, top_k: int = TOP_K) -> None:
        self.truth, self.probabilities = _checked(truth, probabilities)
        self.n, self.kinds = self.probabilities.shape
        self.top_k = top_k
        self.said: Rows = self.probabilities.argmax(1)
        self.right = self.said == self.truth
        self.confidence: Floats = self.probabilities.max(1)
        self.bin = _by_mass(self.confidence)
        self.reasons: dict[str, str] = {}
        self.sums = Sums(self._parts())

    def _parts(self) -> dict[str, Part]:
        given = self.probabilities[np.arange(self.n), self.truth]
        parts = {
            "tracks": one(np.ones(self.n)),
            "right": one(self.right),
            "hits": count(np.where(self.right, self.truth, -1), self.kinds),
            "true": count(self.truth, self.kinds),
            "said": count(self.said, self.kinds),
            "brier": one((self.probabilities**2).sum(1) - 2 * given + 1),
            "bin": count(self.bin, BINS),
            "bin_right": count(np.where(self.right, self.bin, -1), BINS),
            "bin_claimed": Part(self.confidence, self.bin, BINS),
        }
        if self.top_k < self.kinds:
            parts["top"] = one(_place(self.probabilities, self.truth) < self.top_k)
        else:
            self.reasons["top_k_accuracy"] = ALL_IN_TOP
        if (given > 0).all():
            parts["log_loss"] = one(-np.log(given))
        else:
            self.reasons["log_loss"] = IMPOSSIBLE.format(n=int((given <= 0).sum()), all=self.n)
        return parts

    def drawn(self, draws: Draws) -> Totals:
        return self.sums.drawn(draws)

    def figures(self, totals: Totals) -> Totals:
        true, tracks = totals["true"], totals["tracks"][0]
        f1 = ratio(2 * totals["hits"], np.where(true > 0, totals["said"] + true, 0.0))
        found = {
            "accuracy": totals["right"][0] / tracks,
            "balanced_accuracy": mean_of_known(ratio(totals["hits"], true)),
            "macro_f1": mean_of_known(f1),
            "weighted_f1": np.where(true > 0, f1 * true, 0.0).sum(0) / tracks,
            "brier": totals["brier"][0] / tracks,
            "calibration_error": np.abs(totals["bin_right"] - totals["bin_claimed"]).sum(0) / tracks,
        }
        for name, part in (("top_k_accuracy", "top"), ("log_loss", "log_loss")):
            if part in totals:
                found[name] = totals[part][0] / tracks
        return found


def class_scores(
    truth: Rows,
    probabilities: NDArray[np.floating],
    *,
    groups: Rows | None = None,
    top_k: int = TOP_K,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> ClassScores:
    """From the class of each track, and the probability of each class (tracks, classes).

    `groups`, the artists say, are drawn whole; below zero stands for a track by itself.
    """
    sample = ClassSample(truth, probabilities, top_k=top_k)
    draws = Draws(numbered(groups, sample.n), seed, resamples, should_stop)
    totals = sample.drawn(draws)
    counted = None if groups is None else draws.groups
    group = None if groups is None else draws.group
    expected, most = _by_chance(sample, level)
    return ClassScores(
        n=sample.n,
        groups=counted,
        figures=dict.fromkeys(sample.reasons) | _figures(sample, totals, counted, most, level),
        reasons=sample.reasons,
        classes=tuple(_one_class(sample, totals, kind, group, level) for kind in range(sample.kinds)),
        absent=tuple(int(kind) for kind in np.flatnonzero(totals["true"][:, 0] == 0)),
        confusion=confusion(sample.truth, sample.said, sample.kinds),
        reliability=_reliability(sample, totals, group, level),
        calibration_by_chance=expected,
        top_k=top_k,
    )


def _figures(
    sample: ClassSample, totals: Totals, groups: int | None, by_chance: float, level: float
) -> dict[str, Score | None]:
    found: dict[str, Score | None] = {
        name: scored(values, sample.n, level) for name, values in sample.figures(totals).items()
    }
    for name, part in (("accuracy", "right"), ("top_k_accuracy", "top")):
        if part in totals:
            found[name] = share(totals[part][0], totals["tracks"][0], groups, level)
    error = found["calibration_error"]
    if error and error.low is not None and error.high is not None:
        low, high = reflected(error.value, error.low, error.high)
        low = 0.0 if error.value <= by_chance else max(low, 0.0)
        found["calibration_error"] = Score(error.value, low, min(high, 1.0), error.n)
    return found


def reflected(value: float, low: float, high: float) -> tuple[float, float]:
    """What is never negative grows with every noise, so resamples lie as far above it as it lies too high."""
    return min(2 * value - high, value), max(2 * value - low, value)


def _one_class(sample: ClassSample, totals: Totals, kind: int, group: Rows | None, level: float) -> OneClass:
    hits, true, said = (totals[name][kind] for name in ("hits", "true", "said"))
    n, called = round(true[0]), round(said[0])
    if not n:
        return OneClass(0, called, None, None, None, NO_TRACK)

    def of(tries: Floats, members: Mask) -> Score:
        groups = None if group is None else len(np.unique(group[members]))
        return share(hits, tries, groups, level)

    is_it, is_called = sample.truth == kind, sample.said == kind
    precision = of(said, is_called) if called else None
    # F1 rises with the share of hits among all that are of it or called so, which is a share of tracks.
    f1 = _doubled(of(true + said - hits, is_it | is_called))
    return OneClass(n, called, precision, of(true, is_it), f1, "" if called else NEVER_SAID)


def _doubled(overlap: Score) -> Score:
    def f1(share: float | None) -> float | None:
        return None if share is None else 2 * share / (1 + share)

    value = 2 * overlap.value / (1 + overlap.value)
    return Score(value, f1(overlap.low), f1(overlap.high), overlap.n)


def _reliability(sample: ClassSample, totals: Totals, group: Rows | None, level: float) -> tuple[Bin, ...]:
    found = []
    for place in np.unique(sample.bin):
        tracks = totals["bin"][place]
        groups = None if group is None else len(np.unique(group[sample.bin == place]))
        right = share(totals["bin_right"][place], tracks, groups, level)
        found.append(Bin(float(totals["bin_claimed"][place, 0] / tracks[0]), right))
    return tuple(found)


def _by_chance(sample: ClassSample, level: float) -> tuple[float, float]:
    """The calibration error of claims that are all true: to be expected, and the most of it.

    The tracks that are right in a bin then stray from what is claimed as a sum of coins does.
    """
    spread = np.bincount(sample.bin, sample.confidence * (1 - sample.confidence), BINS)
    expected = np.sqrt(2 / pi * spread).sum() / sample.n
    deviation = sqrt((1 - 2 / pi) * spread.sum()) / sample.n
    return float(expected), float(expected + NormalDist().inv_cdf((1 + level) / 2) * deviation)


def confusion(truth: Rows, said: Rows, kinds: int) -> Rows:
    """(kinds, kinds): what is true down, what was said across."""
    return np.bincount(truth * kinds + said, minlength=kinds * kinds).reshape(kinds, kinds)


def _by_mass(confidence: Floats) -> Rows:
    """Bins of about equally many tracks; equal confidences stay together."""
    ordered = np.sort(confidence)
    edges = ordered[np.arange(1, BINS) * len(ordered) // BINS]
    return np.searchsorted(edges, confidence, side="right")


def _place(probabilities: Floats, truth: Rows) -> Rows:
    """How many classes come before the true one."""
    given = probabilities[np.arange(len(truth)), truth][:, None]
    first = np.arange(probabilities.shape[1]) < truth[:, None]
    before: Rows = ((probabilities > given) | ((probabilities == given) & first)).sum(1)
    return before


def _checked(truth: Rows, probabilities: NDArray[np.floating]) -> tuple[Rows, Floats]:
    truth, given = np.asarray(truth), np.asarray(probabilities, np.float64)
    if not len(truth):
        raise ValueError("no tracks")
    if truth.ndim != 1 or truth.dtype.kind not in "iu":
        raise ValueError("a class is told by its number, one for each track")
    if given.ndim != 2 or len(given) != len(truth):
        raise ValueError(f"probabilities of shape {given.shape} for {len(truth)} tracks")
    kinds = given.shape[1]
    if truth.min() < 0 or truth.max() >= kinds:
        raise ValueError(f"classes from {truth.min()} to {truth.max()}, but probabilities for {kinds}")
    unknown = int((~np.isfinite(given)).any(1).sum())
    if unknown:
        raise ValueError(f"{unknown} of {len(truth)} tracks have probabilities that are no numbers")
    off = (np.abs(given.sum(1) - 1) > SUM_TO_ONE) | (given < 0).any(1)
    if off.any():
        raise ValueError(f"{int(off.sum())} of {len(truth)} tracks have probabilities that do not sum to 1")
    # What rounding has left of 1 is made up for, lest a confidence pass it.
    return truth.astype(np.int64), given / given.sum(1, keepdims=True)
