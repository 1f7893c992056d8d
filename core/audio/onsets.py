"""Where something is struck or plucked: so sudden a rise that smearing it would be heard."""

from __future__ import annotations

from bisect import bisect

import numpy as np
from numpy.typing import NDArray

from core.audio.reader import Samples

BLOCK_S = 0.003
BEFORE, AFTER = 8, 3
"""Blocks that are compared."""
RISE = 6.0
"""So many times the energy of what was before."""
FLOOR = 1e-7
"""The energy below which nothing counts as a sound."""


class Onsets:
    """Feed it (n, channels); it knows the onsets of all but the last hundredth of a second."""

    def __init__(self, rate_hz: int) -> None:
        self._block = max(round(BLOCK_S * rate_hz), 1)
        self._spare = np.zeros(0, np.float32)
        self._last = 0.0
        self._energy: NDArray[np.float64] = np.zeros(BEFORE)
        self._seen = -BEFORE
        """The number of the block that `_energy` begins with."""
        self.found: list[int] = []

    def feed(self, samples: Samples) -> None:
        mono = samples.mean(axis=1, dtype=np.float32)
        steps = np.diff(mono, prepend=np.float32(self._last))  # highs say most about an attack
        if len(mono):
            self._last = float(mono[-1])
        steps = np.concatenate([self._spare, steps])
        whole = len(steps) // self._block
        self._spare = steps[whole * self._block :]
        blocks = steps[: whole * self._block].reshape(whole, self._block).astype(np.float64)
        self._energy = np.concatenate([self._energy, (blocks**2).mean(axis=1)])
        self._judge()

    def nearest(self, at: float) -> int | None:
        """The onset that is nearest to this frame."""
        place = bisect(self.found, at)
        near = self.found[max(place - 1, 0) : place + 1]
        return min(near, key=lambda onset: abs(onset - at), default=None)

    def _judge(self) -> None:
        """Every block that has enough neighbours by now."""
        count = len(self._energy) - BEFORE - AFTER
        settled = count - AFTER
        if settled <= 0:
            return
        sums = np.concatenate([[0.0], np.cumsum(self._energy)])
        before = (sums[BEFORE : BEFORE + count] - sums[:count]) / BEFORE
        after = np.lib.stride_tricks.sliding_window_view(self._energy[BEFORE:], AFTER)[:count].mean(axis=1)
        rise = after / (before + FLOOR)
        for place in np.flatnonzero(rise[:settled] > RISE):
            self._note(int(place) + BEFORE + self._seen, rise, int(place))
        self._energy = self._energy[settled:]
        self._seen += settled

    def _note(self, block: int, rise: NDArray[np.float64], place: int) -> None:
        """A rise lasts for some blocks; the highest of them is meant, and one in so many blocks is enough."""
        if rise[place] < rise[place : place + AFTER + 1].max():
            return
        frame = (block - 1) * self._block  # it may have begun within the block before
        if not self.found or frame - self.found[-1] > BEFORE * self._block:
            self.found.append(frame)
