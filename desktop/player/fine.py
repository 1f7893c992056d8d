"""The samples themselves, for a picture of so few seconds that no bin of a pyramid is small enough."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.audio.peaks import BASE, PIECE_S

KEPT = 48
"""Pieces, of some 200 kB each."""


@dataclass(frozen=True)
class _Piece:
    rate_hz: int
    samples: NDArray[np.int16]


class Fine:
    def __init__(self) -> None:
        self._pieces: OrderedDict[tuple[str, int], _Piece] = OrderedDict()

    def put(self, path: str, number: int, rate_hz: int, body: bytes) -> None:
        self._pieces[path, number] = _Piece(rate_hz, np.frombuffer(body, np.int16))
        while len(self._pieces) > KEPT:
            self._pieces.popitem(last=False)

    def clear(self) -> None:
        self._pieces.clear()

    def missing(self, path: str, start_s: float, end_s: float) -> list[int]:
        return [n for n in _numbers(start_s, end_s) if (path, n) not in self._pieces]

    def columns(self, path: str, start_s: float, end_s: float, width: int) -> NDArray[np.float32] | None:
        """As those of a pyramid; None until every piece is there."""
        found = [self._pieces.get((path, n)) for n in _numbers(start_s, end_s)]
        pieces = [piece for piece in found if piece is not None]
        if not pieces or len(pieces) < len(found) or end_s <= start_s:
            return None
        rate_hz = pieces[0].rate_hz
        sound = np.concatenate([piece.samples for piece in pieces]).astype(np.float32) / 32767
        if len(sound) < 2:
            return None
        edges = np.linspace(start_s, end_s, width + 1) * rate_hz - _first(start_s) * round(PIECE_S * rate_hz)
        at_edges = np.interp(edges, np.arange(len(sound)), sound, right=0.0).astype(np.float32)
        low, high = np.minimum(at_edges[:-1], at_edges[1:]), np.maximum(at_edges[:-1], at_edges[1:])
        inside = np.clip(np.ceil(edges).astype(np.int64), 0, len(sound))
        holds = np.flatnonzero(np.diff(inside) > 0)
        if len(holds):
            pairs = np.stack([inside[holds], inside[holds + 1]], axis=1).ravel()
            padded = np.append(sound, np.float32(0))
            low[holds] = np.minimum(low[holds], np.minimum.reduceat(padded, pairs)[::2])
            high[holds] = np.maximum(high[holds], np.maximum.reduceat(padded, pairs)[::2])
        return np.stack([low, high, np.maximum(-low, high)], axis=1)


def is_fine(start_s: float, end_s: float, width: int, rate_hz: int) -> bool:
    """Whether a dot has fewer samples than the smallest bin."""
    return (end_s - start_s) * rate_hz < width * BASE


def _first(start_s: float) -> int:
    return max(int(start_s // PIECE_S), 0)


def _numbers(start_s: float, end_s: float) -> range:
    return range(_first(start_s), int(max(end_s - 1e-9, 0) // PIECE_S) + 1)
