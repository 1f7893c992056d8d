"""What is done with playlists: in the background, each a step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.messages import channel
from desktop.changes import Changes

if TYPE_CHECKING:
    from core.library.edits import Target
    from core.library.playlists import Change, Content, PlaylistInfo
    from core.store import Collection
    from desktop.kit import Kit

PLAYLISTS = Changes(playlists=True)
ROOM = 8
"""Left in a name for the number that makes it free."""


class Work(QObject):
    done = Signal(object)
    """A Change."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit

    def create(self, name: str, items: Sequence[Target], then: Callable[[Change], None]) -> None:
        self._do(partial(_create, name, tuple(items)), then)

    def rename(self, playlist_id: int, name: str) -> None:
        from core.library.playlists import rename

        self._do(lambda collection: rename(collection, playlist_id, name))

    def note(self, playlist_id: int, text: str) -> None:
        from core.library.playlists import set_notes

        self._do(lambda collection: set_notes(collection, playlist_id, text))

    def delete(self, playlist_id: int) -> None:
        from core.library.playlists import delete

        self._do(lambda collection: delete(collection, playlist_id))

    def add(self, playlist_id: int, items: Sequence[Target], at: int | None = None) -> None:
        from core.library.playlists import add_items

        self._do(lambda collection: add_items(collection, playlist_id, items, at))

    def remove(self, playlist_id: int, places: Sequence[int]) -> None:
        from core.library.playlists import remove_items

        self._do(lambda collection: remove_items(collection, playlist_id, places))

    def move(
        self, playlist_id: int, places: Sequence[int], to: int, then: Callable[[Change], None] | None = None
    ) -> None:
        from core.library.playlists import move_items

        self._do(lambda collection: move_items(collection, playlist_id, places, to), then)

    def bring_in(self, path: Path, then: Callable[[Change], None]) -> None:
        """From a file; what the collection does not know is named."""
        self._do(partial(_bring_in, path), then)

    def take_out(self, playlist_id: int, path: Path) -> None:
        self._kit.workspace.read(partial(_take_out, playlist_id, path), partial(self._taken_out, path))

    def _taken_out(self, path: Path, number: int) -> None:
        said = self.tr("1 item written to {}.") if number == 1 else self.tr("{1} items written to {0}.")
        channel.info(said.format(path, f"{number:,}"))

    def _do(self, work: Callable[[Collection], Change], then: Callable[[Change], None] | None = None) -> None:
        self._kit.workspace.write(work, partial(self._did, then), PLAYLISTS)

    def _did(self, then: Callable[[Change], None] | None, change: Change) -> None:
        if change.before == change.after:
            return
        history = self._kit.history
        history.wrote(change.title, partial(_take_back, change), partial(_do_again, change), PLAYLISTS)
        history.edited.emit(change.title)
        if then is not None:
            then(change)
        self.done.emit(change)


def _take_back(change: Change, collection: Collection) -> None:
    from core.library.playlists import take_back

    take_back(collection, change)


def _do_again(change: Change, collection: Collection) -> None:
    from core.library.playlists import do_again

    do_again(collection, change)


def read_all(wanted: int, collection: Collection) -> tuple[list[PlaylistInfo], Content | None]:
    """All playlists, and the one that is wanted, or the first, whole. Runs in the background."""
    from core.library.playlists import list_playlists, read_playlist

    infos = list_playlists(collection)
    known = {info.id for info in infos}
    chosen = wanted if wanted in known else infos[0].id if infos else None
    return infos, None if chosen is None else read_playlist(collection, chosen)


def _create(name: str, items: tuple[Target, ...], collection: Collection) -> Change:
    """Under a name that is free."""
    from core.library.playlists import LONGEST_NAME, create, free_name, list_playlists

    taken = [info.name for info in list_playlists(collection)]
    return create(collection, free_name(taken, name[: LONGEST_NAME - ROOM]), items)


def _bring_in(path: Path, collection: Collection) -> Change:
    from core.library.importers.playlists import import_playlist
    from core.library.playlists import Change, find_playlist, read_playlist

    report = import_playlist(collection, path)
    made = read_playlist(collection, find_playlist(collection, report.playlists[0]))
    if report.missing:
        channel.info(report.sentence())
    return Change(f"Import playlist {made.name}", None, made)


def _take_out(playlist_id: int, path: Path, collection: Collection) -> int:
    from core.library.playlist_sheets import export_playlist

    return export_playlist(collection, playlist_id, path)
