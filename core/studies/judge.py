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
from core.evaluation.classes import ClassSample
from core.evaluation.draws import LEVEL, Draws, numbered
from core.evaluation.sums import scored
from core.progress import ShouldStop, never
from core.runs import Figure, RunInfo, artists_of, compare_runs, read_run
from core.runs.predictions import outcome
from core.store.collection import Collection
from core.studies.cells import Cell
from core.studies.findings import Control, Mean, OfSeed, OneCell, OneRun, Paired

SEED = 0
"""Of the resamples: the same runs always give the same answer."""
FIGURES = ("accuracy", "macro_f1")
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
    right: NDArray[np.bool_]
    """(runs, tracks)"""


def tell_cell(
    collection: Collection, cell: Cell, why: str, runs: Runs, should_stop: ShouldStop = never
) -> OneCell:
    infos = {seed: read_run(collection, run) for seed, run in sorted(runs.items())}
    head = cell.recipe.head.kind if cell.recipe else ""
    name = cell.recipe.name if cell.recipe else ""
    told = tuple(_one(seed, info) for seed, info in infos.items())
    means = dict[str, dict[str, Mean]]()
    try:
        means = {part: _means(collection, told, part, should_stop) for part in PARTS} if told else {}
    except RequestProblem as error:
        why = why or error.sentence
    return OneCell(cell.encoder, cell.title, cell.way, name, head, why, cell.note, told, means)


def controls_of(collection: Collection, runs: Sequence[int]) -> tuple[Control, ...]:
    """Each once: all runs are judged on the same tracks."""
    found = dict[str, Control]()
    for run in runs:
        for name, scores in read_run(collection, run).controls.items():
            found.setdefault(name, Control(name, run, scores))
    return tuple(found.values())


def compare_ways(
    collection: Collection, first: OneCell, second: OneCell, should_stop: ShouldStop = never
) -> Paired | None:
    """On the seeds that both have; None where there is none."""
    before, after = ({run.seed: run.run for run in cell.runs} for cell in (first, second))
    seeds = sorted(before.keys() & after.keys())
    if not seeds:
        return None
    try:
        each = tuple(_of_seed(collection, seed, before[seed], after[seed], should_stop) for seed in seeds)
        drawn = _drawn(
            collection, [of[seed] for of in (before, after) for seed in seeds], "test", should_stop
        )
    except RequestProblem as error:
        return Paired(first.encoder, first.way, second.way, None, None, None, (), error.sentence)
    half, n = len(seeds), len(drawn.tracks)
    accuracy, macro_f1 = (
        _mean(drawn.figures[name][half:] - drawn.figures[name][:half], n) for name in FIGURES
    )
    p = _by_swaps(drawn.right[half:].mean(0) - drawn.right[:half].mean(0), drawn.draws)
    return Paired(first.encoder, first.way, second.way, accuracy, p, macro_f1, each)


def _one(seed: int, info: RunInfo) -> OneRun:
    return OneRun(info.run, seed, info.device, info.epochs, round(info.seconds, 2), info.scores)


def _means(
    collection: Collection, runs: Sequence[OneRun], part: str, should_stop: ShouldStop
) -> dict[str, Mean]:
    """The figure itself where there is one seed, or all of them give the same."""
    scores = [run.scores.get(part, {}) for run in runs]
    found = {name: [one[name] for one in scores] for name in FIGURES if all(name in one for one in scores)}
    if all(len({figure.value for figure in figures}) == 1 for figures in found.values()):
        return {name: _alone(figures[0]) for name, figures in found.items()}
    drawn = _drawn(collection, [run.run for run in runs], part, should_stop)
    return {name: _mean(drawn.figures[name], len(drawn.tracks)) for name in FIGURES}


def _alone(figure: Figure) -> Mean:
    return Mean(figure.value, figure.low, figure.high, figure.n, figure.value, figure.value)


def _mean(found: NDArray[np.float64], n: int) -> Mean:
    score = scored(found.mean(0), n, LEVEL)
    own = found[:, 0]
    return Mean(score.value, score.low, score.high, n, float(own.min()), float(own.max()))


def _drawn(collection: Collection, runs: Sequence[int], part: str, should_stop: ShouldStop) -> _Drawn:
    outcomes = [outcome(collection, run, part) for run in runs]
    tracks = outcomes[0].tracks
    for run, other in zip(runs, outcomes, strict=True):
        if not np.array_equal(other.tracks, tracks) or not np.array_equal(other.truth, outcomes[0].truth):
            raise RequestProblem(f"Runs {runs[0]} and {run} were judged on different tracks or labels.")
    draws = Draws(numbered(artists_of(collection, tracks), len(tracks)), SEED, should_stop=should_stop)
    samples = [ClassSample(one.truth, one.said) for one in outcomes]
    figures = [sample.figures(sample.drawn(draws)) for sample in samples]
    return _Drawn(
        tracks,
        draws,
        {name: np.stack([found[name] for found in figures]) for name in FIGURES},
        np.stack([sample.right for sample in samples]),
    )


def _of_seed(collection: Collection, seed: int, first: int, second: int, should_stop: ShouldStop) -> OfSeed:
    found = compare_runs(collection, first, second, should_stop=should_stop).found.differences["accuracy"]
    if found is None:
        raise RequestProblem(f"Runs {first} and {second} have no accuracy to be compared.")
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
