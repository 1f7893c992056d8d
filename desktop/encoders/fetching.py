"""Fetching of weights, away from the GUI thread: ask how large, agree, fetch, cancel at any moment."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.encoders import Card
from core.encoders.fetch import Offer, fetch, offer
from core.errors import Interrupted
from core.progress import Step, Stop, TimeLeft
from desktop.bridge import Background

SHOW_EVERY_MS = 100


@dataclass(frozen=True)
class Told:
    done_bytes: int
    total_bytes: int
    file: str
    seconds_left: float | None = None


class Fetching(QObject):
    """One encoder at a time; `card` is its card while something is under way."""

    offered = Signal(object)
    """The Offer that a person has to agree to."""
    told = Signal(object)
    """How far it is, as Told."""
    fetched = Signal(object)
    """The card."""
    failed = Signal(object)
    """The exception; `Interrupted` when a person has cancelled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.card: Card | None = None
        self.cancelled = False
        self._background = Background("fetching", self, may_be_left=True)
        self._stop = threading.Event()
        self._last: Told | None = None
        self._left = TimeLeft()
        self._show = QTimer(self, interval=SHOW_EVERY_MS)
        self._show.timeout.connect(self._tell)

    def ask(self, card: Card) -> None:
        """How large is it? `offered` or `failed` follows."""
        self.card, self.cancelled, self._last = card, False, None
        self._stop.clear()
        self._background.call(partial(offer, card), self._offered, self._failed)

    def _offered(self, found: Offer) -> None:
        if self.cancelled:
            self._failed(Interrupted())
        else:
            self.offered.emit(found)

    def agree(self, found: Offer) -> None:
        self._left = TimeLeft()
        self._show.start()
        self._background.call(partial(self._fetch, found), self._done, self._failed)

    def refuse(self) -> None:
        """Nothing is fetched."""
        self.card = None

    @Slot()
    def cancel(self) -> None:
        """What has come so far is kept; fetching again goes on there. `failed` follows."""
        self.cancelled = True
        self._stop.set()

    def stop(self) -> None:
        """At once, also where the network is silent: what has come lies on the disk."""
        self.cancel()
        self._show.stop()
        self._background.leave()

    def _fetch(self, found: Offer) -> Path:
        """In the thread. The timer reads what is noted here, as often as anybody can see."""

        def note(done_bytes: int, total_bytes: int, file: str) -> None:
            self._last = Told(done_bytes, total_bytes, file)

        return fetch(found.card, found, progress=note, should_stop=self._asked)

    def _asked(self) -> Stop | None:
        return Stop.CANCEL if self._stop.is_set() else None

    @Slot()
    def _tell(self) -> None:
        last = self._last
        if last is not None:
            left = self._left.update(Step(last.done_bytes, last.total_bytes))
            self.told.emit(replace(last, seconds_left=left))

    def _done(self, _folder: Path) -> None:
        self._show.stop()
        card, self.card = self.card, None
        self.fetched.emit(card)

    def _failed(self, error: Exception) -> None:
        self._show.stop()
        self.card = None
        self.failed.emit(error)
