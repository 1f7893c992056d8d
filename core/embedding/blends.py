"""A blend is fitted to what a collection's encoders have heard already, and becomes an encoder itself.

As an encoder it hears the sound again. The vectors that its parts have left are
rounded to 16 bits, of other windows and rates: put side by side instead, three
in four values would differ in their last bits from what the blend gives to a
file from outside, and would depend on what was encoded before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

import numpy as np

from core.embedding.sets import find_set, layer_of, track_vectors
from core.encoders import Card, add_card, remove_card
from core.encoders.blend import blend_card, fit, save
from core.encoders.weights import model_folder
from core.errors import RequestProblem
from core.store.collection import Collection

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}")


def make_blend(
    collection: Collection,
    name: str,
    parts: Sequence[str],
    pca: int | None = None,
    weights: Sequence[float] | None = None,
) -> Card:
    """`parts` as `mert-95m:7` or `descriptors`; fitted to the tracks that all of them have encoded."""
    if not _NAME.fullmatch(name):
        raise RequestProblem(
            f"An encoder cannot be called “{name}”.", "Use small letters, figures, dots and hyphens."
        )
    found = [_part(collection, part) for part in parts]
    shared = reduce(np.intersect1d, [ids for _, _, ids, _ in found])
    if len(shared) < 2:
        raise RequestProblem(
            f"{' and '.join(parts)} have encoded no tracks in common.",
            "Encode the collection with each of them.",
        )
    rows = [
        (card, layer, values[np.searchsorted(ids, shared)].astype(np.float64))
        for card, layer, ids, values in found
    ]
    fitted = fit(rows, pca, weights)
    folder = model_folder() / "blends" / name
    card = blend_card(name, fitted, folder)
    add_card(card)
    try:
        save(fitted, folder)
    except BaseException:
        remove_card(name)
        raise
    return card


def _part(
    collection: Collection, text: str
) -> tuple[
    Card, int, np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int, int], np.dtype[np.float32]]
]:
    name, _, layer = text.partition(":")
    if not name or (layer and not re.fullmatch(r"-?[0-9]+", layer)):
        raise RequestProblem(f"“{text}” names no layer of an encoder.", "Write it as mert-95m:7.")
    info = find_set(collection, name)
    place = layer_of(info, int(layer) if layer else None)
    vectors = track_vectors(collection, info, place)
    return info.card, info.card.layers.index(info.layers[place]), vectors.track_ids, vectors.values
