"""The family `regress`: a number for each track, such as its tempo or year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from core.evaluation import number_floors, number_scores
from core.progress import ShouldStop, never
from core.recipes.contract import Family, Said, Verdict
from core.recipes.material import Material
from core.runs import PredictionRow, ScoreRow, rows_of_numbers
from core.training.loop import Judged


class Regress(Family):
    """The head is taught numbers that have mean 0 and deviation 1 in the train part."""

    constant = "mean"

    def __init__(self, material: Material, *, balance: bool = False) -> None:
        super().__init__(material, balance=balance)
        train = material.of("train").astype(np.float64)
        self.mean, self.deviation = float(train.mean()), float(train.std())

    @property
    def outputs(self) -> int:
        return 1

    def targets(self) -> NDArray[np.float32]:
        standard = (self.material.truth.astype(np.float64) - self.mean) / self.deviation
        return standard.astype(np.float32)[:, None]

    def loss(self, device: str) -> nn.Module:
        return nn.MSELoss()

    def tally(self, outputs: Tensor, targets: Tensor) -> Mapping[str, float]:
        return {"mae": float((outputs - targets).abs().sum()) * self.deviation}

    def said(self, outputs: NDArray[np.floating]) -> Said:
        found: Said = outputs.astype(np.float64).reshape(-1) * self.deviation + self.mean
        return found

    def quick(self, truth: NDArray[Any], said: Said) -> Judged:
        true = truth.astype(np.float64)
        off, spread = said - true, true - true.mean()
        squares = float((off**2).mean())
        figures = {"loss": squares / self.deviation**2, "mae": float(np.abs(off).mean())}
        if spread.any():
            figures["r2"] = 1 - squares / float((spread**2).mean())
        return Judged(figures, -squares)

    def scores(
        self,
        verdict: Verdict,
        truth: NDArray[Any],
        said: Said,
        seed: int,
        should_stop: ShouldStop = never,
    ) -> list[ScoreRow]:
        groups = self.material.groups_of(verdict.part)
        found = number_scores(
            truth.astype(np.float64), said, groups=groups, seed=seed, should_stop=should_stop
        )
        return rows_of_numbers(found, verdict.part, control=verdict.control)

    def floors(self, part: str, seed: int) -> dict[str, Said]:
        train = self.material.of("train").astype(np.float64)
        n = len(self.material.parts[part])
        drawn = np.random.default_rng(seed).choice(train, n)
        return {"majority": number_floors(train, n)["mean"], "random labels": drawn}

    def truth_of(self, row: int) -> str:
        return repr(float(self.material.truth[row]))

    def prediction(
        self, track_id: int, part: str, truth: str | None, said: NDArray[np.float64]
    ) -> PredictionRow:
        return PredictionRow(track_id, part, truth, number=float(said))
