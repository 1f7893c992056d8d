"""A small collection with a run that has really taught an encoder, made once for a module; copy it."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.embedding import tuning
from core.library.labels import NewLabel, write_labels
from core.progress import Context
from core.recipes import TrainRequest, change, find_recipe, write_recipe
from core.recipes.train import run
from core.runs.encoder import encoder_name
from core.store import Collection, create_collection
from core.store.schema import Folder, JobRow, Track

RATE = 16_000
KINDS, ARTISTS, TAKES = ("buzz", "hiss", "hum"), 4, 2
N = len(KINDS) * ARTISTS * TAKES
SECONDS = 1.5
CHANGES = {
    "encoder.name": "mel-cnn",
    "encoder.tune": "whole",
    "encoder.window_s": "1.0",
    "encoder.excerpts": "1",
    "head.kind": "linear",
    "training.batch": "6",
    "training.encoder_lr": "0.004",
    "training.epochs": "2",
    "training.patience": "0",
    "controls": "majority",
}


def sound(kind: str, artist: int, take: int) -> np.ndarray:
    rng = np.random.default_rng((KINDS.index(kind), artist, take))
    t = np.arange(round(SECONDS * RATE)) / RATE
    pitch = 150 + 40 * artist + 5 * take
    if kind == "hiss":
        return 0.2 * rng.standard_normal(len(t))
    partials = range(1, 15) if kind == "buzz" else range(1, 2)
    return 0.2 * sum(np.sin(2 * np.pi * pitch * i * t + i) / i for i in partials)


def fill(collection: Collection, reels: Path) -> None:
    """As if it had been scanned and listened to."""
    reels.mkdir()
    with collection.database.writing() as session:
        folder = Folder(path=str(reels))
        session.add(folder)
        session.flush()
        labels = []
        for kind in KINDS:
            for artist in range(ARTISTS):
                for take in range(TAKES):
                    path = reels / f"{kind} {artist} {take}.wav"
                    soundfile.write(path, sound(kind, artist, take), RATE)
                    about = path.stat()
                    track = Track(
                        folder_id=folder.id, path=path.name, shown_path=path.name, state="ok",
                        size_bytes=about.st_size, mtime_ns=about.st_mtime_ns, duration_s=SECONDS,
                        rate_hz=RATE, channels=1,
                    )  # fmt: skip
                    session.add(track)
                    session.flush()
                    labels.append(NewLabel(track.id, "genre", kind, "tag"))
                    labels.append(NewLabel(track.id, "artist", f"{kind} {artist}", "tag"))
                    labels.append(NewLabel(track.id, "title", path.stem, "tag"))
        write_labels(session, labels)


def teach(collection: Collection, name: str = "fine-tune", **changes: str) -> int:
    """The number of the run."""
    with collection.database.writing() as session:
        row = JobRow(kind="train", title="Train", request="{}", device="cpu", priority=10, state="running")
        session.add(row)
        session.flush()
        job_id = row.id
    own = CHANGES if name == "fine-tune" else {}
    recipe = change(find_recipe(name), own | {key.replace("__", "."): text for key, text in changes.items()})
    request = TrainRequest(write_recipe(recipe))
    done = run(request, Context(collection.folder, job_id))
    with collection.database.writing() as session:
        session.get_one(JobRow, job_id).state = "done"
    return done.run


def make(place: Path) -> Path:
    """A home and a collection, with run 1, which has taught a tiny encoder; returns `place` for `lend`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(place / "home"))
        with create_collection(place / "coast", "Coast") as collection:
            fill(collection, place / "reels")
            assert teach(collection) == 1
            for name in ("mel-cnn", encoder_name(collection, 1)):
                tuning._remember(name, "cpu", "auto", tuning.Tuning("fp32", 8))  # else it is measured
    return place


def lend(made: Path, place: Path, home: Path) -> Path:
    """A copy of the collection; its encoder is among those of `home`, which knows how they run fastest."""
    shutil.copytree(made / "coast", place / "taught")
    shutil.copytree(made / "home", home, dirs_exist_ok=True)
    return place / "taught"
