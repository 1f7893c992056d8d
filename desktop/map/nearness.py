"""True neighbours of the map's points, in the background: of one point at once, of all in a while."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import Interrupted, KnownError
from core.maps.links import Link, Share, Sight, read_sight
from core.messages import channel
from core.progress import Stop
from desktop.bridge import Background
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from core.maps import KeptMap


class Nearness(QObject):
    """The vectors are read once for a map and then stay in memory: a click reads nothing."""

    linked = Signal(int, int, object)
    """A track, how many neighbours were asked for, and its links, the nearest first."""
    shared = Signal(object)
    """How many of all true neighbours the map shows, as a Share; None where that cannot be said."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._near = Background("true neighbours", self)
        self._judge = Background("judging the map", self)
        self._sight: Sight | None = None
        self._visit = 0
        self._judged = 0
        self._waiting: dict[int, int] = {}
        self._k: int | None = None
        self.counting = False

    def show_map(self, kept: KeptMap | None) -> None:
        """Another map: nothing that was asked of the old one is answered any more."""
        self._visit += 1
        self._judged += 1
        self._sight = None
        self._waiting.clear()
        self.counting = kept is not None
        if kept is not None:
            visit = self._visit
            done, failed = partial(self._came, visit), partial(self._failed, visit)
            self._workspace.read(partial(_read, kept), done, failed)

    def _came(self, visit: int, sight: Sight) -> None:
        if visit != self._visit:
            return
        self._sight = sight
        for track_id, k in self._waiting.items():
            self.ask_links(track_id, k)
        self._waiting.clear()
        if self._k is not None:
            self.ask_share(self._k)

    def _failed(self, visit: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        if visit == self._visit:
            self.counting = False
            self.shared.emit(None)

    def ask_links(self, track_id: int, k: int) -> None:
        """`linked` follows, unless another map is shown before."""
        if self._sight is None:
            self._waiting = {track_id: k}
            return
        done = partial(self._linked, self._visit, track_id, k)
        self._near.call(partial(self._sight.links, track_id, k), done)

    def _linked(self, visit: int, track_id: int, k: int, links: list[Link]) -> None:
        if visit == self._visit:
            self.linked.emit(track_id, k, links)

    def ask_share(self, k: int) -> None:
        """`shared` follows, now or when the vectors are there; only the last question is answered."""
        self._k = k
        if self._sight is None:
            return
        self._judged += 1
        judged = self._judged
        self.counting = True
        work = partial(self._sight.share, k, lambda: Stop.CANCEL if judged != self._judged else None)
        self._judge.call(work, partial(self._shared, judged), partial(self._not_shared, judged))

    def _shared(self, judged: int, share: Share | None) -> None:
        if judged == self._judged:
            self.counting = False
            self.shared.emit(share)

    def _not_shared(self, judged: int, error: Exception) -> None:
        if not isinstance(error, Interrupted):
            channel.failure(error)
            self._shared(judged, None)

    def finish(self) -> None:
        self.show_map(None)
        self._near.finish()
        self._judge.finish()


def _read(kept: KeptMap, collection: object) -> Sight:
    from core.store import Collection

    assert isinstance(collection, Collection)
    return read_sight(collection, kept)
