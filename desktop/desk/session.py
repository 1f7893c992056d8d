"""What the desk of a collection looked like, from one opening to the next, and after a crash.

Every few seconds the desk is asked how it is, and a small file says so when
that has changed. A program that is killed loses those seconds and no more.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from core import places
from desktop.bridge import Background
from desktop.state import read_json, write_json

EVERY_MS = 3000
VERSION = 1


class Kept(Protocol):
    """Whatever can say how it is, as JSON."""

    def kept(self) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Left:
    """A collection that was open when the program ended early."""

    folder: Path
    name: str
    at: datetime


class Session(QObject):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("remembering", self)
        self._desk: Kept | None = None
        self._folder = Path()
        self._name = ""
        self._written: dict[str, Any] = {}
        self._often = QTimer(self, interval=EVERY_MS)
        self._often.timeout.connect(self.note)

    def call(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Something that the desk needs before it is there, in the thread that knows of the last session."""
        self._background.call(work, done)

    def begin(self, desk: Kept, folder: Path, name: str) -> None:
        """From now on `desk` shows the collection in `folder`."""
        self._desk, self._folder, self._name = desk, folder, name
        self._written = {}
        self._often.start()
        self.note()

    @Slot()
    def note(self) -> None:
        """Write down how the desk is, unless that is known."""
        if self._desk is not None:
            self._write(self._desk.kept(), open_now=True)

    def end(self) -> None:
        """The collection is put down as it should be."""
        if self._desk is not None:
            self._often.stop()
            self._written = {}
            self._write(self._desk.kept(), open_now=False)
            self._desk = None

    def _write(self, kept: dict[str, Any], *, open_now: bool) -> None:
        if kept == self._written:
            return
        self._written = kept
        self._background.call(partial(_save, self._folder, self._name, kept, open_now), _forget)

    def find_left(self, done: Callable[[Left | None], None]) -> None:
        self._background.call(left_behind, done)

    def let_be(self, folder: Path) -> None:
        """Do not offer it again as it was when the program ended early."""
        self._background.call(partial(_let_be, folder), _forget)

    def finish(self) -> None:
        self._often.stop()
        self._background.finish()


# In the background


def session_path(folder: Path) -> Path:
    key = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:20]
    return places.state_folder() / "desks" / f"{key}.json"


def read(folder: Path) -> dict[str, Any]:
    """How the desk was when the collection was last open; empty when that is not known."""
    value = _read(session_path(folder))
    kept = value.get("desk")
    fits = value.get("version") == VERSION and value.get("folder") == str(folder)
    return kept if fits and isinstance(kept, dict) else {}


def left_behind() -> Left | None:
    """The collection that was open last when a program ended early, if it is still there."""
    found = [_left(path) for path in (places.state_folder() / "desks").glob("*.json")]
    there = [left for left in found if left is not None and (left.folder / "collection.sqlite").exists()]
    return max(there, key=lambda left: left.at, default=None)


def _left(path: Path) -> Left | None:
    import psutil

    value = _read(path)
    runs = value.get("runs")
    if not isinstance(runs, dict):
        return None
    try:
        pid, born = int(runs["pid"]), float(runs["born"])
        left = Left(Path(str(value["folder"])), str(value["name"]), datetime.fromisoformat(runs["at"]))
    except (KeyError, TypeError, ValueError):
        return None
    try:
        lives = abs(psutil.Process(pid).create_time() - born) < 1
    except psutil.Error:
        lives = False
    return None if lives else left


def _read(path: Path) -> dict[str, Any]:
    value = read_json(path)
    return value if isinstance(value, dict) else {}


def _save(folder: Path, name: str, kept: dict[str, Any], open_now: bool) -> None:
    import psutil

    now = datetime.now(UTC).isoformat()
    runs = {"pid": os.getpid(), "born": psutil.Process().create_time(), "at": now} if open_now else None
    value = {"version": VERSION, "folder": str(folder), "name": name, "runs": runs, "desk": kept}
    write_json(session_path(folder), value)


def _let_be(folder: Path) -> None:
    path = session_path(folder)
    value = _read(path)
    if value:
        write_json(path, value | {"runs": None})


def _forget(_answer: None) -> None:
    """Nobody waits for this."""
