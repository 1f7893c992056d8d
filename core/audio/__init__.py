"""Hearing: any audio file to samples, any span of it, exactly."""

from core.audio.decode import blocks, decode, examine, open_audio
from core.audio.reader import Properties, Reader, Samples

__all__ = ["Properties", "Reader", "Samples", "blocks", "decode", "examine", "open_audio"]
