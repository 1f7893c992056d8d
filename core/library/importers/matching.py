"""Finds the tracks that a data set's own lists speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sqlalchemy import select

from core.library.states import State
from core.store.collection import Collection
from core.store.schema import Folder, Track


@dataclass
class Report:
    """What an import did, in numbers, with the first names of what it could not use."""

    kind: str
    tracks: int = 0
    """Tracks that the import spoke of and that are here."""
    labels: int = 0
    captions: int = 0
    splits: list[str] = field(default_factory=list)
    playlists: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Named by the data set, but not here."""
    unreadable: list[str] = field(default_factory=list)
    """Here, but cannot be heard."""
    notes: list[str] = field(default_factory=list)

    def sentence(self) -> str:
        parts = [f"{self.tracks:,} tracks found"]
        if self.missing:
            parts.append(f"{len(self.missing):,} missing (such as {self.missing[0]})")
        if self.unreadable:
            parts.append(f"{len(self.unreadable):,} unreadable (such as {self.unreadable[0]})")
        made = [
            f"{n:,} {what}"
            for n, what in (
                (self.labels, "labels"),
                (self.captions, "captions"),
                (len(self.splits), "splits"),
                (len(self.playlists), "playlists"),
            )
            if n
        ]
        notes = " ".join(["", *self.notes])
        return f"{self.kind}: {', '.join(parts)}. {', '.join(made) or 'Nothing'} written.{notes}"


class Tracks:
    """The tracks below one folder, by whole path, by file name and by stem."""

    def __init__(self, collection: Collection, folder: Path) -> None:
        root = folder.resolve()
        self.ids: dict[Path, int] = {}
        self.states: dict[int, str] = {}
        self._by_stem: dict[str, list[Path]] = defaultdict(list)
        with collection.database.reading() as session:
            rows = session.execute(select(Track.id, Folder.path, Track.path, Track.state).join(Folder)).all()
        for id_, base, path, state in rows:
            whole = Path(base) / path
            if whole.is_relative_to(root):
                self.ids[whole] = id_
                self.states[id_] = state
                self._by_stem[whole.stem].append(whole)
        self._root = root

    def at(self, relative: str) -> int | None:
        """By path below the folder, whichever way its slashes lean."""
        parts = PurePosixPath(relative.replace("\\", "/")).parts
        if ".." in parts:
            return None
        return self.ids.get(self._root.joinpath(*parts))

    def called(self, stem: str) -> int | None:
        """By name without ending; a file that can be heard goes before one that cannot."""
        found = [self.ids[path] for path in self._by_stem.get(stem, [])]
        found.sort(key=lambda id_: (self.states[id_] != State.OK, id_))
        return found[0] if found else None

    def unreadable(self, ids: Iterable[int]) -> list[str]:
        bad = {State.UNDECODABLE, State.UNSUPPORTED, State.SILENT, State.TOO_SHORT, State.VANISHED}
        wanted = set(ids)
        return sorted(p.name for p, id_ in self.ids.items() if id_ in wanted and self.states[id_] in bad)
