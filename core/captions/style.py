"""How a writer is built and how it writes. Light, so that a window can show it."""

from __future__ import annotations

from typing import Literal

import msgspec

OWN = "own"


class WriterPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str = OWN
    """`own`: a small T5, drawn at random, that learns words from the captions; or one by name or folder."""
    tune: Literal["whole", "frozen", "lora"] = "whole"
    """Whether it learns along: in every weight, not at all, or by small additions."""
    rank: int = 8
    """Of `lora`: how wide its additions are."""
    pieces: int = 800
    """Of words, that `own` learns at most."""
    width: int = 128
    """Of `own`."""
    layers: int = 2
    """Of `own`: so many that listen, and as many that write."""
    dropout: float = 0.2
    """Of `own`, and of what comes in."""
    noise: float = 0.3
    """Added to what comes in while it learns, in deviations: so that few tracks are not learnt by heart."""
    places: int = 4
    """So many places before the words stand for each excerpt."""
    excerpts: int = 30
    """Of a track at most, spread over it."""
    longest: int = 128
    """Pieces of a caption; what is longer is cut."""
    named: tuple[str, ...] = ("genre", "instrument")
    """Fields: whether captions name what is true of a track is judged."""
    leaning: bool = True
    """Of `own`: what is heard also speaks for each word by a straight way, until it is written."""
    several: Literal["joined", "first"] = "joined"
    """Of a track with several captions: all of them one after the other, or the first."""
    beams: int = 4
    """Wordings that are followed at the same time; 1: always the likeliest next piece."""
    choosing: bool = True
    """Of the wordings that are followed, the one is kept that fits best what is heard as a whole."""
    repeats: int = 3
    """So many pieces in a row stand in a text once at most; 0: it may go round in circles."""
    temperature: float = 0.0
    """Above 0: pieces are drawn by chance, the more freely the higher."""

    def __post_init__(self) -> None:
        bounds = {
            "rank": (1, 256), "pieces": (300, 65_536), "width": (16, 2048), "layers": (1, 24),
            "dropout": (0, 0.9), "noise": (0, 10), "places": (1, 64), "excerpts": (1, 1000),
            "longest": (4, 512), "beams": (1, 64), "repeats": (0, 64), "temperature": (0, 10),
        }  # fmt: skip
        for name, (least, most) in bounds.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ValueError(f"{name} must lie between {least:,} and {most:,}, and {value:,} does not")
        if not self.name.strip():
            raise ValueError("name is empty")
        if self.width % HEADS:
            raise ValueError(f"width is a multiple of {HEADS}")
        if self.name == OWN and self.tune != "whole":
            raise ValueError("a writer that is drawn at random has to learn in whole")


HEADS = 4
