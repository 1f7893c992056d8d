"""From a model's folder to a network of the transformers library, without that library's own loading.

Its own loading may reach for the network, run code that lies in the folder and
make up what is missing. Here the tensors are read, renamed where old files
name them otherwise, and have to fit one by one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import safetensors
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from core.encoders.card import Card
from core.encoders.folder import network_file
from core.errors import WeightsProblem

Tensors = dict[str, Tensor]
_NEW_NAMES = {
    ".weight_g": ".parametrizations.weight.original0",
    ".weight_v": ".parametrizations.weight.original1",
}
"""How torch named the halves of a normalised weight before 2.0, and how it does now."""


@contextmanager
def opening(card: Card) -> Iterator[None]:
    """Says of every problem inside which encoder has it, also of what the library throws at odd settings."""
    _silence_library()
    from huggingface_hub.errors import StrictDataclassError

    try:
        yield
    except WeightsProblem as error:
        raise WeightsProblem(f"{card.title} cannot be opened: {error.sentence}", error.hint) from error
    except (StrictDataclassError, ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise WeightsProblem(
            f"{card.title} cannot be opened: its settings do not fit together ({reason}).", "Fetch it again."
        ) from error


def _silence_library() -> None:
    """It would write hints and progress to the terminal; what matters is said by us."""
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()


def declared(config: type, settings: object) -> dict[str, Any]:
    """The settings that describe this architecture, without those that would steer the library."""
    from transformers import PreTrainedConfig

    if not isinstance(settings, Mapping):
        raise TypeError(f"{settings} are no settings")
    base = {field.name for field in dataclasses.fields(PreTrainedConfig)}
    own = {field.name for field in dataclasses.fields(config)} - base | set(config.__annotations__)
    return {name: value for name, value in settings.items() if name in own}


def agree(card: Card, what: str, said: object, found: object) -> None:
    if said != found:
        raise WeightsProblem(
            f"its card says {what} {said}, but the files in its folder say {found}.",
            "They belong to something else: remove them and fetch or add the encoder again.",
        )


def read_tensors(folder: Path, prefixes: tuple[str, ...] = ()) -> Tensors:
    """By today's names and in float32; `prefixes` are what heads and trainers put before a name."""
    path = network_file(folder)
    found = _read_safe(path) if path.suffix == ".safetensors" else _read_pickled(path)
    tensors = Tensors()
    for name, tensor in found.items():
        kept = torch.float32 if tensor.is_floating_point() else tensor.dtype
        # A copy, as the file is mapped into memory and may be replaced while the network is used.
        tensors[_new_name(name, prefixes)] = tensor.to(kept, copy=True)
    return tensors


def _new_name(name: str, prefixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        name = name.removeprefix(prefix)
    for old, new in _NEW_NAMES.items():
        if name.endswith(old):
            return name.removesuffix(old) + new
    return name


def _read_safe(path: Path) -> Mapping[str, Tensor]:
    try:
        found: dict[str, Tensor] = load_file(path)
    except (safetensors.SafetensorError, OSError, ValueError) as error:
        raise WeightsProblem(f"{path} cannot be read: it is damaged or cut off.", "Copy it again.") from error
    return found


def _read_pickled(path: Path) -> Mapping[str, Tensor]:
    """Tensors alone: a pickle that wants to run anything is refused."""
    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # a damaged file fails in any way it likes
        raise WeightsProblem(
            f"{path} cannot be read: it is damaged, or holds more than weights.",
            "Copy it again, or look for model.safetensors.",
        ) from error
    if not isinstance(found, Mapping) or not all(isinstance(tensor, Tensor) for tensor in found.values()):
        raise WeightsProblem(f"{path} cannot be read: it holds no weights by name.")
    return found


def fill(model: nn.Module, tensors: Tensors, *, extra: bool = False) -> None:
    """Every value of the model from `tensors`, each in its shape; with `extra`, foreign ones are left out."""
    wanted = model.state_dict()
    missing = [name for name in wanted if name not in tensors]
    spare = [] if extra else [name for name in tensors if name not in wanted]
    if missing or spare:
        fault = _some("lack", missing) if missing else _some("hold unknown", spare)
        raise WeightsProblem(f"its weights {fault}.", "They are of another network, or incomplete.")
    for name in wanted:
        found, needed = tuple(tensors[name].shape), tuple(wanted[name].shape)
        if found != needed:
            raise WeightsProblem(f"{name} has the shape {found} instead of {needed}.", "Fetch it again.")
        if not torch.isfinite(tensors[name]).all():
            raise WeightsProblem(f"its weights hold values in {name} that are no numbers.", "Fetch it again.")
    model.load_state_dict({name: tensors[name] for name in wanted}, assign=True)


def _some(verb: str, names: list[str]) -> str:
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{verb} {sorted(names)[0]}{more}"


def build(make: Callable[[], nn.Module]) -> nn.Module:
    """Empty, to be filled: drawing values would take seconds and change everybody's random numbers."""
    with torch.random.fork_rng(devices=[]), torch.device("meta"):
        return make()
