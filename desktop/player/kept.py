"""How a person wants to listen, from one start to the next: volume, loudness match, output device."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from core import places
from desktop.state import read_json, write_json


@dataclass(frozen=True)
class Kept:
    volume: float = 1.0
    matching: bool = False
    device: str = ""


def _path() -> Path:
    return places.state_folder() / "sound.json"


def recall() -> Kept:
    """Whatever does not fit counts as never chosen."""
    value = read_json(_path())
    kept = value if isinstance(value, dict) else {}
    volume, matching, device = (kept.get(name) for name in ("volume", "matching", "device"))
    return Kept(
        min(max(float(volume), 0.0), 1.0) if isinstance(volume, (int, float)) else 1.0,
        matching is True,
        device if isinstance(device, str) else "",
    )


def remember(kept: Kept) -> None:
    write_json(_path(), asdict(kept))
