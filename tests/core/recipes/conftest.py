"""A collection whose vectors are written by hand, as if descriptors had given them, with labels to learn."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.embedding.sets import identity, make_set
from core.encoders import find_card
from core.library.labels import NewLabel, write_labels
from core.progress import Context
from core.recipes import Recipe, TrainRequest, TrainResult, change, find_recipe, write_recipe
from core.recipes.train import run
from core.store import Collection, create_collection, open_collection
from core.store.schema import JobRow
from tests.core.library.shelf import add

GENRES = ("fado", "raga", "reel")
N, ARTISTS = 150, 30


def write_vectors(collection: Collection, values: np.ndarray, tracks: list[int]) -> int:
    """Into the set that `encode` would make, so that it finds nothing to do."""
    card = find_card("descriptors")
    window_s = card.window_s
    layers = tuple(range(len(card.layers)))
    name = identity(card, "", layers, window_s, window_s)
    made = {"device": "cpu", "precision": "fp32", "batch": 1}
    set_id = make_set(collection, name, card, layers, window_s, window_s, made)
    wide = np.zeros((len(values), card.dimension), np.float32)
    wide[:, : values.shape[1]] = values
    windows = np.repeat(wide[:, None], len(layers), 1)
    means = np.stack([windows, np.zeros_like(windows)], 2)
    counts = [(id_, 1) for id_ in tracks]
    collection.vectors.append_all(set_id, {"excerpt": (windows, counts), "track": (means, counts)})
    return set_id


def crowd(n: int = N, apart: float = 1.5, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Vectors of three kinds that overlap, and of which kind each is."""
    rng = np.random.default_rng(seed)
    of = np.arange(n) % 3
    return apart * np.eye(3, 8)[of] + rng.standard_normal((n, 8)), of


def fill(collection: Collection) -> None:
    """Every tenth track bears no label. Tempo goes with the second value, instruments with the first two."""
    values, of = crowd()
    tracks = add(collection, *(f"{i:04}.wav" for i in range(N)), duration_s=10.0)
    write_vectors(collection, values, tracks)
    labels = [NewLabel(id_, "artist", f"artist {i % ARTISTS}", "tag") for i, id_ in enumerate(tracks)]
    for i, id_ in enumerate(tracks):
        if i % 10:
            labels.append(NewLabel(id_, "genre", GENRES[of[i]], "tag"))
            labels.append(NewLabel(id_, "tempo", float(100 + 10 * values[i, 1]), "tag"))
            played = [name for name, at in (("oud", 0), ("pipes", 1)) if values[i, at] > 0.8]
            labels += [NewLabel(id_, "instrument", name, "tag") for name in played]
    with collection.database.writing() as session:
        write_labels(session, labels)


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy it."""
    folder = tmp_path_factory.mktemp("filled") / "coast"
    with create_collection(folder) as collection:
        fill(collection)
    return folder


@pytest.fixture
def shelf(home: Path, filled_once: Path, tmp_path: Path) -> Iterator[Collection]:
    shutil.copytree(filled_once, tmp_path / "coast")
    with open_collection(tmp_path / "coast") as collection:
        yield collection


def job(collection: Collection) -> int:
    with collection.database.writing() as session:
        row = JobRow(kind="train", title="Train", request="{}", device="cpu", priority=10, state="running")
        session.add(row)
        session.flush()
        return row.id


Teach = Callable[..., TrainResult]
QUICK = {
    "training.epochs": "40",
    "training.head_lr": "0.02",
    "head.width": "16",
    "controls": "majority,random labels,shuffled labels",
}


def recipe(name: str = "classify", **changes: str) -> Recipe:
    return change(find_recipe(name), QUICK | {key.replace("__", "."): text for key, text in changes.items()})


def teach(collection: Collection, name: str = "classify", seed: int = 0, **changes: str) -> TrainResult:
    return taught(collection, recipe(name, **changes), seed)


def taught(collection: Collection, recipe: Recipe, seed: int = 0, **context: Any) -> TrainResult:
    request = TrainRequest(write_recipe(recipe), seed)
    return run(request, Context(collection.folder, job(collection), **context))
