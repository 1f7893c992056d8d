"""What is learnt from, batch by batch: the same batches in the same order from the same seed.

Each epoch is a draw of its own, told by seed and number, so that training can go
on in the middle of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


@dataclass(frozen=True)
class Batch:
    inputs: Tensor
    targets: Tensor


class Batches(Protocol):
    def count(self) -> int:
        """Batches of an epoch."""

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        """From batch `first` on."""


def in_batches(n: int, size: int, seed: int, epoch: int, *, shuffle: bool = True) -> list[NDArray[np.int64]]:
    """Rows of `n`. A last batch of a single row joins the one before, as no norm can be taken over one."""
    rows = np.random.default_rng((seed, epoch)).permutation(n) if shuffle else np.arange(n)
    parts = [rows[start : start + size] for start in range(0, n, size)]
    if len(parts) > 1 and len(parts[-1]) == 1:
        parts[-2:] = [np.concatenate(parts[-2:])]
    return parts


class VectorBatches:
    """Of vectors that are in memory: an encoder that is frozen was asked once."""

    def __init__(
        self,
        values: NDArray[np.float32],
        targets: NDArray[np.generic],
        size: int,
        seed: int,
        *,
        shuffle: bool = True,
    ) -> None:
        self._values, self._targets = torch.from_numpy(values), torch.from_numpy(targets)
        self._size, self._seed, self._shuffle = size, seed, shuffle

    def count(self) -> int:
        return len(self._parts(0))

    def epoch(self, number: int, first: int = 0) -> Iterator[Batch]:
        for rows in self._parts(number)[first:]:
            yield Batch(self._values[rows], self._targets[rows])

    def _parts(self, epoch: int) -> list[NDArray[np.int64]]:
        return in_batches(len(self._values), self._size, self._seed, epoch, shuffle=self._shuffle)
