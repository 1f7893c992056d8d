"""Networks of our own: drawn at random from a seed, saved by runs, loaded again.

A folder holds `model.safetensors` and, for people and for adding the encoder
to another machine, its card in `soundings.json`.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn

from core.encoders.card import Card, Local
from core.encoders.folder import CARD
from core.encoders.net import Net
from core.errors import WeightsProblem
from core.store.files import explain_os_errors, write_text, write_whole

WEIGHTS = "model.safetensors"
AnyNet = TypeVar("AnyNet", bound=Net)


def build(make: Callable[[], AnyNet], card: Card, files: Path | None) -> AnyNet:
    """The network with the weights in `files`, or drawn; torch's own random numbers go on as before."""
    with torch.random.fork_rng(devices=[]):
        net = make()
    if net.rate_hz not in (0, card.rate_hz):
        raise WeightsProblem(
            f"{card.title} cannot be opened: its card says {card.rate_hz:,} samples per second, "
            f"and it listens at {net.rate_hz:,}.",
            _AGAIN,
        )
    if files is None:
        draw(net, int(card.settings.get("seed", 0)))
    else:
        load_into(net, files, card)
    return net


def draw(net: nn.Module, seed: int) -> None:
    """He's uniform weights, no offsets, normalisation that changes nothing.

    By NumPy, which draws the same on every machine, and for each tensor from a
    stream of its own, so that a new layer leaves the others as they were.
    """
    with torch.no_grad():
        for name, module in net.named_modules():
            if isinstance(module, (nn.Conv1d, nn.Conv2d, nn.Linear)):
                stream = np.random.default_rng((seed, zlib.crc32(name.encode())))
                bound = math.sqrt(6 / module.weight[0].numel())
                values = bound * (2 * stream.random(tuple(module.weight.shape)) - 1)
                module.weight.copy_(torch.from_numpy(values))
                if module.bias is not None:
                    module.bias.zero_()


def save_encoder(folder: Path, card: Card, net: nn.Module) -> Card:
    """Each file is there whole or not at all; returns the card of what was saved, ready to be added."""
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in net.state_dict().items()}
    saved = msgspec.structs.replace(card, source=Local(str(folder)))
    with write_whole(folder / WEIGHTS) as file:
        file.write(safetensors.torch.save(tensors, {"family": card.family}))
    readable = msgspec.json.format(msgspec.json.encode({"card": saved}), indent=1)
    write_text(folder / CARD, readable.decode() + "\n")
    return saved


def load_into(net: nn.Module, folder: Path, card: Card) -> None:
    """Every tensor must be there in its shape, and nothing else; until then `net` stays as it is."""
    path = folder if folder.is_file() else folder / WEIGHTS
    found, wanted = _read(path, card), net.state_dict()
    missing, foreign = sorted(wanted.keys() - found.keys()), sorted(found.keys() - wanted.keys())
    if missing:
        raise _problem(path, card, f"lacks {missing[0]}{_more(missing)}", _OTHER)
    if foreign:
        raise _problem(path, card, f"holds {foreign[0]}{_more(foreign)}, which it has no place for", _OTHER)
    for name, tensor in found.items():
        shape, needed = tuple(tensor.shape), tuple(wanted[name].shape)
        if shape != needed:
            raise _problem(path, card, f"has {name} in the shape {shape} instead of {needed}", _OTHER)
        if not torch.isfinite(tensor).all():
            raise _problem(path, card, f"holds values in {name} that are no numbers", _AGAIN)
    net.load_state_dict(found)


_AGAIN = "Copy it again from where it came, or export the run again."
_OTHER = "It belongs to another network: choose the folder of this one."


def _read(path: Path, card: Card) -> dict[str, Tensor]:
    if not path.is_file():
        raise WeightsProblem(f"The weights of {card.title} lack {path}.", _AGAIN)
    try:
        with explain_os_errors(path):
            found: dict[str, Tensor] = safetensors.torch.load(path.read_bytes())
    except (safetensors.SafetensorError, ValueError) as error:
        raise WeightsProblem(
            f"{path} cannot be read: the copy of {card.title} is damaged.", _AGAIN
        ) from error
    return found


def _problem(path: Path, card: Card, what: str, hint: str) -> WeightsProblem:
    return WeightsProblem(f"{path} does not fit {card.title}: it {what}.", hint)


def _more(names: list[str]) -> str:
    return f" and {len(names) - 1} more" if len(names) > 1 else ""
