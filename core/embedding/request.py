"""What can be asked of the job `encode`. Light, so that a window or a command can make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from core.encoders.card import LONGEST_S
from core.errors import RequestProblem

SHORTEST_S = 0.1


@dataclass(frozen=True)
class EncodeRequest:
    encoder: str
    query: str = ""
    """Which tracks; empty: all that can be heard."""
    layer: int | None = None
    """Keep this layer alone; None keeps all, so that one can be chosen later."""
    window_s: float | None = None
    hop_s: float | None = None
    """None: as the encoder's card says; windows that follow each other."""
    precision: Literal["auto", "fp32", "bf16"] = "auto"
    tracks: tuple[int, ...] = ()
    """Only these, where any are named."""

    def __post_init__(self) -> None:
        if not self.encoder:
            raise RequestProblem("Encoding needs an encoder.", "List them with soundings encoders.")
        for name, value in (("window", self.window_s), ("hop", self.hop_s)):
            if value is not None and not SHORTEST_S <= value <= LONGEST_S:
                raise RequestProblem(
                    f"A {name} lasts {SHORTEST_S:g} to {LONGEST_S:g} seconds, not {value:g}."
                )


@dataclass(frozen=True)
class EncodeResult:
    embedding_set: int
    encoder: str
    tracks: int
    """That the set holds now."""
    new: int
    skipped: int
    """Were there already."""
    failed: dict[str, str] = field(default_factory=dict)
    """Reasons by path."""
    audio_s: float = 0.0
    """Audio encoded in this sitting."""
    seconds: float = 0.0
    idle_share: float = 0.0
    """Of the time in which the encoder had nothing to do because decoding was behind."""
    storage_error: float = 0.0
    """The largest cosine distance between a vector and what is stored of it."""
    precision: str = "fp32"
    device: str = "cpu"

    def sentence(self) -> str:
        tracks = f"{self.new:,} {'track' if self.new == 1 else 'tracks'} encoded with {self.encoder}"
        if self.skipped:
            tracks += f", {self.skipped:,} {'was' if self.skipped == 1 else 'were'} there already"
        if self.failed:
            tracks += f", {len(self.failed):,} could not be heard"
        return f"{tracks}."
