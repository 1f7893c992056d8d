"""The collections opened lately, with what the list shows, so that no database is opened for it."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from core import places
from desktop.state import read_json, write_json

KEPT = 20
SHOWN = 6
_one_at_a_time = threading.Lock()
"""A collection is remembered in the background, and forgotten by a click."""

Whereabouts = Literal["there", "folder gone", "drive gone"]


@dataclass(frozen=True)
class Recent:
    folder: Path
    name: str
    counts: dict[str, int]
    opened_at: datetime


def recent_path() -> Path:
    return places.state_folder() / "recent.json"


def load() -> list[Recent]:
    """Newest first. Entries that make no sense are left out."""
    values = read_json(recent_path())
    found = [_read(value) for value in values] if isinstance(values, list) else []
    return [entry for entry in found if entry is not None]


def _read(value: Any) -> Recent | None:  # noqa: ANN401 - JSON from outside
    try:
        counts = {str(name): int(count) for name, count in value["counts"].items()}
        opened_at = datetime.fromisoformat(value["opened_at"])
        return Recent(Path(value["folder"]), str(value["name"]), counts, opened_at)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _save(entries: list[Recent]) -> None:
    rows = [
        asdict(entry) | {"folder": str(entry.folder), "opened_at": entry.opened_at.isoformat()}
        for entry in entries[:KEPT]
    ]
    write_json(recent_path(), rows)


def remember(folder: Path, name: str, counts: dict[str, int], *, now: datetime | None = None) -> None:
    """Put the collection on top, with what it holds now."""
    with _one_at_a_time:
        others = [entry for entry in load() if entry.folder != folder]
        _save([Recent(folder, name, counts, now or datetime.now(UTC)), *others])


def update_counts(folder: Path, counts: dict[str, int]) -> None:
    """As `remember`, but the order stays."""
    with _one_at_a_time:
        entries = [
            Recent(entry.folder, entry.name, counts, entry.opened_at) if entry.folder == folder else entry
            for entry in load()
        ]
        _save(entries)


def forget(folder: Path) -> None:
    """Only the entry goes; nothing on disk is touched."""
    with _one_at_a_time:
        _save([entry for entry in load() if entry.folder != folder])


def likely_folder() -> Path:
    """Where the next collection probably is: beside the last one."""
    entries = load()
    return entries[0].folder.parent if entries else Path.home()


def whereabouts(folder: Path) -> Whereabouts:
    """May block on a sleeping drive: call it in a background thread."""
    try:
        if (folder / "collection.sqlite").exists():
            return "there"
        return "folder gone" if folder.parent.exists() else "drive gone"
    except OSError:
        return "drive gone"


def find_all(folders: list[Path]) -> dict[Path, Whereabouts]:
    return {folder: whereabouts(folder) for folder in folders}
