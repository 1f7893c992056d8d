"""What every family of recipes knows of its task: what is lost, what is said, how that is judged."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.progress import ShouldStop, never
from core.recipes.material import Material
from core.runs import PredictionRow, ScoreRow
from core.training.loop import Judged

REST = "rest"
"""The part of tracks that nobody has labelled."""
Said = NDArray[np.float64]
"""(n, classes) or (n, tags) probabilities, or (n,) numbers."""


@dataclass(frozen=True)
class Verdict:
    """How well one part was said, by a run or by a control."""

    part: str
    control: str = ""


class Family(ABC):
    """Made for one material. The scores of the valid part choose; those of the test part are told."""

    constant = "majority"
    """What is said without listening is called so."""

    def __init__(self, material: Material, *, balance: bool = False) -> None:
        self.material = material
        self.balance = balance

    @property
    @abstractmethod
    def outputs(self) -> int:
        """How many values the head gives for a track."""

    @abstractmethod
    def targets(self) -> NDArray[Any]:
        """What the head is taught, for every row of the material."""

    @abstractmethod
    def loss(self, device: str) -> torch.nn.Module:
        """From (n, outputs) and the targets."""

    @abstractmethod
    def tally(self, outputs: Tensor, targets: Tensor) -> Mapping[str, float]:
        """Sums over a batch, for the curve of the train part."""

    @abstractmethod
    def said(self, outputs: NDArray[np.floating]) -> Said:
        """From what the head gives."""

    @abstractmethod
    def quick(self, truth: NDArray[Any], said: Said) -> Judged:
        """The figures of an epoch, without intervals."""

    @abstractmethod
    def scores(
        self,
        verdict: Verdict,
        truth: NDArray[Any],
        said: Said,
        seed: int,
        should_stop: ShouldStop = never,
    ) -> list[ScoreRow]:
        """With intervals over the artists, where they are known."""

    @abstractmethod
    def floors(self, part: str, seed: int) -> dict[str, Said]:
        """What is said without listening, by the names that controls have."""

    @abstractmethod
    def prediction(
        self, track_id: int, part: str, truth: str | None, said: NDArray[np.float64]
    ) -> PredictionRow:
        """Of one track, from what was said of it alone."""

    @abstractmethod
    def truth_of(self, row: int) -> str:
        """As predictions write it."""

    def predictions(self, part: str, rows: NDArray[np.int64], said: Said) -> list[PredictionRow]:
        """One for each of the rows."""
        tracks = self.material.tracks
        return [
            self.prediction(int(tracks[row]), part, self.truth_of(row), values)
            for row, values in zip(rows.tolist(), said, strict=True)
        ]

    def guesses(self, tracks: NDArray[np.int64], said: Said) -> list[PredictionRow]:
        """Of tracks of which nobody knows what is true."""
        return [
            self.prediction(id_, REST, None, values)
            for id_, values in zip(tracks.tolist(), said, strict=True)
        ]


def family_of(material: Material, *, balance: bool = False) -> Family:
    from core.recipes.classify import Classify
    from core.recipes.recipe import Task
    from core.recipes.regress import Regress
    from core.recipes.tag import Tag

    kinds: dict[Task, type[Family]] = {Task.CLASSIFY: Classify, Task.TAG: Tag, Task.REGRESS: Regress}
    return kinds[material.task](material, balance=balance)


def rounded(values: Said) -> list[float]:
    """As stored: more digits would only be noise."""
    return [round(value, 6) for value in values.tolist()]
