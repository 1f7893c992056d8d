"""MERT, which learned from music: HuBERT's network with other weights at another rate.

Its publisher ships the network as code to be run from the folder. We never do:
the plain network is built from the settings, and every tensor has to fit it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.encoders.card import Card
from core.encoders.checkpoint import agree, declared, opening, read_tensors
from core.encoders.folder import read_config, read_preprocessor, refuse_variants
from core.encoders.net import NetEncoder
from core.encoders.speech import STEADY, WaveNet, assemble, frames, wants_normal
from core.errors import WeightsProblem

RATE_HZ = 24_000
MODEL_TYPES = ("mert_model", "music_hubert", "hubert")
STRIDE = 320


def load(card: Card, files: Path, device: str, precision: str) -> NetEncoder:
    return NetEncoder(card, network(card, files), device, precision)


def network(card: Card, files: Path) -> WaveNet:
    with opening(card):
        from transformers import HubertConfig, HubertModel

        settings, preprocessor = read_config(files), read_preprocessor(files)
        kind = settings.get("model_type")
        if kind not in MODEL_TYPES:
            raise WeightsProblem(f"the network in {files} is {kind}, not one of {', '.join(MODEL_TYPES)}.")
        refuse_variants(settings)
        rate_hz = preprocessor.get("sampling_rate", settings.get("sample_rate", RATE_HZ))
        agree(card, "samples per second:", card.rate_hz, rate_hz)
        config = HubertConfig(**{**declared(HubertConfig, settings), **STEADY})
        _check_frames(config, card.rate_hz)
        tensors = read_tensors(files, ("model.",))
        model = assemble(card, HubertModel, config, tensors, extra=False)
        return WaveNet(model, normalise=wants_normal(preprocessor))


def _check_frames(config: Any, rate_hz: int) -> None:  # noqa: ANN401 - the library has no hints
    """749 for 10 s at 24 kHz: the number by which a wrong front end shows before it is heard."""
    found, needed = frames(config, 10 * rate_hz), 10 * rate_hz // STRIDE - 1
    if found != needed:
        raise WeightsProblem(f"its settings give {found} frames for 10 s; MERT gives {needed}.")
