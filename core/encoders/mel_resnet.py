"""ResNet-18 on a mel spectrogram, with one channel at its entrance.

Time and frequency are shortened alike, to a 32nd; frequency is averaged at the
end, so that each step of 0.74 s is a vector.
"""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn

from core.encoders.card import Card
from core.encoders.contract import Encoder
from core.encoders.log_mel import LogMel
from core.encoders.mel import Mel
from core.encoders.net import Net, NetEncoder
from core.encoders.own import build

RATE_HZ = 22_050
SIZE, HOP, BANDS = 1024, 512, 128
MEAN_DB, DEVIATION_DB = -21.0, 17.0
"""Of music at this setting of the mel spectrogram."""
WIDTHS = (64, 128, 256, 512)


class MelResNet(Net):
    shortest = SIZE
    whole_samples = True
    rate_hz = RATE_HZ

    def __init__(self) -> None:
        super().__init__()
        mel = Mel(rate_hz=RATE_HZ, n_fft=SIZE, hop=HOP, bands=BANDS)
        self.spectrogram = LogMel(mel, MEAN_DB, DEVIATION_DB)
        self.stem = nn.Conv2d(1, WIDTHS[0], 7, 2, 3, bias=False)
        self.entrance = nn.Sequential(nn.BatchNorm2d(WIDTHS[0]), nn.ReLU(), nn.MaxPool2d(3, 2, 1))
        self.stages = nn.Sequential(
            *(
                nn.Sequential(Block(before, after), Block(after, after))
                for before, after in zip((WIDTHS[0], *WIDTHS), WIDTHS, strict=False)
            )
        )

    def hidden(self, samples: Tensor) -> list[Tensor]:
        return [self.steps(self.spectrogram(samples))]

    def steps(self, spectrogram: Tensor) -> Tensor:
        """From (n, 1, bands, frames) to (n, steps, 512); for training on spectrograms that were changed."""
        maps: Tensor = self.stages(self.entrance(self.stem(spectrogram.to(self.stem.weight.dtype))))
        return maps.mean(2).transpose(1, 2)


class Block(nn.Module):
    """Two convolutions and a way around them; where the width grows, the way is halved in size, too."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        stride = 1 if before == after else 2
        self.through = nn.Sequential(
            nn.Conv2d(before, after, 3, stride, 1, bias=False),
            nn.BatchNorm2d(after),
            nn.ReLU(),
            nn.Conv2d(after, after, 3, 1, 1, bias=False),
            nn.BatchNorm2d(after),
        )
        self.around: nn.Module = nn.Identity()
        if before != after:
            self.around = nn.Sequential(
                nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after)
            )

    def forward(self, maps: Tensor) -> Tensor:
        out: Tensor = self.through(maps) + self.around(maps)
        return out.relu()


def load(card: Card, files: Path | None, device: str = "cpu", precision: str = "fp32") -> Encoder:
    return NetEncoder(card, build(MelResNet, card, files), device, precision)
