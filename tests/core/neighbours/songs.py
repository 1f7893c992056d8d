"""A small collection whose vectors are written by hand: each track a list of excerpts, ten seconds each."""

from __future__ import annotations

import numpy as np

from core.embedding.sets import make_set
from core.encoders import BuiltIn, Card
from core.store import Collection
from tests.core.library.shelf import add

WINDOW_S = 10.0


def encode(collection: Collection, songs: dict[str, np.ndarray], *, name: str = "ear") -> list[int]:
    """Enter tracks and their excerpts (windows, dimension) into the set of an encoder; returns their ids."""
    dimension = next(iter(songs.values())).shape[1]
    card = Card(
        name=name,
        family="descriptors",
        title=name.title(),
        hears="What the test wants.",
        dimension=dimension,
        rate_hz=100,
        window_s=WINDOW_S,
        licence="MIT",
        source=BuiltIn(),
    )
    ids = [
        add(collection, f"{song}.wav", duration_s=WINDOW_S * len(windows))[0]
        for song, windows in songs.items()
    ]
    set_id = make_set(collection, name.ljust(64, "0"), card, (0,), WINDOW_S, WINDOW_S, {})
    excerpts = np.concatenate(list(songs.values())).astype(np.float32)[:, None]
    means = np.stack([windows.mean(0) for windows in songs.values()]).astype(np.float32)
    tracks = np.stack([means, np.zeros_like(means)], 1)[:, None]
    counts = [(id_, len(windows)) for id_, windows in zip(ids, songs.values(), strict=True)]
    collection.vectors.append_all(
        set_id, {"excerpt": (excerpts, counts), "track": (tracks, [(id_, 1) for id_ in ids])}
    )
    return ids
