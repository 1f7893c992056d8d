"""How far the classes lie apart in the full space: among all tracks, and where nothing was learnt by heart.

What an encoder has learnt from lies apart afterwards whether it has understood anything or not. So
the test tracks are told for themselves: how many of the nearest tracks to learn from are of their class.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.embedding.chosen import choose_vectors
from core.evaluation import Score, bootstrap_mean
from core.library.groups import read_values
from core.maps.request import Figure
from core.maps.separation import purity, silhouette
from core.neighbours import Space
from core.progress import ShouldStop, never
from core.recipes import Task
from core.recipes.material import Material
from core.store.collection import Collection
from core.studies.findings import Apart

SEED = 0
K = 15
FEWEST = 2
"""Classes, and tracks of a part."""
Rows = NDArray[np.int64]


def classes_of(collection: Collection, material: Material, field: str) -> Material | None:
    """Where captions are learnt: tracks with one label of the field, by these. None where that is void."""
    if material.task is Task.CLASSIFY:
        return material
    values = read_values(collection, field.lower(), runs=False)
    labels = [sorted(set(values.get(id_, ()))) for id_ in material.tracks.tolist()]
    rows = np.array([i for i, each in enumerate(labels) if len(each) == 1], np.int64)
    of_one = [labels[row][0] for row in rows]
    names, some = tuple(sorted(set(of_one))), material.only(rows)
    if len(names) < FEWEST or min(len(some.parts[part]) for part in ("train", "test")) < FEWEST:
        return None
    truth = np.array([names.index(label) for label in of_one], np.int64)
    return replace(some, names=names, truth=truth)


def tell_apart(
    collection: Collection, set_id: int, material: Material, should_stop: ShouldStop = never
) -> tuple[Apart, ...]:
    """Of all tracks whose class is known, and of the test tracks among the train tracks."""
    chosen = choose_vectors(collection, str(set_id), only=material.tracks, should_stop=should_stop)
    heard = material.only(np.flatnonzero(np.isin(material.tracks, chosen.track_ids)))
    space, labels, groups = Space(chosen.values), heard.truth.astype(np.int64), heard.groups
    k = _few(labels) - 1
    found = purity(space, labels, k, apart=groups, groups=groups, seed=SEED, should_stop=should_stop).overall
    share = (
        None if found is None or not found.at_best else _figure(found.score, found.by_chance, found.at_best)
    )
    return (
        Apart("all", k, share, _silhouette(space, labels, groups, should_stop)),
        _of_test(space, heard, should_stop),
    )


def _of_test(space: Space, heard: Material, should_stop: ShouldStop) -> Apart:
    train, test = heard.parts["train"], heard.parts["test"]
    taught, asked, groups = (
        heard.of("train").astype(np.int64),
        heard.of("test").astype(np.int64),
        heard.groups_of("test"),
    )
    k = min(_few(taught), len(train))
    near = Space(space.vectors[train]).nearest(space.vectors[test], k, should_stop=should_stop).rows
    alike = np.bincount(taught, minlength=len(heard.names))[asked]
    pure = (taught[near] == asked[:, None]).mean(1)
    score = bootstrap_mean(pure, groups=groups, seed=SEED, should_stop=should_stop)
    share = _figure(score, float((alike / len(train)).mean()), float((np.minimum(alike, k) / k).mean()))
    shape = _silhouette(Space(space.vectors[test]), asked, groups, should_stop)
    return Apart("test", k, share, shape)


def _silhouette(space: Space, labels: Rows, groups: Rows | None, should_stop: ShouldStop) -> Figure | None:
    found = silhouette(space, labels, groups=groups, seed=SEED, should_stop=should_stop)
    return _figure(found.overall) if found else None


def _few(labels: Rows) -> int:
    """No more neighbours than a class has tracks, by and large: else no encoder could find them."""
    return min(max(int(np.median(np.unique(labels, return_counts=True)[1])), 2), K + 1)


def _figure(score: Score, by_chance: float | None = None, at_best: float | None = None) -> Figure:
    return Figure(score.value, score.low, score.high, score.n, by_chance, at_best)
