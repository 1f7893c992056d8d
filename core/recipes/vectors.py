"""The cached vectors that a frozen encoder has given, in the order of a material's tracks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.embedding import EncodeRequest, encode
from core.embedding.sets import SetInfo, find_set, track_vectors
from core.errors import Interrupted, RequestProblem
from core.progress import Progress, ShouldStop
from core.recipes.bench import Bench
from core.recipes.recipe import EncoderPart
from core.store.collection import Collection


@dataclass(frozen=True)
class Vectors:
    info: SetInfo
    layers: tuple[int, ...]
    """Those that are there, by their place in the set."""
    rows: NDArray[np.int64]
    """Of the tracks that were asked for: those that the encoder could hear."""
    values: NDArray[np.float32]
    """(rows, layers, dimension)"""


def encode_missing(
    bench: Bench, encoder: str, window_s: float, progress: Progress, should_stop: ShouldStop
) -> int:
    """The number of the embedding set; only what it lacks is heard."""
    request = EncodeRequest(encoder, bench.recipe.data.query, window_s=window_s or None)
    done = encode.run(request, bench.context, progress=progress, should_stop=should_stop)
    if should_stop():  # what has been heard stays
        raise Interrupted
    return done.embedding_set


def read_vectors(
    collection: Collection, set_id: int, part: EncoderPart, tracks: NDArray[np.int64]
) -> Vectors:
    info = find_set(collection, str(set_id))
    layers = which(info, part)
    spread = part.features == "mean and spread"
    found = [track_vectors(collection, info, layer, spread=spread) for layer in layers]
    order = np.searchsorted(found[0].track_ids, tracks)
    order[order == len(found[0].track_ids)] = 0
    rows = np.flatnonzero(found[0].track_ids[order] == tracks)
    values = np.stack([each.values[order[rows]] for each in found], 1)
    odd = ~np.isfinite(values).all((1, 2))
    if odd.any():
        raise RequestProblem(
            f"The vector of track {tracks[rows[odd][0]]} holds values that are no numbers.",
            "Encode it again, or leave it out with a query.",
        )
    return Vectors(info, layers, rows, values)


def which(info: SetInfo, part: EncoderPart) -> tuple[int, ...]:
    """Places in the set, of the layers that the recipe needs."""
    return choose(part, info.encoder, len(info.layers), info.usual_layer)


def choose(part: EncoderPart, encoder: str, layers: int, usual: int) -> tuple[int, ...]:
    """Of so many layers."""
    if part.layer == "usual":
        return (usual % layers,)
    if isinstance(part.layer, int):
        if not -layers <= part.layer < layers:
            raise RequestProblem(
                f"{encoder} has no layer {part.layer} here.",
                f"Choose one of 0 to {layers - 1}, or set encoder.layer to best.",
            )
        return (part.layer % layers,)
    return tuple(range(layers))
