"""The tiles of the spectrogram that are seen: asked for, kept, coloured, drawn."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter

from core.audio import spectrum
from core.audio.spectrum import COLUMNS, FLOOR_DB, MELS
from desktop.player.fine import Fine, is_fine
from desktop.player.sighting import Sighting

KEPT = 1200
"""Tiles, of 32 kB each."""
PAUSE_MS = 30
"""While the scale is changing nothing is asked for."""
STAND_INS = 5
"""So many scales coarser a stand-in may be for what is on its way."""

Key = tuple[int, int]


@dataclass
class _Tile:
    image: QImage
    coloured: int = 0
    """By which table."""


@dataclass(frozen=True)
class Shades:
    """How loudness becomes colour. `top_db` None: the loudest that was seen of the track."""

    range_db: int = 60
    top_db: int | None = None
    contrast: float = 1.0


def colour_table(stops: Sequence[str], shades: Shades, top_db: float) -> list[int]:
    """256 colours along the ramp, as Qt counts them."""
    db = FLOOR_DB * (1 - np.arange(256) / 255)
    share = np.clip((db - top_db + shades.range_db) / shades.range_db, 0, 1) ** shades.contrast
    colours = [QColor(stop) for stop in stops]
    known = np.array([(c.red(), c.green(), c.blue()) for c in colours], np.float64)
    places = np.linspace(0, 1, len(stops))
    rgb = np.rint([np.interp(share, places, known[:, i]) for i in range(3)]).astype(int)
    return [(255 << 24) | (int(r) << 16) | (int(g) << 8) | int(b) for r, g, b in rgb.T]


class Tiles(QObject):
    changed = Signal()
    """More can be drawn."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shades = Shades()
        self._path = ""
        self._tiles: OrderedDict[tuple[str, Key], _Tile] = OrderedDict()
        self._tops: dict[str, float] = {}
        self._table: list[int] = []
        self._table_of: tuple[object, ...] = ()
        self._tables = 0
        self.fine = Fine()
        self._pieces: list[int] = []
        self._wanted: list[Key] = []
        self._asked: list[Key] = []
        self._helper = Sighting("tiles", self)
        self._helper.answered.connect(self._came)
        self._helper.failed.connect(self._lost)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def is_waiting(self) -> bool:
        return self._soon.isActive() or self._helper.is_busy

    def show_track(self, path: str) -> None:
        if path != self._path:
            self._path = path
            self._wanted, self._asked, self._pieces = [], [], []
            self._soon.stop()
            self._helper.forget()

    def forget(self) -> None:
        """Files may have changed: look again at what is seen."""
        self._tiles.clear()
        self._tops.clear()
        self.fine.clear()
        self.show_track("")

    def stop(self) -> None:
        self._soon.stop()
        self._helper.stop()

    def want(self, start_s: float, end_s: float, width: int, rate_hz: int = 0, *, tiles: bool = True) -> None:
        """These seconds are seen on so many dots; with the rate, their samples too where that is worth it."""
        if not self._path or end_s <= start_s or width < 1:
            return
        fine = bool(rate_hz) and is_fine(start_s, end_s, width, rate_hz)
        pieces = self.fine.missing(self._path, start_s, end_s) if fine else []
        missing = self._missing(start_s, end_s, width) if tiles else []
        if (missing, pieces) == (self._wanted, self._pieces):
            return
        new = set(missing) - set(self._asked) or set(pieces) - set(self._pieces)
        self._wanted, self._pieces = missing, pieces
        if not missing and not pieces:
            self._soon.stop()
        elif new:
            self._soon.start()

    def lacks(self, start_s: float, end_s: float, width: int) -> bool:
        """Whether anything of this span is still to come."""
        return bool(self._missing(start_s, end_s, width))

    def _missing(self, start_s: float, end_s: float, width: int) -> list[Key]:
        """From the middle outwards."""
        level = spectrum.level_for((end_s - start_s) / width)
        length = spectrum.tile_s(level)
        first, last = int(start_s // length), int(max(end_s - 1e-9, 0) // length)
        middle = (first + last) / 2
        numbers = sorted(range(first, last + 1), key=lambda number: abs(number - middle))
        return [(level, n) for n in numbers if (self._path, (level, n)) not in self._tiles]

    @Slot()
    def _ask(self) -> None:
        if self._path and (self._wanted or self._pieces):
            self._asked = list(self._wanted)
            self._helper.ask(self._path, tiles=self._asked, pieces=self._pieces)

    @Slot(object, object)
    def _came(self, head: dict[str, Any], body: bytes) -> None:
        if head["what"] == "piece":
            self.fine.put(self._path, head["number"], head["rate_hz"], body)
            self._pieces = [number for number in self._pieces if number != head["number"]]
            self.changed.emit()
        elif head["what"] == "tile":
            self._keep(head, body)

    def _keep(self, head: dict[str, Any], body: bytes) -> None:
        key = (head["level"], head["number"])
        image = QImage(body, COLUMNS, MELS, COLUMNS, QImage.Format.Format_Indexed8).copy()
        self._tiles[self._path, key] = _Tile(image)
        while len(self._tiles) > KEPT:
            self._tiles.popitem(last=False)
        top = float(np.percentile(np.frombuffer(body, np.uint8), 99.5)) / 255 * -FLOOR_DB + FLOOR_DB
        self._tops[self._path] = max(self._tops.get(self._path, FLOOR_DB), top)
        self._wanted = [wanted for wanted in self._wanted if wanted != key]
        self._asked = [asked for asked in self._asked if asked != key]
        self.changed.emit()

    @Slot(str, bool)
    def _lost(self, why: str, _gone: bool) -> None:
        self._asked = []
        self.failed.emit(why)

    def columns(self, start_s: float, end_s: float, width: int, rate_hz: int) -> NDArray[np.float32] | None:
        """The wave from its samples, where they are worth it and there."""
        if not is_fine(start_s, end_s, width, rate_hz):
            return None
        return self.fine.columns(self._path, start_s, end_s, width)

    # Drawing

    def draw(
        self, painter: QPainter, room: QRectF, start_s: float, end_s: float, stops: Sequence[str]
    ) -> None:
        """What is known of a span; a coarser or finer tile stands in for one that is on its way."""
        if not self._path or end_s <= start_s or room.height() < 1:
            return
        self._colour(stops)
        scale = room.width() / (end_s - start_s)
        level = spectrum.level_for(1 / scale)
        length = spectrum.tile_s(level)
        painter.save()
        painter.setClipRect(room)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(int(start_s // length), int(max(end_s - 1e-9, 0) // length) + 1):
            for image, begin_s, end, source in self._parts(level, number):
                left = room.left() + (begin_s - start_s) * scale
                target = QRectF(left, room.top(), (end - begin_s) * scale, room.height())
                painter.drawImage(target, image, source)
        painter.restore()

    def _parts(self, level: int, number: int) -> Iterator[tuple[QImage, float, float, QRectF]]:
        """Images with the span that each gives, and which part of the image that is."""
        length = spectrum.tile_s(level)
        span = (number * length, (number + 1) * length)
        if (image := self._find(level, number)) is not None:
            yield image, *span, QRectF(image.rect())
            return
        for coarser in range(1, STAND_INS):
            if (image := self._find(level + coarser, number >> coarser)) is not None:
                width = COLUMNS / 2**coarser
                left = (number - ((number >> coarser) << coarser)) * width
                yield image, *span, QRectF(left, 0, width, MELS)
                return
        for finer in (1, 2) if level >= 2 else ():
            parts = 2**finer
            for part in range(number * parts, (number + 1) * parts):
                if (image := self._find(level - finer, part)) is not None:
                    small = length / parts
                    yield image, part * small, (part + 1) * small, QRectF(image.rect())

    def _find(self, level: int, number: int) -> QImage | None:
        key = (self._path, (level, number))
        tile = self._tiles.get(key)
        if tile is None:
            return None
        self._tiles.move_to_end(key)
        if tile.coloured != self._tables:
            tile.image.setColorTable(self._table)
            tile.coloured = self._tables
        return tile.image

    def _colour(self, stops: Sequence[str]) -> None:
        top = self.shades.top_db
        loudest = float(top) if top is not None else self._tops.get(self._path, -20.0)
        wanted = (tuple(stops), self.shades, loudest)
        if wanted != self._table_of:
            self._table_of = wanted
            self._tables += 1
            self._table = colour_table(stops, self.shades, loudest)
