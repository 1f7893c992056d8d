"""An encoder that learns along: opened, woken, heard with, and saved as an encoder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.encoders import Card, open_encoder
from core.encoders.folder import FAMILIES, PREPROCESSOR, TOKENIZERS
from core.encoders.net import Net, NetEncoder
from core.encoders.own import save_encoder
from core.encoders.recognise import OF_RUNS
from core.encoders.weights import CONFIG, need
from core.errors import BugError, Interrupted, RequestProblem
from core.progress import ShouldStop
from core.recipes.contract import Family, Said
from core.recipes.recipe import EncoderPart
from core.training.learner import Learner, Pooled
from core.training.sounds import Piece, Sounds

ATTENTION = ("q_proj", "v_proj")
"""Where `lora` adds, as the families of speech call it."""
OF_CLAP = ("query", "value")
ADDED = "lora_"
LARGEST_GAP = 1e-4
"""Of the cosine between what was trained and what was saved of it."""


def wake(card: Card, device: str, part: EncoderPart) -> Pooled:
    """Its network, ready to learn."""
    if card.family not in OF_RUNS:
        raise RequestProblem(
            f"{card.title} cannot learn along: it is used as it is.",
            "Set encoder.tune to frozen, or choose an encoder such as mel-resnet.",
        )
    encoder = open_encoder(card, device)
    assert isinstance(encoder, NetEncoder)
    net: Net = encoder.net
    if part.tune == "lora":
        _add_lora(net, card, part.rank)
    else:
        net.requires_grad_(True)
    return Pooled(net)


def _add_lora(net: Net, card: Card, rank: int) -> None:
    """All else stays as it is."""
    from peft import LoraConfig, inject_adapter_in_model

    names = {name.rsplit(".", 1)[-1] for name, module in net.named_modules() if isinstance(module, nn.Linear)}
    targets = sorted(names & {*ATTENTION, *OF_CLAP})
    if not targets:
        raise RequestProblem(
            f"{card.title} has no attention that additions could be made to.", "Set encoder.tune to whole."
        )
    inject_adapter_in_model(LoraConfig(r=rank, lora_alpha=rank, target_modules=targets), net)
    for name, weight in net.named_parameters():
        weight.requires_grad_(ADDED in name)


def merge_lora(net: Net) -> Net:
    """Additions become part of the weights they were added to, which get their old names."""
    from peft.tuners.lora import LoraLayer

    for name, module in list(net.named_modules()):
        if isinstance(module, LoraLayer):
            module.merge()
            parent = net.get_submodule(name.rpartition(".")[0])
            setattr(parent, name.rpartition(".")[2], module.get_base_layer())
    return net


def hear(
    learner: Learner,
    sounds: Sounds,
    tracks: NDArray[np.int64],
    family: Family,
    *,
    excerpts: int,
    first: bool,
    batch: int,
    device: str,
    should_stop: ShouldStop,
) -> tuple[NDArray[np.int64], Said]:
    """What is said of each track that can be heard, by its row: the mean over its excerpts."""
    pieces = [
        Piece(id_, start) for id_ in tracks.tolist() for start in sounds.starts(id_, excerpts, first=first)
    ]
    row_of = {id_: row for row, id_ in enumerate(tracks.tolist())}
    rows, outputs, waiting = list[int](), list[NDArray[np.float32]](), list[NDArray[np.float32]]()

    def say() -> None:
        inputs = torch.from_numpy(np.stack(waiting)).to(device)
        outputs.append(learner(inputs).float().cpu().numpy())
        waiting.clear()

    for piece, samples in sounds.get(pieces):
        if should_stop():
            raise Interrupted
        rows.append(row_of[piece.track_id])
        waiting.append(samples)
        if len(waiting) == batch:
            say()
    if should_stop():
        raise Interrupted
    if waiting:
        say()
    if not rows:
        return np.zeros(0, np.int64), family.said(np.zeros((0, family.outputs), np.float32))
    return _means(rows, family.said(np.concatenate(outputs)))


def _means(rows: list[int], said: Said) -> tuple[NDArray[np.int64], Said]:
    """Over the excerpts of each track."""
    there, of, counts = np.unique(rows, return_inverse=True, return_counts=True)
    total = np.zeros((len(there), *said.shape[1:]))
    np.add.at(total, of, said)
    return there, total / counts.reshape(-1, *(1 for _ in said.shape[1:]))


def save(folder: Path, card: Card, net: Net, tune: str, *, name: str, title: str, hears: str) -> Card:
    """A folder that can be added as an encoder; what it gives is compared with what was trained."""
    net = merge_lora(net) if tune == "lora" else net
    net.eval().requires_grad_(False)
    if card.family in FAMILIES.values():  # they are opened with what was published beside their weights
        files = need(card)
        folder.mkdir(parents=True, exist_ok=True)
        for extra in (CONFIG, PREPROCESSOR, *TOKENIZERS):
            if (files / extra).is_file():
                shutil.copyfile(files / extra, folder / extra)
    changed = msgspec.structs.replace(card, name=name, title=title, hears=hears)
    saved = save_encoder(folder, changed, net)
    _compare(saved, net)
    return saved


def _compare(saved: Card, net: Net) -> None:
    noise = np.random.default_rng(0).standard_normal((2, saved.window)).astype(np.float32) * 0.1
    device = next(net.parameters()).device
    with torch.inference_mode():
        before = torch.stack(
            [layer.float().mean(1) for layer in net.hidden(torch.from_numpy(noise).to(device))], 1
        )
    after = torch.from_numpy(open_encoder(saved, str(device)).embed(noise))
    cosine = torch.nn.functional.cosine_similarity(before.cpu(), after, dim=-1)
    if (1 - cosine).abs().max() > LARGEST_GAP:
        raise BugError(f"{saved.name} gives other vectors than the network it was saved from")
