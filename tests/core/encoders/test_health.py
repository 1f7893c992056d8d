"""The examination finds what is wrong with an encoder, and nothing with a sound one, whatever its family."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.encoders import BuiltIn, Card, Encoder, cards, health, open_encoder, sounds
from core.encoders.net import Net, NetEncoder

RATE = 8_000


def card(**more: Any) -> Card:
    return Card(
        **{
            "name": "fake",
            "family": "fake",
            "title": "Fake",
            "hears": "Loudness and spectrum.",
            "dimension": 16,
            "rate_hz": RATE,
            "window_s": 1.0,
            "licence": "MIT",
            "source": BuiltIn(),
            **more,
        }
    )


def spectrum(batch: np.ndarray) -> np.ndarray:
    """(n, 16): how much there is in each of 16 bands."""
    power = np.abs(np.fft.rfft(batch, 512 * (1 + batch.shape[1] // 512), axis=1))[:, 1:] ** 2
    bands = np.stack([band.mean(1) for band in np.array_split(power, 16, axis=1)], 1)
    return np.log1p(1e3 * bands) - 1.0


class Fake(Encoder):
    """Sound by itself; `spoil` is what a test does to its vectors."""

    def __init__(
        self, spoil: Any = lambda vectors, batch: vectors, precision: str = "fp32", **more: Any
    ) -> None:
        super().__init__(card(**more), "", precision=precision)
        self.spoil = spoil

    def embed(self, batch: np.ndarray) -> np.ndarray:
        return np.asarray(self.spoil(spectrum(batch), batch), np.float32)[:, None]

    def embed_text(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.stack([np.random.default_rng(len(text)).standard_normal(16) for text in texts])
        return np.asarray(self.spoil(rows, rows), np.float32)


def wrong(encoder: Encoder) -> dict[str, str]:
    return {found.name: found.sentence for found in health.examine(encoder) if not found.ok}


def test_a_sound_encoder_has_nothing_wrong() -> None:
    findings = health.examine(Fake())
    assert wrong(Fake()) == {}
    assert [found.name for found in findings] == [
        "as its card says",
        "finite",
        "deterministic",
        "batch like single",
        "tells sounds apart",
    ]
    assert all(found.sentence.endswith(".") for found in findings)


def restless(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
    return vectors + np.random.default_rng().normal(0, 0.01, vectors.shape)


def standardised(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
    """As batch normalisation does in training."""
    return vectors - vectors.mean(0) + 0.1


def deaf(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
    return np.ones_like(vectors)


def afraid_of_silence(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
    return vectors if batch.any() else vectors / 0.0


def afraid_of_haste(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
    return vectors if batch.shape[1] > 100 else vectors * np.nan


SPOILT = {
    restless: {"deterministic", "batch like single"},
    standardised: {"batch like single"},
    deaf: {"tells sounds apart"},
    afraid_of_haste: {"finite"},
}


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_what_is_wrong_is_found(spoil: Any) -> None:
    assert set(wrong(Fake(spoil))) == SPOILT[spoil]


@pytest.mark.parametrize("spoil", [restless, standardised], ids=lambda spoil: spoil.__name__)
def test_half_precision_is_judged_by_direction(spoil: Any) -> None:
    def rounded(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
        return torch.from_numpy(restless(vectors, batch)).bfloat16().float().numpy()

    assert wrong(Fake(rounded, "bf16")) == {}
    assert (
        "batch like single" in wrong(Fake(lambda v, b: spoil(spoil(v, b) * 20, b), "bf16"))
        or spoil is restless
    )


@pytest.mark.filterwarnings("ignore:divide by zero:RuntimeWarning")
def test_silence_is_named() -> None:
    assert wrong(Fake(afraid_of_silence)) == {"finite": "Gives no numbers for silence."}


def test_a_card_that_says_otherwise() -> None:
    assert wrong(Fake(dimension=17)) == {"as its card says": "Vectors are (1, 16); the card says (1, 17)."}


def test_an_encoder_with_text_is_asked_for_collapse_too() -> None:
    def squeezed(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
        return vectors + 100.0

    def spread(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
        return vectors - 3.0

    assert wrong(Fake(spread, text=True)) == {}
    found = wrong(Fake(squeezed, text=True))
    assert set(found) >= {
        "different sounds point in different directions",
        "different texts point in different directions",
    }
    assert "collapsed" not in " ".join(wrong(Fake(squeezed)).values()), "a space without text may be narrow"


def test_measurements_are_compared_in_their_own_units() -> None:
    """A number in hertz would hide all others from a cosine."""

    def with_hertz(vectors: np.ndarray, batch: np.ndarray) -> np.ndarray:
        return np.hstack([vectors[:, :15], np.full((len(vectors), 1), 8000.0)])

    assert set(wrong(Fake(with_hertz))) == {"tells sounds apart"}
    names = tuple(f"value {i}" for i in range(16))
    assert wrong(Fake(with_hertz, dimensions=names)) == {}
    assert set(wrong(Fake(deaf, dimensions=names))) == {"tells sounds apart"}


class Weighted(Net):
    def __init__(self) -> None:
        super().__init__()
        self.front = nn.Conv1d(1, 16, 64, 32)
        self.shortest = 64

    def hidden(self, samples: Tensor) -> list[Tensor]:
        return [self.front(samples[:, None]).square().log1p().transpose(1, 2)]


def test_a_network_that_could_change() -> None:
    torch.manual_seed(0)
    encoder = NetEncoder(card(), Weighted())
    frozen = health.examine(encoder)[0]
    assert (frozen.name, frozen.ok, frozen.sentence) == ("frozen", True, "Nothing in it can change.")
    encoder.net.requires_grad_(True).train()
    assert wrong(encoder)["frozen"] == "2 weights and 2 parts could change."


@pytest.mark.parametrize("known", [c for c in cards() if isinstance(c.source, BuiltIn)], ids=lambda c: c.name)
def test_every_built_in_encoder_is_healthy(known: Card) -> None:
    assert wrong(open_encoder(known)) == {}


def test_collapse_by_the_numbers() -> None:
    rng = np.random.default_rng(0)
    free = rng.standard_normal((40, 64)).astype(np.float32)
    assert health.collapse(free).ok
    assert not health.collapse(free + 5).ok
    assert not health.collapse(np.zeros((40, 8), np.float32)).ok
    assert not health.collapse(np.full((40, 8), np.nan, np.float32)).ok
    pairs = [
        float(a @ b / np.linalg.norm(a) / np.linalg.norm(b)) for i, a in enumerate(free) for b in free[:i]
    ]
    assert health.mean_cosine(free) == pytest.approx(np.mean(pairs), abs=1e-6)


def test_the_sounds_are_many_different_and_always_the_same() -> None:
    clips = sounds.clips(RATE, 1.0)
    assert clips.shape == (32, RATE)
    assert np.abs(clips).max(1) == pytest.approx(0.5)
    np.testing.assert_array_equal(clips, sounds.clips(RATE, 1.0))
    likeness = np.corrcoef(spectrum(clips)) - np.eye(32)
    assert likeness.max() < 0.9999
    assert np.median(likeness) < 0.9
    assert sounds.clips(RATE, 0.0).shape == (32, 1)
