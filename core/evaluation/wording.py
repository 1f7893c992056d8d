"""What two texts have in common: sequences of words for BLEU and CIDEr-D, a common order for ROUGE-L.

All of them are told track by track, so that a resample never reads a text again. METEOR
is left out: its synonyms come from a dictionary that is not part of this program, and
without them the figure would bear the name and not be comparable with any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.errors import Interrupted
from core.evaluation.draws import Floats, Rows
from core.evaluation.sums import ratio
from core.progress import ShouldStop, never

Words = list[str]
References = Sequence[Sequence[str]]
"""Of each track what people wrote of it, at least one text."""
Counts = Any
"""scipy's csr_array: (texts, sequences of one length), how often each is in each."""

LONGEST = 4
"""Words of the longest sequence that counts."""
SIGMA = 6.0
"""How far lengths may differ before CIDEr-D takes offence."""
AT_ONCE = 256
"""Texts between two questions whether to stop."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")


def tokens(text: str) -> Words:
    """Words and marks as they are written, for BLEU."""
    return _TOKEN.findall(text)


def words(text: str) -> Words:
    """In lower case, without marks and unstemmed, for everything else."""
    return _WORD.findall(text.lower())


@dataclass(frozen=True)
class BleuCounts:
    """What corpus BLEU is made of, track by track."""

    said: Floats
    """Tokens of what was said."""
    meant: Floats
    """Tokens of the reference whose length is nearest, of two the shorter one."""
    matched: Floats
    """(tracks, lengths): sequences that a reference has as well, each as often as it has it at most."""
    tried: Floats
    """(tracks, lengths): all sequences that were said."""


def bleu_counts(said: Sequence[str], references: References) -> BleuCounts:
    ours, theirs = [tokens(text) for text in said], [tokens(text) for text in _flat(references)]
    turns = by_turns(references)
    lengths = np.array([len(text) for text in ours], np.float64)
    matched = []
    for counts in count_sequences([*ours, *theirs, []]):
        mine, meant = counts[: len(ours)], counts[len(ours) :]
        matched.append(mine.minimum(_greatest(meant, turns)).sum(1))
    tried = np.maximum(lengths[:, None] - np.arange(LONGEST), 0)
    return BleuCounts(lengths, _nearest_length(lengths, theirs, turns), np.stack(matched, 1), tried)


def rouge_l(said: Sequence[str], references: References, should_stop: ShouldStop = never) -> Floats:
    """Of each track the F1 of the longest common subsequence of words, with the reference that fits best."""
    ours = [words(text) for text in said]
    theirs = [[words(text) for text in of_one] for of_one in references]
    found = np.zeros(len(ours))
    for row, (mine, meant) in enumerate(zip(ours, theirs, strict=True)):
        if row % AT_ONCE == 0 and should_stop():
            raise Interrupted
        found[row] = max(overlap(mine, each) for each in meant)
    return found


def overlap(first: Words, second: Words) -> float:
    """F1 of the longest common subsequence; 0 where either is empty."""
    return 2 * common_length(first, second) / max(len(first) + len(second), 1)


def common_length(first: Words, second: Words) -> int:
    """How many words the longest common subsequence has.

    A bit for each word of the first says whether the subsequence cannot grow there yet: one sum then
    moves a whole row of the usual table.
    """
    places: dict[str, int] = {}
    for place, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << place
    all_ = (1 << len(first)) - 1
    still = all_
    for word in second:
        here = still & places.get(word, 0)
        still = ((still + here) | (still - here)) & all_
    return len(first) - still.bit_count()


def cider_d(said: Sequence[str], references: References) -> Floats:
    """Of each track ten times the mean likeness of its sequences of one to four words.

    A sequence weighs the more, the fewer tracks have it in a reference. Repeating one wins nothing, and
    another length than the reference's costs.
    """
    ours, theirs = [words(text) for text in said], [words(text) for text in _flat(references)]
    turns, n = by_turns(references), len(ours)
    length = np.array([len(text) for text in [*ours, *theirs, []]], np.float64)
    found = np.zeros(n)
    for counts in count_sequences([*ours, *theirs, []]):
        weighed = counts.multiply(rarity(counts[n:], turns)[None]).tocsr()
        norm = np.sqrt(weighed.power(2).sum(1))
        mine = weighed[:n]
        for turn in turns:
            meant = weighed[n:][turn]
            alike = mine.minimum(meant).multiply(meant).sum(1)
            apart = length[:n] - length[n:][turn]
            likeness = np.nan_to_num(ratio(alike, norm[:n] * norm[n:][turn]))
            found += likeness * np.exp(-(apart**2) / (2 * SIGMA**2))
    return 10 * found / LONGEST / [len(of_one) for of_one in references]


def rarity(counts: Counts, turns: list[Rows]) -> Floats:
    """−ln of the share of tracks that have it in a reference; what none has weighs like what one has."""
    tracks = (_greatest(counts, turns) > 0).sum(0)
    rare: Floats = np.log(len(turns[0])) - np.log(np.maximum(tracks, 1))
    return rare


def count_sequences(texts: Sequence[Words], longest: int = LONGEST) -> list[Counts]:
    """For each length how often each sequence is in each text; the columns are those of all texts."""
    from scipy.sparse import coo_array

    numbers: dict[str, int] = {}
    word = np.array([numbers.setdefault(each, len(numbers)) for text in texts for each in text], np.int64)
    lengths = np.array([len(text) for text in texts], np.int64)
    row = np.repeat(np.arange(len(texts)), lengths)
    left = np.cumsum(lengths)[row] - np.arange(len(word))
    found, sequence = [], np.zeros(len(word), np.int64)
    for length in range(1, longest + 1):
        starts = np.flatnonzero(left >= length)
        longer = sequence[starts] * len(numbers) + word[starts + length - 1]
        kinds, column = np.unique(longer, return_inverse=True)
        sequence[starts] = column
        entries = np.ones(len(starts)), (row[starts], column)
        found.append(coo_array(entries, shape=(len(texts), max(len(kinds), 1))).tocsr())
    return found


def checked(said: Sequence[str], references: References) -> None:
    if not len(said):
        raise ValueError("no captions")
    if len(said) != len(references):
        raise ValueError(f"{len(said)} captions, and references of {len(references)} tracks")
    if any(isinstance(of_one, str) for of_one in references):
        raise ValueError("the references of a track are a list of texts, be it of one")
    lacking = sum(not of_one for of_one in references)
    if lacking:
        raise ValueError(f"{lacking} of {len(said)} tracks have no reference")


def _flat(references: References) -> list[str]:
    return [text for of_one in references for text in of_one]


def by_turns(references: References) -> list[Rows]:
    """Of each track the place of its first reference among all of them, then of its second, and so on.

    A track that has no more points behind the last one, where an empty text lies.
    """
    counts = np.array([len(of_one) for of_one in references])
    first = np.cumsum(counts) - counts
    return [np.where(turn < counts, first + turn, counts.sum()) for turn in range(counts.max())]


def _greatest(counts: Counts, turns: list[Rows]) -> Counts:
    """(tracks, sequences): how often the reference has it that has it most."""
    found = counts[turns[0]]
    for turn in turns[1:]:
        found = found.maximum(counts[turn])
    return found


def _nearest_length(said: Floats, theirs: list[Words], turns: list[Rows]) -> Floats:
    lengths = np.array([*(len(text) for text in theirs), np.inf])
    best = lengths[turns[0]]
    for turn in turns[1:]:
        other = lengths[turn]
        gap, best_gap = np.abs(other - said), np.abs(best - said)
        best = np.where((gap < best_gap) | ((gap == best_gap) & (other < best)), other, best)
    return best
