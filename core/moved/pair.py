"""Which two encoders are compared, and what each has heard already. Imports no torch.

Of one run: the encoder that it has taught, and what that began as. Of two runs:
the encoders that either hears with.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.embedding import SetInfo, list_sets
from core.encoders import cards
from core.errors import RequestProblem
from core.library.query import find
from core.library.states import State
from core.runs.book import find_run, state_of
from core.runs.encoder import encoder_name
from core.store.collection import Collection
from core.store.schema import JobRow, Recipe, Run, Shard, ShardTrack, Track

FINISHED = ("done", "stopped")
SAME_S = 1e-6


@dataclass(frozen=True)
class Side:
    """An encoder as it was at one moment."""

    run: int
    """0: before any run that is looked at."""
    encoder: str
    title: str
    """The card's."""
    is_taught: bool
    """It is what this run has made of an encoder."""
    window_s: float
    """Of an excerpt; 0: as the card says."""
    query: str
    set_id: int | None = None
    """None: it has heard nothing yet."""
    missing: int = 0
    """Tracks that it still has to hear."""


@dataclass(frozen=True)
class Pair:
    before: Side
    after: Side
    tracks: int
    """That both are to hear."""
    query: str
    track_s: float | None = None
    """What hearing a track took one of them, or a network like it; None: nobody knows."""

    @property
    def missing(self) -> int:
        return self.before.missing + self.after.missing


def pair_of(collection: Collection, run: int, beside: int = 0) -> Pair:
    """Raises RequestProblem where there is nothing to compare, and says why."""
    after, begun = _side(collection, run)
    if beside:
        before, _ = _side(collection, beside)
    elif after.is_taught:
        before = begun
    else:
        raise RequestProblem(
            f"Run {run} left its encoder, {after.title}, as it was: no track has moved.",
            "Compare it with a run that has taught its encoder.",
        )
    if before.encoder == after.encoder and abs(before.window_s - after.window_s) < SAME_S:
        raise RequestProblem(
            f"Runs {beside} and {run} hear with the same encoder, {after.title}: no track has moved.",
            "Compare runs of which one has taught its encoder.",
        )
    query = after.query if after.query == before.query or not before.run else ""
    heard = _hearable(collection, query)
    sets = list_sets(collection)
    sides = [_with_set(collection, side, sets, heard) for side in (before, after)]
    return Pair(sides[0], sides[1], len(heard), query, _pace(collection, [side.encoder for side in sides]))


def set_of(side: Side, sets: Sequence[SetInfo]) -> SetInfo | None:
    """The newest that was heard so."""
    return next((info for info in sets if info.encoder == side.encoder and _fits(side, info)), None)


def _fits(side: Side, info: SetInfo) -> bool:
    wanted = side.window_s or info.card.window_s
    return info.tracks > 0 and abs(info.window_s - wanted) < SAME_S


def _side(collection: Collection, run: int) -> tuple[Side, Side]:
    """What the run hears with, and what that was before it."""
    with collection.database.reading() as session:
        row = find_run(session, run)
        job = session.get(JobRow, row.job_id) if row.job_id else None
        state, recipe = state_of(row, job), _recipe(session, row)
        known = dict(row.environment.get("encoder", {}))
    encoder, data = recipe.get("encoder", {}), recipe.get("data", {})
    name = str(encoder.get("name", known.get("name", "")))
    title = str(known.get("title", name))
    window_s, query = float(encoder.get("window_s", 0.0)), str(data.get("query", "")).strip()
    begun = Side(0, name, title, is_taught=False, window_s=window_s, query=query)
    if encoder.get("tune", "frozen") == "frozen":
        return replace(begun, run=run), begun
    if state not in FINISHED:
        raise RequestProblem(
            f"Run {run} has not come to its end: its encoder is there as soon as it has.",
            "Wait for it, or stop and keep it.",
        )
    called = f"{title.removesuffix(', untrained')}, run {run}"
    taught = Side(run, encoder_name(collection, run), called, True, window_s, query)
    return taught, begun


def _recipe(session: Session, row: Run) -> dict[str, Any]:
    text = session.get_one(Recipe, row.recipe_id).text
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RequestProblem(f"The recipe of run {row.id} cannot be read.", "Train it again.") from error


def _hearable(collection: Collection, query: str) -> set[int]:
    with collection.database.reading() as session:
        found = set(session.scalars(select(Track.id).where(Track.state.in_((State.OK, State.DUPLICATE)))))
    return found & set(find(collection, query).ids) if query else found


def _with_set(collection: Collection, side: Side, sets: Sequence[SetInfo], wanted: set[int]) -> Side:
    info = set_of(side, sets)
    if info is None:
        if all(card.name != side.encoder for card in cards()):
            raise RequestProblem(
                f"The encoder {side.title} is not among this computer's encoders and has heard nothing.",
                "Add it, or train the run again.",
            )
        return replace(side, missing=len(wanted))
    heard = (
        select(ShardTrack.track_id)
        .join(Shard, Shard.id == ShardTrack.shard_id)
        .where(Shard.embedding_set_id == info.id, Shard.part == "track")
    )
    with collection.database.reading() as session:
        known = set(session.scalars(heard))
    return replace(side, set_id=info.id, missing=len(wanted - known))


def _pace(collection: Collection, encoders: Sequence[str]) -> float | None:
    """Of the newest job that let one of them hear."""
    chosen = (
        select(JobRow.kind, JobRow.result)
        .where(JobRow.kind.in_(("encode", "moved")), JobRow.result.is_not(None))
        .order_by(JobRow.id.desc())
        .limit(200)
    )
    with collection.database.reading() as session:
        rows = session.execute(chosen).all()
    for kind, text in rows:
        result = json.loads(text or "{}")
        if kind == "encode" and result.get("encoder") in encoders and result.get("new"):
            return float(result["seconds"]) / int(result["new"])
        if kind == "moved" and result.get("encoded"):
            return float(result["encoded_s"]) / int(result["encoded"])
    return None
