"""The job `probe`: what a few labels say of all other tracks, as soon as they are given.

What is told next to a person is what teaches most: tracks that could be one thing
or another, and labels that do not fit what all others say. A label is judged by
what was learnt without its artist, since a voice is known again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem
from core.evaluation import class_scores
from core.evaluation.intervals import Score
from core.library.groups import read_groups, read_values
from core.library.query import find
from core.neighbours.ground import open_set, read_ground, shown_paths
from core.probes.linear import Linear, Span, fit_classes
from core.probes.request import Next, ProbeRequest, ProbeResult, Share
from core.progress import Context, Progress, ShouldStop, ignore, never
from core.store.collection import Collection, open_collection

FOLDS = 5
STRENGTH = 0.01
"""Labels are few and values many: a head that trusts a single label less is right more often."""
FEWEST = 2
"""Tracks of a class: with one, nothing could be judged."""
OF_ONE = 2
"""So many tracks of one artist are named at most."""


@dataclass(frozen=True)
class _Taught:
    """Rows are the tracks that were encoded; `labelled` are those of them that have a class."""

    tracks: NDArray[np.int64]
    values: NDArray[np.float32]
    labelled: NDArray[np.int64]
    classes: tuple[str, ...]
    given: NDArray[np.int64]
    """The class of each labelled row."""
    groups: NDArray[np.int64]
    """Of each row: the artist, by number; a track without one stands alone."""


def run(
    request: ProbeRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> ProbeResult:
    with open_collection(context.folder) as collection:
        info, layer = open_set(collection, request.encoder, request.layer)
        ground = read_ground(collection, info, layer, "euclidean")
        taught = _gather(collection, request, ground.track_ids, ground.space.vectors)
        fitted = fit_classes(
            taught.values[taught.labelled], taught.given, len(taught.classes),
            strength=STRENGTH, balanced=True, should_stop=should_stop,
        )  # fmt: skip
        shares = fitted.probabilities(taught.values)
        apart, folds = _apart(taught, fitted, should_stop)
        uncertain, surprising = _uncertain(taught, shares), _surprising(taught, apart)
        named = _named(collection, taught, request.most, uncertain, surprising, shares, apart)
        counts = Counter(taught.given.tolist())
        accuracy, macro_f1 = _judge(taught, apart, should_stop)
        return ProbeResult(
            field=request.field,
            encoder=info.encoder,
            layer=info.layers[layer],
            classes=taught.classes,
            labelled={name: counts[i] for i, name in enumerate(taught.classes)},
            folds=folds,
            accuracy=accuracy,
            macro_f1=macro_f1,
            majority=max(counts.values()) / len(taught.given),
            uncertain=named[0],
            surprising=named[1],
            tracks=taught.tracks.tolist(),
            said=shares.argmax(1).tolist(),
            probabilities=shares.max(1).round(3).tolist(),
        )


def _gather(
    collection: Collection, request: ProbeRequest, track_ids: NDArray[np.int64], values: NDArray[np.float32]
) -> _Taught:
    usable = find(collection, f"({request.query}) state:ok" if request.query.strip() else "state:ok").ids
    rows = np.flatnonzero(np.isin(track_ids, usable))
    tracks = track_ids[rows]
    labels = {id_: v for id_, v in read_values(collection, request.field, runs=False).items() if len(v) == 1}
    given = [labels[id_][0] if id_ in labels else "" for id_ in tracks.tolist()]
    counts = Counter(name for name in given if name)
    classes = tuple(sorted(name for name, n in counts.items() if n >= FEWEST))
    if len(classes) < 2:
        known = ", ".join(f"{name} {n}" for name, n in sorted(counts.items())[:6]) or "none yet"
        raise RequestProblem(
            f"A probe needs two kinds of {request.field} with {FEWEST} labelled tracks each; "
            f"there are: {known}.",
            "Label some more of the tracks that were encoded.",
        )
    place = {name: i for i, name in enumerate(classes)}
    labelled = np.array([row for row, name in enumerate(given) if name in place], np.int64)
    of = np.array([place[given[row]] for row in labelled.tolist()], np.int64)
    return _Taught(tracks, values[rows], labelled, classes, of, _groups(collection, request.apart, tracks))


def _groups(collection: Collection, apart: str, tracks: NDArray[np.int64]) -> NDArray[np.int64]:
    names = read_groups(collection, apart) if apart else {}
    numbers: dict[str, int] = {}
    return np.array(
        [
            numbers.setdefault(names[id_][0], len(numbers)) if names.get(id_) else -1 - row
            for row, id_ in enumerate(tracks.tolist())
        ],
        np.int64,
    )


def _apart(taught: _Taught, start: Linear, should_stop: ShouldStop) -> tuple[NDArray[np.float64] | None, int]:
    """What is said of each labelled track by what was learnt without its group; None from a single group."""
    fold = folds(taught.groups[taught.labelled])
    number = int(fold.max()) + 1
    if number < 2:
        return None, number
    found = np.zeros((len(fold), len(taught.classes)))
    for held in range(number):
        learnt = fold != held
        rows = taught.labelled[learnt]
        fitted = fit_classes(
            Span.of(taught.values[rows]), taught.given[learnt], len(taught.classes),
            strength=STRENGTH, balanced=True, start=start, should_stop=should_stop,
        )  # fmt: skip
        found[~learnt] = fitted.probabilities(taught.values[taught.labelled[~learnt]])
    return found, number


def folds(groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of each row: whole groups, the largest first, each to the fold that has least; at most five.

    Groups of one size come in an order that is drawn, since what is listed in turns would lie in one fold.
    """
    names, of, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    number = min(FOLDS, len(names))
    fold_of, filled = np.zeros(len(names), np.int64), np.zeros(number, np.int64)
    order = np.random.default_rng(0).permutation(len(names))
    for name in order[np.argsort(-sizes[order], kind="stable")].tolist():
        fold_of[name] = int(filled.argmin())
        filled[fold_of[name]] += sizes[name]
    found: NDArray[np.int64] = fold_of[of]
    return found


def _judge(
    taught: _Taught, apart: NDArray[np.float64] | None, should_stop: ShouldStop
) -> tuple[Share | None, Share | None]:
    if apart is None:
        return None, None
    groups = taught.groups[taught.labelled]
    scores = class_scores(taught.given, apart, groups=groups, seed=0, resamples=500, should_stop=should_stop)
    return _share(scores.figures["accuracy"]), _share(scores.figures["macro_f1"])


def _share(score: Score | None) -> Share | None:
    return Share(score.value, score.low, score.high, score.n) if score else None


def _uncertain(taught: _Taught, shares: NDArray[np.float64]) -> Iterator[int]:
    """Rows without a label, those first whose two likeliest classes are closest."""
    best = np.sort(shares, 1)
    margin = best[:, -1] - best[:, -2]
    margin[taught.labelled] = np.inf
    return (int(row) for row in np.argsort(margin, kind="stable") if np.isfinite(margin[row]))


def _surprising(taught: _Taught, apart: NDArray[np.float64] | None) -> Iterator[int]:
    """Places among the labelled rows, those first whose label all others speak against most."""
    if apart is None:
        return iter(())
    given = apart[np.arange(len(apart)), taught.given]
    against = apart.max(1) - given
    return (int(place) for place in np.argsort(-against, kind="stable") if against[place] > 0)


def _named(
    collection: Collection,
    taught: _Taught,
    most: int,
    uncertain: Iterator[int],
    surprising: Iterator[int],
    shares: NDArray[np.float64],
    apart: NDArray[np.float64] | None,
) -> tuple[list[Next], list[Next]]:
    rows = _spread(uncertain, taught.groups, most)
    places = _spread(surprising, taught.groups[taught.labelled], most)
    chosen = [*taught.tracks[rows].tolist(), *taught.tracks[taught.labelled[places]].tolist()]
    paths = shown_paths(collection, chosen)

    def tell(row: int, said: NDArray[np.float64], given: int | None = None) -> Next:
        first, second = np.argsort(-said, kind="stable")[:2].tolist()
        id_ = int(taught.tracks[row])
        known = ("", None) if given is None else (taught.classes[given], round(float(said[given]), 4))
        sure = round(float(said[first]), 4)
        return Next(id_, paths[id_], taught.classes[first], sure, taught.classes[second], *known)

    odd = (
        []
        if apart is None
        else [tell(int(taught.labelled[place]), apart[place], int(taught.given[place])) for place in places]
    )
    return [tell(row, shares[row]) for row in rows], odd


def _spread(rows: Iterator[int], groups: NDArray[np.int64], most: int) -> list[int]:
    """The first ones, but few of one group."""
    counted, found = Counter[int](), list[int]()
    for row in rows:
        if counted[int(groups[row])] < OF_ONE:
            counted[int(groups[row])] += 1
            found.append(row)
            if len(found) == most:
                break
    return found
