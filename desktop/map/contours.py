"""Depth lines of the map: how dense the points lie, as closed lines of equal density."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

LEVELS = (0.03, 0.10, 0.22, 0.40, 0.62)
"""Of the peak."""
CELLS = 224
SMOOTHING = 0.5
"""Of what Scott's rule would take, which blurs clusters into one."""
LEAST, MOST = 0.016, 0.06
"""Width of the blur, as a share of the map."""


@dataclass(frozen=True, eq=False)
class Contours:
    """Each line runs in units of the map, (n, 2); one that closes ends where it begins."""

    lines: tuple[NDArray[np.float32], ...] = ()


def contours(points: NDArray[np.float32]) -> Contours:
    """Of points, (n, 2)."""
    if len(points) < 3:
        return Contours()
    x, y = points[:, 0], points[:, 1]
    middle = np.array([x.min() + x.max(), y.min() + y.max()], float) / 2
    span = float(max(np.ptp(x), np.ptp(y)))
    if span <= 0:
        return Contours()
    scott = float(x.std(dtype=np.float64) + y.std(dtype=np.float64)) / 2 * len(points) ** (-1 / 6)
    width = min(max(SMOOTHING * scott, LEAST * span), MOST * span)
    origin = middle - span / 2 - 3.5 * width
    step = (span + 7 * width) / (CELLS - 1)
    field = _density(points, origin, step, width / step)
    peak = float(field.max())
    lines = [line for level in LEVELS for line in level_lines(field, level * peak)]
    return Contours(tuple((line * step + origin).astype(np.float32) for line in lines))


def _density(
    points: NDArray[np.float32], origin: NDArray[Any], step: float, width: float
) -> NDArray[np.float64]:
    """By cell of a square grid, row by row from the bottom; `width` of the blur in cells."""
    columns, rows = (
        np.rint((points[:, side] - np.float32(origin[side])) / np.float32(step)).astype(np.intp)
        for side in range(2)
    )
    counts = np.bincount(rows * CELLS + columns, minlength=CELLS * CELLS)
    apart = np.subtract.outer(np.arange(CELLS), np.arange(CELLS))
    blur = np.exp(-0.5 * (apart / width) ** 2)
    field: NDArray[np.float64] = blur @ counts.reshape(CELLS, CELLS).astype(np.float64) @ blur
    return field


# Which sides of a cell a line crosses, by which corners lie above: 1, 2, 4, 8 are the corners
# bottom left, bottom right, top right, top left; sides are 0 bottom, 1 right, 2 top, 3 left.
_SIDES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 6: ((0, 2),), 7: ((3, 2),),
    8: ((2, 3),), 9: ((2, 0),), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip
_SADDLES: dict[tuple[int, bool], tuple[tuple[int, int], ...]] = {
    (5, True): ((3, 2), (1, 0)),
    (5, False): ((3, 0), (1, 2)),
    (10, True): ((0, 3), (2, 1)),
    (10, False): ((0, 1), (2, 3)),
}


def level_lines(field: NDArray[np.float64], level: float) -> list[NDArray[np.float64]]:
    """Lines along which a grid of values is `level`, as (x, y) in cells, high ground on their left."""
    above = field > level
    kind = above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8
    rows, columns = np.nonzero((kind > 0) & (kind < 15))
    follows: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        for start, end in _pieces(field, level, int(kind[row, column]), row, column):
            follows[_edge(row, column, start)] = _edge(row, column, end)
    return [_crossings(field, level, chain) for chain in _chains(follows)]


def _pieces(
    field: NDArray[np.float64], level: float, kind: int, row: int, column: int
) -> tuple[tuple[int, int], ...]:
    if kind in (5, 10):
        middle = field[row : row + 2, column : column + 2].mean()
        return _SADDLES[kind, bool(middle > level)]
    return _SIDES[kind]


def _edge(row: int, column: int, side: int) -> tuple[int, int, int]:
    """An edge of the grid as its first corner and whether it goes up: two cells call it alike."""
    if side == 1:
        return row, column + 1, 1
    if side == 2:
        return row + 1, column, 0
    return row, column, 1 if side == 3 else 0


def _chains(follows: dict[tuple[int, int, int], tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Open lines from their beginnings, then rings from anywhere."""
    beginnings = [*(follows.keys() - set(follows.values())), *follows]
    chains = []
    for start in beginnings:
        if start not in follows:
            continue
        chain = [start]
        while chain[-1] in follows:
            chain.append(follows.pop(chain[-1]))
        chains.append(chain)
    return chains


def _crossings(
    field: NDArray[np.float64], level: float, chain: list[tuple[int, int, int]]
) -> NDArray[np.float64]:
    edges = np.array(chain)
    rows, columns, up = edges[:, 0], edges[:, 1], edges[:, 2]
    first, second = field[rows, columns], field[rows + up, columns + 1 - up]
    share = (level - first) / (second - first)
    return np.column_stack([columns + share * (1 - up), rows + share * up])
