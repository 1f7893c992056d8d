"""What two runs beside each other amount to, in sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.results.figures import SHARES, figure_words, shown, signed

if TYPE_CHECKING:
    from core.evaluation import Comparison, Difference
    from core.runs.shown import RunLine
    from desktop.results.comparing import Compared
    from desktop.results.read import Facts

ENOUGH = 3
"""Seeds that tell a recipe from luck."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


@dataclass(frozen=True)
class Said:
    """`first` stands out; `more` is for whoever wants to know how."""

    first: str
    rest: str
    more: str


def compared_words(found: Compared, leading: str) -> Said:
    best = found.whole or found.alone
    apart = best.found.differences.get(leading)
    tracks = words.number(best.found.n)
    if apart is None:
        reason = best.found.reasons.get(leading, "")
        first = _tr("{} of A and B cannot be held against each other").format(figure_words(leading))
        return Said(first, f": {reason}." if reason else ".", "")
    first = _gap(leading, apart.score.value)
    rest = [_tr("on the same {} test tracks.").format(tracks), _interval(found, leading)]
    return Said(first, " ".join(part for part in rest if part), _how(best.found, apart))


def _gap(leading: str, gap: float) -> str:
    """`B is 6.3 points above A`"""
    size = _size(leading, abs(gap))
    if leading in SHARES:
        if gap == 0:
            return _tr("B and A are level")
        return (_tr("B is {} points above A") if gap > 0 else _tr("B is {} points below A")).format(size)
    figure = figure_words(leading)
    if gap == 0:
        return _tr("{}: B and A are level").format(figure)
    said = _tr("{}: B is {} above A") if gap > 0 else _tr("{}: B is {} below A")
    return said.format(figure, size)


def _size(leading: str, value: float) -> str:
    form = ",.1f" if leading in SHARES else ",.3f" if abs(value) < 10 else ",.1f"
    return signed(words.number(shown(leading, value), form))


def _interval(found: Compared, leading: str) -> str:
    alone = _range(found.alone.found.differences.get(leading), leading)
    whole = _range(found.whole.found.differences.get(leading), leading) if found.whole else ""
    if alone and whole and found.whole is not None:
        said = _tr("95 % interval: {} if tracks are independent, {} if whole artists are drawn ({} artists).")
        return said.format(alone, whole, words.number(found.whole.found.groups or 0))
    return _tr("95 % interval: {}.").format(whole or alone) if whole or alone else ""


def _range(apart: Difference | None, leading: str) -> str:
    if apart is None or apart.score.low is None or apart.score.high is None:
        return ""
    return _tr("{} to {}").format(_size(leading, apart.score.low), _size(leading, apart.score.high))


def _how(found: Comparison, apart: Difference) -> str:
    said = []
    if apart.p is not None:
        said.append(_tr("p = {} ({}).").format(words.number(apart.p, ".2g"), str(apart.by)))
    if (told := found.discordance) is not None:
        shared = _tr("Both are right on {} tracks, only A on {}, only B on {}, neither on {}.")
        counts = (told.both, told.only_first, told.only_second, told.neither)
        said.append(shared.format(*map(words.number, counts)))
    return " ".join(said)


def seeds_of(run: RunLine, lines: Sequence[RunLine], facts: Mapping[int, Facts]) -> dict[int, RunLine]:
    """Judged runs of the same recipe on the same split, by seed."""
    about = facts.get(run.run)
    if about is None:
        return {run.seed: run}
    same = (
        line
        for line in lines
        if line.scores
        and line.split == run.split
        and line.run in facts
        and facts[line.run].text == about.text
    )
    return {line.seed: line for line in same}


def seeds_words(a: Sequence[RunLine], b: Sequence[RunLine], leading: str, *, same: bool) -> str:
    """`same`: both runs are of one recipe."""
    if same:
        return _tr("Both are of the same recipe: what lies between them is luck.")
    few = min(len(a), len(b))
    if few < ENOUGH:
        if len(a) == len(b) == 1:
            return _tr("One seed each: three are needed to tell the recipe from luck.")
        said = _tr("Seeds: {} of A, {} of B; three of each are needed to tell the recipe from luck.")
        return said.format(len(a), len(b))
    means = [math.fsum(values) / len(values) for values in (_values(a, leading), _values(b, leading))]
    said = _tr("Over all seeds ({} of A, {} of B): A {} on average, B {}.")
    return said.format(len(a), len(b), *(_size(leading, mean) for mean in means))


def _values(lines: Sequence[RunLine], leading: str) -> list[float]:
    return [line.scores[leading].value for line in lines if leading in line.scores] or [math.nan]
