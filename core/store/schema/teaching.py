"""Tables of teaching: recipes, runs with their curves, scores and predictions, checkpoints, studies."""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.store.schema.base import NEVER_REUSED, Base, Json, Key, MaybeWhen, Sha256, When, mentions, part_of


class Recipe(Base):
    """What to train, as written; the same text is the same recipe."""

    __tablename__ = "recipes"
    id: Mapped[Key]
    name: Mapped[str]
    task: Mapped[str]
    text: Mapped[str]
    sha256: Mapped[Sha256] = mapped_column(unique=True)
    created_at: Mapped[When]


class Study(Base):
    """Several runs that answer one question."""

    __tablename__ = "studies"
    id: Mapped[Key]
    name: Mapped[str]
    question: Mapped[str]
    settings: Mapped[Json] = mapped_column(default=dict)
    created_at: Mapped[When]


class Run(Base):
    """One execution of a recipe. Its state is that of the job that made it last."""

    __tablename__ = "runs"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Key]
    recipe_id: Mapped[int] = mapped_column(part_of("recipes.id"), index=True)
    study_id: Mapped[int | None] = mapped_column(mentions("studies.id"), index=True)
    split_id: Mapped[int | None] = mapped_column(mentions("splits.id"), index=True)
    job_id: Mapped[int | None] = mapped_column(mentions("jobs.id"), index=True)
    state: Mapped[str] = mapped_column(index=True)
    seed: Mapped[int]
    device: Mapped[str]
    environment: Mapped[Json] = mapped_column(default=dict)
    """Versions, hardware: what the methods sheet prints."""
    notes: Mapped[str] = mapped_column(default="")
    tags: Mapped[list[str]] = mapped_column(default=list)
    archived: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[When]
    started_at: Mapped[MaybeWhen]
    ended_at: Mapped[MaybeWhen]


class Metric(Base):
    """One point of a curve."""

    __tablename__ = "metrics"
    run_id: Mapped[int] = mapped_column(part_of("runs.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[float]
    value: Mapped[float]


class Epoch(Base):
    """One time through the training part: where in the curves it ends, and what was confused then."""

    __tablename__ = "epochs"
    run_id: Mapped[int] = mapped_column(part_of("runs.id"), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    step: Mapped[int]
    seconds: Mapped[float]
    confusion: Mapped[list[list[int]] | None] = mapped_column(JSON(none_as_null=True))
    """On the valid part, tracks: what is true down, what was said across."""


class Told(Base):
    """What a run said of each track of the valid part when an epoch had ended; see `core.runs.told`."""

    __tablename__ = "told"
    run_id: Mapped[int] = mapped_column(part_of("runs.id"), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    packed: Mapped[bytes]


class Score(Base):
    """A figure that may be cited: value, interval, n; `control` names the floor it is, if it is one."""

    __tablename__ = "scores"
    __table_args__ = (Index(None, "run_id", "part", "name"),)
    id: Mapped[Key]
    run_id: Mapped[int] = mapped_column(part_of("runs.id"))
    part: Mapped[str]
    name: Mapped[str]
    about: Mapped[str] = mapped_column(default="")
    """The class or tag that a per-class figure speaks of."""
    control: Mapped[str] = mapped_column(default="")
    value: Mapped[float]
    low: Mapped[float | None]
    high: Mapped[float | None]
    n: Mapped[int]
    method: Mapped[str] = mapped_column(default="")
    """How value and interval were computed, with the implementation's version."""


class Prediction(Base):
    """What a run says of one track: all classes' probabilities, or a number.

    `truth` and `said` are a class, or several tags as a cell of a table holds them, or a number in words.
    """

    __tablename__ = "predictions"
    run_id: Mapped[int] = mapped_column(part_of("runs.id"), primary_key=True)
    track_id: Mapped[int] = mapped_column(part_of("tracks.id"), primary_key=True, index=True)
    part: Mapped[str]
    truth: Mapped[str | None]
    said: Mapped[str | None]
    number: Mapped[float | None]
    probability: Mapped[float | None]
    probabilities: Mapped[Json] = mapped_column(default=dict)


class Checkpoint(Base):
    """Weights and everything needed to go on, in `filename` under `checkpoints/`."""

    __tablename__ = "checkpoints"
    __table_args__ = (CheckConstraint("reason IN ('latest', 'best', 'kept')", name="reason"), NEVER_REUSED)
    id: Mapped[Key]
    run_id: Mapped[int] = mapped_column(part_of("runs.id"), index=True)
    reason: Mapped[str]
    epoch: Mapped[int]
    step: Mapped[int]
    filename: Mapped[str] = mapped_column(unique=True)
    size_bytes: Mapped[int]
    sha256: Mapped[Sha256]
    created_at: Mapped[When]
