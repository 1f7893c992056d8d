"""Turns points into a picture: shapes while they are few, dots when they are many, then shades of a crowd.

Runs in any thread. Pixels are set for all points at once; only shapes are painted one by one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from desktop.map.ink import LEVELS, Tint, strengths, tint_places, tints
from desktop.map.scene import Scene
from desktop.map.shading import Weights, shade, weigh
from desktop.map.sprites import Sprites, premultiplied
from desktop.map.view import View, bounds
from desktop.theme import Theme

SHAPES = 5_000
"""So many visible points are drawn as the shapes of their classes."""
DOTS = 150_000
"""So many as dots; beyond, a pixel shows how many points it has, in the mean of their colours."""
CELLS = 256
TINY = 1e-30
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


def _by_cell(points: NDArray[np.float32], order: NDArray[np.intp]) -> NDArray[np.intp]:
    """Points that lie near each other follow each other: pixels are set from near memory."""
    left, bottom, right, top = bounds(points)
    across = np.float32((CELLS - 1) / max(right - left, TINY))
    upwards = np.float32((CELLS - 1) / max(top - bottom, TINY))
    columns = ((points[:, 0] - np.float32(left)) * across).astype(np.uint16)
    rows = ((points[:, 1] - np.float32(bottom)) * upwards).astype(np.uint16)
    kept: NDArray[np.intp] = order[np.argsort((rows * CELLS + columns)[order], kind="stable")]
    return kept


def in_order(points: NDArray[np.float32]) -> NDArray[np.intp]:
    order = _shuffled(len(points))
    return _by_cell(points, order) if len(order) > DOTS else order


def prepare(scene: Scene, order: NDArray[np.intp]) -> Prepared:
    """`order`: of all points, as `in_order` says."""
    if scene.shown is not None:
        order = order[scene.shown[order]]
    parts = [order[:0], order, order[:0]]
    if scene.found is not None or scene.chosen is not None:
        rank = np.ones(len(order), np.uint8)
        if scene.found is not None:
            rank[~scene.found[order]] = 0
        if scene.chosen is not None:
            rank[scene.chosen[order]] = 2
        parts = [order[rank == which] for which in range(3)]
        order = np.concatenate(parts)
    lost, plain, chosen = np.cumsum([len(part) for part in parts]).tolist()
    x, y = (np.take(scene.points[:, side], order) for side in range(2))
    return Prepared(x, y, tint_places(scene, order), strengths(scene, order), (lost, plain, chosen))


class Renderer:
    """Keeps what two pictures in a row share; belongs to one thread at a time."""

    def __init__(self) -> None:
        self._scene = Scene()
        self._order = in_order(self._scene.points)
        self._prepared = prepare(self._scene, self._order)
        self._weights: Weights | None = None
        self._tints: tuple[Tint, ...] = ()
        self._sprites = Sprites()

    def draw(self, scene: Scene, frame: Frame) -> Picture:
        if scene is not self._scene:
            if scene.points is not self._scene.points:
                self._order = in_order(scene.points)
            self._scene, self._prepared, self._weights = scene, prepare(scene, self._order), None
        own = tints(scene, frame.theme)
        placed = _place(self._prepared, frame)
        if placed.visible <= SHAPES:
            return self._shapes(placed, own, frame)
        if placed.visible <= DOTS:
            return _dots(placed, own, frame)
        if self._weights is None or own != self._tints:
            self._tints = own
            self._weights = weigh(self._prepared.tint, self._prepared.level, own)
        return _crowd(placed, own, frame, self._weights)

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
    places: NDArray[np.intp] | None
    """Of these points among those prepared; None: all."""
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
    tint, level, ends = prepared.tint, prepared.level, prepared.ends
    near, places = _near(x, y, view, frame.edge + around), None
    if not near.all():
        places = np.flatnonzero(near)
        x, y, tint, level = x[places], y[places], tint[places], level[places]
        lost, plain, chosen = np.searchsorted(places, ends).tolist()
        ends = (lost, plain, chosen)
    visible = len(x)
    if frame.edge and SHAPES < visible < 3 * DOTS:
        visible = int(np.count_nonzero(_near(x, y, view, 0.0)))
    x += np.float32(view.width / 2 + frame.edge)
    y += np.float32(view.height / 2 + frame.edge)
    x *= np.float32(frame.dots)
    y *= np.float32(frame.dots)
    return _Placed(x, y, tint, level, ends, places, visible)


def _near(x: NDArray[np.float32], y: NDArray[np.float32], view: View, edge: float) -> NDArray[np.bool_]:
    """In the view or at most `edge` points beside it; places from its middle."""
    return (np.abs(x) < view.width / 2 + edge) & (np.abs(y) < view.height / 2 + edge)


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
    return float(max(round(points * 4) / 4, 0.75) * frame.dots)


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


def _crowd(placed: _Placed, own: tuple[Tint, ...], frame: Frame, weights: Weights) -> Picture:
    """One pixel a point of the screen: finer, single tracks would be lost on a dense screen."""
    block = max(round(frame.dots), 1)
    dots = frame.dots / block
    reach = int(np.ceil(frame.radius + 3))
    width, height = _size(frame, dots)
    pixels = np.zeros((height + 2 * reach, width + 2 * reach), np.uint32)
    if block > 1:
        placed = replace(placed, x=placed.x / np.float32(block), y=placed.y / np.float32(block))
    lost, plain, chosen = placed.ends
    point = ((0, 0, 1.0),)
    _stamp(pixels, placed, slice(0, lost), own, point, reach)
    group = slice(lost, plain)
    of_group = weights.of(placed.places, group)
    shade(pixels, _flat(placed, group, pixels.shape[1], reach), of_group, placed.level[group])
    _stamp(pixels, placed, slice(plain, chosen), own, point, reach)
    return _picture(frame, pixels, dots, reach)


def _picture(frame: Frame, pixels: Pixels, dots: float, reach: int) -> Picture:
    height, width = pixels.shape
    image = QImage(pixels.data.cast("B"), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dots)
    around = frame.edge + reach / dots
    return Picture(frame, image, around, around, pixels)
