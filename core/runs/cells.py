"""The tracks behind each cell of a confusion matrix: of a finished run, or of an epoch of one that learns."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from core.library.groups import read_values
from core.library.labels import each
from core.runs.book import find_run
from core.runs.heard import heard_spans
from core.runs.predictions import PredictionRow
from core.runs.told import read_told
from core.store.collection import Collection
from core.store.schema import Epoch, Prediction, Recipe, Track

FEWEST = 3
OFTEN, OFTENER = 0.5, 1.3
"""An artist stands out with at least this part of a cell, and so much more of it than of its whole row."""


@dataclass(frozen=True)
class RunMatrix:
    """`counts[true][said]`, in tracks."""

    names: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    field: str


@dataclass(frozen=True)
class Member:
    """A track of a cell."""

    track_id: int
    of_said: float
    """How sure the run was of what it said, and what it gave to what is true."""
    of_true: float
    start_s: float | None
    end_s: float | None
    """Of the excerpt that it heard in the middle, where it has heard excerpts alone."""


@dataclass(frozen=True)
class Standing:
    """One artist has most of the tracks of a cell, and fewer of those that are truly so."""

    artist: str
    here: int
    of_row: int
    row: int


@dataclass(frozen=True)
class CellTracks:
    """The surest first."""

    true: str
    said: str
    members: tuple[Member, ...]
    standing: Standing | None


def read_matrix(collection: Collection, run_id: int, part: str, epoch: int | None = None) -> RunMatrix | None:
    """None where the run has said nothing of classes there."""
    names, field = _names(collection, run_id)
    if epoch is not None:
        with collection.database.reading() as session:
            counts = session.scalar(
                select(Epoch.confusion).where(Epoch.run_id == run_id, Epoch.epoch == epoch)
            )
        if not counts or len(counts) != len(names):
            return None
        return RunMatrix(tuple(names), tuple(map(tuple, counts)), field)
    counted = (
        select(Prediction.truth, Prediction.said, func.count())
        .where(Prediction.run_id == run_id, Prediction.part == part)
        .where(Prediction.truth.is_not(None), Prediction.said.is_not(None))
        .group_by(Prediction.truth, Prediction.said)
    )
    with collection.database.reading() as session:
        found = {(str(true), str(said)): count for true, said, count in session.execute(counted)}
    if not found:
        return None
    known = [*names, *sorted({name for pair in found for name in pair} - set(names))]
    whole = tuple(tuple(found.get((a, b), 0) for b in known) for a in known)
    return RunMatrix(tuple(known), whole, field)


def _names(collection: Collection, run_id: int) -> tuple[list[str], str]:
    """In the order of its matrices, and the field whose values they are."""
    with collection.database.reading() as session:
        run = find_run(session, run_id)
        text = session.scalar(select(Recipe.text).where(Recipe.id == run.recipe_id)) or ""
        names = run.environment.get("labels")
        if not names:
            first = select(Prediction.probabilities).where(Prediction.run_id == run_id).limit(1)
            names = list(session.scalar(first) or {})
    return list(names), str(tomllib.loads(text).get("data", {}).get("field", ""))


def read_cell(
    collection: Collection, run_id: int, part: str, true: str, said: str, epoch: int | None = None
) -> CellTracks | None:
    """None where what was said in that epoch is not known, or not yet."""
    if epoch is not None:
        told = read_told(collection, run_id, epoch)
        if told is None:
            return None
        row = [one for one in told if one.truth == true]
    else:
        row = _row(collection, run_id, part, true)
    cell = [one for one in row if one.said == said]
    spans = _spans(collection, run_id, [one.track_id for one in cell])
    members = [
        Member(
            one.track_id,
            one.probabilities.get(said, 0.0),
            one.probabilities.get(true, 0.0),
            *spans.get(one.track_id, (None, None)),
        )
        for one in cell
    ]
    members.sort(key=lambda member: (-member.of_said, member.track_id))
    standing = _standing(collection, [one.track_id for one in cell], [one.track_id for one in row])
    return CellTracks(true, said, tuple(members), standing)


def _row(collection: Collection, run_id: int, part: str, true: str) -> list[PredictionRow]:
    columns = (Prediction.track_id, Prediction.said, Prediction.probabilities)
    chosen = select(*columns).where(
        Prediction.run_id == run_id, Prediction.part == part, Prediction.truth == true
    )
    with collection.database.reading() as session:
        find_run(session, run_id)
        found = session.execute(chosen.order_by(Prediction.track_id)).all()
    return [PredictionRow(id_, part, true, said, probabilities=odds) for id_, said, odds in found]


def _spans(
    collection: Collection, run_id: int, track_ids: Sequence[int]
) -> dict[int, tuple[float | None, float | None]]:
    """Of several excerpts the one in the middle stands for all."""
    lengths = select(Track.id, Track.duration_s).where(Track.id.in_(each(track_ids)))
    with collection.database.reading() as session:
        run = find_run(session, run_id)
        text = session.scalar(select(Recipe.text).where(Recipe.id == run.recipe_id)) or ""
        card: dict[str, Any] = run.environment.get("encoder") or {}
        known = session.execute(lengths).all()
    found: dict[int, tuple[float | None, float | None]] = {}
    for track_id, duration_s in known:
        spans = heard_spans(text, card, duration_s or 0.0)
        if spans:
            found[track_id] = spans[len(spans) // 2]
    return found


def _standing(collection: Collection, cell: Sequence[int], row: Sequence[int]) -> Standing | None:
    if len(cell) < FEWEST or len(cell) == len(row):
        return None
    artists = {id_: names[0] for id_, names in read_values(collection, "artist", tracks=row).items()}
    here, there = _count(artists, cell), _count(artists, row)
    if not here:
        return None
    artist = min(here, key=lambda name: (-here[name], name))
    share, usual = here[artist] / len(cell), there[artist] / len(row)
    if here[artist] < FEWEST or share < OFTEN or share < OFTENER * usual:
        return None
    return Standing(artist, here[artist], there[artist], len(row))


def _count(artists: dict[int, str], track_ids: Sequence[int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for track_id in track_ids:
        if (name := artists.get(track_id)) is not None:
            found[name] = found.get(name, 0) + 1
    return found
