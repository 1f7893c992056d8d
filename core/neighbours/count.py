"""The job `hubs`: which tracks are near everything, and how much of that the correction takes away."""

from __future__ import annotations

from core.errors import RequestProblem
from core.neighbours.ground import Ground, open_set, read_ground, shown_paths
from core.neighbours.hubs import HubReport, greatest, report
from core.neighbours.request import Hub, Hubness, HubsRequest, HubsResult
from core.progress import Context, Progress, ShouldStop, Step, ignore, never, shares
from core.store.collection import Collection, open_collection

SHOWN = 10
"""Tracks that are named most often."""


def run(
    request: HubsRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> HubsResult:
    with open_collection(context.folder) as collection:
        info, layer = open_set(collection, request.encoder, request.layer)
        reading, counting, correcting = shares(progress, 1, 20, 20)
        reading(Step(0, 1, note="Reading vectors"))
        ground = read_ground(collection, info, layer, request.metric)
        n, k = len(ground.space), request.k
        if n <= k:
            raise RequestProblem(
                f"{n:,} tracks have been encoded with {info.encoder}: too few for {k} neighbours of each.",
                "Ask for fewer neighbours, or encode more tracks.",
            )
        before = report(ground.space.own_nearest(k, progress=counting, should_stop=should_stop))
        after = report(ground.mutual.own_nearest(k, progress=correcting, should_stop=should_stop))
        return HubsResult(
            info.encoder,
            info.id,
            info.layers[layer],
            request.metric,
            n,
            k,
            _told(collection, ground, before),
            _told(collection, ground, after),
        )


def _told(collection: Collection, ground: Ground, found: HubReport) -> Hubness:
    rows = greatest(found.named, SHOWN)
    ids = ground.track_ids[rows].tolist()
    path_of = shown_paths(collection, ids)
    hubs = [Hub(id_, path_of[id_], int(found.named[row])) for row, id_ in zip(rows, ids, strict=True)]
    return Hubness(found.skewness, found.orphans, hubs)
