"""Mel spectrograms as librosa defines them, in torch: on any device, in front of any network.

Always in float32: half precision would lose what is quiet. The filters are
worked out from the settings, so they are no weights and change no hash.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

Scale = Literal["slaney", "htk"]
Norm = Literal["slaney", "none"]
Padding = Literal["reflect", "constant"]

_BREAK_HZ = 1000.0
_HZ_PER_MEL = 200 / 3
_STEP = np.log(6.4) / 27
"""Slaney's scale: straight up to the break, then 27 steps for each factor of 6.4."""


class Mel(nn.Module):
    """From (n, samples) to (n, frames, bands), float32. With `centre`, frame i begins half a frame early."""

    window: Tensor
    filters: Tensor

    def __init__(
        self,
        *,
        rate_hz: int,
        n_fft: int,
        hop: int,
        bands: int,
        f_min: float = 0.0,
        f_max: float | None = None,
        scale: Scale = "slaney",
        norm: Norm = "slaney",
        power: float = 2.0,
        centre: bool = True,
        padding: Padding = "reflect",
    ) -> None:
        super().__init__()
        self.n_fft, self.hop, self.power, self.centre, self.padding = n_fft, hop, power, centre, padding
        edges = mel_edges(bands, f_min, rate_hz / 2 if f_max is None else f_max, scale)
        filters = mel_filters(edges, np.linspace(0, rate_hz / 2, n_fft // 2 + 1), norm)
        self.register_buffer("window", torch.hann_window(n_fft), persistent=False)
        self.register_buffer("filters", torch.from_numpy(filters.astype(np.float32)), persistent=False)

    @property
    def shortest(self) -> int:
        """Samples it needs: a reflection must fit, and without centring so must a whole frame."""
        if not self.centre:
            return self.n_fft
        return self.n_fft // 2 + 1 if self.padding == "reflect" else 1

    def forward(self, samples: Tensor) -> Tensor:
        with torch.autocast(samples.device.type, enabled=False):
            spectrum = torch.stft(
                samples.float(),
                self.n_fft,
                self.hop,
                window=self.window,
                center=self.centre,
                pad_mode=self.padding,
                return_complex=True,
            )
            power = torch.view_as_real(spectrum).square().sum(-1)
            if self.power != 2.0:
                power = power ** (self.power / 2)
            return (self.filters @ power).transpose(1, 2)

    def _apply(self, fn: Callable[[Tensor], Tensor], recurse: bool = True) -> Self:
        """Follows the network to its device, never to its precision."""

        def move(tensor: Tensor) -> Tensor:
            moved = fn(tensor)
            return moved if moved.dtype == tensor.dtype else tensor.to(moved.device)

        super()._apply(move, recurse)  # type: ignore[no-untyped-call]
        return self


def mel_edges(bands: int, f_min: float, f_max: float, scale: Scale) -> NDArray[np.float64]:
    """(bands + 2,) in Hz: each band begins at one, peaks at the next and ends at the one after."""
    lowest, highest = _to_mel(np.array([f_min, f_max]), scale)
    return _to_hz(np.linspace(lowest, highest, bands + 2), scale)


def mel_filters(
    edges: NDArray[np.float64], bins_hz: NDArray[np.float64], norm: Norm = "slaney"
) -> NDArray[np.float64]:
    """(bands, bins): triangles, with Slaney's norm of equal area, else of height 1."""
    widths = np.diff(edges)[:, None]
    rising = (bins_hz - edges[:-2, None]) / widths[:-1]
    falling = (edges[2:, None] - bins_hz) / widths[1:]
    filters = np.maximum(0.0, np.minimum(rising, falling))
    if norm == "slaney":
        filters *= 2 / (edges[2:, None] - edges[:-2, None])
    return filters


def _to_mel(hz: NDArray[np.float64], scale: Scale) -> NDArray[np.float64]:
    if scale == "htk":
        return np.asarray(2595 * np.log10(1 + hz / 700))
    above = _BREAK_HZ / _HZ_PER_MEL + np.log(np.maximum(hz, _BREAK_HZ) / _BREAK_HZ) / _STEP
    return np.where(hz < _BREAK_HZ, hz / _HZ_PER_MEL, above)


def _to_hz(mel: NDArray[np.float64], scale: Scale) -> NDArray[np.float64]:
    if scale == "htk":
        return np.asarray(700 * (10 ** (mel / 2595) - 1))
    knee = _BREAK_HZ / _HZ_PER_MEL
    return np.where(mel < knee, mel * _HZ_PER_MEL, _BREAK_HZ * np.exp(_STEP * (mel - knee)))
