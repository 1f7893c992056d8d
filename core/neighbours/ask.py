"""The job `near`: what in a collection is nearest to tracks, an excerpt, a file or a text.

A question, so it goes before long work.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.embedding import SetInfo
from core.errors import RequestProblem
from core.library.groups import read_groups
from core.neighbours import outside
from core.neighbours.best import choose
from core.neighbours.cells import Cells
from core.neighbours.ground import (
    Ground,
    allowed_rows,
    name_tracks,
    not_encoded,
    open_set,
    read_ground,
    shown_paths,
    spans_of,
)
from core.neighbours.request import Hit, NearRequest, NearResult
from core.neighbours.search import Floats, Mask, Rows, unit
from core.progress import Context, Progress, ShouldStop, Step, ignore, never
from core.store.collection import Collection, open_collection

MORE = 4
"""So many times as many rows are looked at where too many of the nearest are of one track or artist."""
Span = tuple[float | None, float | None]
WHOLE: Span = (None, None)
FEW = 1000
MOST_TOLD = 10
"""Tracks that are named one by one when they were asked with together."""


@dataclass(frozen=True)
class _Question:
    collection: Collection
    info: SetInfo
    layer: int
    request: NearRequest
    ground: Ground
    device: str

    @property
    def tracks(self) -> list[int]:
        return [*self.request.like, *self.request.unlike]


def run(
    request: NearRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> NearResult:
    with open_collection(context.folder) as collection:
        return answer(collection, request, device=context.device, progress=progress, should_stop=should_stop)


def answer(
    collection: Collection,
    request: NearRequest,
    *,
    device: str = "cpu",
    may_index: bool = True,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
) -> NearResult:
    """Of a collection that is open already. `may_index`: whoever asks can wait while an index is built."""
    info, layer = open_set(collection, request.encoder, request.layer)
    progress(Step(0, 2, note="Reading vectors"))
    ground = read_ground(collection, info, layer, request.metric, excerpts=request.at_s is not None)
    progress(Step(1, 2, note="Searching"))
    if may_index:
        ground.prepare(should_stop)
    question = _Question(collection, info, layer, request, ground, device)
    asked, query, span = _query(question)
    allowed = allowed_rows(collection, ground, request.query, question.tracks, duplicates=request.duplicates)
    allowed &= ~np.isin(ground.track_ids, question.tracks)
    order, index = _search(question, query, allowed, should_stop)
    return NearResult(
        asked,
        info.encoder,
        info.id,
        info.layers[layer],
        request.metric,
        int(np.count_nonzero(np.bincount(ground.track_ids[allowed]))),
        request.corrected,
        "index" if index else "exact",
        index.recall if index else None,
        _hits(question, order, ground.space.nearness(query, order)),
        # Sounds are not as near to texts as to each other: what sounds reach says nothing of a text.
        None if request.text else ground.chance(max(len(request.like), 1), len(request.unlike)),
        *span,
    )


def _query(question: _Question) -> tuple[str, Floats, Span]:
    """What was asked with, in words, as a vector, and when it sounds if it is an excerpt."""
    request, ground, info = question.request, question.ground, question.info
    if request.text:
        return f"“{request.text}”", ground.scaling(outside.read(info, request.text, question.device)), WHOLE
    if request.file:
        heard = outside.hear(info, question.layer, Path(request.file), question.device)
        return Path(request.file).name, ground.scaling(heard), WHOLE
    names = name_tracks(question.collection, question.tracks)
    if request.at_s is not None:
        return _excerpt(question, names[request.like[0]], request.at_s)
    for id_, name in names.items():
        if ground.row_of(id_) is None:
            raise not_encoded(name, info)
    said = _listed(" + ", [names[id_] for id_ in request.like])
    if request.unlike:
        said += f" − {_listed(' − ', [names[id_] for id_ in request.unlike])}"
    return said, _sum(request, ground), WHOLE


def _listed(between: str, names: list[str]) -> str:
    """All of them, or the first few and how many more."""
    if len(names) <= MOST_TOLD:
        return between.join(names)
    return f"{between.join(names[:3])}{between}{len(names) - 3:,} more"


def _sum(request: NearRequest, ground: Ground) -> Floats:
    """The mean of what is wanted less the mean of what is not; for cosines each track counts the same."""

    def mean(ids: tuple[int, ...]) -> Floats:
        vectors = ground.space.vectors[np.flatnonzero(np.isin(ground.track_ids, ids))]
        found: Floats = (unit(vectors) if request.metric == "cosine" else vectors).mean(0)
        return found

    return mean(request.like) - mean(request.unlike) if request.unlike else mean(request.like)


def _excerpt(question: _Question, name: str, at_s: float) -> tuple[str, Floats, Span]:
    """The window whose middle is nearest to the second."""
    (track_id,), ground = question.request.like, question.ground
    spans = spans_of(question.collection, question.info, [track_id])[track_id]
    windows = ground.windows[ground.track_ids == track_id]
    if not len(windows):
        raise not_encoded(name, question.info)
    last = min(len(spans) - 1, int(windows.max()))
    if at_s > spans[last][1] + question.info.hop_s / 2:  # a shorter rest of a track is no window
        raise RequestProblem(f"{name} ends before {at_s:g} s.", "Name a second in it.")
    window = min(range(last + 1), key=lambda i: abs(sum(spans[i]) / 2 - at_s))
    row = ground.row_of(track_id, window)
    start_s, end_s = spans[window]
    return f"{name} from {start_s:.1f} to {end_s:.1f} s", ground.space.vectors[row], (start_s, end_s)


def _search(
    question: _Question, query: Floats, allowed: Mask, should_stop: ShouldStop
) -> tuple[Rows, Cells | None]:
    """The rows to be told, the nearest first, and the index if it has found them."""
    request, ground = question.request, question.ground
    if request.corrected:
        order = choose(ground.mutual.nearness(query), len(allowed), allowed=allowed)
        return _one_each(question, _groups(question, order), order), None
    wanted = request.k
    while True:
        # A text does not lie among the sounds that the index was tried with.
        exact = bool(request.text)
        order, index = ground.nearest(query, wanted, allowed, exact=exact, should_stop=should_stop)
        kept = _one_each(question, _groups(question, order), order)
        if len(kept) == request.k or len(order) < wanted:
            return kept, index
        wanted *= MORE


def _groups(question: _Question, order: Rows) -> dict[int, list[str]]:
    """The artists or albums of what was asked with and of these rows; of few, without reading all others."""
    group = question.request.distinct
    if not group:
        return {}
    tracks = np.unique(question.ground.track_ids[order]).tolist() if len(order) <= FEW else None
    return read_groups(question.collection, group, None if tracks is None else [*tracks, *question.tracks])


def _one_each(question: _Question, groups: dict[int, list[str]], order: Rows) -> Rows:
    """In this order the first row of each track, and of each artist or album if asked; `k` at most."""
    taken: set[object] = {name for id_ in question.tracks for name in groups.get(id_, ())}
    kept = list[int]()
    for row in order.tolist():
        track_id = int(question.ground.track_ids[row])
        names = {track_id, *groups.get(track_id, ())}
        if not names & taken:
            kept.append(row)
            taken |= names
            if len(kept) == question.request.k:
                break
    return np.array(kept, np.int64)


def _hits(question: _Question, order: Rows, similarity: Floats) -> list[Hit]:
    ids = question.ground.track_ids[order].tolist()
    path_of = shown_paths(question.collection, ids)
    excerpts = question.request.at_s is not None
    spans = spans_of(question.collection, question.info, ids) if excerpts else {}
    found = list[Hit]()
    for rank, (row, id_) in enumerate(zip(order, ids, strict=True), 1):
        span = WHOLE
        if id_ in spans:
            span = spans[id_][min(int(question.ground.windows[row]), len(spans[id_]) - 1)]
        found.append(Hit(rank, id_, path_of[id_], float(similarity[rank - 1]), *span))
    return found
