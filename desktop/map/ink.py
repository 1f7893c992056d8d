"""The colour, shape and strength of every point."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from desktop.map.scene import Scene
from desktop.theme import ClassStyle, Theme

RAMP_STEPS = 32
RAMP_START = 0.375
"""Where a ramp begins: its first stops are the colour of the plot itself."""
LEVELS = 8
DIMMED = 0.14
"""What the query leaves out."""
BESIDE_CHOSEN = 0.55
"""What is not chosen while several are; for one alone the map does not change."""
LEAST_TRUST = 0.15


@dataclass(frozen=True)
class Tint:
    """One way to draw a point."""

    colour: str
    symbol: str = "o"
    hollow: bool = False

    @property
    def rgb(self) -> tuple[int, int, int]:
        return _rgb(self.colour)


@cache
def _rgb(colour: str) -> tuple[int, int, int]:
    found = QColor(colour)
    return found.red(), found.green(), found.blue()


def ramp_colours(theme: Theme, ramp: str, steps: int = RAMP_STEPS) -> tuple[str, ...]:
    """From low to high, as points and legend show them."""
    return _mixed(theme.ramps[ramp], steps)


@cache
def _mixed(ramp: tuple[str, ...], steps: int) -> tuple[str, ...]:
    stops = [_rgb(stop) for stop in ramp]
    places = np.linspace(RAMP_START, 1.0, steps) * (len(stops) - 1)
    mixed = [np.interp(places, range(len(stops)), [stop[part] for stop in stops]) for part in range(3)]
    return tuple("#{:02X}{:02X}{:02X}".format(*map(round, rgb)) for rgb in zip(*mixed, strict=True))


def tint(style: ClassStyle | None, theme: Theme) -> Tint:
    """A class as `theme` draws it; None is "other"."""
    if style is None:
        return Tint(theme.colours["text3"])
    drawn = next((own for own in theme.classes if own.name == style.name), style)
    return Tint(drawn.colour, drawn.symbol, drawn.hollow)


def no_value(theme: Theme) -> Tint:
    return Tint(theme.colours["text3"], "o", hollow=True)


def tints(scene: Scene, theme: Theme) -> tuple[Tint, ...]:
    """What `tint_places` points into; the last is for points without a value."""
    if scene.numbers is not None:
        own = tuple(Tint(colour) for colour in ramp_colours(theme, scene.numbers.ramp))
    elif scene.codes is not None:
        own = (*(tint(style, theme) for style in scene.styles), tint(None, theme))
    else:
        return (Tint(theme.colours["text2"]),)
    return (*own, no_value(theme))


def tint_places(scene: Scene, points: NDArray[np.intp]) -> NDArray[np.uint8]:
    if scene.numbers is not None:
        return _ramp_places(scene, points)
    if scene.codes is None:
        return np.zeros(len(points), np.uint8)
    other = len(scene.styles)
    codes = scene.codes[points]
    return np.where(codes < 0, other + 1, np.minimum(codes, other)).astype(np.uint8)


def _ramp_places(scene: Scene, points: NDArray[np.intp]) -> NDArray[np.uint8]:
    numbers = scene.numbers
    assert numbers is not None
    values = numbers.values[points]
    span = numbers.high - numbers.low
    share = (values - numbers.low) / span if span > 0 else np.where(np.isnan(values), np.nan, 0.5)
    steps = np.clip(np.nan_to_num(share) * RAMP_STEPS, 0, RAMP_STEPS - 1)
    return np.where(np.isnan(share), RAMP_STEPS, steps).astype(np.uint8)


def strengths(scene: Scene, points: NDArray[np.intp]) -> NDArray[np.uint8]:
    """From 1, hardly there, to LEVELS, in full."""
    result = np.ones(len(points), np.float32)
    if scene.trust is not None:
        trust = np.clip(np.nan_to_num(scene.trust[points]), 0.0, 1.0)
        result *= LEAST_TRUST + (1 - LEAST_TRUST) * trust
    if scene.chosen is not None and int(np.count_nonzero(scene.chosen)) > 1:
        result[~scene.chosen[points]] *= BESIDE_CHOSEN
    if scene.found is not None:
        lost = ~scene.found[points]
        result[lost] = np.minimum(result[lost], DIMMED)
    return np.maximum(np.rint(result * LEVELS), 1).astype(np.uint8)
