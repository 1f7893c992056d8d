"""What an encoder hears before and after it has learnt along: maps, how far classes lie apart, what moved.

All that has been learnt from lies apart afterwards, if only because it was learnt by heart.
So the test tracks are told for themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.embedding import EncodeRequest, encode
from core.embedding.chosen import choose_vectors
from core.embedding.sets import find_set
from core.errors import Interrupted, RequestProblem
from core.library.groups import read_values
from core.maps import MapRequest, MoversRequest, draw, moved, read_map
from core.maps.export import caption, draw_picture
from core.maps.request import Figure
from core.maps.separation import Share, purity, silhouette
from core.neighbours import Space
from core.progress import Context, Progress, ShouldStop, Step, shares
from core.runs.encoder import encoder_name
from core.store.collection import Collection
from core.studies.cells import Cell, Grid
from core.studies.findings import Apart, Look, Moved, Mover, OneMap, Stage

SEED = 0
K = 15
MOST_MOVERS = 10
FIGURES = "figures"


@dataclass(frozen=True)
class Desk:
    """What a look works with."""

    collection: Collection
    grid: Grid
    context: Context
    out: Path
    should_stop: ShouldStop


@dataclass(frozen=True)
class _Heard:
    """Vectors of one stage, before they are looked at."""

    encoder: str
    way: str
    run: int


def look_at(desk: Desk, cells: Sequence[Cell], runs: dict[str, int], progress: Progress) -> Look:
    """`cells` are one encoder's; `runs` are by way, of one seed. The first way leaves it as it came."""
    tuned = [
        _Heard(encoder_name(desk.collection, runs[cell.way]), cell.way, runs[cell.way])
        for cell in cells
        if cell.recipe and cell.recipe.encoder.tune != "frozen" and cell.way in runs
    ]
    heard = [_Heard(cells[0].encoder, "as it came", 0), *tuned]
    last = next(cell.recipe for cell in reversed(cells) if cell.recipe)
    stages = list[Stage]()
    try:
        for one, part in zip(heard, shares(progress, *([1] * len(heard))), strict=True):
            stages.append(_stage(desk, one, last.encoder.window_s, stages[:1], part))
        found = _moved(desk, stages[0], stages[-1], progress) if len(stages) > 1 else None
    except RequestProblem as error:
        return Look(cells[0].encoder, tuple(stages), None, error.sentence)
    return Look(cells[0].encoder, tuple(stages), found)


def _stage(desk: Desk, heard: _Heard, window_s: float, before: Sequence[Stage], progress: Progress) -> Stage:
    encoding, drawing = shares(progress, 3, 2)
    query, methods = desk.grid.data.query, desk.grid.study.maps
    request = EncodeRequest(heard.encoder, query, window_s=window_s or None)
    done = encode.run(request, desk.context, progress=encoding, should_stop=desk.should_stop)
    if desk.should_stop():
        raise Interrupted
    info = find_set(desk.collection, str(done.embedding_set))
    maps = tuple(
        _map(desk, heard, info.id, i, before, part)
        for i, part in enumerate(shares(drawing, *([1] * len(methods))))
    )
    layer = info.layers[info.usual_layer]
    return Stage(heard.encoder, heard.way, heard.run, info.id, layer, maps, _apart(desk, info.id))


def _map(
    desk: Desk, heard: _Heard, set_id: int, place: int, before: Sequence[Stage], progress: Progress
) -> OneMap:
    """Laid over the one that was drawn before."""
    like = before[0].maps[place].map if before else 0
    request = MapRequest(
        str(set_id), desk.grid.study.maps[place], query=desk.grid.data.query, seed=SEED, like=like
    )
    done = draw.run(request, desk.context, progress=progress, should_stop=desk.should_stop)
    kept = read_map(desk.collection, done.map)
    name = f"{FIGURES}/{heard.encoder}-{kept.info.method}"
    field = desk.grid.data.field
    for ending in (".png", ".svg"):
        draw_picture(desk.out / f"{name}{ending}", kept, field, read_values(desk.collection, field))
    said = tuple(caption(kept.info))
    return OneMap(done.map, done.method, done.trust.get("trustworthiness"), said, name)


def _apart(desk: Desk, set_id: int) -> tuple[Apart, ...]:
    """Of all tracks whose class is known, and of the test tracks among themselves."""
    material = desk.grid.material
    found = list[Apart]()
    for part, rows in (("all", np.arange(len(material.tracks))), ("test", material.parts["test"])):
        chosen = choose_vectors(desk.collection, str(set_id), only=material.tracks[rows])
        there = rows[np.isin(material.tracks[rows], chosen.track_ids)]
        labels = material.truth[there].astype(np.int64)
        groups = None if material.groups is None else material.groups[there]
        k = _few(labels)
        space = Space(chosen.values)
        share = purity(
            space, labels, k, apart=groups, groups=groups, seed=SEED, should_stop=desk.should_stop
        ).overall
        shape = silhouette(space, labels, groups=groups, seed=SEED, should_stop=desk.should_stop)
        score = shape.overall if shape else None
        found.append(
            Apart(
                part,
                k,
                _share(share),
                None if score is None else Figure(score.value, score.low, score.high, score.n),
            )
        )
    return tuple(found)


def _few(labels: NDArray[np.int64]) -> int:
    """No more neighbours than a class has others, by and large: else no encoder could find them."""
    return min(max(int(np.median(np.unique(labels, return_counts=True)[1])) - 1, 1), K)


def _share(share: Share | None) -> Figure | None:
    if share is None:
        return None
    score = share.score
    return Figure(score.value, score.low, score.high, score.n, share.by_chance, share.at_best)


def _moved(desk: Desk, before: Stage, after: Stage, progress: Progress) -> Moved:
    request = MoversRequest(
        str(before.embedding_set), str(after.embedding_set), query=desk.grid.data.query, most=MOST_MOVERS
    )
    progress(Step(1, 1, note="Looking for what moved"))
    found = moved.run(request, desk.context, should_stop=desk.should_stop)
    values = read_values(desk.collection, desk.grid.data.field)
    movers = tuple(
        Mover(one.track_id, one.path, ", ".join(values.get(one.track_id, ())), one.overlap)
        for one in found.movers
    )
    return Moved(found.k, found.tracks, found.overlap, movers)
