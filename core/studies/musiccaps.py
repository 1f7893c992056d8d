"""What MusicCaps gives away without a sound: captions from its table alone, judged on the official split.

Whoever reports captions of MusicCaps should stand above these. They are worked out here
with our own scorers and set beside those that come with the program, so that the scorers
are held to account as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    within_draws: bool | None
    """Whether a draw between the least and the greatest would agree; None where there is one draw only."""


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
        drawn = sum(not figure.agrees and bool(figure.within_draws) for figure in told)
        parts = (
            f"{self.judged:,} clips judge captions that were made of {self.train:,} others without a sound.",
            f"{same} of {len(told)} figures are the published ones to {self.tolerance}",
            f"and {drawn} more could be by another draw of the constant caption." if drawn else "",
        )
        return f"{parts[0]} {parts[1]}{', ' if drawn else '.'}{parts[2]}"


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

    def scores(said: Sequence[str], resamples: int) -> dict[str, Score | None]:
        return caption_scores(
            said, references, retrieval=False, seed=seed, resamples=resamples, should_stop=should_stop
        ).figures

    learnt = [clip.caption for clip in train]
    seeds = range(seed, seed + draws) if draws > 1 else ()
    others = {constant_caption(learnt, seed=each, should_stop=should_stop) for each in seeds}
    drawn = [scores((said,) * len(judged), 0) for said in sorted(others)]
    found: list[FloorFigure] = []
    for name, said in _captions(train, judged, seed).items():
        found += _beside(name, scores(said, resamples), drawn if name == CONSTANT else [])
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


def _beside(
    floor: str, ours: dict[str, Score | None], drawn: Sequence[dict[str, Score | None]]
) -> Iterator[FloorFigure]:
    table = find_published(PUBLISHED)
    row = next(row for row in table.rows if row.name == floor)
    for column in table.columns:
        score = ours[column.metric]
        if score is None:
            continue
        values = [each.value for figures in drawn if (each := figures[column.metric])]
        least, greatest = (min(values), max(values)) if values else (None, None)
        published = row.values.get(column.name)
        agrees = within = None
        if published is not None:
            reach = TOLERANCE + PRINTED
            agrees = abs(score.value - published) <= reach
            if least is not None and greatest is not None:
                within = least - reach <= published <= greatest + reach
        yield FloorFigure(
            floor, column.metric, column.title, score, least, greatest, published, agrees, within
        )
