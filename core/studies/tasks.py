"""What a study tells of its runs, by their task: which figures, by what names, and what they are a mean of.

Everything else of a study is the same whether its runs tell classes apart or write.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem
from core.evaluation import DescribedSample, Outcome, described_sample
from core.evaluation.classes import ClassSample
from core.progress import ShouldStop, never
from core.recipes import Recipe, Task
from core.recipes.material import Material
from core.runs import Figure, ScoreRow

Sample = ClassSample | DescribedSample


@dataclass(frozen=True)
class Shown:
    """A figure as a study shows it."""

    name: str
    """As in the scores of a run."""
    title: str
    about: str = ""
    """The field that it speaks of; empty: none in particular."""

    @property
    def key(self) -> str:
        """As comparisons call it."""
        return _key(self.name, self.about)


@dataclass(frozen=True)
class Manner:
    """How a study tells of runs of one task."""

    figures: tuple[Shown, ...]
    """The first one decides which encoder is best."""
    best: str
    """What the best does, with the field in its place."""
    head: str
    """What stands behind an encoder is called so."""
    controls: str
    of_cell: frozenset[str] = frozenset()
    """Controls that hang on what a run has heard or written: each cell has its own."""
    top: float | None = None
    """The greatest value that the first figure can have, where a chart should show it."""
    more: str = ""
    """What must be known of its figures."""

    @property
    def first(self) -> Shown:
        return self.figures[0]


MANNERS: Mapping[str, Manner] = {
    Task.CLASSIFY: Manner(
        (Shown("accuracy", "accuracy"), Shown("macro_f1", "macro F1")),
        "tells {field} best",
        "Head",
        "the largest class, labels at random, labels shuffled, a network that has learnt nothing, and "
        "descriptors",
        top=1.0,
    ),
    Task.CAPTION: Manner(
        (
            Shown("cider_d", "CIDEr-D"),
            Shown("rouge_l", "ROUGE-L"),
            Shown("bleu_4", "BLEU-4"),
            Shown("recall_at_10", "recall at 10"),
            Shown("attribute_accuracy", "accuracy of genre", "genre"),
            Shown("attribute_micro_f1", "micro F1 of instrument", "instrument"),
        ),
        "describes tracks best",
        "Writer",
        "one caption for all tracks, captions at random, the caption of the track to learn from that sounds "
        "most alike, and the run's own captions of other tracks",
        frozenset(("nearest caption", "shuffled audio")),
        more="Recall at 10 is how often a caption finds its own track among the ten nearest of all test "
        "tracks, by the words that it shares with what people wrote; it hangs on how many tracks there are. "
        "Accuracy and F1 are of naming what people have said of a track.",
    ),
}


def manner_of(task: str) -> Manner:
    if task not in MANNERS:
        raise RequestProblem(f"A study compares classes or captions, and cannot be of the task {task}.")
    return MANNERS[task]


def head_of(recipe: Recipe) -> str:
    return recipe.writer.name if recipe.task is Task.CAPTION else recipe.head.kind


def sample_of(task: str, outcome: Outcome, should_stop: ShouldStop = never) -> Sample:
    if task == Task.CAPTION:
        return described_sample(outcome, should_stop)
    return ClassSample(outcome.truth, outcome.said)


def each_of(sample: Sample) -> NDArray[Any]:
    """What the first figure is the mean of, track by track."""
    return sample.right if isinstance(sample, ClassSample) else sample.sums.parts["cider_d"].value


def figures_of(task: str, rows: list[ScoreRow], part: str, control: str = "") -> dict[str, Figure]:
    """Those of all tracks, and those of a field that are shown."""
    shown = {figure.key for figure in manner_of(task).figures}
    return {
        _key(row.name, row.about): Figure(row.value, row.low, row.high, row.n)
        for row in rows
        if row.part == part
        and row.control == control
        and (not row.about or _key(row.name, row.about) in shown)
    }


def truths_of(material: Material) -> dict[int, str]:
    """Of each track, as predictions write it."""
    texts = material.truth.dtype == object
    truth = material.truth.tolist() if texts else np.array(material.names, object)[material.truth].tolist()
    return dict(zip(material.tracks.tolist(), truth, strict=True))


def _key(name: str, about: str) -> str:
    return f"{name} of {about}" if about else name
