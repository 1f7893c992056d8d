"""How each kind of part is played over the plot: tune, second voice, chords, bass, drone, weave, gongs."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from core.demo.drumming import play_drums
from core.demo.melody import Tone, second_voice
from core.demo.plot import Measure, Plot, closing_tone
from core.demo.score import Chord, Note
from core.demo.style import Part, events, pattern
from core.demo.theory import MODES, nearest, pitches, voicing

STRUMMED = {"guitar", "lute", "harp"}
STRUM_S = 0.011
LIMITS = {
    "whistle": (67, 98),
    "flute": (59, 94),
    "fiddle": (55, 96),
    "clarinet": (50, 88),
    "brass": (45, 84),
    "choir": (43, 84),
}


def _pick(plot: Plot, part: Part, purpose: int) -> str:
    """The artist's usual pattern, or now and then another."""
    patterns = part.patterns[plot.brief.metre.name]
    rng = plot.brief.chance(purpose)
    if rng.random() < 0.65:
        return patterns[plot.brief.artist.hand.patterns % len(patterns)]
    return str(rng.choice(patterns))


def _register(plot: Plot, part: Part, instrument: str) -> int:
    low, high = LIMITS.get(instrument, (0, 127))
    return int(np.clip(part.centre + plot.brief.artist.hand.register, low + 9, high - 12))


def _bars(plot: Plot, part: Part) -> list[Measure]:
    return [measure for measure in plot.measures if part.role not in measure.silent]


def play_tune(plot: Plot, part: Part, instrument: str) -> list[Note]:
    centre = _register(plot, part, instrument)
    rng = plot.brief.chance(10)
    notes: list[Note] = []
    before: Tone | None = None
    for measure in _bars(plot, part):
        for tone in plot.tune_at(measure, centre):
            loud = 0.06 if tone.length >= 4 else 0.0
            plain = plot.note(measure.number, tone.step, tone.length, tone.pitch, loud, part.held)
            notes += _ornamented(plot, plain, before, rng)
            before = tone
    if plot.end_length:
        pitch = closing_tone(plot.brief, before, centre)
        notes.append(Note(plot.end, plot.end_length, pitch, 0.62))
    return notes


def _ornamented(plot: Plot, note: Note, before: Tone | None, rng: np.random.Generator) -> list[Note]:
    hand = plot.brief.artist.hand
    if rng.random() > hand.ornament_rate or hand.ornament == "none":
        return [note]
    scale = pitches(plot.brief.tonic, MODES[plot.brief.mode], note.pitch + 1, note.pitch + 4)
    above, short = scale[0] if scale else note.pitch + 2, plot.s(0.075)
    softer = note.velocity * 0.75
    if hand.ornament == "grace" and note.start > short:
        return [Note(note.start - short, short, above, softer), note]
    if hand.ornament == "turn" and note.length > 5 * short:
        rest = Note(note.start + 2 * short, note.length - 2 * short, note.pitch, note.velocity)
        return [
            Note(note.start, short, note.pitch, note.velocity),
            Note(note.start + short, short, above, softer),
            rest,
        ]
    if hand.ornament == "repeat" and note.length > 3 * short:
        half = note.length / 2
        again = Note(note.start + half, half, note.pitch, softer)
        return [Note(note.start, half * 0.85, note.pitch, note.velocity), again]
    if hand.ornament == "slur" and before and abs(before.pitch - note.pitch) >= 3 and note.start > short:
        between = nearest(
            pitches(plot.brief.tonic, MODES[plot.brief.mode], note.pitch - 12, note.pitch + 12),
            (before.pitch + note.pitch) / 2,
        )
        return [Note(note.start - short, short, between, softer), note]
    return [note]


def play_second(plot: Plot, part: Part, instrument: str) -> list[Note]:
    """Thirds or sixths below or above the tune, wherever the tune itself is written."""
    lead = next((p for p, _ in plot.brief.parts if p.how == "tune"), part)
    lead_instrument = next((name for p, name in plot.brief.parts if p.how == "tune"), instrument)
    centre = _register(plot, lead, lead_instrument)
    gap = int(plot.brief.chance(11).choice([-2, -2, -5, 2]))
    low, high = LIMITS.get(instrument, (36, 96))
    firsts = {measure.turn: measure for measure in reversed(plot.measures)}
    lines = {
        turn: second_voice(plot.ground(first.letter, centre), plot.tune_of(first, centre), gap)
        for turn, first in firsts.items()
    }
    notes: list[Note] = []
    last: Tone | None = None
    for measure in _bars(plot, part):
        line = lines[measure.turn]
        for tone in line[measure.place % len(line)]:
            last = tone
            notes.append(
                plot.note(
                    measure.number, tone.step, tone.length, _within(tone.pitch, low, high), -0.08, part.held
                )
            )
    if plot.end_length and last:
        tones = pitches(plot.brief.tonic, plot.home.tones, last.pitch - 6, last.pitch + 6)
        notes.append(Note(plot.end, plot.end_length, _within(nearest(tones, last.pitch), low, high), 0.5))
    return notes


def _within(pitch: int, low: int, high: int) -> int:
    while pitch < low:
        pitch += 12
    while pitch > high:
        pitch -= 12
    return pitch


def play_chords(plot: Plot, part: Part, instrument: str) -> list[Note]:
    text = _pick(plot, part, 12)
    centre = part.centre + int(np.clip(plot.brief.artist.hand.register, -2, 2))
    notes: list[Note] = []
    tones: tuple[int, ...] = ()
    heard: Chord | None = None
    for measure in _bars(plot, part):
        for step, length, sign in _cut_at_chords(plot, measure, text):
            chord = plot.chord_at(measure, step)
            if chord != heard:
                tones, heard = voicing(plot.brief.tonic, chord, tones, centre, part.voices), chord
            loud = 0.12 if sign == "X" else -0.06
            if sign.isdigit():
                octave, which = divmod(int(sign) - 1, len(tones))
                notes.append(
                    plot.note(measure.number, step, length, tones[which] + 12 * octave, loud, part.held)
                )
            else:
                notes += _together(
                    plot,
                    [plot.note(measure.number, step, length, p, loud, part.held) for p in tones],
                    instrument,
                )
    if plot.end_length:
        tones = voicing(plot.brief.tonic, plot.home, tones, centre, part.voices)
        notes += _together(
            plot, [Note(plot.end, plot.end_length, pitch, 0.52) for pitch in tones], instrument
        )
    return notes


def _cut_at_chords(plot: Plot, measure: Measure, text: str) -> list[tuple[int, int, str]]:
    """What is held over a change of chord is played again."""
    edges = [plot.brief.metre.steps * k // len(measure.chords) for k in range(1, len(measure.chords))]
    cut: list[tuple[int, int, str]] = []
    for step, length, sign in events(text):
        stops = [step, *(edge for edge in edges if step < edge < step + length), step + length]
        cut += [(a, b - a, sign) for a, b in itertools.pairwise(stops)]
    return cut


def _together(plot: Plot, notes: list[Note], instrument: str) -> list[Note]:
    """One hand strikes them: one start, spread upwards when it strums."""
    gap = plot.s(STRUM_S) if instrument in STRUMMED else 0.0
    start = min(note.start for note in notes)
    return [Note(start + k * gap, note.length, note.pitch, note.velocity) for k, note in enumerate(notes)]


def play_bass(plot: Plot, part: Part, instrument: str) -> list[Note]:
    text = _pick(plot, part, 13)
    low = max(part.centre - 8, LIMITS.get(instrument, (28, 0))[0])
    notes: list[Note] = []
    bars = _bars(plot, part)
    for place, measure in enumerate(bars):
        after = bars[place + 1].chords[0] if place + 1 < len(bars) else plot.home
        for step, length, sign in _cut_at_chords(plot, measure, text):
            chord = plot.chord_at(measure, step)
            pitch = _bass_pitch(plot, chord, after, sign, low)
            notes.append(
                plot.note(measure.number, step, length, pitch, 0.04 if step == 0 else 0.0, part.held)
            )
    if plot.end_length:
        notes.append(Note(plot.end, plot.end_length, _above(low, plot.brief.tonic + plot.home.root), 0.66))
    return notes


def _above(low: int, pitch: int) -> int:
    return low + (pitch - low) % 12


def _bass_pitch(plot: Plot, chord: Chord, after: Chord, sign: str, low: int) -> int:
    tonic = plot.brief.tonic
    root = _above(low, tonic + chord.root)
    if sign == "w":
        goal = _above(low, tonic + after.root)
        return goal - 1 if goal - 1 >= low else goal + 1
    tones = chord.tones
    fifth = next((t for t in tones if (t - chord.root) % 12 in (6, 7, 8)), chord.root)
    third = next((t for t in tones if (t - chord.root) % 12 in (3, 4)), fifth)
    seventh = next((t for t in tones if (t - chord.root) % 12 in (9, 10, 11)), fifth)
    if sign == "o":
        return root + 12
    wanted = {"r": chord.root, "5": fifth, "3": third, "7": seventh}[sign]
    pitch = root + (wanted - chord.root) % 12
    return pitch - 12 if sign == "5" and pitch - 12 >= low else pitch


def play_drone(plot: Plot, part: Part, instrument: str) -> list[Note]:
    """Tonic and fifth, struck again every four bars, softly swelling into one another."""
    low = _above(part.centre - 6, plot.brief.tonic)
    bars = _bars(plot, part)
    notes: list[Note] = []
    for start in range(0, len(bars), 4):
        span = bars[start : start + 4]
        begin, stop = plot.when(span[0].number, 0), plot.when(span[-1].number + 1, 0)
        if stop >= plot.end - 0.01:
            stop = plot.end + plot.end_length
        notes += [Note(begin, stop - begin, pitch, 0.5) for pitch in (low, low + 7)]
    return notes


def play_weave(plot: Plot, part: Part, instrument: str) -> list[Note]:
    """A small cycle of tones on its own rhythm; in long pieces it slips against the bar."""
    text = pattern(_pick(plot, part, 14 + len(part.role)))
    rng = plot.brief.chance(15 + len(part.role))
    cycle = [int(k) for k in rng.permutation(5)[: int(rng.integers(3, 6))]]
    notes: list[Note] = []
    for count, measure in enumerate(_bars(plot, part)):
        shift = 2 * (measure.turn // 2) if part.chance == 1 else 0
        turned = text[shift % len(text) :] + text[: shift % len(text)]
        for place, (step, length, _) in enumerate(events(turned)):
            pool = pitches(
                plot.brief.tonic, plot.chord_at(measure, step).tones, part.centre - 7, part.centre + 12
            )
            pitch = pool[cycle[(place + count) % len(cycle)] % len(pool)]
            notes.append(plot.note(measure.number, step, max(length, 2), pitch, -0.04, part.held))
    if plot.end_length:
        pool = pitches(plot.brief.tonic, plot.home.tones, part.centre - 7, part.centre + 5)
        notes.append(Note(plot.end, plot.end_length, nearest(pool, part.centre), 0.5))
    return notes


def play_gong(plot: Plot, part: Part, instrument: str) -> list[Note]:
    """A great gong every four bars, a smaller one at their middle, a kettle on the off bars."""
    low = _above(part.centre - 8, plot.brief.tonic)
    notes: list[Note] = []
    for measure in _bars(plot, part):
        pitch, loud = ((low, 0.2), (low + 19, -0.15), (low + 12, 0.0), (low + 19, -0.15))[measure.number % 4]
        notes.append(plot.note(measure.number, 0, plot.brief.metre.steps, pitch, loud, 1.8))
    if plot.end_length:
        notes.append(Note(plot.end, plot.end_length + 1, low, 0.85))
    return notes


PLAYERS: dict[str, Callable[[Plot, Part, str], list[Note]]] = {
    "tune": play_tune,
    "second": play_second,
    "chords": play_chords,
    "bass": play_bass,
    "drums": play_drums,
    "drone": play_drone,
    "weave": play_weave,
    "gong": play_gong,
}
