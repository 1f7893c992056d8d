"""Batches of excerpts for an encoder that learns along: one of each track in each epoch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from core.audio.augment import augment
from core.training.batches import Batch, in_batches
from core.training.sounds import Piece, Sounds

Crop = Literal["random", "first", "middle"]


class ExcerptBatches:
    """`targets[i]` belongs to track `tracks[i]`. A track that cannot be heard is missing from its batch."""

    def __init__(
        self,
        sounds: Sounds,
        tracks: Sequence[int],
        targets: NDArray[np.generic],
        size: int,
        seed: int,
        *,
        shuffle: bool = True,
        crop: Crop = "random",
        changed: bool = False,
    ) -> None:
        self._sounds, self._tracks, self._targets = sounds, tracks, targets
        self._size, self._seed, self._shuffle = size, seed, shuffle
        self._crop, self._changed = crop, changed

    def count(self) -> int:
        return len(self._parts(0))

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        parts = self._parts(number)[first:]
        pieces = [self._piece(number, row) for rows in parts for row in rows.tolist()]
        heard = self._sounds.get(pieces)
        found = next(heard, None)
        for rows in parts:
            there, samples = list[int](), list[NDArray[np.float32]]()
            for row in rows.tolist():
                if found is not None and found[0].track_id == self._tracks[row]:
                    there.append(row)
                    samples.append(self._change(found[1], number, row))
                    found = next(heard, None)
            stacked = np.stack(samples) if there else np.zeros((0, self._sounds.length), np.float32)
            yield Batch(torch.from_numpy(stacked), torch.from_numpy(self._targets[there]))

    def _parts(self, epoch: int) -> list[NDArray[np.int64]]:
        return in_batches(len(self._tracks), self._size, self._seed, epoch, shuffle=self._shuffle)

    def _piece(self, epoch: int, row: int) -> Piece:
        """Where a track is cut in an epoch is told by both, whatever came before."""
        track_id = self._tracks[row]
        spare = max(self._sounds.total(track_id) - self._sounds.length, 0)
        if self._crop == "first" or not spare:
            return Piece(track_id, 0)
        if self._crop == "middle":
            return Piece(track_id, spare // 2)
        rng = np.random.default_rng((self._seed, epoch, track_id))
        return Piece(track_id, int(rng.integers(0, spare + 1)))

    def _change(self, samples: NDArray[np.float32], epoch: int, row: int) -> NDArray[np.float32]:
        if not self._changed:
            return samples
        rng = np.random.default_rng((self._seed, epoch, self._tracks[row], 1))
        return augment(samples, self._sounds.rate_hz, rng)
