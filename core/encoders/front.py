"""The convolutions that wave networks begin with, as matrix products.

They take most of the time where the library runs them: a processor multiplies
matrices several times as fast as it convolves. Frames stay in rows, one beside
the other, and what a convolution reads of them is a longer row.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

Layer = Callable[[Tensor], Tensor]


FRAMES = 100
"""Frames at once on a processor: so much of what lies between two layers stays in its cache."""


class FrontEnd(nn.Module):
    """In the place of the library's feature extractor, with its layers under the same names."""

    def __init__(self, library: Any) -> None:  # noqa: ANN401 - the library has no hints
        super().__init__()
        self.conv_layers = library.conv_layers
        self.stride, self.field = 1, 1
        for layer in self.conv_layers:
            self.field += (layer.conv.kernel_size[0] - 1) * self.stride
            self.stride *= layer.conv.stride[0]

    def forward(self, samples: Tensor) -> Tensor:
        """From (n, samples) to (n, channels, frames), as the library's networks want them."""
        in_pieces = samples.device.type == "cpu" and not torch.is_grad_enabled()
        if in_pieces and len(samples) > 1:
            return torch.cat([self(one[None]) for one in samples])
        first = self._first(samples[:, :, None])
        frames = (samples.shape[1] - self.field) // self.stride + 1
        if not in_pieces or frames <= FRAMES:
            return self._through(samples, first).transpose(1, 2)
        pieces = []
        for start in range(0, frames, FRAMES):
            last = min(start + FRAMES, frames) - 1
            read = samples[:, start * self.stride : last * self.stride + self.field]
            pieces.append(self._through(read, first))
        return torch.cat(pieces, 1).transpose(1, 2)

    def _first(self, samples: Tensor) -> Layer:
        """The first layer; where it looks at a whole excerpt, that has been done."""
        layer = self.conv_layers[0]
        norm = getattr(layer, "layer_norm", None)
        if isinstance(norm, nn.GroupNorm):
            offset, weights = _steadied(read_by(layer.conv, samples), layer.conv, norm)
            return lambda frames: torch.baddbmm(offset, read_by(layer.conv, frames), weights)
        return partial(_convolved, layer)

    def _through(self, samples: Tensor, first: Layer) -> Tensor:
        frames: Tensor = self.conv_layers[0].activation(first(samples[:, :, None]))
        for layer in self.conv_layers[1:]:
            frames = layer.activation(_convolved(layer, frames))
        return frames


def _convolved(layer: Any, frames: Tensor) -> Tensor:  # noqa: ANN401 - the library has no hints
    norm = getattr(layer, "layer_norm", None)
    made = functional.linear(read_by(layer.conv, frames), rows_of(layer.conv), layer.conv.bias)
    found: Tensor = made if norm is None else norm(made)
    return found


def read_by(conv: nn.Conv1d, frames: Tensor) -> Tensor:
    """What each step of a convolution reads: (n, frames, channels) to (n, steps, kernel × channels).

    A view: steps share what they read. Nothing is copied where the product can do without.
    """
    return frames.unfold(1, conv.kernel_size[0], conv.stride[0]).transpose(2, 3).flatten(2)


def rows_of(conv: nn.Conv1d) -> Tensor:
    """The weights for what `read_by` gives: (channels out, kernel × channels in)."""
    return conv.weight.transpose(1, 2).flatten(1)


def _steadied(read: Tensor, conv: nn.Conv1d, norm: nn.GroupNorm) -> tuple[Tensor, Tensor]:
    """Offset and weights of a convolution after which each channel has mean 0 and variance 1.

    Mean and variance of what comes out follow from mean and covariance of the few
    samples that go in; a bias cancels out.
    """
    exact, weights = read.float(), rows_of(conv).float()
    mean = exact.mean(1, keepdim=True)
    away = exact - mean
    covariance = away.mT @ away / away.shape[1]
    variance = ((weights @ covariance) * weights).sum(2)
    scale = norm.weight.float() * torch.rsqrt(variance + norm.eps)
    turned = weights * scale[:, :, None]
    offset = norm.bias.float() - (turned @ mean.mT)[:, :, 0]
    return offset[:, None].to(read.dtype), turned.mT.to(read.dtype)
