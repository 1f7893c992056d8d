"""The family `classify`: one of several classes for each track."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.evaluation import class_floors, class_scores, confusion
from core.progress import ShouldStop, never
from core.recipes.contract import Family, Said, Verdict, rounded
from core.runs import PredictionRow, ScoreRow, rows_of_classes
from core.training.loop import Judged


class Classify(Family):
    @property
    def outputs(self) -> int:
        return len(self.material.names)

    def targets(self) -> NDArray[np.int64]:
        return self.material.truth.astype(np.int64)

    def loss(self, device: str) -> nn.Module:
        if not self.balance:
            return nn.CrossEntropyLoss()
        counts = np.bincount(self.material.of("train").astype(np.int64), minlength=self.outputs)
        weights = counts.sum() / (self.outputs * np.maximum(counts, 1))
        return nn.CrossEntropyLoss(torch.tensor(weights, dtype=torch.float32, device=device))

    def tally(self, outputs: Tensor, targets: Tensor) -> Mapping[str, float]:
        return {"accuracy": float((outputs.argmax(1) == targets).sum())}

    def said(self, outputs: NDArray[np.floating]) -> Said:
        return softmax(outputs)

    def quick(self, truth: NDArray[Any], said: Said) -> Judged:
        true, kinds = truth.astype(np.int64), self.outputs
        found = confusion(true, said.argmax(1), kinds)
        hits, of, called = np.diag(found), found.sum(1), found.sum(0)
        there = of > 0
        f1 = (2 * hits[there] / (of + called)[there]).mean()
        given = np.clip(said[np.arange(len(true)), true], 1e-12, None)
        loss = float(-np.log(given).mean())
        figures = {"loss": loss, "accuracy": float(hits.sum() / len(true)), "macro_f1": float(f1)}
        # Of epochs that are equally right, the one that is surer of it.
        return Judged(figures, float(f1) - 1e-3 * min(loss, 100.0), found.tolist())

    def scores(
        self,
        verdict: Verdict,
        truth: NDArray[Any],
        said: Said,
        seed: int,
        should_stop: ShouldStop = never,
    ) -> list[ScoreRow]:
        groups = self.material.groups_of(verdict.part)
        found = class_scores(truth.astype(np.int64), said, groups=groups, seed=seed, should_stop=should_stop)
        return rows_of_classes(found, verdict.part, self.material.names, control=verdict.control)

    def floors(self, part: str, seed: int) -> dict[str, Said]:
        n = len(self.material.parts[part])
        found = class_floors(self.material.of("train").astype(np.int64), self.outputs, n, seed=seed)
        return {"majority": found["majority"], "random labels": found["random_labels"]}

    def truth_of(self, row: int) -> str:
        return self.material.names[int(self.material.truth[row])]

    def prediction(
        self, track_id: int, part: str, truth: str | None, said: NDArray[np.float64]
    ) -> PredictionRow:
        names = self.material.names
        return PredictionRow(
            track_id,
            part,
            truth,
            said=names[int(said.argmax())],
            probability=float(said.max()),
            probabilities=dict(zip(names, rounded(said), strict=True)),
        )


def softmax(outputs: NDArray[np.floating]) -> Said:
    """In float64, so that what is said sums to 1."""
    logits = outputs.astype(np.float64)
    odds = np.exp(logits - logits.max(1, keepdims=True))
    found: Said = odds / odds.sum(1, keepdims=True)
    return found
