"""A network that begins with the samples themselves: the one that CLMR trains.

A stem and nine blocks each shorten time to a third, so that 59,049 samples
(3^10, 2.7 s) become one step. Longer excerpts become as many steps as fit,
which are averaged; samples beyond the last whole step are hardly heard.
"""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn

from core.encoders.card import Card
from core.encoders.contract import Encoder
from core.encoders.net import Net, NetEncoder
from core.encoders.own import build

BLOCKS = (128, 128, 256, 256, 256, 256, 256, 256, 512)
STEP = 3 ** (len(BLOCKS) + 1)
DIMENSION = 512


class SampleCnn(Net):
    shortest = STEP

    def __init__(self) -> None:
        super().__init__()
        widths = (128, *BLOCKS)
        self.stem = _layer(1, widths[0], stride=3)
        self.blocks = nn.Sequential(
            *(
                nn.Sequential(_layer(before, after), nn.MaxPool1d(3))
                for before, after in zip(widths, BLOCKS, strict=False)
            )
        )
        self.last = _layer(BLOCKS[-1], DIMENSION)

    def hidden(self, samples: Tensor) -> list[Tensor]:
        steps: Tensor = self.last(self.blocks(self.stem(samples.unsqueeze(1))))
        return [steps.transpose(1, 2)]


def _layer(before: int, after: int, stride: int = 1) -> nn.Sequential:
    """The stem's stride leaves nothing to be filled at its ends."""
    convolution = nn.Conv1d(before, after, 3, stride, padding=0 if stride == 3 else 1)
    return nn.Sequential(convolution, nn.BatchNorm1d(after), nn.ReLU())


def load(card: Card, files: Path | None, device: str = "cpu", precision: str = "fp32") -> Encoder:
    return NetEncoder(card, build(SampleCnn, card, files), device, precision)
