"""The convolutions that wave networks begin with, as matrix products.

They take most of the time where the library runs them: a processor multiplies
matrices several times as fast as it convolves. Frames stay in rows, one beside
the other, and what a convolution reads of them is a longer row.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional


class FrontEnd(nn.Module):
    """In the place of the library's feature extractor, with its layers under the same names."""

    def __init__(self, library: Any) -> None:  # noqa: ANN401 - the library has no hints
        super().__init__()
        self.conv_layers = library.conv_layers

    def forward(self, samples: Tensor) -> Tensor:
        """From (n, samples) to (n, channels, frames), as the library's networks want them."""
        frames = samples[:, :, None]
        for layer in self.conv_layers:
            norm = getattr(layer, "layer_norm", None)
            if isinstance(norm, nn.GroupNorm):
                frames = _steadied(read_by(layer.conv, frames), layer.conv, norm)
            else:
                frames = functional.linear(read_by(layer.conv, frames), rows_of(layer.conv), layer.conv.bias)
                frames = frames if norm is None else norm(frames)
            frames = layer.activation(frames)
        return frames.transpose(1, 2)


def read_by(conv: nn.Conv1d, frames: Tensor) -> Tensor:
    """What each step of a convolution reads: (n, frames, channels) to (n, steps, kernel × channels).

    A view: steps share what they read. Nothing is copied where the product can do without.
    """
    return frames.unfold(1, conv.kernel_size[0], conv.stride[0]).transpose(2, 3).flatten(2)


def rows_of(conv: nn.Conv1d) -> Tensor:
    """The weights for what `read_by` gives: (channels out, kernel × channels in)."""
    return conv.weight.transpose(1, 2).flatten(1)


def _steadied(read: Tensor, conv: nn.Conv1d, norm: nn.GroupNorm) -> Tensor:
    """A convolution, then each channel to mean 0 and variance 1 over the excerpt, in one product.

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
    return torch.baddbmm(offset[:, None].to(read.dtype), read, turned.mT.to(read.dtype))
