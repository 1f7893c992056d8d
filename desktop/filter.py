"""Which tracks are looked at, and in which order: the text of the query bar and what it found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import KnownError
from core.messages import channel
from desktop.changes import Changes
from desktop.history import History

if TYPE_CHECKING:
    from core.library.query import Found
    from core.store import Collection
    from desktop.workspace import Workspace

KEPT = 20
"""Orders by likeness."""


@dataclass(frozen=True)
class Asked:
    """`sort` is a word of the query language, such as `-year`, or empty: as the text says.

    `like`: words of sound; tracks come in the order of their likeness to them.
    """

    text: str = ""
    sort: str = ""
    like: str = ""

    def query(self) -> str:
        return f"{self.text} sort:{self.sort}".strip() if self.sort else self.text


class Filter(QObject):
    """Asks in the background. Until an answer comes, what was found before stays."""

    asked_changed = Signal()
    """`asked` is another question; its answer follows."""
    found_changed = Signal()
    """`ids` are those of `asked`."""
    refused = Signal(str)
    """Why the text cannot be understood; `ids` stay."""

    def __init__(self, workspace: Workspace, history: History) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._history = history
        self.asked = Asked()
        self.ids: list[int] = []
        self.problem = ""
        self._ranks: dict[str, dict[int, int]] = {}
        """By words: the place of each track in the order of likeness."""
        workspace.changed.connect(self._look_again)

    def ask(self, text: str | None = None, sort: str | None = None, like: str | None = None) -> None:
        """Ask for other tracks, or for the same in another order. It can be undone."""
        if like is None:
            like = self.asked.like if not sort else ""  # a sort that is asked for counts
        asked = Asked(
            self.asked.text if text is None else text.strip(), self.asked.sort if sort is None else sort, like
        )
        if asked == self.asked:
            return
        said = self.tr("Search {}").format(asked.text or self.tr("all tracks"))
        if asked.like != self.asked.like and asked.like:
            said = self.tr("Order by likeness to “{}”").format(asked.like)
        self._history.did(said, partial(self._ask, self.asked), partial(self._ask, asked))
        self._ask(asked)

    def rank(self, like: str, track_ids: Iterable[int]) -> None:
        """Order tracks by their likeness to words: these, the nearest first, then all others."""
        self._ranks.pop(like, None)
        self._ranks[like] = {track_id: place for place, track_id in enumerate(track_ids)}
        while len(self._ranks) > KEPT:
            self._ranks.pop(next(iter(self._ranks)))
        if like == self.asked.like:
            self.refresh()
        else:
            self.ask(sort="", like=like)

    def _ask(self, asked: Asked) -> None:
        self.asked = asked
        self.asked_changed.emit()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        asked = self.asked
        self._workspace.look(
            partial(_find, asked.query()), partial(self._found, asked), partial(self._failed, asked)
        )

    def start_with(self, asked: Asked) -> None:
        """Another collection, or none: nothing to undo."""
        self.ids = []
        self.problem = ""
        self._ranks.clear()
        self._ask(asked)

    def _found(self, asked: Asked, found: Found) -> None:
        if asked == self.asked:
            places = self._ranks.get(asked.like, {})
            self.ids = (
                sorted(found.ids, key=lambda id_: places.get(id_, len(places))) if places else found.ids
            )
            self.problem = ""
            self.found_changed.emit()

    def _failed(self, asked: Asked, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif asked == self.asked:
            self.problem = str(error)
            self.refused.emit(self.problem)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.tracks or changes.labels or changes.captions or changes.playlists:
            self.refresh()


def _find(query: str, collection: Collection) -> Found:
    from core.library.query import find

    return find(collection, query)
