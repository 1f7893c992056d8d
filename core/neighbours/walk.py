"""The job `path`: tracks that lead from one to another, each near the next. A question."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from core.errors import Interrupted, RequestProblem
from core.neighbours.best import choose
from core.neighbours.ground import allowed_rows, name_tracks, not_encoded, open_set, read_ground, shown_paths
from core.neighbours.paths import path
from core.neighbours.request import PathRequest, PathResult, PathTrack
from core.neighbours.search import Floats, Mask, Rows, Space
from core.progress import Context, Progress, ShouldStop, Step, ignore, never
from core.store.collection import open_collection

MOST = 10_000
"""Tracks that a path may lead over: those that lie nearest to both its ends."""


def run(
    request: PathRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> PathResult:
    with open_collection(context.folder) as collection:
        info, layer = open_set(collection, request.encoder, request.layer)
        ends = [request.start, request.end]
        names = name_tracks(collection, ends)
        if request.start == request.end:
            raise RequestProblem(f"{names[request.start]} is both ends of the path.", "Name two tracks.")
        progress(Step(0, 2, note="Reading vectors"))
        ground = read_ground(collection, info, layer, request.metric)
        places = [ground.row_of(id_) for id_ in ends]
        for id_, row in zip(ends, places, strict=True):
            if row is None:
                raise not_encoded(names[id_], info)
        allowed = allowed_rows(collection, ground, request.query, ends, duplicates=False)
        between = [row for row in places if row is not None]
        allowed[between] = True
        progress(Step(1, 2, note="Looking for a path"))
        rows = _between(ground.space, between, allowed)
        if should_stop():
            raise Interrupted
        space = Space(ground.space.vectors[rows], ground.space.metric)
        start, end = (int(np.flatnonzero(rows == row)[0]) for row in between)
        found = path(space, start, end, k=request.steps, should_stop=should_stop)
        ids = ground.track_ids[rows[found]].tolist()
        path_of = shown_paths(collection, ids)
        similar = [None, *(_nearness(space, a, b) for a, b in pairwise(found))]
        tracks = [PathTrack(id_, path_of[id_], near) for id_, near in zip(ids, similar, strict=False)]
        said = (names[request.start], names[request.end], info.encoder, info.id, info.layers[layer])
        return PathResult(*said, request.metric, len(rows), tracks)


def _between(space: Space, ends: list[int], allowed: Mask) -> Rows:
    """The rows that lie nearest to both ends, in their order, the ends among them."""
    near: Floats = space.nearness_of(space.vectors[ends]).sum(0)
    near[ends] = np.inf
    return np.sort(choose(near, MOST, allowed=allowed))


def _nearness(space: Space, a: int, b: int) -> float:
    return float(space.nearness(space.vectors[a], slice(b, b + 1))[0])
