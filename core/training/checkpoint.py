"""Everything that training needs to go on as if nothing had been, in one file.

Weights, optimiser, running means and random numbers are tensors; where it stands
is JSON that a person can read, in the same file's head. No pickle: a checkpoint
may come from anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import safetensors
import safetensors.torch
import torch
from torch import Tensor
from torch.optim import Optimizer

from core.errors import FileProblem

Tensors = dict[str, Tensor]
NOTE = "soundings"
AGAIN = "Start the run anew."


class State(msgspec.Struct, kw_only=True):
    """Where training stands: what the loop changes."""

    epoch: int = 0
    """The one at hand, from 0; finished ones have lower numbers."""
    batch: int = 0
    """The next one in this epoch."""
    step: int = 0
    """Steps made."""
    seen: int = 0
    """Examples learnt from in this epoch, and what they summed up to."""
    sums: dict[str, float] = {}
    seconds: float = 0.0
    """Spent in training and judging so far, over all its sittings."""
    epoch_seconds: float = 0.0
    best: float | None = None
    best_epoch: int = -1
    stale: int = 0
    """Epochs since the best."""
    stale_rate: int = 0
    """Epochs since the best or the last halving of learning rates."""
    halvings: int = 0
    over: bool = False
    """No epoch follows."""


def write(file: BinaryIO, tensors: Tensors, state: State, about: Mapping[str, Any]) -> None:
    """`about`: what else has to be the same when it goes on."""
    note = msgspec.json.encode({"state": state, "about": dict(about)}).decode()
    whole = _apart({name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()})
    file.write(safetensors.torch.save(whole, {NOTE: note}))


def _apart(tensors: Tensors) -> Tensors:
    """Weights that go by two names, as those of words that are read and written, are kept under both."""
    seen: set[int] = set()
    found = {}
    for name, tensor in tensors.items():
        place = tensor.untyped_storage().data_ptr()
        found[name] = tensor.clone() if place in seen else tensor
        seen.add(place)
    return found


def read(path: Path) -> tuple[Tensors, State, dict[str, Any]]:
    try:
        with safetensors.safe_open(path, "pt") as file:
            note = msgspec.json.decode((file.metadata() or {})[NOTE])
            tensors = {name: file.get_tensor(name).clone() for name in file.keys()}  # noqa: SIM118 - no mapping
        return tensors, msgspec.convert(note["state"], State), note["about"]
    except (safetensors.SafetensorError, OSError, ValueError, LookupError, TypeError) as error:
        raise FileProblem(path, "cannot be read: the checkpoint is damaged", AGAIN) from error


def pack_optimiser(optimiser: Optimizer) -> Tensors:
    state = optimiser.state_dict()["state"]
    return {
        f"optimiser/{i}/{name}": value if isinstance(value, Tensor) else torch.tensor(value)
        for i, values in state.items()
        for name, value in values.items()
        if value is not None
    }


def unpack_optimiser(optimiser: Optimizer, tensors: Tensors) -> None:
    """Each tensor lies in memory as its weight does, so that sums run in the same order."""
    weights = [weight for group in optimiser.param_groups for weight in group["params"]]
    for key, value in tensors.items():
        kind, _, rest = key.partition("/")
        if kind == "optimiser":
            i, _, name = rest.partition("/")
            weight = weights[int(i)]
            like = weight if value.shape == weight.shape else value
            optimiser.state[weight][name] = torch.empty_like(like, device=weight.device).copy_(value)


def prefixed(prefix: str, tensors: Mapping[str, Tensor]) -> Tensors:
    return {f"{prefix}/{name}": tensor for name, tensor in tensors.items()}


def under(prefix: str, tensors: Tensors) -> Tensors:
    start = f"{prefix}/"
    return {name.removeprefix(start): tensor for name, tensor in tensors.items() if name.startswith(start)}


Write = Callable[[BinaryIO], None]
