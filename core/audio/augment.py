"""What a recording could as well have sounded like: louder, softer, duller, thinner, noisier, inverted.

Each change is drawn from a generator of the caller's, so that it can be drawn
again. None of them makes other music of it: pitch and tempo stay.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

GAIN_DB = 6.0
NOISE_DB = (20.0, 45.0)
"""How far noise lies below the sound."""
OFTEN = 0.5
"""How often the spectrum is bent, and noise comes in."""
DULL_HZ, THIN_HZ = (2000.0, 8000.0), (60.0, 400.0)
SLOPE = 2
"""Order of the filters: 12 dB an octave."""


def augment(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
    """A changed copy, in [-1, 1]."""
    changed = samples.astype(np.float32, copy=True)
    if not len(changed):
        return changed
    if rng.random() < OFTEN:
        changed = _bend(changed, rate_hz, rng)
    if rng.random() < OFTEN:
        level = float(np.sqrt(np.mean(changed**2))) * 10 ** (-rng.uniform(*NOISE_DB) / 20)
        changed += np.float32(level) * rng.standard_normal(len(changed), np.float32)
    changed *= np.float32(10 ** (rng.uniform(-GAIN_DB, GAIN_DB) / 20) * rng.choice((-1.0, 1.0)))
    return np.clip(changed, -1, 1)


def _bend(samples: Samples, rate_hz: int, rng: np.random.Generator) -> Samples:
    """Through a Butterworth response that cuts above or below a frequency drawn evenly in octaves."""
    dull = rng.random() < OFTEN
    edge = np.exp(rng.uniform(*np.log(DULL_HZ if dull else THIN_HZ)))
    hz = np.fft.rfftfreq(len(samples), 1 / rate_hz)
    ratio = hz / edge if dull else edge / np.maximum(hz, 1e-3)
    response = 1 / np.sqrt(1 + ratio ** (2 * SLOPE))
    bent: Samples = np.fft.irfft(np.fft.rfft(samples) * response, len(samples)).astype(np.float32)
    return bent
