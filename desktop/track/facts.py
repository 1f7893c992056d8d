"""All that is known of one track, or what several have in common. Read in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import func, select

from core.library.captions import captions_of
from core.library.fields import list_fields
from core.library.labels import each, labels_of
from core.store.schema import FieldValue, Folder, Recipe, Run, Standing, Track

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from core.library.captions import CaptionInfo
    from core.library.fields import FieldInfo
    from core.library.labels import LabelInfo, Value
    from core.store import Collection

MOST_NAMED = 12
"""Of the values that several tracks have in a field, so many are named."""
FEW = 2000
"""So many tracks are looked up one by one; of more, whole fields are read."""


@dataclass(frozen=True)
class Other:
    """Another file of the same recording."""

    id: int
    shown_path: str


@dataclass(frozen=True)
class FileFacts:
    size_bytes: int
    container: str | None
    codec: str | None
    duration_s: float | None
    rate_hz: int | None
    channels: int | None
    bits: int | None
    peak_db: float | None
    loudness_db: float | None
    added_at: datetime
    sha256: str | None


@dataclass(frozen=True)
class TrackFacts:
    id: int
    path: Path
    shown_path: str
    state: str
    reason: str
    file: FileFacts
    duplicate_of: Other | None
    duplicates: tuple[Other, ...]
    fields: tuple[FieldInfo, ...]
    labels: tuple[LabelInfo, ...]
    captions: tuple[CaptionInfo, ...]
    runs: dict[int, str]
    """The names of the recipes of the runs that speak here."""

    def first(self, field: str) -> str:
        """The first value that counts for the whole track, as text."""
        said = (x for x in self.labels if x.field == field and x.counts and x.start_s is None)
        return next((str(x.value) for x in said if x.value is not None), "")

    @property
    def title(self) -> str:
        return self.first("title") or self.path.stem


@dataclass(frozen=True)
class Common:
    """What several tracks have in one field. `counts`: the most frequent values first, not all of them."""

    field: FieldInfo
    tracks: int
    """That have a value."""
    different: int
    counts: tuple[tuple[Value, int], ...]


@dataclass(frozen=True)
class SeveralFacts:
    ids: tuple[int, ...]
    duration_s: float
    states: dict[str, int]
    fields: tuple[FieldInfo, ...]
    common: tuple[Common, ...]


def read_track(track_id: int, collection: Collection) -> TrackFacts | None:
    """None: it is not there any more."""
    with collection.database.reading() as session:
        row = _row(session, track_id)
        if row is None:
            return None
        labels = labels_of(session, [track_id])[track_id]
        captions = captions_of(session, [track_id])[track_id]
        speakers = [*(label.run_id for label in labels), *(caption.run_id for caption in captions)]
        runs = {run_id for run_id in speakers if run_id is not None}
        same = row.duplicate_of_id
        return TrackFacts(
            id=row.id,
            path=Path(row.folder) / row.path,
            shown_path=row.shown_path,
            state=row.state,
            reason=row.reason,
            file=FileFacts(**{name: getattr(row, name) for name in FileFacts.__dataclass_fields__}),
            duplicate_of=None if same is None else _others(session, Track.id == same)[0],
            duplicates=tuple(_others(session, Track.duplicate_of_id == track_id)),
            fields=tuple(list_fields(session)),
            labels=tuple(labels),
            captions=tuple(captions),
            runs=_recipes(session, runs),
        )


def _row(session: Session, track_id: int) -> Any:  # noqa: ANN401 - a row
    columns = (
        *(Track.id, Folder.path.label("folder"), Track.path, Track.shown_path, Track.state, Track.reason),
        *(Track.size_bytes, Track.container, Track.codec, Track.duration_s, Track.rate_hz, Track.channels),
        *(Track.bits, Track.peak_db, Track.loudness_db, Track.added_at, Track.sha256, Track.duplicate_of_id),
    )
    chosen = select(*columns).join(Folder, Folder.id == Track.folder_id).where(Track.id == track_id)
    return session.execute(chosen).one_or_none()


def _others(session: Session, which: Any) -> list[Other]:  # noqa: ANN401 - a condition
    chosen = select(Track.id, Track.shown_path).where(which).order_by(Track.shown_path)
    return [Other(*row) for row in session.execute(chosen)]


def _recipes(session: Session, run_ids: set[int]) -> dict[int, str]:
    chosen = select(Run.id, Recipe.name).join(Recipe, Recipe.id == Run.recipe_id)
    return dict(session.execute(chosen.where(Run.id.in_(each(run_ids)))).all())


def read_several(track_ids: Sequence[int], collection: Collection) -> SeveralFacts:
    these = each(track_ids)
    with collection.database.reading() as session:
        fields = list_fields(session)
        about = select(Track.state, func.count(), func.sum(Track.duration_s)).where(Track.id.in_(these))
        states = session.execute(about.group_by(Track.state)).all()
        if len(track_ids) <= FEW:
            common = _of_few(session, fields, track_ids)
        else:
            common = [_of_many(session, field, track_ids) for field in fields]
    return SeveralFacts(
        tuple(track_ids),
        sum(seconds or 0.0 for _, _, seconds in states),
        {state: n for state, n, _ in states},
        tuple(fields),
        tuple(one for one in common if one.tracks),
    )


def _of_few(session: Session, fields: Sequence[FieldInfo], track_ids: Sequence[int]) -> list[Common]:
    columns = (Standing.field_id, Standing.value_id, Standing.number)
    here = (Standing.track_id.in_(each(track_ids)), Standing.excerpt_id == 0)
    grouped = select(*columns, func.count().label("n")).where(*here).group_by(*columns)
    grouped = grouped.order_by(Standing.field_id, func.count().desc(), Standing.label_id)
    having = select(Standing.field_id, func.count(Standing.track_id.distinct())).where(*here)
    tracks = dict(session.execute(having.group_by(Standing.field_id)).all())
    rows = session.execute(grouped).all()
    found = []
    for field in fields:
        mine = [((row.number, row.value_id), row.n) for row in rows if row.field_id == field.id]
        found.append(_common(session, field, tracks.get(field.id, 0), len(mine), mine[:MOST_NAMED]))
    return found


def _of_many(session: Session, field: FieldInfo, track_ids: Sequence[int]) -> Common:
    """The whole field is read, each value with its tracks as one string: row by row it would take long."""
    columns = (Standing.number, Standing.key, Standing.value_id)
    tracks = func.group_concat(Standing.track_id).label("tracks")
    chosen = select(Standing.number, Standing.value_id, func.count().label("n"), tracks)
    chosen = chosen.where(Standing.field_id == field.id, Standing.excerpt_id == 0).group_by(*columns)
    rows = session.execute(chosen).all()
    ids = np.fromstring(",".join(row.tracks for row in rows), dtype=np.int64, sep=",")
    if not len(ids):
        return Common(field, 0, 0, ())
    size = int(np.max([ids.max(), np.max(track_ids)])) + 1
    wanted = np.zeros(size, dtype=bool)
    wanted[list(track_ids)] = True
    kept = wanted[ids]
    starts = np.concatenate([[0], np.cumsum([row.n for row in rows])[:-1]]).astype(np.int64)
    counts = np.add.reduceat(kept.astype(np.int64), starts)
    seen = np.zeros_like(wanted)
    seen[ids[kept]] = True
    first = np.argsort(-counts, kind="stable")[:MOST_NAMED]
    named = [((rows[i].number, rows[i].value_id), int(counts[i])) for i in first if counts[i]]
    return _common(session, field, int(seen.sum()), int(np.count_nonzero(counts)), named)


def _common(
    session: Session,
    field: FieldInfo,
    tracks: int,
    different: int,
    named: Sequence[tuple[tuple[float, int], int]],
) -> Common:
    if field.kind == "number":
        return Common(field, tracks, different, tuple((number, n) for (number, _), n in named))
    ids = each([value_id for (_, value_id), _ in named])
    texts = dict(session.execute(select(FieldValue.id, FieldValue.text).where(FieldValue.id.in_(ids))).all())
    return Common(field, tracks, different, tuple((texts[value_id], n) for (_, value_id), n in named))
