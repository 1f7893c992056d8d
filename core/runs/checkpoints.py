"""Checkpoints of runs: of each reason the newest, whole or not at all.

File, row and what the epochs told come together. Whenever the program dies, the
older checkpoint is there or the newer one, and the curves end where it stands.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal

from sqlalchemy import delete, select

from core.errors import FileProblem
from core.runs.book import find_run
from core.runs.curves import EpochRow, write_epochs
from core.store.checkpoints import CHECKPOINTS
from core.store.collection import Collection
from core.store.files import draft, explain_os_errors, hash_file, inside
from core.store.schema import Checkpoint

Reason = Literal["latest", "best", "kept"]


@dataclass(frozen=True)
class CheckpointInfo:
    run_id: int
    reason: str
    epoch: int
    step: int
    path: Path
    size_bytes: int
    sha256: str
    created_at: datetime


def keep_checkpoint(
    collection: Collection,
    run_id: int,
    reason: Reason,
    epoch: int,
    step: int,
    write: Callable[[BinaryIO], None],
    rows: Sequence[EpochRow] = (),
) -> Path:
    """`rows`: epochs that are told with it, so that neither is there without the other."""
    name = f"run-{run_id:06d}-{reason}-{secrets.token_hex(6)}.safetensors"
    with draft(inside(collection.folder / CHECKPOINTS, name)) as file:
        write(file.file)
        file.sync()
        size, sha256 = file.temporary.stat().st_size, hash_file(file.temporary)
        with collection.database.writing() as session:
            find_run(session, run_id)
            same = (Checkpoint.run_id == run_id, Checkpoint.reason == reason)
            old = session.scalars(select(Checkpoint.filename).where(*same)).all()
            session.execute(delete(Checkpoint).where(*same))
            session.add(
                Checkpoint(
                    run_id=run_id,
                    reason=reason,
                    epoch=epoch,
                    step=step,
                    filename=name,
                    size_bytes=size,
                    sha256=sha256,
                )
            )
            write_epochs(session, run_id, rows)
            session.flush()
            file.publish()
    _delete(collection, old)
    return file.path


def _delete(collection: Collection, names: Sequence[str]) -> None:
    """Only once the row that took their place would outlast a loss of power, too."""
    if not names:
        return
    with collection.database.connection() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
    for name in names:
        with contextlib.suppress(OSError):  # somebody reads it; it is swept at the next start
            inside(collection.folder / CHECKPOINTS, name).unlink()


def list_checkpoints(collection: Collection, run_id: int) -> list[CheckpointInfo]:
    """As they were written; whether the files still are so, `find_checkpoint` tells."""
    chosen = select(Checkpoint).where(Checkpoint.run_id == run_id).order_by(Checkpoint.id)
    with collection.database.reading() as session:
        return [_info(collection, row) for row in session.scalars(chosen)]


def find_checkpoint(collection: Collection, run_id: int, reason: Reason) -> CheckpointInfo | None:
    """The newest of that reason, when its file is the one that was written; a problem when it is not."""
    found = [info for info in list_checkpoints(collection, run_id) if info.reason == reason]
    if not found:
        return None
    info = found[-1]
    what = f"the {reason} checkpoint of run {run_id}"
    again = "Put it back from a backup, or start the run anew."
    if not info.path.is_file():
        raise FileProblem(info.path, f"is gone: it was {what}", again)
    with explain_os_errors(info.path):
        if info.path.stat().st_size != info.size_bytes or hash_file(info.path) != info.sha256:
            raise FileProblem(info.path, f"is damaged: it is no longer {what} as it was written", again)
    return info


def _info(collection: Collection, row: Checkpoint) -> CheckpointInfo:
    return CheckpointInfo(
        row.run_id,
        row.reason,
        row.epoch,
        row.step,
        inside(collection.folder / CHECKPOINTS, row.filename),
        row.size_bytes,
        row.sha256,
        row.created_at,
    )
