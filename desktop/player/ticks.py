"""How the axes of the player are written: times as m:ss, pitches in Hz and kHz."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QCoreApplication

from desktop.times import clock

_STEPS = (
    *(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30),
    *(60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000),
)
_MINOR = {15: 5, 30: 10, 60: 15, 120: 30, 300: 60, 600: 120, 900: 300, 1800: 600, 3600: 900}
HAIR_S = 5e-7
"""Rounding of what is computed, which nobody sees."""
HERTZ = (1000, 5000, 200)
"""The first are the most useful."""


def between(start_s: float, end_s: float) -> str:
    """`0:42.0–0:47.0`"""
    return f"{clock(start_s, 1)}–{clock(end_s, 1)}"


def step_for(length_s: float, width_px: int, label_px: int) -> float:
    """The smallest usual step whose labels do not crowd."""
    least = length_s * label_px / max(width_px, 1)
    return next((step for step in _STEPS if step >= least), _STEPS[-1])


def time_ticks(
    start_s: float, end_s: float, width_px: int, label_px: int
) -> tuple[list[tuple[float, str]], list[float]]:
    """Labelled instants with their words, and the smaller ticks between them."""
    length = end_s - start_s
    if length <= 0:
        return [], []
    step = step_for(length, width_px, label_px)
    digits = 0 if step >= 1 else 1 if step >= 0.1 else 2
    first, last = ceil((start_s - HAIR_S) / step), floor((end_s + HAIR_S) / step)
    large = [(n * step, clock(n * step, digits)) for n in range(first, last + 1)]
    minor = _MINOR.get(int(step), step / 5)
    first, last = ceil((start_s - HAIR_S) / minor), floor((end_s + HAIR_S) / minor)
    ratio = round(step / minor)
    return large, [n * minor for n in range(first, last + 1) if n % ratio]


def hertz(value: int) -> str:
    """`200 Hz`, `5 kHz`"""
    if value < 1000:
        return QCoreApplication.translate("Ticks", "{} Hz").format(value)
    return QCoreApplication.translate("Ticks", "{} kHz").format(value // 1000)
