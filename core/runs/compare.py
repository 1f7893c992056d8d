"""Two runs on the same tracks of the same split: which one is better, and could chance have done it?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem
from core.evaluation import Comparison, Outcome, Task, compare
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


@dataclass(frozen=True)
class Pair:
    """Two runs with what they said of the same tracks, read and ready to be compared."""

    runs: tuple[RunInfo, RunInfo]
    part: str
    task: Task
    outcomes: tuple[Outcome, Outcome]
    groups: NDArray[np.int64] | None
    """The artist of each track."""


def compare_runs(
    collection: Collection, first: int, second: int, part: str = "test", *, should_stop: ShouldStop = never
) -> RunComparison:
    return compare_pair(read_pair(collection, first, second, part), should_stop=should_stop)


def read_pair(collection: Collection, first: int, second: int, part: str = "test") -> Pair:
    runs = read_run(collection, first), read_run(collection, second)
    _check(*runs)
    outcomes = outcome(collection, first, part), outcome(collection, second, part)
    groups = artists_of(collection, outcomes[0].tracks)
    return Pair(runs, part, task_of(collection, first), outcomes, groups)


def compare_pair(pair: Pair, *, whole_artists: bool = True, should_stop: ShouldStop = never) -> RunComparison:
    """Needs no collection. `whole_artists`: drawn with all their tracks, where artists are known."""
    first, second = pair.runs
    groups = pair.groups if whole_artists else None
    try:
        found = compare(pair.task, *pair.outcomes, groups=groups, seed=SEED, should_stop=should_stop)
    except ValueError as error:
        raise RequestProblem(f"Runs {first.run} and {second.run} cannot be compared: {error}.") from error
    scores = _figures(first, pair.part), _figures(second, pair.part)
    return RunComparison(first.run, second.run, pair.part, first.recipe.task, scores, found)


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
