"""How well captions say what people wrote: corpus BLEU, ROUGE-L, CIDEr-D, and what they are good for.

None of these is worth a word without its floors: people who describe music have habits,
and one sentence that was learnt by heart shares many of them. `caption_floors` has what
can be said without listening; what a caption is *about* is asked by retrieval and by
attributes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from core.evaluation.attributes import Attribute, AttributeScores, Truth, attribute_scores
from core.evaluation.draws import LEVEL, RESAMPLES, Draws, Floats, Rows, numbered
from core.evaluation.intervals import Score
from core.evaluation.retrieval import RetrievalScores, retrieval_scores, text_retrieval_scores
from core.evaluation.sums import Sums, Totals, one, ratio, scored
from core.evaluation.wording import LONGEST, References, bleu_counts, checked, cider_d, rouge_l, words
from core.progress import ShouldStop, never

TOO_SHORT = "no caption has so many words"
ONE_TRACK = "of a single track every word is as rare as any other"


class _How(TypedDict):
    groups: Rows | None
    seed: int
    resamples: int
    level: float
    should_stop: ShouldStop


@dataclass(frozen=True)
class Wording:
    distinct: int
    """Captions that differ. Where they are far fewer than tracks, whoever speaks hardly listens."""
    empty: int
    """Captions without a word."""
    words: float
    """Of a caption on average."""
    reference_words: float


@dataclass(frozen=True)
class CaptionScores:
    n: int
    groups: int | None
    """How many groups the intervals rest on; None where each track stands alone."""
    figures: dict[str, Score | None]
    reasons: dict[str, str]
    """Why a figure is None."""
    wording: Wording
    retrieval: RetrievalScores | None
    """By the words shared with the references, or by the similarity that was given."""
    attributes: dict[str, AttributeScores]


class CaptionSample:
    """Captions and references, told as sums."""

    def __init__(self, said: Sequence[str], references: References, should_stop: ShouldStop = never) -> None:
        checked(said, references)
        self.n = len(said)
        self.reasons: dict[str, str] = {}
        bleu = bleu_counts(said, references)
        parts = {"tracks": np.ones(self.n), "said": bleu.said, "meant": bleu.meant}
        for length in range(LONGEST):
            parts[f"matched_{length + 1}"] = bleu.matched[:, length]
            parts[f"tried_{length + 1}"] = bleu.tried[:, length]
            if not bleu.tried[:, length].any():
                self.reasons[f"bleu_{length + 1}"] = TOO_SHORT
        parts["rouge_l"] = rouge_l(said, references, should_stop)
        if self.n > 1:
            parts["cider_d"] = cider_d(said, references)
        else:
            self.reasons["cider_d"] = ONE_TRACK
        self.sums = Sums({name: one(values) for name, values in parts.items()})

    def drawn(self, draws: Draws) -> Totals:
        return self.sums.drawn(draws)

    def figures(self, totals: Totals) -> Totals:
        total = {name: values[0] for name, values in totals.items()}
        found = {f"bleu_{length}": values for length, values in enumerate(_bleu(total), 1)}
        for name in ("rouge_l", "cider_d"):
            if name in total:
                found[name] = total[name] / total["tracks"]
        return {name: values for name, values in found.items() if name not in self.reasons}


def _bleu(total: dict[str, Floats]) -> list[Floats]:
    """The geometric mean of the shares that match, for sequences of up to 1, 2, 3 and 4 words."""
    with np.errstate(divide="ignore"):
        brevity = np.minimum(1 - ratio(total["meant"], total["said"]), 0)
        logs = [np.log(ratio(total[f"matched_{k}"], total[f"tried_{k}"])) for k in range(1, LONGEST + 1)]
    return [np.exp(brevity + sum(logs[:k]) / k) for k in range(1, LONGEST + 1)]


def caption_scores(
    said: Sequence[str],
    references: References,
    *,
    groups: Rows | None = None,
    similarity: Floats | None = None,
    attributes: Mapping[str, tuple[Attribute, Truth]] | None = None,
    retrieval: bool = True,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> CaptionScores:
    """From one caption and the references of each track.

    `groups`, the artists say, are drawn whole; below zero stands for a track by itself. `similarity`
    (captions, tracks) is that of an encoder of both, where there is one. `attributes` have what is true
    of each track: see `attribute_scores`.
    """
    sample = CaptionSample(said, references, should_stop)
    draws = Draws(numbered(groups, sample.n), seed, resamples, should_stop)
    figures: dict[str, Score | None] = dict.fromkeys(sample.reasons)
    for name, values in sample.figures(sample.drawn(draws)).items():
        figures[name] = scored(values, sample.n, level)
    how = _How(groups=groups, seed=seed, resamples=resamples, level=level, should_stop=should_stop)
    found = None
    if similarity is not None:
        found = retrieval_scores(similarity, **how)
    elif retrieval:
        found = text_retrieval_scores(said, references, **how)
    return CaptionScores(
        sample.n,
        None if groups is None else draws.groups,
        figures,
        sample.reasons,
        _wording(said, references),
        found,
        {name: attribute_scores(of, said, truth, **how) for name, (of, truth) in (attributes or {}).items()},
    )


def _wording(said: Sequence[str], references: References) -> Wording:
    ours = [len(words(text)) for text in said]
    theirs = [len(words(text)) for of_one in references for text in of_one]
    return Wording(len(set(said)), ours.count(0), float(np.mean(ours)), float(np.mean(theirs)))
