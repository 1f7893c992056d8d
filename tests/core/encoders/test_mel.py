"""The mel spectrogram against a slow one, against published figures, and against loss of precision."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from torchaudio.functional import melscale_fbanks

from core.encoders.mel import Mel, mel_edges, mel_filters

MUSICNN: dict[str, Any] = {"rate_hz": 16_000, "n_fft": 512, "hop": 256, "bands": 96}
OTHERS: list[dict[str, Any]] = [
    MUSICNN,
    {"rate_hz": 22_050, "n_fft": 1024, "hop": 512, "bands": 128, "scale": "htk", "norm": "none"},
    {"rate_hz": 16_000, "n_fft": 400, "hop": 160, "bands": 64, "f_min": 60.0, "f_max": 7_600.0, "power": 1.0},
    {"rate_hz": 48_000, "n_fft": 1024, "hop": 480, "bands": 64, "f_min": 50.0, "centre": False},
    {"rate_hz": 16_000, "n_fft": 512, "hop": 256, "bands": 96, "padding": "constant"},
]


def triangle(hz: float, low: float, peak: float, high: float) -> float:
    if not low < hz < high:
        return 0.0
    return (hz - low) / (peak - low) if hz <= peak else (high - hz) / (high - peak)


def slow(samples: np.ndarray, s: dict[str, Any]) -> np.ndarray:
    """One frame and one band after the other, in float64."""
    n_fft, rate = s["n_fft"], s["rate_hz"]
    x = samples.astype(np.float64)
    if s.get("centre", True):
        x = np.pad(x, n_fft // 2, mode=s.get("padding", "reflect"))
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n_fft) / n_fft)
    edges = mel_edges(s["bands"], s.get("f_min", 0.0), s.get("f_max", rate / 2), s.get("scale", "slaney"))
    found = []
    for start in range(0, len(x) - n_fft + 1, s["hop"]):
        power = np.abs(np.fft.rfft(x[start : start + n_fft] * window)) ** s.get("power", 2.0)
        row = []
        for low, peak, high in zip(edges, edges[1:], edges[2:], strict=False):
            weight = [triangle(k * rate / n_fft, low, peak, high) for k in range(n_fft // 2 + 1)]
            height = 2 / (high - low) if s.get("norm", "slaney") == "slaney" else 1.0
            row.append(height * np.dot(weight, power))
        found.append(row)
    return np.array(found)


def music(rate_hz: int, seconds: float = 0.5) -> np.ndarray:
    t = np.arange(round(rate_hz * seconds)) / rate_hz
    noise = np.random.default_rng(0).normal(0, 0.05, len(t))
    tone = 0.5 * np.sin(2 * np.pi * 440 * t) + 0.2 * np.sin(2 * np.pi * 3_000 * t * (1 + t))
    return ((tone + noise) * np.linspace(0, 1, len(t))).astype(np.float32)


@pytest.mark.parametrize("settings", OTHERS)
def test_it_equals_a_slow_one(settings: dict[str, Any]) -> None:
    samples = music(settings["rate_hz"])
    fast = Mel(**settings)(torch.from_numpy(samples)[None])[0].numpy()
    wanted = slow(samples, settings)
    assert fast.shape == wanted.shape
    assert np.abs(fast - wanted).max() <= 1e-4 * max(1.0, wanted.max())
    assert np.abs(np.log10(10_000 * fast + 1) - np.log10(10_000 * wanted + 1)).max() < 1e-4


def test_slaneys_scale_is_the_published_one() -> None:
    """The 40 frequencies that librosa's documentation prints, from 0 to 11,025 Hz."""
    edges = mel_edges(38, 0.0, 11_025.0, "slaney")
    assert edges[[0, 1, 2, 11, 12, 13, 20, 30, 38, 39]].round(3).tolist() == [
        0.0, 85.317, 170.635, 938.49, 1024.856, 1119.114, 2071.84, 4994.285, 10096.408, 11025.0,
    ]  # fmt: skip


@pytest.mark.parametrize("scale", ["slaney", "htk"])
@pytest.mark.parametrize("norm", ["slaney", "none"])
def test_filters_agree_with_torchaudio(scale: Any, norm: Any) -> None:
    ours = mel_filters(mel_edges(64, 30.0, 7_500.0, scale), np.linspace(0, 8_000, 513), norm)
    theirs = melscale_fbanks(513, 30.0, 7_500.0, 64, 16_000, norm if norm == "slaney" else None, scale)
    assert np.abs(ours - theirs.numpy().T).max() < 1e-5


def test_it_is_no_weight_and_keeps_its_precision() -> None:
    net = torch.nn.Sequential(Mel(**MUSICNN), torch.nn.Linear(96, 2))
    assert list(net.state_dict()) == ["1.weight", "1.bias"]
    samples = torch.from_numpy(music(16_000))[None]
    before = net[0](samples)
    net.to(torch.bfloat16)
    assert net[1].weight.dtype == torch.bfloat16
    with torch.autocast("cpu", torch.bfloat16):
        assert torch.equal(net[0](samples), before)
    assert before.dtype == torch.float32


@pytest.mark.parametrize("settings", OTHERS)
def test_the_shortest_excerpt_gives_a_frame(settings: dict[str, Any]) -> None:
    mel = Mel(**settings)
    assert mel(torch.zeros(2, mel.shortest)).shape[1] >= 1
