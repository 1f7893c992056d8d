"""The job `movers`: which tracks have other neighbours in a second embedding set than in a first.

Before and after fine-tuning, or two encoders that hear the same tracks.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.embedding.chosen import Chosen, choose_vectors
from core.errors import RequestProblem
from core.maps.movers import Movers, movers
from core.maps.request import Figure, Moved, MoversRequest, MoversResult
from core.neighbours import Metric, Space
from core.neighbours.ground import shown_paths
from core.progress import Context, Progress, ShouldStop, Step, ignore, never, shares
from core.store.collection import Collection, open_collection

SEED = 0
DIGITS = 4


def run(
    request: MoversRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> MoversResult:
    reading, comparing = shares(progress, 1, 6)
    with open_collection(context.folder) as collection:
        reading(Step(0, 1, note="Reading vectors"))
        before = choose_vectors(collection, request.before, request.before_layer, request.query)
        after = choose_vectors(collection, request.after, request.after_layer, request.query)
        if (before.info.id, before.layer) == (after.info.id, after.layer):
            raise RequestProblem(
                f"Before and after are both {before.info.encoder}, {before.info.layers[before.layer]}.",
                "Choose two encoders, or two layers.",
            )
        common = np.intersect1d(before.track_ids, after.track_ids)
        was, is_ = (Space(_values(one, common), Metric(request.metric)) for one in (before, after))
        found = movers(
            was, is_, request.k, most=request.most, seed=SEED, progress=comparing, should_stop=should_stop
        )
        names = [f"{one.info.encoder} ({one.info.layers[one.layer]})" for one in (before, after)]
        told = MoversResult(names[0], names[1], found.k, len(common), _overlap(found))
        return replace(
            told,
            movers=_moved(collection, common, found),
            track_ids=common.tolist(),
            overlaps=[round(float(share), DIGITS) for share in found.overlap],
        )


def _values(chosen: Chosen, common: NDArray[np.int64]) -> NDArray[np.float32]:
    return chosen.values[np.searchsorted(chosen.track_ids, common)]


def _overlap(found: Movers) -> Figure | None:
    mean = found.mean
    return None if mean is None else Figure(mean.value, mean.low, mean.high, mean.n, found.by_chance)


def _moved(collection: Collection, ids: NDArray[np.int64], found: Movers) -> list[Moved]:
    paths = shown_paths(collection, [int(ids[mover.row]) for mover in found.biggest])
    return [
        Moved(
            rank,
            int(ids[mover.row]),
            paths.get(int(ids[mover.row]), ""),
            mover.overlap,
            ids[mover.lost].tolist(),
            ids[mover.gained].tolist(),
        )
        for rank, mover in enumerate(found.biggest, 1)
    ]
