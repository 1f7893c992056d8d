"""The job `place`: new tracks, or a file outside, find their place on a map on which nothing else moves.

On a map by PCA they go through the same axes. On any other they lie where
their neighbours in the full space do.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.embedding.chosen import Chosen, choose_vectors
from core.errors import RequestProblem
from core.maps.forming import Floats, Points
from core.maps.kept import KeptMap, add_to_map, read_map
from core.maps.place import place
from core.maps.request import PlaceRequest, PlaceResult
from core.neighbours import NONE, Metric, Space, outside
from core.progress import Context, Progress, ShouldStop, Step, ignore, never
from core.store.collection import Collection, open_collection

NEIGHBOURS = 15
NAMED = 10


def run(
    request: PlaceRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> PlaceResult:
    with open_collection(context.folder) as collection:
        progress(Step(0, 2, note="Reading the map"))
        kept = read_map(collection, request.map)
        settings = kept.info.settings
        chosen = choose_vectors(
            collection, str(kept.info.embedding_set), layer_named(collection, kept), settings["query"]
        )
        progress(Step(1, 2, note="Looking for neighbours"))
        if request.file:
            return _place_file(kept, chosen, Path(request.file), context.device, should_stop)
        new = ~np.isin(chosen.track_ids, kept.track_ids)
        if new.any():
            points, _ = _points(kept, chosen, chosen.values[new], should_stop)
            _add(collection, kept, chosen.track_ids[new], points, chosen.total)
        return PlaceResult(request.map, int(new.sum()), kept.info.shown + int(new.sum()))


def layer_named(collection: Collection, kept: KeptMap) -> int:
    """The layer of a map counts by name, since a set may be asked for it by number only."""
    from core.embedding import find_set

    return find_set(collection, str(kept.info.embedding_set)).layers.index(kept.info.settings["layer"])


def _place_file(
    kept: KeptMap, chosen: Chosen, path: Path, device: str, should_stop: ShouldStop
) -> PlaceResult:
    heard = outside.hear(chosen.info, chosen.layer, path, device)
    points, near = _points(kept, chosen, chosen.scaling(heard)[None], should_stop)
    x, y = (float(value) for value in points[0])
    return PlaceResult(kept.info.id, 0, kept.info.shown, x, y, near[0])


def _points(
    kept: KeptMap, chosen: Chosen, values: Floats, should_stop: ShouldStop
) -> tuple[Points, list[list[int]]]:
    """Where these lie, and the tracks on the map that they are nearest to."""
    rows = np.flatnonzero(np.isin(chosen.track_ids, kept.track_ids))
    if not len(rows):
        raise RequestProblem(
            f"No track on map {kept.info.id} has vectors any more.", "Encode again, or draw a new map."
        )
    metric = kept.info.settings.get("metric", Metric.EUCLIDEAN)
    space = Space(chosen.values[rows], Metric(metric))
    near = space.nearest(values, min(NEIGHBOURS, len(rows)), should_stop=should_stop)
    place_of = {int(id_): point for id_, point in zip(kept.track_ids, kept.points, strict=True)}
    points = np.stack([place_of[int(id_)] for id_ in chosen.track_ids[rows]])
    distances = 1 - near.nearness if metric == Metric.COSINE else -near.nearness
    if kept.info.method == "pca":
        found = _through_axes(kept, chosen, values)
    else:
        found = place(near.rows, distances.astype(np.float32), points, kept.info.seed)
    return found, [[int(chosen.track_ids[rows[row]]) for row in line[:NAMED]] for line in near.rows]


def _through_axes(kept: KeptMap, chosen: Chosen, values: Floats) -> Points:
    """With the scaling that the map was drawn with: that of the collection may have changed since."""
    columns = kept.columns
    scale = np.where(chosen.scaling.scale > 0, chosen.scaling.scale, 1)
    plain = values / scale + chosen.scaling.mean
    scaled = (plain - columns["scaling_mean"]) * columns["scaling_scale"]
    points = np.zeros((len(values), 2), np.float32)
    along = (scaled - columns["axes_mean"]) @ columns["axes"]
    points[:, : along.shape[1]] = along
    return points


def _add(collection: Collection, kept: KeptMap, ids: NDArray[np.int64], points: Points, total: int) -> None:
    """Behind those that are there; how far the new ones can be believed was never judged."""
    n = len(ids)
    new: dict[str, NDArray[Any]] = {"track_ids": ids, "points": points, "placed": np.ones(n, bool)}
    columns = dict(kept.columns)
    for name, column in kept.columns.items():
        if len(column) == kept.info.shown and not name.startswith(("axes", "scaling")):
            added = new[name] if name in new else _unknown(n, column)
            columns[name] = np.concatenate([column, added])
    order = np.argsort(columns["track_ids"], kind="stable")
    for name in columns:
        if not name.startswith(("axes", "scaling")):
            columns[name] = columns[name][order]
    trust = kept.info.trust | {"placed": int(columns["placed"].sum())}
    add_to_map(collection, kept, columns, trust, max(total, len(order)))


def _unknown(n: int, column: NDArray[Any]) -> NDArray[Any]:
    """Of n tracks: no number, or no track."""
    nothing = np.nan if column.dtype.kind == "f" else NONE
    return np.full((n, *column.shape[1:]), nothing, column.dtype)


def unplaced(kept: KeptMap) -> KeptMap:
    """The map as it was drawn, without those that were placed later."""
    drawn = ~kept.columns["placed"]
    columns = {
        name: column if name.startswith(("axes", "scaling")) else column[drawn]
        for name, column in kept.columns.items()
    }
    return replace(kept, columns=columns)
