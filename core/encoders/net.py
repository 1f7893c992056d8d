"""Encoders that are a torch network: from samples to pooled layers, on any device and in any precision."""

from __future__ import annotations

import hashlib
from abc import abstractmethod

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.encoders.card import Card
from core.encoders.contract import Batch, Embedded, Encoder
from core.errors import RequestProblem

PRECISIONS = {"fp32": torch.float32, "bf16": torch.bfloat16}


class Net(nn.Module):
    """What a family's network offers, frozen or trained: gradients flow where the caller lets them."""

    shortest: int = 1
    """Samples; a shorter excerpt is filled with silence."""
    whole_samples: bool = False
    """Samples stay in float32 whatever the precision, as for networks that begin with a spectrogram."""
    rate_hz: int = 0
    """The one rate at which it can listen; 0: any."""
    facts: str = ""
    """What else decides the vectors, such as a setting found beside the weights; it counts as one of them."""

    @abstractmethod
    def hidden(self, samples: Tensor) -> list[Tensor]:
        """From (n, samples) to (n, frames, dimension) of each layer on the card, in its order."""

    def tags(self, samples: Tensor) -> Tensor:
        """From (n, samples) to (n, tags), each between 0 and 1."""
        raise NotImplementedError


class NetEncoder(Encoder):
    tunable = True

    def __init__(self, card: Card, net: Net, device: str = "cpu", precision: str = "fp32") -> None:
        super().__init__(card, hash_weights(net), device, precision)
        torch.backends.cudnn.allow_tf32 = False  # fp32 means fp32 on every device
        self.net = net.eval().requires_grad_(False).to(device, PRECISIONS[precision])

    def embed(self, batch: Batch) -> Embedded:
        """A batch that the device has no room for goes in halves."""
        try:
            with torch.inference_mode():
                layers = self.net.hidden(self.samples(batch))
                pooled = torch.stack([layer.float().mean(1) for layer in layers], 1)
                return pooled.cpu().numpy()
        except torch.OutOfMemoryError as error:
            if len(batch) == 1:
                raise RequestProblem(
                    f"{self.device} has too little memory for {self.card.title}.",
                    "Close other programs that use it, or encode on the processor with --device cpu.",
                ) from error
        torch.cuda.empty_cache()
        half = len(batch) // 2
        return np.concatenate([self.embed(batch[:half]), self.embed(batch[half:])])

    def tag(self, batch: Batch) -> NDArray[np.float32]:
        if not self.card.tags:
            return super().tag(batch)
        with torch.inference_mode():
            return self.net.tags(self.samples(batch)).float().cpu().numpy()

    def samples(self, batch: Batch) -> Tensor:
        """On the device, in the precision that the network wants, and long enough."""
        missing = self.net.shortest - batch.shape[1]
        if missing > 0:
            batch = np.pad(batch, ((0, 0), (0, missing)))
        samples = torch.from_numpy(np.ascontiguousarray(batch))
        if self.device.startswith("cuda"):
            samples = samples.pin_memory()
        precision = torch.float32 if self.net.whole_samples else PRECISIONS[self.precision]
        return samples.to(self.device, precision, non_blocking=True)


def hash_weights(net: Net) -> str:
    """Over names, shapes and values in order, so that the file's format does not matter."""
    whole = hashlib.sha256(net.facts.encode())
    for name, tensor in sorted(net.state_dict().items()):
        whole.update(f"{name} {tuple(tensor.shape)} {tensor.dtype}".encode())
        whole.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes())
    return whole.hexdigest()
