"""A model's folder, read without torch: configuration, how it wants its samples, the file of its weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.encoders.weights import CONFIG, CUT_LINK, NETWORKS, leads_nowhere
from core.errors import WeightsProblem

CARD = "soundings.json"
"""Beside the weights of one of our own runs: the card that they belong to."""
PREPROCESSOR = "preprocessor_config.json"
TOKENIZERS = ("tokenizer.json", "vocab.json")
FAMILIES = {
    "wav2vec2": "speech",
    "hubert": "speech",
    "wavlm": "speech",
    "mert_model": "mert",
    "music_hubert": "mert",
    "clap": "clap",
}
"""By what `config.json` calls the kind of network."""
_NOT_HUBERT = {
    "feature_extractor_cqt": "reads a constant-Q spectrum beside the samples",
    "deepnorm": "is built with DeepNorm",
    "conv_pos_batch_norm": "normalises positions over the batch",
}
"""Variants of MERT whose network is not HuBERT's."""


def read_config(folder: Path) -> dict[str, Any]:
    """What the publisher says of the network's shape."""
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "does not exist"
        raise WeightsProblem(f"{folder} {what}.", f"Choose the folder that holds {CONFIG}.")
    _refuse_cut_link(folder / CONFIG)
    if not (folder / CONFIG).is_file():
        raise WeightsProblem(f"{folder} holds no {CONFIG}.", "Choose the folder that a model was saved to.")
    return read_json(folder / CONFIG)


def read_preprocessor(folder: Path) -> dict[str, Any]:
    """How the network wants its samples; empty where the publisher does not say."""
    path = folder / PREPROCESSOR
    _refuse_cut_link(path)
    return read_json(path) if path.is_file() else {}


def refuse_variants(settings: dict[str, Any]) -> None:
    for name, what in _NOT_HUBERT.items():
        if settings.get(name):
            raise WeightsProblem(f"this MERT {what} ({name}), which is not supported.", "Use MERT v0 or v1.")


def network_file(folder: Path) -> Path:
    for name in NETWORKS:
        if (folder / name).is_file():
            if is_pointer(folder / name):
                raise WeightsProblem(f"{folder / name} is only a pointer.", POINTER_HINT)
            return folder / name
    for name in NETWORKS:
        _refuse_cut_link(folder / name)
    raise WeightsProblem(
        f"{folder} holds no weights: neither {' nor '.join(NETWORKS)}.",
        "Copy them there, or fetch them again.",
    )


def _refuse_cut_link(path: Path) -> None:
    if leads_nowhere(path):
        raise WeightsProblem(f"{path} is {CUT_LINK}.", "Fetch the weights again, or copy the file there.")


def read_json(path: Path) -> dict[str, Any]:
    if is_pointer(path):
        raise WeightsProblem(f"{path} is only a pointer.", POINTER_HINT)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WeightsProblem(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise WeightsProblem(f"{path} cannot be read: it is no JSON.", "Copy it again.") from error
    if not isinstance(found, dict):
        raise WeightsProblem(f"{path} cannot be read: it holds no settings.", "Copy it again.")
    return found


POINTER_HINT = "The folder was copied with git but without its large files; fetch those with git lfs pull."


def is_pointer(path: Path) -> bool:
    """What git leaves in the place of a large file when it cannot fetch it."""
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError:
        return False
    return head.startswith(b"version ") and b"git-lfs" in head
