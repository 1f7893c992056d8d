"""Runs as they are shown: in a list, and one with all its figures, as scripts rely on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from core.library.labels import each
from core.library.splits import PARTS
from core.runs.book import ENDED, find_run, state_of
from core.runs.scores import ScoreRow, read_scores
from core.store.collection import Collection
from core.store.schema import Caption, Epoch, JobRow, Prediction, Recipe, Run, Score, Split, SplitItem

LEADING = {
    "classify": ("accuracy", "macro_f1", "calibration_error"),
    "tag": ("macro_roc_auc", "macro_average_precision"),
    "regress": ("r2", "mae", "concordance"),
    "caption": ("cider_d", "rouge_l", "recall_at_10"),
}
"""The figures that are shown first, by task."""


@dataclass(frozen=True)
class Figure:
    value: float
    low: float | None
    high: float | None
    n: int


Figures = dict[str, Figure]


@dataclass(frozen=True)
class SplitSizes:
    """How many tracks of each part the run has spoken of; before it has, how many the split has."""

    name: str
    train: int
    valid: int
    test: int


@dataclass(frozen=True)
class RecipeText:
    name: str
    task: str
    text: str


@dataclass(frozen=True)
class RunLine:
    """A run in a list."""

    run: int
    state: str
    recipe: str
    task: str
    seed: int
    device: str
    split: str | None
    scores: Figures
    """Of the test part."""
    study: int | None
    job: int | None
    notes: str
    tags: tuple[str, ...]
    archived: bool
    started: datetime | None
    ended: datetime | None


@dataclass(frozen=True)
class RunInfo:
    run: int
    state: str
    seed: int
    split: SplitSizes | None
    """None once it is deleted."""
    scores: dict[str, Figures]
    """By part."""
    controls: dict[str, Figures]
    """By control, on the test part."""
    classes: dict[str, dict[str, Figures]]
    """By part, then by class or tag."""
    recipe: RecipeText
    device: str
    environment: dict[str, Any]
    epochs: int
    seconds: float
    """Spent in its epochs, whatever pauses lay between."""
    study: int | None
    job: int | None
    notes: str
    tags: tuple[str, ...]
    archived: bool
    started: datetime | None
    ended: datetime | None
    captions: int
    """How many it has written that are still there."""


def list_runs(collection: Collection, *, archived: bool = False) -> list[RunLine]:
    """The newest first; archived ones only when they are asked for."""
    chosen = _runs().add_columns(Split.name).outerjoin(Split, Split.id == Run.split_id)
    if not archived:
        chosen = chosen.where(Run.archived.is_(False))
    with collection.database.reading() as session:
        rows = session.execute(chosen.order_by(Run.id.desc())).all()
        scores = _test_scores(session, [run.id for run, *_ in rows])
        return [
            RunLine(
                run.id,
                state_of(run, job),
                recipe.name,
                recipe.task,
                run.seed,
                run.device,
                split,
                scores[run.id],
                run.study_id,
                run.job_id,
                run.notes,
                tuple(run.tags),
                run.archived,
                run.started_at,
                _ended(run, job),
            )
            for run, recipe, job, split in rows
        ]


def read_run(collection: Collection, run_id: int, control_part: str = "test") -> RunInfo:
    """`controls` are those of `control_part`."""
    scores = read_scores(collection, run_id)
    with collection.database.reading() as session:
        find_run(session, run_id)
        run, recipe, job = session.execute(_runs().where(Run.id == run_id)).one()
        epochs, seconds = session.execute(
            select(func.count(), func.total(Epoch.seconds)).where(Epoch.run_id == run_id)
        ).one()
        return RunInfo(
            run.id,
            state_of(run, job),
            run.seed,
            _split(session, run),
            _by_part(row for row in scores if not row.control and not row.about),
            _by_control(row for row in scores if row.part == control_part and not row.about),
            _by_class(row for row in scores if not row.control and row.about),
            RecipeText(recipe.name, recipe.task, recipe.text),
            run.device,
            run.environment,
            epochs,
            seconds,
            run.study_id,
            run.job_id,
            run.notes,
            tuple(run.tags),
            run.archived,
            run.started_at,
            _ended(run, job),
            session.scalar(select(func.count()).where(Caption.run_id == run_id)) or 0,
        )


def leading(task: str, figures: Mapping[str, object]) -> list[str]:
    """Names of the figures that are there: those that say most of the task, or all."""
    return [name for name in LEADING.get(task, ()) if name in figures] or list(figures)


def _runs() -> Select[Run, Recipe, JobRow]:
    return (
        select(Run, Recipe, JobRow)
        .join(Recipe, Recipe.id == Run.recipe_id)
        .outerjoin(JobRow, JobRow.id == Run.job_id)
    )


def _ended(run: Run, job: JobRow | None) -> datetime | None:
    """A worker that was killed has not written it down, but its job's end is known."""
    if run.ended_at is None and job is not None and state_of(run, job) in ENDED:
        return job.ended_at
    return run.ended_at


def _split(session: Session, run: Run) -> SplitSizes | None:
    split = session.get(Split, run.split_id) if run.split_id else None
    if split is None:
        return None
    told = select(Prediction.part, func.count()).where(Prediction.run_id == run.id)
    whole = select(SplitItem.part, func.count()).where(SplitItem.split_id == split.id)
    sizes = dict(session.execute(told.group_by(Prediction.part)).all())
    sizes = sizes or dict(session.execute(whole.group_by(SplitItem.part)).all())
    return SplitSizes(split.name, *(sizes.get(part, 0) for part in PARTS))


def _test_scores(session: Session, run_ids: Sequence[int]) -> dict[int, Figures]:
    found: dict[int, Figures] = defaultdict(dict)
    chosen = select(Score.run_id, Score.name, Score.value, Score.low, Score.high, Score.n).where(
        Score.run_id.in_(each(run_ids)), Score.part == "test", Score.about == "", Score.control == ""
    )
    for run_id, name, value, low, high, n in session.execute(chosen.order_by(Score.id)):
        found[run_id][name] = Figure(value, low, high, n)
    return found


def _by_part(rows: Iterable[ScoreRow]) -> dict[str, Figures]:
    found: dict[str, Figures] = {}
    for row in rows:
        found.setdefault(row.part, {})[row.name] = _figure(row)
    return found


def _by_control(rows: Iterable[ScoreRow]) -> dict[str, Figures]:
    found: dict[str, Figures] = {}
    for row in rows:
        if row.control:
            found.setdefault(row.control, {})[row.name] = _figure(row)
    return found


def _by_class(rows: Iterable[ScoreRow]) -> dict[str, dict[str, Figures]]:
    found: dict[str, dict[str, Figures]] = {}
    for row in rows:
        found.setdefault(row.part, {}).setdefault(row.about, {})[row.name] = _figure(row)
    return found


def _figure(row: ScoreRow) -> Figure:
    return Figure(row.value, row.low, row.high, row.n)
