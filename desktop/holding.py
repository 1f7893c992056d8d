"""The open collection with its engine, and what the workspace's background threads do with them.

Nothing here knows of Qt.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core import settings
from desktop.changes import OF_JOBS, Changes

if TYPE_CHECKING:
    from core.demo.request import DemoRequest
    from core.embedding import EncodeRequest
    from core.jobs import Engine, Job
    from core.store import Collection

DRAINED_S = 10.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Summary:
    """What a page says about a collection without asking the database."""

    folder: Path
    name: str
    counts: dict[str, int]
    disk_bytes: int


@dataclass(frozen=True)
class Held:
    collection: Collection
    engine: Engine
    summary: Summary
    jobs: list[Job]


def open_(folder: Path) -> Held:
    from core.store import open_collection

    return hold(open_collection(folder, backups_kept=settings.load().backups_kept))


def create(folder: Path, name: str) -> Held:
    from core.store import create_collection

    return hold(create_collection(folder, name))


def open_demo(folder: Path, request: DemoRequest) -> Held:
    from core.demo.request import NAME
    from core.store.database import FILE_NAME

    held = open_(folder) if (folder / FILE_NAME).exists() else create(folder, NAME)
    try:
        make_demo(request, held.engine)
    except BaseException:
        shut(held, 0.0)
        raise
    return held


def make_demo(request: DemoRequest, engine: Engine) -> None:
    """Unless that is done, or on its way."""
    from core.jobs import UNFINISHED, JobState

    job = engine.find("demo", request)
    if job is None or job.state == JobState.CANCELLED:
        engine.submit("demo", request)
    elif job.state in UNFINISHED:
        engine.resume(job.id)


def hold(collection: Collection) -> Held:
    _fetch_late_numpy()
    from core.jobs import Engine

    try:
        engine = Engine(collection)
        return Held(collection, engine, summary(collection), engine.jobs())
    except BaseException:
        collection.close()
        raise


def _fetch_late_numpy() -> None:
    """What numpy fetches when it is first used takes 30 ms, and that would be in the window's thread."""
    import numpy.ma
    import numpy.random  # noqa: F401


def shut(held: Held, grace_s: float, drained: threading.Event | None = None) -> None:
    """`drained`: set when nobody reads any more."""
    if drained is not None:
        drained.wait(DRAINED_S)
    try:
        held.engine.close(grace_s)
    finally:
        held.collection.close()


def summary(collection: Collection) -> Summary:
    return Summary(collection.folder, collection.name, collection.counts(), disk_use(collection.folder))


def disk_use(folder: Path) -> int:
    """Bytes of what is ours in `folder`; files that vanish meanwhile do not count."""
    from core.store.collection import SUBFOLDERS

    used = 0
    ours = [path for subfolder in SUBFOLDERS for path in (folder / subfolder).rglob("*")]
    for path in [*folder.glob("collection.sqlite*"), *ours]:
        try:
            used += path.stat().st_size if path.is_file() else 0
        except OSError as error:
            _log.debug("%s not counted: %s", path, error)
    return used


def after_job(held: Held, job_id: int) -> tuple[Summary, Changes | None]:
    return summary(held.collection), OF_JOBS.get(held.engine.job(job_id).kind)


def submit(kind: str, request: object, title: str, device: str, engine: Engine) -> int:
    return engine.submit(kind, request, title=title, device=device)


def scan(folders: tuple[str, ...], engine: Engine) -> int:
    from core.library.scan import ScanRequest

    return engine.submit("scan", ScanRequest(folders))


def verify(engine: Engine) -> int:
    from core.store.verify import VerifyRequest

    return engine.submit("verify", VerifyRequest())


def back_up(folder: str, engine: Engine) -> int:
    from core.store.backup import BackupRequest

    return engine.submit("backup", BackupRequest(folder))


def encode(request: EncodeRequest, device: str, engine: Engine) -> int:
    from core.encoders import find_card

    title = find_card(request.encoder).title
    return engine.submit("encode", request, title=f"Encode with {title}", device=device)


def resume(job_id: int, engine: Engine) -> None:
    engine.resume(job_id)


def dismiss(job_id: int, engine: Engine) -> None:
    engine.dismiss(job_id)
