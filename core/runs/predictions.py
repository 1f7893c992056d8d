"""What a run says of each track, beside what is true of it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, select

from core.errors import RequestProblem
from core.evaluation import Attributes, Outcome, Task
from core.evaluation.described import attributes_of
from core.library.groups import read_values
from core.library.labels import each
from core.library.sheets import split_cell
from core.runs.book import find_run
from core.store.collection import Collection
from core.store.rows import put_rows
from core.store.schema import Prediction, Recipe, Run, Track

TASKS = {"classify": Task.CLASSES, "tag": Task.TAGS, "regress": Task.NUMBERS, "caption": Task.CAPTIONS}
"""What is judged, by the task of a recipe."""
COLUMNS = ("track_id", "part", "truth", "said", "number", "probability", "probabilities")


@dataclass(frozen=True)
class PredictionRow:
    """`truth` and `said` are a class; tags, as `sheets.join_cell` writes them; a number's `repr`; a text.

    Without a truth nobody knows it. What was said of a number is `number`.
    """

    track_id: int
    part: str
    truth: str | None
    said: str | None = None
    number: float | None = None
    probability: float | None = None
    """Of what was said."""
    probabilities: dict[str, float] = field(default_factory=dict)
    """Of each class or tag."""


def write_predictions(collection: Collection, run_id: int, rows: Sequence[PredictionRow]) -> None:
    """These and no others; tracks that have gone meanwhile are left out."""
    with collection.database.writing() as session:
        find_run(session, run_id)
        session.execute(delete(Prediction).where(Prediction.run_id == run_id))
        there = set(session.scalars(select(Track.id).where(Track.id.in_(each([r.track_id for r in rows])))))
        values = [
            (run_id, *(getattr(row, name) for name in COLUMNS[:-1]), json.dumps(row.probabilities))
            for row in rows
            if row.track_id in there
        ]
        put_rows(session, "predictions", ("run_id", *COLUMNS), values)


def read_predictions(collection: Collection, run_id: int, part: str | None = None) -> list[PredictionRow]:
    """In the order of tracks."""
    chosen = select(*(getattr(Prediction, name) for name in COLUMNS)).where(Prediction.run_id == run_id)
    if part is not None:
        chosen = chosen.where(Prediction.part == part)
    with collection.database.reading() as session:
        find_run(session, run_id)
        return [PredictionRow(*row) for row in session.execute(chosen.order_by(Prediction.track_id))]


def task_of(collection: Collection, run_id: int) -> Task:
    with collection.database.reading() as session:
        find_run(session, run_id)
        task = session.scalar(
            select(Recipe.task).join(Run, Run.recipe_id == Recipe.id).where(Run.id == run_id)
        )
    if task not in TASKS:
        raise RequestProblem(f"Run {run_id} says nothing of tracks that could be judged: its task is {task}.")
    return TASKS[task]


def outcome(collection: Collection, run_id: int, part: str) -> Outcome:
    """For the tracks of the part whose truth is known; classes and tags in the order of their names.

    What captions may name is what people say of it today.
    """
    task = task_of(collection, run_id)
    rows = [row for row in read_predictions(collection, run_id, part) if row.truth is not None]
    if not rows:
        raise RequestProblem(f"Run {run_id} has no predictions of {part} tracks whose truth is known.")
    truths = [row.truth or "" for row in rows]
    tracks = np.array([row.track_id for row in rows], np.int64)
    if task is Task.NUMBERS:
        numbers = [np.nan if row.number is None else row.number for row in rows]
        return Outcome(tracks, np.array(truths, np.float64), np.array(numbers))
    if task is Task.CAPTIONS:
        said = np.array([row.said or "" for row in rows], object)
        return Outcome(tracks, np.array(truths, object), said, _attributes(collection, run_id, tracks))
    names = {name for row in rows for name in row.probabilities}
    # A class that only this part knows was given no chance, and calling its tracks by another name costs.
    order = sorted(names | set(truths) if task is Task.CLASSES else names)
    given = np.array([[row.probabilities.get(name, 0.0) for name in order] for row in rows])
    if task is Task.CLASSES:
        place = {name: i for i, name in enumerate(order)}
        return Outcome(tracks, np.array([place[truth] for truth in truths]), given)
    carried = [set(split_cell(truth)) for truth in truths]
    return Outcome(tracks, np.array([[tag in tags for tag in order] for tags in carried]), given)


def _attributes(collection: Collection, run_id: int, tracks: NDArray[np.int64]) -> Attributes:
    """Of the fields that its recipe lets captions name, as far as something is known of these tracks."""
    with collection.database.reading() as session:
        text = session.scalar(
            select(Recipe.text).join(Run, Run.recipe_id == Recipe.id).where(Run.id == run_id)
        )
    named = tomllib.loads(text or "").get("writer", {}).get("named", ())
    return attributes_of(
        {field: read_values(collection, field, runs=False) for field in named}, tracks.tolist()
    )
