"""How a network is trained: every setting of the loop. Light, so that a window can show it."""

from __future__ import annotations

from typing import Literal

import msgspec


class Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    epochs: int = 100
    batch: int = 32
    """Examples that are looked at together."""
    accumulate: int = 1
    """Batches that make one step: where memory is too small for a large batch."""
    optimiser: Literal["adam", "adamw", "sgd"] = "adamw"
    head_lr: float = 1e-3
    """Learning rate of what is new."""
    encoder_lr: float = 3e-5
    """Learning rate of an encoder that learns along."""
    weight_decay: float = 0.01
    schedule: Literal["cosine", "constant", "plateau"] = "cosine"
    """After the warm-up: down to nothing, as it is, or halved where nothing improves."""
    warmup: float = 0.05
    """The share of all steps in which learning rates rise from nothing."""
    halve_after: int = 6
    """With `plateau`: epochs without a better one until learning rates are halved."""
    clip: float = 1.0
    """The longest step that gradients may ask for; 0: any."""
    patience: int = 20
    """Epochs without a better one until training ends; 0: it never ends early."""
    keep: Literal["best", "last"] = "best"
    """Which epoch is judged at the end: the best on the valid part, or the last."""
    unfreeze_at: int = 0
    """The epoch from which the encoder learns along; before, only what is new does."""
    average: float = 0.0
    """Decay of a running mean of all weights, which is judged instead of them; 0: none."""
    shuffle: bool = True
    precision: Literal["auto", "fp32", "bf16"] = "auto"
    checkpoint_s: float = 10.0
    """Seconds between two checkpoints at least; a killed run goes on from the last one."""

    def __post_init__(self) -> None:
        bounds = {
            "epochs": (1, 100_000),
            "batch": (1, 65_536),
            "accumulate": (1, 4096),
            "head_lr": (0, 100),
            "encoder_lr": (0, 100),
            "weight_decay": (0, 10),
            "warmup": (0, 0.9),
            "halve_after": (1, 100_000),
            "clip": (0, 1e6),
            "patience": (0, 100_000),
            "unfreeze_at": (0, 100_000),
            "average": (0, 0.999999),
            "checkpoint_s": (0, 86_400),
        }
        for name, (least, most) in bounds.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ValueError(f"{name} must lie between {least:,} and {most:,}, and {value:,} does not")
