"""The job `separation`: how far the values of a field lie apart, in the full space and on a map of it.

A field may have several values a track; the first one counts.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.embedding.chosen import choose_vectors
from core.errors import RequestProblem
from core.evaluation import Score
from core.library.fields import find_field
from core.library.groups import GROUPS, read_groups, read_values
from core.maps.kept import read_map
from core.maps.placing import layer_named
from core.maps.request import Apartness, Figure, SeparationRequest, SeparationResult
from core.maps.separation import Purity, Share, Silhouette, purity, silhouette
from core.neighbours import Metric, Space
from core.progress import Context, Progress, ShouldStop, Step, ignore, never
from core.store.collection import Collection, open_collection

Rows = NDArray[np.int64]
SEED = 0


def run(
    request: SeparationRequest,
    context: Context,
    *,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> SeparationResult:
    with open_collection(context.folder) as collection:
        progress(Step(0, 3, note="Reading vectors"))
        kept = read_map(collection, request.map)
        set_id, layer = str(kept.info.embedding_set), layer_named(collection, kept)
        chosen = choose_vectors(collection, set_id, layer, only=kept.track_ids)
        shown = np.searchsorted(kept.track_ids, chosen.track_ids)
        metric = Metric(kept.info.settings.get("metric", Metric.EUCLIDEAN))
        spaces = [Space(chosen.values, metric), Space(kept.points[shown], Metric.EUCLIDEAN)]
        ids = chosen.track_ids.tolist()
        names, labels = _labels(collection, request.field, ids)
        within = _labels(collection, request.within, ids)[1] if request.within else None
        apart = _groups(collection, request.apart, ids) if request.apart else None
        groups = _groups(collection, "artist", ids) if request.field != "artist" else None
        k = max(min(request.k, len(ids) - 1), 1)
        k = k if within is None else min(k, _few(within))
        found = list[tuple[Purity, Silhouette | None]]()
        for done, space in enumerate(spaces, 1):
            progress(Step(done, 3, note="Comparing neighbours"))
            share = purity(
                space,
                labels,
                k,
                apart=apart,
                within=within,
                groups=groups,
                seed=SEED,
                should_stop=should_stop,
            )
            shape = silhouette(space, labels, groups=groups, seed=SEED, should_stop=should_stop)
            found.append((share, None if request.within else shape))
        return _result(request, names, labels, found)


def _labels(collection: Collection, field: str, ids: list[int]) -> tuple[list[str], Rows]:
    with collection.database.reading() as session:
        known = find_field(session, field)
    if known.kind != "category":
        raise RequestProblem(f"{known.name} holds no categories.", "Only categories can lie apart.")
    return _numbered(read_values(collection, known.name), ids)


def _groups(collection: Collection, group: str, ids: list[int]) -> Rows:
    if group not in GROUPS:
        raise RequestProblem(f"Tracks have no {group} in common.", f"Choose one of: {', '.join(GROUPS)}.")
    return _numbered(read_groups(collection, group), ids)[1]


def _numbered(values: dict[int, list[str]], ids: list[int]) -> tuple[list[str], Rows]:
    """The names in order, and the number of each track's first one; -1 where it has none."""
    first = [values[id_][0] if values.get(id_) else None for id_ in ids]
    names = sorted({name for name in first if name is not None})
    number_of = {name: number for number, name in enumerate(names)}
    return names, np.array([-1 if name is None else number_of[name] for name in first], np.int64)


def _few(within: Rows) -> int:
    """Where all of a genre are asked for, all are found: a third of it at most."""
    sizes = np.bincount(within[within >= 0])
    return max(int(np.median(sizes[sizes > 0])) // 3, 1) if sizes.any() else 1


def _result(
    request: SeparationRequest,
    names: list[str],
    labels: Rows,
    found: list[tuple[Purity, Silhouette | None]],
) -> SeparationResult:
    (full, shape), (flat, flat_shape) = found
    overall = Apartness(
        "",
        int((labels >= 0).sum()),
        _share(full.overall),
        _share(flat.overall),
        _score(shape.overall if shape else None),
        _score(flat_shape.overall if flat_shape else None),
    )
    classes = tuple(
        Apartness(
            name,
            int((labels == number).sum()),
            _share(full.classes.get(number)),
            _share(flat.classes.get(number)),
            _score(shape.classes.get(number) if shape else None),
            _score(flat_shape.classes.get(number) if flat_shape else None),
        )
        for number, name in enumerate(names)
    )
    each = () if request.within else classes
    return SeparationResult(request.map, request.field, request.within, request.apart, full.k, overall, each)


def _share(share: Share | None) -> Figure | None:
    if share is None:
        return None
    score = share.score
    return Figure(score.value, score.low, score.high, score.n, share.by_chance, share.at_best)


def _score(score: Score | None) -> Figure | None:
    return None if score is None else Figure(score.value, score.low, score.high, score.n)
