"""What the job `train` is asked, and what it answers. Light, so that a window can make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from core.errors import RequestProblem
from core.recipes.recipe import Task, read_recipe

SEEDS = 2**32


@dataclass(frozen=True)
class TrainRequest:
    recipe: str
    """Its text."""
    seed: int = 0
    study: int = 0
    """The number of the study that it is part of."""

    def __post_init__(self) -> None:
        read_recipe(self.recipe)
        if not 0 <= self.seed < SEEDS:
            raise RequestProblem(f"A seed is a number from 0 to {SEEDS - 1:,}, not {self.seed:,}.")


DECISIVE = {
    Task.CLASSIFY: "accuracy",
    Task.TAG: "macro_average_precision",
    Task.REGRESS: "r2",
    Task.CAPTION: "cider_d",
}
"""The figure that is named first."""
SAID = {
    "accuracy": "accuracy",
    "macro_f1": "macro F1",
    "macro_average_precision": "mAP",
    "macro_roc_auc": "macro ROC-AUC",
    "r2": "R²",
    "mae": "mean error",
    "cider_d": "CIDEr-D",
}


@dataclass(frozen=True)
class TrainResult:
    """`scores` and `controls`: part or control, then figure, then value, low, high and n."""

    run: int
    state: str
    seed: int
    task: str
    recipe: str
    split: dict[str, Any]
    scores: dict[str, dict[str, Any]]
    controls: dict[str, dict[str, Any]] = field(default_factory=dict)
    encoder: str = ""
    """The name of the encoder that it has trained, if it has."""
    epochs: int = 0

    def sentence(self) -> str:
        figure = DECISIVE[Task(self.task)]
        found = self.scores.get("test", {}).get(figure)
        kept = ", stopped early and kept" if self.state == "stopped" else ""
        if not found:
            return f"Run {self.run} of {self.recipe}{kept}: nothing could be judged on the test part."
        interval = "" if found["low"] is None else f" ({found['low']:.2f} to {found['high']:.2f})"
        floor = self.controls.get("majority" if self.task == "classify" else "prior", {}).get(figure)
        beside = f", majority {floor['value']:.2f}" if floor and self.task == "classify" else ""
        return (
            f"Run {self.run} of {self.recipe}{kept}: {SAID[figure]} {found['value']:.2f}{interval} "
            f"on {found['n']:,} test tracks{beside}."
        )
