"""Networks that read samples and were taught with speech: Wav2Vec2, HuBERT and WavLM.

Each layer is what the next one reads; the last is the network's own output.
Excerpts of one batch have equal lengths and no mask: the first normalisation
runs over a whole excerpt, so silence at its end would change every frame.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from core.encoders.card import Card
from core.encoders.checkpoint import Tensors, agree, build, declared, fill, opening, read_tensors
from core.encoders.folder import read_config, read_preprocessor
from core.encoders.front import FrontEnd
from core.encoders.net import Net, NetEncoder
from core.errors import BugError, WeightsProblem

RATE_HZ = 16_000
PREFIXES = ("model.", "wav2vec2.", "hubert.", "wavlm.")
"""Before the names in what our runs and the library's heads save."""
MASK = "masked_spec_embed"
"""Only used to hide frames in training, which we never do."""
STEADY = {"apply_spec_augment": False, "layerdrop": 0.0, "add_adapter": False}
"""Nothing is hidden or left out at random, in training neither; and no layers after the last."""
_DECISIVE = (
    "model_type", "do_stable_layer_norm", "feat_extract_norm", "feat_extract_activation", "hidden_act",
    "layer_norm_eps", "num_attention_heads", "conv_stride", "max_bucket_distance",
)  # fmt: skip
"""Settings that change the vectors but not the shape of any weight."""


class WaveNet(Net):
    """`model` is one of the library's, which share their ways in and out."""

    whole_samples = True

    def __init__(self, model: Any, *, normalise: bool) -> None:  # noqa: ANN401 - the library has no hints
        super().__init__()
        self.model = model
        self.normalise = normalise
        self.shortest = samples_for_frame(model.config)
        told = {name: getattr(model.config, name, None) for name in _DECISIVE}
        self.facts = json.dumps({**told, "normalise": normalise})

    def hidden(self, samples: Tensor) -> list[Tensor]:
        if self.normalise:
            samples = standardise(samples)
        out = self.model(samples.to(self.model.dtype), output_hidden_states=True)
        if out.hidden_states is None:
            raise BugError("the transformers library gave no hidden states")
        # The last one of the tuple may lack the final normalisation, depending on the library's version.
        return [*out.hidden_states[:-1], out.last_hidden_state]


def standardise(samples: Tensor) -> Tensor:
    """Each excerpt to mean 0 and variance 1, in float32; silence stays silence."""
    samples = samples.float()
    variance, mean = torch.var_mean(samples, 1, correction=0, keepdim=True)
    return (samples - mean) / torch.sqrt(variance + 1e-7)


def load(card: Card, files: Path, device: str, precision: str) -> NetEncoder:
    return NetEncoder(card, network(card, files), device, precision)


def network(card: Card, files: Path) -> WaveNet:
    with opening(card):
        settings = read_config(files)
        kinds = _kinds()
        kind = settings.get("model_type")
        if kind not in kinds:
            raise WeightsProblem(f"the network in {files} is {kind}, not one of {', '.join(kinds)}.")
        config_class, model_class = kinds[kind]
        config = config_class(**{**declared(config_class, settings), **STEADY})
        tensors = read_tensors(files, PREFIXES)
        tensors.setdefault(MASK, torch.zeros(config.hidden_size))
        preprocessor = read_preprocessor(files)
        agree(card, "samples per second:", card.rate_hz, preprocessor.get("sampling_rate", RATE_HZ))
        model = assemble(card, model_class, config, tensors, extra=True)
        return WaveNet(model, normalise=wants_normal(preprocessor))


def assemble(card: Card, model: Any, config: Any, tensors: Tensors, *, extra: bool) -> Any:  # noqa: ANN401
    """`model` is the class; with `extra`, tensors that it has no place for are left out."""
    agree(card, "values per vector:", card.dimension, config.hidden_size)
    agree(card, "layers:", len(card.layers), config.num_hidden_layers + 1)
    built = build(lambda: model(config))
    fill(built, tensors, extra=extra)
    built.feature_extractor = FrontEnd(built.feature_extractor)
    return built


def wants_normal(preprocessor: dict[str, Any]) -> bool:
    return bool(preprocessor.get("do_normalize", True))


def _kinds() -> dict[Any, tuple[Any, Any]]:
    import transformers as library

    return {
        "wav2vec2": (library.Wav2Vec2Config, library.Wav2Vec2Model),
        "hubert": (library.HubertConfig, library.HubertModel),
        "wavlm": (library.WavLMConfig, library.WavLMModel),
    }


def frames(config: Any, samples: int) -> int:  # noqa: ANN401
    """How many frames come out; 0 where the excerpt is too short."""
    for kernel, stride in zip(config.conv_kernel, config.conv_stride, strict=True):
        samples = (samples - kernel) // stride + 1 if samples >= kernel else 0
    return samples


def samples_for_frame(config: Any) -> int:  # noqa: ANN401
    needed = 1
    for kernel, stride in reversed(list(zip(config.conv_kernel, config.conv_stride, strict=True))):
        needed = (needed - 1) * stride + kernel
    return int(needed)
