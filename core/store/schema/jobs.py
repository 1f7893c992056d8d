"""Tables of long work: jobs, and what the job `verify` found."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.store.schema.base import NEVER_REUSED, Base, Key, MaybeWhen, Sha256, When, part_of


class JobRow(Base):
    """One job. The device thread that holds it is named by `runner_*`, its process by `worker_*`.

    A process is known by number and birth (seconds since 1970), since numbers are used again.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'running', 'paused', 'interrupted',"
            " 'done', 'stopped', 'cancelled', 'failed')",
            name="state",
        ),
        Index(None, "state", "device", "priority", "id"),
        NEVER_REUSED,
    )
    id: Mapped[Key]
    kind: Mapped[str]
    title: Mapped[str]
    request: Mapped[str]
    """The request as JSON; written once."""
    device: Mapped[str]
    priority: Mapped[int]
    state: Mapped[str]
    asked: Mapped[str | None]
    """A `Stop` that somebody, perhaps in another program, wants of a running job."""
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    unit: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    seconds_left: Mapped[float | None]
    sentence: Mapped[str] = mapped_column(default="")
    """What a person is told about how it ended."""
    result: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    host: Mapped[str | None]
    runner_pid: Mapped[int | None]
    runner_born: Mapped[float | None]
    worker_pid: Mapped[int | None]
    worker_born: Mapped[float | None]
    beat_at: Mapped[MaybeWhen]
    created_at: Mapped[When]
    started_at: Mapped[MaybeWhen]
    ended_at: Mapped[MaybeWhen]


class Verification(Base):
    """What one `verify` job found for one file: the unit of its resumption."""

    __tablename__ = "verifications"
    __table_args__ = (
        CheckConstraint("subject IN ('track', 'shard', 'checkpoint')", name="subject"),
        CheckConstraint(
            "outcome IN ('unchanged', 'changed', 'missing', 'unreadable', 'first hash')", name="outcome"
        ),
    )
    job_id: Mapped[int] = mapped_column(part_of("jobs.id"), primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True)
    outcome: Mapped[str]
    found_sha256: Mapped[Sha256 | None]
    reason: Mapped[str] = mapped_column(default="")
