"""Which map is shown: what there is to choose from, maps that were read before, points on their way."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from core.errors import KnownError
from core.messages import channel
from desktop.changes import Changes
from desktop.map.data import Choices, Shown, read_choices, read_shown
from desktop.map.view import bounds

if TYPE_CHECKING:
    from core.maps.frame import Frame
    from desktop.kit import Kit
    from desktop.map.bonds import Bonds
    from desktop.map.stage import Stage

REMEMBERED = 6
GLIDE_MS = 600
FRAME_MS = 220

Floats = NDArray[np.float32]


class Gallery(QObject):
    choices_changed = Signal()
    map_changed = Signal()
    """`shown` is another map, or None."""
    refused = Signal(str)
    """Why a map cannot be shown."""

    def __init__(self, kit: Kit, stage: Stage, bonds: Bonds) -> None:
        super().__init__(stage)
        self._kit, self._stage, self._bonds = kit, stage, bonds
        self._known: OrderedDict[int, Shown] = OrderedDict()
        self.choices = Choices()
        self.has_looked = False
        self.shown: Shown | None = None
        self.wanted: int | None = None
        """The map that is to be shown as soon as it is there."""
        self.is_forming = False
        kit.workspace.changed.connect(self._look_again)

    # What there is

    @Slot()
    def refresh(self) -> None:
        self._kit.workspace.look(read_choices, self._came)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.maps or changes.sets or changes.runs or changes.tracks:
            self.refresh()

    def _came(self, choices: Choices) -> None:
        self.choices, self.has_looked = choices, True
        self.choices_changed.emit()
        if self.is_forming and self.wanted is None:
            return
        likely = (self.wanted, self.shown.info.id if self.shown else None)
        known = [choices.map_of(map_id) for map_id in likely if map_id is not None]
        info = next(filter(None, [*known, *choices.maps[:1]]), None)
        if info is not None:
            self.show_map(info.id)
        elif self.shown is not None:
            self.show_nothing()

    def show_map(self, map_id: int) -> None:
        """At once when it was read before and nothing has been added to it since."""
        self.wanted = map_id
        known, info = self._known.get(map_id), self.choices.map_of(map_id)
        if known is not None and known.info == info:
            self._show(known)
            return
        work = partial(read_shown, map_id)
        self._kit.workspace.look(work, self._read, partial(self._not_read, map_id))

    def _read(self, shown: Shown) -> None:
        while len(self._known) >= REMEMBERED:
            self._known.popitem(last=False)
        self._known[shown.info.id] = shown
        if shown.info.id == self.wanted:
            self._show(shown)

    def _not_read(self, map_id: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        if map_id == self.wanted:
            self.wanted = None
            self.refused.emit(str(error))

    # What is on the canvas

    def _show(self, shown: Shown) -> None:
        self.wanted = None
        same = self.shown is not None and shown.kept.sha256 == self.shown.kept.sha256
        if same and not self.is_forming:
            return
        self.is_forming = False
        self._known[shown.info.id] = shown
        self._known.move_to_end(shown.info.id)
        self.shown = shown
        known = self.choices.set_of(shown.info.embedding_set)
        self._put(shown.kept.track_ids, shown.kept.points, GLIDE_MS)
        self._stage.look()
        self._bonds.show(shown, known.card.title if known else shown.info.encoder)
        self.map_changed.emit()

    def show_nothing(self) -> None:
        self.wanted = None
        self.shown = None
        self.is_forming = False
        self._bonds.forget()
        self.map_changed.emit()

    def show_frame(self, frame: Frame) -> None:
        """A map as it forms; the one before stays known and comes back when this one is cancelled."""
        points = _shrunk(frame.points)
        canvas = self._stage.canvas
        if self.is_forming and np.array_equal(canvas.scene.ids, frame.track_ids):
            canvas.move_points(points, FRAME_MS)
            return
        self.is_forming = True
        self._put(frame.track_ids, points, FRAME_MS)
        self._bonds.show(None, "")
        self._bonds.dress()

    def end_forming(self) -> None:
        """Nothing has come of it: back to the map before."""
        if self.is_forming:
            self.is_forming = False
            before, self.shown = self.shown, None
            self._show(before) if before is not None else self.show_nothing()

    def _put(self, track_ids: NDArray[np.int64], points: Floats, duration_ms: int) -> None:
        """From where the tracks are now to where they belong."""
        canvas = self._stage.canvas
        start = beginning(canvas.scene.ids, canvas.scene.points, track_ids, points)
        if start is None or canvas.isHidden():
            canvas.set_points(track_ids, points)
            return
        canvas.set_points(track_ids, start)
        canvas.move_points(points, duration_ms)

    def forget(self) -> None:
        self._known.clear()
        self.choices, self.has_looked = Choices(), False
        self.show_nothing()


def beginning(
    old_ids: NDArray[np.int64], old: Floats, ids: NDArray[np.int64], points: Floats
) -> Floats | None:
    """Where points begin that will glide to `points`: as they lie on the old map, in the new one's measure.

    Tracks that the old map does not have begin where they belong. None: no track is on both.
    """
    common, ours, theirs = np.intersect1d(ids, old_ids, assume_unique=True, return_indices=True)
    if not len(common):
        return None
    (x, y, span), (old_x, old_y, old_span) = _frame(points), _frame(old)
    start = np.array(points, np.float32)
    middle, old_middle = np.array([x, y], np.float32), np.array([old_x, old_y], np.float32)
    start[ours] = (old[theirs] - old_middle) * np.float32(span / old_span) + middle
    return start


def _frame(points: Floats) -> tuple[float, float, float]:
    """The middle of all points and how far they reach."""
    left, bottom, right, top = bounds(points)
    return (left + right) / 2, (bottom + top) / 2, max(right - left, top - bottom)


def _shrunk(points: Floats) -> Floats:
    """Forming maps grow a thousandfold: what is seen of them keeps its size."""
    x, y, span = _frame(points)
    shrunk: Floats = (points - np.array([x, y], np.float32)) / np.float32(span)
    return shrunk
