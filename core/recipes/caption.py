"""The family `caption`: a text for each track, judged beside texts that nobody listened for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from core.captions.words import UNHEEDED, Words
from core.errors import Interrupted, RequestProblem
from core.evaluation import caption_floors, caption_scores
from core.evaluation.described import attributes_of
from core.progress import ShouldStop, never
from core.recipes.contract import Family, Said, Verdict
from core.recipes.material import Material
from core.runs import PredictionRow, ScoreRow, rows_of_captions
from core.training.batches import Batches
from core.training.learner import Learner
from core.training.loop import Judged

FLOORS = {
    "constant caption": "constant_caption",
    "random caption": "random_caption",
    "nearest caption": "nearest_caption",
    "shuffled audio": "shuffled",
}
"""By the names that controls have."""
Labels = Mapping[str, Mapping[int, Sequence[str]]]
"""Of each field that captions may name: what is true of a track."""


class Caption(Family):
    """What is said of a track is a text, and so is what is true of it."""

    def __init__(
        self, material: Material, words: Words, longest: int, labels: Labels, nearest: NDArray[np.int64]
    ) -> None:
        """`nearest`: for each track the one of the train part that is most like it, by its place there."""
        super().__init__(material)
        self.words, self.longest, self.labels, self.nearest = words, longest, labels, nearest
        self.written: Said | None = None
        """Of each track, once the run has written it; of it "shuffled audio" is made."""

    @property
    def outputs(self) -> int:
        return self.words.size

    def targets(self) -> NDArray[np.int64]:
        return self.words.numbers(self.material.truth.tolist(), self.longest)

    def loss(self, device: str) -> nn.Module:
        return PieceLoss()

    def tally(self, outputs: Tensor, targets: Tensor) -> Mapping[str, float]:
        """Pieces of the captions that were held for the likeliest, as a share of each caption."""
        heeded = targets != UNHEEDED
        right = (outputs.argmax(2) == targets) & heeded
        return {"pieces": float((right.sum(1) / heeded.sum(1)).sum())}

    def said(self, outputs: NDArray[np.floating]) -> Said:
        raise TypeError("a writer writes word after word: see Writer.write")

    def quick(self, truth: NDArray[Any], said: Said) -> Judged:
        raise TypeError("epochs of a writer are judged by its loss")

    def scores(
        self,
        verdict: Verdict,
        truth: NDArray[Any],
        said: Said,
        seed: int,
        should_stop: ShouldStop = never,
    ) -> list[ScoreRow]:
        tracks = self.material.tracks[self.material.parts[verdict.part]]
        found = caption_scores(
            said.tolist(),
            [(text,) for text in truth.tolist()],
            groups=self.material.groups_of(verdict.part),
            attributes=attributes_of(self.labels, tracks.tolist()),
            seed=seed,
            should_stop=should_stop,
        )
        return rows_of_captions(found, verdict.part, control=verdict.control)

    def floors(self, part: str, seed: int) -> dict[str, Said]:
        rows = self.material.parts[part]
        assert self.written is not None
        found = caption_floors(
            self.material.of("train").tolist(),
            len(rows),
            seed=seed,
            nearest=self.nearest[rows],
            said=self.written[rows].tolist() if len(rows) > 1 else None,
        )
        return {name: np.array(found[key], object) for name, key in FLOORS.items() if key in found}

    def truth_of(self, row: int) -> str:
        return str(self.material.truth[row])

    def prediction(self, track_id: int, part: str, truth: str | None, said: Any) -> PredictionRow:  # noqa: ANN401
        return PredictionRow(track_id, part, truth, said=str(said))


class PieceLoss(nn.Module):
    """The mean over captions of the mean over pieces: a long caption counts as much as a short one."""

    def forward(self, outputs: Tensor, targets: Tensor) -> Tensor:
        each = nn.functional.cross_entropy(
            outputs.transpose(1, 2), targets, ignore_index=UNHEEDED, reduction="none"
        )
        heeded = targets != UNHEEDED
        return (each.sum(1) / heeded.sum(1)).mean()


def judge_by_loss(valid: Batches, device: str) -> Callable[[Learner, ShouldStop], Judged]:
    """The lower the loss of the valid part, the better the epoch."""
    loss = PieceLoss()

    def judge(learner: Learner, should_stop: ShouldStop) -> Judged:
        if not valid.count():
            return Judged({}, 0.0)
        total, seen = 0.0, 0
        for batch in valid.epoch(0):
            if should_stop():  # sounds may have ended early
                raise Interrupted
            if len(batch.targets):
                meant = batch.targets.to(device)
                outputs = learner(batch.inputs.to(device), meant)
                total += float(loss(outputs.float(), meant)) * len(meant)
                seen += len(meant)
        if not seen:
            raise RequestProblem("None of the tracks that judge can be heard.", "Scan the collection again.")
        return Judged({"loss": total / seen}, -total / seen)

    return judge
