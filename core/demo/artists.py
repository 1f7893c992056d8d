"""Invented artists: each has a hand that stays the same in every collection, whatever its seed."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from core.demo.style import Part, Style
from core.demo.styles import STYLES

ARTISTS_PER_STYLE = 5
"""So that a split by artist leaves more than one of a style to learn from."""
ALBUM_TRACKS = 12
_SALT = 7_340_033

NAMES = {
    "Waltz": (
        "Orla Vintersten",
        "Kapelle Brunnwinkel",
        "The Lantern Ballroom",
        "Vesna Halvorska",
        "Trio Marienquell",
    ),
    "Groove": (
        "Brass Cellar Six",
        "Dalton Okoye-Reef",
        "The Tin Elevator",
        "Sister Ampere",
        "The Velvet Dispatch",
    ),
    "Slow Air": (
        "Maelys Carragh",
        "Fenn and Tarn",
        "Isbel Nordquay",
        "Tamsin Orrowdale",
        "The Kelp Road Duo",
    ),
    "Chip": (
        "Pixel Harbour",
        "Kobo Nineveh",
        "Sprite Cartography",
        "Tilda Overflow",
        "The Cartridge Choir",
    ),
    "Sway": (
        "Lírio do Cais",
        "Marcel Ondarosa",
        "Quarteto Varanda Azul",
        "Benedita Solmar",
        "Trio Areia Morna",
    ),
    "Gongs": (
        "Sekar Lembah",
        "Ensemble Copper Rain",
        "Nine Terraces",
        "Gamelan Bukit Senja",
        "Wirasana Kebun",
    ),
    "Jig": (
        "The Heron and Plough",
        "Corrie Fallowglen",
        "Skerry Reelers",
        "Padraig Thornlea",
        "The Nettle Bridge Band",
    ),
    "Drift": (
        "Halden Mirrorlake",
        "Slow Aurora Office",
        "Noctil",
        "Anselm Greywater",
        "Polar Reading Room",
    ),
    "Shuffle": (
        "Whistlestop Hank Lowry",
        "Delphine Mudwater",
        "The Back Porch Ledger",
        "Big Otis Larkmoor",
        "The Cinder Lane Four",
    ),
    "Chorale": (
        "Cantores Vallis",
        "The Greystone Consort",
        "Ebba Lindqvarn",
        "Schola Lindenbach",
        "Tobias Wren-Abbott",
    ),
    "Crooked Dance": (
        "Zlatna Vodenica",
        "Radko Perunov Band",
        "Seven Goats",
        "Orkestar Bela Kula",
        "Mirela Dunavska",
    ),
    "Pulse": (
        "Clock Ensemble Ostra",
        "Ines Parallax",
        "The Quiet Motors",
        "Hollis Vandergraaf",
        "Tessellate Four",
    ),
}

ORNAMENTS = ("none", "grace", "turn", "repeat", "slur")
PALETTES = (
    ("#1d3557", "#e63946", "#f1faee"),
    ("#264653", "#e9c46a", "#e76f51"),
    ("#22223b", "#c9ada7", "#f2e9e4"),
    ("#0b3d2e", "#95d5b2", "#ffd166"),
    ("#3d0e61", "#f72585", "#4cc9f0"),
    ("#432818", "#bb9457", "#ffe6a7"),
    ("#03071e", "#9d0208", "#faa307"),
    ("#2b2d42", "#8d99ae", "#edf2f4"),
)
SHAPES = ("rings", "stripes", "hills", "tiles", "leaves")


@dataclass(frozen=True)
class Hand:
    """What makes an artist known again. Decibels and seconds are beside the style's own values."""

    tempo: float
    """Where in the style's range, from 0 to 1."""
    favourites: tuple[str, ...]
    """An instrument for each part of the style."""
    register: int
    ornament: str
    ornament_rate: float
    swing: float
    room: float
    wet: float
    tilt_db: float
    busy: float
    """From 0, few notes, to 1, many."""
    loose_s: float
    """How far from the grid this artist plays."""
    lead_db: float
    bass_db: float
    drums_db: float
    width: float
    tonics: tuple[int, ...]
    modes: tuple[str, ...]
    """The style's modes, the best loved first."""
    patterns: int
    """Rotates the style's patterns, so that the favourite comes first."""
    counter: float
    """Times the chance of parts that are not always there."""


@dataclass(frozen=True)
class Artist:
    style: Style
    number: int
    name: str
    hand: Hand
    first_year: int


@dataclass(frozen=True)
class Album:
    number: int
    year: int
    palette: tuple[str, str, str]
    shape: str
    tilt_db: float
    room: float
    hiss_db: float
    """Level of the tape; below -90 there is none."""
    format: str
    rate_hz: int
    channels: int


def generator(*key: int) -> np.random.Generator:
    """The same stream of chance for the same key, on every machine."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([_SALT, *key])))


@functools.cache
def artist(style_number: int, number: int) -> Artist:
    style = STYLES[style_number]
    rng = generator(1, style_number, number)
    return Artist(
        style,
        number,
        NAMES[style.name][number],
        _hand(style, style_number, number, rng),
        int(rng.integers(1962, 2016)),
    )


def _hand(style: Style, style_number: int, number: int, rng: np.random.Generator) -> Hand:
    """Artists of one style share out its range: one is slow, one quick; one dry, one in a hall."""
    share = generator(2, style_number)
    tempo, room, tilt, busy, ornament = (int(share.permutation(ARTISTS_PER_STYLE)[number]) for _ in range(5))
    loves = [_love(part, int(share.permutation(ARTISTS_PER_STYLE)[number])) for part in style.parts]
    ornaments = [str(name) for name in share.permutation(ORNAMENTS)]
    modes = sorted(style.modes, key=lambda mode: -style.modes[mode] * float(rng.uniform(0.6, 1.4)))
    return Hand(
        tempo=_spread(0.18, 0.82, tempo) + float(rng.uniform(-0.05, 0.05)),
        favourites=tuple(loves),
        register=int(rng.integers(-3, 4)),
        ornament=ornaments[ornament],
        ornament_rate=float(rng.uniform(0.12, 0.35)),
        swing=float(rng.uniform(-0.015, 0.03)),
        room=_spread(0.75, 1.3, room) * float(rng.uniform(0.93, 1.07)),
        wet=_spread(0.8, 1.25, room),
        tilt_db=_spread(-2.0, 1.5, tilt) + float(rng.uniform(-0.3, 0.3)),
        busy=_spread(0.2, 0.8, busy),
        loose_s=float(rng.uniform(0.002, 0.011)),
        lead_db=float(rng.uniform(-1.5, 2.0)),
        bass_db=float(rng.uniform(-1.5, 2.0)),
        drums_db=float(rng.uniform(-2.5, 2.0)),
        width=float(rng.uniform(0.4, 1.2)),
        tonics=tuple(int(k) for k in rng.permutation(12)[:5]),
        modes=tuple(modes),
        patterns=number,
        counter=float(rng.uniform(0.6, 1.6)),
    )


def _spread(low: float, high: float, rank: int) -> float:
    return low + (high - low) * rank / (ARTISTS_PER_STYLE - 1)


def _love(part: Part, rank: int) -> str:
    """Artists lead on different instruments; what accompanies is mostly what the style is known for."""
    if part.how == "tune":
        return part.instruments[rank % len(part.instruments)]
    return part.instruments[(0, 0, 0, 1, 2)[rank] % len(part.instruments)]


@functools.cache
def album(style_number: int, artist_number: int, number: int) -> Album:
    """The format goes round by album, so that no style can be told by its codec."""
    rng = generator(3, style_number, artist_number, number)
    made_by = artist(style_number, artist_number)
    year = made_by.first_year + sum(
        int(generator(4, style_number, artist_number, n).integers(1, 5)) for n in range(number + 1)
    )
    turn = style_number + artist_number + 2 * number + (style_number // 4)
    format_ = ("flac", "ogg", "mp3", "wav")[turn % 4]
    return Album(
        number=number,
        year=year,
        palette=PALETTES[int(rng.integers(len(PALETTES)))],
        shape=SHAPES[int(rng.integers(len(SHAPES)))],
        tilt_db=float(rng.uniform(-1.0, 1.0)),
        room=float(rng.uniform(0.8, 1.25)),
        hiss_db=float(rng.uniform(-72, -62)) if year < 1985 else -120.0,
        format=format_,
        rate_hz=48_000 if format_ == "wav" and (style_number + artist_number) % 2 else 44_100,
        channels=1 if year < 1975 or rng.random() < 0.06 else 2,
    )


def place(index: int) -> tuple[int, int, int, int]:
    """Style, artist, album and track number of a piece: dealt out in turn, however many there are.

    An artist's pieces go onto two albums by twos, so that few pieces share an album, too.
    """
    turn, style_number = divmod(index, len(STYLES))
    piece, artist_number = divmod(turn, ARTISTS_PER_STYLE)
    block, within = divmod(piece, 2 * ALBUM_TRACKS)
    return style_number, artist_number, 2 * block + within // 2 % 2, within // 4 * 2 + within % 2 + 1
