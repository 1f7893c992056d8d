"""Small waveforms of the lines in sight: from the cache of the player, else made by a helper, one by one."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.bridge import Background
from desktop.player.sighting import Sighting

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop.kit import Kit

    Wave = NDArray[np.float32]
    """(columns, 3): lowest, highest and mean level, as loud as the track's loudest instant is 1."""

COLUMNS = 132
KEPT = 2000


class Waves(QObject):
    came = Signal()

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._known: OrderedDict[int, Wave | None] = OrderedDict()
        self._wanted: dict[int, Path] = {}
        self._missing: dict[int, Path] = {}
        self._making: int | None = None
        self._made: set[int] = set()
        """So that what the cache does not keep is not made for ever."""
        self._reader = Background("waveforms", self)
        self._sighting = Sighting("peaks", self)
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self._read)
        self._sighting.answered.connect(self._answered)
        self._sighting.failed.connect(self._failed)
        self._age = 0

    def get(self, track_id: int) -> Wave | None:
        """None while it is on its way, and for a file that cannot be read."""
        if track_id in self._known:
            self._known.move_to_end(track_id)
            return self._known[track_id]
        card = self._kit.cards.get(track_id)
        if card is not None and track_id not in self._missing:
            self._wanted[track_id] = card.path
            if not self._soon.isActive():  # whoever paints all the time would put it off for ever
                self._soon.start()
        return None

    @Slot()
    def _read(self) -> None:
        wanted, self._wanted = self._wanted, {}
        if wanted:
            self._reader.call(partial(read_waves, wanted), partial(self._came, self._age, wanted))

    def _came(self, age: int, wanted: dict[int, Path], found: dict[int, Wave]) -> None:
        if age != self._age:
            return
        self._known.update(found)
        lacking = {id_: path for id_, path in wanted.items() if id_ not in found}
        self._known.update(dict.fromkeys(self._made & lacking.keys()))
        self._missing.update({id_: path for id_, path in lacking.items() if id_ not in self._made})
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        if found:
            self.came.emit()
        self._make_next()

    def want_only(self, track_ids: frozenset[int]) -> None:
        """Whatever is out of sight is not made any more."""
        self._missing = {id_: path for id_, path in self._missing.items() if id_ in track_ids}

    def _make_next(self) -> None:
        if self._making is None and self._missing:
            self._making, path = next(iter(self._missing.items()))
            self._sighting.ask(str(path))

    @Slot(object, object)
    def _answered(self, head: dict[str, object], _body: bytes) -> None:
        if head["what"] == "done" and self._making is not None:
            made, self._making = self._making, None
            self._made.add(made)
            path = self._missing.pop(made, None)
            if path is not None:
                self._wanted[made] = path
                self._soon.start()
            self._make_next()

    @Slot(str, bool)
    def _failed(self, _why: str, _gone: bool) -> None:
        """The player says why when it is played."""
        if self._making is not None:
            self._known[self._making] = None
            self._missing.pop(self._making, None)
            self._making = None
        self._make_next()

    def forget(self) -> None:
        self._age += 1
        self._soon.stop()
        self._known.clear()
        self._wanted.clear()
        self._missing.clear()
        self._made.clear()
        self._making = None
        self._sighting.stop()

    def finish(self) -> None:
        self.forget()
        self._reader.finish()


def read_waves(wanted: dict[int, Path]) -> dict[int, Wave]:
    """Runs in the background; only what the cache has."""
    from core.audio import peaks
    from desktop.player.waveform import gain_of

    found: dict[int, Wave] = {}
    for track_id, path in wanted.items():
        pyramid = peaks.find(path)
        if pyramid is not None:
            found[track_id] = pyramid.columns(0, pyramid.duration_s, COLUMNS) * gain_of(pyramid)
    return found
