"""Commands on a collection as a whole: new, verify, backup, jobs."""

from __future__ import annotations

import contextlib
import shlex
import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from core import places, settings
from core.cli.output import AsJson, answer, table, tell
from core.errors import RequestProblem
from core.progress import Stop

if TYPE_CHECKING:
    from core.store import Collection

Folder = Annotated[Path, typer.Argument(help="The collection's folder.", metavar="DIR")]


def new(
    folder: Folder,
    from_: Annotated[
        list[Path] | None, typer.Option("--from", help="Scan this folder of audio, too; may be said again.")
    ] = None,
    name: Annotated[str, typer.Option(help="Its name; the folder's name if left out.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a collection: empty, or of the recordings in folders."""
    from core.store import create_collection

    lost = [path for path in from_ or [] if not places.whole(path).is_dir()]
    if lost:
        raise RequestProblem(f"{lost[0]} is not a folder.", "Name a folder that holds recordings.")
    with create_collection(folder, name) as collection:
        data: dict[str, Any] = {"collection": str(collection.folder), "name": collection.name}
        said = f"{collection.name} is ready in {collection.folder}."
    if from_:
        from core.cli.library import scan_folders

        job = scan_folders(folder, from_)
        data["ledger"] = job["result"]["ledger"]
        said = f"{said} {job['sentence']}"
    answer(data, said, as_json=as_json)


def verify(
    folder: Folder,
    tracks: Annotated[bool, typer.Option(help="Check the audio files.")] = True,
    vectors: Annotated[bool, typer.Option(help="Check the vectors.")] = True,
    checkpoints: Annotated[bool, typer.Option(help="Check what runs have kept.")] = True,
    as_json: AsJson = False,
) -> None:
    """Hash every file again: is it still what the collection believes it is?"""
    from core.store.verify import VerifyRequest

    _run(folder, ("verify", VerifyRequest(tracks, vectors, checkpoints)), None, as_json=as_json)


def backup(
    folder: Folder,
    to: Annotated[
        Path | None, typer.Option(help="Where to; the collection's own backups if left out.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Copy the collection, without the audio, to a folder that opens like any other."""
    from core.store.backup import BackupRequest

    target = str(places.whole(to)) if to else ""
    _run(folder, ("backup", BackupRequest(target)), None, as_json=as_json)


class JobAction(StrEnum):
    LIST = "list"
    SHOW = "show"
    LOG = "log"
    PAUSE = "pause"
    STOP = "stop"
    CANCEL = "cancel"
    RESUME = "resume"


STOPS = {JobAction.PAUSE: Stop.PAUSE, JobAction.STOP: Stop.KEEP, JobAction.CANCEL: Stop.CANCEL}


def jobs(
    folder: Folder,
    action: Annotated[JobAction, typer.Argument(help="What to do.")] = JobAction.LIST,
    job: Annotated[int | None, typer.Argument(help="The job's number.", metavar="ID")] = None,
    as_json: AsJson = False,
) -> None:
    """List the jobs of a collection, or pause, stop, cancel or resume one."""
    if action == JobAction.LIST:
        _list(folder, as_json=as_json)
        return
    if job is None:
        raise typer.BadParameter(f"{action} wants the number of a job.", param_hint="ID")
    if action == JobAction.RESUME:
        _run(folder, None, job, as_json=as_json)
    elif action in STOPS:
        _ask(folder, job, STOPS[action], as_json=as_json)
    else:
        _show(folder, job, log=action == JobAction.LOG, as_json=as_json)


def _list(folder: Path, *, as_json: bool) -> None:
    with _engine(folder) as engine:
        found = engine.jobs()
    if as_json or not found:
        answer([_job_data(job) for job in found], "No jobs yet.", as_json=as_json)
        return
    rows = [
        (job.id, job.title, job.state, job.where(), f"{job.created_at:%Y-%m-%d %H:%M}", job.sentence)
        for job in found
    ]
    table(("job", "what", "state", "done", "asked for", ""), rows, right=("job",))


def _show(folder: Path, job_id: int, *, log: bool, as_json: bool) -> None:
    with _engine(folder) as engine:
        job = engine.job(job_id)
    if log:
        text = job.log_path.read_text(encoding="utf-8", errors="replace") if job.log_path.exists() else ""
        answer({"job": job.id, "log": text}, text or "This job has written nothing yet.", as_json=as_json)
        return
    data = _job_data(job)
    answer(data, "\n".join(f"{key:12} {value}" for key, value in data.items()), as_json=as_json)


def _ask(folder: Path, job_id: int, stop: Stop, *, as_json: bool) -> None:
    """Ask, and wait until the program that runs the job has obeyed."""
    with _engine(folder) as engine:
        engine.ask(job_id, stop)
        patience_s = time.monotonic() + settings.load().stop_grace_s + 5
        while (job := engine.job(job_id)).asked and time.monotonic() < patience_s:
            time.sleep(0.05)
    answer(_job_data(job), f"{job.title} is {job.state}.", as_json=as_json)


def _run(folder: Path, submit: tuple[str, object] | None, resume: int | None, *, as_json: bool) -> None:
    job = run_job(folder, submit, resume)
    answer(job, job["sentence"] or f"{job['title']}: {job['state']}.", as_json=as_json)


def run_job(
    folder: Path, submit: tuple[str, object] | None, resume: int | None, device: str = "cpu"
) -> dict[str, Any]:
    """See a job through in the foreground; returns it when it ended well."""
    from core.cli.follow import follow
    from core.jobs import JobState

    with _engine(folder) as engine:
        job, by_us = follow(engine, resume, submit, device)
    if job.state in (JobState.DONE, JobState.STOPPED):
        return _job_data(job)
    if job.state == JobState.CANCELLED:
        tell(f"{job.title} was cancelled.")
        raise typer.Exit(130 if by_us else 1)
    if job.state == JobState.FAILED:
        raise RequestProblem(job.sentence or f"{job.title} failed.")
    again = f"Resume it with: soundings jobs {shlex.quote(str(folder))} resume {job.id}"
    raise RequestProblem(job.sentence or f"{job.title} is {job.state}.", again)


def left_over(folder: Path, kind: str, request: object) -> int | None:
    """A job that was asked for the same and is not through: to be resumed, not asked for twice."""
    from core.jobs import UNFINISHED, JobState

    with _engine(folder) as engine:
        job = engine.find(kind, request)
    return job.id if job and job.state in {*UNFINISHED, JobState.RUNNING} else None


def _job_data(job: Any) -> dict[str, Any]:  # noqa: ANN401 - a Job; its module is imported late
    return {
        "job": job.id,
        "kind": job.kind,
        "title": job.title,
        "state": job.state,
        "asked": job.asked,
        "done": job.done,
        "total": job.total,
        "unit": job.unit,
        "sentence": job.sentence,
        "result": msgspec.json.decode(job.result) if job.result else None,
        "attempts": job.attempts,
        "created_at": job.created_at.isoformat(),
        "ended_at": job.ended_at.isoformat() if job.ended_at else None,
        "log": str(job.log_path),
    }


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Collection]:
    """The collection, with the preferences in force."""
    from core.store import open_collection

    with open_collection(folder, backups_kept=settings.load().backups_kept) as collection:
        yield collection


@contextlib.contextmanager
def _engine(folder: Path) -> Iterator[Any]:
    """The engine of a collection, for this command's own jobs only."""
    from core.jobs import Engine

    with opened(folder) as collection:
        engine = Engine(collection, adopt=False)
        try:
            yield engine
        finally:
            engine.close()
