"""How each figure about captions is worked out, and by what: the same name means other numbers elsewhere."""

from __future__ import annotations

from core.evaluation.methods import EDGE, GROUPS, TRACKS, WILSON

IMPLEMENTATION = "Soundings caption scorers, version 1"
"""To be counted up whenever a figure of the same captions changes."""

_BLEU = (
    "corpus BLEU over sequences of up to {length} words and marks as written, case counting; unsmoothed, "
    "brevity by the nearest reference length"
)
_LIKENESS = "by the words shared (tf-idf cosine) or the similarity that was given, equal ones in every order"
_MACRO = "of each value that is true of some track, averaged"

CAPTION_METHODS = {
    **{f"bleu_{length}": _BLEU.format(length=length) for length in range(1, 5)},
    "rouge_l": "F1 of the longest common subsequence of lower-cased words, unstemmed, with the best "
    "reference; mean over tracks",
    "cider_d": "CIDEr-D of lower-cased words, unstemmed, times 10: sequences of 1 to 4, sigma 6, rarity "
    "by the references of these tracks",
    "recall_at_1": f"share of captions whose own track comes first in the pool, {_LIKENESS}",
    "recall_at_5": f"share of captions whose own track is among the first 5 of the pool, {_LIKENESS}",
    "recall_at_10": f"share of captions whose own track is among the first 10 of the pool, {_LIKENESS}",
    "median_rank": "median rank of the own track in the pool, equal ones in every order",
    "mean_reciprocal_rank": "mean of 1 / rank of the own track in the pool, equal ones in every order",
    "attribute_accuracy": "share of tracks whose text names the true value and no other",
    "attribute_named": "share of tracks whose text names any value",
    "attribute_micro_precision": "of all values that texts name, the share that is true",
    "attribute_micro_recall": "of all values that are true, the share that the text names",
    "attribute_micro_f1": "harmonic mean of micro precision and micro recall",
    "attribute_macro_precision": f"precision {_MACRO}; values that are never named are left out",
    "attribute_macro_recall": f"recall {_MACRO}",
    "attribute_macro_f1": f"F1 {_MACRO}; 0 where the value is never named",
}
"""How the value of each figure is worked out. METEOR is none of them: its synonyms need a dictionary."""

CAPTION_SHARES = ("attribute_accuracy", "attribute_named", "recall_at_1", "recall_at_5", "recall_at_10")
"""Figures that are shares of tracks; recall only while no two tracks are equally like a caption."""


def caption_method(figure: str, *, groups: int | None, resamples: int) -> str:
    """Value, interval and implementation in one line."""
    drawn = (TRACKS if groups is None else GROUPS).format(resamples=f"{resamples:,}", groups=groups)
    if figure in CAPTION_SHARES:
        drawn = WILSON if groups is None else f"{drawn}; {EDGE}"
    return f"{CAPTION_METHODS[figure]}. Interval: {drawn}. By {IMPLEMENTATION}."
