"""How long 24 tracks of the demo collection take, beside the sound files alone being encoded."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np

from core.demo.collection import make, plan
from core.demo.files import encode
from core.demo.request import DemoRequest
from core.progress import Context
from tests.benchmarks.figure import Figure, in_turn

TRACKS = 24
SECONDS = 10.0


def _make() -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        make(DemoRequest(f"{folder}/demo", TRACKS, SECONDS), Context(Path(folder), 0), processes=2)
        return time.perf_counter() - start


def _encode() -> float:
    """Noise in the same formats, by one process."""
    noise = np.random.default_rng(0).normal(0, 0.1, (int(SECONDS * 44_100), 2)).astype(np.float32)
    formats = [track.brief.album.format for track in plan(DemoRequest("anywhere", TRACKS, SECONDS))]
    start = time.perf_counter()
    for kind in formats:
        encode(noise, 44_100, kind)
    return time.perf_counter() - start


def measure() -> list[Figure]:
    ours, peer = in_turn(_make, _encode, rounds=3)
    name = f"demo, {TRACKS} tracks of {SECONDS:g} s on two cores"
    return [Figure(name, ours, "s", "encoding alone, one core", peer, limit=60.0 * TRACKS / 120)]
