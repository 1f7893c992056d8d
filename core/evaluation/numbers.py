"""How well a number was told for each track: a tempo, a year, how lively it sounds.

Where the truth is the same for all tracks there is nothing to explain and nothing to
follow: the error can still be told, the rest cannot.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.draws import LEVEL, RESAMPLES, Draws, Floats, Rows, numbered
from core.evaluation.intervals import Score
from core.evaluation.ranks import Order
from core.evaluation.sums import Sums, Totals, one, ratio, scored
from core.progress import ShouldStop, never

ROUNDING = 1e-12
"""A spread below this part of the whole is rounding."""
AT_ONCE = 1 << 17

SAME_TRUTH = "the truth is the same for all tracks"
SAME_SAID = "the same was told for all tracks"
CORRELATIONS = ("pearson", "spearman")


@dataclass(frozen=True)
class NumberScores:
    n: int
    groups: int | None
    """How many groups the intervals rest on; None where each track stands alone."""
    figures: dict[str, Score | None]
    reasons: dict[str, str]
    """Why a figure is None."""


class NumberSample:
    """Truth and what was told, as sums of powers, and as ranks."""

    def __init__(
        self, truth: NDArray[np.floating], said: NDArray[np.floating], *, middle: float | None = None
    ) -> None:
        """`middle` is about where `said` lies; runs whose sums are to be mixed must share it."""
        self.truth, self.said = _checked(truth, said)
        self.n = len(self.truth)
        self.reasons: dict[str, str] = {}
        if np.ptp(self.said) == 0:
            self.reasons |= dict.fromkeys(CORRELATIONS, SAME_SAID)
        if np.ptp(self.truth) == 0:
            self.reasons |= dict.fromkeys((*CORRELATIONS, "r2", "concordance"), SAME_TRUTH)
        # Sums of squares lose what is small beside their middle.
        about, middle = self.truth.mean(), self.said.mean() if middle is None else middle
        self.apart = middle - about
        true, said, error = self.truth - about, self.said - middle, self.said - self.truth
        powers = {
            "tracks": np.ones(self.n), "true": true, "said": said, "true_true": true**2, "said_said": said**2,
            "true_said": true * said, "error": np.abs(error), "error_error": error**2,
        }  # fmt: skip
        self.sums = Sums({name: one(values) for name, values in powers.items()})

    def drawn(self, draws: Draws) -> Totals:
        totals = self.sums.drawn(draws)
        if "spearman" not in self.reasons:
            totals["spearman"] = self._spearman(draws)[None]
        return totals

    def _spearman(self, draws: Draws) -> Floats:
        true, said = Order(self.truth, draws.group), Order(self.said, draws.group)
        found = []
        for counts in draws.counts(AT_ONCE):
            weights, first, second = counts[draws.group], true.ranks(counts), said.ranks(counts)
            all_ = weights.sum(0)
            first -= all_ / 2
            second -= all_ / 2
            spread = np.sqrt((weights * first**2).sum(0) * (weights * second**2).sum(0))
            found.append(ratio((weights * first * second).sum(0), spread))
        return np.concatenate(found)

    def figures(self, totals: Totals) -> Totals:
        total = {name: values[0] for name, values in totals.items()}
        tracks = total["tracks"]
        mean_true, mean_said = total["true"] / tracks, total["said"] / tracks
        spread = {
            name: _known(total[f"{name}_{name}"] / tracks - mean**2, np.ptp(values))
            for name, mean, values in (("true", mean_true, self.truth), ("said", mean_said, self.said))
        }
        together = total["true_said"] / tracks - mean_true * mean_said
        error = total["error_error"] / tracks
        apart = spread["true"] + spread["said"] + (self.apart + mean_said - mean_true) ** 2
        found = {
            "r2": 1 - ratio(error, spread["true"]),
            "mae": total["error"] / tracks,
            "rmse": np.sqrt(error),
            "pearson": ratio(together, np.sqrt(spread["true"] * spread["said"])),
            "concordance": np.where(spread["true"] > 0, ratio(2 * together, apart), np.nan),
        }
        if "spearman" in total:
            found["spearman"] = total["spearman"]
        return {name: values for name, values in found.items() if name not in self.reasons}


def number_scores(
    truth: NDArray[np.floating],
    said: NDArray[np.floating],
    *,
    groups: Rows | None = None,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> NumberScores:
    """From the number of each track, and what was told.

    `groups`, the artists say, are drawn whole; below zero stands for a track by itself.
    """
    sample = NumberSample(truth, said)
    draws = Draws(numbered(groups, sample.n), seed, resamples, should_stop)
    figures: dict[str, Score | None] = dict.fromkeys(sample.reasons)
    for name, found in sample.figures(sample.drawn(draws)).items():
        figures[name] = scored(found, sample.n, level)
    return NumberScores(sample.n, None if groups is None else draws.groups, figures, sample.reasons)


def _known(spread: Floats, reach: float) -> Floats:
    """Nothing where it is rounding."""
    return np.where(spread > ROUNDING * reach**2, spread, 0.0)


def _checked(truth: NDArray[np.floating], said: NDArray[np.floating]) -> tuple[Floats, Floats]:
    true, told = np.asarray(truth, np.float64), np.asarray(said, np.float64)
    if not len(true):
        raise ValueError("no tracks")
    if true.ndim != 1 or true.shape != told.shape:
        raise ValueError(f"numbers of shape {told.shape} for {len(true)} tracks")
    for name, values in (("truth", true), ("prediction", told)):
        unknown = int((~np.isfinite(values)).sum())
        if unknown:
            raise ValueError(f"the {name} of {unknown} of {len(true)} tracks is no number")
    return true, told
