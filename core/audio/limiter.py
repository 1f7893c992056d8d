"""Keeps peaks within full scale. What stays within is handed through untouched."""

from __future__ import annotations

import numpy as np

from core.audio.reader import Samples

STEP = 64
RECOVERY_S = 0.2
"""How long it takes to let go again."""


class Limiter:
    def __init__(self, rate_hz: int) -> None:
        self._recover = STEP / (RECOVERY_S * rate_hz)
        self._gain = 1.0

    def feed(self, samples: Samples) -> Samples:
        """As many frames as were fed, none beyond 1."""
        if not len(samples):
            return samples
        peak = np.abs(samples).max(axis=1)
        if self._gain == 1.0 and peak.max() <= 1.0:
            return samples
        gains = self._gains(peak)
        limited = samples * gains[: len(samples), None]
        clipped: Samples = np.clip(limited, -1, 1).astype(np.float32)
        return clipped

    def _gains(self, peak: Samples) -> Samples:
        """One a frame: below what each stretch of `STEP` frames needs, and without a jump between them."""
        steps = -(-len(peak) // STEP)
        padded = np.zeros(steps * STEP, np.float32)
        padded[: len(peak)] = peak
        needed = 1 / np.maximum(padded.reshape(steps, STEP).max(axis=1), 1)
        at = [min(self._gain, needed[0])]
        for place in range(steps):
            after = needed[place + 1] if place + 1 < steps else 1.0
            at.append(min(needed[place], after, at[-1] + self._recover, 1.0))
        self._gain = float(at[-1])
        gains: Samples = np.interp(np.arange(steps * STEP) / STEP, np.arange(steps + 1), at)
        return gains.astype(np.float32)
