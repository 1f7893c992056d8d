"""What is trained: a head, and an encoder in front of it that may learn along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
from torch import Tensor, nn

from core.encoders.net import Net
from core.errors import RequestProblem

Tune = Literal["frozen", "whole", "lora"]


class Pooled(nn.Module):
    """From samples (n, samples) to (n, layers, dimension), as the encoder's vectors are made."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, samples: Tensor) -> Tensor:
        return torch.stack([layer.float().mean(1) for layer in self.hidden(samples)], 1)

    def hidden(self, samples: Tensor) -> list[Tensor]:
        missing = self.net.shortest - samples.shape[1]
        return self.net.hidden(nn.functional.pad(samples, (0, missing)) if missing > 0 else samples)


class Stretched(Pooled):
    """From stretches as long as some excerpts (n, samples) to (n, excerpts, layers, dimension).

    `layers` are those that are wanted. What is no number would be taken for an
    excerpt that is not there, so it is refused.
    """

    def __init__(self, net: Net, window: int, layers: Sequence[int]) -> None:
        super().__init__(net)
        self.window, self.layers = window, layers

    def forward(self, samples: Tensor) -> Tensor:
        hidden = self.hidden(samples.reshape(-1, self.window))
        heard = torch.stack([hidden[layer].float().mean(1) for layer in self.layers], 1)
        if not heard.isfinite().all():
            raise RequestProblem(
                "The encoder gives values that are no numbers any more: the steps are too large.",
                "Lower training.encoder_lr, or set training.clip to 1.",
            )
        return heard.reshape(len(samples), -1, *heard.shape[1:])


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
    """`encoder` gives (n, layers, dimension), or that of some excerpts; without one that is what comes in.

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
