"""A few of the moments at which encoding can be killed; `kill_encode` tries many."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from core.library import listen, scan
from core.progress import Context
from core.store import create_collection
from tests.core.embedding.kill_encode import try_moments


def test_a_killed_job_goes_on_to_the_same_bits(home: Path, tmp_path: Path) -> None:
    audio = tmp_path / "audio"
    audio.mkdir()
    for i in range(40):
        noise = np.random.default_rng(i).standard_normal(22_050 * 6)
        soundfile.write(audio / f"{i:02}.wav", 0.1 * noise * np.sin(np.arange(len(noise)) / (50 + i)), 22_050)
    with create_collection(tmp_path / "template") as collection:
        scan.run(scan.ScanRequest((str(audio),)), Context(collection.folder, 1))
        listen.run(listen.ListenRequest(), Context(collection.folder, 2))
    found = try_moments(tmp_path / "template", tmp_path, "descriptors", moments=2, seed=3)
    assert len(found) == 2
