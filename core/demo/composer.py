"""Turns a brief into a score: every part plays over the same plot."""

from __future__ import annotations

from core.demo.brief import Brief
from core.demo.parts import PLAYERS
from core.demo.plot import Plot, plot
from core.demo.score import Chord, Note, Score, Voice
from core.demo.style import Part


def compose(brief: Brief) -> Score:
    plotted = plot(brief)
    voices = tuple(_voice(plotted, part, instrument) for part, instrument in brief.parts)
    return Score(
        quarters_per_minute=brief.quarters_per_minute,
        metre=brief.metre,
        tonic=brief.tonic,
        mode=brief.mode,
        seconds=brief.seconds,
        sections=plotted.sections,
        harmony=_harmony(plotted),
        voices=voices,
        cents=brief.artist.style.tunings.get(brief.mode, (0.0,) * 12),
    )


def _voice(plotted: Plot, part: Part, instrument: str) -> Voice:
    hand = plotted.brief.artist.hand
    notes = _cut(PLAYERS[part.how](plotted, part, instrument), plotted)
    level = {"tune": hand.lead_db, "bass": hand.bass_db, "drums": hand.drums_db}.get(part.how, 0.0)
    wet = part.wet * hand.wet * plotted.brief.artist.style.wet
    return Voice(
        part.role, instrument, notes, max(-1.0, min(part.pan * hand.width, 1.0)), part.level_db + level, wet
    )


def _cut(notes: list[Note], plotted: Plot) -> tuple[Note, ...]:
    """In order, nothing after the end of the piece, nothing held beyond it."""
    last = plotted.s(plotted.brief.seconds - 0.25)
    kept = [
        Note(n.start, min(n.length, last - n.start), n.pitch, n.velocity)
        for n in notes
        if n.start < last - 0.05
    ]
    return tuple(sorted(kept, key=lambda note: (note.start, note.pitch)))


def _harmony(plotted: Plot) -> tuple[tuple[float, Chord], ...]:
    steps = plotted.brief.metre.steps
    found = [
        (plotted.when(measure.number, steps * k // len(measure.chords)), chord)
        for measure in plotted.measures
        for k, chord in enumerate(measure.chords)
    ]
    return (*found, (plotted.end, plotted.home))
