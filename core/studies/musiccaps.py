"""What MusicCaps gives away without a sound: captions from its table alone, judged on the official split.

Whoever reports captions of MusicCaps should stand above these. They are worked out here
with our own scorers and set beside those that come with the program, so that the scorers
are held to account as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import RequestProblem
from core.evaluation import Score, caption_scores, constant_caption, random_captions
from core.evaluation.draws import RESAMPLES
from core.evaluation.wording import count_sequences, words
from core.library.importers.musiccaps_table import is_evaluated, listed, read_rows
from core.progress import ShouldStop, never
from core.studies.published import find_published

PUBLISHED = "musiccaps-floors"
TOLERANCE = 0.01
"""Tokenisers differ slightly."""
PRINTED = 0.0005
"""Half of the last digit that was printed."""
DRAWS = 10

RANDOM = "Random training caption"
CONSTANT = "Constant training caption"
ANNOTATOR = "Random training caption by the same annotator"
ASPECTS = "Aspect list joined by commas"
NEAREST = "Training caption with the most similar aspect list"

Captions = dict[str, tuple[str, ...]]
Figures = Mapping[str, Score | None]


@dataclass(frozen=True)
class Clip:
    caption: str
    aspects: tuple[str, ...]
    annotator: str
    evaluated: bool


@dataclass(frozen=True)
class FloorFigure:
    """One figure of one floor, beside the published one."""

    floor: str
    figure: str
    title: str
    ours: Score
    least: float | None
    """Over several draws of the caption, where all hangs on one; else None."""
    greatest: float | None
    published: float | None
    agrees: bool | None
    """None where nothing is published."""
    other_seed: int | None
    """The first whose draw agrees in all figures of the floor, where this seed's does not in this one."""


@dataclass(frozen=True)
class MusicCapsFloors:
    train: int
    judged: int
    strangers: int
    """Clips that judge and whose annotator wrote no training caption: they get one of anybody's."""
    seed: int
    draws: int
    tolerance: float
    figures: tuple[FloorFigure, ...]

    def sentence(self) -> str:
        told = [figure for figure in self.figures if figure.agrees is not None]
        same = sum(bool(figure.agrees) for figure in told)
        seeds = {figure.other_seed for figure in told if figure.other_seed is not None}
        drawn = sum(figure.other_seed is not None for figure in told)
        also = "".join(f", and {drawn} more with seed {seed}" for seed in seeds)
        return (
            f"{self.judged:,} clips judge captions that were made of {self.train:,} others without a sound. "
            f"{same} of {len(told)} figures are the published ones to {self.tolerance}{also}."
        )


def read_clips(table: Path) -> list[Clip]:
    clips = [
        Clip(
            row["caption"].strip(),
            tuple(listed(row["aspect_list"])),
            row["author_id"].strip(),
            is_evaluated(row),
        )
        for row in read_rows(table, ("author_id",))
    ]
    judged = sum(clip.evaluated for clip in clips)
    if judged < 2 or judged == len(clips):
        raise RequestProblem(
            f"{table.name} has {judged:,} clips that judge and {len(clips) - judged:,} to learn from.",
            "At least two and one are wanted.",
        )
    return clips


def musiccaps_floors(
    clips: Sequence[Clip],
    *,
    seed: int,
    draws: int = DRAWS,
    resamples: int = RESAMPLES,
    should_stop: ShouldStop = never,
) -> MusicCapsFloors:
    """The constant caption is drawn so many times: with this seed, which counts, and those that follow."""
    train = [clip for clip in clips if not clip.evaluated]
    judged = [clip for clip in clips if clip.evaluated]
    references = [[clip.caption] for clip in judged]

    def scores(said: Sequence[str], resamples: int) -> Figures:
        return caption_scores(
            said, references, retrieval=False, seed=seed, resamples=resamples, should_stop=should_stop
        ).figures

    learnt = [clip.caption for clip in train]
    seeds = range(seed, seed + draws) if draws > 1 else ()
    others = {each: constant_caption(learnt, seed=each, should_stop=should_stop) for each in seeds}
    judgements = {said: scores((said,) * len(judged), 0) for said in set(others.values())}
    drawn = {each: judgements[said] for each, said in others.items()}
    found: list[FloorFigure] = []
    for name, said in _captions(train, judged, seed).items():
        found += _beside(name, scores(said, resamples), drawn if name == CONSTANT else {})
    known = {clip.annotator for clip in train}
    strangers = sum(clip.annotator not in known for clip in judged)
    return MusicCapsFloors(len(train), len(judged), strangers, seed, draws, TOLERANCE, tuple(found))


def _captions(train: Sequence[Clip], judged: Sequence[Clip], seed: int) -> Captions:
    learnt = [clip.caption for clip in train]
    rng = np.random.default_rng(seed)
    of: dict[str, list[str]] = {}
    for clip in train:
        of.setdefault(clip.annotator, []).append(clip.caption)
    by_same = [of.get(clip.annotator, learnt) for clip in judged]
    return {
        RANDOM: random_captions(learnt, len(judged), seed=seed),
        CONSTANT: (constant_caption(learnt, seed=seed),) * len(judged),
        ANNOTATOR: tuple(some[rng.integers(len(some))] for some in by_same),
        ASPECTS: tuple(", ".join(clip.aspects) for clip in judged),
        NEAREST: tuple(learnt[place] for place in _nearest(train, judged)),
    }


def _nearest(train: Sequence[Clip], judged: Sequence[Clip]) -> list[int]:
    """The clip that shares the greatest part of the words of both aspect lists; of equal ones the first."""
    texts = [words(" ".join(clip.aspects)) for clip in (*judged, *train)]
    has = (count_sequences(texts, 1)[0] > 0).astype(np.float64)
    kinds = has.sum(1)
    shared = (has[: len(judged)] @ has[len(judged) :].T).toarray()
    either = kinds[: len(judged), None] + kinds[None, len(judged) :] - shared
    places: list[int] = (shared / np.maximum(either, 1)).argmax(1).tolist()
    return places


def _beside(floor: str, ours: Figures, drawn: Mapping[int, Figures]) -> Iterator[FloorFigure]:
    table = find_published(PUBLISHED)
    row = next(row for row in table.rows if row.name == floor)
    published = {column.metric: row.values.get(column.name) for column in table.columns}
    other = next((seed for seed, figures in drawn.items() if _agree(figures, published)), None)
    for column in table.columns:
        name = column.metric
        score, printed = ours[name], published[name]
        if score is None:
            continue
        values = [each.value for figures in drawn.values() if (each := figures[name])]
        agrees = None if printed is None else _agree(ours, {name: printed})
        yield FloorFigure(
            floor=floor,
            figure=name,
            title=column.title,
            ours=score,
            least=min(values, default=None),
            greatest=max(values, default=None),
            published=printed,
            agrees=agrees,
            other_seed=other if agrees is False else None,
        )


def _agree(ours: Figures, published: Mapping[str, float | None]) -> bool:
    told = [(ours[name], printed) for name, printed in published.items() if printed is not None]
    return all(score and abs(score.value - printed) <= TOLERANCE + PRINTED for score, printed in told)
