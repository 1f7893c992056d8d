"""Speed and pitch, each on its own. Where neither is changed, the samples are handed through untouched."""

from __future__ import annotations

import numpy as np
import soxr

from core.audio.reader import Samples
from core.audio.vocoder import Vocoder

SLOWEST, FASTEST = 0.5, 2.0
DEEPEST, HIGHEST = -12.0, 12.0


class Stretch:
    """Feed it (n, 2) at `rate_hz`; for n frames it gives n / speed in all, to the frame.

    `speed` 2 is twice as fast; `semitones` 12 is an octave up.
    """

    def __init__(self, rate_hz: int, speed: float = 1.0, semitones: float = 0.0) -> None:
        self.speed = speed
        self.is_plain = speed == 1.0 and semitones == 0.0
        raised = 2.0 ** (semitones / 12)
        ratio = raised / speed
        self._vocoder = Vocoder(rate_hz, ratio) if abs(ratio - 1) > 1e-9 else None
        self._resampler = (
            soxr.ResampleStream(rate_hz * raised, rate_hz, 2, dtype="float32") if raised != 1.0 else None
        )
        self._fed = 0
        self._given = 0

    def feed(self, samples: Samples) -> Samples:
        if self.is_plain:
            return samples
        self._fed += len(samples)
        stretched = self._vocoder.feed(samples) if self._vocoder else samples
        return self._count(self._raise(stretched, last=False))

    def finish(self) -> Samples:
        """What is still on its way. Nothing may be fed any more."""
        if self.is_plain:
            return np.zeros((0, 2), np.float32)
        rest = self._vocoder.finish() if self._vocoder else np.zeros((0, 2), np.float32)
        rest = self._raise(rest, last=True)
        missing = round(self._fed / self.speed) - self._given
        if len(rest) < missing:
            rest = np.concatenate([rest, np.zeros((missing - len(rest), 2), np.float32)])
        return self._count(rest[:missing])

    def _raise(self, samples: Samples, *, last: bool) -> Samples:
        if self._resampler is None:
            return samples
        raised: Samples = self._resampler.resample_chunk(np.ascontiguousarray(samples), last=last)
        return raised

    def _count(self, samples: Samples) -> Samples:
        self._given += len(samples)
        return samples
