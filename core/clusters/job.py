"""The job `clusters`: an embedding set in groups, each with a suggested name and tracks to listen to.

The same request has the same answer to the last bit, so an interrupted one
begins anew. Every step listens for a stop but those of scikit-learn that take
longer with very many tracks, such as cutting the tree of HDBSCAN: a cancelled
job that does not end in time is ended with its worker.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.clusters import density, kmeans
from core.clusters.describe import Portrait, distances, portray, silhouette, to_middle
from core.clusters.request import Cluster, ClusterRequest, ClusterResult, Example, Reason
from core.clusters.suggest import Values, suggest
from core.embedding import SetInfo
from core.embedding.chosen import Chosen, choose_vectors
from core.embedding.components import components
from core.errors import Interrupted, RequestProblem
from core.library.fields import find_field, list_fields
from core.library.groups import read_values
from core.neighbours.ground import shown_paths
from core.neighbours.search import Floats, Metric, Rows, Space
from core.progress import Context, Progress, ShouldStop, Step, ignore, never, shares
from core.store.collection import Collection, open_collection

FEWEST = 3
COMPONENTS = 50
MANY = 5_000
"""With so many tracks k-means, too, looks among the principal components only."""
JUDGED = 2000
"""Of more tracks so many are drawn for the silhouette."""
DIGITS = 5
NOTHING = 1e-6
"""A mean distance that comes from rounding."""


@dataclass(frozen=True)
class _Found:
    """The cluster of each row, counted from 1 in order of size; 0 for none."""

    cluster_of: Rows
    number: int
    smallest: int | None = None
    stability: float | None = None
    tried: tuple[tuple[int, float], ...] = ()
    reduced_to: int | None = None
    kept: float = 1.0


def run(
    request: ClusterRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> ClusterResult:
    reading, looking, describing = shares(progress, 1, 8, 2)
    with open_collection(context.folder) as collection:
        fields = _fields(collection, request)
        reading(Step(0, 1, note="Reading vectors"))
        chosen = choose_vectors(collection, request.encoder, request.layer, request.query)
        _check(request, chosen)
        info, track_ids = chosen.info, chosen.track_ids
        space = Space(chosen.values, Metric(request.metric))
        sample = _sample(len(track_ids), request.seed)
        between = distances(space, sample, sample)
        found = _look(request, space, sample, between, looking, should_stop)
        describing(Step(0, 3, note="Listening for what is typical"))
        rows = [np.flatnonzero(found.cluster_of == number) for number in range(1, found.number + 1)]
        portraits = [portray(space, members, should_stop) for members in rows]
        describing(Step(1, 3, note="Reading labels"))
        values = {field: _read(collection, field, should_stop) for field in fields}
        ids = track_ids.tolist()
        reasons = suggest(values, ids, found.cluster_of, found.number, should_stop)
        describing(Step(2, 3, note="Judging"))
        clusters = _clusters(collection, track_ids, space, portraits, reasons)
        inside = np.flatnonzero(found.cluster_of[sample])
        apart = silhouette(between[np.ix_(inside, inside)], found.cluster_of[sample[inside]])
        agreement = _agreement(values[fields[0]], ids, found.cluster_of) if request.field else None
        return replace(
            _result(request, info, info.layers[chosen.layer], track_ids, found, portraits),
            clusters=clusters,
            silhouette=apart,
            judged=len(inside),
            agreement=agreement,
        )


def _fields(collection: Collection, request: ClusterRequest) -> list[str]:
    """The fields that may give names."""
    with collection.database.reading() as session:
        if not request.field:
            return [field.name for field in list_fields(session) if field.kind == "category"]
        field = find_field(session, request.field)
    if field.kind != "category":
        raise RequestProblem(f"{field.name} holds no categories.", "Clusters are named after categories.")
    return [field.name]


def _check(request: ClusterRequest, chosen: Chosen) -> None:
    n = len(chosen.track_ids)
    if n < FEWEST:
        raise RequestProblem(
            f"Clusters need at least {FEWEST} tracks; there {'is' if n == 1 else 'are'} {n} that"
            f" {chosen.info.encoder} has heard.",
            "Choose or encode more.",
        )
    for wanted in (request.clusters or 0, request.smallest or 0):
        if wanted > n and request.method == "kmeans":
            raise RequestProblem(f"{n:,} tracks cannot be in {wanted:,} clusters.", "Ask for fewer.")
        if wanted > n:
            raise RequestProblem(f"No cluster of {n:,} tracks has {wanted:,}.", "Let it be smaller.")


def _sample(n: int, seed: int) -> Rows:
    if n <= JUDGED:
        return np.arange(n)
    return np.sort(np.random.default_rng(seed).choice(n, JUDGED, replace=False))


def _look(
    request: ClusterRequest,
    space: Space,
    sample: Rows,
    between: Floats,
    progress: Progress,
    should_stop: ShouldStop,
) -> _Found:
    n = len(space)
    values, reduced, kept = space.vectors, None, 1.0
    if (values == values[0]).all():
        return _Found(np.ones(n, np.int64), 1)
    if values.shape[1] > COMPONENTS and (request.method == "hdbscan" or n > MANY):
        progress(Step(0, 1, note="Looking for principal components"))
        main = components(values, COMPONENTS, should_stop)
        values, reduced, kept = main(values), main.axes.shape[1], sum(main.explained)
    if request.method == "hdbscan":
        smallest = request.smallest or density.usual_smallest(n)
        labels = density.condense(values, smallest, progress=progress, should_stop=should_stop)
        return replace(_ordered(labels), smallest=smallest, reduced_to=reduced, kept=kept)
    parts = kmeans.split(
        values,
        request.clusters,
        request.seed,
        lambda labels: silhouette(between, labels),
        sample,
        progress=progress,
        should_stop=should_stop,
    )
    return replace(
        _ordered(parts.labels),
        stability=parts.stability,
        tried=tuple(parts.tried),
        reduced_to=reduced,
        kept=kept,
    )


def _ordered(labels: Rows) -> _Found:
    """Numbered anew: the largest cluster is 1, and of two as large the one that comes first."""
    names, first, sizes = np.unique(labels[labels >= 0], return_index=True, return_counts=True)
    number_of = np.zeros(labels.max(initial=0) + 1, np.int64)
    number_of[names[np.lexsort((first, -sizes))]] = np.arange(1, len(names) + 1)
    return _Found(np.where(labels >= 0, number_of[labels], 0), len(names))


def _read(collection: Collection, field: str, should_stop: ShouldStop) -> Values:
    if should_stop():
        raise Interrupted
    return read_values(collection, field)


def _clusters(
    collection: Collection,
    track_ids: Rows,
    space: Space,
    portraits: list[Portrait],
    reasons: list[list[Reason]],
) -> list[Cluster]:
    whole = float(to_middle(space, np.arange(len(space))).mean())
    shown = [np.concatenate([[one.medoid], one.typical, one.edge]) for one in portraits]
    path_of = shown_paths(collection, [int(track_ids[row]) for rows in shown for row in rows])

    def examples(one: Portrait, rows: Rows) -> list[Example]:
        far = [float(one.distances[one.rows == row][0]) for row in rows]
        ids = [int(track_ids[row]) for row in rows]
        return [Example(id_, path_of.get(id_, ""), _round(d)) for id_, d in zip(ids, far, strict=True)]

    return [
        Cluster(
            number,
            len(one.rows),
            why[0].value if why else "",
            why,
            examples(one, np.array([one.medoid]))[0],
            examples(one, one.typical),
            examples(one, one.edge),
            _round(1 - one.spread / whole) if whole > NOTHING else 1.0,
        )
        for number, (one, why) in enumerate(zip(portraits, reasons, strict=True), 1)
    ]


def _agreement(values: Values, track_ids: list[int], cluster_of: Rows) -> float | None:
    """Over the tracks with a value, of which the first counts. Being in no cluster counts as one."""
    from sklearn.metrics import adjusted_mutual_info_score

    pairs = [
        (values[id_][0], n) for id_, n in zip(track_ids, cluster_of.tolist(), strict=True) if id_ in values
    ]
    if len(pairs) < FEWEST:
        return None
    names, numbers = zip(*pairs, strict=True)
    return float(adjusted_mutual_info_score(names, numbers))


def _result(
    request: ClusterRequest,
    info: SetInfo,
    layer: str,
    track_ids: Rows,
    found: _Found,
    portraits: list[Portrait],
) -> ClusterResult:
    """What does not need the collection any more."""
    far = np.full(len(track_ids), np.nan)
    for one in portraits:
        far[one.rows] = one.distances
    return ClusterResult(
        info.encoder,
        info.id,
        layer,
        request.method,
        request.metric,
        request.seed,
        [],
        track_ids.tolist(),
        found.cluster_of.tolist(),
        [None if np.isnan(distance) else _round(distance) for distance in far.tolist()],
        int((found.cluster_of == 0).sum()),
        found.smallest,
        tried=list(found.tried),
        stability=found.stability,
        field=request.field.lower(),
        reduced_to=found.reduced_to,
        kept=found.kept,
    )


def _round(distance: float) -> float:
    return round(distance, DIGITS)
