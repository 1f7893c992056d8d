"""What the drums play: the style's bars by the artist's habit, with fills before a new section."""

from __future__ import annotations

from core.demo.plot import Plot
from core.demo.score import Note
from core.demo.style import Kit, Part, pattern

KEYS = {
    "kick": 36,
    "rim": 37,
    "snare": 38,
    "clap": 39,
    "brush": 40,
    "tom low": 41,
    "hat": 42,
    "tom high": 48,
    "open hat": 46,
    "crash": 49,
    "ride": 51,
    "tambourine": 54,
    "frame high": 63,
    "frame low": 64,
    "shaker": 70,
    "woodblock": 76,
}
"""Drums by the key that General MIDI gives them, or its nearest."""

INSTEAD = {
    "hand drums": {
        "kick": "frame low",
        "snare": "frame high",
        "brush": "frame high",
        "clap": "frame high",
        "hat": "shaker",
        "open hat": "shaker",
        "ride": "tambourine",
        "rim": "woodblock",
        "tom low": "frame low",
        "tom high": "frame high",
        "crash": "tambourine",
    },
    "brushes": {
        "snare": "brush",
        "clap": "brush",
        "frame low": "kick",
        "frame high": "brush",
        "crash": "ride",
        "tom low": "brush",
        "tom high": "brush",
    },
    "kit": {"frame low": "tom low", "frame high": "tom high"},
    "machine": {"frame low": "tom low", "frame high": "tom high", "ride": "hat", "brush": "snare"},
}
LOUD = {"X": 0.18, "x": 0.0, "g": -0.28, "o": 0.02}


def play_drums(plot: Plot, part: Part, instrument: str) -> list[Note]:
    rng = plot.brief.chance(16)
    kits = plot.brief.artist.style.kits[plot.brief.metre.name]
    usual = kits[plot.brief.artist.hand.patterns % len(kits)]
    kit = usual if rng.random() < 0.65 else kits[int(rng.integers(len(kits)))]
    instead = INSTEAD[instrument]
    notes: list[Note] = []
    for measure in plot.measures:
        if part.role in measure.silent:
            continue
        fill = measure.closes and measure.place >= 1 and len(kit) > 1 and rng.random() < 0.5
        until = plot.brief.metre.accents[-1] if fill else plot.brief.metre.steps
        notes += _bar(plot, kit, measure.number, until, instead)
        if fill:
            notes += _fill(plot, measure.number, until, instead)
    if plot.end_length:
        low = instead.get("kick", "kick")
        notes.append(Note(plot.end, 0.5, KEYS[low], 0.7))
        if plot.brief.energy > 0 and "kick" in kit:
            notes.append(Note(plot.end, plot.end_length, KEYS[instead.get("crash", "crash")], 0.5))
    return notes


def _bar(plot: Plot, kit: Kit, bar: int, until: int, instead: dict[str, str]) -> list[Note]:
    notes: list[Note] = []
    for drum, text in kit.items():
        for step, sign in enumerate(pattern(text)[:until]):
            if sign == ".":
                continue
            name = "open hat" if sign == "o" and drum == "hat" else drum
            notes.append(plot.note(bar, step, 1, KEYS[instead.get(name, name)], LOUD[sign]))
    return notes


def _fill(plot: Plot, bar: int, start: int, instead: dict[str, str]) -> list[Note]:
    """From the last accent on: a run that grows."""
    rng = plot.brief.chance(1000 + bar)
    steps = [step for step in range(start, plot.brief.metre.steps) if step % 2 == 0 or rng.random() < 0.4]
    drums = [str(rng.choice(["snare", "tom high", "tom low"])) for _ in steps]
    return [
        plot.note(bar, step, 1, KEYS[instead.get(drum, drum)], -0.1 + 0.04 * k)
        for k, (step, drum) in enumerate(zip(steps, drums, strict=True))
    ]
