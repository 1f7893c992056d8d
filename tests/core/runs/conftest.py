"""A shelf of tracks with genres, artists and a split, and runs as a job would leave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.evaluation import class_floors, class_scores
from core.library.splits import Part, store_split
from core.runs import (
    EpochRow,
    PredictionRow,
    artists_of,
    begin_run,
    keep_checkpoint,
    rows_of_classes,
    set_state,
    write_predictions,
    write_scores,
)
from core.store import Collection
from core.store.schema import JobRow
from tests.core.library.shelf import add, tag

GENRES = ("blues", "folk", "jazz")
RECIPE = 'name = "{name}"\ntask = "{task}"\n\n[data]\nfield = "{field}"\n'
PART: tuple[Part, ...] = ("train", "train", "valid", "test", "test")


@pytest.fixture
def shelf(collection: Collection) -> Collection:
    return fill(collection)


def fill(collection: Collection) -> Collection:
    """Sixty tracks; every fifth bears no genre, and two in a row are of one artist."""
    tracks = add(collection, *(f"reel {i // 10}/song {i:02d}.wav" for i in range(60)))
    for i, id_ in enumerate(tracks):
        tag(collection, id_, artist=f"artist {i // 2:02d}")
        if i % 5:
            tag(collection, id_, genre=GENRES[i % 3])
    store_split(collection, "by hand", "by hand", {id_: PART[i % 5] for i, id_ in enumerate(tracks)}, 4)
    return collection


def job(collection: Collection, state: str = "running") -> int:
    with collection.database.writing() as session:
        row = JobRow(kind="train", title="Train", request="{}", device="cpu", priority=10, state=state)
        session.add(row)
        session.flush()
        return row.id


def begun(collection: Collection, **other: Any) -> int:
    text = RECIPE.format(name="classify", task="classify", field="genre")
    usual: dict[str, Any] = {
        "name": "classify",
        "task": "classify",
        "text": text,
        "seed": 3,
        "device": "cpu",
        "environment": {"python": "3.11", "versions": {"torch": "2.11"}, "cores": [1, 2]},
        "split_id": 1,
        "job_id": None,
    }
    return begin_run(collection, **(usual | other))


def predictions(right: float, seed: int = 0, tracks: Sequence[int] = range(1, 61)) -> list[PredictionRow]:
    """What a run says that mostly says the truth; of tracks without a genre nobody knows it."""
    rng = np.random.default_rng(seed)
    rows = []
    for id_ in tracks:
        i, said = id_ - 1, rng.dirichlet([1.0, 1.0, 1.0])
        if rng.random() < right:
            said[i % 3] += 2.0
        said = np.round(said / said.sum(), 6)
        truth = GENRES[i % 3] if i % 5 else None
        given = dict(zip(GENRES, said.tolist(), strict=True))
        best = max(given, key=lambda name: given[name])
        rows.append(PredictionRow(id_, PART[i % 5], truth, best, None, given[best], given))
    return rows


def finished(collection: Collection, right: float = 0.8, seed: int = 0, **other: Any) -> int:
    """A run with everything that a run leaves."""
    run = begun(collection, seed=seed, **other)
    rows = predictions(right, seed)
    row = EpochRow(0, 7, 1.25, {"train": {"loss": 0.5}, "valid": {"macro_f1": 0.25}}, [[2, 1], [0, 3]])
    keep_checkpoint(collection, run, "best", 0, 7, lambda file: file.write(b"best"), [row])
    keep_checkpoint(
        collection,
        run,
        "latest",
        1,
        14,
        lambda file: file.write(b"latest"),
        [replace(row, epoch=1, step=14, confusion=None)],
    )
    write_predictions(collection, run, rows)
    judged = [row for row in rows if row.part == "test" and row.truth]
    truth = np.array([GENRES.index(row.truth or "") for row in judged])
    said = np.array([[row.probabilities[name] for name in GENRES] for row in judged])
    groups = artists_of(collection, np.array([row.track_id for row in judged]))
    floor = class_floors(np.array([0, 0, 1, 2]), 3, len(truth), seed=seed)["majority"]
    scores = []
    for control, values in (("", said), ("majority", floor)):
        found = class_scores(truth, values, groups=groups, seed=0, resamples=50)
        scores += rows_of_classes(found, "test", GENRES, control=control, resamples=50)
    write_scores(collection, run, scores)
    set_state(collection, run, "done")
    return run
