"""The axis on which all runs of one task are drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop import words
from desktop.results.figures import SHARES, shown, signed

if TYPE_CHECKING:
    from core.runs.shown import Figure

UP_TO_ONE = ("roc_auc", "average_precision", "rouge_l", "recall", "f1")
AROUND_NOUGHT = ("r2", "concordance", "pearson", "spearman")
LOWEST = -1.0
"""R² may fall below any bound; what lies lower is drawn at the edge."""


@dataclass(frozen=True)
class Axis:
    low: float
    high: float
    ticks: tuple[float, ...]

    def place(self, value: float) -> float:
        """From 0 to 1; what lies outside stands at the edge."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def axis_of(name: str, figures: Sequence[Figure]) -> Axis:
    if name in SHARES or name.endswith(UP_TO_ONE):
        return Axis(0.0, 1.0, (0.0, 0.25, 0.5, 0.75, 1.0))
    lows = [figure.value if figure.low is None else figure.low for figure in figures]
    if name in AROUND_NOUGHT:
        low = max(math.floor(min(lows, default=0.0) * 2) / 2, LOWEST) if min(lows, default=0.0) < 0 else 0.0
        return Axis(low, 1.0, _ticks(low, 1.0))
    highs = [figure.value if figure.high is None else figure.high for figure in figures]
    high = _round_up(max(highs, default=1.0))
    low = 0.0 if min(lows, default=0.0) >= 0 else -_round_up(-min(lows))
    return Axis(low, high, _ticks(low, high))


def tick_words(name: str, value: float) -> str:
    return signed(words.number(shown(name, value), ",g"))


def _round_up(value: float) -> float:
    """To 1, 2, 5 or 10 times a power of ten."""
    if value <= 0 or not math.isfinite(value):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if value <= step * power * (1 + 1e-9))


def _ticks(low: float, high: float) -> tuple[float, ...]:
    step = (high - low) / 4
    return tuple(round(low + step * place, 10) for place in range(5))
