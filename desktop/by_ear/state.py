"""What the page knows of the field that is labelled, read in the background."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.store import Collection

Said = tuple[str, ...] | None
"""What a person has said of a track: values, that there is none (empty), or nothing (None)."""
Span = tuple[float, float]


@dataclass(frozen=True)
class FieldState:
    name: str = ""
    many: bool = False
    """A track may have several values."""
    is_new: bool = True
    fields: tuple[str, ...] = ()
    """All fields of categories."""
    counts: dict[str, int] = dataclasses.field(default_factory=dict)
    """Tracks of each value, the most frequent first; what runs have said does not count."""
    labelled: frozenset[int] = frozenset()
    said: dict[int, Said] = dataclasses.field(default_factory=dict)
    sets: tuple[SetInfo, ...] = ()
    """The newest first; those without a track are left out."""


def read_state(name: str, tracks: Sequence[int], collection: Collection) -> FieldState:
    """`tracks`: those of which it is asked what a person has said."""
    from core.embedding import list_sets
    from core.library.fields import list_fields
    from core.library.groups import read_values

    with collection.database.reading() as session:
        known = {info.name: info for info in list_fields(session) if info.kind == "category"}
    sets = tuple(info for info in list_sets(collection) if info.tracks)
    if name not in known:
        return FieldState(name, fields=tuple(known), sets=sets)
    values = read_values(collection, name, runs=False)
    counts: dict[str, int] = {}
    for found in values.values():
        for value in found:
            counts[value] = counts.get(value, 0) + 1
    ordered = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    said = read_said(name, tracks, collection)
    return FieldState(
        name, known[name].many, False, tuple(known), ordered, frozenset(values), said, sets
    )  # fmt: skip


def read_said(name: str, tracks: Sequence[int], collection: Collection) -> dict[int, Said]:
    from sqlalchemy import select

    from core.library.labels import each
    from core.store.schema import Field, FieldValue, Label

    chosen = (
        select(Label.track_id, FieldValue.text)
        .join(Field, Field.id == Label.field_id)
        .outerjoin(FieldValue, FieldValue.id == Label.value_id)
        .where(Field.name == name, Label.source == "person", Label.excerpt_id.is_(None))
        .where(Label.track_id.in_(each(set(tracks))))
        .order_by(Label.id)
    )
    found: dict[int, Said] = dict.fromkeys(tracks)
    with collection.database.reading() as session:
        for track_id, text in session.execute(chosen):
            found[track_id] = (*(found[track_id] or ()), *([text] if text else []))
    return found


def read_typical(set_id: int, layer: int, track_id: int, collection: Collection) -> Span | None:
    """The excerpt of a track that is nearest to its mean: where it is most like what the probe hears."""
    import numpy as np

    from core.embedding import find_set
    from core.neighbours.ground import spans_of, windows_of

    info = find_set(collection, str(set_id))
    windows = windows_of(collection, info, layer, [track_id]).get(track_id)
    spans = spans_of(collection, info, [track_id]).get(track_id, [])
    if windows is None or not len(windows) or not spans:
        return None
    away = np.linalg.norm(windows - windows.mean(0), axis=1)
    return spans[min(int(away.argmin()), len(spans) - 1)]


def around(span: Span | None, length_s: float, duration_s: float | None) -> tuple[float, float | None]:
    """So many seconds around the middle of a span, or of the track; all of a track that is shorter."""
    if duration_s is None or duration_s <= length_s or length_s <= 0:
        return 0.0, None
    middle = sum(span) / 2 if span is not None else duration_s / 2
    start = min(max(middle - length_s / 2, 0.0), duration_s - length_s)
    return round(start, 3), round(start + length_s, 3)
