"""What an encoder hears before and after it has learnt along: maps, how far classes lie apart, what moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.embedding import EncodeRequest, encode
from core.embedding.sets import find_set
from core.errors import Interrupted, RequestProblem, WeightsProblem
from core.library.groups import read_values
from core.maps import MapRequest, MoversRequest, draw, moved, read_map
from core.maps.export import caption, draw_picture
from core.progress import Context, Progress, ShouldStop, Step, shares
from core.runs.encoder import encoder_name
from core.store.collection import Collection
from core.studies.apart import classes_of, tell_apart
from core.studies.cells import Cell, Grid
from core.studies.findings import Look, Moved, Mover, OneMap, Stage

SEED = 0
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
    except (RequestProblem, WeightsProblem) as error:
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
    classes = classes_of(desk.collection, desk.grid.material, desk.grid.data.field)
    apart = tell_apart(desk.collection, info.id, classes, desk.should_stop) if classes else ()
    return Stage(heard.encoder, heard.way, heard.run, info.id, layer, maps, apart)


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
