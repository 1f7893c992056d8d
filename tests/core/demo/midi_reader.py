"""Reads standard MIDI files, knowing nothing of the writer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class MidiTrack:
    name: str = ""
    programme: int | None = None
    tempo_us: int | None = None
    metre: tuple[int, int] | None = None
    ended: bool = False
    notes: list[tuple[int, int, int, int, int]] = field(default_factory=list)
    """(start, stop, channel, pitch, velocity), in ticks."""
    stuck: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Midi:
    format: int
    division: int
    tracks: list[MidiTrack]


def read_midi(data: bytes) -> Midi:
    assert data[:4] == b"MThd"
    assert int.from_bytes(data[4:8], "big") == 6
    kind, count, division = (int.from_bytes(data[k : k + 2], "big") for k in (8, 10, 12))
    at, tracks = 14, []
    while at < len(data):
        assert data[at : at + 4] == b"MTrk"
        size = int.from_bytes(data[at + 4 : at + 8], "big")
        tracks.append(_track(data[at + 8 : at + 8 + size]))
        at += 8 + size
    assert at == len(data)
    assert len(tracks) == count
    return Midi(kind, division, tracks)


def _number(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    while True:
        value = value << 7 | data[at] & 0x7F
        at += 1
        if not data[at - 1] & 0x80:
            return value, at


def _track(data: bytes) -> MidiTrack:
    track, at, now, status = MidiTrack(), 0, 0, 0
    sounding: dict[tuple[int, int], tuple[int, int]] = {}
    while at < len(data):
        assert not track.ended
        delta, at = _number(data, at)
        now += delta
        if data[at] & 0x80:
            status = data[at]
            at += 1
        if status == 0xFF:
            meta = data[at]
            size, at = _number(data, at + 1)
            _meta(track, meta, data[at : at + size])
            at += size
            continue
        kind, channel = status & 0xF0, status & 0x0F
        if kind == 0xC0:
            track.programme = data[at]
            at += 1
            continue
        one, two = data[at], data[at + 1]
        assert one < 128 > two
        at += 2
        if kind == 0x90 and two:
            assert (channel, one) not in sounding
            sounding[channel, one] = (now, two)
        elif kind in (0x80, 0x90):
            start, velocity = sounding.pop((channel, one))
            track.notes.append((start, now, channel, one, velocity))
    track.stuck = list(sounding)
    return track


def _meta(track: MidiTrack, kind: int, value: bytes) -> None:
    if kind == 0x03:
        track.name = value.decode("utf-8")
    elif kind == 0x51:
        track.tempo_us = int.from_bytes(value, "big")
    elif kind == 0x58:
        track.metre = (value[0], 1 << value[1])
    elif kind == 0x2F:
        track.ended = True
