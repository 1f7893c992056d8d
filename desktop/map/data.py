"""What the map page reads of a collection, in the background: what there is to draw, and what is drawn.

Nothing here knows of Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from core.embedding import SetInfo, list_sets
from core.library.groups import read_values
from core.library.ledger import paths_of
from core.maps import KeptMap, MapInfo, MapRequest, list_maps, read_map
from core.maps import export as exporting
from core.maps.loadings import loadings
from core.maps.placing import layer_named
from core.maps.request import SAID, Method, usable_perplexity
from core.neighbours.ground import spans_of, windows_of
from core.runs import RunLine, list_runs, read_predictions
from desktop.colouring import Colours

if TYPE_CHECKING:
    from pathlib import Path

    from core.store import Collection

JUDGED_TASKS = ("classify", "tag", "regress")
MANY_VALUES = 12


@dataclass(frozen=True)
class Source:
    """What a map is drawn of: an embedding set, at one of its layers."""

    set_id: int
    layer: str


@dataclass(frozen=True)
class Choices:
    """The newest first."""

    sets: tuple[SetInfo, ...] = ()
    maps: tuple[MapInfo, ...] = ()
    runs: tuple[RunLine, ...] = ()
    """Those that have said something of tracks."""

    def set_of(self, set_id: int) -> SetInfo | None:
        return next((info for info in self.sets if info.id == set_id), None)

    def map_of(self, map_id: int) -> MapInfo | None:
        return next((info for info in self.maps if info.id == map_id), None)

    def sources(self) -> list[Source]:
        """Each set at its usual layer, and at those that there are maps of."""
        found = dict.fromkeys(usual_source(info) for info in self.sets)
        known = {info.id: info for info in self.sets}
        for drawn in self.maps:
            if drawn.embedding_set in known:
                found[source_of(drawn)] = None
        return sorted(found, key=lambda source: [info.id for info in self.sets].index(source.set_id))


@dataclass(frozen=True)
class Shown:
    """A map as the page shows it."""

    kept: KeptMap
    row_of: dict[int, int] = field(default_factory=dict)

    @property
    def info(self) -> MapInfo:
        return self.kept.info


def usual_source(info: SetInfo) -> Source:
    return Source(info.id, info.layers[info.usual_layer])


def source_of(info: MapInfo) -> Source:
    return Source(info.embedding_set, info.settings["layer"])


def read_choices(collection: Collection) -> Choices:
    runs = [run for run in list_runs(collection) if run.task in JUDGED_TASKS and run.state != "failed"]
    sets = [info for info in list_sets(collection) if info.tracks]
    return Choices(tuple(sets), tuple(list_maps(collection)), tuple(runs))


def read_shown(map_id: int, collection: Collection) -> Shown:
    kept = read_map(collection, map_id)
    return Shown(kept, {id_: row for row, id_ in enumerate(kept.track_ids.tolist())})


def read_axes(kept: KeptMap, collection: Collection) -> list[dict[str, Any]]:
    return loadings(collection, kept)


# What would be new


def request_of(
    choices: Choices, source: Source, method: Method, settings: dict[str, float], seed: int
) -> MapRequest | None:
    """None: the set has gone."""
    info = choices.set_of(source.set_id)
    if info is None or source.layer not in info.layers:
        return None
    return MapRequest(
        str(info.id),
        method,
        info.layers.index(source.layer),
        seed=seed,
        perplexity=settings.get("perplexity", 30.0),
        neighbours=int(settings.get("neighbours", 15)),
        min_dist=settings.get("min_dist", 0.1),
    )


def is_plain(info: MapInfo) -> bool:
    """The controls can ask for it: all tracks of a set, drawn on its own, and to the end."""
    settings = info.settings
    usual = settings.get("metric", "cosine") == "cosine"
    return usual and not (settings.get("query") or settings.get("like") or settings.get("stopped"))


def find_drawn(choices: Choices, source: Source, request: MapRequest) -> MapInfo | None:
    """The newest map that was drawn just so."""
    for info in choices.maps:
        if source_of(info) == source and info.method == request.method and _fits(info, request):
            return info
    return None


def _fits(info: MapInfo, request: MapRequest) -> bool:
    if not is_plain(info) or (info.seed != request.seed and info.method != "pca"):
        return False
    wanted = request.settings()
    if info.method == "tsne":
        wanted["perplexity"] = usable_perplexity(request.perplexity, info.shown)
    return all(_same(info.settings.get(name), value) for name, value in wanted.items())


def _same(kept: object, wanted: object) -> bool:
    if isinstance(kept, (int, float)) and isinstance(wanted, (int, float)):
        return abs(kept - wanted) < 1e-6
    return kept == wanted


def newest(choices: Choices, source: Source, method: str) -> MapInfo | None:
    """Of a source and method, the map that comes to mind first."""
    fitting = [info for info in choices.maps if source_of(info) == source and info.method == method]
    return next(filter(is_plain, fitting), None)


def newcomers(choices: Choices, info: MapInfo) -> int:
    """Tracks that the encoder has heard since the map was drawn."""
    known = choices.set_of(info.embedding_set)
    if known is None or info.settings.get("query") or info.settings.get("like"):
        return 0
    return max(known.tracks - info.shown, 0)


# What points are coloured by that is no field


def read_run_colours(run_id: int, what: str, name: str, collection: Collection) -> Colours:
    """`what`: "correct", "confidence" or "said" of each track that a run has spoken of."""
    rows = read_predictions(collection, run_id)
    if what == "confidence":
        known = {row.track_id: row.probability for row in rows if row.probability is not None}
        return Colours(name, True, numbers=known)
    if what == "said":
        numbers = {row.track_id: row.number for row in rows if row.number is not None}
        if numbers:
            return Colours(name, True, numbers=numbers)
        return of_classes(name, {row.track_id: row.said for row in rows if row.said is not None})
    told = {row.track_id: row for row in rows if row.truth is not None and row.said is not None}
    names = {True: "correct", False: "wrong"}
    found = {id_: names[row.truth == row.said] for id_, row in told.items()}
    return of_classes(name, found, order=("correct", "wrong"))


def of_classes(name: str, value_of: dict[int, str], order: Sequence[str] = ()) -> Colours:
    """In the order given, else the most frequent first; past the twelfth they are the others."""
    counts = dict.fromkeys(order, 0)
    for value in value_of.values():
        counts[value] = counts.get(value, 0) + 1
    names = list(order) or sorted(counts, key=lambda value: (-counts[value], value))
    codes = {value: min(place, MANY_VALUES) for place, value in enumerate(names)}
    values = tuple((value, counts[value]) for value in names)
    return Colours(name, values=values, codes={id_: codes[value] for id_, value in value_of.items()})


# What is heard


def read_passage(kept: KeptMap, track_id: int, collection: Collection) -> tuple[float, float] | None:
    """The excerpt nearest to the mean of its track: what the map's point stands for. None: there is none."""
    from core.embedding import find_set

    info = find_set(collection, str(kept.info.embedding_set))
    windows = windows_of(collection, info, layer_named(collection, kept), [track_id]).get(track_id)
    spans = spans_of(collection, info, [track_id]).get(track_id, [])
    if windows is None or not len(windows) or not spans:
        return None
    windows = windows[: len(spans)].astype(np.float64)
    away = ((windows - windows.mean(0)) ** 2).sum(1)
    return spans[int(away.argmin())]


# To take away


def write_table(path: Path, shown: Shown, field_name: str, collection: Collection) -> int:
    """CSV of every point, with the values of a field where one is named; returns the number of rows."""
    from core.cli.sheet import write_sheet

    kept = shown.kept
    values = read_values(collection, field_name) if field_name else {}
    with collection.database.reading() as session:
        paths = paths_of(session, kept.track_ids.tolist())
    lines = exporting.rows(kept, paths, values)
    headings = {name: name for name in lines[0] if name != "value" or field_name} if lines else {}
    if field_name:
        headings["value"] = field_name
    write_sheet(path, headings, lines, {"about": " ".join(exporting.caption(kept.info))})
    return len(lines)


def in_order(track_ids: Iterable[int], order: Iterable[int]) -> list[int]:
    """As the table shows them; what it does not show comes after."""
    wanted = set(track_ids)
    first = [id_ for id_ in order if id_ in wanted]
    return [*first, *sorted(wanted.difference(first))]


def said_method(info: MapInfo) -> str:
    return SAID[info.method]


def count_heard(set_id: int, query: str, collection: Collection) -> int:
    """Tracks that a query finds and the set has heard."""
    from sqlalchemy import select

    from core.library.query import find
    from core.store.schema import Shard, ShardTrack

    heard = (
        select(ShardTrack.track_id)
        .join(Shard, Shard.id == ShardTrack.shard_id)
        .where(Shard.embedding_set_id == set_id, Shard.part == "track")
    )
    with collection.database.reading() as session:
        known = set(session.scalars(heard))
    return len(known.intersection(find(collection, query).ids))
