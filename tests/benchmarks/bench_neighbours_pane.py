"""How soon the window's pane of neighbours has its answer: of an open collection, vectors read or not yet."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np

from core.embedding.sets import make_set
from core.encoders import find_card
from core.library.labels import NewLabel, write_labels
from core.neighbours import MatchRequest, NearRequest
from core.neighbours import ask as asking
from core.neighbours import compare as comparing
from core.neighbours.closest import closest
from core.store import Collection, create_collection
from tests.benchmarks.bench_near import timed, vectors
from tests.benchmarks.figure import Figure, in_turn
from tests.core.library.shelf import add

TRACKS, DIMENSION, WINDOWS = 10_000, 768, 6
SOON_S = 0.1
"""Within it, an answer seems to come at once."""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as place, create_collection(Path(place) / "c", "Bench") as collection:
        _fill(collection)
        start = time.perf_counter()
        _ask(collection, 5)
        first = time.perf_counter() - start
        tracks = iter(range(10, 10_000))
        near, distinct, pair, match = in_turn(
            timed(lambda: _ask(collection, next(tracks))),
            timed(lambda: _ask(collection, next(tracks), distinct="artist")),
            timed(lambda: closest(collection, "descriptors", [next(tracks)], 7)),
            timed(lambda: comparing.answer(collection, MatchRequest("descriptors", next(tracks), 7))),
            rounds=9,
        )
    of = f"of {TRACKS:,} × {DIMENSION}"
    return [
        Figure(f"the first neighbours {of}, with chance", first, "s", limit=6),
        Figure(f"10 neighbours {of}, open collection", near, "s", limit=SOON_S),
        Figure("the same of distinct artists", distinct, "s", limit=2 * SOON_S),
        Figure("the two closest excerpts", pair, "s", limit=SOON_S),
        Figure("where two tracks match", match, "s", limit=4 * SOON_S),
    ]


def _ask(collection: Collection, track_id: int, **more: str) -> object:
    request = NearRequest("descriptors", (track_id,), **more)  # type: ignore[arg-type]
    return asking.answer(collection, request, may_index=False)


def _fill(collection: Collection) -> None:
    card = find_card("descriptors")
    ids = add(collection, *(f"{i // 10}/{i}.wav" for i in range(TRACKS)), duration_s=10.0 * WINDOWS)
    set_id = make_set(collection, "b" * 64, card, (0,), 10.0, 10.0, {})
    means = vectors(TRACKS, DIMENSION)
    rng = np.random.default_rng(4)
    for start in range(0, TRACKS, 1000):
        part = means[start : start + 1000]
        excerpts = np.repeat(part, WINDOWS, axis=0)
        excerpts = excerpts + rng.standard_normal(excerpts.shape, dtype=np.float32)
        tracks = np.stack([part, np.zeros_like(part)], 1)[:, None]
        of = ids[start : start + 1000]
        parts = {
            "excerpt": (excerpts[:, None], [(id_, WINDOWS) for id_ in of]),
            "track": (tracks, [(id_, 1) for id_ in of]),
        }
        collection.vectors.append_all(set_id, parts)
    artists = [NewLabel(id_, "artist", f"artist {id_ % 900}", "tag") for id_ in ids]
    with collection.database.writing() as session:
        write_labels(session, artists)
