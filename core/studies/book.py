"""Studies in a collection: begun once, found again, with the runs that belong to them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.recipes.material import Material
from core.runs import delete_run, read_predictions
from core.runs.book import ENDED, LIVING, state_of
from core.store.collection import Collection
from core.store.schema import JobRow, Recipe, Run
from core.store.schema import Study as StudyRow
from core.studies.cells import Cell
from core.studies.request import StudyRequest
from core.studies.study import Study
from core.studies.tasks import truths_of


@dataclass(frozen=True)
class StudyInfo:
    id: int
    name: str
    question: str
    query: str
    field: str
    runs: int
    """Those that are done."""
    folder: str
    """Where its last report was written; empty before there is one."""
    created_at: datetime
    wanted: int = 0
    """How many runs were asked for when it last began or went on; 0 where nobody has noted it."""
    job: int = 0
    """Which made it last."""


@dataclass(frozen=True)
class Begun:
    """What was asked for last, of a study that was begun."""

    info: StudyInfo
    request: StudyRequest | None
    """None where nobody has noted it."""
    failed: dict[tuple[str, str], str]
    """By encoder and way."""


def begin_study(collection: Collection, study: Study, request: StudyRequest, field: str, job_id: int) -> int:
    """Its number. The same study of the same tracks and labels is the same, whatever seeds it has."""
    own = {"query": request.query, "field": field}
    with collection.database.writing() as session:
        found = _find(session, study.name, request.query, field)
        if found is not None:
            return found.id
        row = StudyRow(name=study.name, question=study.question, settings=own | {"job": job_id})
        session.add(row)
        session.flush()
        return row.id


def note_asked(
    collection: Collection, study_id: int, request: StudyRequest, wanted: int, job_id: int
) -> None:
    """Whoever looks at it later can ask for the same, and knows how much of it there is."""
    asked = {"asked": msgspec.to_builtins(request), "wanted": wanted, "last_job": job_id}
    _note(collection, study_id, asked)


def write_end(
    collection: Collection, study_id: int, folder: str, failed: Mapping[tuple[str, str], str]
) -> None:
    """Where its report lies, and what went wrong."""
    told = [[*key, why] for key, why in failed.items()]
    _note(collection, study_id, {"folder": folder, "failed": told})


def _note(collection: Collection, study_id: int, told: dict[str, Any]) -> None:
    with collection.database.writing() as session:
        row = session.get_one(StudyRow, study_id)
        row.settings = row.settings | told


def find_begun(collection: Collection, name: str, query: str, field: str) -> int:
    """Its number; 0 where it was never begun."""
    with collection.database.reading() as session:
        row = _find(session, name, query, field)
        return row.id if row else 0


def _find(session: Session, name: str, query: str, field: str) -> StudyRow | None:
    rows = session.scalars(select(StudyRow).where(StudyRow.name == name).order_by(StudyRow.id))
    own = (query, field)
    return next((row for row in rows if (row.settings.get("query"), row.settings.get("field")) == own), None)


def read_begun(collection: Collection, study_id: int) -> Begun:
    info = next((info for info in list_begun(collection) if info.id == study_id), None)
    if info is None:
        raise RequestProblem(f"There is no study {study_id} here.", "Look at the list again.")
    with collection.database.reading() as session:
        settings = session.get_one(StudyRow, study_id).settings
    request = msgspec.convert(settings["asked"], StudyRequest) if "asked" in settings else None
    failed = {(encoder, way): why for encoder, way, why in settings.get("failed", ())}
    return Begun(info, request, failed)


def list_begun(collection: Collection) -> list[StudyInfo]:
    """The newest first."""
    done = select(Run.study_id, func.count()).where(Run.state == "done").group_by(Run.study_id)
    with collection.database.reading() as session:
        runs = {row[0]: row[1] for row in session.execute(done)}
        return [
            StudyInfo(
                row.id,
                row.name,
                row.question,
                row.settings.get("query", ""),
                row.settings.get("field", ""),
                runs.get(row.id, 0),
                row.settings.get("folder", ""),
                row.created_at,
                row.settings.get("wanted", 0),
                row.settings.get("last_job") or row.settings.get("job", 0),
            )
            for row in session.scalars(select(StudyRow).order_by(StudyRow.id.desc()))
        ]


def find_done(collection: Collection, study_id: int, cell: Cell, seed: int, material: Material) -> int | None:
    """The newest run of the cell that came to its end on this split, when the labels were what they are."""
    chosen = _of_cell(study_id, cell, seed, material.split_id).where(Run.state == "done")
    with collection.database.reading() as session:
        runs = session.scalars(chosen).all()
    names = truths_of(material)
    for run in runs:
        told = [row for row in read_predictions(collection, run) if row.truth is not None]
        if all(names.get(row.track_id) == row.truth for row in told):
            return run
    return None


def adopt(
    collection: Collection, study_id: int, cell: Cell, seed: int, material: Material, job_id: int
) -> None:
    """A run of the cell that no job is making any more goes on as this job's, from its last checkpoint."""
    with collection.database.writing() as session:
        for run_id in session.scalars(_of_cell(study_id, cell, seed, material.split_id)).all():
            row = session.get_one(Run, run_id)
            job = session.get(JobRow, row.job_id) if row.job_id else None
            if row.state not in ENDED and (job is None or state_of(row, job) not in LIVING):
                row.job_id = job_id
                return


def forget(collection: Collection, job_id: int) -> None:
    """What the job has made goes; also the study, if it has begun it and nothing of it is left."""
    made = select(Run.id).where(Run.job_id == job_id, Run.study_id.is_not(None))
    with collection.database.reading() as session:
        runs = session.scalars(made).all()
    for run_id in runs:
        delete_run(collection, run_id, by_job=job_id)
    with collection.database.writing() as session:
        left = set(session.scalars(select(Run.study_id)))
        for row in session.scalars(select(StudyRow)).all():
            if row.id not in left and row.settings.get("job") == job_id:
                session.delete(row)


def _of_cell(study_id: int, cell: Cell, seed: int, split_id: int) -> Select[int]:
    """Numbers of its runs, the newest first."""
    sha256 = hashlib.sha256(cell.text.encode()).hexdigest()
    same = (Run.study_id == study_id, Recipe.sha256 == sha256, Run.seed == seed, Run.split_id == split_id)
    return select(Run.id).join(Recipe, Recipe.id == Run.recipe_id).where(*same).order_by(Run.id.desc())
