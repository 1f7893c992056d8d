"""What is shown of a track in one line or two, wherever it appears. Read by the page, kept while in use."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.changes import Changes

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.workspace import Workspace

KEPT = 6000
AT_ONCE = 400


@dataclass(frozen=True)
class TrackCard:
    id: int
    path: Path
    """Of the file, whole."""
    shown_path: str
    state: str
    reason: str
    duration_s: float | None
    loudness_db: float | None
    values: dict[str, tuple[str | float, ...]]
    """What counts, by field."""
    peak_db: float | None = None
    rate_hz: int | None = None

    @property
    def title(self) -> str:
        return self.first("title") or self.path.stem

    def first(self, field: str) -> str:
        """The first value of a field as text; empty where there is none."""
        found = self.values.get(field)
        if not found:
            return ""
        return found[0] if isinstance(found[0], str) else f"{found[0]:g}"

    def about(self) -> str:
        """The quiet second line: who and when."""
        return " · ".join(part for part in (self.first("artist"), self.first("year")) if part)


class Cards(QObject):
    """`get` answers at once with what is known; `arrived` says that more is."""

    arrived = Signal(object)
    """The ids of the tracks, as a frozenset."""
    stale = Signal()
    """Everything known before may have changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._known: OrderedDict[int, TrackCard] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._asked: set[int] = set()
        self._age = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        workspace.changed.connect(self._look_again)

    def get(self, track_id: int) -> TrackCard | None:
        card = self._known.get(track_id)
        if card is not None:
            self._known.move_to_end(track_id)
        else:
            self.want((track_id,))
        return card

    def want(self, track_ids: Iterable[int]) -> None:
        """Read these soon; the last asked for come first."""
        new = [id_ for id_ in track_ids if id_ not in self._known and id_ not in self._asked]
        if new:
            for id_ in new:
                self._wanted[id_] = None
            self._soon.start()

    @Slot()
    def _read(self) -> None:
        if not self._wanted or self._asked:
            return
        ids = list(self._wanted)[-AT_ONCE:]
        self._wanted.clear()  # whoever still shows older ones asks again
        self._asked.update(ids)
        self._workspace.look(partial(read_cards, ids), partial(self._came, self._age, ids), self._failed)

    def _came(self, age: int, ids: Sequence[int], cards: list[TrackCard]) -> None:
        self._asked.difference_update(ids)
        if age == self._age:
            for card in cards:
                self._known[card.id] = card
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            if cards:  # whoever paints a track that is gone would ask for ever
                self.arrived.emit(frozenset(card.id for card in cards))
        self._read()

    def _failed(self, error: Exception) -> None:
        from core.messages import channel

        self._asked.clear()
        channel.failure(error)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.tracks or changes.labels:
            self.forget()

    def forget(self) -> None:
        self._age += 1
        self._known.clear()
        self._wanted.clear()
        self._asked.clear()
        self.stale.emit()


def read_cards(track_ids: Sequence[int], collection: Collection) -> list[TrackCard]:
    """Runs in the background."""
    from sqlalchemy import select

    from core.library.labels import each, values_of
    from core.store.schema import Folder, Track

    columns = (
        *(Track.id, Folder.path.label("folder"), Track.path, Track.shown_path, Track.state, Track.reason),
        *(Track.duration_s, Track.loudness_db, Track.peak_db, Track.rate_hz),
    )
    with collection.database.reading() as session:
        values = values_of(session, track_ids)
        rows = session.execute(
            select(*columns).join(Folder, Folder.id == Track.folder_id).where(Track.id.in_(each(track_ids)))
        ).all()
    return [
        TrackCard(
            row.id,
            Path(row.folder) / row.path,
            row.shown_path,
            row.state,
            row.reason,
            row.duration_s,
            row.loudness_db,
            {name: tuple(found) for name, found in values[row.id].items()},
            row.peak_db,
            row.rate_hz,
        )
        for row in rows
    ]
