"""Whether a caption names what is true of a track: its style, its instruments.

A text names a value by its words, whole and in order, in the singular or the plural; of
values that begin at the same word the longest counts, so that a bass drum is no bass.
What stands right behind "no" or "without" is not named. More of grammar is not read: "no
drums or bass" names a bass.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.evaluation.draws import LEVEL, RESAMPLES, Draws, Floats, Rows, numbered
from core.evaluation.intervals import Score
from core.evaluation.ranks import Mask
from core.evaluation.sums import Totals, mean_of_known, ratio, scored, share
from core.evaluation.wording import Words, words
from core.progress import ShouldStop, never

Truth = Sequence[Collection[str] | None]
"""What is true of each track; None where nobody has said."""

DENIED = frozenset(("no", "without"))
ALWAYS_PLURAL = frozenset(("blues",))
SHORTEST_PLURAL = 4

NEVER_NAMED = "no text names any value"
NO_VALUE = "nothing is true of any track"


class Attribute:
    """A field and how texts call its values."""

    def __init__(
        self, values: Collection[str] | Mapping[str, Collection[str]], *, many: bool = False
    ) -> None:
        """Of each value its other spellings, where there are any. `many`: a track may have several."""
        self.many = many
        self.values = tuple(values)
        spellings = values if isinstance(values, Mapping) else dict.fromkeys(values, ())
        of: dict[tuple[str, ...], str] = {}
        for value, others in spellings.items():
            for spelling in (value, *others):
                phrase = tuple(_plain(word) for word in words(spelling))
                if not phrase:
                    raise ValueError(f"{value!r} has a spelling without a word")
                if of.setdefault(phrase, value) != value:
                    raise ValueError(f"{spelling!r} could be {of[phrase]!r} or {value!r}")
        self._starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in sorted(of, key=len, reverse=True):
            self._starts.setdefault(phrase[0], []).append((phrase, of[phrase]))

    def named(self, text: str) -> frozenset[str]:
        said = words(text)
        plain = [_plain(word) for word in said]
        found: set[str] = set()
        place = 0
        while place < len(plain):
            phrase, value = self._at(plain, place)
            if value is not None and (not place or said[place - 1] not in DENIED):
                found.add(value)
            place += len(phrase)
        return frozenset(found)

    def _at(self, plain: Words, place: int) -> tuple[tuple[str, ...], str | None]:
        """What begins here, the longest first."""
        for phrase, value in self._starts.get(plain[place], ()):
            if tuple(plain[place : place + len(phrase)]) == phrase:
                return phrase, value
        return (plain[place],), None


def told_apart(values: Collection[str]) -> dict[str, str]:
    """What each value is called; those that texts call alike, as a jig and jigs, are one.

    Values without a word, which no text can name, are missing.
    """
    first: dict[tuple[str, ...], str] = {}
    found = {}
    for value in sorted(values):
        phrase = tuple(_plain(word) for word in words(value))
        if phrase:
            found[value] = first.setdefault(phrase, value)
    return found


def _plain(word: str) -> str:
    """Without the plural; a word that is none may lose its end as well, in vocabulary and text alike."""
    if len(word) < SHORTEST_PLURAL or word in ALWAYS_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")


@dataclass(frozen=True)
class OneValue:
    """Tracks that it is true of, texts that name it, and those that do so rightly."""

    true: int
    named: int
    right: int


@dataclass(frozen=True)
class AttributeScores:
    n: int
    """Tracks of which somebody has said what is true."""
    unknown: int
    """Tracks that are left out, because nobody has."""
    groups: int | None
    """How many groups the intervals rest on; None where each track stands alone."""
    figures: dict[str, Score | None]
    reasons: dict[str, str]
    """Why a figure is None."""
    values: dict[str, OneValue]
    majority: float | None
    """What naming the commonest value reaches throughout. None where a track may have several."""


class AttributeSample:
    """(tracks, values) each: what is true, what was named."""

    def __init__(self, attribute: Attribute, texts: Sequence[str], truth: Truth) -> None:
        known = [(text, true) for text, true in zip(texts, truth, strict=True) if true is not None]
        if not known:
            raise ValueError("nobody has said what is true of any track")
        self.attribute, self.n = attribute, len(known)
        self.true = _table(attribute, [true for _, true in known])
        self.named = _table(attribute, [attribute.named(text) for text, _ in known])
        if not attribute.many and (self.true.sum(1) != 1).any():
            raise ValueError("a track has exactly one value of this attribute, or none is known")

    def counts(self) -> dict[str, OneValue]:
        columns = (self.true, self.named, self.true & self.named)
        sums = zip(*(column.sum(0).tolist() for column in columns), strict=True)
        return {value: OneValue(*each) for value, each in zip(self.attribute.values, sums, strict=True)}

    def shares(self, draws: Draws, level: float, groups: int | None) -> dict[str, Score | None]:
        """Of a single value only who names the true one and no other has told it."""
        hits: dict[str, Mask] = {"attribute_named": self.named.sum(1) > 0}
        if not self.attribute.many:
            hits["attribute_accuracy"] = (self.true != self.named).sum(1) == 0
        tried = _drawn(np.ones((self.n, 1)), draws)[0]
        return {
            name: share(_drawn(hit[:, None], draws)[0], tried, groups, level) for name, hit in hits.items()
        }

    def found(self, draws: Draws) -> Totals:
        """Of several values how many of those named are true, and of those true named."""
        true, named = _drawn(self.true, draws), _drawn(self.named, draws)
        right = _drawn(self.true & self.named, draws)
        occurs = true > 0
        return {
            "attribute_micro_precision": ratio(right.sum(0), named.sum(0)),
            "attribute_micro_recall": ratio(right.sum(0), true.sum(0)),
            "attribute_micro_f1": ratio(2 * right.sum(0), named.sum(0) + true.sum(0)),
            "attribute_macro_precision": mean_of_known(ratio(right, np.where(occurs, named, 0.0))),
            "attribute_macro_recall": mean_of_known(ratio(right, true)),
            "attribute_macro_f1": mean_of_known(ratio(2 * right, np.where(occurs, named + true, 0.0))),
        }


def attribute_scores(
    attribute: Attribute,
    texts: Sequence[str],
    truth: Truth,
    *,
    groups: Rows | None = None,
    seed: int,
    resamples: int = RESAMPLES,
    level: float = LEVEL,
    should_stop: ShouldStop = never,
) -> AttributeScores:
    """From the text about each track, and its true values.

    `groups`, the artists say, are drawn whole; below zero stands for a track by itself.
    """
    if not len(texts) == len(truth):
        raise ValueError(f"{len(texts)} texts, and what is true of {len(truth)} tracks")
    sample = AttributeSample(attribute, texts, truth)
    kept = np.array([true is not None for true in truth])
    kinds = None if groups is None else np.asarray(groups)[kept]
    draws = Draws(numbered(kinds, sample.n), seed, resamples, should_stop)
    counted = None if groups is None else draws.groups
    figures, reasons = sample.shares(draws, level, counted), {}
    for name, values in sample.found(draws).items() if attribute.many else ():
        if np.isfinite(values[0]):
            figures[name] = scored(values, sample.n, level)
        else:
            figures[name], reasons[name] = None, NEVER_NAMED if sample.true.any() else NO_VALUE
    return AttributeScores(
        n=sample.n,
        unknown=len(texts) - sample.n,
        groups=counted,
        figures=figures,
        reasons=reasons,
        values=sample.counts(),
        majority=None if attribute.many else float(sample.true.mean(0).max()),
    )


def _table(attribute: Attribute, of_each: Sequence[Collection[str]]) -> Mask:
    place = {value: column for column, value in enumerate(attribute.values)}
    found = np.zeros((len(of_each), len(place)), np.bool_)
    for row, values in enumerate(of_each):
        if isinstance(values, str):
            raise ValueError("the values of a track are a set or a list, be it of one")  # noqa: TRY004
        unknown = sorted(set(values) - place.keys())
        if unknown:
            raise ValueError(f"{unknown[0]!r} is no value of this attribute")
        found[row, [place[value] for value in values]] = True
    return found


def _drawn(columns: Mask | Floats, draws: Draws) -> Floats:
    """(columns, resamples): the sum down each column."""
    sums = np.zeros((draws.groups, columns.shape[1]))
    np.add.at(sums, draws.group, columns)
    return np.concatenate([sums.T @ counts for counts in draws.counts()], axis=1)
