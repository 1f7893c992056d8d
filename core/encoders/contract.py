"""What every loaded encoder does, whatever its family; one suite of tests holds all of them to it.

A loaded encoder is frozen: evaluation mode, no gradient, nothing random. The
same samples give the same vectors, whatever they are batched with.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.encoders.card import Card
from core.errors import RequestProblem

Batch = NDArray[np.float32]
"""(n, samples): mono excerpts of equal length at the card's rate, in [-1, 1]."""
Embedded = NDArray[np.float32]
"""(n, layers, dimension): the mean over each excerpt's frames, of every layer."""


class Encoder(ABC):
    """Turns excerpts into vectors. Made by `registry.open_encoder`."""

    tunable = False
    """Precision and size of batches make a difference to its speed."""

    def __init__(self, card: Card, weights: str, device: str = "cpu", precision: str = "fp32") -> None:
        self.card = card
        self.weights = weights
        """SHA-256 over the weights as loaded, or "" where there are none."""
        self.device = device
        self.precision = precision

    @abstractmethod
    def embed(self, batch: Batch) -> Embedded:
        """Excerpts of any equal length; what is too short for the network is filled up inside."""

    def tag(self, batch: Batch) -> NDArray[np.float32]:
        """(n, tags): a probability for each of the card's tags."""
        raise RequestProblem(f"{self.card.title} gives no tags.", "Choose an encoder that does, as MusiCNN.")

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, dimension): texts in the space of the usual layer."""
        raise RequestProblem(f"{self.card.title} has no text tower.", "Choose one that has, as CLAP.")
