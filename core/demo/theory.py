"""Scales, chords by their numerals, and the smoothest way from one chord to the next."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from core.demo.score import Chord

NOTES = ("C", "D♭", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B")
SHARP = {1: "C♯", 8: "G♯"}
"""As minor keys spell them."""

MODES = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "hijaz": (0, 1, 4, 5, 7, 8, 10),
    "blues": (0, 3, 5, 6, 7, 10),
    "major pentatonic": (0, 2, 4, 7, 9),
    "slendro": (0, 2, 5, 7, 10),
    "pelog": (0, 1, 3, 7, 8),
}

BRIGHTNESS = {
    "lydian": 0.8,
    "major": 0.7,
    "major pentatonic": 0.7,
    "mixolydian": 0.5,
    "slendro": 0.3,
    "blues": 0.1,
    "dorian": -0.1,
    "minor": -0.5,
    "pelog": -0.2,
    "harmonic minor": -0.5,
    "hijaz": -0.3,
    "phrygian": -0.6,
}
"""How bright listeners tend to find a mode, from -1 to 1."""

_DEGREES = {"I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11}
_NUMERAL = re.compile(r"(b|#)?(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)(.*)")
_KINDS: dict[tuple[bool, str], tuple[int, ...]] = {
    (True, ""): (0, 4, 7),
    (False, ""): (0, 3, 7),
    (True, "5"): (0, 7),
    (False, "5"): (0, 7),
    (True, "6"): (0, 4, 7, 9),
    (False, "6"): (0, 3, 7, 9),
    (True, "7"): (0, 4, 7, 10),
    (False, "7"): (0, 3, 7, 10),
    (True, "M7"): (0, 4, 7, 11),
    (True, "9"): (0, 4, 7, 10, 2),
    (False, "9"): (0, 3, 7, 10, 2),
    (True, "M9"): (0, 4, 7, 11, 2),
    (True, "add9"): (0, 4, 7, 2),
    (False, "add9"): (0, 3, 7, 2),
    (True, "sus"): (0, 5, 7),
    (False, "o"): (0, 3, 6),
    (False, "h7"): (0, 3, 6, 10),
}


@functools.cache
def chord(name: str) -> Chord:
    """Read a numeral: `ii7`, `bVII`, `IM7`. Degrees are those of the major scale, whatever the mode."""
    found = _NUMERAL.fullmatch(name)
    if found is None:
        raise ValueError(f"{name} is no chord")
    accidental, numeral, kind = found.groups()
    root = (_DEGREES[numeral.upper()] + {"b": -1, "#": 1, None: 0}[accidental]) % 12
    tones = _KINDS[numeral.isupper(), kind]
    return Chord(name, root, tuple((root + tone) % 12 for tone in tones))


def progression(text: str) -> tuple[tuple[Chord, ...], ...]:
    """`"I vi ii,V7"`: one word a bar, chords of one bar joined by commas."""
    return tuple(tuple(chord(name) for name in bar.split(",")) for bar in text.split())


def pitches(tonic: int, classes: Sequence[int], low: int, high: int) -> list[int]:
    """All MIDI pitches from `low` to `high` whose distance from the tonic is one of `classes`."""
    wanted = set(classes)
    return [pitch for pitch in range(low, high + 1) if (pitch - tonic) % 12 in wanted]


def fitting_scale(scale: Sequence[int], chord_: Chord) -> tuple[int, ...]:
    """The scale while this chord sounds: what lies a semitone beside a foreign chord tone gives way to it."""
    foreign = [tone for tone in chord_.tones if tone not in scale]
    kept = [tone for tone in scale if all((tone - f) % 12 not in (1, 11) for f in foreign)]
    return tuple(sorted({*kept, *chord_.tones}))


def nearest(pool: Sequence[int], pitch: float) -> int:
    return min(pool, key=lambda candidate: (abs(candidate - pitch), candidate))


def voicing(tonic: int, chord_: Chord, before: Sequence[int], centre: int, voices: int) -> tuple[int, ...]:
    """Chord tones around `centre`, each as near as can be to where the voices stood `before`."""
    classes = _chosen(chord_, voices)
    best: tuple[float, tuple[int, ...]] | None = None
    for order in set(itertools.permutations(classes)):
        start = tonic + order[0]
        for low in (start + 12 * k for k in range(11)):
            if not centre - 12 <= low <= centre + 3:
                continue
            stack = _stack(low, order, tonic)
            cost = abs(sum(stack) / len(stack) - centre) * 0.7 + 0.3 * max(stack[-1] - stack[0] - 14, 0)
            gaps = [b - a for a, b in itertools.pairwise(stack)]
            cost += 2.0 * gaps.count(1) + 0.4 * gaps.count(2)
            if len(before) == len(stack):
                cost += sum(abs(a - b) for a, b in zip(before, stack, strict=True)) / len(stack)
            if best is None or (cost, stack) < best:
                best = (cost, stack)
    assert best is not None
    return best[1]


def _chosen(chord_: Chord, voices: int) -> tuple[int, ...]:
    """With fewer voices than tones the fifth goes first, then the root; with more, tones are doubled."""
    tones = list(chord_.tones)
    if len(tones) > voices and len(tones) > 3:
        tones.pop(2)
    if len(tones) > voices and len(tones) > 3:
        tones.pop(0)
    tones = tones[:voices]
    return (*tones, *(chord_.root for _ in range(voices - len(tones))))


def _stack(low: int, order: Sequence[int], tonic: int) -> tuple[int, ...]:
    stack = [low]
    for tone in order[1:]:
        step = (tone + tonic - stack[-1]) % 12
        stack.append(stack[-1] + (step or 12))
    return tuple(stack)


def key_name(tonic: int, mode: str) -> str:
    third_is_minor = 4 not in MODES[mode]
    return f"{(third_is_minor and SHARP.get(tonic % 12)) or NOTES[tonic % 12]} {mode}"
