"""For "Add encoder…": a folder becomes a card, or a sentence says why it cannot. Imports no torch.

Two kinds of folder are known: what one of our own runs saved, and what the
Hugging Face libraries save of an architecture that we have a family for.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from core import places
from core.encoders.card import Card, Local
from core.encoders.folder import (
    CARD,
    FAMILIES,
    TOKENIZERS,
    network_file,
    read_config,
    read_preprocessor,
    refuse_variants,
)
from core.errors import RequestProblem, WeightsProblem
from core.store.files import explain_os_errors

OF_RUNS = ("sample_cnn", "mel_resnet", "mel_cnn", "speech", "mert", "clap")
"""Families that a run may have trained. The last three keep the configuration that they were fetched with."""
UNKNOWN_LICENCE = "as its publisher says"
WINDOW_S = 10.0

_HEARS = {
    "speech": "Speech sounds, learned from recordings of speech.",
    "mert": "Pitch and timbre, learned from music without labels, by predicting what was masked.",
    "clap": "What words can say of a sound, learned from sounds with descriptions.",
}
_RATES = {"speech": 16_000, "mert": 24_000, "clap": 48_000}
_USUAL = {("mert", 12): 7, ("mert", 24): 10}
"""Best for genre, as published; elsewhere the middle."""


class _Run(msgspec.Struct, frozen=True):
    card: Card


def recognise(path: Path | str, name: str | None = None) -> Card:
    """`name` is what it will be called; without one, it is called after its folder."""
    folder = places.whole(path)
    with explain_os_errors(folder):
        card = _of_run(folder) if (folder / CARD).is_file() else _of_publisher(folder)
    return msgspec.structs.replace(card, name=_check_name(name or _slug(card.name)))


def _of_run(folder: Path) -> Card:
    path = folder / CARD
    try:
        card = msgspec.json.decode(path.read_bytes(), type=_Run).card
    except (OSError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split()).rstrip(".")
        raise WeightsProblem(f"{path} cannot be read: {reason}.", "Export the run again.") from error
    if card.family not in OF_RUNS:
        known = ", ".join(OF_RUNS)
        raise WeightsProblem(f"{path} is of the family {card.family!r}; runs are of {known}.")
    if card.family in FAMILIES.values():
        read_config(folder)
    network_file(folder)
    return msgspec.structs.replace(card, source=Local(str(folder)))


def _of_publisher(folder: Path) -> Card:
    settings = read_config(folder)
    kind = settings.get("model_type")
    family = FAMILIES.get(kind) if isinstance(kind, str) else None
    if family is None:
        raise WeightsProblem(
            f"{folder} holds a network of the kind {kind}; supported are {', '.join(FAMILIES)}.",
            "Choose a folder that holds one of these.",
        )
    if family == "mert":
        refuse_variants(settings)
    network_file(folder)
    sound = read_preprocessor(folder)
    rate_hz = sound.get("sampling_rate", settings.get("sample_rate", _RATES[family]))
    title = _title(folder)
    try:
        return msgspec.convert(
            {
                "name": _slug(title),
                "family": family,
                "title": title,
                "hears": _HEARS[family],
                "rate_hz": rate_hz,
                "window_s": sound.get("max_length_s", WINDOW_S),
                "licence": _licence(folder),
                "source": {"type": "local", "path": str(folder)},
                **_shape(family, settings, folder),
            },
            Card,
        )
    except msgspec.ValidationError as error:
        raise WeightsProblem(f"The settings in {folder} make no sense: {error}.") from error


def _shape(family: str, settings: dict[str, Any], folder: Path) -> dict[str, Any]:
    if family == "clap":
        text = any((folder / name).is_file() for name in TOKENIZERS)
        return {"dimension": settings.get("projection_dim", 512), "text": text}
    blocks = settings.get("num_hidden_layers", 12)
    if not isinstance(blocks, int) or not 0 < blocks < 1000:
        raise WeightsProblem(f"The settings in {folder} make no sense: {blocks} layers.")
    return {
        "dimension": settings.get("hidden_size", 768),
        "layers": ("input", *(f"block {i}" for i in range(1, blocks + 1))),
        "usual_layer": _USUAL.get((family, blocks), (blocks + 1) // 2),
    }


def _title(folder: Path) -> str:
    """In the cache of the Hugging Face libraries, a folder is named after its commit; above is its name."""
    if folder.parent.name == "snapshots":
        return folder.parent.parent.name.removeprefix("models--").replace("--", "/")
    return folder.name


def _licence(folder: Path) -> str:
    """As the front matter of the README says, which is where publishers put it."""
    try:
        text = (folder / "README.md").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return UNKNOWN_LICENCE
    front = re.match(r"---\s*\n(.*?)\n---", text, re.DOTALL)
    found = re.search(r"^license:[ \t]*(\S.*?)[ \t]*$", front[1], re.MULTILINE) if front else None
    return found[1].strip("\"'") if found else UNKNOWN_LICENCE


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.rsplit("/", 1)[-1].lower()).strip("-") or "encoder"


def _check_name(name: str) -> str:
    """It becomes the name of a file and is typed in a terminal."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,63}", name):
        raise RequestProblem(
            f"An encoder cannot be called {name}.", "Use small letters, digits, hyphens and dots."
        )
    return name
