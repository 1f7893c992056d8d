"""A collection of takes that were scanned and heard: made once, then copied for each test with its audio."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from core.library import listen, scan
from core.progress import Context
from core.store import Collection, create_collection, open_collection
from core.store.schema import Folder
from tests.core.library.shelf import rows, tag

RATE = 22_050
PITCHES = ("low", "middle", "high")


def make(place: Path, lengths_s: Sequence[float]) -> Path:
    """Takes of these lengths, each at a pitch of its own; returns what `copy` wants."""
    reels = place / "reels"
    reels.mkdir()
    for i, seconds in enumerate(lengths_s):
        t = np.arange(round(seconds * RATE)) / RATE
        tone = 0.3 * np.sin(2 * np.pi * (110 * (i + 1)) * t * (1 + 0.02 * np.sin(3 * t)))
        noise = 0.05 * np.random.default_rng(i).standard_normal(len(t))
        soundfile.write(reels / f"take {i}.flac", tone + noise, RATE)
    with create_collection(place / "coast") as collection:
        scan.run(scan.ScanRequest((str(reels),)), Context(collection.folder, 1))
        listen.run(listen.ListenRequest(), Context(collection.folder, 2))
    return place


def make_tones(place: Path, count: int) -> Path:
    """Takes of 3 s, in thirds called low, middle and high, two by each artist."""
    make(place, [3.0] * count)
    with open_collection(place / "coast") as collection:
        for id_, path in rows(collection, "SELECT id, shown_path FROM tracks"):
            i = int(path.removeprefix("take ").removesuffix(".flac"))
            tag(collection, id_, genre=PITCHES[i * 3 // count], artist=f"artist {i // 2}")
    return place


def copy(made: Path, place: Path) -> Collection:
    """`coast` and `reels` in `place`; sizes and times of the files stay as they were scanned."""
    for name in ("coast", "reels"):
        shutil.copytree(made / name, place / name)
    collection = open_collection(place / "coast")
    with collection.database.writing() as session:
        session.query(Folder).one().path = str(place / "reels")
    return collection
