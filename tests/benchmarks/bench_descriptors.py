"""Descriptors beside the decoding that comes before them: ten seconds of music, on one core."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from core.audio import decode
from core.encoders import find_card, open_encoder
from tests.benchmarks.figure import Figure, in_turn

EXCERPTS, SECONDS = 12, 10
FASTER_THAN_TIME = 200


def _write(path: Path) -> Path:
    """Chords that are struck twice a second, over noise."""
    rate = 44_100
    rng, t = np.random.default_rng(0), np.arange(EXCERPTS * SECONDS * rate) / rate
    tone = sum(np.sin(2 * np.pi * hz * t) / (1 + i) for i, hz in enumerate((110, 165, 220, 277, 330)))
    samples = 0.2 * tone * np.exp(-4 * (t % 0.5)) + 0.01 * rng.standard_normal(len(t))
    soundfile.write(path, np.stack([samples, samples], 1), rate, bitrate_mode="VARIABLE")
    return path


def measure() -> list[Figure]:
    card = find_card("descriptors")
    encoder = open_encoder(card)
    with tempfile.TemporaryDirectory() as folder:
        song = _write(Path(folder) / "song.mp3")
        batch = decode(song, card.rate_hz)[: EXCERPTS * card.window].reshape(EXCERPTS, card.window)

        def describing() -> float:
            start = time.thread_time()
            encoder.embed(batch)
            return time.thread_time() - start

        def decoding() -> float:
            start = time.thread_time()
            decode(song, card.rate_hz)
            return time.thread_time() - start

        describing()
        ours, peer = in_turn(describing, decoding)
    name = f"descriptors of {EXCERPTS * SECONDS} s of sound"
    return [
        Figure(name, ours, "s", "decoding them from mp3", peer),
        Figure(f"{name}, of their length", ours / (EXCERPTS * SECONDS), "", limit=1 / FASTER_THAN_TIME),
    ]
