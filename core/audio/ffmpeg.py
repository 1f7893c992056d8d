"""Reading through FFmpeg (PyAV): what libsndfile cannot, such as AAC, WMA, Monkey's Audio, Matroska.

Seeking is exact where the container's clock is as fine as a sample; elsewhere
the file is decoded from its start and the frames before the wanted ones are
dropped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from core.audio.properties import Properties
from core.audio.reader import Samples

PREROLL_S = 0.5
"""Overlapping and predictive codecs need this much before the wanted frames to be settled."""
KEPT = 32768
"""Frames that are kept of what was decoded last: whoever reads on looks back a little."""
SEEKABLE = frozenset({"aac", "alac", "wavpack", "tta", "mp3", "mp3float", "vorbis", "flac"})


class NoSoundError(Exception):
    """The file is well, but holds pictures or text only."""


class FfmpegReader:
    """Raises `av.FFmpegError` for what FFmpeg does not know."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        try:
            self._container = cast("InputContainer", av.open(self._file, metadata_errors="ignore"))
            self._stream = self._find_stream()
        except BaseException:
            self._file.close()
            raise
        context = self._stream.codec_context
        self._rate_hz = context.sample_rate
        self._first_s: float | None = None
        self._going: Iterator[tuple[int, Samples]] | None = None
        self._recent: deque[tuple[int, Samples]] = deque()
        self.properties = Properties(
            container=self._container.format.name.split(",")[0],
            codec=context.name.removesuffix("float"),
            rate_hz=self._rate_hz,
            channels=context.channels,
            frames=self._frames(),
            bits=None,
        )

    def _find_stream(self) -> AudioStream:
        streams = self._container.streams.audio
        if not streams or not streams[0].codec_context.sample_rate:
            raise NoSoundError
        streams[0].codec_context.thread_type = "NONE"  # many files are read side by side as it is
        return streams[0]

    def _frames(self) -> int | None:
        if self._stream.duration is not None and self._stream.time_base is not None:
            return round(float(self._stream.duration * self._stream.time_base) * self._rate_hz)
        if self._container.duration is not None:
            return round(self._container.duration / av.time_base * self._rate_hz)
        return None

    def read(self, start: int, count: int | None) -> Samples:
        end = None if count is None else start + count
        pieces: list[Samples] = []
        for position, samples in self._go_on(start):
            piece = samples[max(start - position, 0) : None if end is None else max(end - position, 0)]
            if len(piece):
                pieces.append(piece)
            if end is not None and position + len(samples) >= end:
                break
        channels = self.properties.channels
        return np.concatenate(pieces) if pieces else np.zeros((0, channels), np.float32)

    def _go_on(self, start: int) -> Iterator[tuple[int, Samples]]:
        """As `_decode`; a read that follows the one before decodes nothing again."""
        if self._going is None or not self._recent or not self._is_near(start):
            self._recent.clear()
            if self._going is not None and (start < PREROLL_S * self._rate_hz or not self._may_seek()):
                self._open_again()
            self._going = self._decode(start)
        yield from list(self._recent)
        for position, samples in self._going:
            self._recent.append((position, samples))
            while position - self._recent[0][0] > KEPT:
                self._recent.popleft()
            yield position, samples

    def _open_again(self) -> None:
        """Decoders keep something of what they heard last, which the very first frames must not meet."""
        self._container.close()
        self._file.seek(0)
        self._container = cast("InputContainer", av.open(self._file, metadata_errors="ignore"))
        self._stream = self._find_stream()
        self._first_s = None  # the same steps in the same order, that the same frames come out

    def _is_near(self, start: int) -> bool:
        """Whether the decoder is there already, or will be sooner than after a seek."""
        first, (last, samples) = self._recent[0][0], self._recent[-1]
        return first <= start <= last + len(samples) + (KEPT if self._may_seek() else start)

    def _decode(self, start: int) -> Iterator[tuple[int, Samples]]:
        """Pieces from at or before `start` on, each with its position in frames."""
        if self._may_seek():
            yield from self._decode_from(max(start - round(PREROLL_S * self._rate_hz), 0))
            return
        self._container.seek(0)
        position = 0
        for frame in self._frames_of():
            samples = _samples(frame)
            yield position, samples
            position += len(samples)

    def _decode_from(self, start: int) -> Iterator[tuple[int, Samples]]:
        base = self._stream.time_base
        assert base is not None
        if self._first_s is None:
            self._container.seek(0)
            first = next(self._frames_of(), None)
            self._first_s = float((first.pts or 0) * base) if first is not None else 0.0
        at_s = start / self._rate_hz + self._first_s
        self._container.seek(int(at_s / base) if start else 0, stream=self._stream, backward=True)
        for frame in self._frames_of():
            position = round((float((frame.pts or 0) * base) - self._first_s) * self._rate_hz)
            yield position, _samples(frame)

    def _may_seek(self) -> bool:
        base = self._stream.time_base
        fine = base is not None and base * self._rate_hz <= 1
        codec = self._stream.codec_context.name
        return fine and (codec in SEEKABLE or codec.startswith("pcm_"))

    def _frames_of(self) -> Iterator[AudioFrame]:
        """A broken end is an end, if there was a beginning."""
        heard = False
        try:
            for frame in self._container.decode(self._stream):
                if frame.sample_rate == self._rate_hz:
                    heard = True
                    yield frame
        except av.FFmpegError:
            if not heard:
                raise

    def close(self) -> None:
        self._container.close()
        self._file.close()


def _samples(frame: AudioFrame) -> Samples:
    """(frames, channels) between −1 and 1, whatever the decoder's own format."""
    raw: NDArray[Any] = frame.to_ndarray()
    channels = frame.layout.nb_channels
    samples = raw.T if frame.format.is_planar else raw.reshape(-1, channels)
    if samples.dtype == np.uint8:
        return (samples.astype(np.float32) - np.float32(128)) / np.float32(128)
    scale = 2.0 ** (8 * samples.itemsize - 1) if samples.dtype.kind == "i" else 1.0
    return samples.astype(np.float32) / np.float32(scale)
