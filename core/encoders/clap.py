"""CLAP: sounds and descriptions in one space, so that a collection can be asked with words.

Windows of 10 s are cut here, side by side and always the same; the library's
own extractor would take one at random from what is longer. What it works out
from a window is worked out here for a whole batch at once, as exactly.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from core.encoders.card import Card
from core.encoders.checkpoint import Tensors, agree, build, declared, fill, opening, read_tensors
from core.encoders.folder import TOKENIZERS, read_config, read_preprocessor
from core.encoders.mel import mel_edges, mel_filters
from core.encoders.net import Net, NetEncoder
from core.errors import WeightsProblem

MOST_TOKENS = 77
TEXTS_AT_ONCE = 64
AS_PUBLISHED = {
    "sampling_rate": 48_000,
    "fft_window_size": 1024,
    "hop_length": 480,
    "feature_size": 64,
    "frequency_min": 50,
    "frequency_max": 14_000,
    "max_length_s": 10,
    "padding": "repeatpad",
}
"""Where the folder does not say. The library's own default would begin at 0 Hz."""
_DECISIVE = ("num_attention_heads", "hidden_act", "layer_norm_eps", "window_size", "projection_hidden_act")
_FLOOR = 1e-10


class LogMel:
    """From (n, samples) to (n, frames, bands) in decibels, float32.

    Worked out in float64: beside a loud sound the quiet bands are below what
    float32 can tell, and they count as much as loud ones do.
    """

    def __init__(self, front: Mapping[str, Any]) -> None:
        self.n_fft, self.hop = int(front["fft_window_size"]), int(front["hop_length"])
        rate_hz, bands = front["sampling_rate"], int(front["feature_size"])
        scale: Literal["slaney", "htk"] = "htk" if front["truncation"] == "fusion" else "slaney"
        edges = mel_edges(bands, front["frequency_min"], front["frequency_max"], scale)
        bins_hz = np.linspace(0, rate_hz / 2, self.n_fft // 2 + 1)
        filters = mel_filters(edges, bins_hz, "none" if scale == "htk" else "slaney")
        # No buffers: these must keep their precision when the network loses some of its own.
        self.filters = torch.from_numpy(filters)
        self.window = torch.hann_window(self.n_fft, dtype=torch.float64)

    def __call__(self, samples: Tensor) -> Tensor:
        # Apple's graphics processors know no float64.
        wide = torch.float32 if samples.device.type == "mps" else torch.float64
        window, filters = (kept.to(samples.device, wide) for kept in (self.window, self.filters))
        spectrum = torch.stft(
            samples.to(wide), self.n_fft, self.hop, window=window, pad_mode="reflect", return_complex=True
        )
        power: Tensor = filters @ torch.view_as_real(spectrum).square().sum(-1)
        return 10 * power.clamp(min=_FLOOR).log10().transpose(1, 2).float()


class ClapNet(Net):
    """One layer of one frame: the mean of an excerpt's windows, of length 1."""

    whole_samples = True

    def __init__(self, model: Any, front: Mapping[str, Any]) -> None:  # noqa: ANN401 - the library has no hints
        super().__init__()
        self.model = model
        self.log_mel = LogMel(front)
        self.window = int(front["max_length_s"] * front["sampling_rate"])
        self.fused = bool(model.config.audio_config.enable_fusion)
        towers = (model.config.audio_config, model.config.text_config)
        told = [{name: getattr(tower, name, None) for name in _DECISIVE} for tower in towers]
        self.facts = json.dumps([{name: front[name] for name in sorted(front)}, *told])

    def train(self, mode: bool = True) -> Self:
        """Batch normalisation stays as it was learned: a few excerpts say nothing of all sounds."""
        super().train(mode)
        for module in self.modules():
            if isinstance(module, nn.modules.batchnorm._BatchNorm):  # noqa: SLF001 - its public name has no base
                module.eval()
        return self

    def hidden(self, samples: Tensor) -> list[Tensor]:
        windows = self.windows(samples.float())
        vectors = self._hear(windows.flatten(0, 1)).view(*windows.shape[:2], -1)
        return [functional.normalize(vectors.mean(1, keepdim=True), dim=-1)]

    def windows(self, samples: Tensor) -> Tensor:
        """(n, windows, samples): spread evenly over a long excerpt; a short one is repeated while it fits."""
        length = samples.shape[1]
        if length <= self.window:
            repeated = samples.repeat(1, self.window // length)
            return functional.pad(repeated, (0, self.window - repeated.shape[1]))[:, None]
        count = math.ceil(length / self.window)
        starts = [round(i * (length - self.window) / (count - 1)) for i in range(count)]
        return torch.stack([samples[:, start : start + self.window] for start in starts], 1)

    def features(self, windows: Tensor) -> Tensor:
        """(n, channels, frames, bands), as the library's extractor gives for 10 s."""
        mel = self.log_mel(windows)[:, None]
        return mel.expand(-1, 4, -1, -1) if self.fused else mel

    def _hear(self, windows: Tensor) -> Tensor:
        # The extractor marks one clip of every batch, drawn at random, as longer than it is. None of ours is.
        longer = torch.zeros(len(windows), 1, dtype=torch.bool, device=windows.device)
        features = self.features(windows).to(self.model.dtype)
        out = self.model.get_audio_features(input_features=features, is_longer=longer)
        return functional.normalize(embedding(out).float(), dim=-1)

    def read(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(n, dimension) from (n, tokens)."""
        out = self.model.get_text_features(input_ids=ids, attention_mask=mask)
        return functional.normalize(embedding(out).float(), dim=-1)


def embedding(out: Any) -> Tensor:  # noqa: ANN401
    """Since version 5 the library gives more than the vector itself."""
    found: Tensor = out if isinstance(out, Tensor) else out.pooler_output
    return found


class ClapEncoder(NetEncoder):
    net: ClapNet

    def __init__(self, card: Card, net: ClapNet, files: Path, device: str, precision: str) -> None:
        super().__init__(card, net, device, precision)
        self.files = files
        self._tokenizer: Any = None

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not self.card.text:
            return super().embed_text(texts)
        found = [np.empty((0, self.card.dimension), np.float32)]
        for start in range(0, len(texts), TEXTS_AT_ONCE):
            tokens = self._tokens(list(texts[start : start + TEXTS_AT_ONCE]))
            ids, mask = (tokens[name].to(self.device) for name in ("input_ids", "attention_mask"))
            with torch.inference_mode():
                found.append(self.net.read(ids, mask).cpu().numpy())
        return np.concatenate(found)

    def _tokens(self, texts: list[str]) -> Any:  # noqa: ANN401
        if self._tokenizer is None:
            with opening(self.card):
                self._tokenizer = read_tokenizer(self.files, self.net.model.config.text_config.vocab_size)
        return self._tokenizer(
            texts, padding=True, truncation=True, max_length=MOST_TOKENS, return_tensors="pt"
        )


def read_tokenizer(folder: Path, most: int) -> Any:  # noqa: ANN401
    from transformers import RobertaTokenizerFast

    if not any((folder / name).is_file() for name in TOKENIZERS):
        raise WeightsProblem(f"{folder} holds no tokenizer, so it cannot read text.", "Fetch it again.")
    try:
        found = RobertaTokenizerFast.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    except Exception as error:  # the library throws bare exceptions at damaged files
        raise WeightsProblem(f"the tokenizer in {folder} is damaged.", "Fetch it again.") from error
    if len(found) > most:
        raise WeightsProblem(f"the tokenizer in {folder} knows {len(found)} words, the network {most}.")
    return found


def load(card: Card, files: Path, device: str, precision: str) -> ClapEncoder:
    return ClapEncoder(card, network(card, files), files, device, precision)


def network(card: Card, files: Path) -> ClapNet:
    with opening(card):
        settings = read_config(files)
        kind = settings.get("model_type")
        if kind != "clap":
            raise WeightsProblem(f"the network in {files} is {kind}, not clap.")
        config = _config(settings)
        front = read_front(files, fused=config.audio_config.enable_fusion)
        agree(card, "samples per second:", card.rate_hz, front["sampling_rate"])
        agree(card, "values per vector:", card.dimension, config.projection_dim)
        from transformers import ClapModel

        model = build(lambda: ClapModel(config))
        tensors = read_tensors(files, ("model.",))
        fill(model, tensors | constants(model, config.text_config), extra=True)
        return ClapNet(model, front)


def constants(model: nn.Module, text: Any) -> Tensors:  # noqa: ANN401
    """What every CLAP has alike, and so not every file holds."""
    found = Tensors()
    for name, module in model.named_modules():
        if hasattr(module, "create_relative_position_index"):
            found[f"{name}.relative_position_index"] = module.create_relative_position_index()
        if isinstance(module, nn.BatchNorm2d):
            found[f"{name}.num_batches_tracked"] = torch.tensor(0)
    places = torch.arange(text.max_position_embeddings)[None]
    ids = "text_model.embeddings.{}_ids"
    return found | {ids.format("position"): places, ids.format("token_type"): torch.zeros_like(places)}


def _config(settings: Mapping[str, Any]) -> Any:  # noqa: ANN401
    from transformers import ClapAudioConfig, ClapConfig, ClapTextConfig

    audio = declared(ClapAudioConfig, settings.get("audio_config") or {})
    text = declared(ClapTextConfig, settings.get("text_config") or {})
    own = declared(ClapConfig, settings)
    return ClapConfig(**{**own, "audio_config": audio, "text_config": text})


def read_front(folder: Path, *, fused: bool) -> dict[str, Any]:
    """What is done to the samples, as the folder says."""
    said = read_preprocessor(folder)
    front = {name: said.get(name, usual) for name, usual in AS_PUBLISHED.items()}
    if front["padding"] != "repeatpad":
        raise WeightsProblem(f"it fills short excerpts by {front['padding']}, which is not supported.")
    return {**front, "truncation": said.get("truncation", "fusion" if fused else "rand_trunc")}
