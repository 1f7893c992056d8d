"""A score as a standard MIDI file: format 1, a track for the tempo and one for every voice."""

from __future__ import annotations

import struct

from core.demo.instruments import INSTRUMENTS, KITS
from core.demo.score import Score, Voice

TICKS = 480
"""In a quarter note."""
DRUM_CHANNEL = 9


def write_midi(score: Score, title: str) -> bytes:
    tracks = [_conductor(score, title)]
    melodic = 0
    for voice in score.voices:
        if voice.instrument in KITS:
            channel = DRUM_CHANNEL
        else:
            channel = melodic + (melodic >= DRUM_CHANNEL)
            melodic += 1
        tracks.append(_voice(voice, channel))
    head = struct.pack(">4sIHHH", b"MThd", 6, 1, len(tracks), TICKS)
    return head + b"".join(struct.pack(">4sI", b"MTrk", len(track)) + track for track in tracks)


def _conductor(score: Score, title: str) -> bytes:
    over, under = score.metre.signature
    microseconds = round(60_000_000 / score.quarters_per_minute)
    return (
        _meta(0, 0x03, title.encode("utf-8"))
        + _meta(0, 0x58, bytes([over, under.bit_length() - 1, 6 * score.metre.beat, 8]))
        + _meta(0, 0x51, microseconds.to_bytes(3, "big"))
        + _meta(0, 0x2F, b"")
    )


def _voice(voice: Voice, channel: int) -> bytes:
    data = _meta(0, 0x03, f"{voice.role}: {voice.instrument}".encode())
    if channel != DRUM_CHANNEL:
        data += b"\x00" + bytes([0xC0 | channel, INSTRUMENTS[voice.instrument].programme])
    pan = round(64 + 63 * voice.pan)
    data += b"\x00" + bytes([0xB0 | channel, 10, min(max(pan, 0), 127)])
    now = 0
    for tick, _, status, pitch, velocity in _events(voice, channel):
        data += _variable(tick - now) + bytes([status, pitch, velocity])
        now = tick
    return data + _meta(0, 0x2F, b"")


def _events(voice: Voice, channel: int) -> list[tuple[int, int, int, int, int]]:
    """Note on and off in order, off first. A tone that sounds is ended before it is struck again."""
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for note in voice.notes:
        start = round(note.start * TICKS)
        stop = max(round((note.start + note.length) * TICKS), start + 1)
        row = spans.setdefault(note.pitch, [])
        if row and row[-1][0] == start:
            continue
        if row and row[-1][1] > start:
            row[-1] = (row[-1][0], start, row[-1][2])
        row.append((start, stop, min(max(round(note.velocity * 127), 1), 127)))
    found: list[tuple[int, int, int, int, int]] = []
    for pitch, row in spans.items():
        for start, stop, velocity in row:
            found += [(start, 1, 0x90 | channel, pitch, velocity), (stop, 0, 0x80 | channel, pitch, 64)]
    return sorted(found)


def _meta(delta: int, kind: int, data: bytes) -> bytes:
    return _variable(delta) + bytes([0xFF, kind]) + _variable(len(data)) + data


def _variable(number: int) -> bytes:
    """Seven bits a byte, the highest first; all but the last have the top bit set."""
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))
