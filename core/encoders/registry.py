"""All encoders by name: those that come with the program, those that a person or a run has added.

A family is a module of this package with `load(card, files, device, precision)`;
`files` is where the weights lie, or None for a family without. It is imported
when one of its encoders is opened, never to list them.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType

import msgspec
import numpy as np

from core import places
from core.encoders import weights
from core.encoders.card import BuiltIn, Card
from core.encoders.catalogue import CATALOGUE
from core.encoders.contract import Encoder
from core.errors import RequestProblem, WeightsProblem
from core.messages import channel
from core.store.files import write_text

FAMILIES = {
    "descriptors": "core.encoders.descriptors",
    "musicnn": "core.encoders.musicnn",
    "speech": "core.encoders.speech",
    "mert": "core.encoders.mert",
    "clap": "core.encoders.clap",
    "sample_cnn": "core.encoders.sample_cnn",
    "mel_resnet": "core.encoders.mel_resnet",
    "mel_cnn": "core.encoders.mel_cnn",
    "blend": "core.encoders.blend",
}


NO_SENSE = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What a family throws at settings that somebody has changed by hand."""
ADD_AGAIN = "Remove it, then add it again from where it came."


@dataclass(frozen=True)
class Listed:
    """A card and whether this machine can open it now; `reason` says where the weights are, or what to do."""

    card: Card
    ready: bool
    reason: str


def cards() -> list[Card]:
    """Built-in ones first, in the order of the catalogue, then added ones by name."""
    return [*CATALOGUE, *sorted(_added(), key=lambda card: card.name)]


def find_card(name: str) -> Card:
    known = {card.name: card for card in cards()}
    if name in known:
        return known[name]
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else "List them with soundings encoders."
    raise RequestProblem(f"There is no encoder called {name}.", hint)


def listed() -> list[Listed]:
    return [look(card) for card in cards()]


def look(card: Card) -> Listed:
    if isinstance(card.source, BuiltIn):
        return Listed(card, True, "needs no weights")
    found = weights.find(card)
    return Listed(card, found.folder is not None, found.sentence)


def open_encoder(card: Card, device: str = "cpu", precision: str = "fp32") -> Encoder:
    """Loads it; a known error says in a sentence what is missing or wrong."""
    need_device(device)
    module = importlib.import_module(FAMILIES[card.family])
    files = None if isinstance(card.source, BuiltIn) else weights.need(card)
    if card in CATALOGUE:
        return _load(module, card, files, device, precision)
    try:
        encoder = _load(module, card, files, device, precision)
        found = encoder.embed(np.zeros((1, max(card.rate_hz // 10, 1)), np.float32)).shape[1:]
    except NO_SENSE as error:
        raise WeightsProblem(
            f"{card.title} cannot be opened: what its card says makes no sense.", ADD_AGAIN
        ) from error
    said = (len(card.layers), card.dimension)
    if found != said:
        differ = f"its card says {said[0]} × {said[1]} values, and it gives {found[0]} × {found[1]}"
        raise WeightsProblem(f"{card.title} cannot be opened: {differ}.", ADD_AGAIN)
    return encoder


def _load(module: ModuleType, card: Card, files: Path | None, device: str, precision: str) -> Encoder:
    encoder: Encoder = module.load(card, files, device, precision)
    return encoder


def need_device(name: str) -> None:
    """As torch spells it; cpu is always there."""
    if name == "cpu":
        return
    import torch

    here = [f"cuda:{i}" for i in range(torch.cuda.device_count())]
    here += ["mps"] if torch.backends.mps.is_available() else []
    if name not in here:
        raise RequestProblem(f"There is no device “{name}” here.", f"Choose {' or '.join([*here, 'cpu'])}.")


def add_card(card: Card) -> Path:
    """Remember an added encoder; its name must be free."""
    if any(card.name == other.name for other in cards()):
        raise RequestProblem(f"There is an encoder called {card.name} already.", "Choose another name.")
    path = places.encoder_folder() / f"{card.name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, msgspec.json.format(msgspec.json.encode(card), indent=1).decode())
    return path


def remove_card(name: str) -> None:
    """Forget an added encoder. Weights that it pointed to stay where they are."""
    path = places.encoder_folder() / f"{find_card(name).name}.json"
    if not path.exists():
        raise RequestProblem(f"{name} comes with the program and cannot be removed.")
    path.unlink()


def _added() -> list[Card]:
    found = list[Card]()
    for path in sorted(places.encoder_folder().glob("*.json")):
        try:
            card = _read(path)
        except (OSError, ValueError, RecursionError) as error:
            channel.warning(f"The encoder in {path} is left out: {error}. Add it again.")
            continue
        if all(card.name != other.name for other in CATALOGUE):
            found.append(card)
    return found


def _read(path: Path) -> Card:
    card = msgspec.json.decode(path.read_bytes(), type=Card)
    if card.family not in FAMILIES or card.name != path.stem:
        raise ValueError(f"it is of {card.name}, of the family {card.family}")
    return card
