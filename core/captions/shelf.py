"""Which writers there are, and how one is opened: our own small one, or a T5 in a folder or from the hub."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import torch

from core.captions.choice import Choice
from core.captions.style import OWN, WriterPart
from core.captions.words import Words
from core.captions.writer import Ears, Leaning, Writer, build_t5, own_settings
from core.encoders.card import Card, Hub
from core.encoders.checkpoint import Tensors, declared, fill, opening, read_tensors
from core.encoders.folder import read_config
from core.encoders.weights import need
from core.errors import RequestProblem, WeightsProblem
from core.store.files import explain_os_errors

TOKENIZER = "tokenizer.json"
HUB = {
    "t5-small": "google-t5/t5-small",
    "t5-base": "google-t5/t5-base",
    "flan-t5-small": "google/flan-t5-small",
    "flan-t5-base": "google/flan-t5-base",
}
ATTENTION = ["q", "v"]
"""Where `lora` adds, as T5 calls it."""


@dataclass(frozen=True)
class Opened:
    """A T5, its words, and what its `config.json` says: enough to build it again."""

    t5: Any
    words: Words
    settings: dict[str, Any]


def open_t5(part: WriterPart, texts: Sequence[str]) -> Opened:
    """`texts` are what `own` learns its words from; its weights are drawn from torch's random numbers."""
    if part.name == OWN:
        words = Words.learn(texts, part.pieces)
        settings = own_settings(part, words)
        return Opened(build_t5(settings), words, settings)
    folder = _folder(part.name)
    with opening(_card(part.name)):
        settings = _settings(folder)
        with explain_os_errors(folder / TOKENIZER):
            words = Words.read((folder / TOKENIZER).read_text(encoding="utf-8"))
        t5 = build_t5(settings)
        fill(t5, _named_twice(read_tensors(folder)), extra=True)
        _tie(t5)
    return Opened(_with_additions(t5, part), words, settings)


def reopen(settings: dict[str, Any], part: WriterPart, tensors: Tensors, layers: int) -> Writer:
    """As a run has kept it: `tensors` by the names that they have in the writer."""
    t5 = _with_additions(build_t5(settings), part)
    if "ears.mean" not in tensors:
        raise WeightsProblem("its weights lack those of the ears.")
    mean = torch.zeros_like(tensors["ears.mean"])
    if len(mean) != layers:
        raise WeightsProblem(f"the writer heard {len(mean)} layers, and there are {layers}.")
    writer = assemble(Ears(mean, mean, settings["d_model"], part), t5, settings, part)
    if "choice.turn" in tensors:
        writer.choice = Choice(*tensors["choice.turn"].shape)
    fill(writer, tensors)
    _tie(t5)
    return writer.eval()


def assemble(ears: Ears, t5: Any, settings: dict[str, Any], part: WriterPart) -> Writer:  # noqa: ANN401
    if part.name != OWN or not part.leaning:
        return Writer(ears, t5)
    return Writer(ears, t5, Leaning(ears.mean.shape[1], settings["vocab_size"], part))


def hub_card(name: str) -> Card:
    """So that weights of writers are looked for, fetched and checked as those of encoders are."""
    return Card(
        name=name,
        family="t5",
        title=name,
        hears="Nothing: it writes.",
        dimension=1,
        rate_hz=1,
        window_s=1.0,
        licence="Apache-2.0",
        source=Hub(HUB[name]),
    )


def _card(name: str) -> Card:
    return (
        hub_card(name)
        if name in HUB
        else msgspec.structs.replace(hub_card("t5-small"), name=name, title=name)
    )


def _folder(name: str) -> Path:
    if name in HUB:
        return need(hub_card(name))
    path = Path(name).expanduser()
    if not path.is_dir():
        raise RequestProblem(
            f"There is no writer called {name}.", f"Choose {', '.join((OWN, *HUB))}, or a folder with a T5."
        )
    return path


def _settings(folder: Path) -> dict[str, Any]:
    from transformers import T5Config

    said = read_config(folder)
    if said.get("model_type") != "t5":
        raise WeightsProblem(f"the network in {folder} is {said.get('model_type')}, not t5.")
    scaled = said.get("scale_decoder_outputs", said.get("tie_word_embeddings", True))
    # The library takes the old name for whether what is written is scaled, and nothing else.
    return declared(T5Config, said) | {"tie_word_embeddings": bool(scaled)}


def _named_twice(tensors: Tensors) -> Tensors:
    """Files hold words that are read and written once; the network has more than one name for them."""
    shared = tensors.get("shared.weight")
    names = ("encoder.embed_tokens.weight", "decoder.embed_tokens.weight", "lm_head.weight")
    return tensors if shared is None else dict.fromkeys(names, shared) | tensors


def _tie(t5: Any) -> None:  # noqa: ANN401
    """Filled one by one, words that are read and written were parted; some T5s have them apart."""
    words = t5.shared.weight
    t5.encoder.embed_tokens.weight = t5.decoder.embed_tokens.weight = words
    if torch.equal(t5.lm_head.weight, words):
        t5.lm_head.weight = words


def _with_additions(t5: Any, part: WriterPart) -> Any:  # noqa: ANN401
    """What of it learns along."""
    if part.tune == "whole":
        return t5
    t5.requires_grad_(False)
    if part.tune == "lora":
        from peft import LoraConfig, inject_adapter_in_model

        inject_adapter_in_model(LoraConfig(r=part.rank, lora_alpha=part.rank, target_modules=ATTENTION), t5)
        for name, weight in t5.named_parameters():
            weight.requires_grad_("lora_" in name)
    return t5
