"""Plays a score: every voice on its instrument, at its place in the room, through the bus."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.demo.brief import Brief
from core.demo.drums import stroke
from core.demo.effects import fade, limit, loudness, reverberate, room, tilt
from core.demo.instruments import INSTRUMENTS, KITS
from core.demo.score import Note, Score, Voice
from core.demo.synthesis import Signal, noise

TARGET_LUFS = -16.0
VOICE_LEVEL = 0.05
"""What a voice's loudest half measures before its own level is set."""


@dataclass(frozen=True)
class Desk:
    """How a recording is made, apart from what is played."""

    rate_hz: int
    channels: int
    room_s: float
    room_seed: int
    tilt_db: float
    hiss_db: float
    gain_db: float


@dataclass(frozen=True)
class Recording:
    """`audio` is (n, channels). `stems`, when asked for, are the voices before the bus, (2, n) each."""

    audio: Signal
    rate_hz: int
    stems: dict[str, Signal]


def desk(brief: Brief) -> Desk:
    style, hand, album = brief.artist.style, brief.artist.hand, brief.album
    return Desk(
        album.rate_hz,
        album.channels,
        round(float(np.clip(style.room_s * hand.room * album.room, 0.3, 5.0)), 2),
        brief.style_number * 8 + brief.artist.number,
        hand.tilt_db + album.tilt_db + 0.8 * brief.energy,
        album.hiss_db,
        brief.gain_db,
    )


def record(score: Score, desk_: Desk, *, stems: bool = False) -> Recording:
    kept: dict[str, Signal] = {}
    if stems:
        for number, voice in enumerate(score.voices, 1):
            kept[f"{number:02d} {voice.role} ({voice.instrument})"] = mix((voice,), score, desk_)
    audio = mix(score.voices, score, desk_)
    if desk_.channels == 1:
        audio = audio.mean(axis=0, keepdims=True)
    _bus(audio, desk_, score)
    return Recording(np.ascontiguousarray(audio.T), desk_.rate_hz, kept)


def mix(voices: tuple[Voice, ...], score: Score, desk_: Desk) -> Signal:
    """The voices in their room before the bus, (2, n). Mixed one by one they add up to the same."""
    n = round(score.seconds * desk_.rate_hz)
    dry, sent = np.zeros((2, n), dtype=np.float32), np.zeros(n, dtype=np.float32)
    for voice in voices:
        line = _play(voice, score, desk_.rate_hz, n)
        line *= np.float32(10 ** (voice.level_db / 20) * VOICE_LEVEL / _level(line))
        angle = (voice.pan + 1) * np.pi / 4
        for side, gain in enumerate((np.cos(angle), np.sin(angle))):
            dry[side] += np.float32(gain * np.sqrt(2)) * line[side if len(line) == 2 else 0]
        sent += np.float32(voice.wet) * line.mean(axis=0)
    reverberate(sent, room(desk_.room_s, desk_.rate_hz, desk_.room_seed), dry)
    return dry


def _level(line: Signal) -> float:
    """Root mean square of the louder half of the windows that sound at all."""
    n = line.shape[1] // 2048 * 2048
    power = np.mean(line[:, :n].reshape(len(line), -1, 2048) ** 2, axis=(0, 2))
    sounding = np.sort(power[power > 1e-4 * power.max(initial=1e-12)])
    return float(np.sqrt(sounding[len(sounding) // 2 :].mean())) + 1e-6 if len(sounding) else 1.0


def _play(voice: Voice, score: Score, rate: int, n: int) -> Signal:
    """One voice alone, (1, n) or (2, n). Notes that are alike are made once."""
    made: dict[tuple[object, ...], Signal] = {}
    line: Signal | None = None
    for count, note in enumerate(voice.notes):
        sound, gain = (
            _drum(voice, note, count, rate)
            if voice.instrument in KITS
            else _tone(voice, note, score, rate, count, made)
        )
        if line is None:
            line = np.zeros((sound.ndim, n), dtype=np.float32)
        start = round(score.seconds_at(note.start) * rate)
        stop = min(start + sound.shape[-1], n)
        if start < n:
            line[:, start:stop] += np.float32(gain) * np.atleast_2d(sound)[:, : stop - start]
    return line if line is not None else np.zeros((1, n), dtype=np.float32)


def _drum(voice: Voice, note: Note, count: int, rate: int) -> tuple[Signal, float]:
    strength = int(np.clip(note.velocity * 3 - 0.4, 0, 2))
    return stroke(note.pitch, voice.instrument, strength, count % 2, rate), note.velocity**1.6 * BALANCE.get(
        note.pitch, 1.0
    )


BALANCE = {
    42: 0.3,
    46: 0.3,
    51: 0.22,
    54: 0.3,
    70: 0.32,
    40: 0.45,
    49: 0.4,
    37: 0.4,
    76: 0.35,
    38: 0.7,
    39: 0.6,
    63: 0.6,
}
"""Level of a drum beside the kick, by its key."""


def _tone(
    voice: Voice, note: Note, score: Score, rate: int, count: int, made: dict[tuple[object, ...], Signal]
) -> tuple[Signal, float]:
    loud = round(note.velocity * 5) / 5
    seconds = max(round(score.seconds_at(note.length) * 25) / 25, 0.04)
    key = (note.pitch, loud, seconds, count % 2)
    if key not in made:
        cents = score.cents[(note.pitch - score.tonic) % 12]
        hz = 440.0 * 2 ** ((note.pitch - 69 + cents / 100) / 12)
        made[key] = INSTRUMENTS[voice.instrument].play(hz, seconds, loud, rate, count % 2)
    return made[key], note.velocity**1.4


def _bus(audio: Signal, desk_: Desk, score: Score) -> None:
    tilt(audio, desk_.tilt_db, desk_.rate_hz)
    audio -= audio.mean(axis=1, keepdims=True)
    wanted = TARGET_LUFS + desk_.gain_db - (loudness(audio, desk_.rate_hz))
    audio *= np.float32(10 ** (wanted / 20))
    if desk_.hiss_db > -100:
        n = audio.shape[1]
        second = noise(min(n, 4 * desk_.rate_hz), desk_.rate_hz, 300, 9000, desk_.room_seed)
        audio += np.float32(10 ** (desk_.hiss_db / 20)) * np.resize(second, n)
    limit(audio)
    fade(audio, desk_.rate_hz, min(0.6, 0.1 * score.seconds))
