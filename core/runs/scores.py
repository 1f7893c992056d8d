"""Scores of a run as a table holds them: a figure a row, each with how it was worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import delete, select

from core import __version__
from core.evaluation import CaptionScores, ClassScores, NumberScores, TagScores, caption_method, method
from core.evaluation.draws import RESAMPLES
from core.evaluation.intervals import Score as Figure
from core.evaluation.tags import TAG_RESAMPLES
from core.runs.book import find_run
from core.store.collection import Collection
from core.store.rows import insert_rows
from core.store.schema import Score


@dataclass(frozen=True)
class ScoreRow:
    part: str
    name: str
    value: float
    low: float | None
    high: float | None
    n: int
    about: str = ""
    """The class or tag that it speaks of; empty: all of them."""
    control: str = ""
    """The floor that it is of; empty: the run itself."""
    method: str = ""


def write_scores(collection: Collection, run_id: int, rows: Sequence[ScoreRow]) -> None:
    """These and no others."""
    with collection.database.writing() as session:
        find_run(session, run_id)
        session.execute(delete(Score).where(Score.run_id == run_id))
        insert_rows(session, Score, [{"run_id": run_id} | asdict(row) for row in rows])


def read_scores(collection: Collection, run_id: int) -> list[ScoreRow]:
    """In the order in which they were written."""
    columns = (Score.part, Score.name, Score.value, Score.low, Score.high, Score.n)
    chosen = select(*columns, Score.about, Score.control, Score.method).where(Score.run_id == run_id)
    with collection.database.reading() as session:
        return [ScoreRow(*row) for row in session.execute(chosen.order_by(Score.id))]


def rows_of_classes(
    found: ClassScores,
    part: str,
    classes: Sequence[str],
    *,
    control: str = "",
    resamples: int = RESAMPLES,
) -> list[ScoreRow]:
    """Of all, then of each of `classes`. What could not be worked out is left out."""
    rows = _rows(found.figures, part, "", control, found.groups, resamples, {"top_k_accuracy": found.top_k})
    for name, one in zip(classes, found.classes, strict=True):
        figures = {"precision": one.precision, "recall": one.recall, "f1": one.f1}
        rows += _rows(figures, part, name, control, found.groups, resamples)
    return rows


def rows_of_tags(
    found: TagScores, part: str, tags: Sequence[str], *, control: str = "", resamples: int = TAG_RESAMPLES
) -> list[ScoreRow]:
    rows = _rows(found.figures, part, "", control, found.groups, resamples)
    for name, one in zip(tags, found.tags, strict=True):
        figures = {"roc_auc": one.roc_auc, "average_precision": one.average_precision}
        rows += _rows(figures, part, name, control, found.groups, resamples)
    return rows


def rows_of_numbers(
    found: NumberScores, part: str, *, control: str = "", resamples: int = RESAMPLES
) -> list[ScoreRow]:
    return _rows(found.figures, part, "", control, found.groups, resamples)


def rows_of_captions(
    found: CaptionScores, part: str, *, control: str = "", resamples: int = RESAMPLES
) -> list[ScoreRow]:
    """Of the wording, of finding one's own track, and of each field that captions may name."""
    groups = [(found.figures, "", found.groups)]
    if found.retrieval:
        groups.append((found.retrieval.figures, "", found.retrieval.groups))
    groups += [(of.figures, field, of.groups) for field, of in found.attributes.items()]
    return [
        ScoreRow(
            part,
            name,
            score.value,
            score.low,
            score.high,
            score.n,
            about,
            control,
            f"{caption_method(name, groups=drawn, resamples=resamples)} Soundings {__version__}.",
        )
        for figures, about, drawn in groups
        for name, score in figures.items()
        if score is not None
    ]


def _rows(
    figures: Mapping[str, Figure | None],
    part: str,
    about: str,
    control: str,
    groups: int | None,
    resamples: int,
    k: Mapping[str, int] | None = None,
) -> list[ScoreRow]:
    rows = []
    for name, found in figures.items():
        if found is not None:
            how = method(name, groups=groups, resamples=resamples)
            how += f" k = {k[name]}." if k and name in k else ""
            how += f" Soundings {__version__}."
            rows.append(
                ScoreRow(part, name, found.value, found.low, found.high, found.n, about, control, how)
            )
    return rows
