"""How well a few typed letters fit a name: in order, initials and runs of letters count most."""

from __future__ import annotations

from dataclasses import dataclass

START, FIRST, RUN, ANY = 8.0, 4.0, 8.0, 1.0
GAP, LENGTH = 0.06, 0.02
NEVER = float("-inf")


@dataclass(frozen=True)
class Fit:
    score: float
    places: tuple[int, ...]
    """Of the letters that were typed, in the name."""


def fit(typed: str, name: str) -> Fit | None:
    """None where a letter is missing. Words that are typed may stand in any order."""
    folded = _fold(name)
    total, places = -LENGTH * len(name), set[int]()
    for word in _fold(typed).split():
        found = _fit_word(word, folded)
        if found is None:
            return None
        total += found.score
        places.update(found.places)
    return Fit(total, tuple(sorted(places)))


def _fold(text: str) -> str:
    """Small letters, as many as there were, so that places keep their meaning."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _worth(name: str, place: int) -> float:
    """Of a letter by itself."""
    if place == 0:
        return START + FIRST
    return START if name[place].isalnum() and not name[place - 1].isalnum() else ANY


def _fit_word(word: str, name: str) -> Fit | None:
    """The best of all ways to find the letters in order; `best[j]` ends with the letter at `j`."""
    if len(word) > len(name):
        return None
    best = [_worth(name, j) - GAP * min(j, 20) if name[j] == word[0] else NEVER for j in range(len(name))]
    came: list[list[int]] = []
    for letter in word[1:]:
        row, back = [NEVER] * len(name), [-1] * len(name)
        nearest, at = NEVER, -1
        for j in range(1, len(name)):
            if best[j - 1] + GAP * (j - 1) > nearest:
                nearest, at = best[j - 1] + GAP * (j - 1), j - 1
            if name[j] != letter or at < 0 or nearest == NEVER:
                continue
            apart = nearest - GAP * (j - 1) + _worth(name, j)
            run = best[j - 1] + max(RUN, _worth(name, j))
            row[j], back[j] = max((apart, at), (run, j - 1))
        best = row
        came.append(back)
    score = max(best)
    if score == NEVER:
        return None
    places = [best.index(score)]
    for back in reversed(came):
        places.append(back[places[-1]])
    return Fit(score, tuple(reversed(places)))
