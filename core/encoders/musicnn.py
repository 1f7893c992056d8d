"""MusiCNN and VGG, taggers trained on 50 tags each, rebuilt in torch from their published Keras files.

Both hear patches of 187 frames (3 s). Longer excerpts are cut into patches side
by side, the last one flush with the end; what is left over by a quarter of a
second or less is left out, so that 3 s are one patch and 30 s are ten, as in
the original. The original refuses less than one patch; here it is filled with
silence. The original also rounds its spectrum to 16 bits, which overflows where
it is loud; ours stays whole.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from core.encoders.card import Card
from core.encoders.keras_file import fill
from core.encoders.mel import Mel
from core.encoders.net import Net, NetEncoder

RATE_HZ, N_FFT, HOP, BANDS = 16_000, 512, 256, 96
FRAMES = 187
"""Of a patch."""
LEFT_OUT = 16
"""So many frames or fewer after the last whole patch make no patch of their own."""
EPSILON = 0.001
AT_ONCE, AT_ONCE_ON_GPU = 4, 64
"""Patches. More would be slower on a processor, whose cache is small, and only take memory elsewhere."""


class Tagger(Net):
    """What both have in common: patches in, layers and tags of all patches out."""

    shortest = (FRAMES - 1) * HOP
    whole_samples = True
    LAYERS: ClassVar[dict[str, str]]
    """Every module that has weights, and what Keras calls it."""

    def __init__(self) -> None:
        super().__init__()
        self.mel = Mel(rate_hz=RATE_HZ, n_fft=N_FFT, hop=HOP, bands=BANDS)

    @abstractmethod
    def layers(self, patches: Tensor) -> list[Tensor]:
        """From (patches, 187, 96) to (patches, frames, dimension) of each layer."""

    @abstractmethod
    def logits(self, patches: Tensor) -> Tensor:
        """From (patches, 187, 96) to (patches, 50)."""

    def hidden(self, samples: Tensor) -> list[Tensor]:
        patches = self.patches(samples)
        listened = self._in_turn(patches.flatten(0, 1), self.layers)
        return [layer.reshape(len(samples), -1, layer.shape[-1]) for layer in listened]

    def tags(self, samples: Tensor) -> Tensor:
        patches = self.patches(samples)
        (logits,) = self._in_turn(patches.flatten(0, 1), lambda part: [self.logits(part)])
        return logits.float().sigmoid().reshape(*patches.shape[:2], -1).mean(1)

    def patches(self, samples: Tensor) -> Tensor:
        """(n, patches, 187, 96), in the network's precision."""
        logs = torch.log10(10_000 * self.mel(samples) + 1)
        starts = patch_starts(logs.shape[1])
        frames = torch.tensor(starts, device=logs.device)[:, None] + torch.arange(FRAMES, device=logs.device)
        return logs[:, frames].to(next(self.parameters()).dtype)

    def _in_turn(self, patches: Tensor, listen: Callable[[Tensor], list[Tensor]]) -> list[Tensor]:
        """A few patches at a time; all at once in training, whose batch statistics depend on it."""
        few = AT_ONCE if patches.device.type == "cpu" else AT_ONCE_ON_GPU
        parts = torch.split(patches, len(patches) if self.training else few)
        return [torch.cat(layer) for layer in zip(*map(listen, parts), strict=True)]


def patch_starts(frames: int) -> list[int]:
    starts = list(range(0, frames - FRAMES + 1, FRAMES))
    return [*starts, frames - FRAMES] if frames - starts[-1] - FRAMES > LEFT_OUT else starts


class Filters(nn.Module):
    """Convolution, ReLU, norm, and the peaks that `pool` keeps; `fill` frames of nothing are put around."""

    def __init__(self, conv: nn.Conv2d, pool: nn.MaxPool2d, fill: tuple[int, int] = (0, 0)) -> None:
        super().__init__()
        self.conv, self.pool, self.fill = conv, pool, (0, 0, *fill)
        self.norm = nn.BatchNorm2d(conv.out_channels, EPSILON)

    def forward(self, sound: Tensor) -> Tensor:
        sound = functional.pad(sound, self.fill) if any(self.fill) else sound
        if self.training:
            return self.pool(self.norm(functional.relu(self.conv(sound))))  # type: ignore[no-any-return]
        # With fixed statistics the peaks may be kept first, which leaves little to do (three times as fast on
        # a processor). Where the norm turns a filter's sign, its peak is what was lowest: so is the filter's.
        sign = self.norm.weight.sign()
        kernel = (self.conv.weight * sign[:, None, None, None]).contiguous(memory_format=torch.channels_last)
        bias = None if self.conv.bias is None else self.conv.bias * sign
        peaks = self.pool(functional.conv2d(sound, kernel, bias, padding=self.conv.padding))
        return self.norm(functional.relu(peaks * sign[:, None, None]))  # type: ignore[no-any-return]


class MusiCNN(Tagger):
    """Tall filters hear timbre, long ones rhythm; three layers over time follow, and a summary is named."""

    LAYERS: ClassVar = {
        "first_norm": "batch_normalization",
        **{f"timbre.{i}.conv": name for i, name in enumerate(("conv2d", "conv2d_1"))},
        **{f"timbre.{i}.norm": f"batch_normalization_{i + 1}" for i in range(2)},
        **{f"rhythm.{i}.conv": f"conv2d_{i + 2}" for i in range(3)},
        **{f"rhythm.{i}.norm": f"batch_normalization_{i + 3}" for i in range(3)},
        **{f"middle.{i}.0": f"midend_conv{i + 1}" for i in range(3)},
        **{f"middle.{i}.2": f"bn_midend_conv{i + 1}" for i in range(3)},
        "pool_norm": "bn_flatpool",
        "dense": "dense",
        "dense_norm": "bn_dense",
        "output": "dense_1",
    }

    def __init__(self, part: str = "") -> None:
        """`part` is what `hidden` gives: timbre, rhythm, summary, or else the penultimate layer."""
        super().__init__()
        self.part = part
        self.first_norm = nn.BatchNorm2d(1, EPSILON)
        self.timbre = nn.ModuleList(
            Filters(nn.Conv2d(1, 204, (7, high), padding=(3, 0)), nn.MaxPool2d((1, BANDS - high + 1)))
            for high in (38, 67)
        )
        self.rhythm = nn.ModuleList(
            Filters(nn.Conv2d(1, 51, (long, 1)), nn.MaxPool2d((1, BANDS)), ((long - 1) // 2, long // 2))
            for long in (128, 64, 32)
        )
        self.middle = nn.ModuleList(
            nn.Sequential(nn.Conv1d(width, 64, 7, padding=3), nn.ReLU(), nn.BatchNorm1d(64, EPSILON))
            for width in (561, 64, 64)
        )
        self.pool_norm = nn.BatchNorm1d(2 * 753, EPSILON)
        self.dense = nn.Linear(2 * 753, 200)
        self.dense_norm = nn.BatchNorm1d(200, EPSILON)
        self.output = nn.Linear(200, 50)
        self.dropout = nn.Dropout(0.5)

    def layers(self, patches: Tensor) -> list[Tensor]:
        if self.part == "timbre":
            return [self.hear(self.timbre, patches).transpose(1, 2)]
        if self.part == "rhythm":
            return [self.hear(self.rhythm, patches).transpose(1, 2)]
        if self.part == "summary":
            return [pooled[:, None] for pooled in self.summary(patches)]
        return [self.penultimate(patches)[:, None]]

    def logits(self, patches: Tensor) -> Tensor:
        logits: Tensor = self.output(self.dropout(self.penultimate(patches)))
        return logits

    def hear(self, filters: Iterable[nn.Module], patches: Tensor) -> Tensor:
        """(patches, filters, 187): how strongly each is met in every frame, in whichever band that is.

        The 408 of timbre know spectral shapes, the 153 of rhythm courses of loudness over up to 2 s.
        """
        sound = self.first_norm(patches[:, None])
        return torch.cat([each(sound).squeeze(3) for each in filters], 1)

    def summary(self, patches: Tensor) -> tuple[Tensor, Tensor]:
        """(patches, 753) twice: means over time and peaks, of what was heard and of the middle layers."""
        heard = self.hear((*self.timbre, *self.rhythm), patches)
        one = self.middle[0](heard)
        two = one + self.middle[1](one)
        three = two + self.middle[2](two)
        everything = torch.cat([heard, one, two, three], 1)
        return everything.mean(2), everything.amax(2)

    def penultimate(self, patches: Tensor) -> Tensor:
        """(patches, 200)."""
        mean, peak = self.summary(patches)
        pooled = self.pool_norm(torch.stack([peak, mean], 2).flatten(1))
        named: Tensor = self.dense_norm(functional.relu(self.dense(self.dropout(pooled))))
        return named


class VGG(Tagger):
    """Five blocks of small filters, as for pictures; the layer of each is its mean over the bands."""

    LAYERS: ClassVar = {
        "first_norm": "bn_input",
        **{f"filters.{i}.conv": f"{i + 1}CNN" for i in range(5)},
        **{f"filters.{i}.norm": f"bn_conv{i + 1}" for i in range(5)},
        "output": "output",
    }

    def __init__(self) -> None:
        super().__init__()
        self.first_norm = nn.BatchNorm2d(1, EPSILON)
        pools = [nn.MaxPool2d((4, 1), 2), *[nn.MaxPool2d(2) for _ in range(3)], nn.MaxPool2d(4)]
        self.filters = nn.ModuleList(
            Filters(nn.Conv2d(1 if i == 0 else 128, 128, 3, padding=1), pool) for i, pool in enumerate(pools)
        )
        self.dropout = nn.Dropout(0.25)
        self.last_dropout = nn.Dropout(0.5)
        self.output = nn.Linear(256, 50)

    def layers(self, patches: Tensor) -> list[Tensor]:
        return [block.mean(3).transpose(1, 2) for block in self.blocks(patches)]

    def logits(self, patches: Tensor) -> Tensor:
        last = self.blocks(patches)[-1]
        logits: Tensor = self.output(self.last_dropout(last.permute(0, 2, 3, 1).flatten(1)))
        return logits

    def blocks(self, patches: Tensor) -> list[Tensor]:
        """(patches, 128, frames, bands) of each, before dropout."""
        blocks = list[Tensor]()
        sound = self.first_norm(patches[:, None])
        for filters in self.filters:
            blocks.append(filters(sound))
            sound = self.dropout(blocks[-1])
        return blocks


def load(card: Card, files: Path | None, device: str, precision: str) -> NetEncoder:
    """`files` is the folder with the file that the card names, or that file itself."""
    assert files is not None
    net = VGG() if card.settings["network"] == "vgg" else MusiCNN(card.settings["part"])
    path = files / card.settings["file"] if files.is_dir() else files
    fill(net, path, card.title, net.LAYERS, [FRAMES, BANDS, 1])
    return NetEncoder(card, net, device, precision)
