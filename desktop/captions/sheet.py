"""What the texts of a run are worth, read in the background: its scores, the floors beside them, variety."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.runs.scores import ScoreRow
    from core.store import Collection

FLOORS = ("constant caption", "random caption", "nearest caption", "shuffled audio")
"""By the names of controls."""
WORDING = ("cider_d", "recall_at_10", "bleu_1", "bleu_4", "rouge_l")
PUBLISHED = "musiccaps-captions"
QUOTED = ("bleu_4", "rouge_l")


@dataclass(frozen=True)
class ScoreLine:
    name: str
    about: str
    """The field that it speaks of; empty: of the wording."""
    value: float
    low: float | None
    high: float | None
    n: int
    floors: tuple[tuple[str, float], ...]
    """The name of each control with its value, the lowest first."""
    method: str

    @property
    def lost_to(self) -> tuple[str, ...]:
        """Floors that lie in its interval or above it."""
        low = self.value if self.low is None else self.low
        return tuple(name for name, value in self.floors if value >= low)


@dataclass(frozen=True)
class Variety:
    texts: int
    different: int
    most: int
    """Tracks for which one text was written, of that which was written most often."""
    human: int
    human_different: int


@dataclass(frozen=True)
class Quoted:
    """A published figure of other music."""

    name: str
    source: str
    values: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Sheet:
    run: int
    tracks: int
    """Of the test part, with a human text."""
    lines: tuple[ScoreLine, ...]
    variety: Variety | None
    named: tuple[str, ...]
    """Fields that captions of this run are asked to name."""
    quoted: tuple[Quoted, ...]
    protocol: str
    kept_repeated: bool
    """Whether several tracks of the collection have got the same words of it."""


def read_sheet(run: int, collection: Collection) -> Sheet:
    from sqlalchemy import func, select

    from core.runs.predictions import read_predictions
    from core.runs.scores import read_scores
    from core.store.schema import Caption, Recipe, Run

    rows = [row for row in read_scores(collection, run) if row.part == "test"]
    told = [row for row in read_predictions(collection, run, "test") if row.truth]
    with collection.database.reading() as session:
        text = session.scalar(select(Recipe.text).join(Run, Run.recipe_id == Recipe.id).where(Run.id == run))
        repeated = session.scalar(
            select(Caption.text)
            .where(Caption.run_id == run)
            .group_by(Caption.text)
            .having(func.count(Caption.track_id.distinct()) > 1)
            .limit(1)
        )
    quoted, protocol = read_published()
    said, truth = [row.said or "" for row in told], [row.truth or "" for row in told]
    return Sheet(
        run, len(told), _lines(rows), _variety(said, truth), _named(text or ""), quoted, protocol,
        repeated is not None,
    )  # fmt: skip


def _lines(rows: list[ScoreRow]) -> tuple[ScoreLine, ...]:
    own = {(row.name, row.about): row for row in rows if not row.control}
    wanted = [(name, "") for name in WORDING]
    for about in dict.fromkeys(row.about for row in own.values() if row.about):
        single = ("attribute_accuracy", about)
        wanted.append(single if single in own else ("attribute_micro_f1", about))
    found = []
    for key in wanted:
        row = own.get(key)
        if row is None:
            continue
        floors = [
            (other.control, other.value)
            for other in rows
            if (other.name, other.about) == key and other.control in FLOORS
        ]
        floors.sort(key=lambda floor: floor[1])
        found.append(ScoreLine(*key, row.value, row.low, row.high, row.n, tuple(floors), row.method))
    return tuple(found)


def _variety(said: list[str], truth: list[str]) -> Variety | None:
    if not said:
        return None
    counts = Counter(said)
    return Variety(len(said), len(counts), max(counts.values()), len(truth), len(set(truth)))


def _named(recipe: str) -> tuple[str, ...]:
    try:
        writer = tomllib.loads(recipe).get("writer", {})
    except tomllib.TOMLDecodeError:
        return ()
    named = writer.get("named", ()) if isinstance(writer, dict) else ()
    return tuple(map(str, named))


def read_published() -> tuple[tuple[Quoted, ...], str]:
    """Rows with a figure that ours have too, and what they must not be compared with."""
    from core.studies.published import find_published

    table = find_published(PUBLISHED)
    rows = []
    for row in table.rows:
        values = tuple((name, row.values[name]) for name in QUOTED if name in row.values)
        if values:
            rows.append(Quoted(row.name, row.source, values))
    return tuple(rows), "\n".join(table.notes)
