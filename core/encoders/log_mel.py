"""What our own networks see: a mel spectrogram in dB, brought to about mean 0 and deviation 1.

Mean and deviation are fixed numbers, so that an excerpt's loudness is seen and
its vectors do not depend on what else is in a collection.
"""

from __future__ import annotations

from torch import Tensor, nn

from core.encoders.mel import Mel

WEAKEST = 1e-6
"""-60 dB of mel power, where a full-scale sine has about +40: below it is silence."""


class LogMel(nn.Module):
    """From (n, samples) to (n, 1, bands, frames), float32."""

    def __init__(self, mel: Mel, mean_db: float, deviation_db: float) -> None:
        super().__init__()
        self.mel, self.mean_db, self.deviation_db = mel, mean_db, deviation_db

    def forward(self, samples: Tensor) -> Tensor:
        levels = 10 * self.mel(samples).clamp(min=WEAKEST).log10()
        standard: Tensor = (levels - self.mean_db) / self.deviation_db
        return standard.transpose(1, 2).unsqueeze(1)
