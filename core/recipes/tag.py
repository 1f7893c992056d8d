"""The family `tag`: any of several tags for each track, each by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.evaluation import tag_floors, tag_scores
from core.evaluation.draws import Draws
from core.evaluation.tags import TagSample
from core.library.sheets import join_cell
from core.progress import ShouldStop, never
from core.recipes.contract import Family, Said, Verdict, rounded
from core.runs import PredictionRow, ScoreRow, rows_of_tags
from core.training.loop import Judged

HALF = 0.5
"""From here on a tag is said."""


class Tag(Family):
    constant = "prior"

    @property
    def outputs(self) -> int:
        return len(self.material.names)

    def targets(self) -> NDArray[np.float32]:
        return self.material.truth.astype(np.float32)

    def loss(self, device: str) -> nn.Module:
        if not self.balance:
            return nn.BCEWithLogitsLoss()
        share = np.clip(self.material.of("train").astype(np.float64).mean(0), 1e-3, 1 - 1e-3)
        return nn.BCEWithLogitsLoss(
            pos_weight=torch.tensor((1 - share) / share, dtype=torch.float32, device=device)
        )

    def tally(self, outputs: Tensor, targets: Tensor) -> Mapping[str, float]:
        return {"right": float(((outputs > 0) == (targets > HALF)).float().mean(1).sum())}

    def said(self, outputs: NDArray[np.floating]) -> Said:
        found: Said = 1 / (1 + np.exp(-np.clip(outputs.astype(np.float64), -700, 700)))
        return found

    def quick(self, truth: NDArray[Any], said: Said) -> Judged:
        sample = TagSample(truth.astype(bool), said)
        whole = sample.drawn(Draws(np.arange(sample.n), seed=0, resamples=0))
        clear = np.clip(said, 1e-12, 1 - 1e-12)
        loss = float(-np.where(truth, np.log(clear), np.log1p(-clear)).mean())
        figures = {"loss": loss} | {
            name: float(value[0]) for name, value in sample.figures(whole).items() if name.startswith("macro")
        }
        return Judged(figures, figures.get("macro_average_precision", 0.0) - 1e-3 * min(loss, 100.0))

    def scores(
        self,
        verdict: Verdict,
        truth: NDArray[Any],
        said: Said,
        seed: int,
        should_stop: ShouldStop = never,
    ) -> list[ScoreRow]:
        groups = self.material.groups_of(verdict.part)
        found = tag_scores(truth.astype(bool), said, groups=groups, seed=seed, should_stop=should_stop)
        return rows_of_tags(found, verdict.part, self.material.names, control=verdict.control)

    def floors(self, part: str, seed: int) -> dict[str, Said]:
        n = len(self.material.parts[part])
        found = tag_floors(self.material.of("train").astype(bool), n, seed=seed)
        return {"majority": found["prior"], "random labels": found["random_labels"]}

    def truth_of(self, row: int) -> str:
        return join_cell(self._names(self.material.truth[row]))

    def prediction(
        self, track_id: int, part: str, truth: str | None, said: NDArray[np.float64]
    ) -> PredictionRow:
        named = dict(zip(self.material.names, rounded(said), strict=True))
        return PredictionRow(
            track_id, part, truth, said=join_cell(self._names(said >= HALF)), probabilities=named
        )

    def _names(self, carried: NDArray[np.bool_]) -> list[str]:
        return [name for name, is_so in zip(self.material.names, carried.tolist(), strict=True) if is_so]
