"""What is decided before a note is written: everything that a listener could be asked about the piece.

Cheap, so that a plan of thousands of pieces is there at once; the composer then keeps to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.demo.artists import ARTISTS_PER_STYLE, Album, Artist, album, artist, generator, place
from core.demo.score import METRES, Metre
from core.demo.style import Part
from core.demo.styles import STYLES
from core.demo.theory import BRIGHTNESS, key_name

TAIL_S = (1.1, 2.2)
"""What may be left after the last full bar for the closing chord to ring."""


@dataclass(frozen=True)
class Brief:
    index: int
    seed: int
    seconds: float
    style_number: int
    artist: Artist
    album: Album
    track_number: int
    piece_number: int
    """Counts this artist's pieces."""
    metre: Metre
    tempo: float
    """Felt beats in a minute."""
    bars: int
    tonic: int
    mode: str
    form: str
    parts: tuple[tuple[Part, str], ...]
    """Who plays, on which instrument."""
    energy: float
    valence: float
    arousal: float
    texture: str
    gain_db: float

    @property
    def key(self) -> str:
        return key_name(self.tonic, self.mode)

    @property
    def quarters_per_minute(self) -> float:
        return self.tempo * self.metre.beat / 4

    @property
    def bar_s(self) -> float:
        return self.metre.quarters * 60.0 / self.quarters_per_minute

    def chance(self, purpose: int) -> np.random.Generator:
        return generator(5, self.seed, self.index, purpose)


def brief(index: int, seconds: float, seed: int) -> Brief:
    style_number, artist_number, album_number, track_number = place(index)
    by = artist(style_number, artist_number)
    style, hand = by.style, by.hand
    rng = generator(5, seed, index, 0)
    metre = METRES[_choose(rng, style.metres, 0.7, hand.patterns)]
    mode = _choose(rng, hand.modes, 0.6)
    energy = float(rng.uniform(-1, 1))
    where = float(np.clip(hand.tempo + 0.12 * rng.standard_normal() + 0.08 * energy, 0, 1))
    low, high = style.tempo
    tempo, bars = _fit(low + where * (high - low), metre, seconds, float(rng.uniform(*TAIL_S)))
    parts = tuple(_who_plays(style.parts, hand.favourites, hand.counter, energy, rng))
    drums = any(part.how == "drums" for part, _ in parts)
    return Brief(
        index=index,
        seed=seed,
        seconds=seconds,
        style_number=style_number,
        artist=by,
        album=album(style_number, artist_number, album_number),
        track_number=track_number,
        piece_number=index // (len(STYLES) * ARTISTS_PER_STYLE),
        metre=metre,
        tempo=tempo,
        bars=bars,
        tonic=int(rng.choice(hand.tonics)) if rng.random() < 0.7 else int(rng.integers(12)),
        mode=mode,
        form=str(rng.choice(style.forms)),
        parts=parts,
        energy=energy,
        valence=_bounded(
            0.45 * style.valence + 0.5 * BRIGHTNESS[mode] + 0.25 * (where - 0.5) + 0.12 * energy
        ),
        arousal=_bounded(
            0.6 * style.arousal + 0.35 * (where - 0.5) + 0.3 * energy + (0.1 if drums else -0.1)
        ),
        texture=str(rng.choice(style.textures)),
        gain_db=float(rng.normal(0, 1.2)),
    )


def _fit(tempo: float, metre: Metre, seconds: float, tail_s: float) -> tuple[float, int]:
    """Bars that fill the time but for the tail; the tempo gives way by up to 3 % so that they fit well."""
    bar_s = metre.steps / metre.beat * 60.0 / tempo
    room_s = max(seconds - tail_s, 0.6 * seconds)
    bars = max(round(room_s / bar_s), 1)
    return round(tempo * float(np.clip(bars * bar_s / room_s, 0.97, 1.03)), 1), bars


def _choose(rng: np.random.Generator, values: tuple[str, ...], first: float, rotate: int = 0) -> str:
    """Mostly the first, else any."""
    if rng.random() < first:
        return values[rotate % len(values)]
    return str(rng.choice(values))


def _who_plays(
    parts: tuple[Part, ...],
    favourites: tuple[str, ...],
    counter: float,
    energy: float,
    rng: np.random.Generator,
) -> list[tuple[Part, str]]:
    playing: list[tuple[Part, str]] = []
    for part, favourite in zip(parts, favourites, strict=True):
        chance = part.chance if part.chance == 1 else part.chance * counter * (1 + 0.35 * energy)
        instrument = favourite if rng.random() < 0.78 else str(rng.choice(part.instruments))
        if rng.random() >= chance:
            continue
        taken = {other for _, other in playing}
        free = [name for name in part.instruments if name not in taken]
        if instrument in taken and free and part.how != "drums":
            instrument = free[0]
        playing.append((part, instrument))
    return playing


def _bounded(value: float) -> float:
    return round(float(np.clip(value, -1, 1)), 2)
