"""How sure a run was, and whether rightly: precision over recall of each class, what claims were worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation import Task, wilson
from core.evaluation.classes import BINS, ClassSample
from core.runs.predictions import outcome, read_predictions, task_of
from core.store.collection import Collection

POINTS = 200
"""Of a curve, at most."""


@dataclass(frozen=True)
class Curve:
    """Precision at each recall, from the surest track on. `chance` is the share of tracks that are so."""

    name: str
    tracks: int
    chance: float
    average: float
    recall: tuple[float, ...]
    precision: tuple[float, ...]


@dataclass(frozen=True)
class Claim:
    """Tracks told with about equal confidence: what was claimed, and the share that was right."""

    claimed: float
    right: float
    low: float
    high: float
    tracks: int


@dataclass(frozen=True)
class Certainty:
    tracks: int
    curves: tuple[Curve, ...]
    claims: tuple[Claim, ...]
    """Of classes alone."""
    error: float | None
    """The calibration error: the mean gap of what was claimed and what was right."""


@dataclass(frozen=True)
class Told:
    """A number that was said of a track, and the true one."""

    track_id: int
    true: float
    said: float


def read_certainty(collection: Collection, run_id: int, part: str) -> Certainty:
    """Of classes and tags."""
    task, found = task_of(collection, run_id), outcome(collection, run_id, part)
    names = _names(collection, run_id, part, found.said.shape[1], found.truth)
    if task is Task.TAGS:
        wanted = found.truth.astype(bool)
    else:
        wanted = found.truth[:, None] == np.arange(found.said.shape[1])
    curves = [
        curve(name, wanted[:, place], found.said[:, place])
        for place, name in enumerate(names)
        if wanted[:, place].any()
    ]
    if task is not Task.CLASSES:
        return Certainty(len(found.tracks), tuple(curves), (), None)
    return Certainty(len(found.tracks), tuple(curves), *_claims(found.truth, found.said))


def _names(
    collection: Collection, run_id: int, part: str, count: int, truth: NDArray[np.generic]
) -> list[str]:
    """In the order of `outcome`."""
    rows = [row for row in read_predictions(collection, run_id, part) if row.truth is not None]
    names = {name for row in rows for name in row.probabilities}
    if truth.ndim == 1:
        names |= {row.truth or "" for row in rows}
    order = sorted(names)
    assert len(order) == count
    return order


def curve(name: str, wanted: NDArray[np.bool_], scores: NDArray[np.floating]) -> Curve:
    """Equal scores are taken together, since nothing puts one before the other."""
    order = np.argsort(-scores, kind="stable")
    ordered, hits = scores[order], np.cumsum(wanted[order])
    ends = np.flatnonzero(np.append(np.diff(ordered) != 0, True))
    found, taken, all_ = hits[ends], ends + 1, int(wanted.sum())
    recall, precision = found / all_, found / taken
    gained = np.diff(np.concatenate([[0], found]))
    average = float((gained * precision).sum() / all_)
    kept = np.unique(np.linspace(0, len(ends) - 1, min(len(ends), POINTS)).round().astype(int))
    return Curve(
        name,
        all_,
        all_ / len(scores),
        average,
        tuple(recall[kept].tolist()),
        tuple(precision[kept].tolist()),
    )


def _claims(truth: NDArray[np.generic], said: NDArray[np.floating]) -> tuple[tuple[Claim, ...], float]:
    sample = ClassSample(truth.astype(np.int64), said)
    claims, gap = [], 0.0
    for place in range(BINS):
        inside = sample.bin == place
        count = int(inside.sum())
        if not count:
            continue
        claimed, hits = float(sample.confidence[inside].mean()), int(sample.right[inside].sum())
        score = wilson(hits, count)
        gap += abs(hits - claimed * count)
        claims.append(Claim(claimed, score.value, score.low or 0.0, score.high or 1.0, count))
    return tuple(claims), gap / len(said)


def read_numbers(collection: Collection, run_id: int, part: str) -> list[Told]:
    """Of a run that says numbers."""
    found = outcome(collection, run_id, part)
    rows = zip(found.tracks.tolist(), found.truth.tolist(), found.said.tolist(), strict=True)
    return [Told(*row) for row in rows]
