"""The job `curve`: how well a quick head tells a test part when only few tracks are labelled.

Subsets are nested: in each draw the tracks of a class stand in an order of its own,
and a larger subset holds the smaller ones. How much a label weighs is chosen once,
on the valid part; the test part chooses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.embedding import find_set, layer_of, track_vectors
from core.embedding.sets import SetInfo
from core.errors import Interrupted, RequestProblem
from core.evaluation import class_scores, confusion, majority_levels
from core.library.groups import GROUPS, read_groups, read_values, tie
from core.library.query import find
from core.library.splits import PARTS, Part, assign, find_split, read_split
from core.probes.linear import Span, fit_classes
from core.probes.request import Curve, CurveRequest, CurveResult, Point, Share
from core.progress import Context, Progress, ShouldStop, Step, ignore, never
from core.store.collection import Collection, open_collection

SHARES = (0.6, 0.2, 0.2)
STRENGTHS = (0.0001, 0.001, 0.01, 0.1, 1.0)
LADDER = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class _Data:
    """Rows are tracks that every encoder has heard."""

    tracks: NDArray[np.int64]
    of: NDArray[np.int64]
    """The class of each."""
    classes: tuple[str, ...]
    parts: dict[Part, NDArray[np.int64]]
    groups: NDArray[np.int64] | None
    split: str


def run(
    request: CurveRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> CurveResult:
    with open_collection(context.folder) as collection:
        sets = [find_set(collection, encoder) for encoder in request.encoders]
        data = _gather(collection, request, sets)
        sizes = _sizes(request, data)
        total, done = len(sets) * request.draws, 0
        curves = list[Curve]()
        for info in sets:
            values = _values(collection, info, request.layer, data)
            head = _Head(data, values, should_stop)
            drawn = list[list[NDArray[np.int64]]]()
            for draw in range(request.draws):
                progress(Step(done, total, "draws", info.encoder))
                drawn.append([head.say(rows) for rows in nested(data, sizes, request.seed, draw)])
                done += 1
            curves.append(_curve(info, request, data, head, sizes, drawn))
        test = data.of[data.parts["test"]]
        counts = np.bincount(data.of[data.parts["train"]], minlength=len(data.classes))
        there = len(np.unique(test))
        floor = majority_levels(float((test == counts.argmax()).mean()), there)["macro_f1"]
        return CurveResult(
            field=request.field,
            split=data.split,
            seed=request.seed,
            draws=request.draws,
            classes=data.classes,
            train=len(data.parts["train"]),
            valid=len(data.parts["valid"]),
            test=len(test),
            majority=floor,
            curves=tuple(curves),
        )


class _Head:
    """Learns from some rows of the train part and speaks of the test part."""

    def __init__(self, data: _Data, values: NDArray[np.float32], should_stop: ShouldStop) -> None:
        self.data, self.values, self.should_stop = data, values, should_stop
        self.strength = self._choose()

    def probabilities(self, rows: NDArray[np.int64], part: Part, strength: float) -> NDArray[np.float64]:
        if self.should_stop():
            raise Interrupted
        kinds = len(self.data.classes)
        span = Span.of(self.values[rows])
        fitted = fit_classes(span, self.data.of[rows], kinds, strength=strength, balanced=True)
        return fitted.probabilities(self.values[self.data.parts[part]])

    def say(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        found: NDArray[np.int64] = self.probabilities(rows, "test", self.strength).argmax(1)
        return found

    def _choose(self) -> float:
        """By macro F1 on the valid part; without one, the middle."""
        train, valid = self.data.parts["train"], self.data.parts["valid"]
        if not len(valid):
            return STRENGTHS[len(STRENGTHS) // 2]
        truth = self.data.of[valid]

        def good(strength: float) -> float:
            return figures(
                truth, self.probabilities(train, "valid", strength).argmax(1), len(self.data.classes)
            )[0]

        return max(STRENGTHS, key=good)


def figures(truth: NDArray[np.int64], said: NDArray[np.int64], kinds: int) -> tuple[float, float]:
    """Macro F1 over the classes that occur, and accuracy."""
    found = confusion(truth, said, kinds)
    of, called = found.sum(1), found.sum(0)
    there = of > 0
    f1 = 2 * np.diag(found)[there] / (of + called)[there]
    return float(f1.mean()), float((truth == said).mean())


def nested(data: _Data, sizes: tuple[int, ...], seed: int, draw: int) -> Iterator[NDArray[np.int64]]:
    """Rows of the train part, so many of each class, or all that it has; the last is the whole part."""
    rng = np.random.default_rng((seed, draw))
    train = data.parts["train"]
    order = rng.permutation(train)
    of_class = [order[data.of[order] == kind] for kind in range(len(data.classes))]
    for size in sizes:
        yield np.sort(np.concatenate([rows[:size] for rows in of_class]))
    yield train


def _sizes(request: CurveRequest, data: _Data) -> tuple[int, ...]:
    """Those at which the smallest subset is not yet the whole train part."""
    most = int(np.bincount(data.of[data.parts["train"]]).max())
    return tuple(sorted({size for size in request.sizes or LADDER if size < most}))


def _curve(
    info: SetInfo,
    request: CurveRequest,
    data: _Data,
    head: _Head,
    sizes: tuple[int, ...],
    drawn: list[list[NDArray[np.int64]]],
) -> Curve:
    truth, kinds = data.of[data.parts["test"]], len(data.classes)
    counts = [len(rows) for rows in nested(data, sizes, request.seed, 0)]
    points = list[Point]()
    for place, each in enumerate((*sizes, 0)):
        told = [figures(truth, said[place], kinds) for said in drawn]
        f1 = tuple(round(one[0], 6) for one in told)
        quartiles = tuple(round(float(q), 6) for q in np.quantile(f1, (0, 0.25, 0.5, 0.75, 1)))
        points.append(Point(each, counts[place], f1, tuple(round(one[1], 6) for one in told), quartiles))  # type: ignore[arg-type]
    groups = None if data.groups is None else data.groups[data.parts["test"]]
    shares = head.probabilities(data.parts["train"], "test", head.strength)
    whole = class_scores(truth, shares, groups=groups, seed=request.seed).figures["macro_f1"]
    assert whole
    layer = info.layers[layer_of(info, request.layer)]
    share = Share(whole.value, whole.low, whole.high, whole.n)
    return Curve(info.encoder, layer, head.strength, tuple(points), share)


def _values(collection: Collection, info: SetInfo, layer: int | None, data: _Data) -> NDArray[np.float32]:
    found = track_vectors(collection, info, layer)
    values = found.values[np.searchsorted(found.track_ids, data.tracks)]
    if not np.isfinite(values).all():
        raise RequestProblem(f"Vectors of {info.encoder} hold values that are no numbers.", "Encode again.")
    return values


def _gather(collection: Collection, request: CurveRequest, sets: list[SetInfo]) -> _Data:
    usable = set(find(collection, f"({request.query}) state:ok" if request.query.strip() else "state:ok").ids)
    for info in sets:
        usable &= set(track_vectors(collection, info, request.layer).track_ids.tolist())
    values = read_values(collection, request.field, runs=False)
    named = {id_: values[id_][0] for id_ in sorted(usable) if len(values.get(id_, ())) == 1}
    if request.split:
        parts = read_split(collection, find_split(collection, request.split))
        split = request.split
    else:
        units = tie(list(named), [read_groups(collection, group) for group in GROUPS])
        parts = assign(units, named, SHARES, request.seed) if named else {}
        split = f"{', '.join(GROUPS)} apart, seed {request.seed}"
    tracks = np.array([id_ for id_ in named if id_ in parts], np.int64)
    classes = tuple(sorted({named[id_] for id_ in tracks.tolist()}))
    place = {name: i for i, name in enumerate(classes)}
    of = np.array([place[named[id_]] for id_ in tracks.tolist()], np.int64)
    rows = {part: np.flatnonzero([parts[id_] == part for id_ in tracks.tolist()]) for part in PARTS}
    _check(request.field, classes, of, rows)
    artists = read_groups(collection, "artist")
    numbers: dict[str, int] = {}
    groups = [
        numbers.setdefault(artists[id_][0], len(numbers)) if artists.get(id_) else -1
        for id_ in tracks.tolist()
    ]
    return _Data(tracks, of, classes, rows, np.array(groups, np.int64) if numbers else None, split)


def _check(
    label: str, classes: tuple[str, ...], of: NDArray[np.int64], parts: dict[Part, NDArray[np.int64]]
) -> None:
    if len(classes) < 2:
        found = f"only {classes[0]}" if classes else "none"
        raise RequestProblem(
            f"A curve needs tracks of two kinds of {label} that were encoded; there is {found}."
        )
    lacking = [name for i, name in enumerate(classes) if i not in of[parts["train"]]]
    if lacking:
        raise RequestProblem(
            f"No train track has the {label} {lacking[0]}: it has too few tracks, or they are of one artist.",
            "Label more of it by others, or leave it out with a query.",
        )
    if not len(parts["test"]):
        raise RequestProblem(f"The test part has no track with a {label}.", "Choose another split.")
