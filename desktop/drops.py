"""What is dropped on the window: looked at in the background, then taken in, opened, or asked about."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDropEvent

from core.messages import channel
from core.progress import Stop
from desktop import words
from desktop.changes import Changes
from desktop.holding import Summary
from desktop.widgets import Question

if TYPE_CHECKING:
    from core.library.importers.matching import Report
    from core.store import Collection
    from desktop.window import MainWindow

PLAYLISTS = (".m3u", ".m3u8", ".pls", ".xspf")
LOOK_S = 3.0
"""A count that takes longer is given up, and said to be a lower bound."""


@dataclass(frozen=True)
class Haul:
    """What was dropped, by what can be done with it."""

    collections: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    """Of recordings; also those that hold the audio files that were dropped."""
    empty: tuple[Path, ...] = ()
    """Folders without a recording."""
    playlists: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()
    files: int = 0
    """How many recordings the folders hold."""
    is_whole: bool = True
    """Whether they were counted to the end."""


def dropped_paths(event: QDropEvent) -> list[Path]:
    """Without a look at the disk, which may sleep."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def look_at(paths: Sequence[Path]) -> Haul:
    """Runs in the background."""
    from core.library.walk import is_audio

    found: dict[str, list[Path]] = {field.name: [] for field in dataclasses.fields(Haul)}
    folders: dict[Path, None] = {}
    for path in paths:
        if path.name == "collection.sqlite":
            found["collections"].append(path.parent)
        elif path.is_dir():
            if (path / "collection.sqlite").exists():
                found["collections"].append(path)
            else:
                folders[path] = None
        elif path.suffix.lower() in PLAYLISTS:
            found["playlists"].append(path)
        elif path.is_file() and is_audio(str(path)):
            folders[path.parent] = None
        else:
            found["others"].append(path)
    counts, is_whole = _count(_outermost(folders))
    full = tuple(folder for folder, count in counts.items() if count)
    empty = tuple(folder for folder, count in counts.items() if not count)
    kinds = {name: tuple(found[name]) for name in ("collections", "playlists", "others")}
    return Haul(**kinds, folders=full, empty=empty, files=sum(counts.values()), is_whole=is_whole)


def _outermost(folders: Iterable[Path]) -> list[Path]:
    """A folder inside another comes with it."""
    listed = list(folders)
    return [folder for folder in listed if not any(other in folder.parents for other in listed)]


def _count(folders: Sequence[Path]) -> tuple[dict[Path, int], bool]:
    from core.library.walk import Walk

    end = time.monotonic() + LOOK_S

    def late() -> Stop | None:
        return Stop.CANCEL if time.monotonic() > end else None

    counts = {folder: sum(1 for _ in Walk(folder).files(late)) for folder in folders}
    if late():  # nobody knows of a folder that was not looked at, so it counts as one that holds something
        counts = {folder: count or 1 for folder, count in counts.items()}
    return counts, not late()


class Drops(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._to_scan: tuple[Path, tuple[Path, ...]] | None = None
        window.workspace.opened.connect(self._scan_new)
        window.workspace.refused.connect(self._forget_new)

    def take(self, paths: Sequence[Path]) -> None:
        self._window.session.call(partial(look_at, tuple(paths)), self._take)

    def _take(self, haul: Haul) -> None:
        window = self._window
        if haul.collections:
            window.open_folder(haul.collections[0])
            self._tell_left([*haul.collections[1:], *haul.folders, *haul.playlists, *haul.others])
            return
        self._tell_left(haul.others)
        for playlist in haul.playlists:
            self._import(playlist)
        if haul.folders:
            self._take_folders(haul)
        elif len(haul.empty) == 1 and window.workspace.folder is None:
            window.open_folder(haul.empty[0])
        elif haul.empty:
            text = self.tr("{} holds no recording. Drop a folder that does, or a file in it.")
            channel.info(text.format(_name(haul.empty[0])))

    def _tell_left(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            text = self.tr("{} was left aside: drop recordings, folders of them, a playlist or a collection.")
            channel.info(text.format(_name(paths[0])))
        elif paths:
            text = self.tr("{} and {} more were left aside: drop recordings, playlists or one collection.")
            channel.info(text.format(_name(paths[0]), words.number(len(paths) - 1)))

    # Recordings

    def _take_folders(self, haul: Haul) -> None:
        window = self._window
        if window.workspace.folder is None:
            self.make_new(haul.folders)
            return
        files, what = self._files(haul), self._what(haul.folders)
        Question(
            window,
            self.tr("Add {} of {} to {}?").format(files, what, window.workspace.name),
            self.tr("They are looked at, then heard once in the background. Nothing in them is changed."),
            {
                self.tr("Add {}").format(files): partial(self._add, haul.folders),
                self.tr("Make a new collection"): partial(self.make_new, haul.folders),
                self.tr("Cancel"): _nothing,
            },
        )

    def _files(self, haul: Haul) -> str:
        if not haul.is_whole:
            return self.tr("more than {} files").format(words.number(haul.files))
        return self.tr("1 file") if haul.files == 1 else self.tr("{} files").format(words.number(haul.files))

    def _what(self, folders: Sequence[Path]) -> str:
        if len(folders) == 1:
            return _name(folders[0])
        return self.tr("{} folders").format(words.number(len(folders)))

    def _add(self, folders: Sequence[Path]) -> None:
        for folder in folders:
            self._window.workspace.scan(str(folder))

    def make_new(self, folders: Sequence[Path]) -> None:
        """A collection named after the first folder, in the usual place, that knows all of them."""
        from desktop.collection.new import free_folder

        name = _name(folders[0])
        place = free_folder(name)
        self._to_scan = (place, tuple(folders))
        self._window.create_collection(place, name)

    @Slot(object)
    def _scan_new(self, summary: Summary) -> None:
        wanted, self._to_scan = self._to_scan, None
        if wanted is not None and wanted[0] == summary.folder:
            self._add(wanted[1])

    @Slot()
    def _forget_new(self) -> None:
        self._to_scan = None

    # Playlists

    def _import(self, path: Path) -> None:
        if self._window.workspace.folder is None:
            text = self.tr("{} needs an open collection: a playlist names tracks that the collection knows.")
            channel.info(text.format(path.name))
            return
        work, done = partial(_import_playlist, path), partial(self._imported, path)
        self._window.workspace.write(work, done, Changes(playlists=True))

    def _imported(self, path: Path, report: Report) -> None:
        known, missing = words.tracks(report.tracks), len(report.missing)
        if missing:
            text = self.tr("{} is a playlist now: {}. Not in this collection: {}.")
            channel.info(text.format(path.stem, known, words.number(missing)))
        else:
            channel.info(self.tr("{} is a playlist now: {}.").format(path.stem, known))


def _import_playlist(path: Path, collection: Collection) -> Report:
    from core.library.importers.playlists import import_playlist

    return import_playlist(collection, path)


def _name(path: Path) -> str:
    return path.name or str(path)


def _nothing() -> None:
    """Left as it is."""
