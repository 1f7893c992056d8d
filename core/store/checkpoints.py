"""Checkpoints on disk: files that no row knows were left by a program that died."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from sqlalchemy import select

from core.store.database import Database
from core.store.schema import Checkpoint
from core.store.vectors import KEEP_STRAYS_S, STRAYS

CHECKPOINTS = "checkpoints"
_OURS = re.compile(r"run-\d{6,}-(latest|best|kept)-[0-9a-f]{12}\.safetensors")


def sweep_checkpoints(folder: Path, database: Database) -> list[Path]:
    """Put aside those of the collection in `folder`; delete those that were put aside long ago.

    As with vectors: the lock keeps a writer from being caught in between, only names that we give are
    touched, and nothing behind a link.
    """
    place = folder / CHECKPOINTS
    if not place.is_dir() or place.is_symlink():
        return []
    with database.writing() as session:
        known = set(session.scalars(select(Checkpoint.filename)))
        strays = [path for path in place.iterdir() if _OURS.fullmatch(path.name) and path.name not in known]
        for path in strays:
            aside = place / STRAYS / path.name
            aside.parent.mkdir(exist_ok=True)
            path.replace(aside)
            os.utime(aside)
    oldest = time.time() - KEEP_STRAYS_S
    for path in (place / STRAYS).glob("*.safetensors"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
    return strays
