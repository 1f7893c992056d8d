"""Tunes: a motive is stated, answered, moved and brought home, and agrees with the chord on strong beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.demo.score import Chord, Metre
from core.demo.style import events
from core.demo.theory import fitting_scale, nearest, pitches


@dataclass(frozen=True)
class Tone:
    """A note of a tune within its bar: `step` and `length` on the grid."""

    step: int
    length: int
    pitch: int


Bar = tuple[Tone, ...]


@dataclass(frozen=True)
class Ground:
    """What a tune stands on. `chords` of each bar share its length evenly."""

    tonic: int
    scale: tuple[int, ...]
    metre: Metre
    chords: Sequence[tuple[Chord, ...]]
    centre: int
    leap: float

    def chord_at(self, bar: int, step: int) -> Chord:
        chords = self.chords[bar % len(self.chords)]
        return chords[min(step * len(chords) // self.metre.steps, len(chords) - 1)]


@dataclass(frozen=True)
class Motive:
    """A rhythm with its shape: `moves` in steps of the scale, the first from wherever it starts."""

    rhythm: tuple[tuple[int, int], ...]
    moves: tuple[int, ...]


def read_rhythm(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((step, length) for step, length, _ in events(text))


def invent(rhythm: tuple[tuple[int, int], ...], leap: float, rng: np.random.Generator) -> Motive:
    """Mostly steps that keep their direction; a leap is followed by a step back."""
    moves, direction, owed = [0], int(rng.choice([-1, 1])), 0
    for _ in rhythm[1:]:
        if owed:
            moves.append(-owed)
            owed = 0
        elif rng.random() < leap:
            size = int(rng.choice([2, 2, 3, 4]))
            moves.append(size * direction)
            owed = direction
        else:
            if rng.random() < 0.3:
                direction = -direction
            moves.append(0 if rng.random() < 0.1 else direction)
    return Motive(rhythm, tuple(moves))


def vary(motive: Motive, rng: np.random.Generator) -> Motive:
    """Same rhythm, new tail; or the shape upside down."""
    half = max(len(motive.moves) // 2, 1)
    if rng.random() < 0.3:
        return Motive(motive.rhythm, tuple(-move for move in motive.moves))
    tail = tuple(int(rng.choice([-1, 1, -1, 1, 2, -2])) for _ in motive.moves[half:])
    return Motive(motive.rhythm, motive.moves[:half] + tail)


def theme(
    ground: Ground, cells: Sequence[str], bars: int, phrase: int, rng: np.random.Generator
) -> list[Bar]:
    """Phrases of motive, answer, motive, close; every second close rests on the tonic."""
    ordered = sorted((read_rhythm(cells[k]) for k in rng.permutation(len(cells))), key=lambda r: len(r) < 3)
    first = invent(ordered[0], ground.leap, rng)
    second = invent(ordered[1 % len(ordered)], ground.leap, rng)
    tune: list[Bar] = []
    pitch = nearest(
        pitches(ground.tonic, ground.chord_at(0, 0).tones, ground.centre - 9, ground.centre + 9),
        ground.centre + int(rng.integers(-3, 5)),
    )
    home = int(rng.integers(-2, 3))
    for bar in range(bars):
        place = bar % phrase
        if place == phrase - 1:
            tune.append(
                _close(ground, bar, pitch, final=bar // phrase % 2 == 1 or bar == bars - 1, motive=second)
            )
        else:
            motive = (first, vary(first, rng) if rng.random() < 0.5 else first, second)[place % 3]
            start = pitch if place % 2 else ground.centre + home + int(rng.integers(-1, 2))
            tune.append(_sing(ground, bar, motive, start))
        if tune[-1]:
            pitch = tune[-1][-1].pitch
    return tune


def _sing(ground: Ground, bar: int, motive: Motive, start: float) -> Bar:
    tones: list[Tone] = []
    low, high = ground.centre - 9, ground.centre + 12
    pitch = float(start)
    for (step, length), move in zip(motive.rhythm, motive.moves, strict=True):
        chord = ground.chord_at(bar, step)
        pool = pitches(ground.tonic, fitting_scale(ground.scale, chord), low, high)
        at = pool.index(nearest(pool, pitch)) + move
        at = len(pool) - 1 - (at - len(pool) + 1) if at >= len(pool) else abs(at)
        found = pool[min(max(at, 0), len(pool) - 1)]
        if step in ground.metre.strong or length >= 6:
            options = pitches(ground.tonic, chord.tones, low, high)
            if move and tones and len(options) > 3:
                options = [option for option in options if option != tones[-1].pitch]
            found = nearest(options, found + 0.1 * np.sign(move))
        elif len(tones) > 1 and found == tones[-1].pitch == tones[-2].pitch:
            found = pool[max(pool.index(found) - 1, 0)]
        tones.append(Tone(step, length, found))
        pitch = found
    return tuple(tones)


def _close(ground: Ground, bar: int, pitch: int, *, final: bool, motive: Motive) -> Bar:
    """A short run to a long tone: the tonic when it is `final`, otherwise whatever the chord offers."""
    steps = ground.metre.steps
    landing = ground.metre.accents[-1 if len(ground.metre.accents) < 3 else -2]
    run = _sing(ground, bar, motive, pitch)
    chord = ground.chord_at(bar, landing)
    wanted = (0,) if final and 0 in chord.tones else chord.tones
    pool = pitches(ground.tonic, wanted, ground.centre - 9, ground.centre + 12)
    kept = tuple(Tone(t.step, min(t.length, landing - t.step), t.pitch) for t in run if t.step < landing)
    towards = kept[-1].pitch if kept else pitch
    return (*kept, Tone(landing, max(steps - landing - 1, 2), nearest(pool, towards)))


def second_voice(ground: Ground, tune: Sequence[Bar], gap: int) -> list[Bar]:
    """The tune accompanied `gap` steps of the scale away; on strong beats by a chord tone."""
    made: list[Bar] = []
    for bar, tones in enumerate(tune):
        line: list[Tone] = []
        for tone in tones:
            chord = ground.chord_at(bar, tone.step)
            scale = fitting_scale(ground.scale, chord)
            pool = pitches(ground.tonic, scale, tone.pitch - 16, tone.pitch + 16)
            found = pool[min(max(pool.index(nearest(pool, tone.pitch)) + gap, 0), len(pool) - 1)]
            if tone.step in ground.metre.strong or tone.length >= 6:
                options = [
                    p for p in pitches(ground.tonic, chord.tones, found - 5, found + 5) if p != tone.pitch
                ]
                found = nearest(options, found)
            line.append(Tone(tone.step, tone.length, found))
        made.append(tuple(line))
    return made
