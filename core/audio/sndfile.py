"""Reading through libsndfile: WAV, AIFF, FLAC, Ogg, MP3 and many more, with exact seeking."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import soundfile

from core.audio.properties import Properties
from core.audio.reader import Samples

PREROLL = {"VORBIS": 8192, "OPUS": 8192, "MPEG_LAYER_II": 12 * 1152, "MPEG_LAYER_III": 12 * 1152}
"""Frames read before the wanted ones: right after a seek these decoders lack what came before."""

_BITS = {
    "PCM_S8": 8,
    "PCM_U8": 8,
    "PCM_16": 16,
    "PCM_24": 24,
    "PCM_32": 32,
    "FLOAT": 32,
    "DOUBLE": 64,
    "ALAC_16": 16,
    "ALAC_20": 20,
    "ALAC_24": 24,
    "ALAC_32": 32,
}


class UnseekableError(Exception):
    """libsndfile can read the file from its start only."""


class SndfileReader:
    """Raises `soundfile.LibsndfileError` for what libsndfile does not know."""

    def __init__(self, path: Path) -> None:
        # By descriptor, since a name need not be valid text.
        self._file = soundfile.SoundFile(
            os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)), closefd=True
        )
        if not self._file.seekable():
            self._file.close()
            raise UnseekableError
        self.properties = Properties(
            container=self._file.format.lower(),
            codec=self._file.subtype.lower(),
            rate_hz=self._file.samplerate,
            channels=self._file.channels,
            frames=self._file.frames,
            bits=_BITS.get(self._file.subtype),
        )
        self._preroll = PREROLL.get(self._file.subtype, 0)

    def read(self, start: int, count: int | None) -> Samples:
        if start >= self._file.frames:
            return np.zeros((0, self._file.channels), np.float32)
        before = min(start, self._preroll)
        if self._file.tell() != start - before:
            self._file.seek(start - before)
        wanted = -1 if count is None else count + before
        samples: Samples = self._file.read(wanted, dtype="float32", always_2d=True)
        return samples[before:]

    def close(self) -> None:
        self._file.close()
