"""What the map shows, as one value: whoever draws it in another thread has all of it, unchanging."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.theme import ClassStyle

Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]
NONE = -1


@dataclass(frozen=True, eq=False)
class Numbers:
    """What tints the points instead of classes; NaN has no value."""

    values: NDArray[np.float32]
    ramp: str
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Scene:
    """Arrays by point; each is as long as `ids`. A mask that is None says nothing."""

    ids: Ids = field(default_factory=lambda: np.empty(0, np.int64))
    points: NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 2), np.float32))
    codes: NDArray[np.int16] | None = None
    styles: tuple[ClassStyle | None, ...] = ()
    numbers: Numbers | None = None
    shown: Mask | None = None
    found: Mask | None = None
    chosen: Mask | None = None
    trust: NDArray[np.float32] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def changed(self, **parts: Any) -> Scene:  # noqa: ANN401 - as dataclasses.replace
        for name, value in parts.items():
            if isinstance(value, np.ndarray) and len(value) != len(parts.get("ids", self.ids)):
                raise ValueError(f"{name} has {len(value)} values for {len(self)} points")
        return replace(self, **parts)

    @property
    def seen(self) -> NDArray[np.intp]:
        """Places of the points that the legend does not hide."""
        return np.arange(len(self)) if self.shown is None else np.flatnonzero(self.shown)

    @property
    def within_reach(self) -> NDArray[np.intp]:
        """Of these, what the query has found: what can be walked to and caught."""
        if self.found is None:
            return self.seen
        return np.flatnonzero(self.found if self.shown is None else self.found & self.shown)


class Lookup:
    """From track ids to places in the arrays."""

    def __init__(self, ids: Ids) -> None:
        rising = bool((np.diff(ids) > 0).all())
        self._order = None if rising else np.argsort(ids, kind="stable")
        self._sorted = ids if self._order is None else ids[self._order]

    def place(self, track_id: int | None) -> int | None:
        """Of one track; None when the map does not have it."""
        if track_id is None:
            return None
        at = int(np.searchsorted(self._sorted, track_id))
        if at == len(self._sorted) or self._sorted[at] != track_id:
            return None
        return at if self._order is None else int(self._order[at])
