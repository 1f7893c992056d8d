"""From the runs of a study to its figures: means over seeds with intervals, controls, ways compared.

A mean over seeds is worked out again on each resample of the artists, for all seeds on the
same one. So its interval says how other music would have done, and the seeds beside it
how another start would have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem
from core.evaluation.draws import LEVEL, Draws, numbered
from core.evaluation.sums import scored
from core.progress import ShouldStop, never
from core.runs import Figure, RunInfo, artists_of, compare_runs, read_run, read_scores
from core.runs.predictions import outcome
from core.store.collection import Collection
from core.studies.cells import Cell
from core.studies.findings import Control, Mean, OfSeed, OneCell, OneRun, Paired
from core.studies.tasks import Sample, each_of, figures_of, head_of, manner_of, sample_of

SEED = 0
"""Of the resamples: the same runs always give the same answer."""
PARTS = ("train", "test")
Runs = dict[int, int]
"""By seed."""


@dataclass(frozen=True)
class _Drawn:
    """Figures of several runs on the same tracks: each on the part as it is, then on each resample."""

    tracks: NDArray[np.int64]
    draws: Draws
    figures: dict[str, NDArray[np.float64]]
    """(runs, resamples)"""
    samples: tuple[Sample, ...]
    """Of each run."""


def tell_cell(
    collection: Collection, cell: Cell, why: str, runs: Runs, should_stop: ShouldStop = never
) -> OneCell:
    infos = {seed: read_run(collection, run) for seed, run in sorted(runs.items())}
    head = head_of(cell.recipe) if cell.recipe else ""
    name = cell.recipe.name if cell.recipe else ""
    told = tuple(_one(collection, seed, info) for seed, info in infos.items())
    means, task = dict[str, dict[str, Mean]](), next((info.recipe.task for info in infos.values()), "")
    try:
        means = {part: _means(collection, task, told, part, should_stop) for part in PARTS} if told else {}
    except RequestProblem as error:
        why = why or error.sentence
    return OneCell(cell.encoder, cell.title, cell.way, name, head, why, cell.note, told, means)


def controls_of(collection: Collection, cells: Sequence[OneCell]) -> tuple[Control, ...]:
    """Each once, since all runs are judged on the same tracks; what hangs on a run once for each cell."""
    found = dict[tuple[str, str], Control]()
    for cell in cells:
        for run in (run.run for run in cell.runs):
            task, rows = read_run(collection, run).recipe.task, read_scores(collection, run)
            for name in dict.fromkeys(row.control for row in rows if row.control and row.part == "test"):
                of = f"{cell.encoder}, {cell.way}" if name in manner_of(task).of_cell else ""
                control = Control(name, run, figures_of(task, rows, "test", name), of)
                found.setdefault((name, of), control)
    return tuple(found.values())


def compare_ways(
    collection: Collection, first: OneCell, second: OneCell, should_stop: ShouldStop = never
) -> Paired | None:
    """On the seeds that both have; None where there is none."""
    before, after = ({run.seed: run.run for run in cell.runs} for cell in (first, second))
    seeds = sorted(before.keys() & after.keys())
    if not seeds:
        return None
    task, runs = _task(collection, before[seeds[0]]), [of[seed] for of in (before, after) for seed in seeds]
    try:
        each = tuple(
            _of_seed(collection, task, seed, before[seed], after[seed], should_stop) for seed in seeds
        )
        drawn = _drawn(collection, task, runs, "test", should_stop)
    except RequestProblem as error:
        return Paired(first.encoder, first.way, second.way, {}, None, (), error.sentence)
    half, n = len(seeds), len(drawn.tracks)
    figures = {
        name: _mean(values[half:] - values[:half], n)
        for name, values in drawn.figures.items()
        if name in {shown.key for shown in manner_of(task).figures}
    }
    right = np.stack([each_of(sample) for sample in drawn.samples])
    p = _by_swaps(right[half:].mean(0) - right[:half].mean(0), drawn.draws)
    return Paired(first.encoder, first.way, second.way, figures, p, each)


def _task(collection: Collection, run: int) -> str:
    return read_run(collection, run).recipe.task


def _one(collection: Collection, seed: int, info: RunInfo) -> OneRun:
    rows = read_scores(collection, info.run)
    scores = {part: figures_of(info.recipe.task, rows, part) for part in info.scores}
    return OneRun(info.run, seed, info.device, info.epochs, round(info.seconds, 2), scores)


def _means(
    collection: Collection, task: str, runs: Sequence[OneRun], part: str, should_stop: ShouldStop
) -> dict[str, Mean]:
    """The figure itself where there is one seed, or all of them give the same."""
    scores = [run.scores.get(part, {}) for run in runs]
    names = [shown.key for shown in manner_of(task).figures]
    found = {name: [one[name] for one in scores] for name in names if all(name in one for one in scores)}
    if all(len({figure.value for figure in figures}) == 1 for figures in found.values()):
        return {name: _alone(figures[0]) for name, figures in found.items()}
    drawn = _drawn(collection, task, [run.run for run in runs], part, should_stop)
    return {name: _mean(drawn.figures[name], found[name][0].n) for name in found if name in drawn.figures}


def _alone(figure: Figure) -> Mean:
    return Mean(figure.value, figure.low, figure.high, figure.n, figure.value, figure.value)


def _mean(found: NDArray[np.float64], n: int) -> Mean:
    score = scored(found.mean(0), n, LEVEL)
    own = found[:, 0]
    return Mean(score.value, score.low, score.high, n, float(own.min()), float(own.max()))


def _drawn(
    collection: Collection, task: str, runs: Sequence[int], part: str, should_stop: ShouldStop
) -> _Drawn:
    outcomes = [outcome(collection, run, part) for run in runs]
    tracks = outcomes[0].tracks
    for run, other in zip(runs, outcomes, strict=True):
        if not np.array_equal(other.tracks, tracks) or not np.array_equal(other.truth, outcomes[0].truth):
            raise RequestProblem(f"Runs {runs[0]} and {run} were judged on different tracks or labels.")
    draws = Draws(numbered(artists_of(collection, tracks), len(tracks)), SEED, should_stop=should_stop)
    samples = tuple(sample_of(task, one, should_stop) for one in outcomes)
    figures = [sample.figures(sample.drawn(draws)) for sample in samples]
    shared = [name for name in figures[0] if all(name in found for found in figures)]
    return _Drawn(
        tracks, draws, {name: np.stack([found[name] for found in figures]) for name in shared}, samples
    )


def _of_seed(
    collection: Collection, task: str, seed: int, first: int, second: int, should_stop: ShouldStop
) -> OfSeed:
    shown = manner_of(task).first
    compared = compare_runs(collection, first, second, should_stop=should_stop)
    found = compared.found.differences.get(shown.key)
    if found is None:
        raise RequestProblem(f"Runs {first} and {second} have no {shown.title} to be compared.")
    return OfSeed(seed, first, second, found.score.value, found.p, str(found.by))


def _by_swaps(apart: NDArray[np.float64], draws: Draws) -> float | None:
    """How often ways that change places at random, a group at a time, lie at least so far apart.

    As they were is one of the ways that chance could have dealt them.
    """
    if draws.groups < 2:
        return None
    sums = np.bincount(draws.group, apart)
    dealt = np.concatenate([(1 - 2 * swaps).T @ sums for swaps in draws.swaps()])
    return float((1 + (np.abs(dealt) >= abs(sums.sum()) - 1e-9).sum()) / (1 + len(dealt)))
