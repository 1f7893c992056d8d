"""Counts what the facets show, one facet after another, so that nothing else waits long for its turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.errors import KnownError
from core.library.states import State

if TYPE_CHECKING:
    from core.library.query.histogram import Histogram
    from core.store import Collection
    from desktop.workspace import Workspace

MOST_VALUES = 5000


@dataclass(frozen=True)
class Values:
    """Of a field of categories: how many tracks have which value, the most frequent first.

    `found` of the tracks found, `whole` of the whole collection.
    """

    found: dict[str, int]
    whole: dict[str, int]


Work = Callable[["Collection"], Any]


class Counting(QObject):
    counted = Signal(str, object)
    """The name of a facet, and what was counted."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._waiting: dict[str, Work] = {}
        self._is_counting = False
        self._turn = 0

    def ask(self, wanted: dict[str, Work]) -> None:
        """Count these instead of all that was asked for before."""
        self._turn += 1
        self._waiting = dict(wanted)
        self._go_on()

    def add(self, name: str, work: Work) -> None:
        self._waiting[name] = work
        self._go_on()

    def forget(self) -> None:
        self._turn += 1
        self._waiting.clear()
        self._is_counting = False

    def _go_on(self) -> None:
        if self._waiting and not self._is_counting:
            name = next(iter(self._waiting))
            work = self._waiting.pop(name)
            self._is_counting = True
            came = partial(self._came, self._turn, name)
            self._workspace.look(work, came, partial(self._failed, self._turn))

    def _came(self, turn: int, name: str, answer: Any) -> None:  # noqa: ANN401 - each facet knows its own
        self._is_counting = False
        if turn == self._turn:
            self.counted.emit(name, answer)
        self._go_on()

    def _failed(self, turn: int, error: Exception) -> None:
        self._is_counting = False
        if turn == self._turn and not isinstance(error, KnownError):  # a field that is gone, an old text
            from core.messages import channel

            channel.failure(error)
        self._go_on()


# In the background


def count_states(text: str, collection: Collection) -> dict[str, int]:
    """Every state with how many of the tracks found are in it."""
    from core.library.query import Match
    from core.library.query.finder import Finder

    with collection.database.reading() as session:
        finder = Finder(session)
        chosen = finder.select(finder.parse(text).where)
        return {
            state.value: finder.size(chosen & finder.select(Match("state", "is", (state.value,))))
            for state in State
        }


def count_values(name: str, text: str, collection: Collection) -> Values:
    from core.library.query import facets

    whole = {str(facet.value): facet.tracks for facet in facets(collection, name, most=MOST_VALUES)}
    if not text:
        return Values(whole, whole)
    found = {str(facet.value): facet.tracks for facet in facets(collection, name, text, most=MOST_VALUES)}
    return Values(found, whole)


def count_numbers(name: str, text: str, collection: Collection) -> Histogram | None:
    from core.library.query.histogram import read_histogram

    return read_histogram(collection, name, text)
