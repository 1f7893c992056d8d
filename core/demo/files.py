"""What a demo leaves on the disk: audio in its format, MIDI, stems, and the truth beside them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

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
from core.store.files import explain_os_errors, write_text, write_whole

KINDS = {
    "flac": ("FLAC", "PCM_16"),
    "wav": ("WAV", "PCM_16"),
    "ogg": ("OGG", "VORBIS"),
    "mp3": ("MP3", "MPEG_LAYER_III"),
}
TRUTH = ("truth.json", "truth.csv")


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


def write_truth(folder: Path, plans: Iterable[TrackPlan]) -> None:
    """One row a track. Rows of an earlier demo in the same folder stay while their files do."""
    rows = [plan.truth for plan in plans]
    paths = {row["path"] for row in rows}
    kept = [
        row for row in _read_truth(folder) if row["path"] not in paths and (folder / row["path"]).exists()
    ]
    rows = sorted(rows + kept, key=lambda row: (row["seed"], row["index"], row["path"]))
    write_text(folder / TRUTH[0], json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    table = io.StringIO(newline="")
    if rows:
        flat = [_flat(row) for row in rows]
        writer = csv.DictWriter(table, fieldnames=list(flat[0]))
        writer.writeheader()
        writer.writerows(flat)
    write_text(folder / TRUTH[1], table.getvalue())


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    captions = {f"caption_{n}": caption for n, caption in enumerate(row["captions"], 1)}
    kept = {name: value for name, value in row.items() if name != "captions"}
    return kept | {"instruments": "; ".join(row["instruments"])} | captions


def _read_truth(folder: Path) -> list[dict[str, Any]]:
    path = folder / TRUTH[0]
    if not path.exists():
        return []
    try:
        with explain_os_errors(path):
            rows = json.loads(path.read_text(encoding="utf-8"))
        return [
            row
            for row in rows
            if isinstance(row, dict) and {"path", "seed", "index", "captions"} <= row.keys()
        ]
    except (ValueError, TypeError) as error:
        raise FileProblem(path, "is no truth of a demo", "Move it away or choose another folder.") from error
