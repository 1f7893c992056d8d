"""Files that are there whole or not at all.

A file is written under a temporary name that its writer keeps locked, synced
to disk, then renamed. Whatever lies around unlocked belongs to a program that
was killed, and is swept at the next start.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import DiskFull, FileProblem, Interrupted
from core.progress import ShouldStop, never

if sys.platform != "win32":
    import fcntl

TEMPORARY = ".soundings-part-"
CHUNK_BYTES = 1 << 20


class Draft:
    """A file on its way: write to `file`, then `publish`. Unpublished drafts vanish."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.temporary, self.file = _open_locked(path)
        self._published = False

    def sync(self) -> None:
        """The slow part of publishing, for callers that hold a lock while they publish."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def publish(self, *, only_new: bool = False) -> None:
        """With `only_new`, FileExistsError when somebody else was quicker."""
        if sys.platform == "win32":
            self.file.close()
        if only_new:
            self._claim()
        else:
            self.temporary.replace(self.path)
        self._published = True
        sync_folder(self.path.parent)

    def _claim(self) -> None:
        try:
            os.link(self.temporary, self.path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if self.path.exists():
                raise FileExistsError(self.path) from None
            self.temporary.replace(self.path)
        self.temporary.unlink(missing_ok=True)

    def close(self) -> None:
        self.file.close()
        if not self._published:
            self.temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def draft(path: Path) -> Iterator[Draft]:
    with explain_os_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(Draft(path)) as draft_:
            yield draft_


@contextlib.contextmanager
def write_whole(path: Path) -> Iterator[BinaryIO]:
    """A binary file that appears at `path` only when the block ends well."""
    with draft(path) as draft_:
        yield draft_.file
        draft_.sync()
        draft_.publish()


def _open_locked(path: Path) -> tuple[Path, BinaryIO]:
    """A sweep may catch the file between its making and its lock; then make another."""
    while True:
        temporary = path.with_name(f"{TEMPORARY}{secrets.token_hex(6)}-{path.name}"[:200])
        file = temporary.open("xb")
        if sys.platform == "win32":
            return temporary, file
        fcntl.flock(file, fcntl.LOCK_EX)
        if temporary.exists():
            return temporary, file
        file.close()


def write_text(path: Path, text: str) -> None:
    with write_whole(path) as file:
        file.write(text.encode("utf-8"))


def sync_folder(folder: Path) -> None:
    """A rename lasts only when the folder that holds it is on the disk, too."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def inside(folder: Path, name: str) -> Path:
    """`folder / name`, refused when a name from a foreign database would lead out of the folder."""
    path = folder / name
    if ".." in Path(name).parts or Path(name).is_absolute():
        raise FileProblem(path, "lies outside its collection", "Do not trust this collection.")
    return path


def sweep(folder: Path) -> list[Path]:
    """Delete what killed programs left half-written below `folder`; returns what went."""
    return [path for path in folder.rglob(f"{TEMPORARY}*") if path.is_file() and _sweep_one(path)]


def _sweep_one(path: Path) -> bool:
    """Windows refuses to delete a file that is open, which is lock enough."""
    try:
        with path.open("rb") as file:
            if sys.platform != "win32":
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def hash_file(path: Path, should_stop: ShouldStop = never) -> str:
    """SHA-256 of a file's content, in hexadecimal. Can be stopped in the middle of a large file."""
    sha256 = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            sha256.update(chunk)
            if should_stop():
                raise Interrupted
    return sha256.hexdigest()


def copy_file(source: Path, target: Path, should_stop: ShouldStop = never) -> str:
    """Copy whole or not at all; returns the SHA-256 of what was copied."""
    sha256 = hashlib.sha256()
    with source.open("rb") as file, write_whole(target) as copy:
        while chunk := file.read(CHUNK_BYTES):
            sha256.update(chunk)
            copy.write(chunk)
            if should_stop():
                raise Interrupted
    return sha256.hexdigest()


@contextlib.contextmanager
def explain_os_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says about `path` into our own sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path) from error
        reason = (error.strerror or str(error)).lower()
        raise FileProblem(path, f"cannot be used: {reason}", "Check the disk and the permissions.") from error
