"""What belongs together: tracks of one artist, one album, one recording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from core.library.labels import each
from core.store.collection import Collection
from core.store.schema import Field, FieldValue, Label, Standing, Track

GROUPS = ("artist", "album", "recording")

Groups = Mapping[int, Sequence[str]]
"""The names of the groups that each track belongs to."""


def read_values(
    collection: Collection, field: str, *, runs: bool = True, tracks: Sequence[int] | None = None
) -> dict[int, list[str]]:
    """What counts as the values of a field of categories, by track, in order of their writing.

    Without `runs`, what only a run has said is left out: a model must not be taught by models.
    `tracks`: only of these.
    """
    chosen = (
        select(Standing.track_id, FieldValue.text)
        .join(FieldValue, FieldValue.id == Standing.value_id)
        .join(Field, Field.id == Standing.field_id)
        .where(Field.name == field, Standing.excerpt_id == 0)
        .order_by(Standing.track_id, Standing.label_id)
    )
    if not runs:
        chosen = chosen.join(Label, Label.id == Standing.label_id).where(Label.source != "run")
    if tracks is not None:
        chosen = chosen.where(Standing.track_id.in_(each(tracks)))
    values: dict[int, list[str]] = defaultdict(list)
    with collection.database.reading() as session:
        for track_id, text in session.execute(chosen):
            values[track_id].append(text)
    return dict(values)


def read_without(collection: Collection, field: str) -> set[int]:
    """Tracks of which a person says that they have no value of the field."""
    chosen = (
        select(Label.track_id)
        .join(Field, Field.id == Label.field_id)
        .where(Field.name == field, Label.excerpt_id.is_(None))
        .where(Label.value_id.is_(None), Label.number.is_(None))
    )
    with collection.database.reading() as session:
        return set(session.scalars(chosen))


def read_groups(
    collection: Collection, group: str, tracks: Sequence[int] | None = None
) -> dict[int, list[str]]:
    """`tracks`: of these and perhaps others."""
    if group == "recording":
        return _recordings(collection)
    values = read_values(collection, group, tracks=tracks)
    if group == "album":
        # Two artists may have an album of the same name.
        artists = read_values(collection, "albumartist") or read_values(collection, "artist")
        return {
            track_id: [f"{artists.get(track_id, [''])[0]}: {album}".removeprefix(": ") for album in albums]
            for track_id, albums in values.items()
        }
    return values


def _recordings(collection: Collection) -> dict[int, list[str]]:
    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, Track.shown_path, Track.duplicate_of_id)).all()
    names = {id_: path for id_, path, _ in rows}
    return {id_: [names[first if first in names else id_]] for id_, _, first in rows}


def tie(tracks: Sequence[int], groupings: Iterable[Groups]) -> list[list[int]]:
    """The smallest sets of tracks such that no group is torn apart."""
    above = {track_id: track_id for track_id in tracks}

    def find(track_id: int) -> int:
        while above[track_id] != track_id:
            above[track_id] = above[above[track_id]]
            track_id = above[track_id]
        return track_id

    for groups in groupings:
        first: dict[str, int] = {}
        for track_id in tracks:
            for name in groups.get(track_id, ()):
                above[find(track_id)] = find(first.setdefault(name, track_id))
    units: dict[int, list[int]] = defaultdict(list)
    for track_id in tracks:
        units[find(track_id)].append(track_id)
    return list(units.values())
