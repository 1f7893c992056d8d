"""Does encoding a large collection stay within the same memory? `python -m tests.soak.encode_memory`.

Makes as many short tracks as asked for, encodes them in one job, and prints
what the process and its decoders hold after every tenth of them.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import psutil
import soundfile

from core.embedding import EncodeRequest
from core.embedding.encode import run
from core.library import listen, scan
from core.progress import Context, Step
from core.store import create_collection

RATE, SECONDS = 8000, 3.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracks", type=int, default=10_000)
    parser.add_argument("--encoder", default="sample-cnn")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["SOUNDINGS_HOME"] = f"{place}/home"
        audio = Path(place) / "audio"
        audio.mkdir()
        rng = np.random.default_rng(0)
        for i in range(arguments.tracks):
            soundfile.write(audio / f"{i:06}.wav", 0.1 * rng.standard_normal(round(RATE * SECONDS)), RATE)
        _encode(Path(place), audio, arguments.encoder, arguments.tracks)


def _encode(place: Path, audio: Path, encoder: str, tracks: int) -> None:
    tenth = max(tracks // 10, 1)
    us = psutil.Process()

    def told(step: Step) -> None:
        if step.unit == "tracks" and step.done % tenth == 0:
            crew = sum(child.memory_info().rss for child in us.children())
            own = us.memory_info().rss
            sys.stdout.write(f"{step.done:7,} tracks: {own / 1e6:7,.0f} MB, decoders {crew / 1e6:6,.0f} MB\n")
            sys.stdout.flush()

    with create_collection(place / "coast") as collection:
        scan.run(scan.ScanRequest((str(audio),)), Context(collection.folder, 1))
        listen.run(listen.ListenRequest(), Context(collection.folder, 2))
        result = run(EncodeRequest(encoder), Context(collection.folder, 3), progress=told)
    sys.stdout.write(f"{result.sentence()} {result.audio_s / result.seconds:.0f} × real time.\n")


if __name__ == "__main__":
    main()
