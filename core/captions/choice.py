"""Of several wordings of a track, the one that fits best what was heard.

A writer follows what is likely from word to word, and may lose on the way what it was
to say. Which words tracks of such a sound are described with at all is learnt from few
tracks by a ridge, as a probe would. So the writer proposes, and this chooses.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.captions.words import UNHEEDED

STRENGTHS = tuple(10.0**power for power in range(6))
"""Of the ridge; taken is the one that tells best what it was not shown."""
LEAST = 1e-6
"""What deviates less is the same in all tracks."""


class Choice(nn.Module):
    """It hears a track as a whole, and heeds a piece of a word the more, the rarer it is."""

    mean: Tensor
    scale: Tensor
    turn: Tensor
    usual: Tensor
    weight: Tensor
    pieces: Tensor

    def __init__(self, dimension: int, known: int) -> None:
        """`known` pieces stand in the captions that it learns from."""
        super().__init__()
        self.register_buffer("mean", torch.zeros(dimension))
        self.register_buffer("scale", torch.ones(dimension))
        self.register_buffer("turn", torch.zeros(dimension, known))
        self.register_buffer("usual", torch.zeros(known))
        self.register_buffer("weight", torch.zeros(known))
        self.register_buffer("pieces", torch.zeros(known, dtype=torch.long))

    def meant(self, wholes: Tensor) -> Tensor:
        """From (n, dimension): how much more than usual each piece is to be expected, by weight."""
        found: Tensor = (wholes - self.mean) / self.scale @ self.turn
        return found

    def said(self, texts: Tensor) -> Tensor:
        """From (n, pieces): how much more than usual each stands there, by weight."""
        found: Tensor = (_there(texts, self.pieces) - self.usual) * self.weight
        return found

    def forward(self, wholes: Tensor, texts: Tensor) -> Tensor:
        """How well texts fit what was heard, from -1 to 1: those of one track follow each other."""
        meant = self.meant(wholes).repeat_interleave(len(texts) // len(wholes), 0)
        return nn.functional.cosine_similarity(meant, self.said(texts), dim=1)


def learn_choice(wholes: Tensor, texts: Tensor) -> Choice:
    """`wholes` (n, dimension) and `texts` (n, pieces; `UNHEEDED` after the end) are of the train part."""
    pieces = torch.tensor(sorted({*texts.flatten().tolist()} - {UNHEEDED}), device=texts.device)
    choice = Choice(wholes.shape[1], len(pieces)).to(wholes.device)
    choice.pieces.copy_(pieces)
    choice.usual.copy_(_there(texts, pieces).mean(0))
    choice.weight.copy_(-choice.usual.log())
    choice.mean.copy_(wholes.mean(0))
    scale = wholes.std(0, correction=0)
    choice.scale.copy_(torch.where(scale < LEAST, 1.0, scale))
    choice.turn.copy_(_ridge((wholes - choice.mean) / choice.scale, choice.said(texts)))
    return choice


def _there(texts: Tensor, pieces: Tensor) -> Tensor:
    """(n, pieces): 1 for each that stands in a text; what is not among `pieces` falls in one place more."""
    place = torch.full((max(int(texts.max()), int(pieces.max())) + 2,), len(pieces), device=texts.device)
    place[pieces] = torch.arange(len(pieces), device=texts.device)
    found = torch.zeros((len(texts), len(pieces) + 1), device=texts.device)
    return found.scatter_(1, place[texts.clamp(min=-1)], 1.0)[:, :-1]


def _ridge(given: Tensor, wanted: Tensor) -> Tensor:
    """From (n, dimension) to (n, pieces), both without their means; strong as leaving one out says."""
    left, size, right = torch.linalg.svd(given.double(), full_matrices=False)
    seen = left.T @ wanted.double()

    def missed(strength: float) -> float:
        kept = size**2 / (size**2 + strength)
        own = (left**2 @ kept).clamp(max=1 - LEAST)
        return float((((wanted - left @ (kept[:, None] * seen)) / (1 - own)[:, None]) ** 2).sum())

    strength = min(STRENGTHS, key=missed)
    found: Tensor = right.T @ ((size / (size**2 + strength))[:, None] * seen)
    return found.float()
