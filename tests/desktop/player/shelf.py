"""Cards of tracks as the player asks for them, without a collection; some come late."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.cards import TrackCard


class Shelf(QObject):
    arrived = Signal(object)
    stale = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[int, TrackCard] = {}
        self.late: dict[int, TrackCard] = {}

    def put(
        self,
        track_id: int,
        path: Path,
        duration_s: float | None = None,
        loudness_db: float | None = None,
        peak_db: float | None = None,
        *,
        late: bool = False,
    ) -> None:
        card = TrackCard(track_id, path, path.name, "ok", "", duration_s, loudness_db, {}, peak_db)
        (self.late if late else self.cards)[track_id] = card

    def get(self, track_id: int) -> TrackCard | None:
        return self.cards.get(track_id)

    def want(self, track_ids: Iterable[int]) -> None:
        """They come when `deliver` is called."""

    def deliver(self) -> None:
        come = frozenset(self.late)
        self.cards |= self.late
        self.late = {}
        self.arrived.emit(come)
