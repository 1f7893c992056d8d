"""The instruments: how each sounds, and what it is called by General MIDI and by a caption."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.demo.synthesis import (
    HIGHEST_HZ,
    Signal,
    breath,
    cycles,
    envelope,
    look_up,
    modulated,
    string,
    struck,
    wave,
)

Player = Callable[[float, float, float, int, int], Signal]
"""(hz, seconds, velocity, rate, variant) → samples; a little longer than `seconds`, for the release."""


@dataclass(frozen=True)
class Held:
    """A tone that lasts as long as it is fed: blown, bowed, sung or keyed."""

    slope: float
    """Harmonic k has the level 1 / k ** slope; softer notes fall off faster."""
    even: float = 1.0
    """Level of the even harmonics."""
    formants: tuple[tuple[float, float, float], ...] = ()
    """(hz, width, gain) of resonances."""
    attack_s: float = 0.04
    release_s: float = 0.12
    sustain: float = 0.85
    vibrato_hz: float = 0.0
    cents: float = 0.0
    copies: int = 1
    detune: float = 0.0
    """Cents between the outermost copies, which are spread from left to right."""
    breath: float = 0.0
    duty: float = 0.0
    """Width of a pulse wave; its harmonics take the place of the slope."""

    def harmonics(self, hz: float, velocity: float, richer: float) -> tuple[float, ...]:
        k = np.arange(1, max(int(HIGHEST_HZ / hz), 1) + 1)[:60]
        levels = k ** -(self.slope + 0.7 * (0.7 - velocity) - richer)
        if self.duty:
            levels = np.abs(np.sin(np.pi * k * self.duty)) / k
        levels = levels * np.where(k % 2 == 0, self.even, 1.0)
        if self.formants:
            gain = sum(g * np.exp(-(((k * hz - f) / w) ** 2)) for f, w, g in self.formants)
            levels = levels * (0.08 + gain)
        return tuple(np.round(levels / levels.max(), 4).tolist())

    def __call__(self, hz: float, seconds: float, velocity: float, rate: int, variant: int) -> Signal:
        """A single player swells from a mellow spectrum to a rich one; an ensemble moves by itself."""
        shape = envelope(seconds, rate, self.attack_s * (1.3 - 0.5 * velocity), self.release_s, self.sustain)
        made = np.zeros((2 if self.copies > 1 else 1, len(shape)), dtype=np.float32)
        for copy in range(self.copies):
            place = copy / (self.copies - 1) - 0.5 if self.copies > 1 else 0.0
            tone = self._copy(hz, velocity, rate, len(shape), copy, place, 0.13 * variant)
            for side, gain in enumerate((0.5 - 0.8 * place, 0.5 + 0.8 * place) if len(made) == 2 else (1.0,)):
                made[side] += np.float32(gain) * tone
        if self.breath:
            made += np.float32(self.breath) * breath(len(shape), rate, hz, variant)
        made *= shape
        return made if len(made) == 2 else made[0]

    def _copy(
        self, hz: float, velocity: float, rate: int, n: int, copy: int, place: float, phase: float
    ) -> Signal:
        tuned, speed = hz * 2 ** (place * self.detune / 1200), self.vibrato_hz * (1 + 0.11 * place)
        turned = cycles(tuned, n, rate, speed, self.cents, 0.25 + 0.1 * copy, 0.37 * copy + phase)
        if self.duty or self.copies > 1:
            return look_up(wave(self.harmonics(hz, round(velocity, 1), 0.18), 1), turned)
        mellow = look_up(wave(self.harmonics(hz, round(velocity, 1), 0.0), 1), turned)
        rich = look_up(wave(self.harmonics(hz, round(velocity, 1), 0.35), 1), turned)
        mixed = np.linspace(0.25, 0.75, n, dtype=np.float32)
        return mellow + mixed * (rich - mellow)


@dataclass(frozen=True)
class Strung:
    """A string that is plucked or hammered, then left alone."""

    decay_s: float
    damping: float
    bright: float
    position: float = 0.22
    release_s: float = 0.12
    body: float = 0.0
    """Level of a second string tuned a trifle off."""

    def __call__(self, hz: float, seconds: float, velocity: float, rate: int, variant: int) -> Signal:
        decay_s = self.decay_s * (220 / hz) ** 0.45
        heard_s = min(seconds, 1.1 * decay_s) + self.release_s
        bright = max(self.bright * (0.35 + 1.1 * velocity), 1.5 * hz)
        tone = self._one(hz, heard_s, rate, decay_s, bright, variant)
        if self.body:
            tone = tone + self.body * self._one(hz * 1.0012, heard_s, rate, 0.8 * decay_s, bright, variant)
        return tone * _let_go(len(tone), rate, self.release_s)

    def _one(
        self, hz: float, seconds: float, rate: int, decay_s: float, bright: float, variant: int
    ) -> Signal:
        return string(
            hz,
            seconds,
            rate,
            decay_s=decay_s,
            damping=self.damping,
            bright=bright,
            position=self.position,
            seed=variant,
        )


@dataclass(frozen=True)
class Struck:
    ratios: tuple[float, ...]
    levels: tuple[float, ...]
    decays_s: tuple[float, ...]
    release_s: float = 0.5
    beating: float = 0.0
    """Hertz by which a second bar is off, as in paired metallophones."""

    def __call__(self, hz: float, seconds: float, velocity: float, rate: int, variant: int) -> Signal:
        stretch = (330 / hz) ** 0.4
        decays = [decay * stretch for decay in self.decays_s]
        heard_s = min(seconds, 4 * max(decays)) + self.release_s
        levels = [level * (0.4 + 0.9 * velocity) ** k for k, level in enumerate(self.levels)]
        tone = struck(hz, heard_s, rate, self.ratios, levels, decays)
        if self.beating:
            tone = tone + struck(hz + self.beating, heard_s, rate, self.ratios, levels, decays)
        return tone * _let_go(len(tone), rate, self.release_s)


@dataclass(frozen=True)
class Modulated:
    ratio: float
    index: float
    index_s: float
    decay_s: float
    base: float = 0.0
    release_s: float = 0.15
    tine: float = 0.0

    def __call__(self, hz: float, seconds: float, velocity: float, rate: int, variant: int) -> Signal:
        decay_s = self.decay_s * (330 / hz) ** 0.3
        heard_s = min(seconds, 4 * decay_s) + self.release_s
        index = self.index * (0.3 + velocity)
        tone = modulated(
            hz,
            heard_s,
            rate,
            ratio=self.ratio,
            index=index,
            index_s=self.index_s,
            decay_s=decay_s,
            base=self.base,
        )
        if self.tine and hz * 14 < HIGHEST_HZ:
            tone = tone + self.tine * velocity * modulated(
                hz * 7, heard_s, rate, ratio=2, index=0.6, index_s=0.1, decay_s=0.12
            )
        return tone * _let_go(len(tone), rate, self.release_s)


def _let_go(n: int, rate: int, release_s: float) -> Signal:
    tail = min(max(int(release_s * rate), 2), n)
    shape = np.ones(n, dtype=np.float32)
    shape[-tail:] = (0.5 + 0.5 * np.cos(np.pi * np.arange(1, tail + 1, dtype=np.float32) / tail)) ** 1.5
    return shape


@dataclass(frozen=True)
class Instrument:
    name: str
    programme: int
    """As General MIDI counts them, from 0."""
    play: Player


_AH = ((700.0, 260.0, 1.0), (1150.0, 300.0, 0.7), (2800.0, 600.0, 0.25))
_FIDDLE = ((500.0, 400.0, 0.8), (2400.0, 1500.0, 0.6))
_STRINGS = ((450.0, 500.0, 0.8), (1900.0, 1400.0, 0.5))
_GONG_LEVELS = (1, 0.35, 0.5, 0.2, 0.14, 0.1)
_GONG_DECAYS_S = (3.4, 2.2, 1.8, 1.1, 0.7, 0.4)
_GONG = (1, 1.52, 2.03, 2.74, 3.6, 4.7)
_BRASS = ((1200.0, 900.0, 1.0), (400.0, 400.0, 0.5))

_WIND = (
    Instrument("flute", 73, Held(2.1, 0.6, attack_s=0.05, vibrato_hz=5.1, cents=12, breath=0.05)),
    Instrument("whistle", 78, Held(2.6, 0.5, (), 0.025, 0.07, vibrato_hz=5.6, cents=10, breath=0.06)),
    Instrument("clarinet", 71, Held(1.25, 0.12, attack_s=0.035, vibrato_hz=4.8, cents=5, breath=0.01)),
    Instrument("brass", 61, Held(1.15, 1.0, _BRASS, 0.05, 0.09, vibrato_hz=5.0, cents=7)),
    Instrument("accordion", 21, Held(0.95, 0.8, (), 0.03, 0.07, 0.95, copies=2, detune=13)),
    Instrument("organ", 19, Held(1.5, 1.2, (), 0.02, 0.12, 1.0, copies=2, detune=4)),
)
_BOWED_AND_SUNG = (
    Instrument("fiddle", 40, Held(1.2, 1.0, _FIDDLE, 0.05, 0.1, vibrato_hz=5.8, cents=17, breath=0.01)),
    Instrument(
        "strings", 48, Held(1.25, 1.0, _STRINGS, 0.16, 0.35, vibrato_hz=5.3, cents=10, copies=3, detune=14)
    ),
    Instrument("choir", 52, Held(0.9, 1.0, _AH, 0.14, 0.3, 0.85, 5.0, 12, copies=3, detune=16, breath=0.01)),
)
_SYNTHETIC = (
    Instrument("warm pad", 89, Held(1.7, 1.0, (), 0.5, 0.9, 1.0, copies=3, detune=18)),
    Instrument("glass pad", 92, Held(2.0, 0.3, (), 0.25, 0.8, 0.9, copies=3, detune=10)),
    Instrument("square lead", 80, Held(1, 1, (), 0.006, 0.03, vibrato_hz=5.5, cents=9, duty=0.5)),
    Instrument("narrow lead", 81, Held(1, 1, (), 0.006, 0.03, vibrato_hz=6, cents=6, duty=0.25)),
    Instrument("triangle bass", 38, Held(2.0, 0.0, (), 0.006, 0.03)),
    Instrument("synth bass", 39, Held(1.3, 1.0, (), 0.008, 0.06, 0.6)),
    Instrument("electric piano", 4, Modulated(1, 1.5, 0.5, 1.6, 0.25, tine=0.12)),
)
_STRUNG = (
    Instrument("guitar", 24, Strung(2.4, 0.6, 1500, 0.19)),
    Instrument("lute", 105, Strung(1.3, 0.5, 3200, 0.12)),
    Instrument("harp", 46, Strung(3.2, 0.5, 1100, 0.32, release_s=0.5)),
    Instrument("clavinet", 7, Strung(1.1, 0.35, 4200, 0.09, release_s=0.04)),
    Instrument("piano", 0, Strung(4.0, 0.9, 1700, 0.13, release_s=0.2, body=0.8)),
    Instrument("upright bass", 32, Strung(1.6, 1.6, 420, 0.28, release_s=0.1)),
    Instrument("electric bass", 33, Strung(2.8, 1.1, 750, 0.2, release_s=0.06)),
)
_STRUCK = (
    Instrument("bell", 14, Modulated(3.5, 2.2, 0.7, 1.4, 0.2, release_s=0.8)),
    Instrument("vibraphone", 11, Struck((1, 4, 10), (1, 0.22, 0.06), (1.8, 0.5, 0.1), 0.4)),
    Instrument("marimba", 12, Struck((1, 3.93, 9.6), (1, 0.3, 0.12), (0.38, 0.12, 0.04), 0.2)),
    Instrument(
        "metallophone", 9, Struck((1, 2.76, 5.4, 8.9), (1, 0.35, 0.25, 0.1), (1.3, 0.6, 0.25, 0.1), 0.25, 3.5)
    ),
    Instrument("gong", 14, Struck(_GONG, _GONG_LEVELS, _GONG_DECAYS_S, 1.2, 1.3)),
)
INSTRUMENTS = {
    instrument.name: instrument for instrument in (*_WIND, *_BOWED_AND_SUNG, *_SYNTHETIC, *_STRUNG, *_STRUCK)
}

KITS = {"kit": "drum kit", "brushes": "brushed drums", "hand drums": "hand drums", "machine": "drum machine"}


def plain_name(instrument: str) -> str:
    return KITS.get(instrument, instrument)
