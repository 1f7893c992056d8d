"""What the page of captions reads in the background: runs that write, and what stands behind one text."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.library.caption_lines import CaptionLine, Line, Lines, LinesAsked
    from core.store import Collection

OTHERS = 50
"""Human texts of other tracks that say how alike two texts are by chance."""


@dataclass(frozen=True)
class WritingRun:
    """A run whose task is to describe."""

    run: int
    encoder: str
    """Its title."""
    writer: str
    """As the recipe names it: `own`, a name, a folder."""
    tune: str
    beams: int
    temperature: float
    wrote: int
    """Texts of it that are there."""
    can_write: bool
    """It has kept what it has learnt."""


@dataclass(frozen=True)
class Details:
    """Behind a text that is open."""

    file: str
    """The beginning of the file's hash now; empty where it has not been read."""
    alike: float | None
    """F1 of the words in common order, with the human text; None: there is none."""
    chance: float | None
    """The same with human texts of other tracks, on average."""


def read_runs(collection: Collection) -> tuple[WritingRun, ...]:
    """The newest first; archived ones only where texts of them are there."""
    from sqlalchemy import func, select

    from core.store.schema import Caption, Checkpoint, Recipe, Run

    with collection.database.reading() as session:
        number = select(Caption.run_id, func.count()).where(Caption.run_id.is_not(None))
        rows = session.execute(number.group_by(Caption.run_id)).all()
        wrote = {run: count for run, count in rows if run is not None}
        kept = set(session.scalars(select(Checkpoint.run_id).where(Checkpoint.reason == "best")))
        chosen = select(Run.id, Run.archived, Recipe.text).join(Recipe, Recipe.id == Run.recipe_id)
        runs = session.execute(chosen.where(Recipe.task == "caption").order_by(Run.id.desc())).all()
    return tuple(
        _run_of(run, text, wrote.get(run, 0), can_write=run in kept)
        for run, archived, text in runs
        if not archived or wrote.get(run)
    )


def _run_of(run: int, recipe: str, wrote: int, *, can_write: bool) -> WritingRun:
    encoder, writer = _part(recipe, "encoder"), _part(recipe, "writer")
    return WritingRun(
        run,
        encoder_title(str(encoder.get("name", ""))),
        str(writer.get("name", "own")),
        str(encoder.get("tune", "frozen")),
        int(writer.get("beams", 1)),
        float(writer.get("temperature", 0.0)),
        wrote,
        can_write,
    )


def _part(recipe: str, name: str) -> dict[str, Any]:
    try:
        found = tomllib.loads(recipe).get(name)
    except tomllib.TOMLDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def encoder_title(name: str) -> str:
    from core.encoders import find_card
    from core.errors import KnownError

    try:
        return find_card(name).title
    except KnownError:
        return name


def read_list(asked: LinesAsked, collection: Collection) -> Lines:
    from core.library.caption_lines import list_lines

    return list_lines(collection, asked)


def read_page(lines: Sequence[Line], collection: Collection) -> list[CaptionLine]:
    from core.library.caption_lines import read_lines

    return read_lines(collection, lines)


def read_details(track_id: int, machine: str, human: str, collection: Collection) -> Details:
    from sqlalchemy import func, select

    from core.evaluation.wording import overlap, words
    from core.store.schema import Caption, Track

    with collection.database.reading() as session:
        sha256 = session.scalar(select(Track.sha256).where(Track.id == track_id)) or ""
        if not machine or not human:
            return Details(sha256[:12], None, None)
        chosen = (
            select(func.group_concat(Caption.text, " "))
            .where(Caption.source != "run", Caption.track_id != track_id)
            .group_by(Caption.track_id)
            .order_by(func.abs(Caption.track_id * 7919 % 10_007 - track_id * 7919 % 10_007))
            .limit(OTHERS)
        )
        others = [words(text) for text in session.scalars(chosen)]
    said = words(machine)
    chance = sum(overlap(said, other) for other in others) / len(others) if others else None
    return Details(sha256[:12], overlap(said, words(human)), chance)
