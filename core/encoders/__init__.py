"""Encoders: every way to hear, one contract. Importing this imports no torch."""

from core.encoders.card import BuiltIn, Card, Hub, Local, Pinned, Source, WeightFile
from core.encoders.contract import Batch, Embedded, Encoder
from core.encoders.recognise import recognise
from core.encoders.registry import (
    Listed,
    add_card,
    cards,
    find_card,
    listed,
    look,
    need_device,
    open_encoder,
    remove_card,
)

__all__ = [
    "Batch",
    "BuiltIn",
    "Card",
    "Embedded",
    "Encoder",
    "Hub",
    "Listed",
    "Local",
    "Pinned",
    "Source",
    "WeightFile",
    "add_card",
    "cards",
    "find_card",
    "listed",
    "look",
    "need_device",
    "open_encoder",
    "recognise",
    "remove_card",
]
