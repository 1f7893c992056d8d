"""What is known of an encoder without loading it: a card.

Listing cards imports no torch. Whatever changes a vector stands on the card or
in the weights, so that card and weights together identify an embedding set.
"""

from __future__ import annotations

from typing import Any

import msgspec

LONGEST_S = 600.0
"""Of an excerpt."""


class BuiltIn(msgspec.Struct, frozen=True, tag="built in"):
    """Needs no weights: it is computed, or drawn at random from the seed in the card's settings."""


class WeightFile(msgspec.Struct, frozen=True):
    name: str
    sha256: str
    size_bytes: int


class Pinned(msgspec.Struct, frozen=True, tag="pinned"):
    """Files whose every byte is known, at a fixed place on the web; `address` ends before the file's name."""

    address: str
    files: tuple[WeightFile, ...]


class Hub(msgspec.Struct, frozen=True, tag="hub"):
    """A repository of the Hugging Face hub. What is fetched first is pinned from then on."""

    repository: str
    revision: str = "main"


class Local(msgspec.Struct, frozen=True, tag="local"):
    """A folder or file on this machine that a person, or one of our runs, has added."""

    path: str


Source = BuiltIn | Pinned | Hub | Local


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """`name` is what a person types; `family` says which module of this package loads it."""

    name: str
    family: str
    title: str
    hears: str
    """What it listens for, in a sentence for a musicologist."""
    dimension: int
    rate_hz: int
    window_s: float
    """The length of the excerpts it is given."""
    licence: str
    source: Source
    layers: tuple[str, ...] = ("embedding",)
    """All have `dimension` values; one pass gives all of them."""
    usual_layer: int = -1
    dimensions: tuple[str, ...] = ()
    """What each value means, where that can be said."""
    tags: tuple[str, ...] = ()
    """Tags that `Encoder.tag` gives probabilities for."""
    text: bool = False
    """Has a text tower that shares the space."""
    settings: dict[str, Any] = {}
    """What its family has to know to build it."""
    version: int = 1
    """Of what we do to the samples before the network; a change makes new embedding sets."""

    def __post_init__(self) -> None:
        for name, value, most in (
            ("rate_hz", self.rate_hz, 1e6),
            ("dimension", self.dimension, 1e6),
            ("window_s", self.window_s, LONGEST_S),
        ):
            if not 0 < value <= most:
                raise ValueError(f"{name} must lie between 0 and {most:,.0f}")
        if self.window < 1:
            raise ValueError("window_s must hold a sample")
        if not -len(self.layers) <= self.usual_layer < len(self.layers):
            raise ValueError("the usual layer is none of its layers")

    @property
    def window(self) -> int:
        """Samples of an excerpt."""
        return round(self.window_s * self.rate_hz)
