"""The job `probe`: what a few labels say of all other tracks, as soon as they are given.

What is told next to a person is what teaches most: tracks that could be one thing
or another, and labels that do not fit what all others say. A label is judged by
what was learnt without its artist, since a voice is known again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RequestProblem
from core.evaluation import class_scores
from core.evaluation.intervals import Score
from core.library.groups import read_groups, read_values, read_without
from core.library.query import find
from core.neighbours.ground import open_set, read_ground, shown_paths
from core.probes import queues
from core.probes.linear import Linear, Span, fit_classes
from core.probes.request import Next, ProbeRequest, ProbeResult, Share
from core.progress import Context, Progress, ShouldStop, ignore, never
from core.store.collection import Collection, open_collection

FOLDS = 5
STRENGTH = 0.01
"""Labels are few and values many: a head that trusts a single label less is right more often."""
FEWEST = 2
"""Tracks of a class: with one, nothing could be judged."""


@dataclass(frozen=True)
class _Heard:
    """Rows are the tracks that were encoded."""

    tracks: NDArray[np.int64]
    values: NDArray[np.float32]
    given: list[str]
    """The one label of each; empty where there is none, or several."""
    groups: NDArray[np.int64]
    """Of each row: the artist, by number; a track without one stands alone."""
    open: NDArray[np.int64]
    """Rows that can be named to be labelled, in the order in which they were asked about."""


@dataclass(frozen=True)
class _Taught(_Heard):
    """`labelled` are those rows that have a class."""

    labelled: NDArray[np.int64]
    classes: tuple[str, ...]
    of: NDArray[np.int64]
    """The class of each labelled row."""


def run(
    request: ProbeRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> ProbeResult:
    with open_collection(context.folder) as collection:
        info, layer = open_set(collection, request.encoder, request.layer)
        ground = read_ground(collection, info, layer, "euclidean")
        heard = _gather(collection, request, ground.track_ids, ground.space.vectors)
        common: dict[str, Any] = {
            "field": request.field,
            "encoder": info.encoder,
            "layer": info.layers[layer],
        }
        taught, needs = _teach(heard, request.field)
        if taught is not None:
            return _answer(collection, request, taught, common, should_stop)
        if not request.begin:
            raise RequestProblem(needs, "Label some more of the tracks that were encoded.")
        return _begin(collection, request, heard, common, needs)


def _answer(
    collection: Collection,
    request: ProbeRequest,
    taught: _Taught,
    common: dict[str, Any],
    should_stop: ShouldStop,
) -> ProbeResult:
    fitted = fit_classes(
        taught.values[taught.labelled], taught.of, len(taught.classes),
        strength=STRENGTH, balanced=True, should_stop=should_stop,
    )  # fmt: skip
    shares = fitted.probabilities(taught.values)
    apart, number = _apart(taught, fitted, should_stop)
    accuracy, macro_f1 = _judge(taught, apart, should_stop)
    counts = Counter(taught.of.tolist())
    names = _named(collection, taught, request.most, shares, apart)
    return ProbeResult(
        **common,
        classes=taught.classes,
        labelled={name: counts[i] for i, name in enumerate(taught.classes)},
        folds=number,
        accuracy=accuracy,
        macro_f1=macro_f1,
        majority=max(counts.values()) / len(taught.of),
        **names,
        unlabelled=len(taught.open),
        tracks=taught.tracks.tolist(),
        said=shares.argmax(1).tolist(),
        probabilities=shares.max(1).round(3).tolist(),
    )


def _begin(
    collection: Collection, request: ProbeRequest, heard: _Heard, common: dict[str, Any], needs: str
) -> ProbeResult:
    """Nothing is learnt yet, but there is something to listen to."""
    apart = queues.unlike(heard.values, heard.open, request.most)
    orders = [
        queues.few_of_one(iter(rows.tolist()), heard.groups, request.most) for rows in (apart, heard.open)
    ]
    paths = shown_paths(collection, heard.tracks[[*orders[0], *orders[1]]].tolist())
    ids = [[int(heard.tracks[row]) for row in rows] for rows in orders]
    unlike, listed = ([Next(id_, paths[id_], "", 0.0) for id_ in order] for order in ids)
    counts = Counter(name for name in heard.given if name)
    return ProbeResult(
        **common,
        classes=(),
        labelled=dict(sorted(counts.items())),
        folds=0,
        accuracy=None,
        macro_f1=None,
        majority=0.0,
        uncertain=unlike,
        listed=listed,
        unlabelled=len(heard.open),
        needs=needs,
    )


def _gather(
    collection: Collection, request: ProbeRequest, track_ids: NDArray[np.int64], values: NDArray[np.float32]
) -> _Heard:
    usable = find(collection, f"({request.query}) state:ok" if request.query.strip() else "state:ok").ids
    rows = np.flatnonzero(np.isin(track_ids, usable))
    tracks = track_ids[rows]
    labels = read_values(collection, request.field, runs=False)
    given = [labels[id_][0] if len(labels.get(id_, ())) == 1 else "" for id_ in tracks.tolist()]
    shut = {*labels, *read_without(collection, request.field), *request.passed}
    about = find(collection, request.about).ids if request.about.strip() else usable
    among = set(request.among)
    row_of = {id_: row for row, id_ in enumerate(tracks.tolist())}
    wanted = [id_ for id_ in about if id_ in row_of and id_ not in shut and (not among or id_ in among)]
    open_ = np.array([row_of[id_] for id_ in wanted], np.int64)
    return _Heard(tracks, values[rows], given, _groups(collection, request.apart, tracks), open_)


def _teach(heard: _Heard, field: str) -> tuple[_Taught | None, str]:
    """What can be learnt from, or what is missing."""
    counts = Counter(name for name in heard.given if name)
    classes = tuple(sorted(name for name, n in counts.items() if n >= FEWEST))
    if len(classes) < 2:
        known = ", ".join(f"{name} {n}" for name, n in sorted(counts.items())[:6]) or "none yet"
        return None, (
            f"A probe needs two kinds of {field} with {FEWEST} labelled tracks each; there are: {known}."
        )
    place = {name: i for i, name in enumerate(classes)}
    labelled = np.array([row for row, name in enumerate(heard.given) if name in place], np.int64)
    of = np.array([place[heard.given[row]] for row in labelled.tolist()], np.int64)
    whole = {each.name: getattr(heard, each.name) for each in fields(heard)}
    return _Taught(**whole, labelled=labelled, classes=classes, of=of), ""


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
            Span.of(taught.values[rows]), taught.of[learnt], len(taught.classes),
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
    scores = class_scores(taught.of, apart, groups=groups, seed=0, resamples=500, should_stop=should_stop)
    return _share(scores.figures["accuracy"]), _share(scores.figures["macro_f1"])


def _share(score: Score | None) -> Share | None:
    return Share(score.value, score.low, score.high, score.n) if score else None


def _named(
    collection: Collection,
    taught: _Taught,
    most: int,
    shares: NDArray[np.float64],
    apart: NDArray[np.float64] | None,
) -> dict[str, Any]:
    """Each order in which tracks can be listened to, by its name in the answer."""
    orders = {
        "uncertain": queues.uncertain(taught.open, shares),
        "each": queues.surest_of_each(taught.open, shares),
        "listed": iter(taught.open.tolist()),
    }
    rows = {name: queues.few_of_one(order, taught.groups, most) for name, order in orders.items()}
    odd = queues.surprising(taught.of, apart)
    places = queues.few_of_one(odd, taught.groups[taught.labelled], most)
    listed = {row for order in rows.values() for row in order} | set(taught.labelled[places].tolist())
    paths = shown_paths(collection, taught.tracks[sorted(listed)].tolist())

    def tell(row: int, said: NDArray[np.float64], given: int | None = None) -> Next:
        first, second = np.argsort(-said, kind="stable")[:2].tolist()
        id_ = int(taught.tracks[row])
        sure = round(float(said[first]), 4)
        found = Next(id_, paths[id_], taught.classes[first], sure, taught.classes[second],
                     shares=tuple(said.round(4).tolist()))  # fmt: skip
        if given is None:
            return found
        return replace(found, given=taught.classes[given], given_probability=round(float(said[given]), 4))

    found = {name: [tell(row, shares[row]) for row in order] for name, order in rows.items()}
    if apart is None:
        return found | {"surprising": []}
    again = [tell(int(taught.labelled[place]), apart[place], int(taught.of[place])) for place in places]
    return found | {"surprising": again}
