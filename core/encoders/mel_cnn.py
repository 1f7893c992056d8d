"""The small mel network of the thesis on pseudo-captions, layer by layer: 261,376 parameters.

There it hears 270 s at once, and the flattened result goes through two linear
layers. As an encoder it hears any length: each step of its last layer, about
two seconds with two rows of frequency, is a vector, and steps are averaged. The
thesis does not say that the mel spectrogram was in dB; here it is.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from core.encoders.card import Card
from core.encoders.contract import Encoder
from core.encoders.log_mel import LogMel
from core.encoders.mel import Mel
from core.encoders.net import Net, NetEncoder
from core.encoders.own import build

RATE_HZ = 16_000
SIZE, HOP, BANDS = 2048, 1024, 64
MEAN_DB, DEVIATION_DB = -11.0, 15.0
"""Of music at this setting of the mel spectrogram."""
WHOLE = 4_320_000
"""Samples that the thesis hears at once, 270 s: 4,219 frames."""
FLAT, WIDE, NARROW = 8448, 1024, 512
"""The result of WHOLE, pooled and flattened; then the two linear layers."""


class MelCnn(Net):
    shortest = 16 * HOP
    """One step is left of it."""
    whole_samples = True
    rate_hz = RATE_HZ

    def __init__(self) -> None:
        super().__init__()
        mel = Mel(rate_hz=RATE_HZ, n_fft=SIZE, hop=HOP, bands=BANDS)
        self.spectrogram = LogMel(mel, MEAN_DB, DEVIATION_DB)
        self.layers = nn.Sequential(
            nn.Conv2d(1, 16, 3, 1, 2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, 2, 2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 5, 2, 2), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(64, 128, 5, 1, 2), nn.BatchNorm2d(128), nn.ReLU(),
        )  # fmt: skip

    def hidden(self, samples: Tensor) -> list[Tensor]:
        maps = self.maps(self.spectrogram(samples))
        return [maps.flatten(1, 2).transpose(1, 2)]

    def maps(self, spectrogram: Tensor) -> Tensor:
        """From (n, 1, 64, frames) to (n, 128, 2, steps): before the last pooling, which is the heads'."""
        first = self.layers[0].weight
        assert isinstance(first, Tensor)
        maps: Tensor = self.layers(spectrogram.to(first.dtype))
        return maps


class Heads(nn.Module):
    """What the thesis puts on the maps of WHOLE. Their first layer holds 33 times what is before it."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.v = nn.Linear(FLAT, WIDE)
        self.z = nn.Linear(WIDE, NARROW)

    def forward(self, maps: Tensor) -> Tensor:
        """(n, 512): where texts and sounds meet."""
        z: Tensor = self.z(torch.tanh(self.wide(maps)))
        return z

    def wide(self, maps: Tensor) -> Tensor:
        """(n, 1024): what genre is told from."""
        v: Tensor = self.v(self.pool(maps).flatten(1))
        return v


def load(card: Card, files: Path | None, device: str = "cpu", precision: str = "fp32") -> Encoder:
    return NetEncoder(card, build(MelCnn, card, files), device, precision)
