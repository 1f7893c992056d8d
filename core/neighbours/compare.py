"""The job `match`: which seconds of one track match which of another, or how one track is built."""

from __future__ import annotations

import numpy as np

from core.embedding import SetInfo
from core.errors import Interrupted, RequestProblem
from core.neighbours.ground import (
    Ground,
    Seconds,
    name_tracks,
    not_encoded,
    open_set,
    read_ground,
    shown_paths,
    spans_of,
    windows_of,
)
from core.neighbours.match import SHORTEST, boundaries, default_level, novelty, segments, similarity
from core.neighbours.request import MatchRequest, MatchResult, Stretch
from core.neighbours.search import Floats
from core.progress import Context, Progress, ShouldStop, Step, ignore, never
from core.store.collection import Collection, open_collection

MOST_WINDOWS = 2048
"""Of a longer track, as many neighbouring windows are taken together as it needs to have no more."""
PICTURE = 256
"""Rows and columns, at most."""
STRANGERS = 50
"""Tracks drawn at random, which say how alike excerpts are by chance."""
CHANCE = 0.99

Part = tuple[Floats, list[Seconds]]


def run(
    request: MatchRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> MatchResult:
    with open_collection(context.folder) as collection:
        return answer(collection, request, progress=progress, should_stop=should_stop)


def answer(
    collection: Collection,
    request: MatchRequest,
    *,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> MatchResult:
    """Of a collection that is open already."""
    info, layer = open_set(collection, request.encoder, request.layer)
    ids = [request.a, request.a if request.b is None else request.b]
    names = name_tracks(collection, ids)
    progress(Step(0, 3, note="Reading vectors"))
    ground = read_ground(collection, info, layer, "cosine")
    for id_, name in names.items():
        if ground.row_of(id_) is None:
            raise not_encoded(name, info)
    a, b = (_part(collection, info, layer, ground, id_) for id_ in ids)
    progress(Step(1, 3, note="Comparing with other tracks"))
    chance = _chance(collection, info, layer, ground, a[0], ids)
    if should_stop():
        raise Interrupted
    progress(Step(2, 3, note="Looking for what matches"))
    alike = similarity(a[0], b[0], ground.mean)
    found = _stretches(alike, a[1], b[1], chance, should_stop, same=ids[0] == ids[1])
    return _told(info, layer, shown_paths(collection, ids), ids, alike, a[1], b[1], chance, found)


def _told(
    info: SetInfo,
    layer: int,
    path_of: dict[int, str],
    ids: list[int],
    alike: Floats,
    a: list[Seconds],
    b: list[Seconds],
    chance: float | None,
    found: list[Stretch],
) -> MatchResult:
    rows, columns = _edges(len(a)), _edges(len(b))
    return MatchResult(
        ids[0],
        ids[1],
        path_of[ids[0]],
        path_of[ids[1]],
        info.encoder,
        info.id,
        info.layers[layer],
        *_times(a, rows),
        *_times(b, columns),
        _picture(alike, rows, columns),
        chance,
        found,
        [a[i][0] for i in boundaries(novelty(alike))] if ids[0] == ids[1] else [],
    )


def _stretches(
    alike: Floats,
    a: list[Seconds],
    b: list[Seconds],
    chance: float | None,
    should_stop: ShouldStop,
    *,
    same: bool,
) -> list[Stretch]:
    """Where two tracks match, they do so beyond chance; a track is always more like itself than that."""
    level = default_level(alike)
    above = level if same or chance is None else max(level, chance)
    return [
        Stretch(
            a[found.a][0],
            a[found.a + found.length - 1][1],
            b[found.b][0],
            b[found.b + found.length - 1][1],
            found.similarity,
        )
        for found in segments(alike, above=above, same=same, should_stop=should_stop)
    ]


def _part(collection: Collection, info: SetInfo, layer: int, ground: Ground, track_id: int) -> Part:
    """The windows of a track, ready to be compared, and when they sound."""
    windows = ground.scaling(windows_of(collection, info, layer, [track_id])[track_id])
    spans = spans_of(collection, info, [track_id])[track_id]
    last = min(len(windows), len(spans))
    if last < SHORTEST:
        raise RequestProblem(
            f"{name_tracks(collection, [track_id])[track_id]} is too short to be compared part by part:"
            f" {info.encoder} hears {info.window_s:g} s at once.",
            "Choose a longer track, or an encoder that hears less at once.",
        )
    together = -(-last // MOST_WINDOWS)
    begins = np.arange(0, last, together)
    counts = np.diff(np.append(begins, last))
    means: Floats = (np.add.reduceat(windows[:last], begins, axis=0) / counts[:, None]).astype(np.float32)
    ends = [*begins[1:].tolist(), last]
    return means, [(spans[i][0], spans[end - 1][1]) for i, end in zip(begins.tolist(), ends, strict=True)]


def _chance(
    collection: Collection, info: SetInfo, layer: int, ground: Ground, a: Floats, without: list[int]
) -> float | None:
    """What one pair in a hundred exceeds, of the windows of `a` and those of strangers."""
    others = np.setdiff1d(ground.track_ids, without)
    drawn = np.random.default_rng(0).permutation(others)[:STRANGERS].tolist()
    read = list(windows_of(collection, info, layer, drawn).values())
    if not read:
        return None
    every = max(sum(map(len, read)) // MOST_WINDOWS, 1)
    strangers = ground.scaling(np.concatenate(read)[::every])
    return float(np.quantile(similarity(a, strangers, ground.mean), CHANCE))


def _edges(windows: int) -> list[int]:
    """Where the windows begin that a row of the picture stands for, and after them the end."""
    found: list[int] = np.linspace(0, windows, min(windows, PICTURE) + 1).round().astype(int).tolist()
    return found


def _times(spans: list[Seconds], edges: list[int]) -> tuple[list[float], list[float]]:
    return [spans[i][0] for i in edges[:-1]], [spans[i - 1][1] for i in edges[1:]]


def _picture(alike: Floats, rows: list[int], columns: list[int]) -> bytes:
    sums = np.add.reduceat(np.add.reduceat(alike, rows[:-1], axis=0), columns[:-1], axis=1)
    means = sums / np.diff(rows)[:, None] / np.diff(columns)
    return np.round((means + 1) * 127.5).clip(0, 255).astype(np.uint8).tobytes()
