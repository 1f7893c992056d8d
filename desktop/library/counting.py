"""Counts what the facets show, one facet after another, so that nothing else waits long for its turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.errors import KnownError
from core.library.states import State

if TYPE_CHECKING:
    from core.library.query.histogram import Histogram
    from core.store import Collection
    from desktop.workspace import Workspace

MOST_VALUES = 5000
AFTER_MS = 80
"""The rows come first: their words are read before anything is counted."""


@dataclass(frozen=True)
class Values:
    """Of a field of categories: how many tracks have which value, the most frequent first.

    `found` of the tracks found, `whole` of the whole collection, `folded` as values are compared.
    """

    found: dict[str, int]
    whole: dict[str, int]
    folded: dict[str, str]


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
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        return not self._waiting and not self._is_counting

    def ask(self, wanted: dict[str, Work]) -> None:
        """Count these instead of all that was asked for before."""
        self._turn += 1
        self._waiting = dict(wanted)
        self._soon.start()

    def add(self, name: str, work: Work) -> None:
        self._waiting[name] = work
        self._go_on()

    def forget(self) -> None:
        self._turn += 1
        self._soon.stop()
        self._waiting.clear()
        self._is_counting = False

    @Slot()
    def _go_on(self) -> None:
        if self._waiting and not self._is_counting and not self._soon.isActive():
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
    """Every state with how many of the tracks found are in it. Most are OK, so the others are looked for."""
    from core.library.query import Match
    from core.library.query.finder import Finder

    with collection.database.reading() as session:
        finder = Finder(session)
        chosen = finder.select(finder.parse(text).where)
        others = {
            state.value: finder.size(finder.select(Match("state", "is", (state.value,))) & chosen)
            for state in State
            if state != State.OK
        }
        return {State.OK.value: finder.size(chosen) - sum(others.values()), **others}


def count_values(name: str, whole: dict[str, int] | None, text: str, collection: Collection) -> Values:
    """`whole` where it is known already."""
    from core.store.schema import fold

    if whole is None:
        whole = _count(collection, name, "")
    found = _count(collection, name, text) if text else whole
    return Values(found, whole, {value: fold(value) for value in {**found, **whole}})


def _count(collection: Collection, name: str, text: str) -> dict[str, int]:
    from core.library.query import facets

    return {str(facet.value): facet.tracks for facet in facets(collection, name, text, most=MOST_VALUES)}


def count_numbers(name: str, text: str, collection: Collection) -> Histogram | None:
    from core.library.query.histogram import read_histogram

    return read_histogram(collection, name, text)
