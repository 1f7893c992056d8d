"""The job `map`: an embedding set in two dimensions, watched as it forms, judged when it has.

The same map is not drawn twice. Stopped with *keep*, a map stays as far as it
has formed and says so.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from core.embedding.chosen import Chosen, choose_vectors
from core.embedding.components import Components
from core.errors import Interrupted, RequestProblem
from core.maps.alignment import procrustes
from core.maps.drawing import Ground, Way, form, prepare
from core.maps.forming import Floats, Layout, Points
from core.maps.frame import NAME, Frame, pack
from core.maps.kept import HIDDEN, KeptMap, MapInfo, delete_map, find_like, keep_map, list_maps, read_map
from core.maps.request import MapRequest, MapResult
from core.maps.trust import Trust, judge
from core.neighbours import Metric, Space
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.store.collection import Collection, open_collection
from core.store.schema import Shard

FRAME_S = 0.2
FRAME_S_PER_POINT = 1e-5
"""A second between frames of 100,000 points."""
FEWEST_LIKE = 4


def run(
    request: MapRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> MapResult:
    reading, nearing, forming, judging = shares(progress, 1, 4, 12, 3)
    with open_collection(context.folder) as collection:
        reading(Step(0, 1, note="Reading vectors"))
        like = read_map(collection, request.like) if request.like else None
        chosen = _chosen(collection, request, like, should_stop)
        key = _key(collection, request, chosen, like)
        known = None if request.again else find_like(collection, chosen.info.id, key)
        if known:
            return _result(known, chosen, known=True)
        eye = Eye(context, chosen.track_ids, forming, should_stop)
        way = way_of(request)
        nearing(Step(0, 1, note="Looking for neighbours"))
        ground = prepare(chosen.values, way, show=eye.show, progress=nearing, should_stop=should_stop)
        layout = form(ground, request.seed, eye, _places(like, chosen) if like else None)
        _tell_what_was_lowered(request, layout, context)
        if like:
            points = _laid_over(layout.points, _places(like, chosen), request.method)
            layout = replace(layout, points=points)
        judging(Step(0, 1, note="Judging how far it can be believed"))
        space = Space(chosen.values, Metric(request.metric))
        stop = _unless_kept(should_stop)
        trust = judge(space, layout.points, seed=request.seed, should_stop=stop)
        ours = {"key": key, "job": context.job_id}
        id_ = _keep(collection, request, chosen, ours, ground, layout, trust)
        return _result(read_map(collection, id_).info, chosen)


def discard(request: MapRequest, context: Context) -> None:
    """A job that is cancelled when its map has just been kept leaves none, either."""
    with open_collection(context.folder) as collection:
        for info in list_maps(collection):
            if info.settings.get("job") == context.job_id:
                delete_map(collection, info.id)


def way_of(request: MapRequest) -> Way:
    return Way(
        request.method,
        request.metric,
        request.perplexity,
        request.neighbours,
        request.min_dist,
        workers=os.cpu_count() or 1,
    )


@dataclass
class Eye:
    """Sees a map form: tells how far it is, shows it now and then, and hears a stop."""

    context: Context
    track_ids: NDArray[np.int64]
    progress: Progress
    should_stop: ShouldStop
    next_s: float = 0.0

    def __call__(self, done: int, total: int, points: Callable[[], Points]) -> bool:
        self.progress(Step(done, total, "steps", "Forming"))
        if time.monotonic() >= self.next_s:
            self.show(points(), done, total)
        stop = self.should_stop()
        if stop and stop != Stop.KEEP:
            raise Interrupted
        return bool(stop)

    def show(self, points: Points, done: int = 0, total: int = 1) -> None:
        self.next_s = time.monotonic() + max(FRAME_S, FRAME_S_PER_POINT * len(points))
        self.context.show(NAME, pack(Frame(done, total, self.track_ids, points)))


def trust_figures(trust: Trust | None) -> dict[str, Any]:
    if trust is None:
        return {}
    return {
        "k": trust.k,
        "trustworthiness": trust.mean_trustworthiness,
        "continuity": trust.mean_continuity,
        "kept": trust.mean_kept,
        "kept_by_chance": trust.kept_by_chance,
        "sampled": trust.sampled,
    }


def trust_columns(trust: Trust | None, n: int) -> dict[str, Floats]:
    unknown = np.full(n, np.nan, np.float32)
    if trust is None:
        return {"trustworthiness": unknown, "continuity": unknown, "kept": unknown}
    return {"trustworthiness": trust.trustworthiness, "continuity": trust.continuity, "kept": trust.kept}


def _chosen(
    collection: Collection, request: MapRequest, like: KeptMap | None, should_stop: ShouldStop
) -> Chosen:
    chosen = choose_vectors(
        collection, request.encoder, request.layer, request.query, should_stop=should_stop
    )
    if like is not None:
        common = np.isin(chosen.track_ids, like.track_ids)
        chosen = replace(chosen, track_ids=chosen.track_ids[common], values=chosen.values[common])
        if common.sum() < FEWEST_LIKE:
            raise RequestProblem(
                f"Map {like.info.id} shows {common.sum()} tracks that {chosen.info.encoder} has heard.",
                f"Two maps can be compared from {FEWEST_LIKE} common tracks on.",
            )
    if not len(chosen.track_ids):
        raise RequestProblem(
            f"{chosen.info.encoder} has heard no track that “{request.query}” finds.",
            "Change the query, or encode these tracks.",
        )
    return chosen


def _key(collection: Collection, request: MapRequest, chosen: Chosen, like: KeptMap | None) -> str:
    """Changes with whatever changes the map or what is said below it: settings, tracks, vectors."""
    with collection.database.reading() as session:
        of_set = select(Shard.sha256).where(Shard.embedding_set_id == chosen.info.id)
        shards = session.scalars(of_set.order_by(Shard.id)).all()
    asked = [request.method, request.settings(), request.seed, request.query]
    said = msgspec.json.encode([*asked, chosen.layer, chosen.total, shards], order="deterministic")
    known = hashlib.sha256(said + chosen.track_ids.astype("<i8").tobytes())
    if like:
        known.update(_places(like, chosen).tobytes())
    return known.hexdigest()


def _places(like: KeptMap, chosen: Chosen) -> Points:
    """Where the tracks lie on the other map."""
    row_of = {int(id_): row for row, id_ in enumerate(like.track_ids)}
    return like.points[[row_of[int(id_)] for id_ in chosen.track_ids]]


def _laid_over(points: Points, still: Points, method: str) -> Points:
    """The axes of PCA mean something and are mirrored at most; other maps are turned as well."""
    if method != "pca":
        return procrustes(points, still).points
    centred = (points - points.mean(0)) * (still - still.mean(0))
    mirrored: Points = points * np.where(centred.sum(0) < 0, -1, 1).astype(np.float32)
    return mirrored


def _tell_what_was_lowered(request: MapRequest, layout: Layout, context: Context) -> None:
    used = layout.figures.get("perplexity", request.perplexity)
    if used < request.perplexity:
        context.say(
            "info",
            f"The perplexity was lowered from {request.perplexity:g} to {used:.3g}: "
            f"there are no more than {len(layout.points):,} tracks.",
        )


def _unless_kept(should_stop: ShouldStop) -> ShouldStop:
    """A map that is kept is judged, too."""

    def stop() -> Stop | None:
        asked = should_stop()
        return None if asked == Stop.KEEP else asked

    return stop


def _keep(
    collection: Collection,
    request: MapRequest,
    chosen: Chosen,
    ours: dict[str, Any],
    ground: Ground,
    layout: Layout,
    trust: Trust | None,
) -> int:
    settings = (
        request.settings()
        | ours
        | layout.figures
        | {
            "encoder": chosen.info.encoder,
            "layer": chosen.info.layers[chosen.layer],
            "query": request.query,
            "steps": layout.steps,
            "stopped": layout.stopped,
            "explained": list(ground.main.explained),
            "scaled": bool(chosen.info.card.dimensions),
        }
    )
    columns: dict[str, NDArray[Any]] = {"track_ids": chosen.track_ids, "points": layout.points}
    columns |= trust_columns(trust, len(layout.points))
    columns["placed"] = np.zeros(len(layout.points), bool)
    if request.method == "pca":
        columns |= _axes(chosen, ground.main, layout.points)
    figures = trust_figures(trust)
    if layout.stopped:
        settings["key"] = ""  # half a map is not the answer to the next question
    return keep_map(
        collection, chosen.info.id, request.method, request.seed, settings, figures, chosen.total, columns
    )


def _axes(chosen: Chosen, main: Components, points: Points) -> dict[str, NDArray[Any]]:
    """What a vector must go through to come to its place, so that others can follow."""
    along = main(chosen.values)
    flipped = (points[:, : along.shape[1]] * along).sum(0) < 0
    return {
        "scaling_mean": chosen.scaling.mean,
        "scaling_scale": chosen.scaling.scale,
        "axes_mean": main.mean,
        "axes": main.axes * np.where(flipped, -1, 1).astype(np.float32),
    }


def _result(info: MapInfo, chosen: Chosen, *, known: bool = False) -> MapResult:
    return MapResult(
        info.id,
        info.method,
        info.seed,
        info.total,
        info.shown,
        info.trust,
        info.encoder,
        info.embedding_set,
        chosen.info.layers[chosen.layer],
        {name: value for name, value in info.settings.items() if name not in HIDDEN},
        known,
    )
