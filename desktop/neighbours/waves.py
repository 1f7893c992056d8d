"""The waveforms along the axes: from the cache that the player's picture fills, else made by a helper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.kit import Kit
from desktop.player.sighting import Sighting

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.store import Collection

    Waveform = NDArray[np.float32] | None
    Found = tuple[dict[int, Waveform], list[str]]

COLUMNS = 400


class Waves(QObject):
    """A file that cannot be read has none: the player says why when it is played."""

    came = Signal(object, object)
    """Lowest and highest sample by column, of A and of B; None where there is none yet."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pair: tuple[int, int] | None = None
        self._missing: list[str] = []
        self._sighting = Sighting("peaks", self)
        self._sighting.answered.connect(self._answered)
        self._sighting.failed.connect(self._failed)

    def want(self, a: int, b: int) -> None:
        self._pair, self._missing = (a, b), []
        self._sighting.forget()
        self._read(make=True)

    def _read(self, *, make: bool) -> None:
        if self._pair is not None:
            done = partial(self._came, self._pair, make=make)
            self._kit.workspace.look(partial(_read, self._pair), done)

    def _came(self, pair: tuple[int, int], found: Found, *, make: bool) -> None:
        if pair != self._pair:
            return
        waves, missing = found
        self.came.emit(waves.get(pair[0]), waves.get(pair[1]))
        if make:
            self._missing = missing
            self._next()

    def _next(self) -> None:
        if self._missing:
            self._sighting.ask(self._missing.pop(0))

    @Slot(object, object)
    def _answered(self, head: dict[str, object], _body: bytes) -> None:
        if head["what"] == "done":
            self._read(make=False)
            self._next()

    @Slot(str, bool)
    def _failed(self, _why: str, _gone: bool) -> None:
        self._next()

    def stop(self) -> None:
        self._pair, self._missing = None, []
        self._sighting.stop()


def _read(pair: tuple[int, int], collection: Collection) -> Found:
    from core.audio import peaks
    from desktop.cards import read_cards

    waves: dict[int, Waveform] = {}
    missing = []
    for card in read_cards(pair, collection):
        pyramid = peaks.find(card.path)
        if pyramid is not None:
            waves[card.id] = pyramid.columns(0, pyramid.duration_s, COLUMNS)
        elif card.path.is_file():
            missing.append(str(card.path))
    return waves, missing
