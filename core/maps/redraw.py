"""The job `stability`: a map is drawn again from other starts, to see which of it was chance.

Its points wander between drawings by how much they are asked to stand for; the
map keeps how far each did.
"""

from __future__ import annotations

import os

import numpy as np

from core.embedding.chosen import choose_vectors
from core.errors import Interrupted, RequestProblem
from core.maps.drawing import Ground, Way, form, prepare, random_start
from core.maps.forming import Points
from core.maps.kept import KeptMap, add_to_map, read_map
from core.maps.placing import layer_named, unplaced
from core.maps.request import StabilityRequest, StabilityResult
from core.maps.stability import Stability, stability
from core.progress import Context, Progress, ShouldStop, Step, ignore, never, shares
from core.store.collection import Collection, open_collection


def run(
    request: StabilityRequest,
    context: Context,
    *,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> StabilityResult:
    with open_collection(context.folder) as collection:
        kept = unplaced(read_map(collection, request.map))
        reading, *drawing = shares(progress, 1, *[2] * request.drawings)
        reading(Step(0, 1, note="Reading vectors"))
        info, n = kept.info, len(kept.track_ids)
        ground = _ground(collection, kept, reading, should_stop)
        seeds = list(range(info.seed + 1, info.seed + 1 + request.drawings))

        def draw(seed: int) -> Points:
            told = drawing[seeds.index(seed)]

            def watch(done: int, total: int, points: object) -> bool:
                told(Step(done, total, "steps", "Drawing it again"))
                if should_stop():
                    raise Interrupted
                return False

            return form(ground, seed, watch, random_start(n, seed)).points

        found = stability(kept.points, draw, seeds, should_stop=should_stop)
        if found is None:
            raise RequestProblem(
                f"All tracks of map {info.id} lie in one place.", "There is nothing to wander."
            )
        _keep(collection, info.id, found)
        return StabilityResult(info.id, len(seeds), found.mean_wander, found.mean_kept, found.kept_by_chance)


def _ground(collection: Collection, kept: KeptMap, progress: Progress, should_stop: ShouldStop) -> Ground:
    """What the map was drawn from, if it is still there."""
    info = kept.info
    if info.method == "pca":
        raise RequestProblem(
            f"Map {info.id} is drawn by PCA, which starts from nothing and never wanders.",
            "Ask for the stability of a map by t-SNE or UMAP.",
        )
    layer = layer_named(collection, kept)
    chosen = choose_vectors(
        collection, str(info.embedding_set), layer, only=kept.track_ids, should_stop=should_stop
    )
    if len(chosen.track_ids) != len(kept.track_ids):
        raise RequestProblem(
            f"Some tracks of map {info.id} have lost their vectors since.", "Encode again, or draw a new map."
        )
    names = ("metric", "perplexity", "neighbours", "min_dist")
    own = {name: info.settings[name] for name in names if name in info.settings}
    way = Way(info.method, workers=os.cpu_count() or 1, **own)
    return prepare(chosen.values, way, progress=progress, should_stop=should_stop)


def _keep(collection: Collection, id_: int, found: Stability) -> None:
    """On the map as it is now: tracks may have been placed on it meanwhile."""
    kept = read_map(collection, id_)
    columns = dict(kept.columns)
    for name, values in (("wander", found.wander), ("stays", found.kept)):
        columns[name] = np.full(kept.info.shown, np.nan, np.float32)
        columns[name][~kept.columns["placed"]] = values
    trust = kept.info.trust | {
        "wander": found.mean_wander,
        "stays": found.mean_kept,
        "stays_by_chance": found.kept_by_chance,
        "drawings": len(found.drawings),
    }
    add_to_map(collection, kept, columns, trust, kept.info.total)
