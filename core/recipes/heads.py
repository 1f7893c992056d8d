"""What is put behind an encoder: layers chosen or mixed, values brought to one scale, then classes."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.recipes.recipe import Head
from core.training.learner import Mix, Standard

LEAST_SCALE = 1e-6
"""A value that hardly differs in the train part tells nothing, and must not be blown up."""


class Row(nn.Module):
    """One layer of (n, layers, dimension), or all of them side by side."""

    def __init__(self, layer: int | None) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, layers: Tensor) -> Tensor:
        return layers.flatten(1) if self.layer is None else layers[:, self.layer]


def make_head(head: Head, layer: int | str, layers: int, dimension: int, outputs: int) -> nn.Sequential:
    """From (n, layers, dimension) to (n, outputs); its weights are drawn from torch's random numbers."""
    choose = Mix(layers) if layer == "mix" else Row(None if layer == "all" else int(layer))
    wide = dimension * layers if layer == "all" else dimension
    if head.kind == "linear":
        return nn.Sequential(choose, nn.Dropout(head.dropout), nn.Linear(wide, outputs))
    return nn.Sequential(
        choose,
        nn.Linear(wide, head.width),
        nn.ReLU(),
        nn.BatchNorm1d(head.width) if head.norm else nn.Identity(),
        nn.Dropout(head.dropout),
        nn.Linear(head.width, outputs),
    )


def standard(values: NDArray[np.float32]) -> Standard:
    """Fitted to (n, layers, dimension) of the train part, each value by itself."""
    mean, scale = figures(values)
    return Standard(torch.from_numpy(mean), torch.from_numpy(scale))


def figures(values: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and deviation over the rows, in float64 on the way."""
    mean = values.mean(0, dtype=np.float64)
    scale = values.std(0, dtype=np.float64)
    scale[scale < LEAST_SCALE * np.maximum(np.abs(mean), 1)] = 1.0
    return mean.astype(np.float32), scale.astype(np.float32)
