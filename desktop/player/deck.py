"""Between the voice, which writes ahead, and the device, which takes when it must: a ring of samples.

One thread writes and one takes. Neither waits for the other: the taker only
moves `taken`, the writer only what lies beyond it.
"""

from __future__ import annotations

import time

import numpy as np

from core.audio.reader import Samples

LENGTH_S = 4.0
FADE_S = 0.004
"""So long does a cut take, that it may not click."""
MARGIN_S = 0.015
"""What the device will take before a cut can be made."""


class Deck:
    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self._ring: Samples = np.zeros((round(LENGTH_S * rate_hz), 2), np.float32)
        self.fade = round(FADE_S * rate_hz)
        self._ramp = (np.arange(self.fade, dtype=np.float32)[:, None] + 1) / np.float32(self.fade + 1)
        self.written = 0
        self.taken = 0
        self.goes = False
        """The writer's wish: be taken from."""
        self._is_going = False
        self.resumes = False
        """The writer's word: taking goes on amid a sound."""
        self.volume = 1.0
        self._volume = 1.0
        self._largest = 0
        self._clock = (0, 0.0)
        """A frame, and when it is heard."""
        self._peak = np.zeros(2, np.float32)
        self.first: float | None = None
        """When the first frame was taken since this was set to None."""

    # The writer's side

    @property
    def ahead(self) -> int:
        return self.written - self.taken

    def write(self, samples: Samples) -> None:
        start = self.written % len(self._ring)
        first = samples[: len(self._ring) - start]
        self._ring[start : start + len(first)] = first
        rest = samples[len(first) :]
        self._ring[: len(rest)] = rest
        self.written += len(samples)

    def cut(self) -> Samples:
        """Take back what was written and need not be heard; what would have come first, to fade out from."""
        if not (self.goes or self._is_going):
            self.written = self.taken
            return self._ring[:0]
        keep = self.taken + self._largest + round(MARGIN_S * self.rate_hz)
        if keep >= self.written:
            return self._ring[:0]
        tail = self._look(keep, min(self.fade, self.written - keep))
        self.written = keep
        return tail

    def faded_out(self, samples: Samples) -> Samples:
        ramp = self._ramp[::-1]
        return samples * ramp[len(ramp) - len(samples) :]

    def faded_in(self, samples: Samples, after: Samples | None = None) -> Samples:
        """Its first frames grow out of silence, or out of what would have come."""
        result = samples.copy()
        count = min(len(samples), self.fade)
        result[:count] *= self._ramp[:count]
        if after is not None and len(after):
            count = min(count, len(after))
            result[:count] += after[:count] * (1 - self._ramp[:count])
        return result

    def heard(self) -> int:
        """The frame that is heard now."""
        frame, when = self._clock
        return min(frame + round((time.monotonic() - when) * self.rate_hz), self.taken)

    def peaks(self) -> tuple[float, float]:
        """The highest of each side since this was asked last."""
        peak, self._peak = self._peak, np.zeros(2, np.float32)
        return float(peak[0]), float(peak[1])

    def _look(self, start: int, count: int) -> Samples:
        return self._ring[np.arange(start, start + count) % len(self._ring)]

    # The device's side

    def fill(self, out: Samples, delay_s: float) -> None:
        """The next frames, and silence where there are none; they are heard after `delay_s`."""
        self._largest = max(self._largest, len(out))
        now = time.monotonic()
        if not self._is_going:
            self._volume = self.volume  # nothing is heard that could jump
        count = 0
        if self.goes or self._is_going:
            count = min(len(out) if self.goes else min(len(out), self.fade), self.ahead)
            start = self.taken % len(self._ring)
            first = min(count, len(self._ring) - start)
            out[:first] = self._ring[start : start + first]
            out[first:count] = self._ring[: count - first]
            if not self.goes:
                out[:count] *= np.linspace(1, 0, count, dtype=np.float32)[:, None]
            elif not self._is_going and count and self.resumes:
                ramp = self._ramp[:count]
                out[: len(ramp)] *= ramp
            self._is_going = self.goes and (self._is_going or count > 0)
            if count:
                self._clock = (self.taken, now + delay_s)
            self.taken += count
            if count and self.first is None:
                self.first = now
        out[count:] = 0
        self._turn_volume(out)
        np.maximum(self._peak, np.abs(out).max(axis=0, initial=0), out=self._peak)

    def _turn_volume(self, out: Samples) -> None:
        wanted = self.volume
        if wanted != self._volume:
            out *= np.linspace(self._volume, wanted, len(out), dtype=np.float32)[:, None]
            self._volume = wanted
        elif wanted != 1.0:
            out *= np.float32(wanted)
