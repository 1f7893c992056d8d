"""What a writer is given of each track: the vectors of its excerpts, and which seconds these are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.captions.style import WriterPart
from core.captions.words import Words
from core.captions.writer import Writer
from core.embedding.sets import excerpt_vectors, find_set
from core.errors import RequestProblem
from core.recipes.recipe import EncoderPart
from core.recipes.vectors import which
from core.store.collection import Collection

Excerpts = NDArray[np.float32]
"""(n, excerpts, layers, dimension); NaN where a track has fewer."""
AT_ONCE = 32
"""Tracks that are written of together."""


@dataclass(frozen=True)
class Heard:
    rows: NDArray[np.int64]
    """Of the tracks that were asked for: those that the encoder could hear."""
    values: Excerpts
    spans: NDArray[np.float64]
    """(n, 2): the seconds from the first excerpt's beginning to the last one's end."""


def read_excerpts(
    collection: Collection, set_id: int, part: EncoderPart, tracks: NDArray[np.int64], most: int
) -> Heard:
    """At most `most` excerpts of each track, spread over a longer one."""
    info = find_set(collection, str(set_id))
    found = [excerpt_vectors(collection, info, layer) for layer in which(info, part)]
    ids, windows = found[0].track_ids, found[0].windows
    first, last = np.searchsorted(ids, tracks, "left"), np.searchsorted(ids, tracks, "right")
    rows = np.flatnonzero(last > first)
    places = [_spread(int(first[row]), int(last[row]), most) for row in rows]
    longest = max(map(len, places), default=1)
    values = np.full((len(rows), longest, len(found), info.dimension), np.nan, np.float32)
    for row, place in enumerate(places):
        values[row, : len(place)] = np.stack([each.values[place] for each in found], 1)
        if not np.isfinite(values[row, : len(place)]).all():
            raise RequestProblem(
                f"The vectors of track {tracks[rows[row]]} hold values that are no numbers.",
                "Encode it again, or leave it out with a query.",
            )
    ends = [
        (windows[place[0]] * info.hop_s, windows[place[-1]] * info.hop_s + info.window_s) for place in places
    ]
    return Heard(rows, values, np.array(ends, np.float64).reshape(-1, 2))


def _spread(first: int, last: int, most: int) -> NDArray[np.int64]:
    if last - first <= most:
        return np.arange(first, last)
    return np.linspace(first, last - 1, most).round().astype(np.int64)


def write_all(
    writer: Writer, words: Words, values: Excerpts, part: WriterPart, seed: int
) -> Iterator[list[str]]:
    """What is written of some tracks after the other, each time of as many as go together."""
    device = next(writer.parameters()).device
    for start in range(0, len(values), AT_ONCE):
        heard = torch.from_numpy(values[start : start + AT_ONCE]).to(device)
        yield writer.write(heard, words, part, seed + start)
