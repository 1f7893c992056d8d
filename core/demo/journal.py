"""What a demo job is about to make, so that cancelling removes that and nothing else, even after a pause."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from core.demo.truth import write_truth
from core.store.files import sweep, write_text

PATTERN = ".soundings-demo-*.json"


@dataclass(frozen=True)
class Record:
    paths: list[str] = field(default_factory=list)
    """Files below the folder that were not there when the job began."""
    made_folder: bool = False
    first_track: int = 0
    """Tracks with a lower id were in the collection before."""


class Journal:
    def __init__(self, folder: Path, job_id: int) -> None:
        self._folder = folder
        self._path = folder / PATTERN.replace("*", str(job_id))

    def begin(self, paths: Sequence[str], *, made_folder: bool, first_track: int) -> None:
        """A job that goes on adds to what it has written down before."""
        before = self.read()
        record = Record(
            sorted({*(before.paths if before else ()), *paths}),
            made_folder or (before is not None and before.made_folder),
            before.first_track if before else first_track,
        )
        write_text(self._path, json.dumps(asdict(record), ensure_ascii=False))

    def read(self) -> Record | None:
        """Paths are ours, but a file can be changed: what leads out of the folder is passed over."""
        try:
            record = json.loads(self._path.read_text(encoding="utf-8"))
            paths = [str(name) for name in record["paths"]]
            return Record(
                [name for name in paths if ".." not in Path(name).parts and not Path(name).is_absolute()],
                bool(record["made_folder"]),
                int(record["first_track"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def undo(self) -> None:
        record = self.read()
        if record is None:
            return
        sweep(self._folder)
        parents: set[Path] = set()
        for path in (self._folder / name for name in record.paths):
            path.unlink(missing_ok=True)
            parents |= {parent for parent in path.parents if self._folder in parent.parents}
        for parent in sorted(parents, key=lambda path: -len(path.parts)):
            _remove_if_empty(parent)
        write_truth(self._folder, [])
        self._path.unlink(missing_ok=True)
        if record.made_folder:
            _remove_if_empty(self._folder)


def keep(folder: Path) -> None:
    """What lies in `folder` stays, whichever job is cancelled later: several may have made it together."""
    for path in folder.glob(PATTERN):
        path.unlink(missing_ok=True)


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
