"""What each value of the descriptors means, in words and units; apart, for listing cards computes nothing.

The order is that of `descriptor_features.describe`; a test holds the two together.
"""

from __future__ import annotations

from itertools import pairwise

TIMBRES = 20
PITCH_CLASSES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
BAND_EDGES_HZ = (200, 400, 800, 1600, 3200, 6400)
LOW_HZ = 200


def _bands() -> tuple[str, ...]:
    inner = (f"{low}–{high} Hz" for low, high in pairwise(BAND_EDGES_HZ))
    return (f"below {BAND_EDGES_HZ[0]} Hz", *inner, f"above {BAND_EDGES_HZ[-1]} Hz")


def _pairs(*names: str) -> tuple[str, ...]:
    """Means first, then standard deviations, as they are computed."""
    return tuple(name.format(of) for of in ("mean", "standard deviation") for name in names)


_NUMBERS = range(1, TIMBRES + 1)

NAMES: tuple[str, ...] = (
    *_pairs(*(f"Timbre {i} (MFCC, {{}}, dB)" for i in _NUMBERS)),
    *(f"Timbre change {i} (delta MFCC, standard deviation, dB per second)" for i in _NUMBERS),
    *(f"Pitch class {name} (share of the tones, %)" for name in PITCH_CLASSES),
    "Tuning (cents above or below A4 = 440 Hz)",
    *_pairs(*(f"Contrast {band} (spectral peaks over valleys, {{}}, dB)" for band in _bands())),
    *_pairs(
        "Brightness (spectral centroid, {}, Hz)",
        "Spread (spectral bandwidth, {}, Hz)",
        "Upper edge (85 % rolloff, {}, Hz)",
        "Noisiness (spectral flatness, {}, 0 to 1)",
    ),
    f"Low sound (share of the energy below {LOW_HZ} Hz, %)",
    "Zero crossings (per second)",
    "Loudness (root mean square, dB re full scale)",
    "Loudness range (90 % of the time, dB)",
    "Tempo (beats per minute, 0 where there is none)",
    "Pulse clarity (autocorrelation at the tempo, 0 to 1)",
    "Onsets (per second)",
    *(f"Onset strength ({of}, dB)" for of in ("mean", "standard deviation", "strongest")),
)
