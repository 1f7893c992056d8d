"""Compares the two runs that are looked at, in a thread; the newest question breaks off the older."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import Interrupted, KnownError
from core.messages import channel
from core.progress import ShouldStop, Stop
from desktop.bridge import Background

if TYPE_CHECKING:
    from core.runs.compare import Pair, RunComparison
    from core.store import Collection
    from desktop.workspace import Workspace


@dataclass(frozen=True)
class Compared:
    """`whole` draws whole artists, where any are known; `alone` takes each track for itself."""

    alone: RunComparison
    whole: RunComparison | None


class Comparing(QObject):
    begun = Signal()
    told = Signal(object)
    """A Compared."""
    refused = Signal(str)
    """Why these runs cannot be compared, in plain words."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._background = Background("comparing runs", self)
        self._asked = 0

    def ask(self, first: int, second: int) -> None:
        """The second less the first: `told` or `refused` follows, unless others are asked for before."""
        self._asked += 1
        asked = self._asked
        self.begun.emit()
        done, failed = partial(self._came, asked), partial(self._failed, asked)
        self._workspace.look(partial(_read, first, second), done, failed)

    def leave(self) -> None:
        """Nobody wants to know any more."""
        self._asked += 1

    def _came(self, asked: int, pair: Pair) -> None:
        if asked != self._asked:
            return
        work = partial(compare_both, pair, lambda: Stop.CANCEL if asked != self._asked else None)
        self._background.call(work, partial(self._compared, asked), partial(self._failed, asked))

    def _compared(self, asked: int, found: Compared) -> None:
        if asked == self._asked:
            self.told.emit(found)

    def _failed(self, asked: int, error: Exception) -> None:
        if isinstance(error, Interrupted) or asked != self._asked:
            return
        if not isinstance(error, KnownError):
            channel.failure(error)
        self.refused.emit(str(error))

    def finish(self) -> None:
        self.leave()
        self._background.finish()


# In the background


def _read(first: int, second: int, collection: Collection) -> Pair:
    from core.runs.compare import read_pair

    return read_pair(collection, first, second)


def compare_both(pair: Pair, should_stop: ShouldStop) -> Compared:
    from core.runs.compare import compare_pair

    whole = None if pair.groups is None else compare_pair(pair, should_stop=should_stop)
    return Compared(compare_pair(pair, whole_artists=False, should_stop=should_stop), whole)
