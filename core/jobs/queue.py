"""The queue: jobs are rows, so they survive whatever happens to the program.

Several programs may share a collection. A job is claimed by exactly one device
thread; a thread whose process is dead loses its jobs to "interrupted".
"""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.jobs.events import ENDED, JobState, Progressed
from core.jobs.kinds import Kind, Priority, known_kind
from core.jobs.process import birth, end_orphan, is_alive
from core.logs import job_log_path
from core.progress import Stop
from core.store import Collection
from core.store.schema import JobRow, now

SILENT_S = 60.0
"""A job on another computer counts as dead after this long without a heartbeat."""

TO_RESUME = frozenset({JobState.PAUSED, JobState.INTERRUPTED, JobState.FAILED, JobState.STOPPED})


@dataclass(frozen=True)
class Job:
    """A job as the rest of the program sees it."""

    id: int
    kind: str
    title: str
    request: str
    device: str
    priority: int
    state: JobState
    asked: Stop | None
    done: int
    total: int
    unit: str
    note: str
    seconds_left: float | None
    sentence: str
    result: str | None
    attempts: int
    here: bool
    """This very process runs it."""
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    log_path: Path

    @property
    def resumable(self) -> bool:
        kind = known_kind(self.kind)
        return kind.resumable if kind else False

    def where(self) -> str:
        """`812 of 2,000 files`, or nothing when it never said."""
        if not self.total:
            return ""
        if not self.unit:
            return f"{100 * self.done // self.total} %"
        return f"{self.done:,} of {self.total:,} {self.unit}".rstrip()


class Queue:
    """The jobs of one collection, as this process deals with them."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._database = collection.database
        self._host = socket.gethostname()
        self._pid = os.getpid()
        self._born = birth(self._pid) or 0.0

    def submit(self, kind: Kind, request: str, device: str, *, title: str = "", mine: bool = False) -> int:
        """`mine`: no other program may take it. No question is taken: it is heard where it was asked."""
        with self._database.writing() as session:
            row = JobRow(
                kind=kind.name,
                title=title or kind.title,
                request=request,
                device=device,
                priority=kind.priority,
                state=JobState.WAITING,
                host=self._host,
            )
            if mine or kind.priority == Priority.QUESTION:
                self._sign(row)
            session.add(row)
            session.flush()
            return row.id

    def claim(self, device: str, least: Priority = Priority.BACKGROUND, *, adopt: bool = True) -> Job | None:
        """Take the next waiting job for `device`, of priority `least` or more urgent.

        Without `adopt`, only jobs that this process put there.
        """
        # Only of this computer: a collection from elsewhere must not start to work by being opened.
        signed = JobRow.runner_pid == self._pid
        free = or_(signed, JobRow.runner_pid.is_(None)) if adopt else signed
        with self._database.writing() as session:
            row = session.scalars(
                select(JobRow)
                .where(
                    JobRow.state == JobState.WAITING,
                    JobRow.host == self._host,
                    JobRow.device == device,
                    JobRow.priority <= least,
                    free,
                )
                .order_by(JobRow.priority, JobRow.id)
                .limit(1)
            ).first()
            if row is None:
                return None
            self._sign(row)
            row.state, row.asked, row.sentence = JobState.RUNNING, None, ""
            row.attempts += 1
            row.started_at = row.started_at or now()
            row.beat_at, row.ended_at = now(), None
            session.flush()
            return self._job(row)

    def set_worker(self, job_id: int, pid: int, born: float) -> None:
        self._update(job_id, worker_pid=pid, worker_born=born)

    def beat(self, job_id: int, progress: Progressed | None) -> Stop | None:
        """Say that the job is alive and where it is; returns what is asked of it."""
        self._update(job_id, beat_at=now(), **_progress_values(progress))
        return self.asked(job_id)

    def asked(self, job_id: int) -> Stop | None:
        with self._database.reading() as session:
            value = session.scalar(select(JobRow.asked).where(JobRow.id == job_id))
        return Stop(value) if value else None

    def leave(
        self,
        job_id: int,
        state: JobState,
        sentence: str = "",
        result: str | None = None,
        progress: Progressed | None = None,
    ) -> None:
        """The job is no longer running: it has ended, or waits, or is paused or interrupted."""
        values: dict[str, Any] = {
            "state": state,
            "asked": None,
            "sentence": sentence,
            "seconds_left": None,
            "result": result,
        }
        if state == JobState.DONE and progress is not None:
            values["done"] = progress.total
        values |= {"runner_pid": None, "runner_born": None, "worker_pid": None, "worker_born": None}
        if state.ended:
            values["ended_at"] = now()
        self._update(job_id, **(_progress_values(progress) | values))

    def ask(self, job_id: int, stop: Stop) -> JobState:
        """Ask it to stop. A job that does not run obeys at once; returns the state it has now."""
        with self._database.writing() as session:
            row = _get(session, job_id)
            state = JobState(row.state)
            if state == JobState.RUNNING:
                row.asked = stop
                return state
            if state.ended:
                return state
            if stop in (Stop.CANCEL, Stop.KEEP):
                row.state, row.ended_at, row.asked = JobState.CANCELLED, now(), None
            elif stop == Stop.PAUSE and state == JobState.WAITING:
                row.state = JobState.PAUSED
            row.runner_pid = None
            return JobState(row.state)

    def resume(self, job_id: int, *, mine: bool = False) -> JobState:
        with self._database.writing() as session:
            row = _get(session, job_id)
            state = JobState(row.state)
            if state == JobState.WAITING and row.host != self._host:
                row.host, row.runner_pid = self._host, None
            if state in (JobState.RUNNING, JobState.WAITING):
                return state
            if state not in TO_RESUME:
                raise RequestProblem(
                    f"Job {job_id} ({row.title}) is {state} and cannot be resumed.", "Start it anew."
                )
            row.state, row.sentence, row.asked, row.ended_at = JobState.WAITING, "", None, None
            row.host, row.runner_pid = self._host, None
            if mine or row.priority == Priority.QUESTION:
                self._sign(row)
            return JobState.WAITING

    def drop_questions(self) -> None:
        """Whoever asked goes: what this process has not answered yet nobody will hear."""
        ours = (JobRow.host == self._host, JobRow.runner_pid == self._pid)
        waiting = (JobRow.priority == Priority.QUESTION, JobRow.state == JobState.WAITING)
        values = {"state": JobState.CANCELLED, "ended_at": now(), "runner_pid": None, "runner_born": None}
        with self._database.writing() as session:
            session.execute(update(JobRow).where(*ours, *waiting).values(**values))

    def recover(self) -> list[Job]:
        """Find jobs whose program or computer died; they are now interrupted, and returned.

        Questions are cancelled, whatever they were about: with their program went whoever asked.
        """
        interrupted: list[Job] = []
        with self._database.reading() as session:
            suspects = [row.id for row in session.scalars(_held()) if not self._is_held(row)]
        if not suspects:
            return []
        with self._database.writing() as session:
            for row in session.scalars(_held().where(JobRow.id.in_(suspects))):
                if self._is_held(row):
                    continue
                if row.host == self._host:
                    end_orphan(row.worker_pid, row.worker_born)
                row.runner_pid = row.worker_pid = None
                if row.priority == Priority.QUESTION:
                    row.state, row.ended_at, row.asked = JobState.CANCELLED, now(), None
                elif row.state == JobState.RUNNING:
                    _interrupt(row)
                    session.flush()
                    interrupted.append(self._job(row))
        return interrupted

    def jobs(self, limit: int = 200) -> list[Job]:
        with self._database.reading() as session:
            rows = session.scalars(select(JobRow).order_by(JobRow.id.desc()).limit(limit))
            return [self._job(row) for row in rows]

    def get(self, job_id: int) -> Job:
        with self._database.reading() as session:
            return self._job(_get(session, job_id))

    def _sign(self, row: JobRow) -> None:
        row.host, row.runner_pid, row.runner_born = self._host, self._pid, self._born

    def _is_ours(self, row: JobRow) -> bool:
        return row.host == self._host and row.runner_pid == self._pid

    def _is_held(self, row: JobRow) -> bool:
        if row.host == self._host:
            return is_alive(row.runner_pid, row.runner_born)
        beat = row.beat_at or row.created_at
        return (now() - beat).total_seconds() < SILENT_S

    def _update(self, job_id: int, **values: Any) -> None:  # noqa: ANN401 - columns
        with self._database.writing() as session:
            session.execute(update(JobRow).where(JobRow.id == job_id).values(**values))

    def _job(self, row: JobRow) -> Job:
        return Job(
            row.id,
            row.kind,
            row.title,
            row.request,
            row.device,
            row.priority,
            JobState(row.state),
            Stop(row.asked) if row.asked else None,
            row.done,
            row.total,
            row.unit,
            row.note,
            row.seconds_left,
            row.sentence,
            row.result,
            row.attempts,
            row.state == JobState.RUNNING and self._is_ours(row),
            row.created_at,
            row.started_at,
            row.ended_at,
            job_log_path(self._collection.folder, row.id),
        )


def _held() -> Any:  # noqa: ANN401 - a Select
    signed_or_asked = or_(JobRow.runner_pid.is_not(None), JobRow.priority == Priority.QUESTION)
    return select(JobRow).where(signed_or_asked, JobRow.state.not_in(ENDED))


def _get(session: Session, job_id: int) -> JobRow:
    row = session.get(JobRow, job_id)
    if row is None:
        raise RequestProblem(f"There is no job {job_id} in this collection.", "See soundings jobs.")
    return row


def _progress_values(progress: Progressed | None) -> dict[str, Any]:
    if progress is None:
        return {}
    return {
        "done": progress.done,
        "total": progress.total,
        "unit": progress.unit,
        "note": progress.note,
        "seconds_left": progress.seconds_left,
    }


def _interrupt(row: JobRow) -> None:
    kind = known_kind(row.kind)
    at = f" at {row.done:,} of {row.total:,} {row.unit}".rstrip() if row.total and row.unit else ""
    row.asked = row.seconds_left = None
    if kind is not None and not kind.resumable:
        row.state, row.ended_at = JobState.FAILED, now()
        row.sentence = f"{row.title} was interrupted{at}. Start it anew."
        return
    row.state = JobState.INTERRUPTED
    row.sentence = f"{row.title} was interrupted{at}. Nothing is lost."
