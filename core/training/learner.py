"""What is trained: a head, and an encoder in front of it that may learn along."""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor, nn

from core.encoders.net import Net

Tune = Literal["frozen", "whole", "lora"]


class Pooled(nn.Module):
    """From samples (n, samples) to (n, layers, dimension), as the encoder's vectors are made."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, samples: Tensor) -> Tensor:
        return torch.stack([layer.float().mean(1) for layer in self.net.hidden(samples)], 1)


class Mix(nn.Module):
    """Layers weighed against each other, by weights that are learnt and add up to 1."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.share = nn.Parameter(torch.zeros(layers))

    def forward(self, layers: Tensor) -> Tensor:
        """From (n, layers, dimension) to (n, dimension)."""
        return torch.einsum("nld,l->nd", layers, self.share.softmax(0))


class Standard(nn.Module):
    """Brings each value to about mean 0 and deviation 1, by figures of the training part."""

    mean: Tensor
    scale: Tensor

    def __init__(self, mean: Tensor, scale: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)

    def forward(self, values: Tensor) -> Tensor:
        return (values - self.mean) / self.scale


class Learner(nn.Module):
    """`encoder` gives (n, layers, dimension); without one that is what comes in.

    A head that is `told` gets the targets, too: one that writes has to know the words before the next.
    """

    def __init__(self, head: nn.Module, encoder: nn.Module | None = None) -> None:
        super().__init__()
        self.head = head
        self.encoder = encoder
        self.awake = encoder is not None

    def forward(self, inputs: Tensor, targets: Tensor | None = None) -> Tensor:
        told = (targets,) if getattr(self.head, "told", False) else ()
        if self.encoder is None:
            outputs: Tensor = self.head(inputs, *told)
            return outputs
        with torch.set_grad_enabled(self.awake and torch.is_grad_enabled()):
            layers = self.encoder(inputs)
        outputs = self.head(layers.float(), *told)
        return outputs  # noqa: RET504 - mypy wants its type

    def wake(self, awake: bool) -> None:
        """An encoder that sleeps is frozen: no gradient, and nothing random or adaptive in it."""
        self.awake = awake
        self.train()

    def train(self, mode: bool = True) -> Learner:
        super().train(mode)
        if self.encoder is not None and not self.awake:
            self.encoder.eval()
        return self
