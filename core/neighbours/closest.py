"""The two excerpts of two tracks that are most alike: where to listen when they are compared by ear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.neighbours.ground import (
    Ground,
    Seconds,
    name_tracks,
    not_encoded,
    open_set,
    read_ground,
    spans_of,
    windows_of,
)
from core.neighbours.match import similarity
from core.neighbours.search import Floats
from core.store.collection import Collection

BLOCK = 1024
"""Excerpts that are compared with all of the other track at once."""


@dataclass(frozen=True)
class Pair:
    a: int
    b: int
    a_start_s: float
    a_end_s: float
    b_start_s: float
    b_end_s: float
    similarity: float
    """As in a `Stretch`: of what sets each excerpt apart from the collection's mean."""


def closest(
    collection: Collection, encoder: str, a: Sequence[int], b: int, *, layer: int | None = None
) -> Pair:
    """Of one of the tracks `a` and the track `b`; the earliest where several are as much alike."""
    info, place = open_set(collection, encoder, layer)
    ids = list(dict.fromkeys([*a, b]))
    names = name_tracks(collection, ids)
    ground = read_ground(collection, info, place, "cosine")
    windows = windows_of(collection, info, place, ids)
    spans = spans_of(collection, info, ids)
    for id_, name in names.items():
        if not len(windows.get(id_, ())) or not spans.get(id_):
            raise not_encoded(name, info)
    found = [_best(ground, id_, b, windows, spans) for id_ in dict.fromkeys(a)]
    return max(found, key=lambda pair: pair.similarity)


def _best(
    ground: Ground, a: int, b: int, windows: dict[int, Floats], spans: dict[int, list[Seconds]]
) -> Pair:
    ours, theirs = (ground.scaling(windows[id_][: len(spans[id_])]) for id_ in (a, b))
    best, row, column = -np.inf, 0, 0
    for start in range(0, len(ours), BLOCK):
        alike = similarity(ours[start : start + BLOCK], theirs, ground.mean)
        place = int(alike.argmax())
        if alike.flat[place] > best:
            best, row = float(alike.flat[place]), start + place // alike.shape[1]
            column = place % alike.shape[1]
    return Pair(a, b, *spans[a][row], *spans[b][column], best)
