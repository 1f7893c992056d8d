"""Decoding beside the bare libraries: a whole file converted, and five seconds out of an hour."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
import soxr

from core.audio import decode
from tests.benchmarks.figure import Figure, in_turn

RATE = 44100
TO_HZ = 24000


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _bare(path: Path) -> None:
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    soxr.resample(samples.mean(axis=1), rate, TO_HZ)


def _write(path: Path, minutes: float) -> Path:
    """Noise under a gliding tone, written second by second."""
    rng, options = np.random.default_rng(0), {"bitrate_mode": "VARIABLE"} if path.suffix == ".mp3" else {}
    with soundfile.SoundFile(path, "w", RATE, 2, **options) as file:
        for second in range(round(60 * minutes)):
            t = second + np.arange(RATE) / RATE
            tone = 0.3 * np.sin(2 * np.pi * 220 * t) + 0.02 * rng.standard_normal(RATE)
            file.write(np.stack([tone, tone], axis=1))
    return path


def measure() -> list[Figure]:
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        song = _write(Path(folder) / "song.mp3", 4)
        ours, bare = in_turn(
            lambda: _seconds(lambda: decode(song, TO_HZ)), lambda: _seconds(lambda: _bare(song)), rounds=7
        )
        figures.append(
            Figure(
                "mp3 of 4 min to 24 kHz mono", ours, "s", "bare soundfile + soxr", bare, 1.15, of_ratio=True
            )
        )
        rng = np.random.default_rng(1)
        for ending in ("mp3", "flac", "wav"):
            hour = _write(Path(folder) / f"hour.{ending}", 60)

            def excerpt(path: Path = hour) -> None:
                start_s = float(rng.uniform(0, 3590))
                decode(path, TO_HZ, start_s=start_s, end_s=start_s + 5)

            some = sorted(_seconds(excerpt) for _ in range(15))[7]
            whole = _seconds(lambda path=hour: decode(path, TO_HZ))  # type: ignore[misc]
            figures.append(
                Figure(
                    f"5 s out of an hour of {ending}",
                    some,
                    "s",
                    "the whole hour",
                    whole,
                    1 / 20,
                    of_ratio=True,
                )
            )
            hour.unlink()
    return figures
