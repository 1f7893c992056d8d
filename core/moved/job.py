"""The job `moved`: two encoders hear the same tracks, two maps are laid over each other and compared.

What is there already is neither heard nor drawn again. The figures are kept
with the second map, in its file and its row, so that they open again with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.embedding import EncodeRequest, encode
from core.embedding.chosen import choose_vectors
from core.encoders import cards
from core.errors import Interrupted
from core.evaluation import bootstrap_mean
from core.maps import MapRequest, draw
from core.maps.draw import discard as discard_map
from core.maps.kept import KeptMap, add_to_map, read_map
from core.moved.near import Kept, compare
from core.moved.pair import Pair, Side, pair_of
from core.moved.request import NAME, MovedRequest, MovedResult, Stayed
from core.neighbours import NONE, Space
from core.neighbours.search import Rows
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.runs.compare import artists_of
from core.store.collection import Collection, open_collection

SEED = 0
EACH = 0.05
"""How much longer a track makes a part of the work whose other parts take about a second."""


@dataclass
class _Heard:
    set_id: int
    new: int = 0
    seconds: float = 0.0


def run(
    request: MovedRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> MovedResult:
    with open_collection(context.folder) as collection:
        progress(Step(0, 1, note="Looking at the runs"))
        pair = pair_of(collection, request.run, request.beside)
        sizes = [2 + EACH * pair.before.missing, 2 + EACH * pair.after.missing, 4, 4, 2]
        hearing, hearing_again, drawing, drawing_again, comparing = shares(progress, *sizes)
        before = _hear(collection, pair.before, pair.query, context, hearing, should_stop)
        after = _hear(collection, pair.after, pair.query, context, hearing_again, should_stop)
        first = _draw(request, pair, before, 0, context, drawing, should_stop)
        second = _draw(request, pair, after, first, context, drawing_again, should_stop)
        stayed = _compare(collection, request, (before, after), second, comparing, _unless_kept(should_stop))
        info = read_map(collection, second).info
        return MovedResult(
            request.run,
            request.beside,
            first,
            second,
            request.method,
            info.shown,
            info.total,
            stayed,
            before.new + after.new,
            round(before.seconds + after.seconds, 2),
        )


def discard(request: MovedRequest, context: Context) -> None:
    """A cancelled job leaves neither its maps nor what it let the encoders hear."""
    discard_map(MapRequest("any"), context)
    with open_collection(context.folder) as collection:
        pair = pair_of(collection, request.run, request.beside)
    for side in (pair.before, pair.after):
        encode.discard(EncodeRequest(side.encoder), context)


def _hear(
    collection: Collection, side: Side, query: str, context: Context, progress: Progress, stop: ShouldStop
) -> _Heard:
    """An encoder that is gone has nothing to add to what it has heard."""
    if side.set_id is not None and all(card.name != side.encoder for card in cards()):
        return _Heard(side.set_id)
    request = EncodeRequest(side.encoder, query, window_s=side.window_s or None)
    done = encode.run(request, context, progress=progress, should_stop=stop)
    if stop():
        raise Interrupted
    return _Heard(done.embedding_set, done.new, done.seconds if done.new else 0.0)


def _draw(
    request: MovedRequest,
    pair: Pair,
    heard: _Heard,
    like: int,
    context: Context,
    progress: Progress,
    should_stop: ShouldStop,
) -> int:
    """The first by itself; the second from its places, and turned to fit it."""
    show = _showing(context, "after" if like else "before")
    asked = MapRequest(
        str(heard.set_id),
        request.method,
        query=pair.query,
        seed=request.seed,
        perplexity=request.perplexity,
        like=like,
    )
    done = draw.run(asked, replace(context, show=show), progress=progress, should_stop=should_stop)
    if should_stop() and not like:  # a second map that has no time to form would say that nothing moved
        raise Interrupted
    return done.map


def _showing(context: Context, which: str) -> Callable[[str, dict[str, Any]], None]:
    """Frames of the two maps, told apart."""

    def show(name: str, data: dict[str, Any]) -> None:
        context.show(NAME, {"which": which} | data)

    return show


def _unless_kept(should_stop: ShouldStop) -> ShouldStop:
    """Maps that are kept are compared, too."""

    def stop() -> Stop | None:
        asked = should_stop()
        return None if asked == Stop.KEEP else asked

    return stop


def _compare(
    collection: Collection,
    request: MovedRequest,
    heard: tuple[_Heard, _Heard],
    map_id: int,
    progress: Progress,
    should_stop: ShouldStop,
) -> Stayed:
    """Of the tracks of the second map; what is known of them already is not worked out again."""
    progress(Step(0, 1, note="Comparing neighbours"))
    kept = read_map(collection, map_id)
    known = kept.info.trust.get(NAME, {}).get(request.apart)
    if known and known["asked"] == request.k:
        return _stayed(known)
    chosen = [
        choose_vectors(collection, str(one.set_id), only=kept.track_ids, should_stop=should_stop)
        for one in heard
    ]
    ids = np.intersect1d(chosen[0].track_ids, chosen[1].track_ids)
    before, after = (Space(one.values[np.searchsorted(one.track_ids, ids)]) for one in chosen)
    artists = artists_of(collection, ids)
    groups = artists if request.apart else None
    found = compare(before, after, request.k, groups, progress=progress, should_stop=should_stop)
    stayed = _figures(found, artists, others_of(len(ids), groups), should_stop)
    told = {name: getattr(stayed, name) for name in Stayed.__dataclass_fields__} | {"asked": request.k}
    figures = kept.info.trust.get(NAME, {}) | {request.apart: told}
    columns = dict(kept.columns) | columns_of(kept, ids, found, request.apart)
    add_to_map(collection, kept, columns, kept.info.trust | {NAME: figures}, kept.info.total)
    return stayed


def _stayed(known: dict[str, Any]) -> Stayed:
    return Stayed(**{name: known[name] for name in Stayed.__dataclass_fields__})


def others_of(n: int, groups: Rows | None) -> NDArray[np.int64]:
    """How many rows could be a neighbour of each."""
    if groups is None:
        return np.full(n, n - 1)
    known = groups >= 0
    sizes = np.bincount(groups[known], minlength=1)
    return np.where(known, n - sizes[np.maximum(groups, 0)], n - 1)


def _figures(found: Kept, artists: Rows | None, others: NDArray[np.int64], should_stop: ShouldStop) -> Stayed:
    """The interval is that of artists where they are known: their tracks move together."""
    there = np.isfinite(found.share)
    kept = (found.share[there] * found.k).astype(np.float64)
    n = len(kept)
    if not n:
        return Stayed(found.k, 0.0, None, None, 0.0, 0, 0)
    groups = None if artists is None else artists[there]
    mean = bootstrap_mean(kept, groups=groups, seed=SEED, should_stop=should_stop)
    chance = float(np.minimum(found.k / np.maximum(others[there], 1), 1).mean()) * found.k
    return Stayed(found.k, mean.value, mean.low, mean.high, chance, int(np.count_nonzero(kept == 0)), n)


def columns_of(kept: KeptMap, ids: NDArray[np.int64], found: Kept, apart: str) -> dict[str, NDArray[Any]]:
    """In the order of the map, neighbours by the numbers of their tracks."""
    rows = np.searchsorted(kept.track_ids, ids)
    n, columns = len(kept.track_ids), dict[str, NDArray[Any]]()
    for name, near in (("was_near", found.was), ("is_near", found.is_)):
        tracks = np.full((n, found.k), NONE, np.int64)
        tracks[rows] = np.where(near == NONE, NONE, ids[near])
        columns[f"{name}{apart}"] = tracks
    for name, share in (("stayed", found.share), ("stayed_wide", found.wide_share)):
        each = np.full(n, np.nan, np.float32)
        each[rows] = share
        columns[f"{name}{apart}"] = each
    return columns
