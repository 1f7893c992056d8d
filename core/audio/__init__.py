"""Hearing: any audio file to samples, any span of it, exactly.

The decoders are imported when they are first needed: a process that reads tags starts without them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from core.audio.properties import Properties

if TYPE_CHECKING:
    from core.audio.decoding import OpenedFile, blocks, decode, examine, open_audio
    from core.audio.reader import Reader, Samples

__all__ = ["OpenedFile", "Properties", "Reader", "Samples", "blocks", "decode", "examine", "open_audio"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "reader" if name in ("Reader", "Samples") else "decoding"
    return getattr(importlib.import_module(f"core.audio.{home}"), name)
