"""Turns points into a picture: shapes while they are few, dots when they are many, then shades of a crowd.

Runs in any thread. Pixels are set for all points at once; only shapes are painted one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from desktop.map.ink import LEVELS, Tint, strengths, tint_places, tints
from desktop.map.scene import Scene
from desktop.map.shading import shaded
from desktop.map.sprites import Sprites, premultiplied
from desktop.map.view import View
from desktop.theme import Theme

SHAPES = 5_000
"""So many visible points are drawn as the shapes of their classes."""
DOTS = 150_000
"""So many as dots; beyond, a pixel shows how many points it has, in the mean of their colours."""
Pixels = NDArray[np.uint32]


@dataclass(frozen=True)
class Frame:
    """What a picture is to cover: a view and `edge` points around it, at `dots` pixels a point."""

    view: View
    theme: Theme
    dots: float = 1.0
    edge: int = 0
    radius: float = 4.0
    """Of a shape, in points."""
    crowd: float = 1.0
    """How many points one view would have if all lay as close as they do at this scale."""


@dataclass(frozen=True, eq=False)
class Picture:
    """`image` begins `left` and `top` points before the view of its frame; `pixels` is its memory."""

    frame: Frame
    image: QImage
    left: float
    top: float
    pixels: Pixels | None = None

    def paint(self, painter: QPainter, view: View) -> None:
        """As it lies in `view`, which may have moved on: shifted and stretched until a new one comes."""
        drawn = self.frame.view
        grown = view.scale / drawn.scale
        painter.save()
        painter.translate(view.to_screen(drawn.x, drawn.y))
        painter.scale(grown, grown)
        painter.drawImage(QPointF(-drawn.width / 2 - self.left, -drawn.height / 2 - self.top), self.image)
        painter.restore()


@dataclass(frozen=True, eq=False)
class Prepared:
    """Points that are seen, in the order in which they are drawn: lost to the query, plain, chosen."""

    x: NDArray[np.float32]
    y: NDArray[np.float32]
    tint: NDArray[np.uint8]
    level: NDArray[np.uint8]
    ends: tuple[int, int, int]


@lru_cache(maxsize=2)
def _shuffled(count: int) -> NDArray[np.intp]:
    """No class lies on top of the others only because it comes last; the same each time."""
    return np.random.default_rng(0).permutation(count)


def prepare(scene: Scene) -> Prepared:
    order = _shuffled(len(scene))
    if scene.shown is not None:
        order = order[scene.shown[order]]
    rank = np.ones(len(order), np.uint8)
    if scene.found is not None:
        rank[~scene.found[order]] = 0
    if scene.chosen is not None:
        rank[scene.chosen[order]] = 2
    parts = [order[rank == which] for which in range(3)]
    order = np.concatenate(parts)
    ends = np.cumsum([len(part) for part in parts])
    points = scene.points[order]
    return Prepared(
        np.ascontiguousarray(points[:, 0]),
        np.ascontiguousarray(points[:, 1]),
        tint_places(scene, order),
        strengths(scene, order),
        (int(ends[0]), int(ends[1]), int(ends[2])),
    )


class Renderer:
    """Keeps what two pictures in a row share; belongs to one thread at a time."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._prepared = prepare(Scene())
        self._sprites = Sprites()

    def draw(self, scene: Scene, frame: Frame) -> Picture:
        if scene is not self._scene:
            self._scene, self._prepared = scene, prepare(scene)
        own = tints(scene, frame.theme)
        placed = _place(self._prepared, frame)
        if placed.visible <= SHAPES:
            return self._shapes(placed, own, frame)
        if placed.visible <= DOTS:
            return _dots(placed, own, frame)
        return _crowd(placed, own, frame)

    def _shapes(self, placed: _Placed, own: tuple[Tint, ...], frame: Frame) -> Picture:
        width, height = _size(frame, frame.dots)
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        radius = frame.radius * frame.dots
        self._sprites.paint(painter, placed.x, placed.y, placed.tint, placed.level, own, radius)
        painter.end()
        image.setDevicePixelRatio(frame.dots)
        return Picture(frame, image, frame.edge, frame.edge)


@dataclass(frozen=True, eq=False)
class _Placed:
    """Points that lie in a frame, in its pixels."""

    x: NDArray[np.float32]
    y: NDArray[np.float32]
    tint: NDArray[np.uint8]
    level: NDArray[np.uint8]
    ends: tuple[int, int, int]
    visible: int
    """How many of them lie in the view itself, without what is around it."""


def _size(frame: Frame, dots: float) -> tuple[int, int]:
    sides = (frame.view.width, frame.view.height)
    width, height = (max(round((side + 2 * frame.edge) * dots), 1) for side in sides)
    return width, height


def _place(prepared: Prepared, frame: Frame) -> _Placed:
    view, around = frame.view, frame.radius + 2
    x, y = prepared.x - np.float32(view.x), np.float32(view.y) - prepared.y
    x *= np.float32(view.scale)
    y *= np.float32(view.scale)
    across, down = view.width / 2 + frame.edge + around, view.height / 2 + frame.edge + around
    near = (np.abs(x) < across) & (np.abs(y) < down)
    places = np.flatnonzero(near)
    ends = np.searchsorted(places, prepared.ends)
    x, y = x[places], y[places]
    visible = len(places)
    if frame.edge and visible > SHAPES:
        visible = int(((np.abs(x) < view.width / 2) & (np.abs(y) < view.height / 2)).sum())
    x += np.float32(view.width / 2 + frame.edge)
    y += np.float32(view.height / 2 + frame.edge)
    x *= np.float32(frame.dots)
    y *= np.float32(frame.dots)
    whole = (int(ends[0]), int(ends[1]), int(ends[2]))
    return _Placed(x, y, prepared.tint[places], prepared.level[places], whole, visible)


# Dots


@lru_cache(maxsize=64)
def disc(radius: float) -> tuple[tuple[int, int, float], ...]:
    """Pixels of a dot, as right, down and how much of each is covered; its rim comes first."""
    reach = int(np.ceil(radius + 0.5))
    fine = (np.arange(8) + 0.5) / 8 - 0.5
    found = []
    for right in range(-reach, reach + 1):
        for down in range(-reach, reach + 1):
            inside = np.hypot(*np.meshgrid(right + fine, down + fine)) <= radius
            cover = round(float(inside.mean()) * 8) / 8
            if cover > 0:
                found.append((right, down, cover))
    return tuple(sorted(found, key=lambda pixel: pixel[2]))


def dot_radius(frame: Frame) -> float:
    """In pixels: smaller in a crowd, by steps, so that dots do not shimmer while the map is zoomed."""
    points = 3.0 * (SHAPES / max(frame.crowd, SHAPES)) ** 0.32
    return max(round(points * 4) / 4, 0.75) * frame.dots


def _dots(placed: _Placed, own: tuple[Tint, ...], frame: Frame) -> Picture:
    stamp = disc(dot_radius(frame))
    reach = max(right for right, _, _ in stamp) + int(np.ceil((frame.radius + 3) * frame.dots))
    width, height = _size(frame, frame.dots)
    pixels = np.zeros((height + 2 * reach, width + 2 * reach), np.uint32)
    begin = 0
    for end in placed.ends:
        group = slice(begin, end)
        _stamp(pixels, placed, group, own, stamp, reach)
        begin = end
    return _picture(frame, pixels, frame.dots, reach)


def _stamp(
    pixels: Pixels,
    placed: _Placed,
    group: slice,
    own: tuple[Tint, ...],
    stamp: tuple[tuple[int, int, float], ...],
    reach: int,
) -> None:
    """Rims first: where dots meet, no rim cuts into a dot."""
    across = pixels.shape[1]
    flat, kinds = _flat(placed, group, across, reach), _kinds(placed, group)
    memory = pixels.reshape(-1)
    cover = -1.0
    values = np.empty(0, np.uint32)
    for right, down, covered in stamp:
        if covered != cover:
            cover, values = covered, premultiplied(own, covered)[kinds]
        memory[flat + (down * across + right)] = values


def _flat(placed: _Placed, group: slice, across: int, reach: int) -> NDArray[np.intp]:
    column = (placed.x[group] + np.float32(reach)).astype(np.intp)
    row = (placed.y[group] + np.float32(reach)).astype(np.intp)
    row *= across
    row += column
    return row


def _kinds(placed: _Placed, group: slice) -> NDArray[Any]:
    kinds = placed.tint[group].astype(np.intp)
    kinds *= LEVELS
    kinds += placed.level[group]
    kinds -= 1
    return kinds


# Crowds


def _crowd(placed: _Placed, own: tuple[Tint, ...], frame: Frame) -> Picture:
    """One pixel a point of the screen: finer, single tracks would be lost on a dense screen."""
    block = max(round(frame.dots), 1)
    dots = frame.dots / block
    reach = int(np.ceil(frame.radius + 3))
    width, height = _size(frame, dots)
    pixels = np.zeros((height + 2 * reach, width + 2 * reach), np.uint32)
    shrunk = _Placed(
        placed.x / np.float32(block), placed.y / np.float32(block),
        placed.tint, placed.level, placed.ends, placed.visible,
    )  # fmt: skip
    lost, plain, chosen = placed.ends
    point = ((0, 0, 1.0),)
    _stamp(pixels, shrunk, slice(0, lost), own, point, reach)
    group = slice(lost, plain)
    shaded(pixels, _flat(shrunk, group, pixels.shape[1], reach), placed.tint[group], placed.level[group], own)
    _stamp(pixels, shrunk, slice(plain, chosen), own, point, reach)
    return _picture(frame, pixels, dots, reach)


def _picture(frame: Frame, pixels: Pixels, dots: float, reach: int) -> Picture:
    height, width = pixels.shape
    image = QImage(
        memoryview(pixels).cast("B"), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(dots)
    around = frame.edge + reach / dots
    return Picture(frame, image, around, around, pixels)
