"""The first pass of a scan (tags and properties into the table) beside a bare loop with mutagen."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from unittest import mock

import mutagen
import numpy as np
import soundfile

from core.library import scan
from core.progress import Context
from core.store import create_collection
from tests.benchmarks.figure import Figure, in_turn

FILES = 2000


def _make(folder: Path) -> None:
    """Tagged files of three formats, each content once, so that the disk is not the measure."""
    folder.mkdir()
    for i in range(FILES):
        ending = ("flac", "mp3", "ogg")[i % 3]
        path = folder / f"{i:04d}.{ending}"
        if i < 3:
            soundfile.write(path, 0.1 * np.random.default_rng(i).standard_normal(22050), 22050)
        else:
            shutil.copy(folder / f"{i % 3:04d}.{ending}", path)
        file = mutagen.File(path, easy=True)
        if file.tags is None:
            file.add_tags()
        for name, value in {
            "title": f"Take {i}",
            "artist": f"Duo {i % 40}",
            "album": f"Reel {i % 90}",
        }.items():
            file[name] = value
        file["genre"], file["date"], file["tracknumber"] = "lament", str(1950 + i % 50), str(i % 12 + 1)
        file.save()


def _scan(folder: Path, audio: Path, cores: int, trial: list[int]) -> float:
    trial[0] += 1
    with (
        create_collection(folder / f"trial {trial[0]}") as collection,
        mock.patch.object(os, "cpu_count", return_value=cores),
    ):
        start = time.perf_counter()
        result = scan.run(scan.ScanRequest((str(audio),)), Context(collection.folder, 1))
        assert result.new == FILES
        return time.perf_counter() - start


def _bare(audio: Path) -> float:
    start = time.perf_counter()
    for path in sorted(audio.iterdir()):
        file = mutagen.File(path)
        (file.info.length, dict(file.tags))
    return time.perf_counter() - start


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        audio, trial = Path(folder) / "audio", [0]
        _make(audio)
        one, two, bare = in_turn(
            lambda: _scan(Path(folder), audio, 1, trial),
            lambda: _scan(Path(folder), audio, 2, trial),
            lambda: _bare(audio),
            rounds=5,
        )
    return [
        Figure(
            f"scan of {FILES:,} files, one process",
            one,
            "s",
            "bare mutagen loop",
            bare,
            1 / 0.7,
            of_ratio=True,
        ),
        Figure(f"scan of {FILES:,} files, two processes", two, "s", "one process", one),
    ]
