"""Real architectures in tiny, drawn at random and saved as their publishers save them."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file

from core.encoders import registry
from core.encoders.card import Card
from core.encoders.recognise import recognise
from core.errors import WeightsProblem

SHAPE = {
    "hidden_size": 32,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "intermediate_size": 48,
    "conv_dim": [16] * 7,
    "num_conv_pos_embeddings": 16,
    "num_conv_pos_embedding_groups": 4,
}
HOSTILE = "from pathlib import Path\nPath({marker!r}).write_text('ran')\n"
MERT_CODE = ("configuration_MERT", "modeling_MERT")
CLAP_FRONT = {
    "feature_extractor_type": "ClapFeatureExtractor",
    "sampling_rate": 48_000,
    "frequency_min": 50,
    "frequency_max": 14_000,
    "max_length_s": 1,
    "truncation": "rand_trunc",
}
"""With windows of a second, which is all that is needed to see that they are cut well."""


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody asks the network for anything, even where the answer would not matter."""
    called: list[object] = []

    def refuse(*where: object, **more: object) -> None:
        called.append(where)
        raise OSError("there is no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    assert called == []


def added(folder: Path, name: str | None = None) -> Card:
    """On the way of a person who adds an encoder."""
    card = recognise(folder, name)
    registry.add_card(card)
    return registry.find_card(card.name)


def noise(samples: int, n: int = 1, seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).uniform(-0.5, 0.5, (n, samples)).astype(np.float32)


def speech_model(kind: str, *, stable: bool = False, **more: Any) -> Any:
    import transformers

    named = {"wav2vec2": "Wav2Vec2", "hubert": "Hubert", "wavlm": "WavLM"}[kind]
    norm = "layer" if stable else "group"
    shape = {**SHAPE, "do_stable_layer_norm": stable, "feat_extract_norm": norm, **more}
    config = getattr(transformers, f"{named}Config")(**shape)
    return drawn(lambda: getattr(transformers, f"{named}Model")(config))


def drawn(make: Any) -> Any:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return make().eval()


def save(model: Any, folder: Path) -> Path:
    from transformers.utils import logging

    logging.disable_progress_bar()
    model.save_pretrained(folder)
    return folder


def write_json(path: Path, values: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values), encoding="utf-8")


def speech_folder(folder: Path, model: Any, *, normalise: bool | None = None, rate_hz: int = 16_000) -> Path:
    save(model, folder)
    if normalise is not None:
        write_json(folder / "preprocessor_config.json", {"do_normalize": normalise, "sampling_rate": rate_hz})
    return folder


def mert_model(*, stable: bool = False, **more: Any) -> Any:
    return speech_model("hubert", stable=stable, **{"feat_extract_norm": "group", **more})


def mert_settings(model: Any, **more: Any) -> dict[str, Any]:
    """As published: with code to be run, and fields that HuBERT does not know."""
    kept = {name: getattr(model.config, name) for name in SHAPE}
    return {
        **kept,
        "architectures": ["MERTModel"],
        "auto_map": {
            "AutoConfig": f"{MERT_CODE[0]}.MERTConfig",
            "AutoModel": f"{MERT_CODE[1]}.MERTModel",
        },
        "model_type": "mert_model",
        "do_stable_layer_norm": model.config.do_stable_layer_norm,
        "feat_extract_norm": "group",
        "feature_extractor_cqt": False,
        "feature_extractor_cqt_bins": 336,
        "deepnorm": False,
        "attention_relax": 32.0,
        "mask_time_prob": 0.075,
        "layerdrop": 0.9,
        "sample_rate": 24_000,
        "torch_dtype": "float32",
        **more,
    }


def old_names(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    new = ".parametrizations.weight.original"
    return {
        name.replace(f"{new}0", ".weight_g").replace(f"{new}1", ".weight_v"): tensors[name]
        for name in tensors
    }


def mert_folder(folder: Path, model: Any, *, pickled: bool = False, **more: Any) -> Path:
    write_json(folder / "config.json", mert_settings(model, **more))
    write_json(
        folder / "preprocessor_config.json",
        {"do_normalize": True, "sampling_rate": 24_000, "padding_value": 0},
    )
    tensors = old_names(model.state_dict())
    assert any(name.endswith("weight_g") for name in tensors)
    if pickled:
        torch.save(tensors, folder / "pytorch_model.bin")
    else:
        save_file(tensors, folder / "model.safetensors")
    for name in MERT_CODE:
        (folder / f"{name}.py").write_text(HOSTILE.format(marker=str(folder / "marker")))
    return folder


def clap_model(*, fused: bool = False) -> Any:
    from transformers import ClapConfig, ClapModel

    text = {
        "vocab_size": 300,
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "intermediate_size": 48,
        "max_position_embeddings": 90,
    }
    audio = {
        "patch_embeds_hidden_size": 8,
        "hidden_size": 64,
        "depths": [1, 1, 1, 1],
        "num_attention_heads": [1, 2, 2, 2],
        "aff_block_r": 2,
        "enable_fusion": fused,
        "fusion_type": "aff_2d" if fused else None,
    }
    model = drawn(lambda: ClapModel(ClapConfig(projection_dim=24, text_config=text, audio_config=audio)))
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(1)
        # As drawn by the library, the towers hardly react to what they are given.
        for name, parameter in model.named_parameters():
            if parameter.ndim > 1:
                parameter.normal_(0.0, 1.0 if "embeddings" in name else parameter[0].numel() ** -0.5)
    return model


def clap_folder(folder: Path, model: Any, *, words: bool = True, **front: Any) -> Path:
    save(model, folder)
    write_json(folder / "preprocessor_config.json", {**CLAP_FRONT, **front})
    if words:
        tokenizer().save_pretrained(folder)
    return folder


def tokenizer() -> Any:
    """Letter by letter."""
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import RobertaTokenizerFast

    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    letters = [*special, *sorted(ByteLevel.alphabet())]
    return RobertaTokenizerFast(vocab={letter: i for i, letter in enumerate(letters)}, merges=[])


def refused(folder: Path, spoil: Callable[[Path], object], said: str) -> str:
    """Add an encoder, then let its folder go bad: opening it says so in one line, which is returned."""
    card = added(folder)
    spoil(folder)
    with pytest.raises(WeightsProblem) as caught:
        registry.open_encoder(card)
    assert said in caught.value.sentence
    assert "\n" not in str(caught.value)
    return caught.value.sentence
