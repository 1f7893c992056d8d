"""Crowds: a pixel in the mean colour of its points, the stronger the more there are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.map.ink import LEVELS, Tint

HALF = float(1 << 26)
"""Two sums share one number, which counts exactly up to 2 to the 53rd."""
DEPTH = 31
"""Steps of a colour."""
MOST = 2_000_000
"""So many points can lie in one pixel before sums of them pass HALF; of more, a part is counted."""
FAINTEST = 0.42
"""How strong a lone point is."""
CROWDED = 8.0
"""So many times the mean of a pixel that has points, it is as strong as can be."""


@dataclass(frozen=True, eq=False)
class Weights:
    """What each point adds to its pixel: two numbers that hold two sums each."""

    red_green: NDArray[np.float64]
    blue_level: NDArray[np.float64]

    def of(self, places: NDArray[np.intp] | None, group: slice) -> Weights:
        """Of some of the points: a part of `places`, or of all."""
        which = group if places is None else places[group]
        return Weights(self.red_green[which], self.blue_level[which])


def weigh(tint: NDArray[np.uint8], level: NDArray[np.uint8], own: tuple[Tint, ...]) -> Weights:
    rgb = np.rint(np.array([one.rgb for one in own], np.float64) * (DEPTH / 255))
    red_green, blue = rgb[:, 0] * HALF + rgb[:, 1], rgb[:, 2] * HALF
    return Weights(red_green[tint], blue[tint] + level)


def shade(
    pixels: NDArray[np.uint32], flat: NDArray[np.intp], weights: Weights, level: NDArray[np.uint8]
) -> None:
    """Set the pixels that have points; `flat` is where each point lies."""
    if not len(flat):
        return
    memory = pixels.reshape(-1)
    part = slice(None, None, -(-len(flat) // MOST))
    flat, level = flat[part], level[part]
    red_green = _summed(flat, weights.red_green[part], len(memory))
    blue_level = _summed(flat, weights.blue_level[part], len(memory))
    used = np.flatnonzero(blue_level > 0)
    if level.min() == level.max():
        counts = np.mod(blue_level[used], HALF) / level[0]
    else:
        counts = np.bincount(flat, minlength=len(memory))[used].astype(np.float64)
    memory[used] = _values(counts, red_green[used], blue_level[used])


def _summed(flat: NDArray[np.intp], weights: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    return np.asarray(np.bincount(flat, weights, count), np.float64)


def _values(
    counts: NDArray[np.float64], red_green: NDArray[np.float64], blue_level: NDArray[np.float64]
) -> NDArray[np.uint32]:
    """Pixel values, premultiplied."""
    red, blue = np.floor(red_green / HALF), np.floor(blue_level / HALF)
    green, level = red_green - red * HALF, blue_level - blue * HALF
    crowd = np.log1p(counts) / np.log1p(CROWDED * counts.mean())
    alpha = np.minimum(FAINTEST + (1 - FAINTEST) * crowd, 1.0) * (level / (counts * LEVELS))
    share = alpha * (255 / DEPTH) / counts
    result: NDArray[np.uint32] = np.rint(alpha * 255).astype(np.uint32) << np.uint32(24)
    for part, shift in ((red, 16), (green, 8), (blue, 0)):
        result |= np.rint(part * share).astype(np.uint32) << np.uint32(shift)
    return result
