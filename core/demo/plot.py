"""The plot of a piece: sections, the chords of every bar, who plays when, where a step lies in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from core.demo.brief import Brief
from core.demo.melody import Bar, Ground, Tone, theme
from core.demo.score import STEPS, Chord, Note, Section
from core.demo.theory import MODES, progression

ENDING_S = 0.8
"""With less time left than this there is no closing chord."""


@dataclass(frozen=True)
class Measure:
    """One bar of the plot. `silent` are the roles that rest."""

    number: int
    letter: str
    place: int
    """Counts the bars of the section."""
    turn: int
    """Counts the sections before."""
    chords: tuple[Chord, ...]
    silent: frozenset[str] = frozenset()
    closes: bool = False


@dataclass
class Plot:
    brief: Brief
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    home: Chord
    end: float
    """Quarters at which the closing chord starts."""
    end_length: float
    """How long it is held, in quarters; 0 when there is none."""
    swing: float
    rng: np.random.Generator
    themes: dict[tuple[str, int], list[Bar]] = field(default_factory=dict)

    def chord_at(self, measure: Measure, step: int) -> Chord:
        chords = measure.chords
        return chords[min(step * len(chords) // self.brief.metre.steps, len(chords) - 1)]

    def when(self, bar: int, step: float) -> float:
        """Quarters from the start: the second of a pair comes late when the style swings."""
        unit = self.brief.artist.style.swing_steps
        pair, within = divmod(step, 2 * unit)
        late = (
            within / unit * self.swing
            if within < unit
            else self.swing + (within / unit - 1) * (1 - self.swing)
        )
        return bar * self.brief.metre.quarters + (pair * 2 * unit + late * 2 * unit) / STEPS

    def note(
        self, bar: int, step: float, length: float, pitch: int, loud: float = 0.0, held: float = 1.0
    ) -> Note:
        """A note on the grid as a person plays it: a little early or late, louder where the metre leans."""
        brief = self.brief
        start, stop = self.when(bar, step), self.when(bar, step + length)
        slip = float(np.clip(self.rng.standard_normal(), -2, 2)) * brief.artist.hand.loose_s
        start = max(start + slip * brief.quarters_per_minute / 60, 0.0)
        lean = (
            0.12 if step == 0 else 0.06 if step in brief.metre.accents else -0.04 if step % 2 == 0 else -0.1
        )
        swell = 0.08 * np.sin(np.pi * (bar % 4 + 0.5) / 4) + 0.07 * brief.energy
        velocity = 0.6 + lean + loud + swell + 0.04 * self.rng.standard_normal()
        return Note(start, max((stop - start) * held, 0.06), pitch, float(np.clip(velocity, 0.08, 1.0)))

    def s(self, seconds: float) -> float:
        """Seconds in quarters."""
        return seconds * self.brief.quarters_per_minute / 60

    def ground(self, letter: str, centre: int) -> Ground:
        style = self.brief.artist.style
        scale = MODES[style.tune_mode.get(self.brief.mode, self.brief.mode)]
        chords = [measure.chords for measure in self._first(letter)]
        return Ground(self.brief.tonic, scale, self.brief.metre, chords, centre, style.leap)

    def tune_of(self, measure: Measure, centre: int) -> list[Bar]:
        """The tune of a section. When it comes back, the third bar of a phrase may have become another."""
        letters = {m.turn: m.letter for m in self.measures if m.turn < measure.turn}
        before = list(letters.values()).count(measure.letter)
        tune, other = self._theme(measure.letter, 0, centre), self._theme(measure.letter, before % 3, centre)
        return [other[place] if place % 4 == 2 else bar for place, bar in enumerate(tune)]

    def _theme(self, letter: str, variant: int, centre: int) -> list[Bar]:
        if (letter, variant) not in self.themes:
            brief = self.brief
            cells = _suited(
                brief.artist.style.cells[brief.metre.name], brief.artist.hand.busy + 0.15 * brief.energy
            )
            bars = len(self._first(letter))
            phrase = min(brief.artist.style.phrase, max(bars, 2))
            chance = brief.chance(100 + ord(letter) + 200 * variant)
            self.themes[letter, variant] = theme(self.ground(letter, centre), cells, bars, phrase, chance)
        return self.themes[letter, variant]

    def tune_at(self, measure: Measure, centre: int) -> Bar:
        tune = self.tune_of(measure, centre)
        return tune[measure.place % len(tune)]

    def _first(self, letter: str) -> Sequence[Measure]:
        turn = next(measure.turn for measure in self.measures if measure.letter == letter)
        return [measure for measure in self.measures if measure.turn == turn]


def _suited(cells: Sequence[str], busy: float) -> list[str]:
    """The part of the rhythms that suits an artist who likes few notes or many."""
    ordered = sorted(cells, key=lambda cell: (cell.count("x"), cell))
    if len(ordered) <= 3:
        return ordered
    size = max(len(ordered) - 2, 3)
    start = round(float(np.clip(busy, 0, 1)) * (len(ordered) - size))
    return ordered[start : start + size]


def plot(brief: Brief) -> Plot:
    style, rng = brief.artist.style, brief.chance(1)
    texts = style.progressions.get(brief.mode) or next(iter(style.progressions.values()))
    order = [progression(texts[k]) for k in rng.permutation(len(texts))]
    length = _section_bars(brief.bars, len(order[0]))
    measures, sections = _lay_out(brief, order, length)
    measures = _rests(measures, brief, length, rng)
    end = brief.bars * brief.metre.quarters
    left_s = brief.seconds - brief.bars * brief.bar_s
    held_s = min(max(left_s - 0.7, 0.5), 1.5 * brief.bar_s, 5.0) if left_s >= ENDING_S else 0.0
    swing = style.swing + (brief.artist.hand.swing if style.swing > 0.5 else 0.0)
    home = next((chord for chords in order[0] for chord in chords if chord.root == 0), order[0][0][0])
    return Plot(
        brief, sections, measures, home, end, held_s * brief.quarters_per_minute / 60, swing, brief.chance(2)
    )


def _section_bars(bars: int, natural: int) -> int:
    """A progression as it is when it fits twice; a short piece is one section."""
    if bars >= 2 * natural:
        return natural
    return 4 if bars >= 8 else bars


def _lay_out(
    brief: Brief, order: Sequence[tuple[tuple[Chord, ...], ...]], length: int
) -> tuple[tuple[Measure, ...], tuple[Section, ...]]:
    measures: list[Measure] = []
    sections: list[Section] = []
    for turn, start in enumerate(range(0, brief.bars, length)):
        letter = brief.form[turn % len(brief.form)]
        bars = min(length, brief.bars - start)
        sections.append(Section(letter, start, bars))
        chords = order[(ord(letter) - ord("A")) % len(order)]
        measures += [
            Measure(start + k, letter, k, turn, chords[k % len(chords)], closes=k == bars - 1)
            for k in range(bars)
        ]
    last = measures[-1]
    leading = [chords[-1] for chords in reversed(order[0]) if chords[-1].root != 0]
    if brief.bars >= 3 and last.chords[-1].root == 0 and leading:
        measures[-1] = replace(last, chords=(leading[0],))
    return tuple(measures), tuple(sections)


def _rests(
    measures: tuple[Measure, ...], brief: Brief, length: int, rng: np.random.Generator
) -> tuple[Measure, ...]:
    """Who is silent when: the tune may wait, drums may leave a middle section, the end has all."""
    habit = rng.random(4)
    waits = (2 if brief.bars >= 12 else 1) if brief.bars >= 4 and habit[0] < 0.45 else 0

    def silent(measure: Measure) -> Iterator[str]:
        if measure.number < waits or (measure.turn == 0 and brief.bars >= 12):
            yield "counter"
        if measure.number < waits:
            yield "melody"
        if habit[1] < 0.35 and measure.number < min(length, brief.bars // 2):
            yield from ("counter", "answer")
        if habit[1] < 0.35 and measure.number < min(length, brief.bars) // 2:
            yield "drums"
        if measure.letter == "B" and habit[2] < 0.4 and brief.bars >= 12:
            yield "drums" if habit[3] < 0.5 else "chords"

    return tuple(replace(measure, silent=frozenset(silent(measure))) for measure in measures)


def closing_tone(brief: Brief, before: Tone | None, centre: int) -> int:
    """The tonic nearest to where the tune was."""
    near = before.pitch if before else centre
    return min(
        range(near - 7, near + 8), key=lambda pitch: ((pitch - brief.tonic) % 12 != 0, abs(pitch - near))
    )
