"""The book of runs: begun, brought to an end, spoken of, deleted.

A worker that is killed can write nothing down. So what a run's row says holds only
once the run has ended; until then its state is that of its job.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.labels import AT_ONCE, all_at_once
from core.runs.encoder import forget_encoder
from core.store.checkpoints import CHECKPOINTS
from core.store.collection import Collection
from core.store.files import inside
from core.store.schema import Checkpoint, JobRow, Label, Recipe, Run, now

ENDED = ("done", "stopped", "cancelled", "failed")
STATES = ("waiting", "running", "paused", "interrupted", *ENDED)
"""As jobs call them."""
LIVING = ("waiting", "running")
LONGEST_TAG = 40


def begin_run(
    collection: Collection,
    *,
    name: str,
    task: str,
    text: str,
    seed: int,
    device: str,
    environment: dict[str, Any],
    split_id: int | None,
    job_id: int | None,
    study_id: int | None = None,
) -> int:
    """The new run's number. The same `text` is the same recipe."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    with collection.database.writing() as session:
        recipe = session.scalar(select(Recipe).where(Recipe.sha256 == sha256))
        if recipe is None:
            recipe = Recipe(name=name, task=task, text=text, sha256=sha256)
            session.add(recipe)
            session.flush()
        row = Run(
            recipe_id=recipe.id,
            study_id=study_id,
            split_id=split_id,
            job_id=job_id,
            state="running",
            seed=seed,
            device=device,
            environment=environment,
            started_at=now(),
        )
        session.add(row)
        session.flush()
        return row.id


def run_of_job(
    collection: Collection, job_id: int, *, text: str | None = None, seed: int | None = None
) -> int | None:
    """The newest run that the job has begun: of any recipe and seed, or of these."""
    newest = select(Run.id).where(Run.job_id == job_id).order_by(Run.id.desc()).limit(1)
    if text is not None:
        newest = newest.join(Recipe).where(Recipe.sha256 == hashlib.sha256(text.encode()).hexdigest())
    if seed is not None:
        newest = newest.where(Run.seed == seed)
    with collection.database.reading() as session:
        return session.scalar(newest)


def set_state(collection: Collection, run_id: int, state: str) -> None:
    if state not in STATES:
        raise ValueError(f"a run cannot be {state}")
    with collection.database.writing() as session:
        row = find_run(session, run_id)
        row.state = state
        row.ended_at = now() if state in ENDED else None


def state_of(run: Run, job: JobRow | None) -> str:
    """What is true of a run, whether or not its worker lived to say so."""
    return run.state if run.state in ENDED or job is None else job.state


def find_run(session: Session, run_id: int) -> Run:
    row = session.get(Run, run_id)
    if row is None:
        raise RequestProblem(f"There is no run {run_id}.", "soundings runs lists them.")
    return row


def note_run(collection: Collection, run_id: int, notes: str) -> None:
    with collection.database.writing() as session:
        find_run(session, run_id).notes = notes.strip()


def tag_run(collection: Collection, run_id: int, tags: Sequence[str]) -> None:
    """These and no others."""
    wanted = list(dict.fromkeys(tag.strip() for tag in tags))
    for tag in wanted:
        if not tag.isprintable() or not 1 <= len(tag) <= LONGEST_TAG:
            raise RequestProblem(f"A tag of a run has 1 to {LONGEST_TAG} readable characters.")
    with collection.database.writing() as session:
        find_run(session, run_id).tags = wanted


def archive_run(collection: Collection, run_id: int, *, archived: bool = True) -> None:
    with collection.database.writing() as session:
        find_run(session, run_id).archived = archived


def delete_run(collection: Collection, run_id: int, *, by_job: int | None = None) -> None:
    """With all that it has left: curves, scores, predictions, checkpoints, its encoder, labels, captions.

    `by_job` is the job that asks, which may throw away what it is making itself.
    """
    folder = collection.folder / CHECKPOINTS
    with collection.database.writing() as session:
        row = find_run(session, run_id)
        job = session.get(JobRow, row.job_id) if row.job_id else None
        if job is not None and job.id != by_job and state_of(row, job) in LIVING:
            raise RequestProblem(
                f"Run {run_id} is being made by job {job.id}.", "Cancel that job, or wait for its end."
            )
        names = session.scalars(select(Checkpoint.filename).where(Checkpoint.run_id == run_id)).all()
        paths = [inside(folder, name) for name in names]
        _drop_labels(session, run_id)
        session.delete(row)
    forget_encoder(collection, run_id)
    for path in paths:
        with contextlib.suppress(OSError):  # without a row it is swept at the next start
            path.unlink()


def _drop_labels(session: Session, run_id: int) -> None:
    given = session.execute(select(Label.track_id, Label.field_id).where(Label.run_id == run_id)).all()
    tracks, fields = {track_id for track_id, _ in given}, {field_id for _, field_id in given}
    with all_at_once(session, tracks, fields, bulk=len(given) >= AT_ONCE):
        session.execute(delete(Label).where(Label.run_id == run_id))
