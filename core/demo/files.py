"""What a demo leaves on the disk: audio in its format, MIDI, stems."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import soundfile

from core.demo.composer import compose
from core.demo.covers import cover
from core.demo.midi import write_midi
from core.demo.mixer import desk, record
from core.demo.planning import TrackPlan
from core.demo.synthesis import Signal
from core.demo.tags import identity, tag
from core.errors import FileProblem
from core.store.files import write_whole

KINDS = {
    "flac": ("FLAC", "PCM_16"),
    "wav": ("WAV", "PCM_16"),
    "ogg": ("OGG", "VORBIS"),
    "mp3": ("MP3", "MPEG_LAYER_III"),
}


def encode(audio: Signal, rate_hz: int, kind: str, *, subtype: str = "") -> io.BytesIO:
    """WORKAROUND: libsndfile crashes when a long Vorbis stream is written in one call, so go by seconds."""
    format_, usual = KINDS[kind]
    data = io.BytesIO()
    with soundfile.SoundFile(data, "w", rate_hz, audio.shape[1], subtype or usual, format=format_) as file:
        for start in range(0, len(audio), rate_hz):
            file.write(audio[start : start + rate_hz])
    return data


def outputs(plan: TrackPlan, *, midi: bool, stems: bool) -> list[str]:
    """Everything that belongs to a track, below the folder of the demo."""
    stem = plan.path.rpartition(".")[0]
    found = [f"midi/{stem}.mid"] if midi else []
    if stems:
        found += [f"stems/{stem}/{name}.flac" for name in _stem_names(plan)]
    return [*found, plan.path]


def _stem_names(plan: TrackPlan) -> list[str]:
    return [f"{n:02d} {part.role} ({name})" for n, (part, name) in enumerate(plan.brief.parts, 1)]


def make_track(folder: Path, plan: TrackPlan, *, midi: bool, stems: bool) -> None:
    """Compose, play, encode and write one track, and last of all its audio."""
    score = compose(plan.brief)
    recording = record(score, desk(plan.brief), stems=stems)
    stem = plan.path.rpartition(".")[0]
    if midi:
        _write(folder / f"midi/{stem}.mid", write_midi(score, plan.title))
    loudest = max((float(np.abs(line).max()) for line in recording.stems.values()), default=1.0)
    for name, line in recording.stems.items():
        shared = np.ascontiguousarray(line.T) * np.float32(0.5 / max(loudest, 1e-6))
        data = encode(shared, recording.rate_hz, "flac", subtype="PCM_24")
        _write(folder / f"stems/{stem}/{name}.flac", data.getbuffer())
    data = encode(recording.audio, recording.rate_hz, plan.brief.album.format)
    tag(data, plan, cover(plan.brief.style_number, plan.brief.artist.number, plan.brief.album.number))
    _write(folder / plan.path, data.getbuffer())


def _write(path: Path, data: bytes | memoryview) -> None:
    with write_whole(path) as file:
        file.write(data)


def is_there(folder: Path, plan: TrackPlan, *, midi: bool, stems: bool) -> bool:
    """Whether the track is there as this request would make it. A stranger's file in its place is refused."""
    path = folder / plan.path
    if not path.exists():
        return False
    found = identity(path)
    if found is None:
        raise FileProblem(path, "is already there and is no track of a demo", "Choose an empty folder.")
    return found == plan.identity and all(
        (folder / name).exists() for name in outputs(plan, midi=midi, stems=stems)
    )
