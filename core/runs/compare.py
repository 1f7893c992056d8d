"""Two runs on the same tracks of the same split: which one is better, and could chance have done it?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem
from core.evaluation import Comparison, compare
from core.library.groups import read_values
from core.progress import ShouldStop, never
from core.runs.predictions import outcome, task_of
from core.runs.shown import Figures, RunInfo, read_run
from core.store.collection import Collection

SEED = 0
"""Of the resamples: the same two runs always give the same answer."""


@dataclass(frozen=True)
class RunComparison:
    """`found` tells the second run less the first."""

    first: int
    second: int
    part: str
    task: str
    scores: tuple[Figures, Figures]
    found: Comparison


def compare_runs(
    collection: Collection, first: int, second: int, part: str = "test", *, should_stop: ShouldStop = never
) -> RunComparison:
    runs = read_run(collection, first), read_run(collection, second)
    _check(*runs)
    outcomes = [outcome(collection, run.run, part) for run in runs]
    groups = artists_of(collection, outcomes[0].tracks)
    task = task_of(collection, first)
    try:
        found = compare(task, *outcomes, groups=groups, seed=SEED, should_stop=should_stop)
    except ValueError as error:
        raise RequestProblem(f"Runs {first} and {second} cannot be compared: {error}.") from error
    scores = _figures(runs[0], part), _figures(runs[1], part)
    return RunComparison(first, second, part, runs[0].recipe.task, scores, found)


def _figures(run: RunInfo, part: str) -> Figures:
    """Of captions also those of each field, by the names that differences have."""
    found = dict(run.scores.get(part, {}))
    if run.recipe.task == "caption":
        for about, figures in run.classes.get(part, {}).items():
            found |= {f"{name} of {about}": figure for name, figure in figures.items()}
    return found


def artists_of(collection: Collection, tracks: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """A number for the first artist of each track, below zero where nobody knows; None where all are so."""
    artists = read_values(collection, "artist")
    numbers: dict[str, int] = {}
    found = [
        numbers.setdefault(artists[id_][0], len(numbers)) if id_ in artists else -1 for id_ in tracks.tolist()
    ]
    return np.array(found, np.int64) if numbers else None


def _check(first: RunInfo, second: RunInfo) -> None:
    both = f"Runs {first.run} and {second.run}"
    if first.run == second.run:
        raise RequestProblem(f"Run {first.run} cannot be compared with itself.", "Name two runs.")
    if first.recipe.task != second.recipe.task:
        tasks = f"one is to {first.recipe.task}, the other to {second.recipe.task}"
        raise RequestProblem(f"{both} cannot be compared: {tasks}.")
    names = [run.split.name if run.split else "" for run in (first, second)]
    if names[0] != names[1]:
        splits = [f"“{name}”" if name else "none that is still there" for name in names]
        raise RequestProblem(
            f"{both} cannot be compared: their splits are {splits[0]} and {splits[1]}.",
            "Train both on the same split.",
        )
