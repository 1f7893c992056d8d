"""The first convolutions as matrix products: what the library's own give, and the same slopes."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest
import torch

from core.encoders.front import FRAMES, FrontEnd
from tests.core.encoders import tiny_models as tiny


def both(norm: str, *, bias: bool) -> tuple[Any, FrontEnd]:
    """The library's, with norms whose steps are not 1 and offsets not 0; and ours of the same weights."""
    library = tiny.speech_model("hubert", feat_extract_norm=norm, conv_bias=bias).feature_extractor
    with torch.no_grad(), torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        for name, values in library.named_parameters():
            if "layer_norm" in name or "bias" in name:
                values.copy_(1 + 0.5 * torch.randn_like(values))
    return library.eval(), FrontEnd(copy.deepcopy(library))


@pytest.mark.parametrize("bias", [False, True])
@pytest.mark.parametrize("norm", ["group", "layer"])
@pytest.mark.parametrize("samples", [400, 719, 8_000])
def test_frames_and_slopes_are_those_of_the_library(norm: str, bias: bool, samples: int) -> None:
    library, ours = both(norm, bias=bias)
    sound = torch.from_numpy(tiny.noise(samples, 3)) + 0.3  # with an offset, which the norm has to take away
    expected, found = library(sound.clone()), ours(sound)
    assert found.shape == expected.shape
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=2e-5)
    where = torch.linspace(-1, 1, expected.numel()).reshape(expected.shape)
    (expected * where).sum().backward()
    (found * where).sum().backward()
    named = dict(library.named_parameters())
    for name, values in ours.named_parameters():
        slope = named[name].grad
        # A bias before the first norm cancels out: what the library finds there is rounding.
        if values.grad is not None:
            torch.testing.assert_close(
                values.grad, slope, rtol=1e-3, atol=1e-4 * float(slope.abs().max() + 1)
            )


@pytest.mark.parametrize("norm", ["group", "layer"])
@pytest.mark.parametrize("extra", [0, 1, 319])
def test_in_pieces_an_excerpt_gives_the_frames_of_the_whole(norm: str, extra: int) -> None:
    library, ours = both(norm, bias=True)
    for frames in (FRAMES, FRAMES + 1, 2 * FRAMES, 2 * FRAMES + 37):
        sound = torch.from_numpy(tiny.noise((frames - 1) * ours.stride + ours.field + extra, 3))[:2] + 0.3
        with torch.inference_mode():
            found = ours(sound)
            assert found.shape[2] == frames
            torch.testing.assert_close(found, library(sound.clone()), rtol=1e-4, atol=2e-5)


def test_silence_stays_finite() -> None:
    _, ours = both("group", bias=False)
    assert torch.isfinite(ours(torch.zeros(1, 2_000))).all()


def test_half_precision_is_as_near_as_the_librarys() -> None:
    library, ours = both("group", bias=False)
    sound = torch.from_numpy(tiny.noise(16_000, 2))
    with torch.inference_mode():
        exact = library(sound).numpy()
        theirs, mine = (
            net.to(torch.bfloat16)(sound.to(torch.bfloat16)).float().numpy() for net in (library, ours)
        )
    assert np.abs(mine - exact).mean() <= 1.2 * np.abs(theirs - exact).mean()


def test_names_of_weights_are_the_librarys() -> None:
    library, ours = both("layer", bias=True)
    assert ours.state_dict().keys() == library.state_dict().keys()
