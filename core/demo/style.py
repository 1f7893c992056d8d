"""The shape of a style: its parts and the patterns they may play. The styles themselves are data.

Patterns have one sign for each step of a bar (four to a quarter); spaces and bars are for the eye.

    rhythm of a tune    x start · - hold · . rest
    chords              x all tones · X louder · - hold · . rest · 1 2 3 4 5 one tone, counted from the lowest
    bass                r root · 5 fifth · 3 third · 7 seventh or sixth · o octave · w towards the next root
    drums               x · X louder · g softer · . rest
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

How = Literal["tune", "second", "chords", "bass", "drums", "drone", "weave", "gong"]


@dataclass(frozen=True)
class Part:
    """One voice of a style. An artist chooses among `instruments`; `patterns` by metre."""

    role: str
    how: How
    instruments: tuple[str, ...]
    patterns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    level_db: float = 0.0
    pan: float = 0.0
    wet: float = 1.0
    """Times the room of the artist."""
    centre: int = 60
    """The MIDI pitch around which the part plays."""
    voices: int = 3
    chance: float = 1.0
    """How often a piece has this part at all."""
    held: float = 0.9
    """Of a note's length, how much it sounds: 0.4 is short, 1 is tied."""


Kit = dict[str, str]
"""A bar of drums: pattern by drum."""


@dataclass(frozen=True)
class Style:
    name: str
    noun: str
    """How a caption calls one piece of it."""
    metres: tuple[str, ...]
    tempo: tuple[int, int]
    """Felt beats in a minute."""
    modes: dict[str, float]
    """How often each is used."""
    progressions: dict[str, tuple[str, ...]]
    """By mode; a mode that is missing uses those of the first."""
    cells: dict[str, tuple[str, ...]]
    """Rhythms of one bar of tune, by metre."""
    parts: tuple[Part, ...]
    kits: dict[str, tuple[Kit, ...]] = field(default_factory=dict)
    tune_mode: dict[str, str] = field(default_factory=dict)
    """Tunes in another scale than the harmony's, such as blues over a major key."""
    forms: tuple[str, ...] = ("AABA", "AABB", "ABAC")
    swing: float = 0.5
    swing_steps: int = 2
    """The part of a pair that the first of it takes; the length of one of the pair in steps."""
    leap: float = 0.25
    """How often a tune leaps instead of stepping."""
    phrase: int = 4
    """Bars in a phrase."""
    room_s: float = 1.2
    wet: float = 0.2
    valence: float = 0.0
    arousal: float = 0.0
    textures: tuple[str, ...] = ("melody over accompaniment",)
    tunings: dict[str, tuple[float, ...]] = field(default_factory=dict)
    """Cents by pitch class above the tonic, by mode."""


def pattern(text: str) -> str:
    return text.replace(" ", "").replace("|", "")


def events(text: str) -> tuple[tuple[int, int, str], ...]:
    """(step, length, sign) of everything in a pattern that starts a sound."""
    signs = pattern(text)
    found: list[tuple[int, int, str]] = []
    for step, sign in enumerate(signs):
        if sign in "-.":
            continue
        end = step + 1
        while end < len(signs) and signs[end] == "-":
            end += 1
        found.append((step, end - step, sign))
    return tuple(found)
