"""Where an encoder's weights are on this machine, and whether they are what they should be.

Looked for in the model folder, in the Hugging Face cache, or where a person
said. Nothing here touches the network; that is `fetch`, which is asked for.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core import places, settings
from core.encoders.card import Card, Hub, Local, Pinned, WeightFile
from core.errors import WeightsProblem
from core.store.files import hash_file

CONFIG = "config.json"
NETWORKS = ("model.safetensors", "pytorch_model.bin")
"""The better one first: a `.bin` is a pickle, read with `weights_only` alone."""
NOT_FETCHED = "not fetched yet"
CUT_LINK = "a link to a file that is gone"
"""As when another program has emptied the cache of the Hugging Face libraries."""
PINS = "soundings-pins.json"
"""Beside what was fetched from the hub: the commit and the hash of every file."""


class Pins(msgspec.Struct, frozen=True):
    repository: str
    commit: str
    files: tuple[WeightFile, ...]


@dataclass(frozen=True)
class Found:
    """`folder` is None when they are not here; `looked` says where they were looked for."""

    folder: Path | None
    sentence: str
    looked: str = ""


def model_folder() -> Path:
    return Path(settings.load().model_folder or places.model_folder())


def own_folder(card: Card) -> Path:
    """Where the weights of this card go when they are fetched."""
    if isinstance(card.source, Hub):
        return model_folder() / card.source.repository.replace("/", "--")
    return model_folder() / card.family


def find(card: Card) -> Found:
    try:
        return _find(card)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Found(None, f"cannot be looked for: {reason}", f"looking for them failed ({reason})")


def _find(card: Card) -> Found:
    source = card.source
    if isinstance(source, Local):
        path = Path(source.path)
        return (
            Found(path, f"in {path}")
            if path.exists()
            else Found(None, "gone from where it was", f"{path} is gone")
        )
    if isinstance(source, Pinned):
        return _find_pinned(card, source)
    if isinstance(source, Hub):
        return _find_hub(card, source)
    return Found(None, "needs no weights")


def need(card: Card) -> Path:
    """The folder (or file, where one was added) with the weights, checked against what is known of them."""
    found = find(card)
    if found.folder is None:
        raise WeightsProblem(
            f"The weights of {card.title} are not on this machine: {found.looked}.",
            "Add it again."
            if isinstance(card.source, Local)
            else f"Fetch them with soundings encoders fetch {card.name}, or copy them to {own_folder(card)}.",
        )
    for file in _known_files(card, found.folder):
        check(card, found.folder / file.name, file)
    return found.folder


def check(card: Card, path: Path, file: WeightFile) -> None:
    if not path.is_file():
        raise WeightsProblem(f"The weights of {card.title} lack {path}.", _AGAIN.format(card.name))
    size = path.stat().st_size
    if size != file.size_bytes:
        raise WeightsProblem(
            f"{path} has {size:,} bytes instead of {file.size_bytes:,}: the copy of {card.title} is damaged.",
            _AGAIN.format(card.name),
        )
    if hash_file(path) != file.sha256:
        raise WeightsProblem(
            f"{path} is not the file that {card.title} was published with.", _AGAIN.format(card.name)
        )


_AGAIN = "Delete it and fetch it again with soundings encoders fetch {}."


def _known_files(card: Card, folder: Path) -> tuple[WeightFile, ...]:
    if isinstance(card.source, Pinned):
        return card.source.files
    if isinstance(card.source, Hub) and (folder / PINS).exists():
        return read_pins(folder).files
    return ()


def read_pins(folder: Path) -> Pins:
    try:
        return msgspec.json.decode((folder / PINS).read_bytes(), type=Pins)
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsProblem(
            f"{folder / PINS} cannot be read: {error}.", "Fetch the weights again."
        ) from error


def _find_pinned(card: Card, source: Pinned) -> Found:
    folder = own_folder(card)
    missing = [file.name for file in source.files if not (folder / file.name).is_file()]
    if missing:
        return Found(None, NOT_FETCHED, f"{missing[0]} is not in {folder}")
    return Found(folder, f"in {folder}")


def _find_hub(card: Card, source: Hub) -> Found:
    folders = (own_folder(card), *_snapshots(source))
    for folder in folders:
        if (folder / CONFIG).is_file() and any((folder / name).is_file() for name in NETWORKS):
            return Found(folder, f"in {folder}")
    for path in (folder / name for folder in folders for name in (CONFIG, *NETWORKS)):
        if leads_nowhere(path):
            return Found(None, CUT_LINK, f"{path} is {CUT_LINK}")
    places_ = f"{own_folder(card)} nor in the Hugging Face cache"
    return Found(None, NOT_FETCHED, f"{source.repository} is neither in {places_}")


def leads_nowhere(path: Path) -> bool:
    return path.is_symlink() and not path.exists()


def _snapshots(source: Hub) -> list[Path]:
    """What other programs have fetched, the newest first."""
    home = os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")) / "huggingface"
    cache = places.whole(os.environ.get("HF_HUB_CACHE") or Path(home) / "hub")
    folder = cache / f"models--{source.repository.replace('/', '--')}" / "snapshots"
    try:
        return sorted(folder.iterdir(), key=lambda path: -path.stat().st_mtime)
    except OSError:
        return []
