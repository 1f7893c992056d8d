"""Crowds: a pixel in the mean colour of its points, the stronger the more there are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.map.ink import LEVELS, Tint

HALF = float(1 << 26)
"""Two sums share one number, which counts exactly up to 2 to the 53rd."""
DEPTH = 31
"""Steps of a colour: sums of them stay below HALF for 250,000 points in one pixel."""
MOST_IN_ONE = 250_000
FAINTEST = 0.42
"""How strong a lone point is."""
CROWDED = 8.0
"""So many times the mean of a pixel that has points, it is as strong as can be."""


def shaded(
    pixels: NDArray[np.uint32],
    flat: NDArray[np.intp],
    tint: NDArray[np.uint8],
    level: NDArray[np.uint8],
    own: tuple[Tint, ...],
) -> None:
    """Set the pixels that have points; `flat` is where each point lies."""
    if not len(flat):
        return
    memory = pixels.reshape(-1)
    counts = np.bincount(flat, minlength=len(memory))
    if counts.max() > MOST_IN_ONE:  # nearly all in one spot: a part of them gives the same mean
        keep = slice(None, None, int(counts.max()) // MOST_IN_ONE + 1)
        flat, tint, level = flat[keep], tint[keep], level[keep]
        counts = np.bincount(flat, minlength=len(memory))
    rgb = np.array([one.rgb for one in own], np.float64) * (DEPTH / 255)
    rgb = np.rint(rgb)
    kinds = tint.astype(np.intp)
    red_green = np.bincount(flat, (rgb[:, 0] * HALF + rgb[:, 1])[kinds], len(memory))
    blue_level = np.bincount(flat, (rgb[:, 2] * HALF)[kinds] + level, len(memory))
    used = np.flatnonzero(counts)
    memory[used] = _values(counts[used], red_green[used], blue_level[used])


def _values(
    counts: NDArray[np.int64], red_green: NDArray[np.float64], blue_level: NDArray[np.float64]
) -> NDArray[np.uint32]:
    """Pixel values, premultiplied."""
    red, blue = np.floor(red_green / HALF), np.floor(blue_level / HALF)
    green, level = red_green - red * HALF, blue_level - blue * HALF
    number = counts.astype(np.float64)
    crowd = np.log1p(number) / np.log1p(CROWDED * number.mean())
    alpha = np.minimum(FAINTEST + (1 - FAINTEST) * crowd, 1.0) * (level / (number * LEVELS))
    share = alpha * (255 / DEPTH) / number
    result = np.rint(alpha * 255).astype(np.uint32) << 24
    for part, shift in ((red, 16), (green, 8), (blue, 0)):
        result |= np.rint(part * share).astype(np.uint32) << np.uint32(shift)
    return result
