"""The vectors that a map, clusters or figures are made of: of one layer, of the tracks that a query finds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.embedding.scaling import Scaling, scaling_of
from core.embedding.sets import SetInfo, find_set, layer_of, track_vectors
from core.errors import Interrupted, RequestProblem
from core.library.query import find
from core.progress import ShouldStop, never
from core.store.collection import Collection


def check(should_stop: ShouldStop) -> None:
    """Between two steps that cannot be torn apart."""
    if should_stop():
        raise Interrupted


@dataclass(frozen=True)
class Chosen:
    info: SetInfo
    layer: int
    track_ids: NDArray[np.int64]
    """In order."""
    values: NDArray[np.float32]
    """Scaled: `values[i]` belongs to `track_ids[i]`."""
    scaling: Scaling
    total: int
    """Tracks that the query finds, whether the encoder has heard them or not."""


def choose_vectors(
    collection: Collection,
    encoder: str,
    layer: int | None = None,
    query: str = "",
    only: NDArray[np.int64] | None = None,
    should_stop: ShouldStop = never,
) -> Chosen:
    """`encoder` is a name or the number of a set. Values that are no numbers are told with their track."""
    info = find_set(collection, encoder)
    place = layer_of(info, layer)
    check(should_stop)
    found = track_vectors(collection, info, place)
    check(should_stop)
    wanted = np.array(find(collection, query).ids, np.int64)
    chosen = np.isin(found.track_ids, wanted) if query.strip() else np.ones(len(found.track_ids), bool)
    if only is not None:
        chosen &= np.isin(found.track_ids, only)
    check(should_stop)
    ids, values = found.track_ids[chosen], found.values[chosen]
    finite = np.isfinite(values).all(1)
    if not finite.all():
        raise RequestProblem(
            f"The vector of track {ids[~finite][0]} holds values that are no numbers.",
            "Encode it again, or leave it out with a query.",
        )
    check(should_stop)
    scaling = scaling_of(info, values)
    return Chosen(info, place, ids, scaling(values), scaling, max(len(wanted), len(ids)))
