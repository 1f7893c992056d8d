"""What the axes of a PCA map stand for: the named values that go along with them."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.embedding import find_set
from core.embedding.chosen import choose_vectors
from core.maps.kept import KeptMap
from core.maps.placing import layer_named
from core.store.collection import Collection

MOST = 6
AXES = ("First component", "Second component")


def loadings(collection: Collection, kept: KeptMap) -> list[dict[str, Any]]:
    """Of each axis its share of the variance, and the correlation with the values that follow it most.

    Values of a network have no names, and then none are told.
    """
    explained = kept.info.settings["explained"]
    found: list[dict[str, Any]] = [
        {"name": name, "explained": share, "loadings": []}
        for name, share in zip(AXES, explained, strict=False)
    ]
    names = find_set(collection, str(kept.info.embedding_set)).card.dimensions
    if not names:
        return found
    layer = layer_named(collection, kept)
    chosen = choose_vectors(collection, str(kept.info.embedding_set), layer, only=kept.track_ids)
    shown = kept.points[np.searchsorted(kept.track_ids, chosen.track_ids)].astype(np.float64)
    values = chosen.values.astype(np.float64)
    values -= values.mean(0)
    shown -= shown.mean(0)
    lengths = np.sqrt((values**2).sum(0))[:, None] * np.sqrt((shown**2).sum(0))
    correlations = np.divide(values.T @ shown, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    for axis, told in enumerate(found):
        order = np.argsort(-np.abs(correlations[:, axis]), kind="stable")[:MOST]
        told["loadings"] = [
            {"name": names[i], "correlation": round(float(correlations[i, axis]), 4)}
            for i in order.tolist()
            if correlations[i, axis]
        ]
    return found
