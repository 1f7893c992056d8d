"""The shape of the sound as an image: peaks, and within them the mean level, smooth at their edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from core.audio.peaks import Pyramid

PEAK_SHARE = 0.62
"""How much of the colour a peak has; the mean level has all of it."""
MOST_GAIN = 12.0
"""A quiet track is drawn so much taller at most."""

Columns = NDArray[np.float32]


def gain_of(pyramid: Pyramid) -> float:
    """Brings the loudest instant of a track to the full height."""
    coarsest = pyramid.levels[-1]
    if not len(coarsest):
        return 1.0
    peak = float(np.abs(coarsest[:, :2].astype(np.float32)).max()) / 32767
    return min(0.98 / peak, MOST_GAIN) if peak > 0 else 1.0


def wave_image(columns: Columns, height: int, colour: QColor, gold: QColor, heard: slice) -> QImage:
    """One column of dots for each row of `columns`; those in `heard` are gold."""
    width = len(columns)
    if not width or height < 1:
        return QImage()
    low, high, mean = (columns[:, i][None, :] for i in range(3))
    peaks = _cover(low, high, height)
    inner = _cover(np.maximum(low, -mean), np.minimum(high, mean), height)
    alpha = np.maximum(peaks * PEAK_SHARE, inner)
    tint = np.empty((width, 3), np.float32)
    tint[:] = (colour.blueF(), colour.greenF(), colour.redF())
    tint[heard] = (gold.blueF(), gold.greenF(), gold.redF())
    dots = np.empty((height, width, 4), np.float32)
    dots[:, :, :3] = tint[None, :, :] * alpha[:, :, None]
    dots[:, :, 3] = alpha
    bytes_ = np.rint(dots * 255).astype(np.uint8).tobytes()
    return QImage(bytes_, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _cover(low: Columns, high: Columns, height: int) -> Columns:
    """How much of each dot lies between two heights; at least one dot of a column in all."""
    top, bottom = (1 - high) * (height / 2), (1 - low) * (height / 2)
    thin = np.maximum(1 - (bottom - top), 0) / 2
    top, bottom = top - thin, bottom + thin
    rows = np.arange(height, dtype=np.float32)[:, None]
    covered: Columns = np.clip(np.minimum(rows + 1, bottom) - np.maximum(rows, top), 0, 1)
    return covered
