"""What a piece is before anybody plays it: notes in voices, chords under them, sections over them.

Time is counted in quarter notes from the start of the piece; a grid has four steps to a quarter.
"""

from __future__ import annotations

from dataclasses import dataclass

STEPS = 4
"""Steps of the grid in one quarter note."""


@dataclass(frozen=True)
class Metre:
    """`groups` are the steps between felt accents: 7/8 as 2+2+3 eighths is (4, 4, 6)."""

    name: str
    groups: tuple[int, ...]
    beat: int
    """Steps of the beat that the tempo counts: 4 for a quarter, 6 for a dotted quarter."""
    strong: tuple[int, ...]
    """The steps on which a tune agrees with its chord."""

    @property
    def steps(self) -> int:
        return sum(self.groups)

    @property
    def quarters(self) -> float:
        return self.steps / STEPS

    @property
    def accents(self) -> tuple[int, ...]:
        """The steps of a bar on which a group starts."""
        return tuple(sum(self.groups[:i]) for i in range(len(self.groups)))

    @property
    def signature(self) -> tuple[int, int]:
        over, _, under = self.name.partition("/")
        return int(over), int(under)


METRES = {
    metre.name: metre
    for metre in (
        Metre("4/4", (4, 4, 4, 4), 4, (0, 8)),
        Metre("3/4", (4, 4, 4), 4, (0,)),
        Metre("5/4", (6, 6, 4, 4), 4, (0, 12)),
        Metre("6/8", (6, 6), 6, (0, 6)),
        Metre("7/8", (4, 4, 6), 4, (0, 8)),
    )
}


@dataclass(frozen=True)
class Chord:
    """`root` and `tones` are semitones above the tonic, from 0 to 11."""

    name: str
    root: int
    tones: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """`start` and `length` in quarters; `pitch` as MIDI counts it; `velocity` from 0 to 1."""

    start: float
    length: float
    pitch: int
    velocity: float


@dataclass(frozen=True)
class Voice:
    """`pan` from -1 (left) to 1; `level_db` beside the other voices; `wet` is its share of the room."""

    role: str
    instrument: str
    notes: tuple[Note, ...]
    pan: float = 0.0
    level_db: float = 0.0
    wet: float = 0.2


@dataclass(frozen=True)
class Section:
    letter: str
    start_bar: int
    bars: int


@dataclass(frozen=True)
class Score:
    """`quarters_per_minute` is constant. `harmony` holds (start in quarters, chord) in order."""

    quarters_per_minute: float
    metre: Metre
    tonic: int
    mode: str
    seconds: float
    sections: tuple[Section, ...]
    harmony: tuple[tuple[float, Chord], ...]
    voices: tuple[Voice, ...]
    cents: tuple[float, ...] = (0.0,) * 12
    """How far each pitch class above the tonic lies from equal temperament."""

    def seconds_at(self, quarters: float) -> float:
        return quarters * 60.0 / self.quarters_per_minute

    def chord_at(self, quarters: float) -> Chord:
        return [chord for start, chord in self.harmony if start <= quarters + 1e-6][-1]
